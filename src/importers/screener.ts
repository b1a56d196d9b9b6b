import type { Report } from '../issues.ts';
import { nearest } from '../model/spelling.ts';
import { isPeriod, months, type Period, yearsAfter } from '../model/time.ts';
import { areaOf, type England } from '../sources/england.ts';
import { columnsOf, type HeadedTable, recordsBelow } from './format-reading.ts';
import type { PublisherTable } from './publisher-file.ts';
import { plainNumber, symbolsWritten } from './symbols.ts';

export const geographicLevels = [
  'National',
  'Regional',
  'Local authority',
  'Local authority district',
  'RSC region',
  'Parliamentary constituency',
  'Local skills improvement plan area',
  'Local enterprise partnership',
  'English devolved area',
  'Mayoral combined authority',
  'Opportunity area',
  'Ward',
  'MAT',
  'Sponsor',
  'School',
  'Provider',
  'Institution',
  'Planning area',
  'Police force area',
] as const;

/** Time identifiers whose periods have the four digits of one year. */
const fourDigits: readonly string[] = [
  ...['Calendar year', 'Reporting year'],
  ...months,
  ...Array.from({ length: 52 }, (_, at) => `Week ${at + 1}`),
];
/** Time identifiers whose periods have six digits, for two years. */
const sixDigits: readonly string[] = [
  ...['Academic year', 'Financial year', 'Tax year'],
  ...[1, 2, 3, 4].map(quarter => `Financial year Q${quarter}`),
  ...['Part 1 (April to September)', 'Part 2 (October to March)'],
  ...['Autumn term', 'Spring term', 'Summer term', 'Autumn and spring term'],
];

/** Columns that say when and where, and are neither filters nor indicators. */
export const placeColumns: readonly string[] = [
  ...['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'],
  ...['region_code', 'region_name', 'old_la_code', 'new_la_code', 'la_name', 'lad_code', 'lad_name'],
  ...['pcon_code', 'pcon_name', 'ward_code', 'ward_name', 'rsc_region_lead_name'],
  ...['opportunity_area_code', 'opportunity_area_name', 'english_devolved_area_code'],
  ...['english_devolved_area_name', 'local_enterprise_partnership_code', 'local_enterprise_partnership_name'],
  ...['lsip_code', 'lsip_name', 'trust_id', 'trust_name', 'sponsor_id', 'sponsor_name'],
  ...['school_urn', 'school_laestab', 'school_name', 'provider_ukprn', 'provider_name'],
  ...['institution_id', 'institution_name', 'planning_area_code', 'planning_area_name'],
  ...['police_force_area_code', 'police_force_area_name', 'urn', 'estab', 'laestab', 'academy_open_date'],
];

const required = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name'];
const metaColumns = ['col_name', 'col_type', 'label', 'indicator_unit', 'indicator_dp'];

export type MetaColumn = {
  readonly name: string;
  readonly isFilter: boolean;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number | null;
};

/** Reads a `.meta.csv`, and reports what the platform's screener would refuse in it. */
export function readMeta(meta: PublisherTable, report: Report): readonly MetaColumn[] {
  const place = (line: number) => ({ file: meta.name, line, column: 1 });
  const header = meta.head[0]?.fields ?? [];
  const columns = columnsOf(header);
  const missing = metaColumns.filter(name => !columns.has(name));
  if (missing.length > 0) {
    const isTabbed = header.length === 1 && (header[0] ?? '').includes('\t');
    report(
      place(1),
      'screen-metadata',
      isTabbed ? 'the columns are divided by tabs, not commas' : `the column "${missing[0]}" is missing`,
    );
    return [];
  }
  const seen = new Map<string, number>();
  return meta.head.slice(1).map(({ line, fields }) => {
    const cell = (name: string) => (fields[columns.get(name) ?? -1] ?? '').trim();
    const [name, dp] = [cell('col_name'), cell('indicator_dp')];
    const first = seen.get(name);
    if (first !== undefined)
      report(place(line), 'screen-metadata', `the column "${name}" is described in line ${first} too`);
    seen.set(name, first ?? line);
    if (!/^\d*$/.test(dp))
      report(place(line), 'screen-metadata', `"${dp}" is no number of decimals for "${name}"`);
    return {
      name,
      isFilter: cell('col_type') === 'Filter',
      label: cell('label'),
      unit: cell('indicator_unit'),
      decimals: /^\d+$/.test(dp) ? Number(dp) : null,
    };
  });
}

