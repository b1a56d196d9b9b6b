import { Big } from 'big.js';
import { countAmount, knownAmount, type Needed, refused, writtenAmount } from '../arithmetic.ts';
import { type FigureDetails, figure, type Subject } from '../judgements/figures.ts';
import type { Setting } from '../judgements/setting.ts';
import { total } from '../model/breakdown.ts';
import {
  type Amount,
  type Figure,
  lineOf,
  type Publication,
  type Refusal,
  type TargetNumber,
} from '../model/figure.ts';
import { levelText, numberText, sizeText } from '../model/format.ts';
import type { Unit } from '../model/indicator.ts';
import { statusName } from '../model/status.ts';
import { periodLabel } from '../model/time.ts';
import type { TargetMeasure } from './measure.ts';
import type { Progress } from './progress.ts';
import type { Reading, ShareBase } from './reading.ts';
import type { TargetPart, TargetStatus } from './schema.ts';

export type TargetName = {
  readonly ledger: string;
  readonly said: string;
  readonly publication: Publication | null;
};

const whatOf: Readonly<Record<TargetNumber, string>> = {
  aim: 'Aim',
  baseline: 'Starting point',
  milestone: 'Milestone',
  now: 'Figure compared with others',
  projection: 'Projection',
  line: 'Line to the aim',
  ahead: 'Distance from the line',
  'to go': 'Still to go to the aim',
  'a year': 'Needed a year',
  needed: 'Number that meets the aim',
  more: 'More than now that meet the aim',
  whole: 'Number the share is of',
  'planned more': 'More that the plan reckoned',
  'planned now': 'Number that the plan started from',
  'planned of': 'Number that the plan reckoned of',
  status: 'Status',
  projected: 'Projected',
  'projected at most': 'Projected at most',
  'projected from': 'Starting point of the projection',
  'projected more': 'Number more that was projected',
  'projected in all': 'Number in all that was projected',
  'projected share': 'Share that was projected',
  'group now': 'Level of the group behind',
  'group projected': 'Projected level of the group behind',
  'others now': 'Level of the others',
  'others projected': 'Level of the others that the projection implies',
  'others projected at most': 'Level of the others that the upper end implies',
};

export function targetFigure(
  subject: Pick<Subject, 'indicator' | 'area' | 'breakdown' | 'period'>,
  { ledger, said, publication }: TargetName,
  which: TargetNumber,
  amount: Amount,
  rest: Omit<FigureDetails, 'what' | 'falseIf'>,
): Figure {
  return figure({ kind: 'target', ...subject, about: { is: 'target', name: ledger, which } }, amount, {
    what: [`${whatOf[which]} of ${said}, ${periodLabel(subject.period)}`],
    falseIf: 'the figure or the target is revised',
    publication: rest.source === undefined || rest.source === null ? null : publication,
    ...rest,
  });
}

type Rest = { readonly text: string; readonly working: string } & Partial<
  Pick<Figure, 'inputs' | 'source' | 'publication' | 'status' | 'period'>
>;

export type FigureMaker = ReturnType<typeof makerOf>;

/** The maker of a target's part; without a measure its figures are the plan's alone. */
export function makerOf(
  { council, edition }: Setting,
  name: TargetName,
  measure: Pick<TargetMeasure, 'id' | 'breakdown'> | null,
) {
  const { id: indicator, breakdown } = measure ?? { id: 'targets', breakdown: total };
  return (of: TargetNumber, amount: Amount, { period = edition.period, ...rest }: Rest) =>
    targetFigure({ indicator, area: council.code, breakdown, period }, name, of, amount, rest);
}

/** What the plan wrote down: the aim, where it stood, where it should stand between, how many it equates to. */
export type Planned = ReturnType<typeof plannedFigures>;

type Point = { readonly period: string; readonly value: string; readonly about?: boolean | undefined };

