import { isOpenData } from './ees.ts';
import { columnsOf, type HeadedTable, headed } from './format-reading.ts';
import { isInspectionList } from './inspection-lists.ts';
import { isLait } from './lait.ts';
import { isOlderTable } from './older-tables.ts';
import { isPerformanceTable } from './performance-tables.ts';
import type { PublisherTable } from './publisher-file.ts';
import { isWideTable } from './wide-table.ts';

/** The kinds of file that are read, in the order in which a table is held against them. */
export const fileKinds = {
  lait: { says: 'the long table of the local authority interactive tool', is: isLait },
  'performance-tables': { says: 'school performance tables', is: isPerformanceTable },
  inspections: { says: "Ofsted's management information", is: isInspectionList },
  ees: { says: 'open data of the Department for Education', is: isOpenData },
  'older-tables': { says: 'an older table of the Department for Education', is: isOlderTable },
  'wide-table': { says: "a council's own table, years across", is: isWideTable },
} as const satisfies Readonly<
  Record<string, { readonly says: string; readonly is: (header: readonly string[]) => boolean }>
>;

export type FileKind = keyof typeof fileKinds;

type Recognised =
  | { readonly outcome: 'kind'; readonly kind: FileKind; readonly table: HeadedTable }
  | { readonly outcome: 'look-up'; readonly says: string }
  | { readonly outcome: 'unknown' };

/** Words that stand above the header of a table are no more than these lines. */
const linesAbove = 15;

/** Tells what a table is by what it holds, never by its name; a kind that is given, perhaps, is taken where its header is found. */
export function recognise(table: PublisherTable, given: string | null): Recognised {
  const isGiven = given !== null && isFileKind(given);
  const asked = isGiven ? [given] : kinds;
  for (const [headerAt, { fields }] of table.head.slice(0, linesAbove).entries()) {
    const kind = asked.find(kind => fileKinds[kind].is(fields));
    if (kind !== undefined) return { outcome: 'kind', kind, table: headed(table, headerAt) };
    const says = isGiven ? null : lookUpOf(fields);
    if (says !== null) return { outcome: 'look-up', says };
  }
  return { outcome: 'unknown' };
}

const kinds = Object.keys(fileKinds) as FileKind[];

export function isFileKind(text: string): text is FileKind {
  return Object.hasOwn(fileKinds, text);
}

/** Tables that stand beside figures: what each has in its header, and what it is. */
const lookUps = [
  {
    has: ['measure_short', 'polarity', 'dps'],
    says: 'the dictionary of the local authority interactive tool: what its measures mean is in the catalogue already',
  },
  {
    has: ['sn1', 'snp'],
    says: 'a table of statistical neighbours: the lists of 2018/19, April 2021 and May 2025 come with the tool',
  },
  {
    has: ['sn_1', 'sn_1p'],
    says: 'a table of statistical neighbours: the lists of 2018/19, April 2021 and May 2025 come with the tool',
  },
  {
    has: ['date_of_operation', 'new_la_code'],
    says: 'a list of the codes of authorities: those come with the tool',
  },
  {
    has: ['region_code', 'region_name', 'new_la_code', 'la_name'],
    says: 'a list of the authorities of each region: those come with the tool',
  },
  { has: ['region_code', 'region_name'], says: 'a list of regions: those come with the tool' },
  {
    has: ['la name', 'la number', 'region'],
    says: 'a list of the codes of authorities: those come with the tool',
  },
  { has: ['la num', 'la name'], says: 'a list of the codes of authorities: those come with the tool' },
  { has: ['col_name', 'col_type'], says: 'metadata, which are read with the data file of the same name' },
] as const;

/** Null for a table that may hold figures. */
function lookUpOf(header: readonly string[]): string | null {
  const columns = columnsOf(header);
  if (['time_period', 'values', 'rectype', 'urn'].some(name => columns.has(name))) return null;
  return lookUps.find(({ has }) => has.every(name => columns.has(name)))?.says ?? null;
}
