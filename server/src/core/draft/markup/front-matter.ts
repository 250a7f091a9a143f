import type { Markup } from '../draft';
import { afterBreak, lineEnd } from './lines';

export type FrontMatter = NonNullable<Markup['frontMatter']>;

/**
 * The front matter at the start of a file, after a byte order mark at most: YAML between lines of `---`, TOML between lines of `+++`.
 * `from` is the offset at which the draft itself begins. `strict` asks that the first line be a key and its value, for formats where `---` may be a rule.
 */
export function readFrontMatter(text: string, strict: boolean): { readonly from: number; readonly frontMatter?: FrontMatter } {
  const begin = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const fence = text.startsWith('---', begin) ? '---' : text.startsWith('+++', begin) ? '+++' : undefined;
  if (!fence || !isFence(text, begin, fence)) return { from: begin };
  const start = afterBreak(text, lineEnd(text, begin));
  if (strict && !/^[\w-]{1,80}[ \t]{0,20}[:=]/.test(text.slice(start, start + 101))) return { from: begin };
  for (let at = start; at < text.length; ) {
    const end = lineEnd(text, at);
    const next = afterBreak(text, end);
    if (isFence(text, at, fence)) {
      return {
        from: next,
        frontMatter: { span: { start, end: at }, text: text.slice(start, at), language: fence === '---' ? 'yaml' : 'toml' },
      };
    }
    at = next;
  }
  return { from: begin };
}

/** True where the line at `at` is the fence and white space. */
function isFence(text: string, at: number, fence: string): boolean {
  if (!text.startsWith(fence, at)) return false;
  let i = at + fence.length;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++;
  return i === text.length || text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13;
}