export function plannedFigures(make: FigureMaker, part: TargetPart, unit: Unit) {
  const { aim, baseline, milestones, equates, place } = part;
  const source = lineOf(place);
  const point = (of: TargetNumber, { period, value, about = false }: Point, working: string) => {
    const amount = { ...writtenAmount(value), about };
    const text = `${about ? 'about ' : ''}${levelText(amount, unit)}`;
    return make(of, amount, { text, period, source, working });
  };
  const count = (of: TargetNumber, number: number) =>
    make(of, countAmount(number), {
      text: numberText(new Big(number), 0),
      source,
      working: 'As the plan reckoned it when the target was set',
    });
  const asSet = 'As set in the plan: an aim, and not an outcome';
  return {
    aim: aim === undefined ? null : point('aim', aim, asSet),
    baseline: baseline === undefined ? null : point('baseline', baseline, 'As given in the plan'),
    milestones: milestones.map(each => point('milestone', each, asSet)),
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

export type Worked = Omit<ReturnType<typeof workedFigures>, 'line' | 'ahead'> &
  Readonly<Record<'line' | 'ahead', Figure | null>>;

type Known = Extract<Reading, { kind: 'known' }>;

export function nowFigure(make: FigureMaker, reading: Known, { unit, beside }: TargetMeasure): Figure {
  const [own] = reading.rests;
  if (own !== undefined && beside === null) return own;
  const amount = knownAmount(reading.number, reading.decimals);
  const text = levelText(amount, unit);
  if (reading.status === 'projection') {
    const working = 'As projected in the row: a projection is not an outcome';
    const { source, publication } = reading;
    return make('projection', amount, { text, status: 'projection', source, publication, working });
  }
  return make('now', amount, {
    text,
    status: reading.status,
    inputs: reading.rests.slice(0, 2),
    working: `The council’s figure compared with that of ${beside?.phrase ?? 'others'}`,
  });
}

export function workedFigures(
  make: FigureMaker,
  reading: Known,
  progress: Progress,
  planned: Planned,
  measure: TargetMeasure,
) {
  const now = nowFigure(make, reading, measure);
  const { unit } = measure;
  const decimals = Math.max(1, reading.decimals);
  const set = [planned.baseline, ...planned.milestones, planned.aim].flatMap(each => each ?? []);
  // A figure of fewer decimals than the aim leaves the last one of the distance open.
  const aim = planned.aim?.amount;
  const isCoarse = aim?.kind === 'known' && placesOf(aim.number) > reading.decimals;
  const about = !reading.ends[0].eq(reading.ends[1]) || isCoarse;
  const size = (
    of: TargetNumber,
    number: Big,
    places: number,
    inputs: readonly Figure[],
    working: string,
  ) => {
    const amount = { ...knownAmount(number, places), about };
    const text = `${amount.number.lt(0) ? '−' : ''}${sizeText(amount, unit)}`;
    return make(of, amount, { text, inputs, working });
  };
  const line = knownAmount(progress.line, placesOf(progress.line));
  const lineFigure = make('line', line, {
    text: levelText(line, unit),
    inputs: set,
    working: `Where the line from the baseline to the aim stands in ${periodLabel(now.period)}`,
  });
  const left = [now, ...(planned.aim === null ? [] : [planned.aim])];
  const toGo = size('to go', progress.toGo, reading.decimals, left, 'From the figure to the aim, rounded');
  const fromLine = 'From the line to the figure, rounded; below zero where behind';
  const { yearsLeft } = progress;
  const years = `What is to go, divided by the ${yearsLeft} years left`;
  return {
    now,
    line: lineFigure,
    ahead: size('ahead', progress.ahead, decimals, [now, lineFigure], fromLine),
    toGo,
    perYear:
      yearsLeft > 1 && !isCounted(unit)
        ? size('a year', progress.toGo.div(yearsLeft), decimals, [toGo], years)
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

export function neededFigures(
  make: FigureMaker,
  { needed, more }: Needed,
  whole: ShareBase,
  inputs: readonly Figure[],
) {
  const about = whole.exact ? '' : 'about ';
  const count = (of: 'needed' | 'more', number: number, working: string) =>
    make(of, countAmount(number), { text: `${about}${numberText(new Big(number), 0)}`, inputs, working });
  const fewest = `The fewest of ${whole.of} that meet the aim`;
  return {
    needed: count('needed', needed, fewest),
    more: count('more', more, `${fewest}, less those that are there now`),
    of: make('whole', countAmount(whole.of), {
      text: numberText(new Big(whole.of), 0),
      inputs: inputs.slice(0, 1),
      working: 'How many the figure is a share of',
    }),
  };
}

/** The status of a part: its words, the distance from the line as its number, and what decided it. */
export function statusFigure(
  make: FigureMaker,
  status: TargetStatus,
  because: Refusal | null,
  worked: Worked | null,
  planned: Planned,
): Figure {
  const inputs = [worked?.now, worked?.ahead, planned.baseline, planned.aim].flatMap(each => each ?? []);
  const text = statusName(status);
  if (because !== null) {
    const working = 'No status is worked out: the reason is given beside the target';
    return make('status', refused(because), { text, inputs, working });
  }
  return make('status', worked?.ahead?.amount ?? worked?.toGo.amount ?? refused('no-measure'), {
    text,
    inputs,
    working: workings[status],
  });
}

const workings: Readonly<Record<TargetStatus, string>> = {
  achieved: 'The outcome does what the target asks for',
  'already-achieved': 'The baseline did what the target asks for when it was set, and the outcome still does',
  'on-track': 'The outcome is on the line from the baseline to the aim, or better',
  'slightly-behind': 'The outcome is behind its line by no more than a tenth of the whole way',
  'off-track':
    'The outcome is behind its line by more than a tenth of the whole way, or was met and is no longer',
  projected: 'There is only a projection: whatever it comes to, no outcome has been reached',
  'not-comparable': 'The figures held cannot be compared',
  'no-figure': 'No figure is held',
  'no-number': 'No number was set',
};
