import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Report } from '../issues.ts';
import {
  type Area,
  authorityTypes,
  type Called,
  closeness,
  existedIn,
  type NeighbourList,
} from '../model/area.ts';
import { nearest } from '../model/spelling.ts';
import { dateLabel, type Period, schoolYearOf } from '../model/time.ts';
import { type CsvRow, readCsv } from './csv.ts';

/** The folder of what is true of every council; it comes with the tool, whichever council folder is read. */
export const englandFolder = fileURLToPath(new URL('../../data/england/', import.meta.url));

/** The authorities, regions and the nation, by every code, number and spelling they have had. */
export type England = {
  /** Each once, under its newest code; authorities that are no more among them. */
  readonly areas: readonly Area[];
  readonly byCode: ReadonlyMap<string, Area>;
  readonly byNumber: ReadonlyMap<string, Area>;
  /** Those that were ever called so, by the name as `foldName` has it: two were called Dorset. */
  readonly byName: ReadonlyMap<string, readonly Area[]>;
};

const areaColumns = [
  'code',
  'old',
  'name',
  'phrase',
  'kind',
  'type',
  'region',
  'from',
  'to',
  'successors',
] as const;
type AreaRow = CsvRow<(typeof areaColumns)[number]>;

export function readEngland(report: Report): England {
  const rows = tableOf('areas.csv', areaColumns, report);
  // The number stays when only the code or the name changes, and is given up when an authority is reorganised.
  const areas = withPredecessors([...Map.groupBy(rows, ({ fields }) => fields.old).values()].map(areaOfRows));
  const byCode = new Map(
    areas.flatMap(area => (area.codes ?? [area.code]).map(code => [code, area] as const)),
  );
  const spelled = tableOf('names.csv', ['name', 'code'], report).map(
    ({ fields }) => [fields.name, fields.code] as const,
  );
  const called = [...rows.map(({ fields }) => [fields.name, fields.code] as const), ...spelled].flatMap(
    ([name, code]) => {
      const area = byCode.get(code);
      return area === undefined ? [] : [{ name: foldName(name), area }];
    },
  );
  return {
    areas,
    byCode,
    byNumber: new Map(areas.flatMap(area => (area.old === undefined ? [] : [[area.old, area] as const]))),
    byName: new Map(
      [...Map.groupBy(called, ({ name }) => name)].map(([name, those]) => [
        name,
        [...new Set(those.map(({ area }) => area))],
      ]),
    ),
  };
}

/** The models of neighbours, oldest first, with the month each came out. */
const models = [
  { file: '2018-19', label: 'Statistical neighbours (2018/19 list)' },
  { file: '2021-04', label: 'Statistical neighbours (April 2021 list)' },
  { file: '2025-05', label: 'Statistical neighbours (May 2025 list)' },
] as const;

/** The lists of statistical neighbours of an authority, oldest first; none for one that a model leaves out. */
export function nationalNeighbours(england: England, code: string, report: Report): readonly NeighbourList[] {
  const own = england.byCode.get(code);
  if (own === undefined) return [];
  const codes = new Set(own.codes ?? [own.code]);
  return models.flatMap(({ file, label }) => {
    const rows = tableOf(
      `neighbours/${file}.csv`,
      ['area', 'place', 'neighbour', 'closeness'],
      report,
      line => codes.has(line.slice(0, line.indexOf(','))),
    ).toSorted((a, b) => Number(a.fields.place) - Number(b.fields.place));
    if (rows.length === 0) return [];
    const close = rows.flatMap(({ fields }) => closeness.find(word => word === fields.closeness) ?? []);
    const areas = rows.map(({ fields }) => england.byCode.get(fields.neighbour)?.code ?? fields.neighbour);
    const list = { id: `statistical-neighbours-${file}`, label, source: `dfe-neighbours-${file}`, areas };
    return close.length === areas.length ? { ...list, closeness: close } : list;
  });
}

type Meant =
  | { readonly outcome: 'found'; readonly area: Area }
  /** It was meant, and is no more: those in its place today. */
  | { readonly outcome: 'abolished'; readonly area: Area; readonly successors: readonly Area[] }
  /** Nothing is called so: those whose names are nearest, if any is near. */
  | { readonly outcome: 'unknown'; readonly near: readonly Area[] };

/** The authority of today with a name in any spelling, a three-digit number or a code, old or new. */
export function findAuthority(england: England, text: string): Meant {
  const those = areasCalled(england, text).filter(({ kind }) => kind === 'authority');
  const today = those.find(({ to }) => to === undefined);
  if (today !== undefined) return { outcome: 'found', area: today };
  const [area] = those;
  if (area === undefined) return { outcome: 'unknown', near: nearAuthorities(england, text) };
  return { outcome: 'abolished', area, successors: successorsOf(england, area) };
}

/**
 * The area that a publisher means by a code, a number or a name in a file of figures for a year: a name is that of the
 * one there was then, and at the end of the year where two were called so in it. Codes and numbers name one area for
 * good, whatever the year. Null when nothing is called so; a row of two authorities together is nobody's.
 */
export function areaOf(england: England, text: string, period: Period): Area | null {
  const those = areasCalled(england, text);
  const then = those.filter(area => existedIn(area, period));
  return newestOf(then) ?? newestOf(those);
}

/**
 * What was most likely meant by a text that is no code of an area: a code, of England’s list with who has it. Of codes
 * that are nearly so written only those of `likely` come into question, for every other digit makes another authority.
 */
