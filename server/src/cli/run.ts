import { nearest } from '../core';
import { check } from './commands/check';
import { config } from './commands/config';
import { explain } from './commands/explain';
import { init } from './commands/init';
import { knowledge } from './commands/knowledge';
import { lsp } from './commands/lsp';
import { read } from './commands/read';
import { rot } from './commands/rot';
import { rules } from './commands/rules';
import { stream } from './commands/stream';
import { who } from './commands/who';
import { commandHelp, help } from './help';
import { type ExitCode, type Io, UsageError } from './io';

declare const BLUE_PENCIL_VERSION: string;

const commands: Readonly<Record<string, (argv: readonly string[], io: Io) => Promise<ExitCode>>> = {
  check,
  stream,
  read,
  rules,
  explain,
  who,
  config,
  init,
  rot,
  knowledge,
  lsp,
};

/** Runs the command line. Never throws: a user's mistake is one line on stderr and exit code 2. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = argv;
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      await io.out(rest[0] && commandHelp(rest[0]) ? commandHelp(rest[0])! : help);
      return name === undefined ? 2 : 0;
    }
    if (name === '--version' || name === '-v') {
      await io.out(`${typeof BLUE_PENCIL_VERSION === 'string' ? BLUE_PENCIL_VERSION : 'dev'}\n`);
      return 0;
    }
    const command = commands[name];
    if (!command) {
      const near = nearest(name, Object.keys(commands));
      throw new UsageError(`unknown command "${name}".${near ? ` Did you mean "${near}"?` : ''} See blue-pencil --help.`);
    }
    if (rest.includes('--help') || rest.includes('-h')) {
      await io.out(commandHelp(name) ?? help);
      return 0;
    }
    return await command(rest, io);
  } catch (error) {
    io.err(
      error instanceof UsageError
        ? `blue-pencil: ${error.message}\n`
        : `blue-pencil: an error of ours, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 2;
  }
}
