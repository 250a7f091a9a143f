/** `npm run new-rule GROUP/NAME`: makes the rule, its cases file and its entry in the group's list. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const groups = ['title', 'name', 'date', 'number', 'boilerplate', 'headline', 'copy', 'sourcing', 'style', 'desk'];

export function main(root: string, [id = '']: readonly string[]): number {
  const m = /^([a-z]+)\/([a-z]+(?:-[a-z]+)*)$/.exec(id);
  if (!m || !groups.includes(m[1]!)) {
    console.error(`Write the id as GROUP/NAME in kebab-case. Groups: ${groups.join(', ')}.`);
    return 2;
  }
  const [, group, name] = m as unknown as [string, string, string];
  const variable = name.replace(/-([a-z])/g, (_, c: string) => c.toUpperCase());
  const file = join(root, `server/src/core/rules/${group}/${name}.ts`);
  const list = join(root, `server/src/core/rules/${group}/index.ts`);
  const cases = join(root, `test/rules/${group}/${name}.md`);
  if (existsSync(file)) {
    console.error(`${id} is there already.`);
    return 2;
  }
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(path.slice(root.length + 1));
  };
  write(
    file,
    `import type { ParagraphRule } from '../../lint/rule';

export const ${variable}: ParagraphRule = {
  id: '${id}',
  scope: 'paragraph',
  summary: 'What it marks, in one line.',
  rationale: 'Why a copy chief cares.',
  severity: 'warning',
  quotes: 'soften',
  examples: {
    wrong: [{ marked: 'The words that are ⟦wrong⟧ stand in brackets.', becomes: 'The words that are right stand in brackets.' }],
    stands: ['A sentence that tempts and is right.'],
  },
  *check(paragraph) {
    for (const m of paragraph.text.matchAll(/\\bwrong\\b/g)) {
      const span = { start: m.index, end: m.index + m[0].length };
      yield { span, message: 'The claim, the fact, the remedy.', fixes: [{ title: 'Change "wrong" to "right"', edits: [{ span, text: 'right' }], confidence: 'judgement' }] };
    }
  },
};
`,
  );
  write(
    cases,
    `# ${id}\n\nOne case a line. ⟦…⟧ marks what is flagged; a line without marks stands. A date in front is the dateline.\n\n- The words that are ⟦wrong⟧ stand in brackets.\n- A sentence that tempts and is right.\n`,
  );
  const before = existsSync(list)
    ? readFileSync(list, 'utf8')
    : `import type { Rule } from '../../lint/rule';\n\nexport const ${group}Rules: readonly Rule[] = [];\n`;
  const imported = before.replace(/(import type \{ Rule \} from '..\/..\/lint\/rule';\n)/, `$1import { ${variable} } from './${name}';\n`);
  writeFileSync(
    list,
    imported.replace(
      /= \[([^\]]*)\];/,
      (_, inner: string) => `= [${inner.trim().replace(/,$/, '')}${inner.trim() ? ', ' : ''}${variable}];`,
    ),
  );
  console.log(`${list.slice(root.length + 1)} (entry)`);
  if (
    !existsSync(join(root, `server/src/core/rules/index.ts`)) ||
    !readFileSync(join(root, 'server/src/core/rules/index.ts'), 'utf8').includes(`${group}Rules`)
  )
    console.log(`Add ...${group}Rules to server/src/core/rules/index.ts.`);
  return 0;
}
