import { castOf, type Draft, inFile, judgedTitles, type Knowledge, meant, type Span } from '../core';

type Range = readonly [number, number];

export interface ReadJson {
  readonly dateline: { readonly date: string; readonly source: string; readonly place?: string };
  readonly paragraphs: readonly {
    readonly kind: string;
    readonly range: Range;
    readonly text: string;
    readonly sentences: readonly Range[];
  }[];
  readonly quotes: readonly { readonly range: Range; readonly text: string }[];
  readonly mentions: readonly {
    readonly range: Range;
    readonly text: string;
    readonly people: readonly string[];
    readonly titles: readonly { readonly text: string; readonly offices: readonly string[]; readonly verdict: string }[];
  }[];
  readonly dates: readonly { readonly range: Range; readonly text: string; readonly kind: string; readonly value?: string }[];
}

/** What was read of a draft, in the file's own offsets. */
export function readJson(draft: Draft, knowledge: Knowledge): ReadJson {
  const judged = judgedTitles(draft, knowledge);
  const cast = castOf(draft, knowledge);
  const out = {
    paragraphs: [] as ReadJson['paragraphs'][number][],
    quotes: [] as ReadJson['quotes'][number][],
    mentions: [] as ReadJson['mentions'][number][],
    dates: [] as ReadJson['dates'][number][],
  };
  for (const placed of draft.paragraphs) {
    const p = placed.paragraph;
    const range = (s: Span): Range => {
      const f = inFile(placed, s);
      return [f.start, f.end];
    };
    const text = (s: Span): string => p.text.slice(s.start, s.end);
    out.paragraphs.push({ kind: p.kind, range: range({ start: 0, end: p.text.length }), text: p.text, sentences: p.sentences.map(range) });
    for (const q of p.quotes) out.quotes.push({ range: range(q), text: text(q) });
    for (const m of p.mentions) {
      const titles = judged
        .filter((j) => j.mention === m && j.placed === placed)
        .map((j) => ({ text: text(j.title.span), offices: j.title.offices.slice(0, 3).map((o) => o.id), verdict: j.verdict.fit }));
      out.mentions.push({
        range: range(m.span),
        text: text(m.span),
        people: meant(m, cast)
          .people.slice(0, 3)
          .map((x) => x.id),
        titles,
      });
    }
    for (const d of p.dates)
      out.dates.push({ range: range(d.span), text: text(d.span), kind: d.kind, ...(d.value === undefined ? {} : { value: d.value }) });
  }
  const { on, from, place } = draft.dateline;
  return { dateline: { date: on, source: from, ...(place ? { place } : {}) }, ...out };
}
