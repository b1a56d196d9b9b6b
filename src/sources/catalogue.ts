import type { z } from 'zod';
import type { Report } from '../issues.ts';
import { areasSchema } from '../model/area.ts';
import { type Council, councilSchema } from '../model/council.ts';
import { type Edition, editionSchema } from '../model/edition.ts';
import { breaksFileSchema, type NamedBreaks } from '../model/indicator.ts';
import { type Path, valueAt } from '../model/place.ts';
import { nearest } from '../model/spelling.ts';
import { catalogueFileSchema } from '../model/theme.ts';
import { type FieldAt, fieldsIn } from '../plans/kit/fields.ts';
import type { England } from './england.ts';
import { type Folder, filesOf, kindAt, readText, start } from './files.ts';
import { breakdownsFileSchema, glossaryFileSchema, sourcesFileSchema } from './schemas.ts';
import { type Validated, validate } from './validate.ts';
import { type Document, readYaml } from './yaml.ts';

/** A YAML file as far as it was understood, and what its schema says of its texts. */
export type Read<T> = Validated<T> & { readonly document: Document; readonly fields: readonly FieldAt[] };

/** The YAML files of a council folder; null for one that is missing or is not YAML. */
export type YamlFiles = {
  readonly council: Read<Council> | null;
  readonly areas: Read<z.output<typeof areasSchema>> | null;
  readonly sources: Read<z.output<typeof sourcesFileSchema>> | null;
  readonly breakdowns: Read<z.output<typeof breakdownsFileSchema>> | null;
  readonly breaks: Read<NamedBreaks> | null;
  readonly glossary: Read<z.output<typeof glossaryFileSchema>> | null;
  readonly catalogue: readonly (Read<z.output<typeof catalogueFileSchema>> | null)[];
  readonly editions: readonly (Read<Edition> | null)[];
};

/** Reads and checks every YAML file by itself; breaks and pauses may also be named that England's own list has. */
export function readYamlFiles(folder: Folder, england: England, national: NamedBreaks): YamlFiles {
  const council = readOne(folder, 'data/council.yaml', councilSchema, 'this file, which says who publishes,');
  const breaks = readOne(folder, 'data/breaks.yaml', breaksFileSchema, null);
  const named = breaks === null ? national : namedBy(breaks.value, national);
  return {
    council,
    areas: readAreas(folder, england.byCode.has(council?.value?.code ?? '')),
    sources: readOrEmpty(folder, 'data/sources.yaml', sourcesFileSchema, 'sources: []'),
    breakdowns: readOrEmpty(folder, 'data/breakdowns.yaml', breakdownsFileSchema, 'topics: []'),
    breaks,
    glossary: readOrEmpty(folder, 'data/glossary.yaml', glossaryFileSchema, 'terms: []'),
    catalogue: readAll(folder, 'data/catalogue', catalogueFileSchema, null, document =>
      withNamedBreaks(document, named, folder.report),
    ),
    editions: readAll(folder, 'data/editions', editionSchema, 'the first edition (201314.yaml for 2013/14)'),
  };
}

/** The council's own names of breaks and pauses before England's; null where its own were not understood. */
function namedBy(own: NamedBreaks | null, national: NamedBreaks): NamedBreaks | null {
  if (own === null) return null;
  return {
    breaks: [...national.breaks, ...own.breaks],
    pauses: [...national.pauses, ...own.pauses],
  };
}

/** A council of England may do without. */
function readAreas(folder: Folder, isEnglish: boolean): YamlFiles['areas'] {
  const path = 'data/areas.yaml';
  return isEnglish
    ? readOrEmpty(folder, path, areasSchema, 'areas: []')
    : readOne(folder, path, areasSchema, 'this file, the list of areas and neighbours,');
}

/** A file that a folder may leave out, which then names nothing beside what is true of every council. */
function readOrEmpty<T>(folder: Folder, path: string, schema: z.ZodType<T>, empty: string): Read<T> | null {
  if (kindAt(folder, path) !== 'missing') return readOne(folder, path, schema, null);
  const document = readYaml(empty, path, folder.report);
  // Written empty it would be a fault.
  return document === null ? null : held(document, schema, () => {});
}

export function held<T>(document: Document, schema: z.ZodType<T>, report: Report): Read<T> {
  const checked = validate(document, schema, report);
  return { document, ...checked, fields: fieldsIn(schema, checked.data) };
}

/** A file of the folder, held against its schema; what it was made into is held, where `made` makes something of it. */
export function readOne<T>(
  folder: Folder,
  path: string,
  schema: z.ZodType<T>,
  /** What is missing without it; null for a file that may be left out. */
  what: string | null,
  made: (document: Document) => Document = document => document,
): Read<T> | null {
  const kind = kindAt(folder, path);
  if (kind === 'folder') folder.report(start(path), 'not-a-file');
  if (kind === 'missing' && what !== null) folder.report(start(path), 'missing-file', what);
  if (kind !== 'file') return null;
  const text = readText(folder, path);
  const written = text === null ? null : readYaml(text, path, folder.report);
  return written === null ? null : held(made(written), schema, folder.report);
}

/** Every YAML file of a folder, held against one schema; `what` is said to be missing where there is none. */
export function readAll<T>(
  folder: Folder,
  path: string,
  schema: z.ZodType<T>,
  what: string | null,
  made?: (document: Document) => Document,
): readonly (Read<T> | null)[] {
  const entries = filesOf(folder, path, '.yaml');
  const kind = entries.length === 0 ? kindAt(folder, path) : 'folder';
  if (what !== null && entries.length === 0 && (kind === 'missing' || kind === 'folder'))
    folder.report(start(path), 'missing-file', what);
  return entries.map(entry => readOne(folder, entry.path, schema, null, made));
}

/**
 * A file of the catalogue with the breaks and pauses that it names put in the place of their names. A name that
 * nothing has is reported, unless the names themselves were not understood (null), and stands for nothing.
 */
export function withNamedBreaks(document: Document, named: NamedBreaks | null, report: Report): Document {
  const entries = (written: unknown, list: keyof NamedBreaks, path: Path): unknown => {
    if (!Array.isArray(written)) return written;
    const byId = new Map(named?.[list].map(({ id, ...entry }) => [id, entry]));
    return written.flatMap((each: unknown, at) => {
      if (typeof each !== 'string') return [each];
      const entry = byId.get(each);
      const place = document.place([...path, at]);
      if (entry === undefined && named !== null)
        report(place, `unknown-${breakOrPause[list]}`, each, nearest(each, byId.keys()));
      return entry === undefined ? [] : [entry];
    });
  };
  const indicators = valueAt(document.data, ['indicators']);
  if (!Array.isArray(indicators) || !isMapping(document.data)) return document;
  const whole = indicators.map((one: unknown, at) => {
    if (!isMapping(one)) return one;
    const lists = (['breaks', 'pauses'] as const).filter(list => list in one);
    const those = lists.map(list => [list, entries(one[list], list, ['indicators', at, list])]);
    return { ...one, ...Object.fromEntries(those) };
  });
  return { ...document, data: { ...document.data, indicators: whole } };
}

const breakOrPause = { breaks: 'break', pauses: 'pause' } as const;

function isMapping(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
