import type { CancellationToken, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Draft, Format } from '../core';
import { configName } from '../host/config-file';
import { formatOf } from '../host/draft-file';
import type { Checked } from '../host/pencil';
import { stetName } from '../host/stet-file';
import { iniNames } from '../host/vale/vale-ini';
import type { Settings } from '../protocol/settings';
import type { House } from './house';
import { pathOf } from './uris';

export type State = 'checked' | 'off' | 'excluded' | 'too long';

/** What is known of an open draft at one version of its text, under one state of the house. */
export interface Verdict extends Checked {
  readonly document: TextDocument;
  readonly path: string | undefined;
  readonly state: State;
  /** Names this verdict: the same id means the same findings. */
  readonly id: string;
  readonly milliseconds: number;
}

export interface Drafts {
  /** Id of the verdict that `verdict` would give, without judging anything. */
  idOf(document: TextDocument, settings: Settings): string;
  /** The verdict on the text as it stands, from memory where there is one. */
  verdict(document: TextDocument, settings: Settings): Verdict;
  /** The same, pausing between paragraphs and rules so that a cancellation can arrive; undefined where it did, or where the text changed meanwhile. */
  patiently(document: TextDocument, settings: Settings, token: CancellationToken): Promise<Verdict | undefined>;
  /** True where the document has had a verdict since it was opened. */
  isKnown(uri: string): boolean;
  /** Id of the last verdict. */
  lastId(uri: string): string | undefined;
  forget(uri: string): void;
}

const formats: Readonly<Record<string, Format>> = { markdown: 'markdown', html: 'html', plaintext: 'plaintext', text: 'plaintext' };

/** Whether a document is a draft, or one of the files that say how drafts are judged. */
export function kindOf(document: { readonly uri: string }): 'draft' | 'config' | 'stet' {
  const name = document.uri.slice(document.uri.lastIndexOf('/') + 1);
  if (name === stetName) return 'stet';
  return name === configName || iniNames.includes(name) || /\.ya?ml$/.test(name) ? 'config' : 'draft';
}

const formatFor = (document: TextDocument): Format => formats[document.languageId] ?? formatOf(pathOf(document.uri) ?? '');

/** How long one stretch of judging may hold up what else the server is asked, in milliseconds. */
const stretch = 12;

export function createDrafts(documents: TextDocuments<TextDocument>, house: House): Drafts {
  const verdicts = new Map<string, Verdict>();
  const idOf = (document: TextDocument, settings: Settings): string =>
    [
      document.version,
      house.generation(),
      document.languageId,
      settings.enable,
      settings.maxFileLength,
      JSON.stringify([settings.rules, settings.leave]),
    ].join(' ');

  function begin(document: TextDocument, settings: Settings): { draft?: Draft; state: State; path: string | undefined; started: number } {
    const started = performance.now();
    const path = pathOf(document.uri);
    if (!settings.enable) return { state: 'off', path, started };
    const text = document.getText();
    if (text.length > settings.maxFileLength) return { state: 'too long', path, started };
    const pencil = house.pencilFor(path, settings);
    if (path !== undefined && pencil.excluded(path)) return { state: 'excluded', path, started };
    const previous = verdicts.get(document.uri);
    const draft = pencil.read(text, formatFor(document), path, previous?.state === 'checked' ? previous.draft : undefined);
    return { draft, state: 'checked', path, started };
  }

  function finish(
    document: TextDocument,
    settings: Settings,
    id: string,
    { draft, state, path, started }: ReturnType<typeof begin>,
  ): Verdict {
    const checked = draft ? house.pencilFor(path, settings).check(draft) : { draft: nothing(document), findings: [], failures: [] };
    const verdict = { ...checked, document, path, state, id, milliseconds: performance.now() - started };
    verdicts.set(document.uri, verdict);
    return verdict;
  }

  const known = (document: TextDocument, id: string): Verdict | undefined => {
    const verdict = verdicts.get(document.uri);
    return verdict?.id === id ? verdict : undefined;
  };

  return {
    idOf,
    isKnown: (uri) => verdicts.has(uri),
    lastId: (uri) => verdicts.get(uri)?.id,
    forget: (uri) => void verdicts.delete(uri),
    verdict(document, settings) {
      const id = idOf(document, settings);
      return known(document, id) ?? finish(document, settings, idOf(document, settings), begin(document, settings));
    },
    async patiently(document, settings, token) {
      const stands = known(document, idOf(document, settings));
      if (stands) return stands;
      const begun = begin(document, settings);
      // the house may have been made anew at midnight while it began
      const id = idOf(document, settings);
      const { version } = document;
      if (begun.draft) {
        const going = house.pencilFor(begun.path, settings).linterOf(begun.path).steps(begun.draft);
        let since = performance.now();
        while (!going.next().done) {
          if (performance.now() - since < stretch) continue;
          await pause();
          if (token.isCancellationRequested || document.version !== version || documents.get(document.uri) !== document) return undefined;
          if (idOf(document, settings) !== id) return this.patiently(document, settings, token);
          since = performance.now();
        }
      }
      return finish(document, settings, id, begun);
    },
  };
}

const nothing = (document: TextDocument): Draft => ({
  text: document.getText(),
  format: formatFor(document),
  dateline: { on: '2000-01-01', from: 'today' },
  paragraphs: [],
  remarks: [],
});

/** Lets what has arrived meanwhile be read. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => (typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve, 0)));
