import { type CompletionItem, CompletionItemKind, MarkupKind, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Rule } from '../core';
import type { LoadedConfig } from '../host/config-file';
import { toRange } from './convert';

/** Rule ids and groups inside a stet comment; elsewhere, once a capital is typed, the people of the desk. */
export function completionsAt(document: TextDocument, offset: number, rules: readonly Rule[], loaded: LoadedConfig): CompletionItem[] {
  const before = document.getText().slice(Math.max(0, offset - 300), offset);
  const comment = /<!--\s*stet(?:-file)?\s+((?:[\w/-]+\s*,\s*)*)([\w/-]*)$/.exec(before);
  if (comment) {
    const span = { start: offset - comment[2]!.length, end: offset };
    const named = comment[1]!.split(/\s*,\s*/);
    const groups = [...new Set(rules.map((r) => r.id.split('/')[0]!))];
    return [
      ...rules.map(
        (r): CompletionItem => ({
          label: r.id,
          kind: CompletionItemKind.EnumMember,
          detail: r.summary,
          documentation: { kind: MarkupKind.Markdown, value: r.rationale },
        }),
      ),
      ...groups.map((g): CompletionItem => ({ label: g, kind: CompletionItemKind.Enum, detail: `every rule of the group ${g}` })),
    ]
      .filter((i) => !named.includes(i.label))
      .map((i) => ({ ...i, textEdit: TextEdit.replace(toRange(document, span), i.label) }));
  }
  const word = /(?:^|[^\p{L}\p{M}])(\p{Lu}[\p{L}\p{M}'’-]*(?: (?:\p{Lu}[\p{L}\p{M}'’-]*)?)?)$/u.exec(before);
  if (!word) return [];
  const span = { start: offset - word[1]!.length, end: offset };
  const typed = word[1]!.toLowerCase();
  const begins = (name: string): boolean => [name, ...name.split(' ')].some((w) => w.toLowerCase().startsWith(typed));
  return Object.entries(people(loaded))
    .filter(([name]) => begins(name))
    .map(([name, facts]): CompletionItem => {
      const role = typeof facts === 'object' && facts !== null ? (facts as { role?: unknown }).role : undefined;
      return {
        label: name,
        kind: CompletionItemKind.Value,
        detail: typeof role === 'string' ? role : 'a person of the desk',
        textEdit: TextEdit.replace(toRange(document, span), name),
      };
    });
}

const people = (loaded: LoadedConfig): Record<string, unknown> => {
  const said = loaded.config.knowledge.people;
  return typeof said === 'object' && said !== null && !Array.isArray(said) ? (said as Record<string, unknown>) : {};
};
