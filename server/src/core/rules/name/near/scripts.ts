import type { Body, Knowledge, Person } from '../../../knowledge/knowledge';

/** Countries whose names reach English through a romanisation. */
const countries = new Set(
  'afghanistan algeria armenia bahrain bangladesh belarus bhutan bulgaria burma cambodia china cyprus djibouti egypt eritrea ethiopia georgia greece hong-kong india iran iraq israel japan jordan kazakhstan kosovo kuwait kyrgyzstan laos lebanon libya macau mauritania mongolia montenegro morocco myanmar nepal north-korea north-macedonia oman pakistan palestine qatar russia saudi-arabia serbia somalia south-korea sri-lanka sudan syria taiwan tajikistan thailand tunisia turkmenistan ukraine united-arab-emirates uzbekistan yemen'.split(
    ' ',
  ),
);
const nations =
  /\b(?:Afghan|Algerian|Arab|Armenian|Bahraini|Bangladeshi|Belarusian|Bulgarian|Chinese|Egyptian|Emirati|Ethiopian|Georgian|Greek|Hamas|Hezbollah|Houthi|Indian|Iranian|Iraqi|Islamic|Israeli|Japanese|Jordanian|Kazakh|Korean|Kremlin|Kuwaiti|Lebanese|Libyan|Mongolian|Moroccan|Moscow|Pakistani|Palestinian|Putin|Qatari|Russian|Saudi|Serbian|Soviet|Sudanese|Syrian|Taiwanese|Taliban|Thai|Tunisian|Ukrainian|Yemeni|al-Qaida|al-Qaeda)\b/;
const abroad = /\b(?:U\.S\.|US|American|British|U\.K\.|French|German|Canadian|Australian|NATO|ambassador to|envoy to)(?![\p{L}])/u;

const known = new WeakMap<Person, boolean>();

/** True for people whose names are written in another script at home, so that English has several right spellings of them. */
export function ofAnotherScript(person: Person, knowledge: Knowledge): boolean {
  const made = known.get(person);
  if (made !== undefined) return made;
  const answer =
    (person.role !== undefined && nations.test(person.role) && !abroad.test(person.role)) ||
    person.tenures.some((t) => lies(t.office.of, knowledge));
  known.set(person, answer);
  return answer;
}

function lies(body: Body, knowledge: Knowledge): boolean {
  for (let b: Body | undefined = body, depth = 0; b && depth < 4; b = b.in ? knowledge.body(b.in) : undefined, depth++)
    if (countries.has(b.id)) return true;
  return false;
}
