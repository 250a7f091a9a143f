import type { CivilDate } from '../../core';
import { readCongress } from './congress';
import { readCsv } from './csv';
import { type Kind, type Source, UnreadableSource } from './source';
import { readWikidata } from './wikidata';

/** Reads a file as what it is said to be, else as what it looks like. Throws UnreadableSource where it is neither. */
export function readSource(text: string, name: string, verified: CivilDate, kind: Kind = kindOfSource(text)): Source {
  if (kind === 'wikidata') return readWikidata(text);
  if (kind === 'congress') return readCongress(text, verified);
  return readCsv(text, name.replace(/^.*[/\\]/, ''));
}

/** What the content looks like. The beginning tells; the name of a file does not. */
export function kindOfSource(text: string): Kind {
  const start = text
    .slice(0, 20_000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start === '') throw new UnreadableSource('is empty');
  if (start.startsWith('{') || start.startsWith('[')) {
    if (/"bioguide"|"terms"\s*:/.test(start)) return 'congress';
    if (/"bindings"|"head"\s*:|"(?:person|item|human|holder|position|office)(?:Label)?"\s*:/i.test(start)) return 'wikidata';
    throw new UnreadableSource(
      'is JSON, but neither the result of a Wikidata query nor a list of legislators. --from wikidata or --from congress reads it as that',
    );
  }
  if (/^- (?:id|name|bio|terms):/m.test(start) && /\b(?:bioguide|terms):/.test(start)) return 'congress';
  if (/[,;\t]/.test(start.split('\n', 1)[0]!)) return 'csv';
  throw new UnreadableSource('looks like none of the sources we read. --from says which it is: wikidata, congress or csv');
}
