import ap from '../../../data/terms/ap.yaml';
import guardian from '../../../data/terms/guardian.yaml';
import reuters from '../../../data/terms/reuters.yaml';
import { type Choices, type House, houseOf } from '../desk/spellings/house';
import type { Knowledge } from '../knowledge/knowledge';

/** A pack as its file has it (server/data/terms). */
interface Pack extends Partial<Omit<Choices, 'of'>> {
  /** What it is: "AP basics". */
  readonly name: string;
  /** Whose it is: "AP". */
  readonly house: string;
  readonly terms: unknown;
}

const packs: Readonly<Record<string, Pack>> = { ap, guardian, reuters };

/** The packs of these names that ship, in this order; other names are passed over, and so is what is no list. */
export const packsNamed = (names: unknown): readonly Pack[] =>
  textsIn(names).flatMap((name) => (Object.hasOwn(packs, name) ? [packs[name]!] : []));

/** What the rules of names can be told of the house. */
export interface HouseOptions {
  /** Names of packs that ship: "ap", "guardian", "reuters". Later ones win. */
  readonly packs: readonly string[];
  /** Names as the house writes them: "Volodymyr Zelensky", "Kyiv", "U.S.". They win over the packs, and later ones over earlier. */
  readonly spellings: readonly string[];
}

export const noHouse: HouseOptions = { packs: [], spellings: [] };

const houses = new WeakMap<object, { readonly knowledge: Knowledge; readonly house: House }>();

/** The house that options tell of, made once for them. */
export function houseFor(options: HouseOptions, knowledge: Knowledge): House {
  const made = houses.get(options);
  if (made?.knowledge === knowledge) return made.house;
  const { accents, compounds } = options as Partial<Choices>;
  const house = houseOf(
    [
      ...packsNamed(options.packs).map((p): Choices => ({ ...p, of: p.house, names: p.names ?? [] })),
      {
        of: '',
        names: textsIn(options.spellings),
        ...(accents === 'keep' || accents === 'drop' ? { accents } : {}),
        ...(compounds === 'hyphen' || compounds === 'dash' ? { compounds } : {}),
      },
    ],
    knowledge,
  );
  houses.set(options, { knowledge, house });
  return house;
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string' && v.trim() !== '') : [];
