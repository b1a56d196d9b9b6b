import type { Change } from '../judgements/change.ts';
import { breaksAmong, pauseIn } from '../judgements/comparability.ts';
import type { Comparison } from '../judgements/comparison.ts';
import type { Level } from '../judgements/figures.ts';
import type { Findings, Year } from '../judgements/findings.ts';
import type { Gap, GapFindings } from '../judgements/gap.ts';
import { type Ground, groundGained, type MeasureOnGround } from '../judgements/ground.ts';
import type { Rank } from '../judgements/rank.ts';
import { type Beside, ownNeighbours, type Setting, withComparator } from '../judgements/setting.ts';
import type { TopicFindings } from '../judgements/theme-findings.ts';
import type {
  Chart,
  Mark,
  PaceChart,
  Scale,
  SeriesRole,
  Spark,
  StripChart,
  TrendChart,
} from '../model/chart.ts';
import type { Figure } from '../model/figure.ts';
import { differenceUnit, signedText, sizeText, valueText } from '../model/format.ts';
import type { BreakKind, Indicator, Unit } from '../model/indicator.ts';
import { unsettledOf } from '../model/observation.ts';
import { yearLabel } from '../model/time.ts';
import type { Value } from '../model/value.ts';
import type { PhaseFindings, ProfileFindings } from '../profiles/findings.ts';

/** The most series that colour can tell apart. */
const mostSeries = 4;

const breakWords: Record<BreakKind, string> = {
  definition: 'New definition',
  scale: 'New scale',
  threshold: 'New threshold',
  coverage: 'New coverage',
  method: 'New method',
  collection: 'New collection',
};

/** The chart of an indicator: its trend where it has two years, else bars beside its comparators, else none. */
export function chartOf(findings: Findings, council: string): Chart | null {
  const plotted = findings.years.filter(({ level }) => level?.value.kind === 'known');
  if (plotted.length > 1) return trendOf(findings, council);
  return findings.comparisons.held.length > 0 && hasNought(findings.indicator)
    ? comparisonOf(findings, council)
    : null;
}

/** True of what a bar may stand for: a scaled score has no nought to begin at. */
function hasNought({ unit }: Indicator): boolean {
  return unit !== 'scaled-score';
}

/** The groups of a topic as bars beside one another, each with the nation's figure for it; a group alone has the chart of an indicator. */
export function groupsChart({ indicator, topic, groups }: TopicFindings, council: string): Chart | null {
  const [only] = groups;
  if (groups.length === 1 && only !== undefined) return chartOf(only, council);
  const latest = groups
    .map(({ latest }) => latest.period)
    .toSorted()
    .at(-1);
  const shown = groups.filter(findings => findings.latest.period === latest);
  const nationIn = ({ comparisons }: Findings) => withComparator(comparisons.held, 'nation');
  const bars = shown.map(findings => {
    const { breakdown, level } = findings;
    const nation = nationIn(findings);
    return {
      name: topic.groups.find(({ id }) => id === breakdown.group)?.label ?? breakdown.group,
      role: 'council' as const,
      ...markOf(level.figure),
      ...(nation === undefined ? {} : { nation: markOf(nation.level.figure) }),
    };
  });
  const [nation] = shown.flatMap(findings => nationIn(findings)?.beside.name ?? []);
  return bars.length > 1 && hasNought(indicator)
    ? {
        kind: 'comparison',
        scale: scaleOf(indicator),
        bars,
        ...(nation === undefined ? {} : { nation }),
      }
    : null;
}

/** More measures than this are not all drawn. */
const mostPaces = 12;

/** The council's changes beside the nation's, measures and changes worded by the caller; of very many those in which most ground was gained or lost. */
export function paceChart(
  { measures }: Ground,
  { council, nation }: Pick<Setting, 'council' | 'nation'>,
  nameOf: (findings: Findings) => string,
  wordsOf: (change: Pick<Change, 'figure' | 'outcome'>, unit: Unit) => string,
): PaceChart {
  const size = (measure: MeasureOnGround) => Math.abs(groundGained(measure));
  const furthest = measures.toSorted((a, b) => size(b) - size(a)).slice(0, mostPaces);
  const wayMark = (change: Pick<Change, 'figure' | 'outcome'>, { unit }: Indicator) => {
    const { amount, status } = change.figure;
    const held = unsettledOf(status);
    return {
      number: amount.kind === 'known' ? Number(amount.number) : null,
      text: signedText(amount, unit),
      words: wordsOf(change, unit),
      ...(held === null ? {} : { status: held }),
    };
  };
  return {
    kind: 'pace',
    council: council.name,
    nation: nation.name,
    rows: measures
      .filter(each => furthest.includes(each))
      .map(({ findings, pace, spread }) => ({
        name: nameOf(findings),
        own: wayMark(findings.change, findings.indicator),
        nation: wayMark({ figure: pace.change, outcome: pace.outcome }, findings.indicator),
        spread: markOf(spread),
        better: findings.indicator.polarity === 'low' ? 'low' : 'high',
      })),
    undrawn: measures.length - furthest.length,
  };
}

