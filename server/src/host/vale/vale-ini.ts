import { dirname, join } from 'node:path';
import { nearest, unknown } from '../../core';
import type { Files } from '../files';

/** A line of Vale's own config, and where it stands. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  /** In the file, UTF-16. */
  readonly start: number;
  readonly end: number;
}

export interface IniProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly level?: 'warning';
}

/** What Vale's own config says of styles: the settings above the first section, and a list for each section that is a glob of drafts. */
export interface ValeIni {
  readonly file: string;
  readonly stylesPath?: Setting;
  readonly vocab: readonly Setting[];
  readonly least?: 'suggestion' | 'warning' | 'error';
  readonly sections: readonly { readonly glob: string; readonly settings: readonly Setting[] }[];
  /** `Style.Rule[max] = 30`. */
  readonly parameters: readonly { readonly rule: string; readonly key: string; readonly setting: Setting }[];
  readonly problems: readonly IniProblem[];
}

/** What Vale calls its config, the usual name first. */
export const iniNames: readonly string[] = ['.vale.ini', '_vale.ini', 'vale.ini'];

/** Vale's own config for a folder: the nearest one at or above it, within the repository. */
export function findIni(folder: string, files: Files): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const name = iniNames.find((n) => files.exists(join(at, n)));
    if (name) return join(at, name);
    if (files.exists(join(at, '.git')) || dirname(at) === at) return undefined;
  }
}

const core = ['StylesPath', 'MinAlertLevel', 'Vocab', 'Packages', 'IgnoredScopes', 'SkippedScopes', 'IgnoredClasses', 'WordTemplate'];
const perSection = ['BasedOnStyles', 'BlockIgnores', 'TokenIgnores', 'CommentDelimiters', 'Transform', 'View'];
/** Settings that change what is found, and that are not followed here. */
const unfollowed = new Set([
  'SkippedScopes',
  'IgnoredClasses',
  'WordTemplate',
  'BlockIgnores',
  'TokenIgnores',
  'CommentDelimiters',
  'Transform',
  'View',
]);
/** Elements that are never checked here; ignoring them needs no word. */
const neverRead = new Set(['code', 'tt', 'kbd', 'pre', 'script', 'style', 'samp', 'var']);

/** Reads Vale's config. What is not followed is a warning at its line. */
export function parseIni(file: string, text: string): ValeIni {
  const problems: IniProblem[] = [];
  const sections: { glob: string; settings: Setting[] }[] = [];
  const parameters: { rule: string; key: string; setting: Setting }[] = [];
  let vocab: Setting[] = [];
  let stylesPath: Setting | undefined;
  let least: ValeIni['least'];
  let section: string | undefined;
  for (const m of text.matchAll(/[^\r\n]+/g)) {
    const line = m[0].trim();
    if (line === '' || /^[#;\ufeff]/.test(line)) continue;
    const start = m.index + m[0].indexOf(line);
    const end = start + line.length;
    const cannot = (message: string): void => void problems.push({ start, end, message, level: 'warning' });
    const head = /^\[([^\]]*(?:\][^\]]+)*)\]$/.exec(line);
    if (head) {
      section = head[1]!;
      if (section !== 'formats' && section !== 'asciidoctor') sections.push({ glob: section, settings: [] });
      continue;
    }
    const cut = line.indexOf('=');
    if (cut < 0) {
      problems.push({ start, end, message: 'This is neither a section nor a setting: key = value.' });
      continue;
    }
    const key = line.slice(0, cut).trim();
    const value = line
      .slice(cut + 1)
      .replace(/\s[#;].*$/, '')
      .trim()
      .replace(/^(["'`])(.*)\1$/, '$2');
    const setting: Setting = { key, value, start, end };
    if (section === 'formats' || section === 'asciidoctor') continue;
    if (section === undefined) {
      if (key === 'StylesPath') stylesPath = setting;
      else if (key === 'Vocab') vocab = listOf(setting);
      else if (key === 'MinAlertLevel') {
        if (value === 'suggestion' || value === 'warning' || value === 'error') least = value;
        else problems.push({ start, end, message: unknown('level', value, ['suggestion', 'warning', 'error']) });
      } else if (perSection.includes(key)) problems.push({ start, end, message: `"${key}" belongs under a section, as [*].` });
      else if (key === 'IgnoredScopes') {
        if (!listOf(setting).every((s) => neverRead.has(s.value)))
          cannot('"IgnoredScopes" is not followed here: code is never checked, all else is.');
      } else if (unfollowed.has(key)) cannot(`"${key}" is not followed here.`);
      else if (!core.includes(key)) cannot(unknown('key', key, core));
      continue;
    }
    if (unfollowed.has(key)) cannot(`"${key}" is not followed here.`);
    else if (core.includes(key)) problems.push({ start, end, message: `"${key}" belongs above the first section.` });
    else {
      const bracket = /^([^[\]]+)\[(\w+)\]$/.exec(key);
      if (bracket) parameters.push({ rule: bracket[1]!, key: bracket[2]!, setting });
      else if (key === 'BasedOnStyles' || /^[\w-]+(?:\.[\w-]+)*$/.test(key)) {
        const near = key === 'BasedOnStyles' || key.includes('.') ? undefined : nearest(key, perSection);
        if (near && near !== key) cannot(unknown('key', key, perSection));
        else sections.at(-1)!.settings.push(setting);
      } else cannot(`"${key}" is no key of Vale's.`);
    }
  }
  return { file, ...(stylesPath ? { stylesPath } : {}), vocab, ...(least ? { least } : {}), sections, parameters, problems };
}

/** The parts of a list: "Vale, Microsoft". */
export const listOf = (setting: Setting): Setting[] =>
  setting.value
    .split(',')
    .map((v) => ({ ...setting, value: v.trim() }))
    .filter((s) => s.value !== '');
