import type { Report } from '../issues.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import { type Status, statuses } from '../model/observation.ts';
import type { Place } from '../model/place.ts';
import {
  type Companion,
  cellStates,
  companions,
  firstColumns,
  type ReleasedSeries,
  type ReleasedYear,
  releaseSchema,
  seriesColumns,
} from '../model/release.ts';
import { isOneOf, nearest } from '../model/spelling.ts';
import { isDate, isPeriod, type Period, periodLabel, periodMeant, yearsAfter } from '../model/time.ts';
import { readOne } from './catalogue.ts';
import { readCsv } from './csv.ts';
import { entriesOf, type Folder, kindAt, readText, reportUnexpected, start } from './files.ts';
import { checkName, entryOf, type Known, standsFor } from './names.ts';
import { readNational } from './national.ts';
import { hearing } from './rows.ts';

const root = 'data/published';

/** The years of each series of a release, by `nameOf`. */
type YearsOf = ReadonlyMap<string, ReadonlyMap<Period, ReleasedYear>>;

/**
 * Everything in `data/published`, release by release in order of their days: series in columns, not an object a figure,
 * for one council's neighbours and ranks want those of every authority.
 */
export function readPublished(folder: Folder, known: Known): readonly ReleasedSeries[] {
  if (kindAt(folder, root) === 'missing') return [];
  const releases = foldersIn(folder, root, 'a folder for each publication').flatMap(publication => {
    checkName(known.sources, publication.name, 'unknown-source', start(publication.path), folder.report);
    return foldersIn(folder, publication.path, 'a folder for each release').map(release => ({
      publication: publication.name,
      ...release,
    }));
  });
  return releases
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .flatMap(release => readRelease(folder, release.path, release.publication, release.name, known));
}

function foldersIn(folder: Folder, path: string, expected: string) {
  return entriesOf(folder, path).filter(entry => {
    if (entry.kind === 'file') reportUnexpected(folder, entry, expected);
    return entry.kind === 'folder';
  });
}

function readRelease(
  folder: Folder,
  path: string,
  publication: string,
  day: string,
  known: Known,
): readonly ReleasedSeries[] {
  if (!isDate(day)) folder.report(start(path), 'bad-date', day);
  checkRelease(folder, `${path}/release.yaml`, publication);
  const described = readSeriesFile(folder, `${path}/series.csv`, known);
  const held = { publication, described, known, seen: new Map(), report: folder.report };
  return entriesOf(folder, path).flatMap(entry => {
    if (entry.name === 'release.yaml' || entry.name === 'series.csv') return [];
    if (entry.kind === 'folder' || !entry.name.endsWith('.csv')) {
      reportUnexpected(folder, entry, 'release.yaml, series.csv and files of figures');
      return [];
    }
    const text = readText(folder, entry.path);
    return text === null ? [] : readFigures(text, entry.path, held);
  });
}

/** Holds `release.yaml` against its schema, and against the folder that it stands in. */
function checkRelease(folder: Folder, path: string, publication: string): void {
  const file = readOne(folder, path, releaseSchema, 'what a folder of published figures was made from');
  const said = file?.value?.publication ?? publication;
  if (file !== null && said !== publication)
    folder.report(file.document.place(['publication']), 'wrong-file-name', said, publication);
}

function readSeriesFile(folder: Folder, path: string, known: Known): YearsOf {
  const years = new Map<string, Map<Period, ReleasedYear>>();
  if (kindAt(folder, path) !== 'file') {
    folder.report(start(path), 'missing-file', 'the list of series of these figures');
    return years;
  }
  for (const row of readCsv(readText(folder, path) ?? '', path, seriesColumns, folder.report)) {
    const { indicator, topic, group, period, key, filters, label, status, released, stated } = row.fields;
    const { decimals } = row.fields;
    const { tell, isSound } = hearing(folder.report);
    const [id] = partsOf(indicator);
    checkName(known.indicators, id, 'unknown-indicator', () => row.at('indicator'), tell);
    if (!isPeriod(period)) tell(row.at('period'), 'bad-period', period, periodMeant(period));
    if (!isDate(released)) tell(row.at('released'), 'bad-date', released);
    if (!isOneOf(statuses, status))
      tell(row.at('status'), 'wrong-value', status, `is no status: write one of ${statuses.join(', ')}`);
    if (stated !== 'stated' && stated !== 'assumed')
      tell(row.at('stated'), 'wrong-value', stated, 'must be "stated" or "assumed"');
    if (!/^\d?$/.test(decimals))
      tell(row.at('decimals'), 'wrong-value', decimals, 'must be a digit, or empty');
    if (!isSound()) continue;
    const name = nameOf(indicator, topic, group);
    const held = years.get(name) ?? new Map<Period, ReleasedYear>();
    years.set(name, held);
    if (held.has(period)) folder.report(row.place, 'series-twice', indicator, period);
    held.set(period, {
      period,
      status: status as Status,
      released,
      isStated: stated === 'stated',
      decimals: decimals === '' ? null : Number(decimals),
      series: [key, filters, label].filter(part => part !== '').join('; '),
    });
  }
  return years;
}

