import type { Breakdown } from '../model/breakdown.ts';
import type { Indicator } from '../model/indicator.ts';
import { cellStates, type ReleasedSeries, type ReleasedYear } from '../model/release.ts';
import type { Period } from '../model/time.ts';
import { type Absence, absent, known, shownTo, type Value } from '../model/value.ts';
import { type Published, releasedFigure } from './primary.ts';

/** The figures of publishers' releases: public already. */
export type Releases = {
  /** What each release has of a measure and group, in the order of their days. */
  readonly vintages: (indicator: string, breakdown: Breakdown) => readonly VintageFigures[];
  /** The years of an indicator's series, whatever the area and group. */
  readonly years: (indicator: string) => readonly ReleasedYear[];
  /** The same under the codes that areas had at another time, given by those they have now, under which they are found too. */
  readonly under: (then: ReadonlyMap<string, string>) => Releases;
};

/** One series as one release has it: made into figures one by one as they are asked for. */
export type VintageFigures = {
  readonly at: (area: string, period: Period) => Published | undefined;
  /** The same, made for whoever asks and not kept. */
  readonly once: VintageFigures['at'];
  /** What it has of every area in one year, with no figure made of any. */
  readonly column: (period: Period) => ReleasedColumn | undefined;
  readonly periods: (area: string) => readonly Period[];
};

/** One year of a series in one release: what it has of an area, null where it has nothing. */
type ReleasedColumn = Pick<ReleasedYear, 'period' | 'status' | 'released'> & {
  readonly of: (area: string) => AreaCell | null;
};

export type AreaCell = Pick<Published, 'area' | 'status' | 'released' | 'source'> & {
  /** As it is shown; of one that was published to more places, as published. Null where a symbol stands. */
  readonly number: number | null;
  readonly because: Absence | null;
  readonly decimals: number;
  readonly isAbout: boolean;
  readonly isUnrounded: boolean;
  readonly isOwn: boolean;
};

export const noReleases: Releases = { vintages: () => [], years: () => [], under: () => noReleases };

/** Published series as the gate lets them pass: those of the publication that each indicator's figures come from. */
export function releasesOf(
  series: readonly ReleasedSeries[],
  indicators: ReadonlyMap<string, Indicator>,
  then: ReadonlyMap<string, string> = new Map(),
): Releases {
  const chosen = new Map(
    [...Map.groupBy(series, topicName)].map(([name, held]) => [name, publicationOf(held, indicators)]),
  );
  const own = series.filter(each => chosen.get(topicName(each)) === each.publication);
  const main = own.filter(({ companion }) => companion === null);
  const figures = Map.groupBy(main, seriesName);
  const beside = new Map(
    own
      .filter(({ companion }) => companion !== null)
      .map(each => [`${seriesName(each)}\n${each.companion}\n${each.file}`, each]),
  );
  const years = Map.groupBy(
    main.flatMap(({ indicator, years }) =>
      years.flatMap(year => (year === null ? [] : [{ indicator, year }])),
    ),
    ({ indicator }) => indicator,
  );
  const made = new Map<string, readonly VintageFigures[]>();
  return {
    vintages: (indicator, breakdown) => {
      const name = seriesName({ indicator, breakdown });
      const vintages =
        made.get(name) ?? (figures.get(name) ?? []).map(each => vintageOf(each, beside, indicators, then));
      made.set(name, vintages);
      return vintages;
    },
    years: indicator => (years.get(indicator) ?? []).map(({ year }) => year),
    under: then => releasesOf(series, indicators, then),
  };
}

function topicName({ indicator, breakdown: { topic } }: ReleasedSeries): string {
  return `${indicator}\n${topic}`;
}

/**
 * The publication that a measure's figures of one topic come from: the source of its indicator, or where that has none
 * of the topic the first that has. Two are never mixed, for they may suppress, round and count differently.
 */
function publicationOf(held: readonly ReleasedSeries[], indicators: ReadonlyMap<string, Indicator>): string {
  const publications = [...new Set(held.map(({ publication }) => publication))].toSorted();
  const source = indicators.get(held[0]?.indicator ?? '')?.source;
  return publications.find(publication => publication === source) ?? publications[0] ?? '';
}

function seriesName({
  indicator,
  breakdown: { topic, group },
}: Pick<ReleasedSeries, 'indicator' | 'breakdown'>): string {
  return `${indicator}\n${topic}\n${group}`;
}