/** Holds a file that came with its metadata to the rules of the platform's screener, row by row. */
export async function screen(
  table: HeadedTable,
  meta: readonly MetaColumn[],
  england: England,
  given: Report,
): Promise<void> {
  const { header, columns } = table;
  let isSound = true;
  const report: Report = (place, rule, ...args) => {
    isSound = false;
    given(place, rule, ...args);
  };
  const headerPlace = { file: table.name, line: 1, column: 1 };
  for (const name of required) if (!columns.has(name)) report(headerPlace, 'screen-missing-column', name);
  for (const { name } of meta)
    if (name !== '' && !columns.has(name.toLowerCase())) report(headerPlace, 'screen-missing-column', name);
  for (const name of header) {
    const isListed = meta.some(column => column.name === name);
    const isPlain = /^[a-z][a-z0-9_]*$/.test(name) || (isListed && /^[a-z]\w*$/i.test(name));
    const isPlace = /^(?:school|la|region|country|lad|pcon|ward)_?(?:code|name|urn)?$/i.test(name);
    if (!placeColumns.includes(name) && (isPlace || !isPlain))
      report(headerPlace, 'screen-column-name', name);
  }
  if (!isSound) return;

  const at = (name: string) => columns.get(name) ?? -1;
  const [period, identifier, level] = [at('time_period'), at('time_identifier'), at('geographic_level')];
  const [old, code, name] = [at('old_la_code'), at('new_la_code'), at('la_name')];
  const indicators = meta.flatMap(({ name, isFilter }) => (isFilter ? [] : [at(name.toLowerCase())]));
  const keys = header.flatMap((_, column) => (indicators.includes(column) ? [] : [column]));
  const symbols = symbolsWritten('open');
  const filled = new Set<number>();
  const authorities = new Map<string, boolean>();
  const rows = new Map<string, number>();
  await recordsBelow(table, report, record => {
    const fields = record.fields();
    const place = (column: number) => ({
      file: table.name,
      line: record.line,
      column: fields.slice(0, column).join(',').length + (column > 0 ? 2 : 1),
    });
    const cell = (column: number) => fields[column] ?? '';
    fields.forEach((field, column) => {
      if (field !== '') filled.add(column);
    });
    if (!(geographicLevels as readonly string[]).includes(cell(level)))
      report(place(level), 'screen-level', cell(level), nearest(cell(level), geographicLevels));
    const known = [...sixDigits, ...fourDigits];
    if (!known.includes(cell(identifier)))
      report(place(identifier), 'screen-time-identifier', cell(identifier), nearest(cell(identifier), known));
    else if (!isTimePeriod(cell(period), cell(identifier)))
      report(place(period), 'screen-time-period', cell(period), cell(identifier));
    if (cell(level) === 'Local authority' && code !== -1 && old !== -1 && name !== -1) {
      const triple = [cell(old), cell(code), cell(name)].join(', ');
      let isOne = authorities.get(triple);
      if (isOne === undefined) {
        const those = [old, code, name].map(column =>
          areaOf(england, cell(column), schoolYear(cell(period))),
        );
        isOne = those.every(area => area !== null && area.code === those[0]?.code);
        authorities.set(triple, isOne);
        if (!isOne) report(place(old), 'screen-area', triple);
      }
    }
    for (const column of indicators) {
      const written = cell(column);
      if (written.trim() === '') report(place(column), 'screen-blank-value', header[column] ?? '');
      else if (plainNumber(written) === null && !symbols.includes(written))
        report(place(column), 'screen-symbol', written, header[column] ?? '');
    }
    const key = keys.map(cell).join('\u0000');
    const first = rows.get(key);
    if (first === undefined) rows.set(key, record.line);
    else report(place(0), 'screen-repeated-row', first);
  });
  header.forEach((name, column) => {
    if (!filled.has(column) && rows.size > 0) report(headerPlace, 'screen-empty-column', name);
  });
}

function schoolYear(period: string): Period {
  return isPeriod(period) ? period : yearsAfter(`${period.slice(0, 4)}00`, -1);
}

function isTimePeriod(period: string, identifier: string): boolean {
  if (fourDigits.includes(identifier)) return /^\d{4}$/.test(period);
  return /^\d{6}$/.test(period) && (Number(period.slice(2, 4)) + 1) % 100 === Number(period.slice(4));
}
