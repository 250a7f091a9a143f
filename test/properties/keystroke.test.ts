import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLinter, type Draft, rules } from '../../server/src/core';
import type { Paragraph } from '../../server/src/core/draft/draft';
import { draftOf } from '../check-text';
import { knowledge } from '../knowledge';

/** A story of many paragraphs, none like another: our own sample, with the number of the round in it. */
const story = readFileSync(join(__dirname, '../drafts/2025-08-07-harbour-talks.md'), 'utf8');
const text = Array.from({ length: 12 }, (_, i) => story.replace(/harbour|ferry/gi, (w) => `${w} ${i}`)).join('\n\n');

type Part = 'words' | 'sentences' | 'quotes' | 'mentions' | 'dates' | 'text';

/** The draft with paragraphs that count what is asked of them. */
function counted(draft: Draft, seen: Map<Paragraph, Paragraph>, counts: Record<string, number>): Draft {
  const watch = (paragraph: Paragraph): Paragraph => {
    let watched = seen.get(paragraph);
    if (!watched) {
      watched = new Proxy(paragraph, {
        get(target, part) {
          counts[String(part)] = (counts[String(part)] ?? 0) + 1;
          return Reflect.get(target, part, target);
        },
      });
      seen.set(paragraph, watched);
    }
    return watched;
  };
  return { ...draft, paragraphs: draft.paragraphs.map((p) => ({ ...p, paragraph: watch(p.paragraph) })) };
}

/** How often each part of a paragraph is asked for after a keystroke elsewhere, by all rules together, on average. Ceilings: raise one only for a rule that is worth it. */
const most: Record<Part, number> = { words: 5, sentences: 0.5, quotes: 3.5, mentions: 5, dates: 0.2, text: 20 };

it('after a keystroke hardly anything is asked of the paragraphs that it did not touch', () => {
  const linter = createLinter(rules, {}, knowledge);
  const counts: Record<string, number> = {};
  const seen = new Map<Paragraph, Paragraph>();
  const first = draftOf(text, '2025-08-07');
  linter.lint(counted(first, seen, counts));
  const at = text.indexOf(' the ', text.length / 2);
  const second = draftOf(`${text.slice(0, at)}s${text.slice(at)}`, '2025-08-07', 'plaintext', first);
  const fresh = second.paragraphs.filter((p) => !seen.has(p.paragraph)).length;
  expect(fresh).toBe(1);
  // the touched paragraph itself is not watched
  for (const p of second.paragraphs) if (!seen.has(p.paragraph)) seen.set(p.paragraph, p.paragraph);
  for (const part of Object.keys(counts)) counts[part] = 0;
  linter.lint(counted(second, seen, counts));
  const each = second.paragraphs.length - 1;
  for (const [part, ceiling] of Object.entries(most)) expect((counts[part] ?? 0) / each, part).toBeLessThanOrEqual(ceiling);
});
