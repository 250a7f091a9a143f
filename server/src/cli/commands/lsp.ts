import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ExitCode, type Io, UsageError } from '../io';
import { readFlags } from '../options';

/** `blue-pencil lsp --stdio`: the language server, for any editor that speaks LSP. It ends the process itself when the editor says so. */
export async function lsp(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { values } = readFlags(argv, {
    stdio: { type: 'boolean' },
    socket: { type: 'string' },
    pipe: { type: 'string' },
    'node-ipc': { type: 'boolean' },
    clientProcessId: { type: 'string' },
  });
  const server = join(io.home, 'server.js');
  if (!existsSync(server)) throw new UsageError('the language server is not part of this installation');
  if (!values['stdio'] && !values['socket'] && !values['pipe'] && !values['node-ipc'] && io.isTerminal)
    io.err('blue-pencil lsp speaks to an editor over stdin and stdout; it is not for people. See docs/editors.md.\n');
  require(server);
  return new Promise(() => {});
}
