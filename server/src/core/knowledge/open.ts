import { fold } from '../text/fold';
import { inFilter } from './index/borne';
import { firstWord } from './index/form-index';
import { findEntry } from './index/hash-index';
import { dateOf, find, type Layer, readLayer } from './index/layer';
import type { Numbering } from './index/numbering';
import { objectsOf } from './index/objects';
import { eventsOf, kindsOf } from './index/read-rows';
import { bodyRow, derived, metaRow, preferred, tenureRow } from './index/rows';
import type { IndexName } from './index/sections';
import type { Body, Kind, Knowledge, NearName, Occasion, Person } from './knowledge';
import { nameKey } from './names/name-forms';
import { nearWords } from './names/near-words';

const made = new WeakMap<Knowledge, readonly Layer[]>();

/**
 * The knowledge in an index that `compileKnowledge` wrote. Opening makes views over the bytes and nothing else (well under a millisecond);
 * objects are made when they are asked for. The bytes must not change afterwards. Throws where they are no index of this version.
 */
export const openKnowledge = (bytes: Uint8Array): Knowledge => knowledgeOf([readLayer(bytes)]);

/** The layers of a knowledge that was opened or joined here; none of any other. */
export const layersOf = (knowledge: Knowledge): readonly Layer[] => made.get(knowledge) ?? [];

/** The knowledge of layers that lie on one another, the first at the bottom. */
export function knowledgeOf(layers: readonly Layer[]): Knowledge {
  const base = layers[0]!;
  const objects = objectsOf(layers);
  const { people, offices, bodies } = objects;

  /** Numbers under a key in all layers, in the order of the layers, each once. */
  const numbersOf = (index: IndexName, key: string, numbering: Numbering): readonly number[] => {
    if (layers.length === 1) return Array.from(find(base, index, key));
    const out = new Set<number>();
    layers.forEach((layer, l) => {
      for (const row of find(layer, index, key)) out.add(numbering.number(l, row));
    });
    return [...out];
  };
  /** The same where a posting bears a rank: best rank first. With `strict`, derived forms yield to somebody's own name. */
  const ranked = (index: IndexName, key: string, numbering: Numbering, strict: boolean): readonly number[] => {
    const best = new Map<number, number>();
    layers.forEach((layer, l) => {
      for (const posting of find(layer, index, key)) {
        const number = numbering.number(l, posting >>> 2);
        best.set(number, Math.min(posting & 3, best.get(number) ?? 3));
      }
    });
    if (best.size < 2) return [...best.keys()];
    const found = [...best].sort((a, b) => a[1] - b[1]);
    const narrow = strict && found[0]![1] === preferred;
    return found.filter(([, rank]) => !narrow || rank !== derived).map(([number]) => number);
  };
  const formsFrom = (index: IndexName, word: string): readonly string[] => {
    const first = firstWord(fold(word));
    const forms = layers.flatMap((layer) => Array.from(find(layer, index, first), (id) => layer.pool.text(id)));
    return layers.length === 1 ? forms : [...new Set(forms)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  };
  const one = <T>(numbering: Numbering, id: string, make: (number: number) => T): T | undefined => {
    const number = numbering.find(id);
    return number < 0 ? undefined : make(number);
  };
  const bodiesOfWord = (layer: Layer, key: string): Uint32Array => {
    const { indices, wordBodies, wordBodyStarts } = layer.sections;
    const entry = findEntry(indices.words, layer.pool, key);
    return entry < 0 ? wordBodies.subarray(0, 0) : wordBodies.subarray(wordBodyStarts[entry]!, wordBodyStarts[entry + 1]!);
  };

  let events: readonly Occasion[] | undefined;
  let kinds: readonly Kind[] | undefined;
  const verified = dateOf(base.sections.meta[metaRow.verified]!) ?? '0001-01-01';
  const organisations = (): number => {
    let n = 0;
    for (const number of bodies.numbers()) {
      const { layer, row } = bodies.rows(number)[0]!;
      n += layers[layer]!.sections.bodies[row * bodyRow.width + bodyRow.type]!;
    }
    return n;
  };

  const nearest = [new Map<string, readonly NearName<string>[]>(), new Map<string, readonly NearName<string>[]>()] as const;
  /** A draft asks for its own names over and over; the last thousand answers are kept. */
  const near = (key: string, most: 1 | 2): readonly NearName<string>[] => {
    const known = nearest[most - 1]!;
    let found = known.get(key);
    if (!found) {
      if (known.size >= 1000) known.clear();
      known.set(key, (found = nearWords(layers, key, most)));
    }
    return found;
  };

  const knowledge: Knowledge = {
    edition: base.pool.text(base.sections.meta[metaRow.edition]!),
    verified,
    get counts() {
      const orgs = organisations();
      const tenures = layers.reduce((sum, l) => sum + l.sections.tenures.length / tenureRow.width, 0);
      return {
        people: people.count,
        offices: offices.count,
        tenures,
        places: bodies.count - orgs,
        organisations: orgs,
        events: this.events.length,
      };
    },
    peopleNamed: (name) => ranked('names', nameKey(name), people, true).map(objects.person),
    peopleSurnamed: (surname) => ranked('surnames', nameKey(surname), people, false).map(objects.person),
    isNameWord: (word) => {
      const key = nameKey(word);
      return layers.some((l) => find(l, 'words', key).length > 0);
    },
    isBorne: (word, as) => {
      const filter = as === 'first' ? base.sections.borneFirst : base.sections.borneSurname;
      return filter.length === 0 || inFilter(filter, nameKey(word));
    },
    officesTitled: (title) => numbersOf('titles', nameKey(title), offices).map(objects.office),
    titlesFrom: (word) => formsFrom('titleStarts', word),
    bodiesNamed: (name) => ranked('bodyNames', nameKey(name), bodies, false).map(objects.body),
    bodiesByAdjective: (adjective) => numbersOf('adjectives', nameKey(adjective), bodies).map(objects.body),
    bodyFormsFrom: (word) => formsFrom('bodyStarts', word),
    body: (id) => one(bodies, id, objects.body),
    person: (id) => one(people, id, objects.person),
    office: (id) => one(offices, id, objects.office),
    tenuresOf: (office) => one(offices, office.id, objects.tenuresOf) ?? [],
    nearWords: (word, most) => near(nameKey(word), most),
    peopleWithWord: (word) => numbersOf('words', nameKey(word), people).map(objects.person),
    bodiesWithWord: (word) => {
      const key = nameKey(word);
      const numbers = layers.flatMap((layer, l) => Array.from(bodiesOfWord(layer, key), (row) => bodies.number(l, row)));
      return [...new Set(numbers)].map(objects.body);
    },
    get events() {
      events ??= eventsOf(layers);
      return events;
    },
    miswritten: (form): readonly (Person | Body)[] => {
      const key = nameKey(form);
      return [...numbersOf('wrongPeople', key, people).map(objects.person), ...numbersOf('wrongBodies', key, bodies).map(objects.body)];
    },
    wrongFormsFrom: (word) => formsFrom('wrongStarts', word),
    get kinds() {
      kinds ??= kindsOf(layers);
      return kinds;
    },
  };
  made.set(knowledge, layers);
  return knowledge;
}
