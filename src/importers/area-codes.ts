import type { Report } from '../issues.ts';
import { readCsv } from '../sources/csv.ts';

/** An area that published figures are held for. */
export type CodedArea = {
  /** The newest code of the place: a place that was only given another code keeps one row. */
  readonly code: string;
  readonly kind: 'authority' | 'region' | 'nation';
};

/** Areas by what publishers call them. */
export type AreaCodes = {
  /** By a nine-character or a three-digit code, the latter perhaps written 895.0. */
  readonly byCode: (code: string) => CodedArea | null;
  readonly byName: (name: string) => CodedArea | null;
};

const columns = [
  'code',
  'old',
  'name',
  'phrase',
  'kind',
  'type',
  'region',
  'from',
  'to',
  'successors',
] as const;

/** The areas of `england/areas.csv`, and the other spellings of `england/names.csv`. */
export function readAreaCodes(areas: string, names: string, report: Report): AreaCodes {
  const rows = readCsv(areas, 'england/areas.csv', columns, report).map(({ fields }) => fields);
  const newest = new Map<string, string>();
  for (const { code, old } of rows.toSorted((a, b) => (a.from < b.from ? -1 : 1))) newest.set(old, code);
  const codes = new Map<string, CodedArea>();
  const named = new Map<string, CodedArea>();
  const lastDays = new Map<string, string>();
  for (const { code, old, name, kind, to } of rows) {
    const area = {
      code: (old === '' ? undefined : newest.get(old)) ?? code,
      kind: kind === 'nation' || kind === 'region' ? kind : 'authority',
    } as const;
    codes.set(code, area);
    if (old !== '') codes.set(old, area);
    // Of two places of one name the one that is still there, or was last.
    const last = to === '' ? '9999' : to;
    if ((lastDays.get(fold(name)) ?? '') <= last) {
      named.set(fold(name), area);
      lastDays.set(fold(name), last);
    }
  }
  for (const { fields } of readCsv(names, 'england/names.csv', ['name', 'code'], report)) {
    const area = codes.get(fields.code);
    if (area !== undefined) named.set(fold(fields.name), area);
  }
  return {
    byCode: code => codes.get(code.trim().replace(/\.0$/, '')) ?? null,
    byName: name => named.get(fold(name)) ?? null,
  };
}

/** A name without case, signs and the numbers of footnotes. */
function fold(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\d,]+$/, '')
    .replaceAll('&', 'and')
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
}
