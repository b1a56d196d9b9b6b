// The rows of a council's folder that random series come to, and the truth behind what they print.
import { Big } from 'big.js';
import type { Area } from '../../src/model/area.ts';
import { type Breakdown, total } from '../../src/model/breakdown.ts';
import { valueText } from '../../src/model/format.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import type { GivenDifference } from '../../src/model/observation.ts';
import { periodLabel } from '../../src/model/time.ts';
import { known } from '../../src/model/value.ts';
import type { Observation } from '../../src/sources/council-folder.ts';
import { council, nation, neighbours, observationOf, region } from './findings.ts';
import type { DrawnIndicator } from './random-indicator.ts';
import { type DrawnSeries, type Made, madeFigure, madeOf, periods } from './random-series.ts';
import type { Behind } from './reader.ts';

/** An indicator and what was drawn of it. */
export type Drawn = { readonly drawn: DrawnIndicator; readonly indicator: Indicator };
/** The rows of an indicator, and what is behind their print. */
export type Rows = {
  readonly observations: readonly Observation[];
  readonly differences: readonly GivenDifference[];
  readonly behind: Behind;
  readonly authorities: readonly Area[];
};

/** The rows that a drawn indicator comes to. */
export function rowsOf({ drawn, indicator }: Drawn): Rows {
  const boys = { topic: 'Sex', group: 'Boys' };
  const girls = { topic: 'Sex', group: 'Girls' };
  const placed = [
    { who: council.code, name: 'cheshire east', breakdown: total, series: drawn.council },
    { who: nation.code, name: 'england', breakdown: total, series: drawn.nation },
    { who: region.code, name: 'north west', breakdown: total, series: drawn.region },
    { who: council.code, name: 'boys', breakdown: boys, series: drawn.boys },
    { who: council.code, name: 'girls', breakdown: girls, series: drawn.girls },
    { who: nation.code, name: 'national boys', breakdown: boys, series: drawn.nationBoys },
    { who: nation.code, name: 'national girls', breakdown: girls, series: drawn.nationGirls },
  ].map(each => ({ ...each, made: madeOf(each.series, indicator.unit, drawn.decimals) }));
  const [own, national] = placed;
  const near = neighbourRows(drawn, indicator);
  const ranked = authorityRows(drawn, indicator);
  const differences = placed
    .filter(({ who }) => who === council.code)
    .flatMap(({ breakdown, series, made, name }) =>
      publishedChanges(indicator, breakdown, series, made, name),
    );
  const besideNation =
    own === undefined || national === undefined ? [] : publishedBeside(indicator, drawn, own.made, national);
  const given = [...differences, ...besideNation];
  return {
    observations: [
      ...placed.flatMap(({ who, breakdown, series, made }) =>
        seriesRows(indicator, who, breakdown, series, made),
      ),
      ...near.observations,
      ...ranked.observations,
    ],
    differences: given.map(({ difference }) => difference),
    authorities: ranked.areas,
    behind: {
      unrounded: new Map([...placed.flatMap(({ name, made }) => unroundedOf(name, made)), ...near.unrounded]),
      published: new Map(given.map(({ key, text }) => [key, text])),
    },
  };
}

function seriesRows(
  indicator: Indicator,
  area: string,
  breakdown: Breakdown,
  series: DrawnSeries,
  made: readonly (Made | null)[],
) {
  return made.flatMap((figure, index) => {
    const cell = series.cells[index];
    if (figure === null || cell === undefined) return [];
    const [numerator, denominator] = figure.counts ?? [null, indicator.unit === 'percent' ? cell.base : null];
    const isCouncil = area === council.code;
    return observationOf(indicator, {
      value: figure.value,
      area,
      breakdown,
      period: periods[index] ?? '',
      status: cell.status,
      numerator: isCouncil ? numerator : null,
      denominator: isCouncil ? denominator : null,
    });
  });
}

function unroundedOf(name: string, made: readonly (Made | null)[]) {
  return made.flatMap((figure, index) =>
    figure?.value.kind === 'known' && figure.value.precision === 'exact'
      ? [[`${name} ${periodLabel(periods[index] ?? '')}`, Number(figure.truth)] as const]
      : [],
  );
}

type Given = { readonly difference: GivenDifference; readonly key: string; readonly text: string };

