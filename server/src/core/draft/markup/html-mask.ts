/** Open elements beyond these numbers are made white space: nobody writes them, and a tree builder's time grows with their number times the length. */
const DEPTH = 120;
const STYLED = 16;
/** Units of one tag beyond which it is white space, if it has very many attributes. */
const TAG = 4000;
const PARTS = 400;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements that the next of their kind closes. */
const CLOSING = new Set('p li dt dd tr td th tbody thead tfoot option'.split(' '));
const STYLES = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/** The source with the tags made white space that nest too deep or have too many attributes. Same length; nearly always the very same string. Linear. */
export function maskTags(source: string): string {
  const out: string[] = [];
  let copied = 0;
  const open = new Map<string, number>();
  let depth = 0;
  let styled = 0;
  let hidden = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    if (source.startsWith('<!--', at)) {
      const close = source.indexOf('-->', at + 4);
      if (close < 0) break;
      at = close;
      continue;
    }
    const match = /^<(\/?)([a-zA-Z][^\s/>]{0,60})/.exec(source.slice(at, at + 64));
    if (!match) continue;
    const end = tagEnd(source, at + match[0].length);
    if (end < 0) break;
    const name = match[2]!.toLowerCase();
    let hide = end - at > TAG && source.slice(at, end).split(/[\s/=]/, PARTS + 1).length > PARTS;
    if (!hide && !VOID.has(name) && !CLOSING.has(name)) {
      const style = STYLES.has(name);
      const count = open.get(name) ?? 0;
      if (match[1] === '') {
        if (depth >= DEPTH || (style && styled >= STYLED)) {
          hide = true;
          hidden++;
        } else {
          open.set(name, count + 1);
          depth++;
          if (style) styled++;
        }
      } else if (hidden > 0) {
        hide = true;
        hidden--;
      } else if (count > 0) {
        open.set(name, count - 1);
        depth--;
        if (style) styled--;
      }
    }
    if (hide) {
      out.push(source.slice(copied, at), ' '.repeat(end - at));
      copied = end;
    }
    at = end - 1;
  }
  return copied === 0 ? source : out.join('') + source.slice(copied);
}

/** The offset after the tag whose name ends at `from`, values in quotation marks passed over; -1 where the text ends first. */
function tagEnd(source: string, from: number): number {
  for (let i = from; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 62) return i + 1;
    if ((c === 34 || c === 39) && valueFollows(source, i)) {
      i = source.indexOf(source[i]!, i + 1);
      if (i < 0) return -1;
    }
  }
  return -1;
}

function valueFollows(source: string, quote: number): boolean {
  let i = quote - 1;
  while (i > 0 && /\s/.test(source[i]!)) i--;
  return source[i] === '=';
}
