import { load } from 'js-yaml';
import { z } from 'zod';
import type { Report } from '../issues.ts';
import type { ReleaseCalendar } from '../model/release.ts';
import { type England, readEngland } from '../sources/england.ts';
import { entriesOf, type Folder, kindAt, readText, stemOf } from '../sources/files.ts';
import { readReleaseCalendar } from '../sources/release-calendar.ts';
import { readYaml } from '../sources/yaml.ts';
import { knownRows, type MapRow, type Remembered, readRemembered, readSeriesMap } from './series-maps.ts';

/** A text of a YAML file as far as it is one; what is wrong with it is for `check` to say. */
const text = z.union([z.string(), z.number()]).transform(String).catch('');

/** What the catalogue says of an indicator, as far as importing asks; `release` is its family in the release calendar. */
const indicatorFacts = z.object({
  id: text,
  label: text,
  short: text,
  unit: text,
  decimals: text.transform(Number),
  polarity: text,
  source: text,
  release: text.transform(family => family || null),
});
const catalogueFacts = z.object({
  theme: z.object({ id: text }).catch({ id: '' }),
  indicators: z.array(indicatorFacts).catch([]),
});

/** A publication as `sources.yaml` has it. */
const publicationFacts = z.object({ id: text, title: text, url: text, licence: text });
const sourcesFacts = z.object({ sources: z.array(publicationFacts).catch([]) });

export type ImportedIndicator = z.output<typeof indicatorFacts> & { readonly theme: string };

export type PublicationFacts = Omit<z.output<typeof publicationFacts>, 'url'> & { readonly address: string };

/** What importing needs to know of England, of the catalogues and of the council. */
export type ImportContext = {
  readonly council: string | null;
  readonly england: England;
  readonly indicators: ReadonlyMap<string, ImportedIndicator>;
  readonly publications: ReadonlyMap<string, PublicationFacts>;
  /** By publication. */
  readonly maps: ReadonlyMap<string, readonly MapRow[]>;
  readonly remembered: readonly Remembered[];
  readonly calendar: ReleaseCalendar;
};

const calendar = 'england/calendar.csv';

/** Reads what ships with the tool (`data`, which holds `england`), then what the council's own folder adds to it. */
export function readImportContext(data: Folder, council: Folder, report: Report): ImportContext {
  const indicators = new Map([
    ...indicatorsIn(data, 'england/catalogue', report),
    ...indicatorsIn(council, 'data/catalogue', report),
  ]);
  const publications = new Map([
    ...publicationsIn(data, 'england/sources.yaml', report),
    ...publicationsIn(council, 'data/sources.yaml', report),
  ]);
  const national = filesEnding(data, 'england/series', '.csv').flatMap(path =>
    readSeriesMap(readText(data, path) ?? '', path, stemOf(path), report),
  );
  const remembered = filesEnding(council, 'data/imports', '.yaml').flatMap(
    path => readRemembered(readText(council, path) ?? '', path, report) ?? [],
  );
  for (const { publication, title, address, licence } of remembered) {
    if (title === undefined || address === undefined || licence === undefined) continue;
    publications.set(publication, { id: publication, title, address, licence });
  }
  const agreed = remembered.flatMap(({ agreed, rows }) => (agreed ? rows : []));
  return {
    council: factsIn(council, 'data/council.yaml', z.object({ code: text }), report)?.code || null,
    england: readEngland(report),
    indicators,
    publications,
    maps: Map.groupBy(
      knownRows([...national, ...agreed], indicators, report),
      ({ publication }) => publication,
    ),
    remembered,
    calendar: readReleaseCalendar(readText(data, calendar) ?? '', calendar, report),
  };
}

function filesEnding(folder: Folder, path: string, ending: string): readonly string[] {
  if (kindAt(folder, path) !== 'folder') return [];
  const those = entriesOf(folder, path).filter(({ name, kind }) => kind === 'file' && name.endsWith(ending));
  return those.map(entry => entry.path);
}

function factsIn<T>(folder: Folder, path: string, schema: z.ZodType<T>, report: Report): T | null {
  if (kindAt(folder, path) !== 'file') return null;
  const text = readText(folder, path) ?? '';
  try {
    // Without the places of everything in it, which take twice the time.
    return schema.safeParse(load(text)).data ?? null;
  } catch {
    readYaml(text, path, report);
    return null;
  }
}

function indicatorsIn(
  folder: Folder,
  path: string,
  report: Report,
): readonly (readonly [string, ImportedIndicator])[] {
  return filesEnding(folder, path, '.yaml').flatMap(file => {
    const { theme, indicators = [] } = factsIn(folder, file, catalogueFacts, report) ?? {};
    return indicators.map(one => [one.id, { ...one, theme: theme?.id ?? '' }] as const);
  });
}

function publicationsIn(
  folder: Folder,
  path: string,
  report: Report,
): readonly (readonly [string, PublicationFacts])[] {
  const { sources = [] } = factsIn(folder, path, sourcesFacts, report) ?? {};
  return sources.map(({ url, ...one }) => [one.id, { ...one, address: url }] as const);
}
