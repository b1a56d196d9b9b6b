import type { PublicFolder } from '../gate/public-folder.ts';
import type { Testing } from '../model/testing.ts';
import { dateLabel } from '../model/time.ts';
import { accessibilityView } from './accessibility-view.ts';
import { correctionsPage } from './corrections-page.ts';
import type { EditionPages } from './edition-pages.ts';
import { feedOf } from './feed.ts';
import type { ReportView, SiteView } from './page-views.ts';
import { editionWorkbooks } from './workbook.ts';

/** The whole site of an area's report from its editions, oldest first. */
export function reportView(
  folder: PublicFolder,
  area: string,
  editions: readonly EditionPages[],
  testing: Testing,
): ReportView {
  const site = siteView(folder, area, editions, testing);
  const corrections = correctionsPage(editions.map(each => each.corrections).toReversed());
  return {
    site,
    homes: editions.map(({ home }) => home),
    themes: editions.flatMap(({ themes }) => themes),
    evidence: editions.flatMap(({ evidence }) => evidence),
    authorities: editions.flatMap(({ authorities }) => authorities),
    indexes: editions.map(({ index }) => index),
    downloads: editions.map(({ downloads }) => downloads),
    claims: editions.map(({ claims }) => claims),
    targets: editions.flatMap(({ targets }) => targets ?? []),
    plans: editions.flatMap(({ plans }) => plans),
    embedding: editions.map(({ embedding }) => embedding),
    methodology: editions.map(({ methodology }) => methodology),
    glossaries: editions.map(({ glossary }) => glossary),
    files: editions.flatMap(({ files }) => files),
    corrections,
    feed: feedOf(site, corrections),
    workbooks: editions.flatMap(({ view, themes }) => editionWorkbooks(site, view, themes)),
  };
}

function siteView(
  { council, areas }: PublicFolder,
  area: string,
  editions: readonly EditionPages[],
  testing: Testing,
): SiteView {
  const newest = editions.map(({ view }) => view).toReversed();
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
