import type { CheckProblem } from './check';
import { canRun } from './pattern';
import { type Flags, type Node, noFlags, parsePattern } from './pattern-syntax';

type Path = CheckProblem['path'];

/** The fields of a rule file, read as what they should be; what is wrong with one is noted where it stands. */
export interface Fields {
  readonly name: string;
  readonly problems: readonly CheckProblem[];
  /** What Vale itself would refuse. */
  wrong(path: Path, message: string, atKey?: boolean): void;
  /** What is right for Vale and cannot be done here. */
  cannot(path: Path, message: string, atKey?: boolean): void;
  /** Without what was wrong the rule would say something else. */
  spoil(): void;
  spoiled(): boolean;
  said(key: string): boolean;
  flag(key: string, standard?: boolean): boolean;
  number(key: string, standard: number): number;
  text(key: string): string;
  list(key: string): { readonly text: string; readonly path: Path }[];
  pairs(key: string): { readonly from: string; readonly to: string; readonly path: Path }[];
  /** A pattern, or undefined where it cannot be read or run; that is then told. */
  pattern(source: string, path: Path, flags: Partial<Flags>): Node | undefined;
}

export const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
export const isScalar = (v: unknown): boolean => typeof v === 'string' || typeof v === 'number' || typeof v === 'boolean';

export function fieldsOf(name: string, json: Readonly<Record<string, unknown>>): Fields {
  const problems: CheckProblem[] = [];
  let spoiled = false;
  const wrong = (path: Path, message: string, atKey = false): void => void problems.push({ path, message, ...(atKey ? { atKey } : {}) });
  const cannot = (path: Path, message: string, atKey = false): void =>
    void problems.push({ path, message, level: 'warning', ...(atKey ? { atKey } : {}) });
  const said = (key: string): boolean => json[key] !== undefined && json[key] !== null;
  const flag = (key: string, standard = false): boolean => {
    if (!said(key)) return standard;
    const value = isScalar(json[key]) ? String(json[key]).toLowerCase() : 'neither';
    if (['true', 'yes', 'on', '1', 'y'].includes(value)) return true;
    if (!['false', 'no', 'off', '0', 'n', ''].includes(value)) wrong([key], `"${key}" must be true or false.`);
    return false;
  };
  const number = (key: string, standard: number): number => {
    if (!said(key)) return standard;
    const value = isScalar(json[key]) ? Number(json[key]) : Number.NaN;
    if (Number.isFinite(value) && value >= 0) return value;
    wrong([key], `"${key}" must be a number.`);
    spoiled = true;
    return standard;
  };
  const text = (key: string): string => (isScalar(json[key]) ? String(json[key]) : '');
  const list = (key: string): { readonly text: string; readonly path: CheckProblem['path'] }[] => {
    const value = json[key];
    if (value === undefined || value === null || value === '') return [];
    if (!Array.isArray(value)) {
      if (isScalar(value)) return [{ text: String(value), path: [key] }];
      wrong([key], `"${key}" must be a list.`);
      return [];
    }
    return value.flatMap((v: unknown, i) => {
      if (isScalar(v)) return [{ text: String(v), path: [key, i] }];
      if (v !== null) wrong([key, i], 'This must be text. Text with a colon or a bracket needs quotation marks.');
      return [];
    });
  };
  const pairs = (key: string): { readonly from: string; readonly to: string; readonly path: CheckProblem['path'] }[] => {
    const value = json[key];
    if (!isRecord(value)) {
      wrong(said(key) ? [key] : [], `${name} needs "${key}": what is written, and what it is held against.`);
      return [];
    }
    return Object.entries(value).flatMap(([from, to]) => {
      if (isScalar(to)) return [{ from, to: String(to), path: [key, from] }];
      wrong([key, from], 'This must be text.');
      return [];
    });
  };
  const pattern = (source: string, path: CheckProblem['path'], flags: Partial<Flags>): Node | undefined => {
    const read = parsePattern(source, { ...noFlags, ...flags });
    if ('problem' in read) cannot(path, `${name}: the pattern "${short(source)}" is left out. ${read.problem.message}`);
    else if (!canRun(read.node)) cannot(path, `${name}: the pattern "${short(source)}" is left out. It unfolds into too many steps.`);
    else return read.node;
    return undefined;
  };
  return {
    name,
    problems,
    wrong,
    cannot,
    spoil: () => void (spoiled = true),
    spoiled: () => spoiled,
    said,
    flag,
    number,
    text,
    list,
    pairs,
    pattern,
  };
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
