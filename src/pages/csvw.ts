import type { Setting } from '../judgements/setting.ts';
import { editionTitle } from '../model/edition.ts';
import { figureKinds } from '../model/figure.ts';
import type { Source } from '../model/source.ts';
import { periodLabel } from '../model/time.ts';
import { absences } from '../model/value.ts';
import { addresses } from './addresses.ts';
import type { FileView } from './page.ts';

/** A column of the CSV files: its name, what it holds, and of which type. */
type Column = { readonly name: string; readonly about: string; readonly datatype: string };

/** What stands in the column beside an empty value. */
const symbolsSaid = Object.entries({
  ...absences,
  z: 'not given, as there is no earlier figure, or the two may not be compared',
})
  .map(([symbol, meaning]) => (symbol.length > 3 ? meaning : `${symbol} ${meaning}`))
  .join('; ');

/** The columns of every CSV of figures, in order. */
export const figureColumns = [
  { name: 'figure', about: 'Stable id of the figure, as in figures.json', datatype: 'string' },
  { name: 'kind', about: `What the figure is: ${figureKinds.join(', ')}`, datatype: 'string' },
  { name: 'indicator', about: 'Id of the measure', datatype: 'string' },
  { name: 'area', about: 'Code of the area, as it was at the time', datatype: 'string' },
  { name: 'area_name', about: 'Name of the area', datatype: 'string' },
  { name: 'topic', about: 'What pupils are grouped by; Total for everyone', datatype: 'string' },
  { name: 'group', about: 'The group; Total for everyone', datatype: 'string' },
  { name: 'period', about: 'Academic year in six digits: 201314 is 2013/14', datatype: 'string' },
  {
    name: 'against',
    about: 'The earlier year, the area or list set beside, or the other group',
    datatype: 'string',
  },
  { name: 'part', about: 'The part of a whole, or which of several', datatype: 'string' },
  {
    name: 'value',
    about: 'The number as printed, without its unit; empty where none is given',
    datatype: 'decimal',
  },
  { name: 'value_status', about: `Why the value is empty, as a symbol: ${symbolsSaid}`, datatype: 'string' },
  { name: 'text', about: 'The figure as printed', datatype: 'string' },
  { name: 'absent', about: 'Why no number is given; empty where one is', datatype: 'string' },
  {
    name: 'status',
    about: 'How settled: projection (no outcome), early, provisional, revised or final',
    datatype: 'string',
  },
  { name: 'count', about: 'How many areas an average is of', datatype: 'integer' },
  { name: 'source_file', about: 'The file the figure was read from', datatype: 'string' },
  { name: 'source_line', about: 'The line of that file', datatype: 'integer' },
  {
    name: 'inputs',
    about: 'Ids of the figures it was worked out from, separated by spaces',
    datatype: 'string',
  },
  { name: 'as_at', about: 'The day that a count or share of schools is as at', datatype: 'date' },
] as const satisfies readonly Column[];

/** What the CSV files of an edition hold, as CSV on the Web metadata: a group of tables with one schema. */
export function csvMetadata(
  { edition, council }: Setting,
  files: readonly {
    readonly title: string;
    readonly file: FileView;
    /** Those of a file that does not list figures. */
    readonly columns?: readonly Column[];
  }[],
  sources: readonly Source[],
): FileView {
  const folder = addresses.edition(edition.id);
  const group = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en-GB' }],
    'dc:title': `${editionTitle(edition)}, ${council.name}: figures`,
    'dc:description': `Figures that the report for ${periodLabel(edition.period)} prints or rests on, published up to the day it was made.`,
    'dc:modified': edition['cut-off'],
    'dc:coverage': [council.name, council.code],
    'dc:source': sources.map(({ title, organisation, url, licence }) => ({
      '@id': url,
      'dc:title': title,
      'dc:publisher': organisation,
      'dc:license': licence,
    })),
    'dc:license': [...new Set(sources.map(({ licence }) => licence))],
    dialect: { header: true, encoding: 'utf-8' },
    tableSchema: schemaOf(figureColumns),
    tables: files.map(({ title, file, columns }) => ({
      url: file.path.slice(folder.length),
      'dc:title': title,
      ...(columns === undefined ? {} : { tableSchema: schemaOf(columns) }),
    })),
  };
  return {
    path: addresses.file(edition.id, 'csv-metadata.json'),
    text: `${JSON.stringify(group, null, 2)}\n`,
  };
}

/** The columns of a table, of which the first names its rows. */
function schemaOf(columns: readonly Column[]) {
  return {
    columns: columns.map(({ name, about, datatype }, at) => ({
      name,
      titles: name,
      'dc:description': about,
      datatype,
      null: '',
      ...(name === 'inputs' ? { separator: ' ' } : {}),
      ...(at === 0 ? { required: true } : {}),
    })),
    primaryKey: columns[0]?.name,
  };
}
