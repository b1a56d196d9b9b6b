import type { Report } from '../issues.ts';
import { firstColumns, seriesColumns } from '../model/release.ts';
import type { Period } from '../model/time.ts';
import { readCsv } from '../sources/csv.ts';
import { entriesOf, type Folder, kindAt, readText } from '../sources/files.ts';

/** What a council folder holds of a publication: cells by series and area, then period; releases by series and period. */
export type HeldFigures = {
  readonly cells: Map<string, Map<Period, string>>;
  readonly released: Map<string, { readonly status: string; readonly released: string }>;
  /** The sums of the files already imported, and the names of their folders. */
  readonly sums: Map<string, string>;
  readonly folders: readonly string[];
};

function holdNothing(): HeldFigures {
  return { cells: new Map(), released: new Map(), sums: new Map(), folders: [] };
}

/** Reads what is held of a publication, release by release: the later one has the last word. */
export function readHeldFigures(folder: Folder, publication: string, report: Report): HeldFigures {
  const path = `data/published/${publication}`;
  const releases =
    kindAt(folder, path) === 'folder' ? entriesOf(folder, path).filter(({ kind }) => kind === 'folder') : [];
  const held = { ...holdNothing(), folders: releases.map(({ name }) => name) };
  for (const { path } of releases) {
    const files = entriesOf(folder, path).map(
      file => [file.path, readText(folder, file.path) ?? ''] as const,
    );
    holdRelease(held, new Map(files), report);
  }
  return held;
}

export function holdRelease(held: HeldFigures, files: ReadonlyMap<string, string>, report: Report): void {
  for (const [path, text] of files) {
    const [folder = '', name = ''] = path.split('/').slice(-2);
    if (name === 'release.yaml') {
      const sum = /^sha256: "?([0-9a-f]{64})/m.exec(text)?.[1];
      if (sum !== undefined) held.sums.set(sum, folder);
    } else if (name === 'series.csv') {
      for (const { fields } of readCsv(text, path, seriesColumns, report)) {
        const { indicator, topic, group, period, status, released } = fields;
        held.released.set(`${indicator}\t${topic}\t${group}\t${period}`, { status, released });
      }
    } else if (name.endsWith('.csv')) {
      const periods = (text.split('\n', 1)[0] ?? '').split(',').slice(firstColumns.length);
      const columns = [...firstColumns, ...periods];
      for (const { fields } of readCsv(text, path, columns, report)) {
        const id = `${fields.indicator}\t${fields.topic}\t${fields.group}\t${fields.area}`;
        const row = held.cells.get(id) ?? new Map<Period, string>();
        held.cells.set(id, row);
        for (const period of periods) {
          const value = fields[period] ?? '';
          if (value !== '') row.set(period, value);
        }
      }
    }
  }
}
