// Random measures with all that they are set beside, small enough that a hundred thousand can be read: of every unit,
// direction, spread and gap, the nation being often what its authorities come to.
import fc from 'fast-check';
import { protect } from '../../src/gate/primary.ts';
import type { PublicFolder } from '../../src/gate/public-folder.ts';
import { type EditionFindings, editionFindings } from '../../src/judgements/theme-findings.ts';
import type { Area } from '../../src/model/area.ts';
import type { Indicator, Polarity, Unit } from '../../src/model/indicator.ts';
import { known } from '../../src/model/value.ts';
import { knownTo } from '../../src/series.ts';
import type { Observation } from '../../src/sources/council-folder.ts';
import {
  council,
  indicatorOf,
  nation,
  neighbours,
  observationOf,
  region,
  settingOf,
  sex,
} from './findings.ts';

const units: readonly Unit[] = [
  'percent',
  'percentage-points',
  'points',
  'scaled-score',
  'per-100',
  'per-1000',
  'per-10000',
  'per-100000',
  'pupils',
  'schools',
  'incidents',
  'pounds',
];

const years = ['200809', '200910', '201011', '201112', '201213', '201314'] as const;
const authorities = Array.from({ length: 24 }, (_, at): Area => {
  const code = `A${String(at).padStart(2, '0')}`;
  return { code, name: code, kind: 'authority' };
});

/** A figure in units of the last decimal, so many spreads and a little more away. */
const away = fc.record({
  spreads: fc.constantFrom(0, 0, 0.05, 0.1, 0.2, 0.5, 0.8, 1, 1.5, 3),
  more: fc.integer({ min: -2, max: 2 }),
  sign: fc.constantFrom(-1, 1),
});
type Away = { readonly spreads: number; readonly more: number; readonly sign: number };

