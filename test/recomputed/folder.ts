// A council's folder as its files have it: nothing here is imported from src, so that a fault there is seen here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { load } from 'js-yaml';

const england = fileURLToPath(new URL('../../data/england/', import.meta.url));

/** Years a figure may not be compared across, and years in which there was none. */
type Breaks = {
  readonly breaks?: readonly (string | { readonly id?: string; readonly from: string })[];
  readonly pauses?: readonly (
    | string
    | { readonly id?: string; readonly from: string; readonly to: string }
  )[];
};

/** A measure as the catalogue has it, with what it leaves out filled in. */
export type Measure = {
  readonly id: string;
  readonly theme: string;
  readonly measure: 'percentage' | 'mean' | 'rate' | 'count' | 'given';
  readonly unit: string;
  readonly counted: string;
  readonly decimals: number;
  readonly polarity: 'high' | 'low' | 'neutral';
  readonly comparators: readonly string[];
  readonly breakdowns: readonly string[];
  readonly topic: string | undefined;
  /** How many pupils are behind it, where their number is not published. */
  readonly pupils?: 'all' | 'many' | 'few';
  readonly source: string;
  readonly breaks: readonly string[];
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
  readonly reach: number;
  /** The year that it begins in: what was published of earlier years is left out. */
  readonly start?: string;
  /** Whether its publisher worked it out again, for earlier years, for the authorities of today. */
  readonly recast: boolean;
  readonly ranked: boolean;
  readonly banded: boolean;
  readonly bands: { readonly similar: number; readonly slight: number; readonly well: number } | null;
  /** What it has to do with other measures. */
  readonly cohort?: string;
  readonly numerator?: string;
  readonly within?: readonly string[];
  readonly 'all-of'?: readonly string[];
  readonly 'sum-of'?: readonly string[];
  readonly 'share-of'?: string;
};

/** An area under its newest code. */
export type Area = {
  readonly code: string;
  readonly kind: string;
  readonly parent: string | undefined;
  readonly began: string;
  readonly ended: string;
  /** Those that took its place, by their newest codes. */
  readonly successors: readonly string[];
  /** Every code it has had with the last day of it, oldest first. */
  readonly codes: readonly { readonly code: string; readonly to: string }[];
};

/** A list of neighbours, under their newest codes. */
export type List = { readonly id: string; readonly areas: readonly string[]; readonly isDistant: boolean };

/** An edition as its file has it. */
export type Edition = {
  readonly id: string;
  readonly period: string;
  readonly 'cut-off': string;
  readonly neighbours?: string;
  readonly 'neighbours-before'?: string;
  readonly themes: readonly string[];
  readonly headlines: readonly string[];
  readonly 'leaves-out'?: readonly string[];
};

/** A row of the officer's own, of figures or of published differences, as text. */
export type Row = {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: string;
  readonly line: number;
  readonly released: string;
};

/** One series and area of a publisher's release: a cell for each year that its list of series describes. */
export type Released = {
  readonly file: string;
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
};

/** What a release says of a series and year. */
export type SeriesYear = {
  readonly status: string;
  readonly released: string;
  readonly decimals: string;
  readonly series: string;
};

/** A series of a release in one publication. */
export type Series = {
  readonly publication: string;
  readonly day: string;
  readonly years: ReadonlyMap<string, SeriesYear>;
  readonly areas: ReadonlyMap<string, Released>;
  /** The companions by their names (low, high, base), by area. */
  readonly beside: ReadonlyMap<string, ReadonlyMap<string, Released>>;
};

/** A topic with the pairs of groups whose gaps are told. */
export type Topic = {
  readonly id: string;
  readonly until?: string;
  readonly disadvantage?: boolean;
  readonly partial?: boolean;
  readonly overlap?: boolean;
  readonly refines?: readonly string[];
  readonly groups: readonly { readonly id: string; readonly in?: readonly string[] }[];
  readonly gaps?: readonly { readonly group: string; readonly against: string }[];
};

/** Everything of a council's folder that its figures rest on. */
export type Folder = {
  readonly root: string;
  readonly council: {
    readonly code: string;
    readonly region: string;
    readonly nation: string;
    readonly disclosure: Policy;
  };
  readonly editions: readonly Edition[];
  readonly areas: ReadonlyMap<string, Area>;
  /** The newest code of an area by any code it has had. */
  readonly newest: (code: string) => string;
  readonly lists: ReadonlyMap<string, List>;
  readonly makeUp: readonly { readonly of: string; readonly areas: readonly string[] }[];
  /** The sources of national publishers. */
  readonly national: ReadonlySet<string>;
  /** The day a source came out, where it is told once for all that is in it. */
  readonly out: ReadonlyMap<string, string>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly topics: readonly Topic[];
  readonly themes: readonly {
    readonly id: string;
    readonly until?: string;
    readonly topics?: readonly string[];
  }[];
  readonly profiles: readonly Profile[];
  readonly rows: readonly Row[];
  readonly differences: readonly Row[];
  readonly counts: readonly Row[];
  /** The series of the publication that a measure's topic is taken from, by measure, topic and group. */
  readonly released: ReadonlyMap<string, readonly Series[]>;
};

