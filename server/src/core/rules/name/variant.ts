import type { Choice, Choices } from '../../desk/spellings/house';
import { besideSurname, majority, type Spelling, spellingsOf } from '../../desk/spellings/spellings';
import { isShouted } from '../../desk/spellings/written';
import type { DraftReport, DraftRule } from '../../lint/rule';
import { type HouseOptions, houseFor, noHouse } from '../houses';
import { everywhere, isRight, type Place, placesOf, reportOf, type Slip } from './variant-report';

interface Options extends HouseOptions {
  /** draft: what the house has not said goes by what the draft writes most often. house: by what the knowledge prefers. */
  readonly prefer: 'draft' | 'house';
  /** Accents of people's names; any: as the draft writes most often. */
  readonly accents: NonNullable<Choices['accents']> | 'any';
  /** Between two names: "US-Russia" or "US–Russia". */
  readonly compounds: NonNullable<Choices['compounds']> | 'any';
}

export const variant: DraftRule<Options> = {
  id: 'name/variant',
  scope: 'draft',
  summary:
    'One name in two right spellings, or in one that is not the house’s: people, places, organisations, abbreviations, accents, dashes.',
  rationale:
    'Each spelling is right, and the two together look like a mistake. The house’s wins: what the config prefers (`prefer` of people, places and organisations, or the option `spellings`), then what the packs say that it extends. What the house has not said goes by what the draft writes most often.',
  severity: 'warning',
  defaults: { prefer: 'draft', ...noHouse, accents: 'any', compounds: 'any' },
  quotes: 'soften',
  examples: {
    wrong: [
      {
        marked: 'Volodymyr Zelenskyy spoke. Zelenskyy then left, and ⟦Zelensky⟧ called at night.',
        becomes: 'Volodymyr Zelenskyy spoke. Zelenskyy then left, and Zelenskyy called at night.',
      },
      {
        marked: 'The U.S. economy grew, and U.S. exports with it; the ⟦US⟧ deficit did not.',
        becomes: 'The U.S. economy grew, and U.S. exports with it; the U.S. deficit did not.',
      },
      {
        marked: 'Muammar Gaddafi fell in 2011. Gaddafi had ruled for 42 years, and Gaddafi’s sons with him. ⟦Moammar Gadhafi⟧ was 69.',
        becomes: 'Muammar Gaddafi fell in 2011. Gaddafi had ruled for 42 years, and Gaddafi’s sons with him. Muammar Gaddafi was 69.',
      },
    ],
    stands: [
      'The U.S. economy grew, and U.S. exports with it.',
      'Trump–Putin talks are a kind of Trump–Putin summit.',
      'The USA Today poll was of the U.S. public.',
    ],
  },
  *check(draft, { knowledge, options }): Generator<DraftReport> {
    const house = houseFor(options, knowledge);
    const slips: Slip[] = [];
    const right: Slip[] = [];
    const all = spellingsOf(draft, knowledge);
    for (const s of all.values()) {
      const named = house.formOf(s);
      const said: Choice | undefined =
        named ?? (options.prefer === 'house' && s.preferred !== undefined ? { form: s.preferred, of: '' } : undefined);
      // houses that write periods in text leave them out of headlines
      const uses = s.kind === 'abbreviation' && (said?.form.includes('.') ?? true) ? s.uses.filter((u) => !inHeadline(u)) : s.uses;
      const most = said ? undefined : majority(besideSurname({ ...s, uses }, all));
      for (const use of uses) {
        const form = said?.form ?? most?.form ?? use.form;
        const wanted = said ? form : (house.styled(s, form)?.form ?? form);
        const own = house.styled(s, use.form);
        const by = said ?? (own?.form === wanted ? own : undefined);
        const slip: Slip = { s, use, wanted, named: named !== undefined, tied: !by && (most?.tied ?? false), ...(by ? { by } : {}) };
        if (isRight(slip)) right.push(slip);
        else if (!told(use)) slips.push(slip);
      }
    }
    const rightly = rightPlaces(right);
    for (const places of byName(placesOf(slips))) {
      const all = everywhere(places);
      for (const place of places) yield reportOf(place, places, rightly(place), all);
    }
  },
};

/** The places of one person, body, abbreviation or compound together. */
function byName(places: readonly Place[]): Iterable<readonly Place[]> {
  const out = new Map<string, Place[]>();
  for (const place of places) {
    const { kind, id } = place.slips[0]!.s;
    const key = `${kind} ${id}`;
    const list = out.get(key);
    if (list) list.push(place);
    else out.set(key, [place]);
  }
  return out.values();
}

/** Where what a place writes stands as it should; found once for all places of the same parts. */
function rightPlaces(right: readonly Slip[]): (place: Place) => readonly Place[] {
  const found = new Map<string, readonly Place[]>();
  return (place) => {
    const parts = new Set(place.slips.map(({ s }) => s));
    const key = [...parts].map((s) => s.key).join('\n');
    const known = found.get(key) ?? placesOf(right.filter((r) => parts.has(r.s)));
    found.set(key, known);
    return known;
  };
}

const inHeadline = (use: Spelling): boolean => use.placed.paragraph.kind === 'headline' || isShouted(use.placed.paragraph.text);

/** "Kyiv, then called Kiev": the spelling itself is spoken of. */
function told(use: Spelling): boolean {
  const { text } = use.placed.paragraph;
  const before = text.slice(Math.max(0, use.span.start - 60), use.span.start);
  if (/\b(?:mis)?spel(?:l|t)/i.test(before)) return true;
  return /(?:\b(?:known as|called|formerly|named|renamed|or|as) ["“‘]?|\()$/i.test(before);
}
