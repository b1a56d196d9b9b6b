import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Issue, type Report, reportTo } from '../issues.ts';
import { observationColumns } from '../model/observation.ts';
import { nearest, slug } from '../model/spelling.ts';
import { type Folder, kindAt, openFolder, readText, start } from '../sources/files.ts';
import { isPersonColumn } from '../sources/personal.ts';
import { readOpenData, rowsWithColumns } from './ees.ts';
import { type FormatReading, type HeadedTable, headed } from './format-reading.ts';
import { contradictions, type Gathered, gatherNothing, type RowEnd } from './gathered.ts';
import { type HeldFigures, holdRelease, readHeldFigures } from './held-figures.ts';
import { type ImportContext, type ImportedIndicator, readImportContext } from './import-context.ts';
import { countInspections, type InspectionCounts } from './inspection-lists.ts';
import { readLait } from './lait.ts';
import { readOlderTable } from './older-tables.ts';
import { readPerformanceTable } from './performance-tables.ts';
import { proposalFile, type UnmetSeries } from './proposals.ts';
import { fileSum, openPublisherFile, type PublisherTable } from './publisher-file.ts';
import { type FileKind, fileKinds, isFileKind, recognise } from './recognise.ts';
import { csvLine, type ReleaseForm, releaseForm } from './release-form.ts';
import { type MetaColumn, placeColumns, readMeta, screen } from './screener.ts';
import type { MapRow } from './series-maps.ts';
import { plainNumber } from './symbols.ts';
import { measuresOf, type OwnFigure, readWideTable } from './wide-table.ts';

type ImportAsked = {
  readonly files: readonly { readonly path: string; readonly name: string }[];
  /** A kind of file, or a publication that has a map, in place of what the file itself says. */
  readonly as: string | null;
  /** The day the files were taken from their publishers; null for the day of each file. */
  readonly taken: string | null;
};

export type FileBroughtIn = {
  readonly name: string;
  /** What the file, or each of its sheets, is. */
  readonly says: readonly string[];
  readonly publication: string | null;
  readonly rows: ReadonlyMap<RowEnd, number>;
  /** The release that is written; null where there is nothing new. */
  readonly form: ReleaseForm | null;
  readonly inspections: InspectionCounts | null;
  /** Of a council's own table: how many figures are put into its observations, and how many stand there. */
  readonly own: { readonly added: number; readonly held: number } | null;
};

/** What an import would write, what is to be said, and every issue; where one is an error, only questions are written. */
export type BroughtIn = {
  readonly files: readonly FileBroughtIn[];
  readonly issues: readonly Issue[];
  /** The text of each file to be written, by its path in the council folder. */
  readonly written: ReadonlyMap<string, string>;
  /** Files of questions to an officer about columns that were not met before. */
  readonly questions: ReadonlyMap<string, string>;
};

type Bringing = {
  readonly asked: ImportAsked;
  readonly folder: Folder;
  readonly context: ImportContext;
  readonly held: Map<string, HeldFigures>;
  readonly written: Map<string, string>;
  readonly questions: Map<string, string>;
  readonly issues: Issue[];
  readonly report: Report;
};

/** Reads publishers' files as they are and lays out what they add to a council folder. Writes nothing itself. */
export async function bringIn(root: string, data: string, asked: ImportAsked): Promise<BroughtIn> {
  const issues: Issue[] = [];
  const report = once(reportTo(issues));
  const folder = openFolder(root, report);
  const national = openFolder(data, report);
  const written = new Map<string, string>();
  const questions = new Map<string, string>();
  const files: FileBroughtIn[] = [];
  if (folder !== null && national !== null) {
    const context = readImportContext(national, folder, report);
    const shared = { asked, folder, context, held: new Map(), written, questions, issues, report };
    const names = new Set([...fileNames, ...context.maps.keys()]);
    if (asked.as !== null && !names.has(asked.as))
      report(
        start(asked.files[0]?.name ?? '.'),
        'unknown-kind',
        asked.as,
        fileNames,
        nearest(asked.as, names),
      );
    else for (const file of asked.files) files.push(await bringFile(file, shared));
  }
  return { files, issues, written: errorsIn(issues) > 0 ? new Map() : written, questions };
}

