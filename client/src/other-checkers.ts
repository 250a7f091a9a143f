/** Nothing of the editor here: which of our rules other checkers do as well, and what follows from what is installed. */

export type Left = 'off' | Readonly<Record<string, unknown>>;

/** A checker of spelling or grammar that many have installed, with what it does unless it is told otherwise. */
interface Checker {
  readonly name: string;
  /** Ids of the extension under which it is published. */
  readonly ids: readonly string[];
  /** Languages that it reads by default; all of ours where none are named. */
  readonly languages?: readonly string[];
  /** True where its own settings leave it at work on English in this language. */
  works(setting: Setting, language: string): boolean;
  /** By rule of ours: off, or the options that leave the other's part out. `unless`: its own setting that, where false, switches its part off. */
  readonly does: Readonly<Record<string, { readonly left: Left; readonly unless?: string; readonly languages?: readonly string[] }>>;
}

/** Reads a setting of the editor, whatever extension it belongs to. */
export type Setting = (name: string) => unknown;

const english = (language: unknown): boolean => typeof language !== 'string' || /(?:^|[\s,])(?:en|auto)/i.test(language);

const checkers: readonly Checker[] = [
  {
    // its defaults are in the configuration of its package.json, harper.linters.*
    name: 'Harper',
    ids: ['elijah-potter.harper', 'automattic.harper', 'automattic.harper-ls'],
    works: () => true,
    does: {
      'copy/misspelling': { left: 'off', unless: 'harper.linters.SpellCheck' },
      'copy/doubled-word': { left: 'off', unless: 'harper.linters.RepeatedWords' },
      'copy/article': { left: 'off', unless: 'harper.linters.AnA' },
      'copy/sentence-case': { left: 'off', unless: 'harper.linters.SentenceCapitalization' },
      'copy/extra-space': { left: 'off', unless: 'harper.linters.Spaces' },
      'copy/missing-space': { left: { commas: false }, unless: 'harper.linters.CommaFixes' },
      'copy/quotes': { left: { unclosed: false }, unless: 'harper.linters.UnclosedQuotes' },
      'headline/case': { left: 'off', unless: 'harper.linters.UseTitleCase', languages: ['markdown'] },
    },
  },
  ...['', '+'].map(
    (plus): Checker => ({
      // the rules of LanguageTool that are on unless one asks for the picky ones
      name: `LTeX${plus}`,
      ids: [plus ? 'ltex-plus.vscode-ltex-plus' : 'valentjn.vscode-ltex'],
      languages: ['markdown', 'html'],
      works: (setting, language) => {
        const enabled = setting('ltex.enabled');
        return enabled !== false && (!Array.isArray(enabled) || enabled.includes(language)) && english(setting('ltex.language'));
      },
      does: {
        'copy/misspelling': { left: 'off' },
        'copy/doubled-word': { left: 'off' },
        'copy/article': { left: 'off' },
        'copy/sentence-case': { left: 'off' },
        'copy/extra-space': { left: 'off' },
        'copy/missing-space': { left: 'off' },
        'copy/quotes': { left: { unclosed: false } },
      },
    }),
  ),
  {
    // a dictionary: it knows words, not phrases
    name: 'Code Spell Checker',
    ids: ['streetsidesoftware.code-spell-checker'],
    works: (setting) => setting('cSpell.enabled') !== false && english(setting('cSpell.language')),
    does: { 'copy/misspelling': { left: { words: false } } },
  },
];

/** Settings sections that the decision reads. */
export const sections = ['harper', 'ltex', 'cSpell'] as const;

/** What one rule of ours is left to, and how much of it. */
export interface LeftRule {
  readonly to: string;
  readonly left: Left;
}

/**
 * The rules of ours that other checkers do in a document of this language, by id. Where two do, the one that does more is named.
 * Vale does nothing by default: what it does its own config says, so nothing is left to it.
 */
export function leftToOthers(installed: (id: string) => boolean, setting: Setting, language: string): Readonly<Record<string, LeftRule>> {
  const out: Record<string, LeftRule> = {};
  for (const checker of checkers) {
    if (!checker.ids.some(installed) || !(checker.languages?.includes(language) ?? true) || !checker.works(setting, language)) continue;
    for (const [rule, { left, unless, languages }] of Object.entries(checker.does)) {
      if ((unless && setting(unless) === false) || !(languages?.includes(language) ?? true)) continue;
      if (!out[rule] || (left === 'off' && out[rule].left !== 'off')) out[rule] = { to: checker.name, left };
    }
  }
  return out;
}

/** What the server is told of it. */
export const leaveOf = (left: Readonly<Record<string, LeftRule>>): Readonly<Record<string, Left>> =>
  Object.fromEntries(Object.entries(left).map(([rule, l]) => [rule, l.left]));

/** The checkers that these rules are left to, in words: "Harper and Code Spell Checker". */
export const checkersOf = (left: Readonly<Record<string, LeftRule>>, rules: readonly string[]): readonly string[] => [
  ...new Set(rules.flatMap((r) => left[r]?.to ?? [])),
];