export function gapChart(findings: GapFindings, names: readonly [string, string]): Chart {
  const { now, before, elsewhere, indicator } = findings;
  const council = [now, ...(before === null ? [] : [before])];
  const several = council.length > 1;
  const row = (gap: Gap) => ({
    name:
      several || elsewhere.length > 0
        ? `${gap.area.name}, ${yearLabel(indicator, gap.period)}`
        : gap.area.name,
    marks: [markOf(gap.group.figure), markOf(gap.against.figure)] as const,
    distance: distanceOf(gap.figure, indicator.unit),
  });
  return { kind: 'gap', scale: scaleOf(indicator), groups: names, rows: [...council, ...elsewhere].map(row) };
}

/** The shares of each phase with the whole last, or of each aspect; null where only counts are given. */
export function profileChart(found: ProfileFindings, nameOf: (phase: PhaseFindings) => string): Chart | null {
  const rows = barsOf(found);
  if (rows.length === 0) return null;
  return {
    kind: 'profile',
    parts: found.profile.parts ?? [],
    rows: rows.map(row => ({ name: nameOf(row), marks: row.parts.map(({ share }) => markOf(share)) })),
  };
}

function barsOf(found: ProfileFindings): readonly PhaseFindings[] {
  switch (found.kind) {
    case 'phases':
      return found.phases.length > 1 ? [...found.phases, found.all] : [found.all];
    case 'aspects':
      return found.aspects;
    case 'levels':
    case 'programme':
      return [];
  }
}

export function stripChart(
  { indicator, level, comparisons }: Findings,
  rank: Rank,
  council: string,
  neighbours: readonly string[],
): StripChart {
  const beside = comparisons.held.filter(
    ({ beside }) => beside.comparator === 'nation' || beside.comparator === 'region',
  );
  const others = rank
    .placings()
    .map(({ figure }) => figure)
    .filter(({ id }) => id !== level.figure.id);
  const dotOf = (figure: Figure) => ({
    ...markOf(figure),
    ...(neighbours.includes(figure.area) ? { isNeighbour: true as const } : {}),
  });
  return {
    kind: 'strip',
    scale: scaleOf(indicator),
    others: others.map(dotOf).toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)),
    picked: [ownMark(council, level), ...beside.map(besideMark)],
    better: indicator.polarity === 'neutral' ? null : indicator.polarity,
  };
}

function trendOf({ indicator, years, comparators }: Findings, council: string): Chart {
  // A year without the measure is said once, and has no symbols.
  const mark = ({ period }: Year, level: Level | null) =>
    level?.value.kind !== 'known' && pauseIn(indicator, period) !== null ? null : yearMark(level);
  const isPaused = ({ period }: Year) => pauseIn(indicator, period) !== null;
  const series = [
    {
      name: council,
      role: 'council' as const,
      marks: years.map(
        year =>
          withInterval(mark(year, year.level), year.level, indicator) ?? (isPaused(year) ? null : unheld),
      ),
    },
    ...comparators.flatMap(beside =>
      beside.former === true
        ? []
        : {
            name: drawnName(beside),
            role: roleOf(beside),
            marks: years.map(year => mark(year, year.beside.get(beside.code) ?? null)),
          },
    ),
  ];
  return {
    kind: 'trend',
    scale: scaleOf(indicator),
    periods: years.map(({ period }) => yearLabel(indicator, period)),
    series: series.slice(0, mostSeries),
    breaks: breaksOf(indicator, years),
    pauses: pausesOf(indicator, years),
  };
}

function comparisonOf({ indicator, level, comparisons }: Findings, council: string): Chart {
  const current = comparisons.held.filter(({ beside }) => beside.former !== true);
  const bars = [ownMark(council, level), ...current.map(besideMark)];
  const sorted = bars.toSorted((a, b) => (b.number ?? -Infinity) - (a.number ?? -Infinity));
  return { kind: 'comparison', scale: scaleOf(indicator), bars: sorted };
}

