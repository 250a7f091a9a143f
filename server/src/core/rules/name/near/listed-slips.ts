import type { Paragraph } from '../../../draft/draft';
import { phrase } from '../../../draft/mentions/tokens';
import { readOnce } from '../../../draft/once';
import type { Body, Knowledge, Person } from '../../../knowledge/knowledge';
import { fold } from '../../../text/fold';
import type { Span } from '../../../text/span';
import { bare, raw, spells } from './body-words';
import { wordsIn } from './capital-runs';

/** A form that the knowledge lists as wrong, of a person or a body. */
export interface ListedSlip {
  readonly span: Span;
  readonly right: string;
  readonly body?: Body;
  readonly person?: Person;
}

/** Every listed wrong form of a paragraph, unless it is a right name as well. */
export const listedSlips: (paragraph: Paragraph, knowledge: Knowledge) => readonly ListedSlip[] = readOnce((paragraph, knowledge) => {
  const out: ListedSlip[] = [];
  const t = wordsIn(paragraph);
  for (let i = 0; i < t.words.count; i++) {
    if (!t.capital(i)) continue;
    for (const form of knowledge.wrongFormsFrom(t.word(i))) {
      if (!spells(t, i, form)) continue;
      const last = i + form.split(' ').length - 1;
      const written = phrase(t, i, last);
      if (knowledge.peopleNamed(written).length > 0 || knowledge.bodiesNamed(written).length > 0) continue;
      const entries = knowledge.miswritten(form);
      const entry = entries[0];
      if (!entry || entries.length > 1) continue;
      const span = { start: t.start(i), end: t.end(last) };
      // the right name begins like the wrong one
      if (spells(t, i, fold(entry.name))) break;
      out.push({ span, right: entry.name.replace(/ \(.*\)$/, ''), ...('tenures' in entry ? { person: entry } : { body: entry }) });
      i = last;
      break;
    }
  }
  return out;
});

/** Names of bodies with an apostrophe that they do not have: "Veteran's Affairs". The span is the first word's. */
export const strayApostrophes: (paragraph: Paragraph, knowledge: Knowledge) => readonly (ListedSlip & { readonly body: Body })[] = readOnce(
  (paragraph, knowledge) => {
    const out: (ListedSlip & { readonly body: Body })[] = [];
    const t = wordsIn(paragraph);
    const { bounds, count } = t.words;
    for (let i = 0; i + 1 < count; i++) {
      if (!t.capital(i) || !/['’]/.test(raw(t, i)) || !t.capital(i + 1) || !t.joined(i)) continue;
      for (let last = Math.min(i + 3, count - 1); last > i; last--) {
        const typed = t.text.slice(bounds[2 * i], t.end(last));
        const named = knowledge.bodiesNamed(typed);
        const body = (named.length > 0 ? named : knowledge.bodiesNamed(`Department of ${typed}`))[0];
        if (!body) continue;
        const key = fold(typed);
        const forms = [body.name, ...body.also, ...(body.long ? [body.long] : []), ...body.was.map((w) => w.name)].map((n) =>
          n.replace(/^Department of (?:the )?/, ''),
        );
        if (forms.some((n) => fold(n) === key || fold(n).endsWith(` ${key}`))) break;
        const right = forms.find((n) => bare(fold(n)) === bare(key) && !/['’]/.test(n));
        if (!right) continue;
        out.push({ span: { start: bounds[2 * i]!, end: bounds[2 * i + 1]! }, right: right.split(' ')[0]!, body });
        break;
      }
    }
    return out;
  },
);
