/** What stays as it is: addresses outside the site ("https:…", "mailto:…") and places on the same page ("#…"). */
const KEPT = /^(#|[a-z][a-z0-9+.-]*:)/i;

/** Where the sheets stand among the pages: they are printed and drawn, and not published. */
export const SHEETS = 'sheets';

/** The file that an address names, site-relative or as Eleventy names it: "2013-14/ks2/" is "2013-14/ks2/index.html". */
export function fileOf(address: string): string {
  const path = address.replace(/^\//, '');
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/**
 * The link from the page at `here` ("/2013-14/ks2/", as Eleventy names it) to a site-relative address
 * ("2013-14/#rwm", "" for the front page), written so that it works under any prefix and from a folder.
 */
export function relativeLink(href: string, here: string): string {
  if (KEPT.test(href)) return href;
  const [address = '', fragment] = href.split('#', 2);
  const anchor = fragment === undefined ? '' : `#${fragment}`;
  const target = fileOf(address).split('/');
  const from = fileOf(here).split('/');
  if (anchor && target.join('/') === from.join('/')) return anchor;
  let shared = 0;
  while (shared < from.length - 1 && shared < target.length - 1 && from[shared] === target[shared])
    shared += 1;
  const up = '../'.repeat(from.length - 1 - shared);
  return up + target.slice(shared).join('/') + anchor;
}

/** The page that a server shows for an address where nothing is, whatever its depth. */
export const NOT_FOUND = '404.html';

/**
 * The link from the page at `here` as the site is to have it: relative, but on the page that is shown in the place of
 * others, which may be read at any address. Its links begin at the root of its host: beneath `address`, where the site
 * says where it is published, otherwise as if nothing stood above it.
 */
export function linkFrom(href: string, here: string, address: string | null): string {
  if (fileOf(here) !== NOT_FOUND || KEPT.test(href)) return relativeLink(href, here);
  const [path = '', ...fragment] = href.split('#');
  return [(address === null ? '/' : new URL(address).pathname) + fileOf(path), ...fragment].join('#');
}

/** Officers' words as HTML, their links to the site's own pages ("/2013-14/ks2/") made relative to `here`. */
export function relink(html: string, here: string): string {
  return html.replaceAll(
    / href="\/([^"]*)"/g,
    (_, address: string) => ` href="${relativeLink(address, here)}"`,
  );
}

/** The most words of officers that stand open on the front page. */
const mostOpen = 90;

/** Officers' words as HTML, what goes beyond a first paragraph folded away where there is much of it. */
export function folded(html: string): string {
  const words = html.replaceAll(/<[^>]*>/g, ' ').split(/\s+/).length;
  const end = html.indexOf('</p>') + '</p>'.length;
  const rest = html.slice(end).trim();
  if (words <= mostOpen || end < '</p>'.length || rest === '') return html;
  return `${html.slice(0, end)}<details class="front__how"><summary>Read on</summary>${rest}</details>`;
}
