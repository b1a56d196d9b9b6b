import { Big } from 'big.js';
import { knownAmount, refused } from '../../arithmetic.ts';
import { judgedIn } from '../../judgements/bands.ts';
import { type Change, changeOf, type Verdict } from '../../judgements/change.ts';
import { figure, observed } from '../../judgements/figures.ts';
import type { Setting } from '../../judgements/setting.ts';
import { total } from '../../model/breakdown.ts';
import type { Figure, Publication } from '../../model/figure.ts';
import { levelText } from '../../model/format.ts';
import type { Place } from '../../model/place.ts';
import { measureOf, type TargetMeasure } from '../../targets/measure.ts';
import { type FigureMaker, makerOf } from '../../targets/numbers.ts';
import { statusNames, type TargetStatus, targetStatuses } from '../../targets/schema.ts';
import { counted, type PlanGiven } from '../kit/findings.ts';
import { type Outcome, type Scorecard, type ScorecardRow, scorecardForm } from './schema.ts';
import { bare, measuredBy, type YearFindings, yearFindings } from './year-findings.ts';

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
  readonly direction: Direction;
};

/** Which way a measure goes: `open` where it may be compared and neither can be said, `none` where it may not. */
export type Direction = Verdict | 'open';

/** An outcome and where its measures stand. */
type OutcomeFindings = { readonly outcome: Outcome; readonly rows: readonly RowFindings[] };

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
    readonly direction: Direction;
    readonly count: number;
    readonly figure: Figure;
  }[];
};

/** Which way measures may go, best first. */
const directions = ['better', 'same', 'worse', 'open', 'none'] as const satisfies readonly Direction[];

/** The findings on every measure of a scorecard. */
export function scorecardFindings({ setting, plan }: PlanGiven<Scorecard>): ScorecardFindings {
  const scorecard = plan.value;
  const { source } = scorecard;
  const publication = {
    source,
    released: setting.folder.sources.find(({ id }) => id === source)?.released ?? null,
  };
  const outcomes = scorecard.outcomes.map((outcome, at) => ({
    outcome,
    rows: outcome.rows.map((row, index) =>
      rowFindings(setting, row, steps => plan.place(['outcomes', at, 'rows', index, ...steps]), publication),
    ),
  }));
  const rows = outcomes.flatMap(each => each.rows);
  const of = { setting, form: plan.form, where: plan.place(['outcomes']) };
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
  return {
    scorecard,
    outcomes,
    all: count('all', rows),
    kpis: count(
      'key performance indicators',
      rows.filter(({ row }) => row.kpi),
    ),
    statuses,
    directions: ways,
  };
}

function rowFindings(
  setting: Setting,
  row: ScorecardRow,
  place: (steps: readonly (string | number)[]) => Place,
  publication: Publication,
): RowFindings {
  const years = row.targets.map((aim, at) =>
    yearFindings(setting, row, aim, { place: place(['targets', at]), publication }),
  );
  const name = { ledger: row.id, said: `“${row.label}”`, publication };
  const told = years.filter(each => each.found !== null);
  const due = told.filter(each => each.of <= setting.edition.period);
  const current = due.at(-1) ?? told[0] ?? null;
  const whole = { ...bare(), ...measuredBy(row), place: place([]) };
  const measure = measureOf(setting, whole);
  const indicator = measure?.indicator ?? null;
  const series = indicator === null ? [] : setting.known.series(indicator.id, setting.council.code, total);
  const latest = series.at(-1);
  const change =
    latest === undefined || indicator === null
      ? null
      : changeOf(series, latest, judgedIn(setting, indicator, total, latest.period));
  return {
    row,
    measure,
    years,
    current,
    baseline: baselineOf(makerOf(setting, name, measure), row, measure, place(['baseline'])),
    status: current?.found?.status ?? 'not-measurable',
    figure: current?.found?.figure ?? untoldFigure(setting, row),
    latest: latest === undefined || indicator === null ? null : observed(latest, indicator).figure,
    change,
    direction: directionOf(change),
  };
}

function directionOf(change: Change | null): Direction {
  if (change === null || change.outcome === 'refused') return 'none';
  return change.verdict === 'none' ? 'open' : change.verdict;
}

/** The plan's own starting point; null where it gives none. */
function baselineOf(
  make: FigureMaker,
  { baseline }: ScorecardRow,
  measure: TargetMeasure | null,
  place: Place,
): Figure | null {
  if (baseline.value === undefined) return null;
  const amount = knownAmount(new Big(baseline.value), baseline.value.split('.')[1]?.length ?? 0);
  return make('baseline', amount, {
    text: levelText(amount, measure?.unit ?? 'percent'),
    source: { file: place.file, line: place.line, column: null, series: null },
    working: 'As given in the plan',
    ...(baseline.period === undefined ? {} : { period: baseline.period }),
  });
}

/** The status of a measure for which no target is set. */
function untoldFigure({ council, edition }: Setting, { id }: ScorecardRow): Figure {
  const subject = { kind: 'target', indicator: 'scorecard', area: council.code, breakdown: total } as const;
  const about = { is: 'target', name: id, which: 'status' } as const;
  return figure({ ...subject, period: edition.period, about }, refused('no-measure'), {
    text: statusNames['not-measurable'],
    what: [`${scorecardForm.name}, status`],
    falseIf: '',
    working: 'No target is set that could be judged',
  });
}
