import { Big } from 'big.js';
import { knownAmount, refused } from '../../arithmetic.ts';
import type { Published } from '../../disclosure.ts';
import { total } from '../../model/breakdown.ts';
import type { Figure } from '../../model/figure.ts';
import type { CouncilFolder } from '../../model/folder.ts';
import { levelText } from '../../model/format.ts';
import { type Period, startYear, yearsAfter } from '../../model/period.ts';
import type { Place } from '../../model/place.ts';
import type { Outcome, Scorecard, ScorecardRow, YearAim } from '../../model/plans/scorecard.ts';
import { statusNames, type TargetPart, type TargetStatus, targetStatuses } from '../../model/target.ts';
import { type Change, changeOf, type Verdict } from '../change.ts';
import { breakBetween } from '../comparability.ts';
import { figure, observed } from '../figures.ts';
import { asOf, type Setting } from '../setting.ts';
import { isMetBy } from '../target.ts';
import { type Maker, makerOf } from '../target-figures.ts';
import { measureOf, type TargetMeasure } from '../target-measure.ts';
import { type PartFindings, partFigures, partFindings } from '../target-parts.ts';
import { outcomeOf } from '../target-reading.ts';
import { aimedBy } from '../target-status.ts';
import { counted } from './counted.ts';
import type { PlanGiven } from './plan-given.ts';

/** A year's target of a measure: what it asks of which year's figure, and where that stands. */
export type YearFindings = {
  readonly aim: YearAim;
  /** The year whose figure it is held against. */
  readonly of: Period;
  /** Null where no target is set for the year. */
  readonly found: PartFindings | null;
  /** The edition's year, or an earlier one where the target was due in it or no later figure is held. */
  readonly judged: Period;
};

/** A measure of a scorecard: its targets, its latest figure, which way it goes, and its status. */
export type RowFindings = {
  readonly row: ScorecardRow;
  readonly measure: TargetMeasure | null;
  readonly years: readonly YearFindings[];
  /** The last target that was due, else the first to come; its status is the row's. */
  readonly current: YearFindings | null;
  /** The plan's own starting point; null where it gives none. */
  readonly baseline: Figure | null;
  readonly status: TargetStatus;
  readonly figure: Figure;
  readonly latest: Figure | null;
  readonly change: Change | null;
  readonly direction: Verdict;
};

/** An outcome and where its measures stand. */
export type OutcomeFindings = { readonly outcome: Outcome; readonly rows: readonly RowFindings[] };

/** A scorecard in an edition, with every number in it. */
export type ScorecardFindings = {
  readonly scorecard: Scorecard;
  readonly outcomes: readonly OutcomeFindings[];
  readonly all: Figure;
  readonly kpis: Figure;
  readonly statuses: readonly {
    readonly status: TargetStatus;
    readonly count: number;
    readonly figure: Figure;
  }[];
  readonly directions: readonly {
    readonly direction: Verdict;
    readonly count: number;
    readonly figure: Figure;
  }[];
  readonly figures: readonly Figure[];
};

/** Which way measures may go, best first. */
export const directions = ['better', 'same', 'worse', 'none'] as const satisfies readonly Verdict[];

/** The findings on every measure of a scorecard. */
export function scorecardFindings({ setting, folder, plan }: PlanGiven<'scorecard'>): ScorecardFindings {
  const scorecard = plan.value;
  const set = folder.sources.find(({ id }) => id === scorecard.source)?.released ?? null;
  const outcomes = scorecard.outcomes.map((outcome, at) => ({
    outcome,
    rows: outcome.rows.map((row, index) =>
      rowFindings(setting, folder, row, steps => plan.place(['outcomes', at, 'rows', index, ...steps]), set),
    ),
  }));
  const rows = outcomes.flatMap(each => each.rows);
  const of = { setting, kind: plan.kind, where: plan.place(['outcomes']) };
  const count = (part: string, found: readonly RowFindings[]) =>
    counted(of, part, found.length, 'Counted from the measures of the scorecard');
  const statuses = targetStatuses.map(status => {
    const found = rows.filter(each => each.status === status);
    return { status, count: found.length, figure: count(statusNames[status], found) };
  });
  const ways = directions.map(direction => {
    const found = rows.filter(each => each.direction === direction);
    return { direction, count: found.length, figure: count(`direction ${direction}`, found) };
  });
  const all = count('all', rows);
  const kpis = count(
    'key performance indicators',
    rows.filter(({ row }) => row.kpi),
  );
  const counts = [...statuses, ...ways].map(each => each.figure);
  return {
    scorecard,
    outcomes,
    all,
    kpis,
    statuses,
    directions: ways,
    figures: [...rows.flatMap(rowFigures), ...counts, all, kpis],
  };
}