const drawnMeasure = fc.record({
  unit: fc.constantFrom('percent', 'percent', 'percent', ...units),
  polarity: fc.constantFrom<Polarity>('high', 'high', 'low', 'low', 'neutral'),
  decimals: fc.integer({ min: 0, max: 2 }),
  /** The spread of authorities, in units of the last decimal. */
  spread: fc.constantFrom(1, 2, 4, 9, 20, 60, 300),
  start: fc.integer({ min: 0, max: 1000 }),
  steps: fc.array(away, { minLength: years.length, maxLength: years.length }),
  isDrifting: fc.boolean(),
  nation: fc.array(away, { minLength: years.length, maxLength: years.length }),
  isNationTheirs: fc.boolean(),
  /** Whether the nation and the region are published to fewer decimals. */
  isCoarse: fc.oneof(
    { weight: 4, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  shape: fc.array(fc.integer({ min: -20, max: 20 }), {
    minLength: authorities.length,
    maxLength: authorities.length,
  }),
  isPeaked: fc.boolean(),
  base: fc.option(fc.constantFrom(21, 60, 150, 900, 4000), { nil: null }),
  interval: fc.option(away, { nil: null, freq: 5 }),
  gaps: fc.array(away, { minLength: 4, maxLength: 4 }),
  bands: fc.option(
    fc.constantFrom({ similar: 0.5, slight: 1, well: 5 }, { similar: 0.05, slight: 0.1, well: 0.2 }),
    {
      nil: null,
      freq: 5,
    },
  ),
});
type DrawnMeasure = typeof drawnMeasure extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** A report of two measures, and how many series were made for it. */
export type RandomStandings = {
  readonly found: EditionFindings;
  /** Of each measure whether its nation is what its authorities come to, in the edition's year. */
  readonly isNationTheirs: readonly boolean[];
  readonly series: number;
  readonly [fc.toStringMethod]: () => string;
};

/** Two random measures as headlines of one chapter. */
export const randomStandings: fc.Arbitrary<RandomStandings> = fc
  .array(drawnMeasure, { minLength: 2, maxLength: 2 })
  .map(madeOf);

const names = ['Alpha', 'Beta'] as const;

function madeOf(drawn: readonly DrawnMeasure[]): RandomStandings {
  const measures = drawn.map((each, at) => ({
    drawn: each,
    indicator: indicatorFor(each, names[at] ?? 'Gamma'),
  }));
  const indicators = measures.map(({ indicator }) => indicator);
  const observations = measures.flatMap(rowsFor);
  const base = settingOf([], indicators);
  const policy = { 'count-below': 6, 'base-at-most': 10, 'extremes-base-below': 20 };
  const published = protect(observations, new Map(indicators.map(each => [each.id, each])), policy);
  const theme = { id: 'ks2', label: 'Key stage 2', about: 'Invented.', topics: ['Sex'] };
  const others = {
    topics: [{ ...sex, disadvantage: true }],
    profiles: [],
    profileCounts: [],
    plans: [],
    books: [],
    roles: [],
    editions: [],
  };
  const found = editionFindings({
    ...base,
    areas: new Map([council, region, nation, ...authorities].map(area => [area.code, area])),
    known: knownTo(base.edition, published),
    folder: { themes: [theme], indicators, ...others } as unknown as PublicFolder,
  });
  const keys = observations.map(
    ({ indicator, area, breakdown }) => `${indicator} ${area} ${breakdown.group}`,
  );
  return {
    found,
    isNationTheirs: drawn.map(each => each.isNationTheirs),
    series: new Set(keys).size,
    [fc.toStringMethod]: () => JSON.stringify(drawn),
  };
}

function indicatorFor({ unit, polarity, decimals, bands }: DrawnMeasure, short: string): Indicator {
  return indicatorOf({
    id: short.toLowerCase(),
    label: short,
    short,
    statement: 'the figure was {value}',
    subject: 'the figure',
    breakdowns: ['Sex'],
    measure: unit === 'percent' ? 'percentage' : unit === 'pounds' ? 'mean' : 'given',
    counted: ['pupils', 'schools', 'incidents'].includes(unit) ? 'schools' : 'pupils',
    unit,
    polarity,
    decimals,
    ranked: true,
    ...(bands === null ? {} : { bands }),
  });
}

const sized = ({ spreads, more, sign }: Away, spread: number) => sign * (Math.round(spreads * spread) + more);

function rowsFor({
  drawn,
  indicator,
}: {
  readonly drawn: DrawnMeasure;
  readonly indicator: Indicator;
}): readonly Observation[] {
  const { spread, decimals, unit, start, base } = drawn;
  const scale = 10 ** decimals;
  const most = unit === 'percent' ? 100 * scale : Number.MAX_SAFE_INTEGER;
  const isSigned = unit === 'points' || unit === 'percentage-points';
  const middle = unit === 'percent' ? Math.round((start / 1000) * most) : 100 * scale + start;
  const kept = (number: number) => Math.min(most, isSigned ? number : Math.max(0, number));
  const row = (number: number, period: string, area: string, said: Partial<Observation> = {}) =>
    observationOf(indicator, {
      value: known((kept(number) / scale).toFixed(decimals), decimals),
      period,
      area,
      ...said,
    });
  const coarse = (number: number) =>
    known((kept(number) / scale).toFixed(Math.max(0, decimals - 1)), Math.max(0, decimals - 1));
  const steps = drawn.steps.map(step => sized(step, spread));
  const own = steps.map(
    (step, at) => middle + (drawn.isDrifting ? steps.slice(0, at + 1).reduce((a, b) => a + b, 0) : step),
  );
  const offsets = drawn.shape.map(each =>
    Math.round(((drawn.isPeaked ? (each * Math.abs(each)) / 20 : each) / 12) * spread),
  );
  const mean = offsets.reduce((sum, each) => sum + kept(middle + each), 0) + kept(own.at(-1) ?? middle);
  const theirs = Math.round(mean / (offsets.length + 1));
  const isShare = unit === 'percent';
  return years.flatMap((period, at) => {
    const now = own[at] ?? middle;
    const isLast = at === years.length - 1;
    const beside = drawn.isNationTheirs
      ? theirs
      : now + sized(drawn.nation[at] ?? { spreads: 0, more: 0, sign: 1 }, spread);
    const wide = drawn.interval === null ? null : Math.abs(sized(drawn.interval, spread));
    const end = (number: number) => known((number / scale).toFixed(decimals), decimals);
    const interval = wide === null || !isLast ? null : { low: end(now - wide), high: end(now + wide) };
    const counted = isShare && base !== null ? { denominator: base } : {};
    return [
      row(now, period, council.code, { interval, ...counted }),
      row(beside, period, nation.code, {
        ...(isShare && base !== null ? { denominator: base * 150 } : {}),
        ...(drawn.isCoarse ? { value: coarse(beside) } : {}),
      }),
      row(theirs, period, region.code, drawn.isCoarse ? { value: coarse(theirs) } : {}),
      ...(at < years.length - 2
        ? []
        : offsets.map((offset, each) => row(middle + offset, period, authorities[each]?.code ?? ''))),
      ...(isLast
        ? neighbours.areas.map((area, each) => row(middle + (offsets[each] ?? 0), period, area))
        : []),
      ...(at < years.length - 2 ? [] : groupsIn(drawn, now, spread, at, period, row)),
    ];
  });
}

function groupsIn(
  { gaps }: DrawnMeasure,
  now: number,
  spread: number,
  at: number,
  period: string,
  row: (number: number, period: string, area: string, said: Partial<Observation>) => Observation,
): readonly Observation[] {
  const of = (group: string) => ({ breakdown: { topic: 'Sex', group } });
  const [own = 0, theirs = 0] = (at === years.length - 1 ? gaps.slice(0, 2) : gaps.slice(2)).map(each =>
    sized(each, spread),
  );
  return [
    row(now, period, council.code, of('Girls')),
    row(now - own, period, council.code, of('Boys')),
    row(now, period, nation.code, of('Girls')),
    row(now - theirs, period, nation.code, of('Boys')),
  ];
}
