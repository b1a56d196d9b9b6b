import type { PublicFolder } from '../gate/public-folder.ts';
import type { Testing } from '../model/testing.ts';
import { dateLabel } from '../model/time.ts';
import { accessibilityView } from './accessibility-view.ts';
import { correctionsPage } from './corrections-page.ts';
import type { EditionPages } from './edition-pages.ts';
import { feedOf } from './feed.ts';
import { type Page, sitePage } from './page.ts';
import type { ReportView, SiteView } from './page-views.ts';
import { editionWorkbooks } from './workbook.ts';

/** The whole site of an area's report from its editions, oldest first: one list of pages, and the files beside them. */
export function reportView(
  folder: PublicFolder,
  area: string,
  editions: readonly EditionPages[],
  testing: Testing,
): ReportView {
  const site = siteView(folder, area, editions, testing);
  const corrections = correctionsPage(editions.map(each => each.corrections).toReversed());
  const pages = editions.flatMap(each => each.pages);
  const own = (template: string, part: string | null = null, href = `${template}/`) =>
    sitePage(template, href, site.latest, {}, part);
  return {
    site,
    pages: [
      ...pages.filter(({ template, edition }) => template === 'home' && edition.latest).map(frontPage),
      ...pages,
      sitePage('corrections', corrections.href, site.latest, corrections),
      own('accessibility', 'About this report'),
      own('contact', 'About this report'),
      own('archive'),
      own('search'),
      own('404', null, '404.html'),
    ],
    files: editions.flatMap(({ files }) => files),
    feed: feedOf(site, corrections),
    workbooks: editions.flatMap(({ edition, themes }) => editionWorkbooks(site, edition, themes)),
  };
}

/** The executive summary of the latest edition at the root of the site. */
function frontPage(summary: Page): Page {
  return { ...summary, href: '', search: null };
}

function siteView(
  { council, areas }: PublicFolder,
  area: string,
  editions: readonly EditionPages[],
  testing: Testing,
): SiteView {
  const newest = editions.map(({ edition }) => edition).toReversed();
  const [latest] = newest;
  if (latest === undefined) throw new Error('invalid report: no edition');
  return {
    council: areas.find(({ code }) => code === area)?.name ?? council.name,
    website: council.website,
    address: council.address ?? null,
    demonstration: council.demonstration ?? null,
    reportTitle: 'Annual Education Report',
    colours: { brand: council.colours.brand, brandText: council.colours['brand-text'] },
    fontStack: council['font-stack'] ?? null,
    contact: {
      role: council.contact.role,
      department: council.contact.department,
      href: council.contact.url,
      reviewed: dateLabel(council.contact.reviewed),
    },
    accessibility: accessibilityView(council, testing),
    embedding: { headingLevel: council.embedding['heading-level'] },
    latest,
    editions: newest,
  };
}
