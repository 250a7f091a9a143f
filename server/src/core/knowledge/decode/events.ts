import { slug } from '../../text/fold';
import { type Bodies, findBody, namesOf } from './bodies';
import type { EventEntry } from './entries';
import type { People } from './people';
import { dayAt, didYouMean, fieldsAt, idOf, inside, mapAt, type Place, report, textAt, textsOf } from './reading';

const eventKeys = ['name', 'on', 'until', 'kind', 'of', 'place', 'also', 'people', 'after', 'source', 'verified'];

/** `events:`; `of` becomes the id of a body, `people` ids of people where they are known. `on` may be `FROM..UNTIL`. */
export function decodeEvents(value: unknown, place: Place, bodies: Bodies, people: People, events: Map<string, EventEntry>): void {
  for (const [key, fields] of Object.entries(mapAt(value, place))) {
    const here = inside(place, key);
    const map = fieldsAt(fields, eventKeys, here);
    const at = (name: string): Place => inside(here, name);
    const id = idOf(key, here);
    if (id === undefined) continue;
    const days = typeof map.on === 'string' ? map.on.split('..') : [map.on];
    const on = dayAt(days[0], at('on'));
    if (on === undefined) {
      if (map.on === undefined) report(here, `The event "${key}" has no day: \`on\` is missing.`);
      continue;
    }
    const until = dayAt(days[1], at('on')) ?? dayAt(map.until, at('until'));
    if (until !== undefined && until < on) report(at('until'), `The event ends on ${until}, before it begins on ${on}.`);
    if (events.has(id)) report(here, `The event "${key}" is listed twice.`);
    const name = textAt(map.of, at('of'));
    const of = name === undefined ? undefined : findBody(name, bodies);
    if (name !== undefined && of === undefined) {
      report(at('of'), `Neither a place nor an organisation is called "${name}".${didYouMean(name, namesOf(bodies))}`, 'warning');
    }
    const spot = textAt(map.place, at('place'));
    const after = textAt(map.after, at('after'));
    events.set(id, {
      id,
      name: textAt(map.name, at('name')) ?? key,
      on,
      ...(until !== undefined && until >= on && { until }),
      kind: textAt(map.kind, at('kind')) ?? '',
      ...(of !== undefined && { of }),
      ...(spot !== undefined && { place: spot }),
      also: textsOf(map.also, at('also')),
      people: textsOf(map.people, at('people')).map((person) => personId(person, people) ?? person),
      ...(after !== undefined && { after }),
    });
  }
}

function personId(name: string, people: People): string | undefined {
  const id = slug(name);
  if (people.byId.has(id)) return id;
  const ids = people.byVariant.get(id);
  if (ids?.size === 1) return [...ids][0];
  return people.base?.person(id)?.id;
}
