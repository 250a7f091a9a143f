import { type CivilDate, parseCivilDate } from '../calendar/civil-date';
import type { Rule, Severity } from './rule';

export type Level = Severity | 'off';

export interface RuleSetting {
  readonly level?: Level;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The settings of one config, decoded. What it says of people, offices, places and terms stays as it was written, for the knowledge to decode. */
export interface Config {
  readonly extends: readonly string[];
  readonly failOn?: Severity | 'never';
  readonly dateline: { readonly keys?: readonly string[]; readonly zone?: string; readonly date?: CivilDate };
  /** By rule id, or by group name for all of its rules. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly exclude: readonly string[];
  readonly overrides: readonly { readonly files: readonly string[]; readonly rules: Readonly<Record<string, RuleSetting>> }[];
  readonly knowledge: {
    readonly people?: unknown;
    readonly offices?: unknown;
    readonly places?: unknown;
    readonly organisations?: unknown;
  };
  readonly terms: Readonly<Record<string, unknown>>;
  /** Vale styles; false for none, whatever lies there. */
  readonly styles?: StylesSetting | false;
}

/** Where Vale styles lie, from the config's own folder, and which of them hold. */
export interface StylesSetting {
  readonly path?: string;
  /** Names of styles; all that lie there, or all that Vale's own config names, where it is missing. */
  readonly use?: readonly string[];
  /** Names of vocabularies. */
  readonly vocab?: readonly string[];
}

export const emptyConfig: Config = { extends: [], dateline: {}, rules: {}, exclude: [], overrides: [], knowledge: {}, terms: {} };

/** What is wrong with a config, and where: the keys that lead to the place. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** True where the key itself is wrong, not its value. */
  readonly atKey?: boolean;
}

const levels = ['error', 'warning', 'info', 'off'] as const;
const keys = [
  '$schema',
  'extends',
  'failOn',
  'dateline',
  'rules',
  'people',
  'offices',
  'places',
  'organisations',
  'terms',
  'styles',
  'exclude',
  'overrides',
];