const fileNames = Object.keys(fileKinds);

async function bringFile(
  { path, name }: ImportAsked['files'][number],
  bringing: Bringing,
): Promise<FileBroughtIn> {
  const { asked, context, report, issues } = bringing;
  const gathered = gatherNothing();
  const { rows } = gathered;
  const nothing = { name, says: [], publication: null, rows, form: null, inspections: null, own: null };
  if (!existsSync(path) || !statSync(path).isFile()) {
    report(start(name), 'missing-file', 'this file', 'check its name, and the folder that it is in');
    return nothing;
  }
  const faults = errorsIn(issues);
  const tables = await openPublisherFile(path, name, report);
  const meta = await metaOf(path, name, bringing);
  const says: string[] = [];
  const publications = new Set<string>();
  const own: OwnFigure[] = [];
  let inspections: InspectionCounts | null = null;
  let isSnapshot = false;
  for (const table of tables) {
    const say = (what: string) => says.push(table.name === name ? what : `${table.name}: ${what}`);
    const personal = table.head.flatMap(({ fields }) => fields).find(isPersonColumn);
    if (personal !== undefined) {
      report(start(table.name), 'personal-column', personal);
      continue;
    }
    const found = recognise(table, asked.as);
    if (found.outcome === 'look-up') say(found.says);
    // A workbook has covers and notes beside its tables.
    else if (found.outcome === 'unknown' && tables.length > 1) say('no table of figures');
    else if (found.outcome === 'unknown') {
      const kinds = Object.values(fileKinds).map(kind => kind.says);
      report(start(table.name), 'unknown-file', (table.head[0]?.fields ?? []).join(','), kinds);
    }
    if (found.outcome !== 'kind') continue;
    const { kind } = found;
    say(fileKinds[kind].says);
    if (kind === 'inspections') {
      inspections = await bringInspections(found.table, bringing);
      continue;
    }
    if (kind === 'ees' && meta !== null) {
      await screen(headed(table, 0), meta, context.england, report);
      if (errorsIn(issues) > faults) continue;
    }
    const publication = publicationOf(kind, found.table, meta ?? [], bringing);
    if (publication === null) continue;
    publications.add(publication);
    const rows = context.maps.get(publication) ?? [];
    const reading = { table: found.table, rows, england: context.england, gathered, report };
    if (kind === 'wide-table') own.push(...(await readWideTable(reading, context.council ?? '')));
    else await readFigures(kind, reading, meta ?? []);
    if (kind === 'lait') isSnapshot = true;
  }
  for (const [label, rows] of gathered.badYears) {
    const [key = '', year = ''] = label.split('\t');
    report(start(name), 'unread-year-label', year, key, rows);
  }
  for (const both of contradictions(gathered)) report(start(name), 'repeated-import-row', both);
  const [publication = null] = publications;
  const done = { ...nothing, says, publication, inspections };
  if (publication === null || errorsIn(issues) > faults) return done;
  if (own.length > 0) return { ...done, own: putOwn(own, publication, bringing) };
  return { ...done, form: await formOf(path, name, publication, gathered, isSnapshot, bringing) };
}

async function readFigures(
  kind: Exclude<FileKind, 'inspections' | 'wide-table'>,
  reading: FormatReading,
  meta: readonly MetaColumn[],
): Promise<void> {
  switch (kind) {
    case 'lait':
      return readLait(reading);
    case 'ees': {
      const outside = await readOpenData(reading, meta);
      if (outside.length > 0) reading.report(start(reading.table.name), 'only-some-pupils', outside);
      return;
    }
    case 'performance-tables':
      return readPerformanceTable(reading);
    case 'older-tables':
      return readOlderTable(reading);
  }
}

