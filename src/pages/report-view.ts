import { dateLabel } from '../model/date.ts';
import type { CouncilFolder } from '../model/folder.ts';
import type { Testing } from '../model/testing.ts';
import { accessibilityView } from './accessibility-view.ts';
import type { EditionPages } from './edition-pages.ts';
import type { ReportView, SiteView } from './page-views.ts';

/** The whole site of an area's report from its editions, oldest first. */
export function reportView(
  folder: CouncilFolder,
  area: string,
  editions: readonly EditionPages[],
  testing: Testing,
): ReportView {
  return {
    site: siteView(folder, area, editions, testing),
    homes: editions.map(({ home }) => home),
    themes: editions.flatMap(({ themes }) => themes),
    evidence: editions.flatMap(({ evidence }) => evidence),
    authorities: editions.flatMap(({ authorities }) => authorities),
    indexes: editions.map(({ index }) => index),
    downloads: editions.map(({ downloads }) => downloads),
    claims: editions.map(({ claims }) => claims),
    methodology: editions.map(({ methodology }) => methodology),
    glossaries: editions.map(({ glossary }) => glossary),
    files: editions.flatMap(({ files }) => files),
  };
}

function siteView(
  { council, areas }: CouncilFolder,
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
    fontStack: council['font-stack'],
    contact: {
      role: council.contact.role,
      department: council.contact.department,
      href: council.contact.url,
      reviewed: dateLabel(council.contact.reviewed),
    },
    accessibility: accessibilityView(council, testing),
    latest,
    editions: newest,
  };
}
