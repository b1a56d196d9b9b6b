// What an edition knows: every row past the rules that protect pupils, the last that was out by its cut-off.
import {
  type Folder,
  type Measure,
  type Policy,
  type Released,
  type Row,
  type Series,
  seriesKey,
} from './folder.ts';
import {
  decimal,
  type Fraction,
  fraction,
  less,
  order,
  rounded,
  sizeOf,
  times,
  unitOf,
  whole,
} from './fractions.ts';

/** A number with the decimals it is printed with and how well it is known, or why there is none. */
export type Value =
  | {
      readonly kind: 'number';
      readonly exact: Fraction;
      readonly decimals: number;
      readonly precision: 'counted' | 'full' | 'printed' | 'about';
    }
  | { readonly kind: 'none'; readonly because: string };

/** A figure of one measure, group, area and year, as an edition may print it. */
export type Held = {
  readonly indicator: string;
  readonly topic: string;
  readonly group: string;
  readonly area: string;
  readonly period: string;
  readonly value: Value;
  readonly status: string;
  readonly released: string;
  readonly base: number | null;
  readonly interval: readonly [Fraction, Fraction] | null;
  /** Differences that were published beside it, by the earlier year or the area that they are against. */
  readonly given: readonly Given[];
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly series: string | null;
};

type Given = {
  readonly against: string;
  readonly value: Value;
  readonly released: string;
  readonly row: Row;
};

/** What an edition knows of a series. */
export type Known = {
  readonly at: (indicator: string, topic: string, group: string, area: string, period: string) => Held | null;
  /** Oldest first. */
  readonly series: (indicator: string, topic: string, group: string, area: string) => readonly Held[];
};

const statuses = ['projection', 'early', 'provisional', 'revised', 'final'];
const symbols = new Map([
  ['c', 'suppressed'],
  ['z', 'not-applicable'],
  ['x', 'not-available'],
  ['low', 'rounds-to-zero'],
  ['k', 'rounds-to-zero'],
  ['u', 'low-reliability'],
  ['not-collected', 'not-collected'],
  ['not-yet-published', 'not-yet-published'],
  ['discontinued', 'discontinued'],
]);

/** As it is printed. */
export function printed(value: Value & { readonly kind: 'number' }): Fraction {
  return rounded(value.exact, value.decimals);
}

/** True of a number known to more places than it is printed with. */
export function isFull(value: Value): boolean {
  return value.kind === 'number' && (value.precision === 'counted' || value.precision === 'full');
}

/** The places that a number has, without noughts at its end. */
function placesOf({ bottom }: Fraction): number {
  let [places, scale] = [0, 1n];
  while (scale % bottom !== 0n) {
    scale *= 10n;
    places += 1;
  }
  return places;
}

function written(cell: string, decimals: number): Value {
  const because = symbols.get(cell);
  if (because !== undefined) return { kind: 'none', because };
  const text = cell.replace('~', '').trim();
  const exact = decimal(text);
  if (cell.startsWith('~'))
    return { kind: 'number', exact, decimals: text.split('.')[1]?.length ?? 0, precision: 'about' };
  return { kind: 'number', exact, decimals, precision: placesOf(exact) > decimals ? 'full' : 'printed' };
}

const perMany = new Map([
  ['per-100', 100],
  ['per-1000', 1000],
  ['per-10000', 10_000],
  ['per-100000', 100_000],
]);

/** The figure that the counts of a row make. */
function counted({ measure, unit, decimals }: Measure, above: string, below: string, places: string): Value {
  const by = { percentage: 100, rate: perMany.get(unit) ?? 100, mean: 1, count: null, given: null }[measure];
  const shown = places === '' ? decimals : Number(places);
  const [top, bottom] = [decimal(above), decimal(below)];
  if (by !== null && bottom.top === 0n) return { kind: 'none', because: 'not-applicable' };
  const exact = by === null ? top : times(times(top, whole(by)), fraction(bottom.bottom, bottom.top));
  return { kind: 'number', exact, decimals: shown, precision: 'counted' };
}

/** A row before it is known what of it may be printed. */
type Judged = {
  readonly row: Row;
  readonly measure: Measure;
  readonly value: Value;
  readonly inside: number | null;
  readonly base: number | null;
  readonly counts: { readonly inside: number | null; readonly all: number | null };
  readonly isTheirs: boolean;
};

function judged(row: Row, measure: Measure): Judged {
  const { value: cell = '', decimals = '', numerator = '', denominator = '' } = row.fields;
  const value =
    cell === ''
      ? counted(measure, numerator, denominator, decimals)
      : written(cell, decimals === '' ? measure.decimals : Number(decimals));
  const base = denominator === '' ? null : Number(denominator);
  const given = numerator === '' ? null : Number(numerator);
  const inside =
    given ??
    (value.kind === 'number' && base !== null
      ? halfUp(times(value.exact, fraction(BigInt(base), BigInt(perMany.get(measure.unit) ?? 100))))
      : null);
  return {
    row,
    measure,
    value,
    inside,
    base,
    counts: countsOf(measure, value, given, inside, base),
    isTheirs: cell === 'c',
  };
}