export function suggestedArea(england: England, text: string, likely: readonly string[]): string | null {
  const exact = areasCalled(england, text);
  const code = exact.length > 0 ? null : nearest(text, likely);
  const coded = england.byCode.get(code ?? '');
  if (code !== null) return coded === undefined ? code : areaLabel(coded);
  const meant = exact.length > 0 ? exact : nearAuthorities(england, text);
  return meant.length === 0 ? null : meant.slice(0, 3).map(areaLabel).join(' or ');
}

/** An area by its code and name, and since when, where it has not always been or is no more. */
function areaLabel({ code, name, from, to }: Area): string {
  const since = from === undefined ? [] : [`from ${dateLabel(from)}`];
  const until = to === undefined ? [] : [`to ${dateLabel(to)}`];
  return `${code} (${[name, ...since, ...until].join(', ')})`;
}

/** A name without what spellings differ in: case, marks, "&", and the numbers of footnotes. */
function foldName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[-\s]+/g, ' ')
    .replace(/[^a-z0-9 ]/g, '')
    .replace(/[\s\d]+$/, '')
    .trim();
}

function areasCalled({ byCode, byNumber, byName }: England, text: string): readonly Area[] {
  const written = text.trim();
  const coded = byCode.get(written.toUpperCase()) ?? byNumber.get(written.replace(/\.0$/, ''));
  if (coded !== undefined) return [coded];
  const name = foldName(written);
  return byName.get(name) ?? byName.get(withoutTitle(name)) ?? [];
}

/** "Hampshire County Council" and "London Borough of Camden" without what the council calls itself. */
function withoutTitle(name: string): string {
  return name
    .replace(/^(?:the )?(?:(?:london|royal|metropolitan) borough of|city of|county of)\s+/, '')
    .replace(
      /\s+(?:county|city|borough|metropolitan|metropolitan borough|unitary|district)?\s*(?:council|mbc|mdc|cc)$/,
      '',
    )
    .trim();
}

/** The areas nearest by name: the one spelled most like it, then those that have the words written in theirs. */
function nearAuthorities({ byName }: England, text: string): readonly Area[] {
  const name = withoutTitle(foldName(text));
  if (name.length < 3) return [];
  const names = [...byName.keys()];
  const within = names.filter(each => each.includes(name));
  const like = [nearest(name, names)].filter(each => each !== null);
  const areas = new Set([...like, ...within].flatMap(each => byName.get(each) ?? []));
  return [...areas].filter(({ kind, to }) => kind === 'authority' && to === undefined).slice(0, 5);
}

/** Those in the place of an authority today. */
function successorsOf(england: England, { successors = [] }: Area): readonly Area[] {
  return successors.flatMap(code => {
    const area = england.byCode.get(code);
    return area === undefined ? [] : area.to === undefined ? [area] : successorsOf(england, area);
  });
}

function newestOf(areas: readonly Area[]): Area | null {
  return areas.toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))[0] ?? null;
}

/** One area of the rows of its codes: what it is now, and how it was called before. */
function areaOfRows(rows: readonly AreaRow[]): Area {
  const called = rows.map(({ fields }) => fields).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [first, now] = [called[0], called.at(-1)];
  if (first === undefined || now === undefined) throw new Error('invalid list of areas: no rows');
  const { from } = first;
  const { code, old, name, phrase, region, to } = now;
  const type = authorityTypes.find(each => each === now.type);
  return {
    ...{ code, name, kind: kindOf(now.kind), old },
    ...(phrase === '' ? {} : { phrase }),
    ...(type === undefined ? {} : { type }),
    ...(region === '' ? {} : { region }),
    ...(from === '' ? {} : { from, began: schoolYearOf(from) }),
    ...(to === '' ? {} : { to, ended: schoolYearOf(to), successors: now.successors.split(' ') }),
    ...(called.length === 1
      ? {}
      : { earlier: called.slice(0, -1).map(calledThen), codes: called.map(each => each.code) }),
  };
}

function calledThen({ code, name, phrase, to, type }: AreaRow['fields']): Called {
  const known = authorityTypes.find(each => each === type);
  return {
    ...{ code, name, to },
    ...(phrase === '' ? {} : { phrase }),
    ...(known === undefined ? {} : { type: known }),
  };
}

/** The areas, each with all whose place it took, and theirs before them. */
function withPredecessors(areas: readonly Area[]): readonly Area[] {
  const before = (codes: readonly string[]): readonly string[] =>
    areas
      .filter(({ successors = [] }) => successors.some(code => codes.includes(code)))
      .flatMap(({ code, codes = [code] }) => [code, ...before(codes)]);
  return areas.map(area => {
    const predecessors = before(area.codes ?? [area.code]);
    return predecessors.length === 0 ? area : { ...area, predecessors };
  });
}

function kindOf(kind: string): 'authority' | 'region' | 'nation' {
  return kind === 'region' || kind === 'nation' ? kind : 'authority';
}

/** A table of the folder, or those of its lines that are wanted; it comes with the tool, so it is there. */
function tableOf<Column extends string>(
  path: string,
  columns: readonly Column[],
  report: Report,
  isWanted: (line: string) => boolean = () => true,
): readonly CsvRow<Column>[] {
  const lines = readFileSync(`${englandFolder}${path}`, 'utf8').split('\n');
  const text = lines.filter((line, at) => at === 0 || isWanted(line)).join('\n');
  return readCsv(text, `england/${path}`, columns, report);
}
