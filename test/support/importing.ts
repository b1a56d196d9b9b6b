import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BroughtIn, bringIn } from '../../src/importers/bring-in.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));

/** A council folder with no more in it than importing asks for: Cheshire East, with every national measure. */
export const emptyFolder: Readonly<Record<string, string>> = {
  'data/council.yaml': 'code: E06000049\nname: Cheshire East\n',
};

/** What the tests ask of an import: the files by name, or the paths of real ones. */
export type Asked = {
  readonly folder?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly paths?: readonly string[];
  readonly as?: string;
  readonly taken?: string;
};

/** What was brought in, with issues as "file:line:column rule", and the lines of what would be written. */
export type Imported = BroughtIn & {
  readonly said: readonly string[];
  /** The lines of the files that end in a name. */
  readonly lines: (ending: string) => readonly string[];
  /** The folder as it would be afterwards. */
  readonly after: Readonly<Record<string, string>>;
};

/** Brings files into a council folder that is made for it and taken away again. */
export async function imported({
  folder = emptyFolder,
  files = {},
  paths,
  as,
  taken,
}: Asked): Promise<Imported> {
  const root = mkdtempSync(join(tmpdir(), 'keystage-import-'));
  try {
    const put = (path: string, text: string | Uint8Array) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    for (const [path, text] of Object.entries(folder)) put(path, text);
    for (const [name, text] of Object.entries(files)) put(`files/${name}`, text);
    const named = Object.keys(files).filter(name => !name.endsWith('.meta.csv'));
    const asked = [
      ...named.map(name => ({ name, path: join(root, 'files', name) })),
      ...(paths ?? []).map(path => ({ name: path.replace(/^.*\//, ''), path })),
    ];
    const brought = await bringIn(root, data, { files: asked, as: as ?? null, taken: taken ?? '2026-04-08' });
    const written = Object.fromEntries(brought.written);
    return {
      ...brought,
      said: brought.issues.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`),
      lines: ending =>
        Object.entries(written)
          .filter(([path]) => path.endsWith(ending))
          .flatMap(([, text]) => text.trimEnd().split('\n')),
      after: { ...folder, ...written },
    };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The cells of a wide table, by "indicator, group, area" or "indicator, topic: group, area" and then by period. */
export function cellsIn(
  written: ReadonlyMap<string, string>,
): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const cells = new Map<string, Readonly<Record<string, string>>>();
  for (const [path, text] of written) {
    if (!path.endsWith('.csv') || path.endsWith('series.csv')) continue;
    const [header = '', ...lines] = text.trimEnd().split('\n');
    const periods = header.split(',').slice(4);
    for (const line of lines) {
      const [indicator, topic, group, area, ...values] = line.split(',');
      const held = periods.map((period, at) => [period, values[at] ?? ''] as const);
      const whose = topic === 'Total' ? group : `${topic}: ${group}`;
      cells.set(`${indicator}, ${whose}, ${area}`, Object.fromEntries(held));
    }
  }
  return cells;
}