function halfUp(number: Fraction): number {
  const { top, bottom } = rounded(number, 0);
  return Number(top / bottom);
}

function isOfPupils({ measure, unit }: Measure): boolean {
  return measure === 'count' || unit === 'pupils' || unit === 'incidents';
}

function countsOf(
  measure: Measure,
  value: Value,
  given: number | null,
  inside: number | null,
  base: number | null,
): Judged['counts'] {
  if (value.kind === 'none') return { inside: null, all: null };
  if (isOfPupils(measure))
    return { inside: given ?? Number(value.exact.top / value.exact.bottom), all: null };
  if (measure.measure === 'mean' || base === null) return { inside: given, all: base };
  return { inside, all: base };
}

function isFew(count: number, policy: Policy): boolean {
  return count >= 1 && count < policy['count-below'];
}

/** True of a row that would say something of a few pupils. */
function tells({ measure, value, base, counts }: Judged, policy: Policy): boolean {
  if (measure.counted !== 'pupils' || value.kind === 'none') return false;
  if (base !== null && base <= policy['base-at-most']) return true;
  if (counts.inside !== null && measure.measure !== 'mean' && isFew(counts.inside, policy)) return true;
  const others = measure.measure === 'percentage' ? (counts.all ?? 0) - (counts.inside ?? 0) : 0;
  if (counts.inside !== null && counts.all !== null && isFew(others, policy)) return true;
  if (base === null || base >= policy['extremes-base-below']) return false;
  const isScore =
    measure.unit === 'scaled-score' ||
    (measure.measure === 'mean' && (measure.unit === 'points' || measure.unit === 'pounds'));
  const isAll = order(value.exact, whole(perMany.get(measure.unit) ?? 100)) === 0 && !isScore;
  return value.exact.top === 0n || isAll;
}

/** The officer's own rows as they may be printed. */
function ownOf(folder: Folder): readonly Held[] {
  const { council, measures } = folder;
  const policy = council.disclosure;
  const all = folder.rows.flatMap(row => {
    const measure = measures.get(row.fields.indicator ?? '');
    return measure === undefined ? [] : [judged(row, measure)];
  });
  const hidden = new Set(all.filter(each => each.isTheirs || tells(each, policy)));
  const nameOf = (fields: Row['fields']) =>
    [fields.indicator, fields.topic, fields.group, fields.area, fields.period].join('|');
  const withheld = new Set([...hidden].map(({ row }) => nameOf(row.fields)));
  const given = Map.groupBy(folder.differences, ({ fields }) => nameOf(fields));
  return all.map(each => {
    const { row, measure, base } = each;
    const { indicator = '', topic = '', group = '', area = '', period = '', status = '' } = row.fields;
    const isOut = hidden.has(each);
    const isShare = base !== null && measure.measure === 'percentage' && each.value.kind === 'number';
    const isBaseTold = ['schools', 'pupils'].includes(measure.counted);
    const beside = (given.get(nameOf(row.fields)) ?? []).map((one): Given => {
      const text = one.fields.value ?? '';
      const against = folder.newest(one.fields.against ?? '');
      return {
        against,
        value: {
          kind: 'number',
          exact: decimal(text),
          decimals: text.split('.')[1]?.length ?? 0,
          precision: 'printed',
        },
        released: one.released,
        row: one,
      };
    });
    const others = (against: string) => [
      nameOf({ ...row.fields, area: against }),
      nameOf({ ...row.fields, period: against }),
    ];
    return {
      ...{ indicator, topic, group, area, period, status, released: row.released },
      value: isOut ? { kind: 'none', because: 'suppressed' } : each.value,
      base: isShare && isBaseTold && !isOut ? base : null,
      interval: null,
      given: isOut ? [] : beside.filter(({ against }) => !others(against).some(other => withheld.has(other))),
      ...{ file: row.file, line: row.line, column: 'value', series: null },
    };
  });
}

/** Of a year of a series of a release: true where one authority's cell has more places than it is printed with. */
function isYearFull({ areas }: Series, period: string, decimals: number): boolean {
  const unit = unitOf(decimals);
  const noise = fraction(1n, 1_000_000n);
  return [...areas.values()].some(({ cells }) => {
    const cell = cells.get(period) ?? '';
    if (!/^-?\d/.test(cell)) return false;
    const exact = decimal(cell);
    const rest = times(less(exact, rounded(exact, decimals)), fraction(unit.bottom, unit.top));
    return order(sizeOf(rest), noise) > 0;
  });
}