function vintageOf(
  series: ReleasedSeries,
  beside: ReadonlyMap<string, ReleasedSeries>,
  indicators: ReadonlyMap<string, Indicator>,
  then: ReadonlyMap<string, string>,
): VintageFigures {
  const { years, states, numbers } = series;
  const rows = rowsUnder(series.rows, then);
  const width = years.length;
  const made: (Published | undefined)[] = [];
  const column = new Map(years.flatMap((year, at) => (year === null ? [] : [[year.period, at] as const])));
  const [low, high, base] = (['low', 'high', 'base'] as const).map(companion =>
    beside.get(`${seriesName(series)}\n${companion}\n${series.file}`),
  );
  const indicator = indicators.get(series.indicator);
  const full: (boolean | undefined)[] = [];
  const isFull = (at: number, decimals: number): boolean => {
    full[at] ??= isPublishedInFull(series, at, decimals);
    return full[at];
  };
  const names = then.size === 0 ? null : new Map([...then].map(([code, was]) => [was, code]));
  const numberOf = (companion: ReleasedSeries | undefined, area: string, period: Period): number | null => {
    const row = companion?.rows.get(names?.get(area) ?? area);
    const at = companion?.years.findIndex(year => year?.period === period) ?? -1;
    if (companion === undefined || row === undefined || at === -1) return null;
    const index = row * companion.years.length + at;
    return companion.states[index] === 1 ? (companion.numbers[index] ?? null) : null;
  };
  const make = (area: string, row: number, year: ReleasedYear, index: number): Published => {
    const decimals = year.decimals ?? indicator?.decimals ?? 0;
    const [lower, upper] = [numberOf(low, area, year.period), numberOf(high, area, year.period)];
    return releasedFigure(series, year, {
      area,
      value: cellValue(series, index, decimals, isFull(index % width, decimals)),
      line: series.lines[row] ?? 0,
      base: numberOf(base, area, year.period),
      interval:
        lower === null || upper === null
          ? null
          : { low: shownTo(known(lower, 0), decimals), high: shownTo(known(upper, 0), decimals) },
    });
  };
  const figureAt = (area: string, period: Period, isKept: boolean): Published | undefined => {
    const [row, at] = [rows.get(area), column.get(period)];
    const year = at === undefined ? undefined : years[at];
    if (row === undefined || at === undefined || year === null || year === undefined) return undefined;
    const index = row * width + at;
    if (states[index] === 0) return undefined;
    const held = made[index];
    // An area may be asked for by two codes.
    if (held?.area === area) return held;
    const figure = make(area, row, year, index);
    if (isKept) made[index] = figure;
    return figure;
  };
  return {
    at: (area, period) => figureAt(area, period, true),
    once: (area, period) => figureAt(area, period, false),
    column: period => {
      const at = column.get(period);
      const year = at === undefined ? undefined : years[at];
      if (at === undefined || year === undefined || year === null) return undefined;
      const { status, released } = year;
      const decimals = year.decimals ?? indicator?.decimals ?? 0;
      const [isUnrounded, shift] = [isFull(at, decimals), 10 ** decimals];
      const [source, isAbout, isOwn] = [series.publication, false, false];
      const of = (area: string): AreaCell | null => {
        const row = rows.get(area);
        const index = (row ?? 0) * width + at;
        const state = states[index];
        if (row === undefined || state === 0) return null;
        const isNumber = state === 1;
        const published = numbers[index] ?? 0;
        const number = isUnrounded ? published : Math.round(published * shift) / shift;
        return {
          ...{ area, status, released, source, decimals, isAbout, isUnrounded, isOwn },
          number: isNumber ? number : null,
          because: isNumber ? null : absenceIn(state),
        };
      };
      return { period, status, released, of };
    },
    periods: area => {
      const row = rows.get(area);
      if (row === undefined) return [];
      return years.flatMap((year, at) =>
        year !== null && states[row * width + at] !== 0 ? [year.period] : [],
      );
    },
  };
}

/** The row of each area, by its code of another time too. */
function rowsUnder(
  rows: ReadonlyMap<string, number>,
  then: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  if (then.size === 0) return rows;
  const renamed = [...then].flatMap(([code, was]) => {
    const row = rows.get(code);
    return row === undefined ? [] : [[was, row] as const];
  });
  return new Map([...rows, ...renamed]);
}

/**
 * Whether a year was published to more places than it is shown with: that of one authority may end in a nought that its
 * file leaves out, and is known as well as the others.
 */
function isPublishedInFull(
  { states, numbers, years }: ReleasedSeries,
  at: number,
  decimals: number,
): boolean {
  const shift = 10 ** decimals;
  for (let index = at; index < numbers.length; index += years.length) {
    const units = (numbers[index] ?? 0) * shift;
    if (states[index] === 1 && Math.abs(units - Math.round(units)) > 1e-6) return true;
  }
  return false;
}

/** A cell as a value: its number as published, printed with the decimals of its indicator. */
function cellValue(
  { states, numbers }: ReleasedSeries,
  index: number,
  decimals: number,
  isFull: boolean,
): Value {
  const state = states[index] ?? 0;
  if (cellStates[state] === 'number')
    return known(numbers[index] ?? 0, decimals, isFull ? 'unrounded' : 'rounded');
  return absent(absenceIn(state));
}

function absenceIn(state: number | undefined): Absence {
  return (cellStates[state ?? 0] || 'x') as Absence;
}