type Reading = {
  readonly publication: string;
  readonly described: YearsOf;
  readonly known: Known;
  readonly seen: Map<string, string>;
  readonly report: Report;
};

/** The series of a file of figures, wide: a column for each year. */
function readFigures(text: string, file: string, reading: Reading): readonly ReleasedSeries[] {
  const { publication, seen, report } = reading;
  const lines = text.split('\n');
  const header = (lines[0] ?? '').split(',');
  const periods = header.slice(firstColumns.length);
  if (firstColumns.some((column, at) => header[at] !== column) || !periods.every(isPeriod)) {
    report(start(file), 'bad-header', lines[0] ?? '', [...firstColumns, '201516']);
    return [];
  }
  const made: ReleasedSeries[] = [];
  for (let [from, to] = [1, 1]; from < lines.length; from = to) {
    const line = lines[from] ?? '';
    const name = seriesNameOf(line);
    const place = { file, line: from + 1, column: 1 };
    to = from + 1;
    while (to < lines.length && name !== '' && lines[to]?.startsWith(name)) to += 1;
    if (name !== '') {
      const series = readSeries(lines, from, to, file, periods, reading);
      const id = `${name}${publication}`;
      const before = seen.get(id);
      if (series !== null && before === undefined) made.push(series);
      else if (series !== null) report(place, 'series-twice', name.replace(/,$/, ''), before ?? '');
      seen.set(id, `${file}, line ${from + 1}`);
    } else if (line !== '' || to < lines.length)
      report(place, 'short-row', line.split(',').length, header.length);
  }
  return made;
}

/** "ks4-attainment8,Total,Total,": what the rows of one series begin with; nothing where a row is too short to say. */
function seriesNameOf(line: string): string {
  let at = -1;
  for (let commas = 0; commas < 3; commas++) {
    at = line.indexOf(',', at + 1);
    if (at === -1) return '';
  }
  return line.slice(0, at + 1);
}

/** As many areas as are hardly ever alike. */
const manyAreas = 50;

const symbolsByText = new Map(cellStates.map((state, at) => [state as string, at]));
const isNumber = /^-?\d{1,12}(\.\d{1,20})?$/;

/** The rows of one series, from a line to before another. */
function readSeries(
  lines: readonly string[],
  from: number,
  to: number,
  file: string,
  periods: readonly Period[],
  { publication, described, known, report }: Reading,
): ReleasedSeries | null {
  const [indicator = '', topic = '', group = ''] = (lines[from] ?? '').split(',', 3);
  const [id, companion] = partsOf(indicator);
  const begin = { file, line: from + 1, column: 1 };
  if (!checkName(known.indicators, id, 'unknown-indicator', begin, report)) return null;
  checkGroup({ topic, group }, { ...begin, column: indicator.length + 2 }, known, report);
  const years = described.get(nameOf(indicator, topic, group));
  const width = firstColumns.length + periods.length;
  const numbers = new Float64Array((to - from) * periods.length);
  const states = new Uint8Array(numbers.length);
  const rows = new Map<string, number>();
  const rowLines = new Int32Array(to - from);
  for (let line = from; line < to; line++) {
    const fields = (lines[line] ?? '').split(',');
    const row = line - from;
    const placeOf = (at: number) => ({
      ...{ file, line: line + 1 },
      column: at === 0 ? 1 : fields.slice(0, at).join(',').length + 2,
    });
    rowLines[row] = line + 1;
    if (fields.length !== width) {
      report(placeOf(0), fields.length < width ? 'short-row' : 'long-row', fields.length, width);
      continue;
    }
    const written = fields[3] ?? '';
    const area = standsFor(known.areas, written);
    checkName(known.areas, written, 'unknown-area', () => placeOf(3), report);
    if (rows.has(area))
      report(placeOf(3), 'series-twice', `${indicator}, ${area}`, `line ${rowLines[rows.get(area) ?? 0]}`);
    rows.set(area, row);
    for (let year = 0; year < periods.length; year++) {
      const cell = fields[year + firstColumns.length] ?? '';
      const index = row * periods.length + year;
      const state = symbolsByText.get(cell);
      if (state !== undefined && state !== 1) states[index] = state;
      else if (isNumber.test(cell)) {
        states[index] = 1;
        numbers[index] = Number(cell);
      } else {
        const advice = 'is neither a number nor a symbol: import the file of its publisher again';
        report(placeOf(year + firstColumns.length), 'wrong-type', cell, advice);
      }
    }
  }
  const released = periods.map(period => years?.get(period) ?? null);
  const { start: begins = '' } = entryOf(known.indicators, id);
  periods.forEach((period, year) => {
    const same =
      period < begins || companion !== null ? null : sameInAll(numbers, states, year, periods.length);
    if (same !== null) report(begin, 'all-alike', id, String(same), periodLabel(period));
  });
  const undescribed = periods.find(
    (_, year) => released[year] === null && anyHeld(states, year, periods.length),
  );
  if (undescribed !== undefined)
    report(begin, 'series-not-listed', [indicator, topic, group].join(', '), undescribed);
  return {
    indicator: id,
    breakdown: { topic, group },
    companion,
    publication,
    file,
    rows,
    lines: rowLines,
    // What was published before the year that the catalogue begins the measure in is left out.
    years: released.map(year => (year === null || year.period < begins ? null : year)),
    numbers,
    states,
  };
}