/** Changes published beside the figures: worked out from the truth, on the last earlier outcome. */
function publishedChanges(
  indicator: Indicator,
  breakdown: Breakdown,
  series: DrawnSeries,
  made: readonly (Made | null)[],
  name: string,
): readonly Given[] {
  return made.flatMap((figure, index) => {
    const decimals = series.cells[index]?.published ?? null;
    const earlier = made.findLastIndex(
      (each, at) => at < index && each?.value.kind === 'known' && series.cells[at]?.status !== 'projection',
    );
    const then = made[earlier];
    if (
      figure === null ||
      figure.value.kind === 'absent' ||
      decimals === null ||
      then === null ||
      then === undefined
    )
      return [];
    const [to, from] = [periods[index] ?? '', periods[earlier] ?? ''];
    const key = `${name} ${periodLabel(to)} less ${name} ${periodLabel(from)}`;
    return givenOf(indicator, breakdown, to, from, figure.truth.minus(then.truth), decimals, key);
  });
}

function publishedBeside(
  indicator: Indicator,
  drawn: DrawnIndicator,
  own: readonly (Made | null)[],
  national: { readonly made: readonly (Made | null)[] },
): readonly Given[] {
  return own.flatMap((figure, index) => {
    const decimals = drawn.council.cells[index]?.besideNation ?? null;
    const theirs = national.made[index] ?? null;
    if (figure === null || theirs === null || decimals === null) return [];
    if (figure.value.kind === 'absent' || theirs.value.kind === 'absent') return [];
    const label = periodLabel(periods[index] ?? '');
    const key = `cheshire east ${label} less england ${label}`;
    return givenOf(
      indicator,
      total,
      periods[index] ?? '',
      nation.code,
      figure.truth.minus(theirs.truth),
      decimals,
      key,
    );
  });
}

function givenOf(
  indicator: Indicator,
  breakdown: Breakdown,
  period: string,
  against: string,
  truth: Big,
  decimals: number,
  key: string,
): readonly Given[] {
  const value = known(truth.round(decimals), decimals);
  const { place, source } = observationOf(indicator, { value });
  const difference = {
    indicator: indicator.id,
    area: council.code,
    period,
    breakdown,
    against,
    value,
    released: null,
    source,
    note: null,
    place,
  };
  return [{ difference, key, text: valueText(value, 'points') }];
}

function neighbourRows(
  { neighbours: drawn, council: series, said, decimals }: DrawnIndicator,
  indicator: Indicator,
) {
  const form = drawn.form.kind === 'counted' ? { ...drawn.form, decimals } : drawn.form;
  const codes = drawn.offsets.flatMap((offset, index) => ({ code: neighbours.areas[index] ?? '', offset }));
  const recent = periods.slice(-2);
  const made = recent.map(period => ({
    period,
    figures: codes.map(({ code, offset }) => ({
      code,
      made: madeFigure(within(series.start + offset, said.unit), form, said.unit, null),
    })),
  }));
  return {
    observations: made.flatMap(({ period, figures }) =>
      figures.flatMap(({ code, made }) =>
        made === null ? [] : observationOf(indicator, { value: made.value, area: code, period }),
      ),
    ),
    unrounded: made.flatMap(({ period, figures }) => {
      if (drawn.form.kind !== 'counted' || figures.length === 0) return [];
      const sum = figures.reduce((sum, { made }) => sum.plus(made?.truth ?? 0), new Big(0));
      return [[`statistical neighbours ${periodLabel(period)}`, Number(sum.div(figures.length))] as const];
    }),
  };
}

function authorityRows({ authorities, council: series, said }: DrawnIndicator, indicator: Indicator) {
  const most = Math.max(authorities.now.length, authorities.before.length);
  const codes = Array.from({ length: most }, (_, index) => `A${String(index).padStart(3, '0')}`);
  const last = madeOf(series, said.unit, 0).findLastIndex(figure => figure !== null);
  const years = [
    { period: periods[last] ?? '', offsets: authorities.now },
    { period: periods[last - 1] ?? '', offsets: authorities.before },
  ].filter(({ period }) => period !== '');
  const form = { kind: 'rounded', decimals: authorities.decimals } as const;
  return {
    areas: codes.map(code => ({ code, name: code, kind: 'authority' }) satisfies Area),
    observations: years.flatMap(({ period, offsets }) =>
      offsets.flatMap((offset, index) => {
        const made = madeFigure(within(series.start + offset, said.unit), form, said.unit, null);
        return made === null
          ? []
          : observationOf(indicator, { value: made.value, area: codes[index] ?? '', period });
      }),
    ),
  };
}

function within(thousandths: number, unit: Indicator['unit'] | undefined): number {
  if (unit === 'percent') return Math.min(100_000, Math.max(0, thousandths));
  return unit === 'pupils' ? Math.max(0, thousandths) : thousandths;
}