/** Decodes a config that was parsed from JSON. Never throws; what is wrong is left out and reported, the rest stands. */
export function decodeConfig(json: unknown, rules: readonly Rule[]): { value: Config; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (path: readonly (string | number)[], message: string, atKey = false): void =>
    void problems.push({ path, message, ...(atKey ? { atKey } : {}) });
  if (!isRecord(json)) {
    wrong([], 'The config must be an object in braces: { "rules": … }.');
    return { value: emptyConfig, problems };
  }
  for (const key of Object.keys(json)) if (!keys.includes(key)) wrong([key], unknown('key', key, keys), true);
  const strings = (value: unknown, path: (string | number)[]): string[] => {
    if (value === undefined) return [];
    const list = Array.isArray(value) ? value : [value];
    return list.filter((v, i): v is string => {
      if (typeof v !== 'string') wrong(Array.isArray(value) ? [...path, i] : path, 'This must be a string.');
      return typeof v === 'string';
    });
  };
  const ids = rules.map((r) => r.id as string);
  const groups = [...new Set(ids.map((id) => id.split('/')[0]!))];
  const settings = (value: unknown, path: string[] | (string | number)[]): Record<string, RuleSetting> => {
    const out: Record<string, RuleSetting> = {};
    if (value === undefined) return out;
    if (!isRecord(value)) {
      wrong(path, 'This must be an object of rule ids: { "title/not-holder": "error" }.');
      return out;
    }
    for (const [id, setting] of Object.entries(value)) {
      const at = [...path, id];
      if (!ids.includes(id) && !groups.includes(id)) {
        wrong(at, unknown('rule', id, [...ids, ...groups]), true);
        continue;
      }
      const level = isRecord(setting) ? setting['severity'] : setting;
      if (level !== undefined && !levels.includes(level as Level)) {
        wrong(isRecord(setting) ? [...at, 'severity'] : at, unknown('severity', String(level), levels));
        continue;
      }
      const { severity: _, ...options } = isRecord(setting) ? setting : {};
      const known = rules.find((r) => r.id === id);
      if (known)
        for (const option of Object.keys(options)) {
          const allowed = Object.keys((known.defaults as object | undefined) ?? {});
          if (!allowed.includes(option))
            wrong(
              [...at, option],
              allowed.length ? unknown('option', option, allowed) : `${id} has no options; "${option}" is not known.`,
              true,
            );
        }
      out[id] = { ...(level === undefined ? {} : { level: level as Level }), options };
    }
    return out;
  };
  const failOn = json['failOn'];
  if (failOn !== undefined && !['error', 'warning', 'info', 'never'].includes(failOn as string))
    wrong(['failOn'], unknown('value', String(failOn), ['error', 'warning', 'info', 'never']));
  const dateline = isRecord(json['dateline']) ? json['dateline'] : {};
  if (json['dateline'] !== undefined && !isRecord(json['dateline'])) wrong(['dateline'], 'This must be an object: { "keys": ["date"] }.');
  for (const key of Object.keys(dateline))
    if (!['keys', 'zone', 'date'].includes(key)) wrong(['dateline', key], unknown('key', key, ['keys', 'zone', 'date']), true);
  const date = typeof dateline['date'] === 'string' ? parseCivilDate(dateline['date']) : undefined;
  if (dateline['date'] !== undefined && !date)
    wrong(['dateline', 'date'], `"${String(dateline['date'])}" is not a day. Write it as 2025-08-07.`);
  const overrides = Array.isArray(json['overrides']) ? json['overrides'] : [];
  if (json['overrides'] !== undefined && !Array.isArray(json['overrides']))
    wrong(['overrides'], 'This must be a list: [{ "files": "opinion/**", "rules": { … } }].');
  for (const key of ['people', 'places', 'organisations', 'terms'] as const)
    if (json[key] !== undefined && !isRecord(json[key])) wrong([key], 'This must be an object.');
  const styles = ((): Config['styles'] => {
    const written = json['styles'];
    if (written === undefined || written === false) return written;
    if (typeof written === 'string') return { path: written };
    if (!isRecord(written)) {
      wrong(['styles'], 'This must be the folder of the Vale styles, or an object: { "path": "styles", "use": ["House"] }, or false.');
      return undefined;
    }
    for (const key of Object.keys(written))
      if (!['path', 'use', 'vocab'].includes(key)) wrong(['styles', key], unknown('key', key, ['path', 'use', 'vocab']), true);
    if (written['path'] !== undefined && typeof written['path'] !== 'string') wrong(['styles', 'path'], 'This must be a string.');
    return {
      ...(typeof written['path'] === 'string' ? { path: written['path'] } : {}),
      ...(written['use'] === undefined ? {} : { use: strings(written['use'], ['styles', 'use']) }),
      ...(written['vocab'] === undefined ? {} : { vocab: strings(written['vocab'], ['styles', 'vocab']) }),
    };
  })();
  const value: Config = {
    extends: strings(json['extends'], ['extends']),
    ...(['error', 'warning', 'info', 'never'].includes(failOn as string) ? { failOn: failOn as Severity | 'never' } : {}),
    dateline: {
      ...(dateline['keys'] === undefined ? {} : { keys: strings(dateline['keys'], ['dateline', 'keys']) }),
      ...(typeof dateline['zone'] === 'string' ? { zone: dateline['zone'] } : {}),
      ...(date ? { date } : {}),
    },
    rules: settings(json['rules'], ['rules']),
    exclude: strings(json['exclude'], ['exclude']),
    overrides: overrides.flatMap((o: unknown, i) => {
      if (!isRecord(o)) {
        wrong(['overrides', i], 'This must be an object with "files" and "rules".');
        return [];
      }
      for (const key of Object.keys(o))
        if (!['files', 'rules'].includes(key)) wrong(['overrides', i, key], unknown('key', key, ['files', 'rules']), true);
      return [{ files: strings(o['files'], ['overrides', i, 'files']), rules: settings(o['rules'], ['overrides', i, 'rules']) }];
    }),
    knowledge: { people: json['people'], offices: json['offices'], places: json['places'], organisations: json['organisations'] },
    terms: isRecord(json['terms']) ? json['terms'] : {},
    ...(styles === undefined ? {} : { styles }),
  };
  return { value, problems };
}

