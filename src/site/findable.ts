import type { ReportView } from '../pages/page-views.ts';
import { relativeLink } from './links.ts';

/** An address for machines: whole where the site says where it is published, else as a link from the page at `here`. */
export function addressed(href: string, here: string, { site }: ReportView): string {
  return site.address === null ? relativeLink(href, here) : site.address + href;
}

/**
 * The one address of the page at `here`, or null where the site does not say where it is published. The front page is
 * the latest edition's summary, whose own address stays true when the next edition takes the front; the page that says
 * that a page was not found has none.
 */
export function canonical(here: string, { site }: ReportView): string | null {
  if (site.address === null || here === '/404.html') return null;
  return site.address + (here === '/' ? `${site.latest.id}/` : here.slice(1));
}

/** The page with its title and description repeated where those who share it are told of them; blocks cannot be read twice. */
export function withSharing(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1]?.replaceAll('"', '&quot;') ?? '';
  const description = /<meta name="description" content="([^"]*)">/.exec(html)?.[1] ?? '';
  return html
    .replace('<meta property="og:title" content="">', () => `<meta property="og:title" content="${title}">`)
    .replace(
      '<meta property="og:description" content="">',
      () => `<meta property="og:description" content="${description}">`,
    );
}

/** A finished page: the address it is known by, and its text. */
export type Finished = { readonly url: string; readonly content: string };

/** The site map: every page under its canonical address, with the cut-off date of its edition, or of the latest. */
export function siteMap(pages: readonly Finished[], report: ReportView): string {
  const { site } = report;
  const named = pages.flatMap(({ url, content }) => {
    const address = canonical(url, report);
    const isPage = content.includes('<link rel="canonical"') && url !== '/';
    return address === null || !isPage ? [] : [{ url, address }];
  });
  const entries = named
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
    .map(({ url, address }) => {
      const edition = site.editions.find(({ id }) => url.startsWith(`/${id}/`)) ?? site.latest;
      return `  <url><loc>${escapeXml(address)}</loc><lastmod>${edition.cutOffDate}</lastmod></url>\n`;
    });
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`;
}

/** What robots may read: everything, and where the site map is. */
export function robots(address: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${address}sitemap.xml\n`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
