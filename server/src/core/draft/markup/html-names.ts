const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin and end a block of text. */
export const BLOCKS = names(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol option optgroup p pre search section summary table tbody td tfoot th thead tr ul',
);

/** Elements that hold nothing to be read. */
export const SILENT = names(
  'script style template noscript svg math iframe object embed applet audio video canvas map select textarea datalist noframes noembed',
);

/** Elements that are the page's, not the article's. */
const FURNITURE = names('nav footer aside form button label fieldset menu search dialog');

const ROLES = names('navigation complementary contentinfo search form dialog alertdialog menu menubar toolbar button banner');

/** Words of class names and ids that tell a widget, where they are a whole name or its first or last part. */
const WIDGETS = names(
  'nav navbar navigation menu breadcrumb breadcrumbs share sharing sharebar sociallinks addtoany sharedaddy related relatedposts newsletter subscribe subscription signup promo promotion ad ads advert advertisement advertising adslot sponsored sidebar comments commentform respond cookie cookies consent gdpr paywall widget tags tagcloud outbrain taboola readmore morestories skyscraper mpu dfp disqus livefyre recommended recommendations popular trending pagination pager footer toolbar modal popup adblock akismet',
);

/** Names that a page bears because it has a widget, and those in which "social" tells one. */
const WITH = /^(?:has|with|no|without|is|hide|show)[-_]/;
/** What stands beside a story and is copy: a pull quote, a box of facts, a correction; and words that only begin like a widget's name. */
const COPY =
  /^(?:pull-?quote|block-?quote|quote|epigraph|fact-?box|info-?box|explainer|timeline|correction|clarification|foot-?notes?)(?:$|[-_])|^(?:share|shares)[-_](?:prices?|holders?)|^(?:ad|ads)[-_](?:industry|revenue)|^comment[-_]?(?:piece|is)|[-_](?:pull-?quote|fact-?box|info-?box)$/;
const SOCIAL = /^social(?:$|[-_](?:links?|icons?|media|share|sharing|buttons?|bar|nav|follow)(?:$|[-_]))/;

/** Elements whose classes say what the page is, not what the element is. */
const PAGE = names('html body main article h1 h2 h3 h4 h5 h6');

/** True where an element is furniture of the page by its name, its role, its class or its id. */
export function isFurniture(name: string, attribute: (name: string) => string | undefined): boolean {
  const words = `${attribute('class') ?? ''} ${attribute('id') ?? ''}`.slice(0, 400).toLowerCase().split(/\s+/);
  if (words.some((word) => COPY.test(word))) return false;
  if (FURNITURE.has(name)) return true;
  const role = attribute('role');
  if (role && ROLES.has(role.trim().toLowerCase())) return true;
  if (PAGE.has(name)) return false;
  return words.some((word) => {
    if (WITH.test(word)) return false;
    if (SOCIAL.test(word)) return true;
    const parts = word.split(/[-_]+/).filter((part) => part !== '');
    return parts.length > 0 && (WIDGETS.has(parts[0]!) || WIDGETS.has(parts[parts.length - 1]!));
  });
}
