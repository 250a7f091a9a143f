import { type Edit as JsonEdit, modify, parseTree } from 'jsonc-parser';
import type { Edit, StetEntry } from '../core';
import { isWholeConfig } from './config-file';

/** Two spaces, or what the file itself uses. */
const styleOf = (text: string): { insertSpaces: boolean; tabSize: number; eol: string } => {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
};

const toEdits = (edits: readonly JsonEdit[]): Edit[] =>
  edits.map((e) => ({ span: { start: e.offset, end: e.offset + e.length }, text: e.content }));

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * The edits that note an entry in a stet file; comments and form of the file are kept. `text` is undefined where there is no file yet,
 * and then the one edit is its whole content. Undefined where the file is broken: it is not ours to mend.
 */
export function addStet(text: string | undefined, entry: StetEntry): Edit[] | undefined {
  const whole = { start: 0, end: text?.length ?? 0 };
  if (text === undefined || text.trim() === '') return [{ span: whole, text: json({ stet: [entry] }) }];
  if (!isWholeConfig(text)) return undefined;
  const root = parseTree(text);
  const list = root?.type === 'array' ? root : root?.children?.find((c) => c.children?.[0]?.value === 'stet')?.children?.[1];
  if (root?.type === 'object' && !list) return toEdits(modify(text, ['stet'], [entry], { formattingOptions: styleOf(text) }));
  if (list?.type !== 'array') return undefined;
  const path = [...(root === list ? [] : ['stet']), list.children?.length ?? 0];
  return toEdits(modify(text, path, entry, { formattingOptions: styleOf(text), isArrayInsertion: true }));
}

/** The edits that add a person to the people of a config, as addStet does. No edits where the person is there already. */
export function addPerson(text: string | undefined, name: string): Edit[] | undefined {
  const whole = { start: 0, end: text?.length ?? 0 };
  if (text === undefined || text.trim() === '') return [{ span: whole, text: json({ people: { [name]: {} } }) }];
  if (!isWholeConfig(text)) return undefined;
  const root = parseTree(text);
  if (root?.type !== 'object') return undefined;
  const people = root.children?.find((c) => c.children?.[0]?.value === 'people')?.children?.[1];
  if (people && people.type !== 'object') return undefined;
  if (people?.children?.some((c) => c.children?.[0]?.value === name)) return [];
  return toEdits(modify(text, ['people', name], {}, { formattingOptions: styleOf(text) }));
}

/** The edits that give a noted entry its reason. Undefined where the file is broken or has no such entry. */
export function setReason(text: string, fingerprint: string, reason: string): Edit[] | undefined {
  const root = isWholeConfig(text) ? parseTree(text) : undefined;
  const list = root?.type === 'array' ? root : root?.children?.find((c) => c.children?.[0]?.value === 'stet')?.children?.[1];
  const index =
    list?.children?.findLastIndex((e) =>
      e.children?.some((p) => p.children?.[0]?.value === 'fingerprint' && p.children[1]?.value === fingerprint),
    ) ?? -1;
  if (index < 0) return undefined;
  return toEdits(modify(text, [...(root === list ? [] : ['stet']), index, 'reason'], reason, { formattingOptions: styleOf(text) }));
}