function checkGroup({ topic, group }: Breakdown, place: Place, known: Known, report: Report): void {
  if (topic === total.topic && group === total.group) return;
  const at = { ...place, column: place.column + topic.length + 1 };
  if (topic === total.topic) report(at, 'unknown-group', group, topic, total.group);
  else if (checkName(known.topics, topic, 'unknown-topic', place, report)) {
    // A council's own entry of a topic may be for its earlier editions alone: later ones have the national one's groups.
    const national = readNational().topics.find(({ id }) => id === topic)?.groups ?? [];
    const own = entryOf(known.topics, topic).groups;
    const groups = [...(own ?? []), ...national].map(({ id }) => id);
    if (own !== undefined && !groups.includes(group))
      report(at, 'unknown-group', group, topic, nearest(group, groups));
  }
}

/** The number that so many areas have of one year that it can hardly be their own; null where they differ, and of nought. */
function sameInAll(numbers: Float64Array, states: Uint8Array, year: number, width: number): number | null {
  let [count, first] = [0, 0];
  for (let at = year; at < states.length; at += width) {
    if (states[at] !== 1) continue;
    if (count === 0) first = numbers[at] ?? 0;
    else if (numbers[at] !== first) return null;
    count += 1;
  }
  return count >= manyAreas && first !== 0 ? first : null;
}

function anyHeld(states: Uint8Array, year: number, width: number): boolean {
  for (let at = year; at < states.length; at += width) if (states[at] !== 0) return true;
  return false;
}

/** An indicator's id, and what its companion gives where it names one: "ks4-progress8.low". */
function partsOf(name: string): readonly [id: string, companion: Companion | null] {
  const companion = companions.find(each => name.endsWith(`.${each}`)) ?? null;
  return [companion === null ? name : name.slice(0, -companion.length - 1), companion];
}

function nameOf(indicator: string, topic: string, group: string): string {
  return `${indicator}\n${topic}\n${group}`;
}

export function releasedOf(releases: readonly ReleasedSeries[], area: string) {
  return releases.flatMap(({ indicator, breakdown, companion, rows, years, states }) => {
    const row = rows.get(area);
    if (row === undefined || companion !== null) return [];
    return years.flatMap((year, at) =>
      year === null || states[row * years.length + at] === 0
        ? []
        : [{ indicator, breakdown, period: year.period, released: year.released }],
    );
  });
}

type Cell = { readonly number: number; readonly series: ReleasedSeries; readonly row: number };

/** Warns where they differ by more than rounding: readers may hold the one that the report does not have. */
export function checkPublications(all: readonly ReleasedSeries[], known: Known, report: Report): void {
  const bySeries = Map.groupBy(
    all.filter(({ companion }) => companion === null),
    ({ indicator, breakdown: { topic, group } }) => `${indicator}\n${topic}\n${group}`,
  );
  for (const held of bySeries.values()) {
    const [first, second, ...others] = Map.groupBy(held, ({ publication }) => publication);
    if (first === undefined || second === undefined) continue;
    const ours = cellsOf(first[1]);
    for (const [publication, theirs] of [second, ...others]) {
      const differing = [...cellsOf(theirs)].flatMap(([name, cell]) => {
        const other = ours.get(name);
        return other !== undefined && differ(cell, other, known) ? [{ name, cell, other }] : [];
      });
      const shown = differing.find(({ name }) => name.startsWith(`${known.council} `)) ?? differing[0];
      if (shown === undefined) continue;
      const [area = '', period = ''] = shown.name.split(' ');
      const where = [entryOf(known.areas, area).name ?? area, periodLabel(period)] as const;
      const { series, row, number } = shown.cell;
      const { indicator, breakdown } = series;
      const what = breakdown.topic === total.topic ? indicator : `${indicator}, ${breakdown.group}`;
      const place = { file: series.file, line: series.lines[row] ?? 1, column: 1 };
      const values = [number, shown.other.number].map(String) as [string, string];
      report(
        place,
        'publications-differ',
        what,
        where,
        [publication, first[0]],
        values,
        differing.length - 1,
      );
    }
  }
}