/** The metadata that stand beside a file of open data as `name.meta.csv`; null where there are none. */
async function metaOf(path: string, name: string, bringing: Bringing): Promise<readonly MetaColumn[] | null> {
  if (!/\.csv$/i.test(path) || /\.meta\.csv$/i.test(path)) return null;
  const beside = path.replace(/\.csv$/i, '.meta.csv');
  if (!existsSync(beside)) return null;
  const issues: Issue[] = [];
  const [table] = await openPublisherFile(beside, name.replace(/\.csv$/i, '.meta.csv'), reportTo(issues));
  if (table === undefined) return null;
  const faults: Issue[] = [];
  const columns = readMeta(table, reportTo(faults));
  // Where its columns are divided by tabs, quotes stand in wrong places too.
  for (const issue of faults.length > 0 ? faults : issues) bringing.issues.push(issue);
  return columns;
}

/** Which publication's map a table is read by; null, with the reason reported, where none or several would do. */
function publicationOf(
  kind: Exclude<FileKind, 'inspections'>,
  table: HeadedTable,
  meta: readonly MetaColumn[],
  bringing: Bringing,
): string | null {
  const { asked, context, report } = bringing;
  if (asked.as !== null && !isFileKind(asked.as)) return asked.as;
  if (kind === 'lait') return 'lait';
  const measures = kind === 'wide-table' ? measuresOf(table) : [];
  const matching = (rows: readonly MapRow[]) =>
    kind === 'wide-table'
      ? rows.filter(({ key }) => measures.some(measure => measure.key === key)).length
      : rowsWithColumns(rows, table.header).length;
  const scored = [...context.maps]
    .filter(([publication]) => publication !== 'lait')
    .map(([publication, rows]) => ({ publication, score: matching(rows) }))
    .filter(({ score }) => score > 0);
  const most = Math.max(...scored.map(({ score }) => score));
  const alike = scored.flatMap(({ publication, score }) => (score === most ? [publication] : []));
  const best = alike.length > 1 ? calledLike(table.name, alike, context) : alike;
  if (best.length > 1) report(start(table.name), 'which-publication', best);
  else if (best[0] !== undefined) return best[0];
  else ask(kind, table, kind === 'wide-table' ? measures : unmetIn(table, meta), bringing);
  return null;
}

/** Of publications whose columns are the same, the one whose title has most words of a file's name. */
function calledLike(
  name: string,
  alike: readonly string[],
  { publications }: ImportContext,
): readonly string[] {
  const words = basename(name)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word.length > 3);
  const numbers = alike.map(publication => {
    const title = `${publication} ${publications.get(publication)?.title ?? ''}`.toLowerCase();
    return words.filter(word => title.includes(word)).length;
  });
  const most = Math.max(...numbers);
  return alike.filter((_, at) => numbers[at] === most);
}

function ask(
  kind: FileKind,
  table: PublisherTable,
  unmet: readonly UnmetSeries[],
  { context, questions, report }: Bringing,
): void {
  const id = slug(basename(table.name).replace(/(?:\.csv|\.xlsx|\.ods|\.parquet|\.gz)+/gi, ''));
  const file = `data/imports/${id}.yaml`;
  if (context.remembered.some(one => one.file === file)) {
    report(start(table.name), 'not-yet-agreed', file);
    return;
  }
  questions.set(file, proposalFile(id, basename(table.name), unmet, context.indicators));
  report(start(table.name), 'no-series-asked', fileKinds[kind].says, file);
}

/** The columns of figures in a table, as its publisher describes them. */
function unmetIn(
  { header, columns, below }: HeadedTable,
  meta: readonly MetaColumn[],
): readonly UnmetSeries[] {
  const described = new Map(meta.map(column => [column.name, column]));
  return [...columns].flatMap(([plain, at]) => {
    const key = (header[at] ?? '').trim();
    const about = described.get(key);
    const cells = below.map(fields => (fields[at] ?? '').trim()).filter(cell => cell !== '');
    const isFigure =
      about === undefined
        ? cells.some(cell => plainNumber(cell) !== null) &&
          cells.every(cell => plainNumber(cell) !== null || cell.length < 5)
        : !about.isFilter;
    if (placeColumns.includes(plain) || !isFigure) return [];
    const { label = '', unit = '', decimals = null } = about ?? {};
    return [{ key, label, unit, decimals, year: 'academic' }];
  });
}

async function bringInspections(
  table: HeadedTable,
  { context, report }: Bringing,
): Promise<InspectionCounts> {
  const counts = await countInspections(table, context.england, context.council ?? '', report);
  report(
    start(table.name),
    'inspections-not-imported',
    'no profile says which of them to count on which day',
  );
  return counts;
}

