/**
 * A pattern with `\p{L}`, `\p{Lu}`, `\p{Ll}` or `\p{N}` in it, in two forms: as it is written, and with the letters of Latin spelled out.
 * A text of Latin letters and Western marks alone is read by the second, which finds the very same: V8 makes it in a tenth of the time,
 * for the letters of all scripts are some six hundred ranges, and many of them pairs of units. Each form is made when a text first asks
 * for it. The pattern has the flag `u`, and neither `\P`, `\u{…}` nor another property.
 */
export function lettered(written: () => RegExp): (text: string) => RegExp {
  let whole: RegExp | undefined;
  let latin: RegExp | undefined;
  return (text) => {
    whole ??= written();
    if (!isLatin(text)) return whole;
    latin ??= inLatin(whole);
    return latin;
  };
}

const upper = 'A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ';
const lower = 'a-zµß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĳĵķĸĺļľŀłńņňŉŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżž';
/** The classes within the units that `foreign` leaves out. */
export const latinClasses: Readonly<Record<string, string>> = {
  '\\p{L}': 'A-Za-zªµºÀ-ÖØ-öø-įĲ-ž',
  '\\p{Lu}': upper,
  '\\p{Ll}': lower,
  '\\p{N}': '0-9²³¹¼-¾',
};

/** Beyond Latin-1 and Latin Extended-A, dashes, quotation marks and the like. µ, ß, dotted İ, dotless ı and the long s change case their own way. */
const foreign = /[^\0-´¶-Þà-įĲ-ž\u2010-\u2027\u2030-\u205e€™]/;

let last = '';
let lastIsLatin = true;

/** Many patterns ask of one text after another: the last answer is kept. */
export function isLatin(text: string): boolean {
  if (text === last) return lastIsLatin;
  last = text;
  lastIsLatin = !foreign.test(text);
  return lastIsLatin;
}

function inLatin({ source, flags }: RegExp): RegExp {
  let inside = false;
  const spelled = source.replace(/\\p\{\w+\}|\\[^p]|[[\]]/g, (part) => {
    if (part === '[') inside = true;
    else if (part === ']') inside = false;
    const units = latinClasses[part];
    if (units === undefined) return part;
    return inside ? units : `[${units}]`;
  });
  return new RegExp(spelled, flags.replace('u', ''));
}
