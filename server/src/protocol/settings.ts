/** The settings section, the prefix of every command, and the id of the client: all one word. */
export const section = 'bluePencil';

export type Level = 'error' | 'warning' | 'info';

/** What an editor may set. House rules belong in `.blue-pencil.json`, which the command line reads too. */
export interface Settings {
  readonly enable: boolean;
  readonly run: 'onType' | 'onSave';
  /** Milliseconds between the last keystroke and the check. */
  readonly delay: number;
  /** By rule id or group, over what the config says, in this editor only. */
  readonly rules: Readonly<Record<string, Level | 'off'>>;
  /** Rules that another checker in the editor does as well, off or with options; a rule that the config or `rules` names is not left. */
  readonly leave: Readonly<Record<string, 'off' | Readonly<Record<string, unknown>>>>;
  /** Findings above this level are shown at this level. */
  readonly highestSeverity: Level;
  /** Drafts of more UTF-16 units are not checked while they are typed. */
  readonly maxFileLength: number;
  readonly maxNumberOfProblems: number;
  /** How names that are known and right are marked: by the client's own line, or by an inlay hint. */
  readonly confirmedNames: 'off' | 'underline' | 'hint';
  readonly inlayHints: { readonly dates: boolean };
}

export const defaults: Settings = {
  enable: true,
  run: 'onType',
  delay: 150,
  rules: {},
  leave: {},
  highestSeverity: 'error',
  maxFileLength: 2_000_000,
  maxNumberOfProblems: 250,
  confirmedNames: 'off',
  inlayHints: { dates: false },
};

const levels: readonly unknown[] = ['error', 'warning', 'info', 'off'];

/** Reads settings from whatever an editor sends; what is missing or wrong keeps its default. */
export function readSettings(value: unknown): Settings {
  const v = record(value);
  const rules = Object.entries(record(v.rules)).filter(([, level]) => levels.includes(level));
  const leave = Object.entries(record(v.leave)).filter(([, how]) => how === 'off' || (typeof how === 'object' && how !== null));
  const pick = <T>(key: string, fits: (x: unknown) => boolean, fallback: T): T => (fits(v[key]) ? (v[key] as T) : fallback);
  const count = (least: number) => (x: unknown) => typeof x === 'number' && Number.isFinite(x) && x >= least;
  return {
    enable: pick('enable', (x) => typeof x === 'boolean', defaults.enable),
    run: pick('run', (x) => x === 'onType' || x === 'onSave', defaults.run),
    delay: Math.min(5000, pick('delay', count(0), defaults.delay)),
    rules: Object.fromEntries(rules) as Settings['rules'],
    leave: Object.fromEntries(leave) as Settings['leave'],
    highestSeverity: pick('highestSeverity', (x) => x !== 'off' && levels.includes(x), defaults.highestSeverity),
    maxFileLength: pick('maxFileLength', count(0), defaults.maxFileLength),
    maxNumberOfProblems: pick('maxNumberOfProblems', count(1), defaults.maxNumberOfProblems),
    confirmedNames: pick('confirmedNames', (x) => x === 'underline' || x === 'hint', defaults.confirmedNames),
    inlayHints: { dates: record(v.inlayHints).dates === true },
  };
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
