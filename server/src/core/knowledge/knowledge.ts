import type { CivilDate } from '../calendar/civil-date';

/** A person of the knowledge. One object a person for the life of a Knowledge: compare by identity. */
export interface Person {
  /** Slug of the name as the data write it: "volodymyr-zelenskyy", "mike-rogers-michigan". */
  readonly id: string;
  /** The preferred spelling, without the bracket that tells namesakes apart. */
  readonly name: string;
  /** The name on later reference: "Zelenskyy", "von der Leyen", "Xi". Empty for those who have none ("Charles III"). */
  readonly surname: string;
  /** Other right spellings, in full. */
  readonly also: readonly string[];
  /** Wrong forms often seen. */
  readonly wrong: readonly string[];
  readonly role?: string;
  readonly born?: CivilDate;
  readonly died?: CivilDate;
  /** By first day. */
  readonly tenures: readonly Tenure[];
}

export interface Office {
  /** "ukraine/president". */
  readonly id: string;
  /** Key in kinds.yaml: "president", "prime-minister", "secretary". */
  readonly kind: string;
  /** As newspapers write them; the first is the one a fix writes. */
  readonly titles: readonly string[];
  /** The country, state or organisation that it is the office of. */
  readonly of: Body;
  /** How many may hold it on one day; 0 for any number. */
  readonly seats: number;
  /** 1 is the highest; which of two posts a person is called by. */
  readonly rank: number;
}

/** A person held an office from one day until another. The day of handover belongs to both. */
export interface Tenure {
  readonly person: Person;
  readonly office: Office;
  readonly from: CivilDate;
  /** Missing: in office on the verified day. */
  readonly until?: CivilDate;
  readonly acting: boolean;
  readonly source: string;
  /** The row was checked up to this day. */
  readonly verified: CivilDate;
}

/** A place or an organisation: what an office can be of, and what a name can name. */
export interface Body {
  readonly id: string;
  readonly name: string;
  readonly type: 'place' | 'organisation';
  /** country, state, city, region, building; alliance, news agency, party, company … */
  readonly kind: string;
  readonly also: readonly string[];
  readonly adjectives: readonly string[];
  readonly wrong: readonly string[];
  /** Earlier or other-language names, with the day from which the present one holds. */
  readonly was: readonly { readonly name: string; readonly until: CivilDate }[];
  /** The id of the place that it lies in. */
  readonly in?: string;
  readonly capital?: string;
  /** The name spelled out, of an organisation known by its abbreviation. */
  readonly long?: string;
}

/** A kind of office (kinds.yaml), and what its offices have unless they say otherwise. */
export interface Kind {
  readonly key: string;
  readonly titles: readonly string[];
  readonly rank: number;
}

export interface Occasion {
  readonly id: string;
  readonly name: string;
  readonly on: CivilDate;
  /** Last day of an event of several days. */
  readonly until?: CivilDate;
  readonly kind: string;
  /** The id of the body that it concerns. */
  readonly of?: string;
  /** As written: "Anchorage, Alaska". */
  readonly place?: string;
  readonly also: readonly string[];
  /** Ids of people; the name as written for those whom the knowledge does not have. */
  readonly people: readonly string[];
  /** What it changed. */
  readonly after?: string;
}

export interface NearName<T> {
  readonly entry: T;
  /** The right form that the word is near. */
  readonly form: string;
  /** Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. */
  readonly distance: number;
}

/**
 * What we know, to be asked. Every look-up takes text as it stands in a draft and folds it (core/text/fold).
 * Nothing here knows a draft or today. An answer that is empty means "not known", never "wrong".
 */
export interface Knowledge {
  readonly edition: string;
  /** The day up to which the shipped rows as a whole were verified. */
  readonly verified: CivilDate;
  readonly counts: {
    readonly people: number;
    readonly offices: number;
    readonly tenures: number;
    readonly places: number;
    readonly organisations: number;
    readonly events: number;
  };
  /** People with this full name or one of its right variants. */
  peopleNamed(name: string): readonly Person[];
  /** People with this surname. */
  peopleSurnamed(surname: string): readonly Person[];
  /** True where some person's name has this word, as first name, middle name or surname. Cheap: for scanning. */
  isNameWord(word: string): boolean;
  /** False where nobody whom registers count bears the word as that part of a name: then it is hardly a name. True where the knowledge has no registers. */
  isBorne(word: string, as: 'first' | 'surname'): boolean;
  /** Offices that bear this title ("Prime Minister", "Sen.", "Treasury Secretary"), of whatever body. */
  officesTitled(title: string): readonly Office[];
  /** Title forms that begin with this word, folded, longest first: ["prime minister of", "prime minister"]. For the title grammar's scan. */
  titlesFrom(word: string): readonly string[];
  /** Places and organisations of this name, variant, abbreviation or earlier name. */
  bodiesNamed(name: string): readonly Body[];
  /** Bodies with this adjective: "Russian", "U.S.". */
  bodiesByAdjective(adjective: string): readonly Body[];
  /** Names and adjectives of bodies that begin with this word, folded, longest first. */
  bodyFormsFrom(word: string): readonly string[];
  body(id: string): Body | undefined;
  person(id: string): Person | undefined;
  office(id: string): Office | undefined;
  /** Who held the office, by first day. */
  tenuresOf(office: Office): readonly Tenure[];
  /** Name words (first names and surnames of people, words of bodies) within `most` edits of the word, nearest first. Microseconds. */
  nearWords(word: string, most: 1 | 2): readonly NearName<string>[];
  /** Everybody whose full name or variant has this word in any position. */
  peopleWithWord(word: string): readonly Person[];
  /** Bodies whose name or variant has this word in any position. */
  bodiesWithWord(word: string): readonly Body[];
  readonly events: readonly Occasion[];
  /** People and bodies of whom this is listed as a wrong form. */
  miswritten(form: string): readonly (Person | Body)[];
  /** Listed wrong forms that begin with this word, folded, longest first. */
  wrongFormsFrom(word: string): readonly string[];
  readonly kinds: readonly Kind[];
}

/** Who held an office on that day by these rows; both on a day of handover. */
export const holdsOn = (t: Tenure, day: CivilDate): boolean => t.from <= day && (t.until === undefined || day <= t.until);
