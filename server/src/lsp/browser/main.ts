import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { type CivilDate, openKnowledge, rules } from '../../core';
import { serve } from '../server';

declare const BLUE_PENCIL_VERSION: string;
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const two = (n: number): string => String(n).padStart(2, '0');
const none = (): never => {
  throw Object.assign(new Error('a browser has no disk'), { code: 'ENOENT' });
};

/** The server as a worker of a browser: every file comes from the client. */
serve(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  disk: { exists: () => false, read: none, real: (path) => path, list: () => [] },
  rules,
  version: BLUE_PENCIL_VERSION,
  knowledge(sent) {
    if (!sent) throw new Error('The client sent no knowledge.');
    return openKnowledge(sent);
  },
  today() {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as CivilDate;
  },
});
