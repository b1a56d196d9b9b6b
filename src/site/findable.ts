import type { DatasetView } from '../pages/dataset.ts';
import type { ReportView } from '../pages/page.ts';
import { escapeXml } from './html.ts';
import { fileOf, NOT_FOUND, relativeLink } from './links.ts';

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
  if (site.address === null || fileOf(here) === NOT_FOUND) return null;
  return site.address + (here === '/' ? `${site.latest.id}/` : here.slice(1));
}

/** True of a finished page that the site map has: one that is its own canonical page. */
export function isMapped(html: Buffer): boolean {
  return html.includes('<link rel="canonical"');
}

/** The site map: every page that it has under its canonical address, with the cut-off date of its edition, or of the latest. */
export function siteMap(urls: readonly string[], report: ReportView): string {
  const { site } = report;
  const named = urls.flatMap(url => {
    const address = canonical(url, report);
    return address === null || url === '/' ? [] : [{ url, address }];
  });
  const entries = named
    .toSorted((a, b) => (a.address < b.address ? -1 : 1))
    .map(({ url, address }) => {
      const edition = site.editions.find(({ id }) => url.startsWith(`/${id}/`)) ?? site.latest;
      return `  <url><loc>${escapeXml(address)}</loc><lastmod>${edition.cutOffDate}</lastmod></url>\n`;
    });
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`;
}

export function robots(address: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${address}sitemap.xml\n`;
}

/** The licence under which the figures may be reused, as the foot of every page says. */
const licence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

const formats: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  pdf: 'application/pdf',
};

/** A set of data in the words of schema.org, for the page at `here`; safe to stand inside a script element. */
export function jsonLd(dataset: DatasetView, here: string, report: ReportView): string {
  const { publisher, place } = dataset;
  const organisation = publisher && { '@type': 'Organization', name: publisher.name, url: publisher.website };
  const described = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: dataset.name,
    description: dataset.description,
    url: addressed(dataset.href, here, report),
    inLanguage: 'en-GB',
    isAccessibleForFree: true,
    temporalCoverage: `${dataset.from}/${dataset.to}`,
    spatialCoverage: { '@type': 'Place', name: place.name, identifier: place.code },
    creator:
      publisher === null
        ? {
            '@type': 'Organization',
            name: `${place.name}: a demonstration, not a publication of the council`,
          }
        : {
            '@type': 'Organization',
            name: `${publisher.department}, ${publisher.name}`,
            parentOrganization: organisation,
          },
    ...(organisation === null ? {} : { publisher: organisation }),
    license: licence,
    version: dataset.version,
    dateModified: dataset.modified,
    isBasedOn: dataset.sources.map(({ title, organisation, url }) => ({
      '@type': 'CreativeWork',
      name: title,
      url,
      publisher: { '@type': 'Organization', name: organisation },
    })),
    distribution: dataset.files.map(({ name, href }) => ({
      '@type': 'DataDownload',
      name,
      encodingFormat: formats[href.slice(href.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
      contentUrl: addressed(href, here, report),
    })),
  };
  return JSON.stringify(described).replaceAll('<', '\\u003c');
}

/** The same page in the latest edition, or that edition's summary where it has no such page: both site-relative. */
type Counterpart = { readonly href: string; readonly isSamePage: boolean };

/** Where a reader of an earlier edition's page finds the latest one's: asked of every page of a report. */
export function counterpartsIn(report: ReportView): (here: string, edition: string) => Counterpart {
  const { latest } = report.site;
  const pages = new Set(report.pages.map(({ href }) => href));
  return (here, edition) => {
    const wanted = here.replace(/^\//, '').replace(`${edition}/`, `${latest.id}/`);
    const isSamePage = wanted !== `${latest.id}/` && pages.has(wanted);
    return { href: isSamePage ? wanted : `${latest.id}/`, isSamePage };
  };
}