/** Later settings win, rule by rule and option by option. */
export function mergeConfigs(base: Config, over: Config): Config {
  return {
    extends: over.extends,
    ...(base.failOn || over.failOn ? { failOn: (over.failOn ?? base.failOn)! } : {}),
    dateline: { ...base.dateline, ...over.dateline },
    rules: mergeRules(base.rules, over.rules),
    exclude: [...base.exclude, ...over.exclude],
    overrides: [...base.overrides, ...over.overrides],
    knowledge: {
      people: joined(base.knowledge.people, over.knowledge.people),
      offices: joined(base.knowledge.offices, over.knowledge.offices),
      places: joined(base.knowledge.places, over.knowledge.places),
      organisations: joined(base.knowledge.organisations, over.knowledge.organisations),
    },
    terms: { ...base.terms, ...over.terms },
    ...((over.styles ?? base.styles) === undefined ? {} : { styles: (over.styles ?? base.styles)! }),
  };
}

/** Two configs that a third one extends: as merged, but that the later adds its packs to those of the earlier. */
export function joinConfigs(base: Config, over: Config): Config {
  const merged = mergeConfigs(base, over);
  const rules = { ...merged.rules };
  for (const [id, { options }] of Object.entries(over.rules)) {
    const [before, after] = [base.rules[id]?.options['packs'], options['packs']];
    if (!Array.isArray(before) || !Array.isArray(after)) continue;
    const packs = [...before.filter((p) => !after.includes(p)), ...after];
    rules[id] = { ...rules[id]!, options: { ...rules[id]!.options, packs } };
  }
  return { ...merged, rules };
}

export function mergeRules(
  base: Readonly<Record<string, RuleSetting>>,
  over: Readonly<Record<string, RuleSetting>>,
): Record<string, RuleSetting> {
  const out: Record<string, RuleSetting> = { ...base };
  for (const [id, s] of Object.entries(over)) {
    const before = out[id];
    const level = s.level ?? before?.level;
    out[id] = { ...(level === undefined ? {} : { level }), options: { ...before?.options, ...s.options } };
  }
  return out;
}

/** The level and options that a rule runs with: its own, then its group's, then the setting by its id. */
export function settingOf(rule: Rule, rules: Readonly<Record<string, RuleSetting>>): { level: Level; options: unknown } {
  const group = rules[rule.id.split('/')[0]!];
  const own = rules[rule.id];
  return {
    level: own?.level ?? group?.level ?? rule.severity,
    options: { ...(rule.defaults as object | undefined), ...group?.options, ...own?.options },
  };
}

/** `"titel" is not a known key. Did you mean "title"?` */
export function unknown(what: string, got: string, among: readonly string[]): string {
  const near = nearest(got, among);
  return `"${got}" is not a known ${what}. ${near ? `Did you mean "${near}"?` : `Known: ${among.slice(0, 12).join(', ')}${among.length > 12 ? ' …' : ''}.`}`;
}

/** The word that such a sentence says was meant. */
export const meantBy = (message: string): string | undefined => /Did you mean "([^"]+)"\?/.exec(message)?.[1];

/** The candidate that shares most letter pairs with the word (Dice's coefficient over bigrams), if it is near enough to be meant. */
export function nearest(word: string, among: readonly string[]): string | undefined {
  const pairs = (t: string): string[] => [...t.toLowerCase()].slice(0, -1).map((c, i) => c + t.toLowerCase()[i + 1]);
  const mine = pairs(word);
  let best: string | undefined;
  let most = 0.45;
  for (const candidate of among) {
    const theirs = pairs(candidate);
    const shared = mine.filter((p) => theirs.includes(p)).length;
    const score = (2 * shared) / Math.max(1, mine.length + theirs.length);
    if (score > most) {
      most = score;
      best = candidate;
    }
  }
  return best;
}

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);

function joined(a: unknown, b: unknown): unknown {
  if (a === undefined) return b;
  if (b === undefined) return a;
  if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b];
  return isRecord(a) && isRecord(b) ? { ...a, ...b } : b;
}