/**
 * What an edition knows. What its ledger withholds besides the rows that tell of a few is taken as withheld: the attack on what
 * is printed (`test/attack/`) asks whether that is enough.
 */
export function knownTo(
  folder: Folder,
  period: string,
  cutOff: string,
  withheld: ReadonlySet<string>,
): Known {
  const own = Map.groupBy(ownRows(folder), each =>
    [seriesKey(each.indicator, each.topic, each.group), each.area].join('|'),
  );
  const held = new Map<string, ReadonlyMap<string, Held>>();
  const yearsOf = (indicator: string, topic: string, group: string, area: string) => {
    const key = [seriesKey(indicator, topic, group), area].join('|');
    const made = held.get(key) ?? lastKnown(key);
    held.set(key, made);
    return made;
  };
  const isOut = (each: Pick<Held, 'period' | 'released' | 'status'>) =>
    each.status !== 'projection' && each.period <= period && each.released <= cutOff;
  function lastKnown(key: string): ReadonlyMap<string, Held> {
    const [indicator = '', topic = '', group = '', area = ''] = key.split('|');
    const theirs = (folder.released.get(seriesKey(indicator, topic, group)) ?? []).flatMap(series =>
      releasedOf(folder, series, { indicator, topic, group, area }),
    );
    const years = new Map<string, Held>();
    for (const each of [...theirs, ...(own.get(key) ?? [])].filter(isOut)) {
      const other = years.get(each.period);
      if (other === undefined || isLater(each, other)) years.set(each.period, each);
    }
    return new Map(
      [...years]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([year, each]) => [
          year,
          each.series === null && withheld.has(`${key}|${year}`)
            ? { ...each, value: { kind: 'none', because: 'suppressed' }, base: null, given: [] }
            : { ...each, given: each.given.filter(({ released }) => released <= cutOff) },
        ]),
    );
  }
  return {
    at: (indicator, topic, group, area, year) => yearsOf(indicator, topic, group, area).get(year) ?? null,
    series: (...key) => [...yearsOf(...key).values()],
  };
}

/** The later stands; of two that came out together the more settled, and the officer's own before a publisher's. */
function isLater(each: Held, held: Held): boolean {
  if (each.released !== held.released) return each.released > held.released;
  const settled = statuses.indexOf(each.status) - statuses.indexOf(held.status);
  return settled > 0 || (settled === 0 && each.series === null && held.series !== null);
}

const ownByFolder = new WeakMap<Folder, readonly Held[]>();

function ownRows(folder: Folder): readonly Held[] {
  const made = ownByFolder.get(folder) ?? ownOf(folder);
  ownByFolder.set(folder, made);
  return made;
}

const fullYears = new WeakMap<Series, Map<string, boolean>>();

function releasedOf(
  folder: Folder,
  series: Series,
  key: Pick<Held, 'indicator' | 'topic' | 'group' | 'area'>,
): readonly Held[] {
  const row = series.areas.get(key.area);
  const measure = folder.measures.get(key.indicator);
  if (row === undefined || measure === undefined) return [];
  const known = fullYears.get(series) ?? new Map<string, boolean>();
  fullYears.set(series, known);
  return [...row.cells].flatMap(([period, cell]): readonly Held[] => {
    const year = series.years.get(period);
    if (year === undefined || !isThere(folder, measure, key.area, period)) return [];
    const decimals = year.decimals === '' ? measure.decimals : Number(year.decimals);
    const full = known.get(period) ?? isYearFull(series, period, decimals);
    known.set(period, full);
    const because = symbols.get(cell);
    const value: Value =
      because === undefined
        ? { kind: 'number', exact: decimal(cell), decimals, precision: full ? 'full' : 'printed' }
        : { kind: 'none', because };
    const beside = (name: string) => numberAt(series.beside.get(name)?.get(key.area), period);
    const [low, high, base] = [beside('low'), beside('high'), beside('base')];
    return [
      {
        ...key,
        ...{ period, value, status: year.status, released: year.released, given: [] },
        base: base === null ? null : Number(base.top / base.bottom),
        interval: low === null || high === null ? null : [low, high],
        ...{ file: row.file, line: row.line, column: period, series: year.series },
      },
    ];
  });
}

/** False of a published figure of an authority for a year before it began, unless that was recast for it, or after it ended. */
function isThere({ areas }: Folder, { recast }: Measure, code: string, period: string): boolean {
  const area = areas.get(code);
  if (area === undefined || area.kind !== 'authority') return true;
  return area.ended >= period && (area.began <= period || recast);
}

function numberAt(row: Released | undefined, period: string): Fraction | null {
  const cell = row?.cells.get(period) ?? '';
  return /^-?\d/.test(cell) ? decimal(cell) : null;
}
