import { Big } from 'big.js';
import { countAmount, knownAmount, refused, writtenAmount } from '../arithmetic.ts';
import { type FigureDetails, figure, type Subject } from '../judgements/figures.ts';
import type { Setting } from '../judgements/setting.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
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
import { periodLabel } from '../model/time.ts';
import type { TargetMeasure } from './measure.ts';
import type { Progress } from './progress.ts';
import type { Reading, ShareBase } from './reading.ts';
import { statusNames, type TargetPart, type TargetStatus } from './schema.ts';

/** What a target is called in the ledger, what it is called for readers, and the plan that it was set in. */
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

/** A number of a target, or of a projection, under its name in the ledger. */
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

/** Makes the figures of one part of a target, under the target's own name in the ledger. */
export type FigureMaker = (
  of: TargetNumber,
  amount: Amount,
  rest: { readonly text: string; readonly working: string } & Partial<
    Pick<Figure, 'inputs' | 'source' | 'publication' | 'status' | 'period'>
  >,
) => Figure;

/** The maker of a target's part; without a measure its figures are the plan's alone. */
export function makerOf(
  { council, edition }: Setting,
  name: TargetName,
  measure: Pick<TargetMeasure, 'id' | 'breakdown'> | null,
): FigureMaker {
  const breakdown: Breakdown = measure?.breakdown ?? total;
  const indicator = measure?.id ?? 'targets';
  return (of, amount, { period = edition.period, ...rest }) =>
    targetFigure({ indicator, area: council.code, breakdown, period }, name, of, amount, rest);
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
export function plannedFigures(make: FigureMaker, part: TargetPart, unit: Unit): Planned {
  const { aim, baseline, milestones, equates, place } = part;
  const source = lineOf(place);
  const point = (of: TargetNumber, { period, value, about }: Point, working: string) => {
    const amount = {
      ...writtenAmount(value),
      about: about === true,
    };
    const text = `${about === true ? 'about ' : ''}${levelText(amount, unit)}`;
    return make(of, amount, { text, period, source, working });
  };
  const count = (of: TargetNumber, number: number) =>
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

/** The line, the distance from it, and what is still to go. */
export function workedFigures(
  make: FigureMaker,
  reading: Known,
  progress: Progress,
  planned: Planned,
  measure: TargetMeasure,
): Worked {
  const now = nowFigure(make, reading, measure);
  const { unit } = measure;
  const decimals = Math.max(1, reading.decimals);
  const set = [planned.baseline, ...planned.milestones, planned.aim].flatMap(each => each ?? []);
  // A figure of fewer decimals than the aim leaves the last one of the distance open.
  const aim = planned.aim?.amount;
  const isCoarse = aim?.kind === 'known' && placesOf(aim.number) > reading.decimals;
  const size = (
    of: TargetNumber,
    number: Big,
    places: number,
    inputs: readonly Figure[],
    working: string,
  ) => {
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
  const away = [now, lineFigure];
  const left = [now, ...(planned.aim === null ? [] : [planned.aim])];
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
            [toGo],
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

/** How many the aim asks for, and how many more that is. */
export function neededFigures(
  make: FigureMaker,
  { needed, more }: { readonly needed: number; readonly more: number },
  whole: ShareBase,
  inputs: readonly Figure[],
): { readonly needed: Figure; readonly more: Figure; readonly of: Figure } {
  const about = whole.exact ? '' : 'about ';
  const count = (of: 'needed' | 'more', number: number, working: string) =>
    make(of, countAmount(number), { text: `${about}${numberText(new Big(number), 0)}`, inputs, working });
  return {
    needed: count('needed', needed, `The fewest of ${whole.of} that meet the aim`),
    more: count('more', more, `The fewest of ${whole.of} that meet the aim, less those that are there now`),
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
  const text = statusNames[status];
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
