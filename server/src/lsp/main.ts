import { join } from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { type CivilDate, rules } from '../core';
import { readDraftFile } from '../host/draft-file';
import { disk } from '../host/files';
import { findDrafts } from '../host/find-drafts';
import { loadKnowledge } from '../host/knowledge-file';
import { serve } from './server';

declare const BLUE_PENCIL_VERSION: string;

if (!process.argv.some((a) => /^--(?:stdio|node-ipc|socket|pipe)/.test(a))) process.argv.push('--stdio');
const two = (n: number): string => String(n).padStart(2, '0');

serve(createConnection(), {
  disk,
  rules,
  version: typeof BLUE_PENCIL_VERSION === 'string' ? BLUE_PENCIL_VERSION : 'dev',
  knowledge: () => loadKnowledge(join(__dirname, 'knowledge.bin')),
  today() {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as CivilDate;
  },
  findDrafts: async (folder) => (await findDrafts([folder], folder, [])).paths,
  readDraft: readDraftFile,
});