function breaksOf(indicator: Indicator, years: readonly Year[]) {
  const periods = years.map(({ period }) => period);
  return breaksAmong(indicator, periods).map(({ before, kind }) => ({ before, note: breakWords[kind] }));
}

function pausesOf({ pauses }: Indicator, years: readonly Year[]): NonNullable<TrendChart['pauses']> {
  return pauses.flatMap(({ from, to, because }) => {
    const within = years.flatMap(({ period, level }, index) =>
      from <= period && period <= to && level?.value.kind !== 'known' ? [index] : [],
    );
    const [first, last] = [within[0], within.at(-1)];
    return first === undefined || last === undefined ? [] : [{ from: first, to: last, because }];
  });
}

function yearMark(level: Level | null): Mark | null {
  return level === null ? null : markOf(level.figure);
}

function withInterval(mark: Mark | null, level: Level | null, { unit }: Indicator): Mark | null {
  if (mark === null || level?.interval == null) return mark;
  const end = (value: Value) => {
    const text = valueText(value, unit);
    return { number: Number(text.replace('−', '-').replaceAll(/[^\d.-]/g, '')), text };
  };
  return { ...mark, interval: { low: end(level.interval.low), high: end(level.interval.high) } };
}

/** A figure that the council does not have, as its table prints it. */
export const unheld: Mark = { number: null, text: '[x]' };

/** A figure as a mark: the rounded number the table prints, or its symbol. */
export function markOf({ amount, text, status, kind }: Figure): Mark {
  const held = amount.kind === 'known' && kind === 'observation' ? unsettledOf(status) : null;
  const number = amount.kind === 'known' ? Number(amount.number) : null;
  return held === null ? { number, text } : { number, text, status: held };
}

/** "17.0 points", with a minus sign when the gap is the other way round. */
function distanceOf({ amount, text }: Figure, unit: Unit): string {
  if (amount.kind === 'refused') return text;
  const points = (words: string) => words.replace('percentage point', 'point');
  const turned = amount.sign === -1 && !amount.number.eq(0);
  if (turned && amount.range !== null)
    return `${signedText(amount).replaceAll('+', '')} ${points(differenceUnit(unit))}`;
  return (turned ? '−' : '') + points(sizeText(amount, unit));
}

function roleOf({ comparator }: Beside): SeriesRole {
  return comparator === 'estimates' || comparator === 'united-kingdom' ? 'other' : comparator;
}

function ownMark(name: string, { figure }: Level) {
  return { name, role: 'council' as const, ...markOf(figure) };
}

function besideMark({ beside, level }: Comparison) {
  return { name: drawnName(beside), role: roleOf(beside), ...markOf(level.figure) };
}

/** What a comparator is called in a drawing, which has the edition's own list of neighbours alone. */
function drawnName({ name, list }: Beside): string {
  return list === null ? name : ownNeighbours;
}

export function scaleOf({ unit, measure }: Pick<Indicator, 'unit'> & Partial<Indicator>): Scale {
  const share = unit === 'percent';
  // A score has no nought that it could be measured from.
  const floor = measure === 'mean' || unit === 'scaled-score' || unit === 'points' ? null : 0;
  const scale = { suffix: share ? '%' : '', floor, ceiling: share ? 100 : null } as const;
  return unit === 'scaled-score' ? { ...scale, ample: 5 } : scale;
}

/** As few years as make a line worth drawing beside a figure. */
const fewestYears = 3;

/** The years up to the latest figure that are on its footing, or null where they are too few for a line. */
export function sparkOf({ indicator, years, latest, level, comparators }: Findings): Spark | null {
  if (level.value.kind !== 'known') return null;
  const until = years.filter(({ period }) => period <= latest.period);
  const start =
    breaksAmong(
      indicator,
      until.map(({ period }) => period),
    ).at(-1)?.before ?? 0;
  const footing = until.slice(start);
  const first = footing.findIndex(year => year.level?.value.kind === 'known');
  const shown = footing.slice(first);
  if (shown.filter(year => year.level?.value.kind === 'known').length < fewestYears) return null;
  const nation = comparators.find(({ comparator }) => comparator === 'nation');
  return {
    scale: scaleOf(indicator),
    council: shown.map(year => yearMark(year.level)),
    nation: nation === undefined ? null : shown.map(year => yearMark(year.beside.get(nation.code) ?? null)),
  };
}

/** Null where they are too few for a line. */
export function gapSparkOf({ indicator, years }: GapFindings): Spark | null {
  const council = years.map(({ figure }) => markOf(figure));
  return council.filter(({ number }) => number !== null).length < fewestYears
    ? null
    : { scale: scaleOf(indicator), council, nation: null };
}
