const marks = /\p{M}/gu;
const special: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
  ə: 'a',
};

/**
 * The form under which names are compared: lower case, no accents, straight apostrophes and plain hyphens, one space between words,
 * no soft hyphens or zero-width characters. "Erdoğan", "ERDOGAN" and "erdogan" fold to one.
 */
export function fold(text: string): string {
  const form = formOf(text);
  if (form === plain) return text.toLowerCase();
  if (form === curly) return text.toLowerCase().replace(/’/g, "'");
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[ßæœøđðþłıħŋə]/g, (c) => special[c] ?? c)
    .replace(/[’‘ʼʻ`´]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ');
}

const plain = 0;
const curly = 1;
const other = 2;

/** Plain signs alone, or curly apostrophes among them, or more. */
function formOf(text: string): typeof plain | typeof curly | typeof other {
  let form: typeof plain | typeof curly = plain;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x2019) form = curly;
    else if (c > 126 || c < 32 || c === 96 || (c === 32 && text.charCodeAt(i + 1) === 32)) return other;
  }
  return form;
}

/** A stable key for a name: folded, words joined by hyphens, nothing but a-z, 0-9 and hyphens. "Luiz Inácio Lula da Silva" gives "luiz-inacio-lula-da-silva". */
export const slug = (name: string): string =>
  fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