/** A group that is over a third more, or a quarter less, of everyone than in the year before is hardly of the same children. */
const sameShare = 4 / 3;

/**
 * Warns where the council's figures of everyone and of the two groups that are all of them say that one of these became
 * much larger or smaller in a year: what became of its figure is then partly who was counted.
 */
export function checkGroupSizes(all: readonly ReleasedSeries[], known: Known, report: Report): void {
  const { council } = known;
  const held = all.filter(({ companion }) => companion === null);
  const bySeries = Map.groupBy(held, ({ publication, indicator }) => `${publication}\n${indicator}`);
  for (const series of bySeries.values()) {
    const cellsIn = ({ topic, group }: Breakdown) =>
      cellsOf(
        series.filter(({ breakdown }) => breakdown.topic === topic && breakdown.group === group),
        [council],
      );
    const everyone = cellsIn(total);
    for (const topic of new Set(series.map(({ breakdown }) => breakdown.topic))) {
      const { groups = [], partial = false } = entryOf(known.topics, topic);
      const [one, other, ...rest] = groups.map(({ id }) => ({ id, cells: cellsIn({ topic, group: id }) }));
      if (one === undefined || other === undefined || rest.length > 0 || partial) continue;
      const shareIn = (period: Period) => {
        const cells = [everyone, one.cells, other.cells].map(
          each => each.get(`${council} ${period}`)?.number,
        );
        return shareOf(...(cells as [number?, number?, number?]));
      };
      for (const [place, cell] of one.cells) {
        const period = place.slice(council.length + 1);
        const [now, before] = [shareIn(period), shareIn(yearsAfter(period, -1))];
        if (now === null || before === null) continue;
        if (now.low <= before.high * sameShare && before.low <= now.high * sameShare) continue;
        const at = { file: cell.series.file, line: cell.series.lines[cell.row] ?? 1, column: 1 };
        const shares = [now, before].map(({ low, high }) => String(Math.round((low + high) * 50)));
        report(
          at,
          'group-resized',
          one.id,
          cell.series.indicator,
          periodLabel(period),
          shares as [string, string],
        );
      }
    }
  }
}

/** Between what shares of everyone the first of two groups is, by the figures of all three; null where they lie too close together to say. */
function shareOf(everyone?: number, one?: number, other?: number) {
  if (everyone === undefined || one === undefined || other === undefined) return null;
  const [part = 0, whole = 0] = [other - everyone, other - one].map(
    number => number * Math.sign(other - one),
  );
  // What a difference may be off by: half of the last place of each of its numbers.
  const [partOff = 0, wholeOff = 0] = [everyone, one].map(number => halfOf(number) + halfOf(other));
  if (whole < 10 * wholeOff) return null;
  return {
    low: Math.max(0, part - partOff) / (whole + wholeOff),
    high: (part + partOff) / (whole - wholeOff),
  };
}

function halfOf(number: number): number {
  return Number.isInteger(number) ? 0.5 : 0.05;
}

/** The numbers of a publication, of some areas or of all, by area and year; of several releases the last one's. */
function cellsOf(vintages: readonly ReleasedSeries[], areas?: readonly string[]): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const series of vintages) {
    for (const area of areas ?? series.rows.keys()) {
      const row = series.rows.get(area);
      if (row === undefined) continue;
      for (const [at, year] of series.years.entries()) {
        const index = row * series.years.length + at;
        if (year !== null && series.states[index] === 1)
          cells.set(`${area} ${year.period}`, { number: series.numbers[index] ?? 0, series, row });
      }
    }
  }
  return cells;
}

/** True of numbers that are further apart than one of them would be if it were the other, rounded to what is printed. */
function differ(a: Cell, b: Cell, known: Known): boolean {
  const { decimals = 0 } = entryOf(known.indicators, a.series.indicator);
  return Math.abs(a.number - b.number) > 0.5 * 10 ** -decimals + 1e-9;
}
