import { type Config, type Problem, unknown } from '../../core';
import type { Files } from '../files';
import { checkName } from './check-name';

const levels = ['error', 'warning', 'info', 'off'];

/** Styles, vocabularies and rules that a config names and that the folder of styles has not, and levels that are none. */
export function namesInConfig(config: Config, folder: string, files: Files): readonly Problem[] {
  const out: Problem[] = [];
  const all = files.list(folder);
  const rules = [...new Set(all.flatMap((inner) => checkName(inner, folder) ?? []))];
  const styles = [...new Set(rules.map((r) => r.split('.')[0]!)), 'Vale'];
  const { use = [], vocab = [] } = config.styles || {};
  for (const [i, name] of use.entries())
    if (!styles.includes(name)) out.push({ path: ['styles', 'use', i], message: unknown('style', name, styles) });
  for (const [i, name] of vocab.entries())
    if (!all.some((p) => p.startsWith(`config/vocabularies/${name}/`) || p.startsWith(`Vocab/${name}/`)))
      out.push({
        path: ['styles', 'vocab', i],
        message: `The vocabulary "${name}" is not there: config/vocabularies/${name} is looked for in the styles.`,
      });
  const settings = [
    { at: ['rules'], rules: config.rules },
    ...config.overrides.map((o, i) => ({ at: ['overrides', i, 'rules'], rules: o.rules })),
  ];
  for (const { at, rules: set } of settings) {
    const checks = set['style/vale']?.options['checks'];
    if (typeof checks !== 'object' || checks === null) continue;
    for (const [name, level] of Object.entries(checks)) {
      const path = [...at, 'style/vale', 'checks', name];
      if (!rules.some((r) => r === name || r.startsWith(`${name}.`)) && name !== 'Vale' && !name.startsWith('Vale.'))
        out.push({ path, message: unknown('rule of the styles', name, [...rules, ...styles]), atKey: true });
      else if (!levels.includes(level as string)) out.push({ path, message: unknown('severity', String(level), levels) });
    }
  }
  return out;
}
