/** The words for 0 to 19, each at its number. */
export const smallNumbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** Alternatives for a regular expression: "12", "twelve", "twenty-one". */
export const numberPattern = `\\d{1,3}|(?:${tens.slice(2).join('|')})(?:-(?:${smallNumbers.slice(1, 10).join('|')}))?|${smallNumbers.slice(1).reverse().join('|')}`;

/** The number that the words or figures name, up to 999; undefined for anything else. */
export function spelledNumber(text: string): number | undefined {
  const word = text.toLowerCase();
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const [first = '', second] = word.split('-');
  const ten = tens.indexOf(first);
  if (ten >= 2) {
    const one = second === undefined ? 0 : smallNumbers.indexOf(second);
    return one >= 0 && one < 10 ? ten * 10 + one : undefined;
  }
  const n = second === undefined ? smallNumbers.indexOf(first) : -1;
  return n >= 0 ? n : undefined;
}