function rowFindings(
  setting: Setting,
  folder: CouncilFolder,
  row: ScorecardRow,
  place: (steps: readonly (string | number)[]) => Place,
  set: string | null,
): RowFindings {
  const years = row.targets.map((aim, at) =>
    yearFindings(setting, folder, row, aim, { place: place(['targets', at]), set }),
  );
  const told = years.filter(each => each.found !== null);
  const due = told.filter(each => each.of <= setting.edition.period);
  const current = due.at(-1) ?? told[0] ?? null;
  const whole = { ...bare(), ...measuredBy(row), place: place([]) };
  const measure = measureOf(setting, folder, whole);
  const indicator = measure?.indicator ?? null;
  const series = indicator === null ? [] : setting.known.series(indicator.id, setting.council.code, total);
  const latest = series.at(-1);
  const change = latest === undefined || indicator === null ? null : changeOf(series, latest, indicator);
  return {
    row,
    measure,
    years,
    current,
    baseline: baselineOf(makerOf(setting, row.id, measure), row, measure, place(['baseline'])),
    status: current?.found?.status ?? 'not-measurable',
    figure: current?.found?.figure ?? untoldFigure(setting, row),
    latest: latest === undefined || indicator === null ? null : observed(latest, indicator).figure,
    change,
    direction: change?.verdict ?? 'none',
  };
}

/** A part of a target that asks for nothing yet. */
function bare(): Pick<TargetPart, 'as' | 'milestones' | 'see'> {
  return { as: 'difference', milestones: [], see: [] };
}

function measuredBy({ indicator, unmeasured }: ScorecardRow): Partial<TargetPart> {
  return indicator === undefined ? { measure: 'none', reason: unmeasured ?? '' } : { indicator };
}

/** The plan's own starting point; null where it gives none. */
function baselineOf(
  make: Maker,
  { baseline }: ScorecardRow,
  measure: TargetMeasure | null,
  place: Place,
): Figure | null {
  if (baseline.value === undefined) return null;
  const amount = knownAmount(new Big(baseline.value), baseline.value.split('.')[1]?.length ?? 0);
  return make('baseline', amount, {
    text: levelText(amount, measure?.unit ?? 'percent'),
    source: { file: place.file, line: place.line },
    working: 'As given in the plan',
    ...(baseline.period === undefined ? {} : { period: baseline.period }),
  });
}

function yearFindings(
  setting: Setting,
  folder: CouncilFolder,
  row: ScorecardRow,
  aim: YearAim,
  { place, set: out }: Written,
): YearFindings {
  const of = row.reports === 'year-before' ? yearsAfter(aim.year, -1) : aim.year;
  const part = partOf(row, aim, of, place);
  if (part === null) return { aim, of, found: null, judged: setting.edition.period };
  const measure = measureOf(setting, folder, part);
  const judged = measure === null ? setting.edition.period : judgedIn(setting, part, measure, of);
  const set = measure === null || out === null ? null : metBefore(setting, folder, part, measure, out);
  const found = partFindings(
    asOf(setting, judged),
    folder,
    set === null ? part : { ...part, baseline: set },
    `${row.id} ${aim.year}`,
  );
  return { aim, of, found, judged };
}

