import type { DocumentSelector } from 'vscode-languageclient';
import { configFiles, styleFiles } from './config-files';

/** Drafts by language, whatever file system they lie on, and the files that say how drafts are judged. */
export const languages = ['markdown', 'plaintext', 'html'] as const;

export const selector: DocumentSelector = [
  ...languages.map((language) => ({ language })),
  ...configFiles.map((name) => ({ pattern: `**/${name}` })),
  ...styleFiles.map((pattern) => ({ pattern })),
];

/** Documents of the editor's own that are in these languages and are no drafts: logs, other states of a file, boxes to type in. */
const notDrafts = new Set([
  'output',
  'debug',
  'git',
  'gitfs',
  'vscode-scm',
  'search-editor',
  'comment',
  'vscode-settings',
  'vscode-userdata',
  'vscode-terminal',
  'vscode-interactive-input',
  'walkThrough',
  'walkThroughSnippet',
  'webview-panel',
  'blue-pencil-rule',
  'release-notes',
]);

export const isDraftScheme = (scheme: string): boolean =>
  !notDrafts.has(scheme) && !scheme.startsWith('chat') && !scheme.startsWith('vscode-chat');
