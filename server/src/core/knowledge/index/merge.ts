import { fold } from '../../text/fold';
import type { BodyFacts, OfficeFacts, PersonFacts } from './facts';

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];
const without = (a: readonly string[], b: readonly string[]): string[] => {
  const gone = new Set(b.map(fold));
  return a.filter((text) => !gone.has(fold(text)));
};

/** A person of whom a later layer speaks too: its spelling is preferred where its `people` list the name, variants add up, single facts are replaced. */
export function mergePerson(base: PersonFacts, later: PersonFacts): PersonFacts {
  const renamed = later.listed && later.name !== base.name;
  const name = renamed ? later.name : base.name;
  const surname = later.surnameGiven || (renamed && !base.surnameGiven) ? later.surname : base.surname;
  const wrong = union(without(base.wrong, [later.name, ...later.also]), later.wrong);
  const also = union(without([...(renamed ? [base.name] : []), ...base.also], later.wrong), later.also).filter((form) => form !== name);
  return {
    ...base,
    ...later,
    name,
    surname,
    also,
    wrong,
    listed: base.listed || later.listed,
    surnameGiven: base.surnameGiven || later.surnameGiven,
  };
}

export function mergeOffice(base: OfficeFacts, later: OfficeFacts): OfficeFacts {
  return {
    ...base,
    titles: later.titlesGiven ? later.titles : base.titles,
    seats: later.seatsGiven ? later.seats : base.seats,
    titlesGiven: base.titlesGiven || later.titlesGiven,
    seatsGiven: base.seatsGiven || later.seatsGiven,
  };
}

export function mergeBody(base: BodyFacts, later: BodyFacts): BodyFacts {
  if (later.implicit) return base;
  if (base.implicit) return later;
  const renamed = later.name !== base.name;
  return {
    ...base,
    ...later,
    type: base.type,
    kind: later.kind || base.kind,
    also: union(without([...(renamed ? [base.name] : []), ...base.also], later.wrong), later.also).filter((form) => form !== later.name),
    adjectives: union(later.adjectives, base.adjectives),
    wrong: union(without(base.wrong, [later.name, ...later.also]), later.wrong),
    was: [...base.was.filter((w) => !later.was.some((l) => l.name === w.name)), ...later.was],
  };
}
