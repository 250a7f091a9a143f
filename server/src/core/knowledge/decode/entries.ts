import type { CivilDate } from '../../calendar/civil-date';

/** A kind of office (kinds.yaml): the titles and the rank that its offices have unless they say otherwise. */
export interface KindEntry {
  readonly key: string;
  readonly titles: readonly string[];
  readonly rank: number;
}

export interface PersonEntry {
  readonly id: string;
  readonly name: string;
  readonly surname: string;
  /** The surname was written, not worked out from the name. */
  readonly surnameGiven: boolean;
  readonly familyNameFirst: boolean;
  readonly also: readonly string[];
  readonly wrong: readonly string[];
  readonly role?: string;
  readonly born?: CivilDate;
  readonly died?: CivilDate;
  /** Stands in a `people` map, so that its spelling outranks the one of a tenure's row. */
  readonly listed: boolean;
}

export interface OfficeEntry {
  readonly id: string;
  readonly kind: string;
  readonly titles: readonly string[];
  /** The titles were written, not taken from the kind. */
  readonly titlesGiven: boolean;
  /** Id of the body. */
  readonly of: string;
  readonly seats: number;
  readonly seatsGiven: boolean;
  readonly rank: number;
}

export interface TenureEntry {
  /** Id of the person. */
  readonly person: string;
  /** Id of the office. */
  readonly office: string;
  readonly from: CivilDate;
  readonly until?: CivilDate;
  readonly acting: boolean;
  readonly source: string;
  readonly verified: CivilDate;
}

export interface BodyEntry {
  readonly id: string;
  readonly name: string;
  readonly type: 'place' | 'organisation';
  readonly kind: string;
  readonly also: readonly string[];
  readonly adjectives: readonly string[];
  readonly wrong: readonly string[];
  readonly was: readonly { readonly name: string; readonly until: CivilDate }[];
  readonly in?: string;
  readonly capital?: string;
  readonly long?: string;
  /** Only named as what an office is of; a joined knowledge takes everything else from its base. */
  readonly implicit: boolean;
}

export interface EventEntry {
  readonly id: string;
  readonly name: string;
  readonly on: CivilDate;
  readonly until?: CivilDate;
  readonly kind: string;
  /** Id of a body. */
  readonly of?: string;
  readonly place?: string;
  readonly also: readonly string[];
  /** Ids of people where they are known, else the name as written. */
  readonly people: readonly string[];
  readonly after?: string;
}

/** Everything that documents say, decoded and resolved; each list is ordered by id (tenures by person, first day and office). */
export interface Entries {
  readonly kinds: readonly KindEntry[];
  readonly people: readonly PersonEntry[];
  readonly offices: readonly OfficeEntry[];
  readonly tenures: readonly TenureEntry[];
  readonly bodies: readonly BodyEntry[];
  readonly events: readonly EventEntry[];
}

export const emptyEntries: Entries = { kinds: [], people: [], offices: [], tenures: [], bodies: [], events: [] };

/** A parsed YAML or JSON document: plain objects, arrays and scalars. */
export interface KnowledgeDocument {
  /** What a message calls it: a path. */
  readonly source: string;
  readonly value: unknown;
}

/** Something wrong in a document. The rest of the document loads. */
export interface KnowledgeProblem {
  readonly level: 'error' | 'warning';
  readonly message: string;
  /** Index in the list of documents that was decoded. */
  readonly document: number;
  /** Keys and indices from the top of the document to the value, or to the key itself where the key is what is wrong. */
  readonly path: readonly (string | number)[];
}

export interface DecodedKnowledge {
  readonly value: Entries;
  readonly problems: readonly KnowledgeProblem[];
}
