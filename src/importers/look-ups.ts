import { columnsOf } from './format-reading.ts';

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

/** What a table is that holds no figures; null for one that may. */
export function lookUpOf(header: readonly string[]): string | null {
  const columns = columnsOf(header);
  if (['time_period', 'values', 'rectype', 'urn'].some(name => columns.has(name))) return null;
  return lookUps.find(({ has }) => has.every(name => columns.has(name)))?.says ?? null;
}
