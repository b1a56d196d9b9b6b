import type { z } from 'zod';
import { areasSchema } from '../model/area.ts';
import { type Council, councilSchema } from '../model/council.ts';
import { type Edition, editionSchema } from '../model/edition.ts';
import { catalogueFileSchema } from '../model/theme.ts';
import { type Folder, filesOf, kindAt, readText, start } from './files.ts';
import { breakdownsFileSchema, glossaryFileSchema, sourcesFileSchema } from './schemas.ts';
import { type Validated, validate } from './validate.ts';
import { type Document, readYaml } from './yaml.ts';

/** A YAML file as far as it was understood. */
export type Read<T> = Validated<T> & { readonly document: Document };

/** The YAML files of a council folder; null for one that is missing or is not YAML. */
export type YamlFiles = {
  readonly council: Read<Council> | null;
  readonly areas: Read<z.output<typeof areasSchema>> | null;
  readonly sources: Read<z.output<typeof sourcesFileSchema>> | null;
  readonly breakdowns: Read<z.output<typeof breakdownsFileSchema>> | null;
  readonly glossary: Read<z.output<typeof glossaryFileSchema>> | null;
  readonly catalogue: readonly (Read<z.output<typeof catalogueFileSchema>> | null)[];
  readonly editions: readonly (Read<Edition> | null)[];
};

/** Reads and checks every YAML file by itself. */
export function readYamlFiles(folder: Folder): YamlFiles {
  return {
    council: readOne(folder, 'data/council.yaml', councilSchema, 'this file, which says who publishes,'),
    areas: readOne(folder, 'data/areas.yaml', areasSchema, 'this file, the list of areas and neighbours,'),
    sources: readOne(folder, 'data/sources.yaml', sourcesFileSchema, 'this file, the list of publications,'),
    breakdowns: readOne(
      folder,
      'data/breakdowns.yaml',
      breakdownsFileSchema,
      'this file, the list of groups,',
    ),
    glossary: readOne(folder, 'data/glossary.yaml', glossaryFileSchema, null),
    catalogue: readAll(folder, 'data/catalogue', catalogueFileSchema, 'the catalogue (<chapter>.yaml)'),
    editions: readAll(folder, 'data/editions', editionSchema, 'the first edition (201314.yaml for 2013/14)'),
  };
}

function readOne<T>(
  folder: Folder,
  path: string,
  schema: z.ZodType<T>,
  /** What is missing without it; null for a file that may be left out. */
  what: string | null,
): Read<T> | null {
  const kind = kindAt(folder, path);
  if (kind === 'folder') folder.report(start(path), 'not-a-file');
  if (kind === 'missing' && what !== null) folder.report(start(path), 'missing-file', what);
  if (kind !== 'file') return null;
  const text = readText(folder, path);
  const document = text === null ? null : readYaml(text, path, folder.report);
  return document === null ? null : { document, ...validate(document, schema, folder.report) };
}

function readAll<T>(
  folder: Folder,
  path: string,
  schema: z.ZodType<T>,
  what: string,
): readonly (Read<T> | null)[] {
  const entries = filesOf(folder, path, '.yaml');
  const kind = entries.length === 0 ? kindAt(folder, path) : 'folder';
  if (entries.length === 0 && (kind === 'missing' || kind === 'folder'))
    folder.report(start(path), 'missing-file', what);
  return entries.map(entry => readOne(folder, entry.path, schema, null));
}