/** From how few figures are hidden. */
export type Policy = {
  readonly 'count-below': number;
  readonly 'base-at-most': number;
  readonly 'extremes-base-below': number;
};

const usual: Policy = { 'count-below': 6, 'base-at-most': 10, 'extremes-base-below': 20 };

/** A profile of the catalogue, as schools by grade. */
export type Profile = {
  readonly id: string;
  readonly kind?: string;
  readonly parts?: readonly string[];
  readonly subtotal?: { readonly label: string; readonly parts: readonly string[] };
  readonly breaks?: readonly { readonly from: string }[];
  readonly follows?: { readonly profile: string };
};

/** Files of a folder and those below it, by their paths from the root, in order. */
function filesUnder(root: string, path: string, ending: string): readonly string[] {
  if (!existsSync(join(root, path))) return [];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .map(name => join(path, name))
    .toSorted();
}

function yaml<T>(root: string, path: string, otherwise: T): T {
  if (!existsSync(join(root, path))) return otherwise;
  return (load(readFileSync(join(root, path), 'utf8')) ?? otherwise) as T;
}

/** The rows of a CSV file by the names of its columns, each with the line it begins on. */
function table(root: string, path: string): readonly { fields: Record<string, string>; line: number }[] {
  const text = readFileSync(join(root, path), 'utf8');
  const records = parse(text, {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[];
  const [head, ...rest] = records;
  return rest.map(({ record, info }) => ({
    fields: Object.fromEntries((head?.record ?? []).map((name, at) => [name, record[at] ?? ''])),
    // A record is told with the line it ends on.
    line: info.lines - record.join('').split('\n').length + 1,
  }));
}

/** The school year that a day is in, from September on. */
export function schoolYear(day: string): string {
  return yearsOn(`${Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)}00`, 0);
}

/** A school year so many years later. */
export function yearsOn(period: string, years: number): string {
  const from = Number(period.slice(0, 4)) + years;
  return `${from}${String((from + 1) % 100).padStart(2, '0')}`;
}

/** How many years from one school year to another. */
export function yearsFrom(earlier: string, later: string): number {
  return Number(later.slice(0, 4)) - Number(earlier.slice(0, 4));
}

/** The national lists of neighbours of a council, by their ids. */
export function listsOf(council: string): ReadonlyMap<string, List> {
  const newest = newestOf(areasOf([]));
  return nationalLists(newest(council), newest);
}

/** The newest code of an area by any that it has had. */
function newestOf(areas: ReadonlyMap<string, Area>): (code: string) => string {
  const codes = new Map([...areas.values()].flatMap(area => area.codes.map(({ code }) => [code, area.code])));
  return code => codes.get(code) ?? code;
}

/** Reads a council's folder. */
export function folderOf(root: string): Folder {
  const council = yaml<Folder['council']>(root, 'data/council.yaml', {} as never);
  const own = yaml<{
    areas?: readonly Record<string, string>[];
    neighbours?: readonly { id: string; areas: readonly string[] }[];
    'make-up'?: readonly { of: string; areas: readonly string[] }[];
  }>(root, 'data/areas.yaml', {});
  const areas = areasOf(own.areas ?? []);
  const newest = newestOf(areas);
  const lists = nationalLists(newest(council.code), newest);
  for (const { id, areas: listed } of own.neighbours ?? [])
    lists.set(id, { id, areas: listed.map(newest), isDistant: false });
  const catalogue = cataloguesOf(root);
  type Listed = { sources?: { id: string; released?: string; national?: boolean }[] };
  const sources = [
    ...(yaml<Listed>(england, 'sources.yaml', {}).sources ?? []),
    ...(yaml<Listed>(root, 'data/sources.yaml', {}).sources ?? []),
  ];
  const out = new Map(sources.map(({ id, released = '' }) => [id, released]));
  const rowsIn = (path: string) =>
    filesUnder(root, path, '.csv').flatMap(file =>
      table(root, file).map(({ fields, line }) => ({
        fields: { ...fields, area: newest(fields.area ?? '') },
        file,
        line,
        released: fields.released || (out.get(fields.source ?? '') ?? ''),
      })),
    );
  const topicsOf = (folder: string, path: string) =>
    yaml<{ topics?: Topic[] }>(folder, path, {}).topics ?? [];
  return {
    root,
    council: {
      code: newest(council.code),
      region: newest(council.region),
      nation: newest(council.nation),
      disclosure: { ...usual, ...council.disclosure },
    },
    editions: filesUnder(root, 'data/editions', '.yaml')
      .map(path => yaml<Edition>(root, path, {} as never))
      .toSorted((a, b) => (a.period < b.period ? -1 : 1)),
    areas,
    newest,
    lists,
    makeUp: (own['make-up'] ?? []).map(({ of, areas }) => ({
      of: newest(of),
      areas: areas.map(newest),
    })),
    out,
    national: new Set(sources.filter(each => each.national === true).map(({ id }) => id)),
    ...catalogue,
    topics: [...topicsOf(root, 'data/breakdowns.yaml'), ...topicsOf(england, 'breakdowns.yaml')],
    rows: rowsIn('data/observations'),
    differences: rowsIn('data/differences'),
    counts: rowsIn('data/inspections'),
    released: publishedIn(root, newest, catalogue.measures),
  };
}

function areasOf(own: readonly Record<string, string>[]): ReadonlyMap<string, Area> {
  const byNumber = Map.groupBy(
    table(england, 'areas.csv').map(({ fields }) => fields),
    ({ old }) => old,
  );
  const areas = new Map<string, Area>();
  for (const rows of byNumber.values()) {
    const called = rows.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    const [first, last] = [called[0] ?? {}, called.at(-1) ?? {}];
    areas.set(last.code ?? '', {
      code: last.code ?? '',
      kind: last.kind === 'region' || last.kind === 'nation' ? last.kind : 'authority',
      parent: undefined,
      began: first.from ? schoolYear(first.from) : '',
      ended: last.to ? schoolYear(last.to) : '999900',
      successors: (last.successors ?? '').split(' ').filter(code => code !== ''),
      codes: called.map(({ code = '', to = '' }) => ({ code, to: to === '' ? '9999' : to })),
    });
  }
  const newest = new Map(
    [...areas.values()].flatMap(area => area.codes.map(({ code }) => [code, area.code])),
  );
  for (const { code: written = '', kind = '', parent, ended } of own) {
    const code = newest.get(written) ?? written;
    const held = areas.get(code);
    areas.set(code, {
      began: '',
      successors: [],
      codes: [{ code, to: '9999' }],
      ...held,
      code,
      kind,
      parent: parent === undefined ? undefined : (newest.get(parent) ?? parent),
      ended: ended ?? held?.ended ?? '999900',
    });
  }
  for (const [code, area] of areas)
    areas.set(code, { ...area, successors: area.successors.map(each => newest.get(each) ?? each) });
  return areas;
}

function nationalLists(council: string, newest: (code: string) => string): Map<string, List> {
  return new Map(
    ['2018-19', '2021-04', '2025-05'].flatMap(name => {
      const rows = table(england, `neighbours/${name}.csv`)
        .map(({ fields }) => fields)
        .filter(({ area = '' }) => newest(area) === council)
        .toSorted((a, b) => Number(a.place) - Number(b.place));
      if (rows.length === 0) return [];
      const id = `statistical-neighbours-${name}`;
      const list = {
        id,
        areas: rows.map(({ neighbour = '' }) => newest(neighbour)),
        isDistant: rows.every(({ closeness }) => closeness === 'Not close'),
      };
      return [[id, list] as const];
    }),
  );
}

type Catalogue = {
  theme: { id: string; until?: string; topics?: readonly string[] };
  indicators?: (Omit<Partial<Measure>, 'breaks' | 'pauses'> & Breaks & { id: string })[];
  profiles?: Profile[];
};

function cataloguesOf(root: string): Pick<Folder, 'measures' | 'themes' | 'profiles'> {
  const named = [yaml<Breaks>(england, 'breaks.yaml', {}), yaml<Breaks>(root, 'data/breaks.yaml', {})];
  /** A break or a pause as it stands, or by its name. */
  const told = <Told extends { readonly id?: string }>(all: readonly (string | Told)[]) => {
    const byName = new Map(all.flatMap(each => (typeof each === 'string' ? [] : [[each.id, each] as const])));
    return (each: string | Told) => (typeof each === 'string' ? byName.get(each) : each);
  };
  const breakOf = told(named.flatMap(({ breaks = [] }) => breaks));
  const pauseOf = told(named.flatMap(({ pauses = [] }) => pauses));
  const national = filesUnder(england, 'catalogue', '.yaml').map(path =>
    yaml<Catalogue>(england, path, {} as never),
  );
  const own = filesUnder(root, 'data/catalogue', '.yaml').map(path =>
    yaml<Catalogue>(root, path, {} as never),
  );
  const measures = new Map(
    [...national, ...own].flatMap(({ theme, indicators = [] }) =>
      indicators.map(said => {
        const measure = {
          counted: 'pupils',
          breakdowns: [],
          reach: 3,
          recast: false,
          ranked: false,
          banded: true,
          bands: null,
          topic: undefined,
          ...said,
          theme: theme.id,
          breaks: (said.breaks ?? []).flatMap(each => breakOf(each)?.from ?? []),
          pauses: (said.pauses ?? []).flatMap(each => pauseOf(each) ?? []),
        };
        return [said.id, measure as unknown as Measure] as const;
      }),
    ),
  );
  return {
    measures,
    themes: [...own, ...national].map(({ theme }) => theme),
    profiles: own.flatMap(({ profiles = [] }) => profiles),
  };
}

/** What all that is published has of a series is found by. */
export function seriesKey(indicator: string, topic: string, group: string): string {
  return [indicator, topic, group].join('|');
}

const companions = ['low', 'high', 'base'] as const;

type Held = Map<string, Map<string, Released>>;

function publishedIn(
  root: string,
  newest: (code: string) => string,
  measures: ReadonlyMap<string, Measure>,
): ReadonlyMap<string, readonly Series[]> {
  const all: (Series & { readonly key: string })[] = [];
  const lists = filesUnder(root, 'data/published', 'series.csv').toSorted((a, b) =>
    (a.split('/').at(-2) ?? '') < (b.split('/').at(-2) ?? '') ? -1 : 1,
  );
  for (const list of lists) {
    const folder = list.slice(0, list.lastIndexOf('/'));
    const [publication = '', day = ''] = folder.split('/').slice(-2);
    const years = new Map<string, Map<string, SeriesYear>>();
    for (const { fields } of table(root, list)) {
      const { indicator = '', topic = '', group = '', period = '', key, filters, label } = fields;
      const { status = '', released = '', decimals = '' } = fields;
      const series = [key, filters, label].filter(Boolean).join('; ');
      const { start = '' } = measures.get(indicator.replace(/\.(?:low|high|base)$/, '')) ?? {};
      if (period < start) continue;
      const name = seriesKey(indicator, topic, group);
      const held = years.get(name) ?? new Map<string, SeriesYear>();
      years.set(name, held.set(period, { status, released, decimals, series }));
    }
    const held: Held = new Map();
    for (const file of filesUnder(root, folder, '.csv').filter(path => path !== list))
      readWide(root, file, newest, held);
    for (const [key, areas] of held) {
      const [indicator = '', ...rest] = key.split('|');
      if (companions.some(each => indicator.endsWith(`.${each}`))) continue;
      const beside = new Map(
        companions.flatMap(each => {
          const found = held.get([`${indicator}.${each}`, ...rest].join('|'));
          return found === undefined ? [] : [[each as string, found] as const];
        }),
      );
      all.push({ key, publication, day, years: years.get(key) ?? new Map(), areas, beside });
    }
  }
  // Two publications are never mixed: a topic has the one of its measure, or else the first by name that has it.
  const byTopic = Map.groupBy(all, ({ key }) => key.split('|').slice(0, 2).join('|'));
  const chosen = [...byTopic].flatMap(([topic, held]) => {
    const wanted = measures.get(topic.split('|')[0] ?? '')?.source;
    const publications = [...new Set(held.map(({ publication }) => publication))].toSorted();
    const from = publications.find(each => each === wanted) ?? publications[0];
    return held.filter(({ publication }) => publication === from);
  });
  return Map.groupBy(chosen, ({ key }) => key);
}

function readWide(root: string, file: string, newest: (code: string) => string, held: Held): void {
  const [head = '', ...lines] = readFileSync(join(root, file), 'utf8').split('\n');
  const years = head.split(',').slice(4);
  for (const [at, line] of lines.entries()) {
    const [indicator = '', topic = '', group = '', area = '', ...cells] = line.split(',');
    if (area === '') continue;
    const key = seriesKey(indicator, topic, group);
    const areas = held.get(key) ?? new Map<string, Released>();
    held.set(key, areas);
    const said = years.flatMap((year, each) => (cells[each] ? [[year, cells[each] ?? ''] as const] : []));
    areas.set(newest(area), { file, line: at + 2, cells: new Map(said) });
  }
}