function putOwn(figures: readonly OwnFigure[], source: string, bringing: Bringing) {
  const { folder, context, written, report } = bringing;
  const { files, added, held } = observationFiles(folder, figures, source, context.indicators, report);
  for (const [path, text] of files) written.set(path, text);
  return { added, held };
}

async function formOf(
  path: string,
  name: string,
  id: string,
  gathered: Gathered,
  isSnapshot: boolean,
  { asked, folder, context, held: all, written, report }: Bringing,
): Promise<ReleaseForm | null> {
  const publication = context.publications.get(id);
  if (publication === undefined) {
    report(start(name), 'unknown-source', id, nearest(id, context.publications.keys()));
    return null;
  }
  const held = all.get(id) ?? readHeldFigures(folder, id, report);
  all.set(id, held);
  const sum = await fileSum(path);
  const before = held.sums.get(sum);
  if (before !== undefined) {
    report(start(name), 'already-imported', `data/published/${id}/${before}`);
    return null;
  }
  const taken = asked.taken ?? statSync(path).mtime.toISOString().slice(0, 10);
  const { indicators, calendar } = context;
  const facts = { publication, indicators, calendar, held, taken, isSnapshot, file: basename(name), sum };
  const form = releaseForm(gathered, facts);
  if (form === null) return null;
  for (const [file, text] of form.files) written.set(file, text);
  if (asked.files.length > 1) {
    holdRelease(held, form.files, report);
    all.set(id, { ...held, folders: [...held.folders, form.folder.split('/').at(-1) ?? ''] });
  }
  return form;
}

/** A report that says the same of a place only once, and no more than twenty times what is wrong with a file in the same way. */
function once(report: Report): Report {
  const told = new Set<string>();
  const numbers = new Map<string, number>();
  return (place, rule, ...args) => {
    const one = `${place.file}:${place.line}:${place.column} ${rule}`;
    const number = (numbers.get(`${place.file} ${rule}`) ?? 0) + 1;
    if (told.has(one) || number > 20) return;
    told.add(one);
    numbers.set(`${place.file} ${rule}`, number);
    report(place, rule, ...args);
  };
}

function errorsIn(issues: readonly Issue[]): number {
  return issues.filter(({ severity }) => severity === 'error').length;
}

/** The columns that are written; decimals are those of the measure. */
const observationHeader = csvLine(observationColumns.filter(name => name !== 'decimals'));

/** The files of `data/observations` with a council's own figures put to them; those that are there already are passed over. */
function observationFiles(
  folder: Folder,
  figures: readonly OwnFigure[],
  source: string,
  indicators: ReadonlyMap<string, ImportedIndicator>,
  report: Report,
): { readonly files: ReadonlyMap<string, string>; readonly added: number; readonly held: number } {
  const files = new Map<string, string>();
  let [added, held] = [0, 0];
  const pathOf = ({ indicator, period }: OwnFigure) =>
    `data/observations/${indicators.get(indicator)?.theme ?? ''}/${period}.csv`;
  for (const [path, those] of Map.groupBy(figures, pathOf)) {
    const text = kindAt(folder, path) === 'file' ? (readText(folder, path) ?? '') : `${observationHeader}\n`;
    const lines = text.trimEnd().split('\n');
    const known = new Map(lines.map((line, at) => [line.split(',', 5).join(','), { line, at }] as const));
    for (const { indicator, area, period, topic, group, value, status } of those) {
      const key = csvLine([indicator, area, period, topic, group]);
      const before = known.get(key);
      if (before === undefined) {
        added += 1;
        lines.push(csvLine([indicator, area, period, topic, group, value, '', '', status, '', source, '']));
      } else if (Number(before.line.split(',')[5]) === Number(value) || before.line.split(',')[5] === value) {
        held += 1;
      } else report({ file: path, line: before.at + 1, column: 1 }, 'other-value-held', value);
    }
    if (lines.length > text.trimEnd().split('\n').length) files.set(path, `${lines.join('\n')}\n`);
  }
  return { files, added, held };
}
