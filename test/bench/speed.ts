/** `npm run bench`: what a draft and a keystroke cost in process, every rule on. Medians of CPU time; compare ratios, not machines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, type Draft, type Format, openKnowledge, readDraft, rules } from '../../server/src/core';

const words =
  'minister council harbour vote budget talks deal court river strike union ferry police report bridge winter market school season village'.split(
    ' ',
  );
let seed = 7;
const next = (n: number): number => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed % n;
};

/** A draft of about so many characters: prose of our own with names, titles and dates, different in every paragraph. */
function draftText(size: number): string {
  let out = 'Harbour talks resume after a long winter\n\n';
  for (let i = 0; out.length < size; i++) {
    const w = (): string => words[next(words.length)]!;
    const names = [
      'President Emmanuel Macron',
      'German Chancellor Friedrich Merz',
      'Sen. Jack Reed',
      'Maria Brightwater',
      'the United Nations',
      'Prime Minister Keir Starmer',
      'Ukrainian President Volodymyr Zelenskyy',
    ];
    out += `The ${w()} met ${names[next(names.length)]} on ${['Monday', 'Tuesday', 'Aug. 5', 'May 3, 2024', 'Thursday'][next(5)]} to discuss the ${w()} and the ${w()} that followed paragraph ${i}. “The ${w()} is close,” said the ${w()}, who had waited for the ${w()} since last year. About ${next(900) + 100} people came to the ${w()}, and ${next(90) + 10} percent of them stayed for the ${w()}.\n\n`;
  }
  return out;
}

const cpu = (f: () => void): number => {
  const before = process.cpuUsage();
  f();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1]!;

export function main(root: string): number {
  const rss = process.memoryUsage().rss;
  const began = performance.now();
  const bytes = readFileSync(join(root, 'dist/knowledge.bin'));
  let knowledge = openKnowledge(bytes);
  knowledge.peopleNamed('Emmanuel Macron');
  knowledge.nearWords('Whitkoff', 2);
  console.log(
    `load the knowledge: ${(performance.now() - began).toFixed(1)} ms and ${((process.memoryUsage().rss - rss) / 1024 / 1024).toFixed(1)} MB for ${(bytes.length / 1024 / 1024).toFixed(1)} MB on disk, first look-ups included`,
  );
  const opened: number[] = [];
  for (let i = 0; i < 5; i++) opened.push(cpu(() => (knowledge = openKnowledge(new Uint8Array(bytes)))));
  const linter = createLinter(rules, {}, knowledge);
  const read = (text: string, format: Format, previous?: Draft): Draft =>
    readDraft(text, format, { today: '2026-01-01', asOf: '2025-08-07' }, knowledge, previous);
  const row = (name: string, ms: number, more = ''): void => console.log(`${name.padEnd(44)}${ms.toFixed(3).padStart(10)} ms  ${more}`);
  row('open the knowledge', median(opened));
  for (const format of ['plaintext', 'markdown', 'html'] as const) {
    for (const size of [5_000, 100_000, 1_000_000]) {
      const rounds = size > 500_000 ? 5 : 25;
      const shape = (t: string): string =>
        format === 'html'
          ? t
              .split('\n\n')
              .map((p) => `<p>${p}</p>`)
              .join('\n')
          : t;
      const fresh: number[] = [];
      for (let i = 0; i < rounds; i++) {
        const text = shape(draftText(size));
        fresh.push(cpu(() => linter.lint(read(text, format))));
      }
      const text = shape(draftText(size));
      let draft = read(text, format);
      linter.lint(draft);
      const strokes: number[] = [];
      let judged = 0;
      for (let i = 0; i < rounds; i++) {
        const at = text.indexOf('paragraph', (text.length * (i + 1)) / (rounds + 2));
        const edited = `${text.slice(0, at)}${'abcdefghijklmnopqrstuvwxyz'[i % 26]}${text.slice(at)}`;
        const before = linter.judged();
        strokes.push(cpu(() => linter.lint((draft = read(edited, format, draft)))));
        judged = linter.judged() - before;
      }
      row(`${format}, ${size / 1000} KB, fresh`, median(fresh));
      row(`${format}, ${size / 1000} KB, a keystroke`, median(strokes), `${judged} paragraphs judged`);
    }
  }
  return 0;
}
