import type { Report } from '../issues.ts';
import type { Period } from '../model/time.ts';
import { readCsv } from '../sources/csv.ts';
import { entriesOf, type Folder, readText } from '../sources/files.ts';

/** What a council folder holds of a publication: cells by series and area, then period; releases by series and period. */
export type HeldFigures = {
  readonly cells: ReadonlyMap<string, ReadonlyMap<Period, string>>;
  readonly released: ReadonlyMap<string, { readonly status: string; readonly released: string }>;
  /** The sums of the files already imported, and the names of their folders. */
  readonly sums: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
};

/** Reads what is held of a publication, release by release: the later one has the last word. */
export function readHeldFigures(folder: Folder, publication: string, report: Report): HeldFigures {
  const cells = new Map<string, Map<Period, string>>();
  const released = new Map<string, { readonly status: string; readonly released: string }>();
  const sums = new Map<string, string>();
  const releases = entriesOf(folder, `data/published/${publication}`).filter(({ kind }) => kind === 'folder');
  for (const { path, name } of releases) {
    for (const file of entriesOf(folder, path)) {
      const text = readText(folder, file.path) ?? '';
      if (file.name === 'release.yaml') {
        const sum = /^sha256: "?([0-9a-f]{64})/m.exec(text)?.[1];
        if (sum !== undefined) sums.set(sum, name);
      } else if (file.name === 'series.csv') {
        const columns = ['indicator', 'topic', 'group', 'period', 'status', 'released'] as const;
        const header = (text.split('\n', 1)[0] ?? '').split(',');
        for (const { fields } of readCsv(text, file.path, [...columns, ...header.filter(isOther)], report)) {
          const id = `${fields.indicator}\t${fields.topic}\t${fields.group}\t${fields.period}`;
          released.set(id, { status: fields.status ?? '', released: fields.released ?? '' });
        }
        function isOther(name: string): boolean {
          return !(columns as readonly string[]).includes(name);
        }
      } else if (file.name.endsWith('.csv')) {
        const periods = (text.split('\n', 1)[0] ?? '').split(',').slice(4);
        const columns = ['indicator', 'topic', 'group', 'area', ...periods];
        for (const { fields } of readCsv(text, file.path, columns, report)) {
          const id = `${fields.indicator}\t${fields.topic}\t${fields.group}\t${fields.area}`;
          let row = cells.get(id);
          if (row === undefined) {
            row = new Map();
            cells.set(id, row);
          }
          for (const period of periods) {
            const value = fields[period] ?? '';
            if (value !== '') row.set(period, value);
          }
        }
      }
    }
  }
  return { cells, released, sums, folders: releases.map(({ name }) => name) };
}
