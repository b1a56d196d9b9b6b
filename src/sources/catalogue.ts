import type { z } from 'zod';
import { areasSchema } from '../model/area.ts';
import { type Council, councilSchema } from '../model/council.ts';
import { type Edition, editionSchema } from '../model/edition.ts';
import { breaksFileSchema, type NamedBreaks } from '../model/indicator.ts';
import { catalogueFileSchema } from '../model/theme.ts';
import { type Folder, filesOf, kindAt, readText, start } from './files.ts';
import { withNamedBreaks } from './named-breaks.ts';
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
  readonly breaks: Read<NamedBreaks> | null;
  readonly glossary: Read<z.output<typeof glossaryFileSchema>> | null;
  readonly catalogue: readonly (Read<z.output<typeof catalogueFileSchema>> | null)[];
  readonly editions: readonly (Read<Edition> | null)[];
};

/** Reads and checks every YAML file by itself. */
export function readYamlFiles(folder: Folder): YamlFiles {
  const breaks = readOne(folder, 'data/breaks.yaml', breaksFileSchema, 'optional');
  const named = breaks === null ? { breaks: [], pauses: [] } : breaks.value;
  return {
    council: readOne(folder, 'data/council.yaml', councilSchema),
    areas: readOne(folder, 'data/areas.yaml', areasSchema),
    sources: readOne(folder, 'data/sources.yaml', sourcesFileSchema),
    breakdowns: readOne(folder, 'data/breakdowns.yaml', breakdownsFileSchema),
    breaks,
    glossary: readOne(folder, 'data/glossary.yaml', glossaryFileSchema, 'optional'),
    catalogue: readAll(
      folder,
      'data/catalogue',
      catalogueFileSchema,
      'the catalogue of indicators',
      document => withNamedBreaks(document, named, folder.report),
    ),
    editions: readAll(folder, 'data/editions', editionSchema, 'the first edition'),
  };
}

function readOne<T>(
  folder: Folder,
  path: string,
  schema: z.ZodType<T>,
  need: 'needed' | 'optional' = 'needed',
  made: (document: Document) => Document = document => document,
): Read<T> | null {
  const kind = kindAt(folder, path);
  if (kind === 'folder') folder.report(start(path), 'not-a-file');
  if (kind === 'missing' && need === 'needed') folder.report(start(path), 'missing-file', 'this file');
  if (kind !== 'file') return null;
  const text = readText(folder, path);
  const written = text === null ? null : readYaml(text, path, folder.report);
  const document = written === null ? null : made(written);
  return document === null ? null : { document, ...validate(document, schema, folder.report) };
}

function readAll<T>(
  folder: Folder,
  path: string,
  schema: z.ZodType<T>,
  what: string,
  made?: (document: Document) => Document,
): readonly (Read<T> | null)[] {
  const entries = filesOf(folder, path, '.yaml');
  const kind = entries.length === 0 ? kindAt(folder, path) : 'folder';
  if (entries.length === 0 && (kind === 'missing' || kind === 'folder'))
    folder.report(start(path), 'missing-file', what);
  return entries.map(entry => readOne(folder, entry.path, schema, 'needed', made));
}
