import type { Breakdown } from '../model/breakdown.ts';
import type { Indicator } from '../model/indicator.ts';
import { cellStates, type ReleasedSeries, type ReleasedYear } from '../model/release.ts';
import type { Period } from '../model/time.ts';
import { type Absence, absent, known, shownTo, type Value } from '../model/value.ts';
import { type Published, releasedFigure } from './primary.ts';

/** The figures of publishers' releases: public already, and made into figures one by one as they are asked for. */
export type Releases = {
  /** What each release says of a figure, in the order of their days. */
  readonly of: (
    indicator: string,
    area: string,
    breakdown: Breakdown,
    period: Period,
  ) => readonly Published[];
  /** The same, made for whoever asks and not kept. */
  readonly once: Releases['of'];
  /** What each release says of every area in one year, in the order of their days, with no figure made of any. */
  readonly columns: (indicator: string, breakdown: Breakdown, period: Period) => readonly ReleasedColumn[];
  /** The years in which any release has a figure. */
  readonly periods: (indicator: string, area: string, breakdown: Breakdown) => readonly Period[];
  /** The years of an indicator's series, whatever the area and group. */
  readonly years: (indicator: string) => readonly ReleasedYear[];
};

/** One year of a series in one release. */
export type ReleasedColumn = Pick<ReleasedYear, 'period' | 'status' | 'released'> & {
  /** True where it was published to more places than it is shown with. */
  readonly isUnrounded: boolean;
  /** The places that its numbers are shown with, and the publication that they are from. */
  readonly decimals: number;
  readonly source: string;
  /** The number of an area, as `rankedNumber` has it of a figure; null where a symbol stands, undefined where nothing does. */
  readonly numberOf: (area: string) => number | null | undefined;
  /** Why an area has no number where a symbol stands. */
  readonly symbolOf: (area: string) => Absence;
};

/** Of a folder without published figures. */
export const noReleases: Releases = {
  of: () => [],
  once: () => [],
  columns: () => [],
  periods: () => [],
  years: () => [],
};

/** Published series as the gate lets them pass: those of the publication that each indicator's figures come from. */
export function releasesOf(
  series: readonly ReleasedSeries[],
  indicators: ReadonlyMap<string, Indicator>,
): Releases {
  const chosen = new Map(
    [...Map.groupBy(series, topicName)].map(([name, held]) => [name, publicationOf(held, indicators)]),
  );
  const own = series.filter(each => chosen.get(topicName(each)) === each.publication);
  const figures = Map.groupBy(
    own.filter(({ companion }) => companion === null),
    seriesName,
  );
  const beside = new Map(
    own
      .filter(({ companion }) => companion !== null)
      .map(each => [`${seriesName(each)}\n${each.companion}\n${each.file}`, each]),
  );
  const makers = new Map(
    [...figures].map(([name, vintages]) => [
      name,
      vintages.map(vintage => makerOf(vintage, beside, indicators)),
    ]),
  );
  const makersOf = (indicator: string, breakdown: Breakdown) =>
    makers.get(seriesName({ indicator, breakdown })) ?? [];
  const years = Map.groupBy(
    [...figures.values()]
      .flat()
      .flatMap(({ indicator, years }) => years.flatMap(year => (year === null ? [] : [{ indicator, year }]))),
    ({ indicator }) => indicator,
  );
  return {
    of: (indicator, area, breakdown, period) =>
      makersOf(indicator, breakdown).flatMap(maker => maker.at(area, period) ?? []),
    once: (indicator, area, breakdown, period) =>
      makersOf(indicator, breakdown).flatMap(maker => maker.once(area, period) ?? []),
    columns: (indicator, breakdown, period) =>
      makersOf(indicator, breakdown).flatMap(maker => maker.column(period) ?? []),
    periods: (indicator, area, breakdown) => [
      ...new Set(makersOf(indicator, breakdown).flatMap(maker => maker.periods(area))),
    ],
    years: indicator => (years.get(indicator) ?? []).map(({ year }) => year),
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

/** The same figures under the codes that areas had at another time, given by those they have now. */
export function releasesUnder(releases: Releases, then: ReadonlyMap<string, string>): Releases {
  const now = new Map([...then].map(([code, was]) => [was, code]));
  const under =
    (made: Releases['of']): Releases['of'] =>
    (indicator, area, breakdown, period) => {
      const code = now.get(area);
      if (code === undefined) return made(indicator, area, breakdown, period);
      return made(indicator, code, breakdown, period).map(figure => ({ ...figure, area }));
    };
  return {
    ...releases,
    of: under(releases.of),
    once: under(releases.once),
    columns: (...key) =>
      releases.columns(...key).map(column => ({
        ...column,
        numberOf: area => column.numberOf(now.get(area) ?? area),
        symbolOf: area => column.symbolOf(now.get(area) ?? area),
      })),
    periods: (indicator, area, breakdown) => releases.periods(indicator, now.get(area) ?? area, breakdown),
  };
}

function seriesName({
  indicator,
  breakdown: { topic, group },
}: Pick<ReleasedSeries, 'indicator' | 'breakdown'>): string {
  return `${indicator}\n${topic}\n${group}`;
}

/** Makes the figures of one series of one release. */
function makerOf(
  series: ReleasedSeries,
  beside: ReadonlyMap<string, ReleasedSeries>,
  indicators: ReadonlyMap<string, Indicator>,
) {
  const { rows, years, states, numbers } = series;
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
  const numberOf = (companion: ReleasedSeries | undefined, area: string, period: Period): number | null => {
    const row = companion?.rows.get(area);
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
  /** The figure of a cell as `keep` gives it, which is told the index of the cell and how it is made. */
  const cellAt =
    (keep: (index: number, making: () => Published) => Published) =>
    (area: string, period: Period): Published | undefined => {
      const [row, at] = [rows.get(area), column.get(period)];
      if (row === undefined || at === undefined) return undefined;
      const index = row * width + at;
      const year = years[at];
      if (states[index] === 0 || year === null || year === undefined) return undefined;
      return keep(index, () => make(area, row, year, index));
    };
  return {
    at: cellAt((index, making) => {
      made[index] ??= making();
      return made[index];
    }),
    once: cellAt((index, making) => made[index] ?? making()),
    column: (period: Period): ReleasedColumn | undefined => {
      const at = column.get(period);
      const year = at === undefined ? undefined : years[at];
      if (at === undefined || year === undefined || year === null) return undefined;
      const decimals = year.decimals ?? indicator?.decimals ?? 0;
      const [isUnrounded, shift] = [isFull(at, decimals), 10 ** decimals];
      return {
        ...{ period, status: year.status, released: year.released, isUnrounded, decimals },
        source: series.publication,
        numberOf: area => {
          const row = rows.get(area);
          if (row === undefined) return undefined;
          const index = row * width + at;
          if (states[index] !== 1) return states[index] === 0 ? undefined : null;
          const number = numbers[index] ?? 0;
          return isUnrounded ? number : Math.round(number * shift) / shift;
        },
        symbolOf: area => absenceIn(states[(rows.get(area) ?? 0) * width + at]),
      };
    },
    periods: (area: string): readonly Period[] => {
      const row = rows.get(area);
      if (row === undefined) return [];
      return years.flatMap((year, at) =>
        year !== null && states[row * width + at] !== 0 ? [year.period] : [],
      );
    },
  };
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

/** What the state of a cell without a number says. */
function absenceIn(state: number | undefined): Absence {
  return (cellStates[state ?? 0] || 'x') as Absence;
}