/** The target of a year as a part of a target, or null where none is set. */
function partOf(
  row: ScorecardRow,
  { value, against, outpaces }: YearAim,
  of: Period,
  place: TargetPart['place'],
): TargetPart | null {
  const number = value ?? (against === undefined && outpaces === undefined ? null : '0');
  if (number === null) return null;
  const { baseline } = row;
  const dated =
    value !== undefined && baseline.value !== undefined && baseline.period !== undefined
      ? { baseline: { period: baseline.period, value: baseline.value } }
      : {};
  return {
    ...bare(),
    ...dated,
    ...measuredBy(row),
    ...(against === undefined ? {} : { against }),
    ...(outpaces === undefined ? {} : { outpaces }),
    operator: row.wants === 'increase' ? 'at-least' : 'at-most',
    aim: { period: of, value: number },
    place,
  };
}

/**
 * The year in which a target is judged: the one it is for, or the edition's where that is earlier. Where no row is held
 * of that year, the last one that is held, if it is later than the baseline: what is known so far.
 */
function judgedIn(
  { edition, known, council }: Setting,
  part: TargetPart,
  measure: TargetMeasure,
  of: Period,
): Period {
  const year = of < edition.period ? of : edition.period;
  const { indicator, breakdown } = measure;
  if (indicator === null || measure.index !== null) return year;
  if (known.at(indicator.id, council.code, breakdown, year) !== undefined) return year;
  const from = part.baseline?.period ?? '';
  const before = known
    .series(indicator.id, council.code, breakdown)
    .filter(({ period }) => period > from && period < year);
  return before.at(-1)?.period ?? year;
}

/** Where a target was written, and the day its plan came out, if that is known. */
type Written = { readonly place: TargetPart['place']; readonly set: string | null };

/** True of a figure that was out by a day; one without a release date was once its school year was over. */
function isOutBy({ released, period }: Published, day: string): boolean {
  return (released ?? `${startYear(period) + 1}-08-31`) <= day;
}

/** The last figure known when a target was set, where it met the target already (X23) and stands on the same footing. */
function metBefore(
  setting: Setting,
  folder: CouncilFolder,
  part: TargetPart,
  measure: TargetMeasure,
  set: string,
): { readonly period: Period; readonly value: string } | null {
  const { indicator, breakdown } = measure;
  const aimed = aimedBy(part);
  if (indicator === null || aimed === null || measure.index !== null) return null;
  const of = aimed.aim.period;
  const before = setting.known
    .series(indicator.id, setting.council.code, breakdown)
    .filter(row => row.period < of && row.value.kind === 'known' && isOutBy(row, set))
    .at(-1);
  if (before === undefined || breakBetween(indicator, before.period, of) !== null) return null;
  const reading = outcomeOf(asOf(setting, before.period), folder, { ...part, milestones: [] }, measure);
  if (reading.kind !== 'known' || !isMetBy(aimed, reading.number)) return null;
  if (reading.ends.some(end => !isMetBy(aimed, end))) return null;
  return { period: before.period, value: reading.number.toFixed(reading.decimals) };
}

/** The status of a measure for which no target is set. */
function untoldFigure({ council, edition }: Setting, { id }: ScorecardRow): Figure {
  return figure(
    {
      kind: 'target',
      indicator: 'scorecard',
      area: council.code,
      breakdown: total,
      period: edition.period,
      against: id,
      part: 'status',
    },
    refused('no-measure'),
    { text: statusNames['not-measurable'], working: 'No target is set that could be told' },
  );
}

/** Every figure of a measure, those it rests on first. */
function rowFigures({ years, figure, latest, change, baseline }: RowFindings): readonly Figure[] {
  return [
    ...(baseline === null ? [] : [baseline]),
    ...years.flatMap(({ found }) => (found === null ? [] : partFigures(found))),
    ...(change === null ? [] : [...change.rests, change.figure]),
    ...(latest === null ? [] : [latest]),
    figure,
  ];
}
