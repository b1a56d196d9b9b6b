import { load } from 'js-yaml';
import type { Report } from '../issues.ts';
import type { ReleaseCalendar } from '../model/release.ts';
import { readEngland } from '../sources/england.ts';
import { entriesOf, type Folder, kindAt, readText, stemOf } from '../sources/files.ts';
import { readReleaseCalendar } from '../sources/release-calendar.ts';
import { readYaml } from '../sources/yaml.ts';
import { type AreaCodes, areaCodesOf } from './format-reading.ts';
import type { ImportedIndicator, PublicationFacts } from './release-form.ts';
import { knownRows, type MapRow, type Remembered, readRemembered, readSeriesMap } from './series-maps.ts';

/** What importing needs to know of England, of the catalogues and of the council. */
export type ImportContext = {
  readonly council: string | null;
  readonly areas: AreaCodes;
  readonly indicators: ReadonlyMap<string, ImportedIndicator>;
  readonly publications: ReadonlyMap<string, PublicationFacts>;
  /** Every publication that has a map, with its rows. */
  readonly maps: ReadonlyMap<string, readonly MapRow[]>;
  readonly remembered: readonly Remembered[];
  readonly calendar: ReleaseCalendar;
};

/** Reads what ships with the tool (`data`, which holds `england`), then what the council's own folder adds to it. */
export function readImportContext(data: Folder, council: Folder, report: Report): ImportContext {
  const text = (path: string) => readText(data, path) ?? '';
  const indicators = new Map([
    ...indicatorsIn(data, 'england/catalogue', report),
    ...indicatorsIn(council, 'data/catalogue', report),
  ]);
  const publications = new Map([
    ...publicationsIn(data, 'england/sources.yaml', report),
    ...publicationsIn(council, 'data/sources.yaml', report),
  ]);
  const national = yamlFree(data, 'england/series', '.csv').flatMap(path =>
    readSeriesMap(text(path), path, stemOf(path), report),
  );
  const remembered = yamlFree(council, 'data/imports', '.yaml').flatMap(
    path => readRemembered(readText(council, path) ?? '', path, report) ?? [],
  );
  for (const { publication, title, address, licence } of remembered) {
    if (title === undefined || address === undefined || licence === undefined) continue;
    publications.set(publication, { id: publication, title, address, licence });
  }
  const agreed = remembered.flatMap(({ agreed, rows }) => (agreed ? rows : []));
  return {
    council: councilCode(council, report),
    areas: areaCodesOf(readEngland(report)),
    indicators,
    publications,
    maps: Map.groupBy(
      knownRows([...national, ...agreed], indicators, report),
      ({ publication }) => publication,
    ),
    remembered,
    calendar: readReleaseCalendar(text('england/calendar.csv'), 'england/calendar.csv', report),
  };
}

function yamlFree(folder: Folder, path: string, ending: string): readonly string[] {
  if (kindAt(folder, path) !== 'folder') return [];
  return entriesOf(folder, path)
    .filter(({ name, kind }) => kind === 'file' && name.endsWith(ending))
    .map(entry => entry.path);
}

/** The data of a YAML file as far as it is a mapping; what is wrong with it is for `check` to say. */
function mappingOf(folder: Folder, path: string, report: Report): Readonly<Record<string, unknown>> {
  if (kindAt(folder, path) !== 'file') return {};
  const text = readText(folder, path) ?? '';
  try {
    // Without the places of everything in it, which take twice the time.
    const data = load(text);
    return isMapping(data) ? data : {};
  } catch {
    readYaml(text, path, report);
    return {};
  }
}

function indicatorsIn(
  folder: Folder,
  path: string,
  report: Report,
): readonly (readonly [string, ImportedIndicator])[] {
  return yamlFree(folder, path, '.yaml').flatMap(file => {
    const { theme, indicators } = mappingOf(folder, file, report);
    const id = isMapping(theme) ? textIn(theme, 'id') : '';
    return listOf(indicators).map(one => {
      const indicator = {
        id: textIn(one, 'id'),
        theme: id,
        label: textIn(one, 'label'),
        short: textIn(one, 'short'),
        unit: textIn(one, 'unit'),
        decimals: Number(textIn(one, 'decimals')),
        polarity: textIn(one, 'polarity'),
        source: textIn(one, 'source'),
        release: textIn(one, 'release') || null,
      };
      return [indicator.id, indicator] as const;
    });
  });
}

function publicationsIn(
  folder: Folder,
  path: string,
  report: Report,
): readonly (readonly [string, PublicationFacts])[] {
  return listOf(mappingOf(folder, path, report).sources).map(one => {
    const id = textIn(one, 'id');
    const facts = {
      title: textIn(one, 'title'),
      address: textIn(one, 'url'),
      licence: textIn(one, 'licence'),
    };
    return [id, { id, ...facts }] as const;
  });
}

function councilCode(folder: Folder, report: Report): string | null {
  return textIn(mappingOf(folder, 'data/council.yaml', report), 'code') || null;
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isMapping) : [];
}

function textIn(mapping: Readonly<Record<string, unknown>>, key: string): string {
  const value = mapping[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
