import type { ReportView } from '../pages/page-views.ts';

/** The same page in the latest edition, or that edition's summary where it has no such page: both site-relative. */
export type Counterpart = { readonly href: string; readonly isSamePage: boolean };

/** Where a reader of an earlier edition's page finds the latest one's. */
export function counterpart(here: string, edition: string, report: ReportView): Counterpart {
  const { latest } = report.site;
  const wanted = here.replace(/^\//, '').replace(`${edition}/`, `${latest.id}/`);
  const isSamePage = wanted !== `${latest.id}/` && pagesOf(report).has(wanted);
  return { href: isSamePage ? wanted : `${latest.id}/`, isSamePage };
}

const pages = new WeakMap<ReportView, ReadonlySet<string>>();

/** The address of every page of every edition. */
function pagesOf(report: ReportView): ReadonlySet<string> {
  const known = pages.get(report);
  if (known !== undefined) return known;
  const views = [
    ...report.themes,
    ...report.evidence,
    ...report.authorities,
    ...report.indexes,
    ...report.downloads,
    ...report.claims,
    ...report.targets,
    ...report.plans,
    ...report.embedding,
    ...report.methodology,
    ...report.glossaries,
  ];
  const hrefs = new Set(views.map(({ href }) => href));
  pages.set(report, hrefs);
  return hrefs;
}
