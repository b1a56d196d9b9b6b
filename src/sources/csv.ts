import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import type { Report } from '../issues.ts';
import type { Place } from '../model/place.ts';
import { nearest } from '../model/spelling.ts';
import { start } from './files.ts';
import { isPersonalColumn } from './personal.ts';

/** A row of a table: a field for each column asked for, trimmed, and where it stands. */
export type CsvRow<Column extends string> = {
  readonly fields: Readonly<Record<Column, string>>;
  readonly place: Place;
  /** The first character of a field, worked out only when it is asked for. */
  readonly at: (column: Column) => Place;
};

type Raw = { readonly fields: readonly string[]; readonly line: number };

/** What tables of other makers call our columns, in small letters. */
const headings: Readonly<Record<string, string>> = {
  ...named('area', [
    'la code',
    'new la code',
    'old la code',
    'la number',
    'la',
    'local authority',
    'authority',
  ]),
  ...named('area', ['area code', 'geography code', 'ons code', 'gss code', 'region code']),
  ...named('period', ['year', 'academic year', 'time period', 'school year']),
  ...named('indicator', ['measure', 'short desc', 'description', 'metric']),
  ...named('value', ['figure', 'percentage', 'percent', '%', 'result', 'amount']),
  ...named('denominator', ['cohort', 'eligible', 'base', 'total pupils', 'number of pupils']),
  ...named('status', ['data status', 'release type']),
  ...named('released', ['release date', 'published', 'date', 'publication date']),
  ...named('source', ['publication', 'data source']),
  ...named('note', ['notes', 'comment', 'comments', 'footnote', 'remarks']),
};

function named(column: string, others: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(others.map(other => [other, column]));
}

/** How else a table may be: columns that may be left out, and how a row is known to stand under its columns. */
type Form<Column extends string> = {
  readonly optional?: readonly Column[];
  /** True of a row each of whose fields can be what its column is for, as far as that is quickly told. */
  readonly fits?: (fields: Readonly<Record<Column, string>>) => boolean;
};

/** The most rows of a file, and letters of a field: what is more was put together by mistake, and would stop the report for minutes. */
const most = { rows: 250_000, letters: 5_000 } as const;

/** A file is not read on when this many of its rows have broken quotes. */
const mostQuoteFaults = 20;

/**
 * The rows of a CSV file under exactly the columns asked for, in any order; an optional one that is left out is empty.
 * Every faulty row is reported and left out; the others are still read. Spaces around fields, trailing commas and
 * blank rows at the end are no faults; notes at the foot are warned of once.
 */
export function readCsv<Column extends string>(
  text: string,
  file: string,
  columns: readonly Column[],
  report: Report,
  { optional = [], fits }: Form<Column> = {},
): readonly CsvRow<Column>[] {
  const needed = columns.filter(column => !optional.includes(column));
  if (text.trim() === '') {
    report(start(file), 'empty-file', `begin it with the line "${needed.join(',')}"`);
    return [];
  }
  const lines = text.split('\n');
  const placeOf = (line: number, field: number) => fieldPlace(lines, file, line, field);
  const separator = otherSeparator(lines[0] ?? '', columns);
  if (separator !== null) {
    report(start(file), 'wrong-separator', separator);
    return [];
  }
  if (lines.length > most.rows) {
    report({ file, line: most.rows + 1, column: 1 }, 'too-many-rows', most.rows);
    return [];
  }
  const raw = split(lines, file, report);
  const positions = readHeader(raw[0]?.line === 1 ? raw[0].fields : []);
  if (positions === null) return [];
  const { width, index } = positions;
  let last = raw.length - 1;
  let foot: Raw | undefined;
  for (; last > 0 && (isBlank(raw[last]) || isFootnote(raw[last])); last -= 1)
    if (!isBlank(raw[last])) foot = raw[last];
  if (foot !== undefined) report({ file, line: foot.line, column: 1 }, 'footnote', wordsOf(foot));
  return raw.slice(1, last + 1).flatMap(rowOf);

  /** Where each column stands, or null when one is missing. */
  function readHeader(fields: readonly string[]): Positions<Column> | null {
    const names = fields.map(field => field.trim());
    while (names.at(-1) === '') names.pop();
    const personal = names.findIndex(isPersonalColumn);
    if (personal !== -1) {
      report(placeOf(1, personal), 'personal-column', names[personal] ?? '');
      return null;
    }
    const known = new Set<string>(columns);
    if (!names.some(name => known.has(name))) {
      report(start(file), 'bad-header', lines[0] ?? '', needed);
      return null;
    }
    const index = new Map<string, number>();
    names.forEach((name, at) => {
      if (known.has(name) && !index.has(name)) index.set(name, at);
      else if (known.has(name)) report(placeOf(1, at), 'duplicate-column', name);
    });
    names.forEach((name, at) => {
      if (known.has(name)) return;
      // What was meant is taken to be there, so that one misspelling is one issue.
      const free = columns.filter(column => !index.has(column));
      const heading = headings[name.toLowerCase().replace(/[\s_-]+/g, ' ')];
      const meant = free.find(column => column === heading) ?? nearest(name, free);
      if (meant !== null) index.set(meant, at);
      report(placeOf(1, at), 'unknown-column', name, meant);
    });
    const missing = needed.filter(column => !index.has(column));
    for (const column of missing) report(start(file), 'missing-column', column);
    if (missing.length > 0) return null;
    return { width: names.length, index: Object.fromEntries(index) as Positions<Column>['index'] };
  }

  function rowOf({ fields, line }: Raw): readonly CsvRow<Column>[] {
    const place = { file, line, column: 1 };
    const split = fields.length > width ? splitNumber(fields) : null;
    const long = fields.findIndex(field => field.length > most.letters);
    if (isBlank({ fields, line })) report(place, 'blank-row');
    else if (split !== null) report(placeOf(line, split), 'decimal-comma', fields.slice(split, split + 2));
    else if (fields.length < width) report(place, 'short-row', fields.length, width);
    else if (fields.slice(width).some(field => field.trim() !== ''))
      report(placeOf(line, width), 'long-row', fields.length, width);
    else if (long !== -1) report(placeOf(line, long), 'field-too-long', most.letters);
    else return [{ fields: underColumns(fields), place, at: column => placeOf(line, index[column] ?? 0) }];
    return [];
  }

  function underColumns(fields: readonly string[]): Record<Column, string> {
    const named = {} as Record<Column, string>;
    for (const column of columns) named[column] = fields[index[column] ?? -1]?.trim() ?? '';
    return named;
  }

  /** Where a number was divided at its decimal comma, so that the fields after it stand one column too far. */
  function splitNumber(fields: readonly string[]): number | null {
    if (fits === undefined || fits(underColumns(fields))) return null;
    const found = fields.findIndex((field, at) => {
      const next = fields[at + 1]?.trim() ?? '';
      if (!/^-?\d+$/.test(field.trim()) || !/^\d+$/.test(next)) return false;
      return fits(underColumns(fields.toSpliced(at, 2, `${field}.${next}`)));
    });
    return found === -1 ? null : found;
  }
}

