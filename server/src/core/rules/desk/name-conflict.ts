import { majority, type Spelling, type Spellings, spellingsOf } from '../../desk/spellings/spellings';
import type { Draft } from '../../draft/draft';
import type { DeskReport, DeskRule } from '../../lint/rule';
import { fold } from '../../text/fold';
import { type HouseOptions, houseFor, noHouse } from '../houses';

export const nameConflict: DeskRule<HouseOptions> = {
  id: 'desk/name-conflict',
  scope: 'desk',
  summary: 'One name that drafts of the same desk spell differently.',
  rationale: 'Stories that run side by side are read side by side. What most of them write is the desk’s spelling.',
  severity: 'warning',
  defaults: noHouse,
  quotes: 'same',
  examples: {
    wrong: [{ marked: 'Volodymyr ⟦Zelensky⟧ spoke.' }],
    stands: ['Volodymyr Zelenskyy spoke.'],
  },
  *check(drafts, { knowledge, options }) {
    if (drafts.length < 2) return;
    const house = houseFor(options, knowledge);
    const all = drafts.map((draft) => ({ draft, spellings: spellingsOf(draft, knowledge) }));
    const byName = new Map<string, { draft: Draft; spellings: Spellings; form: string }[]>();
    for (const { draft, spellings } of all) {
      for (const [key, s] of spellings) {
        // what the house has said is name/variant’s, in each draft
        if (s.kind === 'dash' || house.formOf(s) || s.uses.some((u) => house.styled(s, u.form))) continue;
        const form = majority(s)?.form ?? s.uses[0]!.form;
        const list = byName.get(key);
        if (list) list.push({ draft, spellings: s, form });
        else byName.set(key, [{ draft, spellings: s, form }]);
      }
    }
    for (const list of byName.values()) {
      if (list.length < 2) continue;
      const desk = deskForm(list);
      if (desk === undefined) continue;
      const other = list.find((l) => l.form === desk)!;
      const there = other.spellings.uses.find((u) => u.form === desk)!;
      const times = list.filter((l) => l.form === desk).length;
      for (const { draft, spellings, form } of list) {
        if (form === desk) continue;
        for (const use of spellings.uses) if (use.form !== desk) yield report(draft, spellings, use, desk, times, other.draft, there);
      }
    }
  },
};

/** What most drafts write; of equals the form that the knowledge prefers; nothing where all agree. */
function deskForm(list: readonly { readonly form: string; readonly spellings: Spellings }[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { form } of list) counts.set(form, (counts.get(form) ?? 0) + 1);
  if (counts.size < 2) return undefined;
  const most = Math.max(...counts.values());
  const top = [...counts.keys()].filter((f) => counts.get(f) === most);
  return top.find((f) => f === list[0]!.spellings.preferred) ?? top[0];
}

function report(draft: Draft, s: Spellings, use: Spelling, desk: string, times: number, other: Draft, there: Spelling): DeskReport {
  const text = use.placed.paragraph.text.slice(use.span.start, use.span.end).includes('’') ? desk.replace(/'/g, '’') : desk;
  const who = s.kind === 'abbreviation' ? '' : ` of ${s.name}`;
  return {
    draft,
    placed: use.placed,
    span: use.span,
    message: `"${use.form}": ${times === 1 ? 'another draft' : `${times} other drafts`} of this desk ${times === 1 ? 'writes' : 'write'} "${desk}"${who}. Agree on one.`,
    ...(s.kind === 'abbreviation' || fold(use.form) === fold(desk) ? { severity: 'info' as const } : {}),
    fixes: [{ title: `Change "${use.form}" to "${desk}"`, confidence: 'judgement', edits: [{ span: use.span, text }] }],
    elsewhere: [{ draft: other, placed: there.placed, span: there.span, message: `"${desk}" here` }],
  };
}
