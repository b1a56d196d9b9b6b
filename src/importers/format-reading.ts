import type { Report } from '../issues.ts';
import type { Area } from '../model/area.ts';
import type { Period } from '../model/time.ts';
import { areaOf, type England } from '../sources/england.ts';
import type { Gathered } from './gathered.ts';
import type { PublisherTable } from './publisher-file.ts';
import type { MapRow } from './series-maps.ts';

/** What a reader of one format is given: a table, where its header stands, and what is asked of it. */
export type FormatReading = {
  readonly table: PublisherTable;
  /** The place of the header among the first records. */
  readonly headerAt: number;
  readonly header: readonly string[];
  /** The rows of the map of one publication. */
  readonly rows: readonly MapRow[];
  readonly areas: AreaCodes;
  readonly gathered: Gathered;
  readonly report: Report;
};

/** The place of each column by its name in lower case, without spaces around it. */
export function columnsOf(header: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  header.forEach((name, at) => {
    const plain = name.trim().toLowerCase();
    if (plain !== '' && !columns.has(plain)) columns.set(plain, at);
  });
  return columns;
}

/** The areas of England by what publishers call them; figures are held under an area's newest code. */
export type AreaCodes = {
  /** By a nine-character or a three-digit code, the latter perhaps written 895.0. */
  readonly byCode: (code: string) => Area | null;
  /** By a name in any spelling, as it was used in a school year: two places were called Dorset. */
  readonly byName: (name: string, period: Period) => Area | null;
};

/** The areas of England by what publishers call them. */
export function areaCodesOf(england: England): AreaCodes {
  return {
    byCode: code => {
      const written = code.trim();
      return england.byCode.get(written) ?? england.byNumber.get(written.replace(/\.0$/, '')) ?? null;
    },
    byName: (name, period) => (name.trim() === '' ? null : areaOf(england, name, period)),
  };
}