/** A line of words beneath a table: a source, a note, or a single field that no row could begin with. */
function isFootnote(row: Raw | undefined): boolean {
  const [first = '', ...others] = row?.fields.map(field => field.trim()) ?? [];
  const said =
    /^(?:sources?|notes?|footnotes?|copyright|contains|figures|data|symbols)\b.*[:\s]|^[*©(]/i.test(first);
  return said || (/\S[\s:]/.test(first) && others.every(field => field === ''));
}

function wordsOf({ fields }: Raw): string {
  return fields.flatMap(field => field.trim() || []).join(', ');
}

/** What divides the columns of a first line that does not divide them by commas, if anything does. */
function otherSeparator(first: string, columns: readonly string[]): string | null {
  const names = (mark: string) => first.split(mark).map(name => name.trim().replace(/^"|"$/g, ''));
  const found = [',', ';', '\t', '|'].find(mark => names(mark).some(name => columns.includes(name)));
  return found === undefined || found === ',' ? null : found;
}

type Positions<Column extends string> = {
  readonly width: number;
  readonly index: Readonly<Partial<Record<Column, number>>>;
};

/**
 * The fields of every row with the line it begins on. Until a quote comes, a line is a row and a comma divides it; from
 * there on csv-parse reads, at ten times the cost. After a broken quote, reading resumes on the next line.
 */
function split(lines: readonly string[], file: string, report: Report): readonly Raw[] {
  const quoted = lines.findIndex(line => line.includes('"'));
  let from = quoted === -1 ? lines.length : quoted;
  const rows: Raw[] = lines.slice(0, from).map((line, at) => ({ fields: line.split(','), line: at + 1 }));
  for (let faults = 0; faults < mostQuoteFaults && from < lines.length; faults++) {
    let next = from;
    const onRecord = (fields: readonly string[], info: InfoRecord) => {
      rows.push({ fields, line: next + 1 });
      next = from + info.lines;
      return null;
    };
    try {
      parse(lines.slice(from).join('\n'), {
        relax_column_count: true,
        record_delimiter: '\n',
        trim: true,
        on_record: onRecord,
      });
      return rows;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const field = typeof error.column === 'number' ? error.column : 0;
      report(
        fieldPlace(lines, file, next + 1, field),
        'quote-fault',
        quoteFault(error, typeof error.lines === 'number' && from + error.lines > next + 1),
      );
      from = next + 1;
    }
  }
  return rows;
}

function quoteFault(error: CsvError, onLaterLine: boolean): string {
  switch (onLaterLine ? 'CSV_QUOTE_NOT_CLOSED' : error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'the quote that opens here does not close';
    case 'INVALID_OPENING_QUOTE':
      return 'a quote stands inside this field';
    default:
      return 'text follows the closing quote of this field';
  }
}

function isBlank(row: Raw | undefined): boolean {
  return row?.fields.every(field => field.trim() === '') ?? true;
}

/** The first character of a field, by walking the row from its start. */
function fieldPlace(lines: readonly string[], file: string, line: number, field: number): Place {
  let [at, column, left, quoted] = [line, 0, field, false];
  while (left > 0) {
    const text = lines[at - 1];
    if (text === undefined) return { file, line, column: 1 };
    if (column >= text.length) {
      [at, column] = [at + 1, 0];
      continue;
    }
    if (text[column] === '"') quoted = !quoted;
    else if (text[column] === ',' && !quoted) left -= 1;
    column += 1;
  }
  const text = lines[at - 1] ?? '';
  while (text[column] === ' ') column += 1;
  return { file, line: at, column: column + 1 };
}
