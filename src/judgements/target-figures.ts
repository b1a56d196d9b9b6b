import { Big } from 'big.js';
import { countAmount, knownAmount } from '../arithmetic.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import type { Amount, Figure } from '../model/figure.ts';
import { levelText, numberText, sizeText } from '../model/format.ts';
import type { Unit } from '../model/indicator.ts';
import { periodLabel } from '../model/period.ts';
import type { TargetPart } from '../model/target.ts';
import { figure } from './figures.ts';
import type { Reading } from './reading.ts';
import type { Setting } from './setting.ts';
import type { Progress } from './target.ts';
import type { TargetMeasure } from './target-measure.ts';

/** What the ledger says each figure of a target is: the last part of its id. */
type Of =
  | 'aim'
  | 'baseline'
  | 'milestone'
  | 'now'
  | 'projection'
  | 'line'
  | 'ahead'
  | 'to go'
  | 'a year'
  | 'needed'
  | 'more'
  | 'whole'
  | 'planned more'
  | 'planned now'
  | 'planned of'
  | 'status';

/** Makes the figures of one part of a target, under the target's own name in the ledger. */
export type Maker = (
  of: Of,
  amount: Amount,
  rest: { readonly text: string; readonly working: string } & Partial<
    Pick<Figure, 'inputs' | 'source' | 'status' | 'period'>
  >,
) => Figure;

/** The maker of a target's part; without a measure its figures are the plan's alone. */
export function makerOf(
  { council, edition }: Setting,
  name: string,
  measure: Pick<TargetMeasure, 'id' | 'breakdown'> | null,
): Maker {
  const breakdown: Breakdown = measure?.breakdown ?? total;
  return (of, amount, { period = edition.period, ...rest }) =>
    figure(
      {
        kind: 'target',
        indicator: measure?.id ?? 'targets',
        area: council.code,
        breakdown,
        period,
        against: name,
        part: of,
      },
      amount,
      rest,
    );
}

/** What the plan wrote down: the aim, where it stood, where it should stand between, how many it equates to. */
export type Planned = {
  readonly aim: Figure | null;
  readonly baseline: Figure | null;
  readonly milestones: readonly Figure[];
  readonly equates: { readonly more: Figure; readonly now: Figure; readonly of: Figure } | null;
};

type Point = { readonly period: string; readonly value: string; readonly about?: true | undefined };

/** The numbers of a part as the plan set them, each with the line of the file it was written in. */
export function plannedFigures(make: Maker, part: TargetPart, unit: Unit): Planned {
  const { aim, baseline, milestones, equates, place } = part;
  const source = { file: place.file, line: place.line };
  const point = (of: Of, { period, value, about }: Point, working: string) => {
    const amount = {
      ...knownAmount(new Big(value), value.split('.')[1]?.length ?? 0),
      about: about === true,
    };
    const text = `${about === true ? 'about ' : ''}${levelText(amount, unit)}`;
    return make(of, amount, { text, period, source, working });
  };
  const count = (of: Of, number: number) =>
    make(of, countAmount(number), {
      text: numberText(new Big(number), 0),
      source,
      working: 'As the plan reckoned it when the target was set',
    });
  return {
    aim: aim === undefined ? null : point('aim', aim, 'As set in the plan: an aim, and not an outcome'),
    baseline: baseline === undefined ? null : point('baseline', baseline, 'As given in the plan'),
    milestones: milestones.map(each =>
      point('milestone', each, 'As set in the plan: an aim, and not an outcome'),
    ),
    equates:
      equates === undefined
        ? null
        : {
            more: count('planned more', equates.more),
            now: count('planned now', equates.now),
            of: count('planned of', equates.of),
          },
  };
}

/** What is worked out of a figure and its target. */
export type Worked = {
  /** The figure held against the target, where that is not an observation or a share already in the ledger. */
  readonly now: Figure;
  readonly line: Figure | null;
  readonly ahead: Figure | null;
  readonly toGo: Figure;
  readonly perYear: Figure | null;
};

type Known = Extract<Reading, { kind: 'known' }>;

/** The figure that is held against a target: the council's own, or what was worked out or projected of it. */
export function nowFigure(make: Maker, reading: Known, { unit, beside }: TargetMeasure): Figure {
  const [own] = reading.rests;
  if (own !== undefined && beside === null) return own;
  const amount = knownAmount(reading.number, reading.decimals);
  const text = levelText(amount, unit);
  if (reading.status === 'projection') {
    const working = 'As projected in the row: a projection is not an outcome';
    return make('projection', amount, { text, status: 'projection', source: reading.source, working });
  }
  return make('now', amount, {
    text,
    status: reading.status,
    inputs: reading.rests.slice(0, 2).map(({ id }) => id),
    working: `The council’s figure beside that of ${beside?.phrase ?? 'others'}`,
  });
}

/** The line, the distance from it, and what is still to go. */
export function workedFigures(
  make: Maker,
  reading: Known,
  progress: Progress,
  planned: Planned,
  measure: TargetMeasure,
): Worked {
  const now = nowFigure(make, reading, measure);
  const { unit } = measure;
  const decimals = Math.max(1, reading.decimals);
  const set = [planned.baseline, ...planned.milestones, planned.aim].flatMap(each => each?.id ?? []);
  // A figure of fewer decimals than the aim leaves the last one of the distance open.
  const aim = planned.aim?.amount;
  const isCoarse = aim?.kind === 'known' && placesOf(aim.number) > reading.decimals;
  const size = (of: Of, number: Big, places: number, inputs: readonly string[], working: string) => {
    const [low, high] = reading.ends;
    const amount = { ...knownAmount(number, places), about: !low.eq(high) || isCoarse };
    const text = `${amount.number.lt(0) ? '−' : ''}${sizeText(amount, unit)}`;
    return make(of, amount, { text, inputs, working });
  };
  const line = knownAmount(progress.line, placesOf(progress.line));
  const lineFigure = make('line', line, {
    text: levelText(line, unit),
    inputs: set,
    working: `Where the line from the baseline to the aim stands in ${periodLabel(now.period)}`,
  });
  const away = [now.id, lineFigure.id];
  const left = [now.id, ...(planned.aim === null ? [] : [planned.aim.id])];
  const toGo = size('to go', progress.toGo, reading.decimals, left, 'From the figure to the aim, rounded');
  return {
    now,
    line: lineFigure,
    ahead: size(
      'ahead',
      progress.ahead,
      decimals,
      away,
      'From the line to the figure, rounded; below zero where behind',
    ),
    toGo,
    perYear:
      progress.yearsLeft > 1 && !isCounted(unit)
        ? size(
            'a year',
            progress.toGo.div(progress.yearsLeft),
            decimals,
            [toGo.id],
            `What is to go, divided by the ${progress.yearsLeft} years left`,
          )
        : null,
  };
}

/** True of things counted one by one, of which a part a year would mean nothing. */
export function isCounted(unit: Unit): boolean {
  return unit === 'pupils' || unit === 'schools' || unit === 'incidents';
}

/** As many decimals as a number of the line needs, up to two. */
function placesOf(number: Big): number {
  return [0, 1].find(places => number.round(places, Big.roundHalfUp).eq(number)) ?? 2;
}
