import { editionTitle } from '../model/edition.ts';
import type { Figure } from '../model/figure.ts';
import { dateLabel, periodLabel, startYear } from '../model/time.ts';
import { addresses } from './addresses.ts';
import type { Layout } from './material.ts';
import type { FileView } from './page.ts';

type DatasetFile = { readonly name: string; readonly href: string };

export type DatasetView = ReturnType<typeof datasetOf>;

/** An edition as a set of data, with the files it comes in: those of the whole, or every one. */
export function datasetOf({ setting }: Layout, figures: readonly Figure[], files: readonly DatasetFile[]) {
  const { edition, council } = setting;
  const held = figures.filter(({ kind, amount }) => kind === 'observation' && amount.kind === 'known');
  const years = [edition.period, ...held.map(({ period }) => period)].map(startYear);
  const demonstration = setting.folder.council.demonstration;
  const about = `Figures on the education of children and young people in ${council.name} that the report for ${periodLabel(edition.period)} prints or rests on, each with its source. They were published up to ${dateLabel(edition['cut-off'])}.`;
  return {
    href: addresses.edition(edition.id),
    name: `${council.name}: ${editionTitle(edition)}`,
    description: demonstration === undefined ? about : `${demonstration.trim()} ${about}`,
    // The first and the last day that its figures describe.
    from: `${Math.min(...years)}-09-01`,
    to: `${startYear(edition.period) + 1}-08-31`,
    place: { name: council.name, code: council.code },
    // A demonstration must not pass for a publication of the council, to machines either.
    publisher:
      demonstration === undefined
        ? {
            name: council.name,
            department: setting.folder.council.contact.department,
            website: setting.folder.council.website,
          }
        : null,
    sources: setting.folder.sources.map(({ title, organisation, url, licence }) => ({
      title,
      organisation,
      url,
      licence,
    })),
    version: edition.id,
    modified: edition['cut-off'],
    files,
  };
}

export function datasetFiles(
  { setting, themes }: Layout,
  { json, csv, described }: { readonly json: FileView; readonly csv: FileView; readonly described: FileView },
  parts: readonly { readonly title: string; readonly file: FileView }[],
): { readonly whole: readonly DatasetFile[]; readonly every: readonly DatasetFile[] } {
  const { id } = setting.edition;
  const whole = [
    { name: 'All tables', href: addresses.workbook(id, null) },
    { name: 'All figures', href: csv.path },
    { name: 'All figures and sentences', href: json.path },
    { name: 'What the CSV files hold', href: described.path },
  ];
  const workbooks = themes.map(({ found }) => ({
    name: `${found.theme.label}: tables`,
    href: addresses.workbook(id, found.theme.id),
  }));
  const others = parts.filter(({ file }) => file.path !== csv.path);
  return {
    whole,
    every: [...whole, ...workbooks, ...others.map(({ title, file }) => ({ name: title, href: file.path }))],
  };
}
