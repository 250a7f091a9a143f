import type { Format, Markup } from '../draft';
import { readHtml } from './html';
import { readMarkdown } from './markdown';
import { readPlaintext } from './plaintext';

/**
 * Reads a file: its blocks in order, the comments that speak to us, its front matter. Offsets are UTF-16 offsets in `text`. Never throws.
 * `previous` is what an earlier state of the same file gave; it makes a reading after a small change fast, and never different.
 */
export function readMarkup(text: string, format: Format, previous?: Markup): Markup {
  if (format === 'markdown') return readMarkdown(text, previous);
  return format === 'html' ? readHtml(text, previous) : readPlaintext(text, previous);
}
