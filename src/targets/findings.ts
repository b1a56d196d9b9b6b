import { Big } from 'big.js';
import { countAmount, type Needed, neededOf, refused } from '../arithmetic.ts';
import { countIn, observed, tallied } from '../judgements/figures.ts';
import type { Setting } from '../judgements/setting.ts';
import { total } from '../model/breakdown.ts';
import type { Figure, Publication } from '../model/figure.ts';
import { statusName } from '../model/status.ts';
import { measureOf, type TargetMeasure } from './measure.ts';
import {
  type FigureMaker,
  makerOf,
  neededFigures,
  nowFigure,
  type Planned,
  plannedFigures,
  statusFigure,
  type TargetName,
  type Worked,
  workedFigures,
} from './numbers.ts';
import {
  type Aimed,
  aimedBy,
  isGood,
  isMetBy,
  type JudgedStatus,
  judge,
  type Progress,
  statusTogether,
} from './progress.ts';
import { acrossBreak, none, outcomeOf, projectionOf, type Reading, type ShareBase } from './reading.ts';
import {
  isInForce,
  isUntold,
  isUpwards,
  type Plan,
  type PlanTarget,
  type Review,
  type TargetPart,
  type TargetStatus,
  targetStatuses,
} from './schema.ts';

export type PartFindings = ReturnType<typeof partFindings>;

export function partFindings(setting: Setting, part: TargetPart, name: TargetName) {
  const { period } = setting.edition;
  const measure = measureOf(setting, part);
  const make = makerOf(setting, name, measure);
  const planned = plannedFigures(make, part, measure?.unit ?? 'percent');
  // Of a part that no measure can tell nothing is held against what it asks for.
  const target = measure === null ? null : aimedBy(part);
  const held = measure === null || target === null ? null : readingOf(setting, part, measure);
  const reading = held ?? none('no-measure');
  const isKnown = reading.kind === 'known';
  const across =
    held === null || measure?.indicator == null ? null : acrossBreak(part, measure.indicator, period);
  const judged: JudgedStatus =
    target === null
      ? { status: part.aim === undefined ? 'no-number' : 'no-figure', because: 'no-measure', progress: null }
      : (roughly(part, target, reading) ?? judge(target, period, reading, across));
  const metWhenSet = target?.baseline != null && isMetBy(target, target.baseline.number);
  const worked =
    isKnown && judged.progress !== null && measure !== null
      ? workedPart(make, reading, judged.progress, planned, measure, metWhenSet)
      : null;
  const needed = isKnown && worked !== null && target !== null ? neededBy(target, reading) : null;
  const inputs = [worked?.now, planned.aim].flatMap(each => each ?? []);
  return {
    ...judged,
    part,
    measure,
    /** The break between the baseline and the edition's year, where there is one. */
    across,
    /** The outcome, or the projection where there is none; null where neither is held. */
    now:
      isKnown && measure !== null
        ? (worked?.now ?? nowFigure(make, reading, measure))
        : // The council's own, which is shown though it decides nothing; of its localities none stands for the others.
          part.worst === undefined
          ? (reading.rests[0] ?? null)
          : null,
    isProjected: isKnown && reading.status === 'projection',
    /** The outcomes of the years between the baseline and now, where these are plain figures. */
    earlier: held === null || measure === null ? [] : earlierOf(setting, part, measure),
    /** True of a target that its baseline met when it was set (X23). */
    metWhenSet,
    planned,
    worked,
    /** How many the aim equates to, of how many, and how many more that is. */
    needed: needed === null ? null : neededFigures(make, needed.needed, needed.whole, inputs),
    figure: statusFigure(make, judged.status, judged.because, worked, planned),
    note: reading.note,
    /** The localities that the figure is of, where the worst of them decides; empty of every other part. */
    places: isKnown ? (reading.places ?? []) : [],
    /** The localities that decide, where some of them have no figure. */
    localities: isKnown ? null : (reading.localities ?? null),
  };
}

function readingOf(setting: Setting, part: TargetPart, measure: TargetMeasure): Reading {
  const outcome = outcomeOf(setting, part, measure);
  return outcome.kind === 'known' ? outcome : (projectionOf(setting, part, measure) ?? outcome);
}

/** What is worked out of a part; a line from a baseline that is past the aim would lead away from it. */
function workedPart(
  make: FigureMaker,
  reading: Extract<Reading, { kind: 'known' }>,
  progress: Progress,
  planned: Planned,
  measure: TargetMeasure,
  metWhenSet: boolean,
): Worked {
  const along = workedFigures(make, reading, progress, planned, measure);
  return metWhenSet ? { ...along, line: null, ahead: null, perYear: null } : along;
}

/** From a starting point that is only known roughly there is no line; to meet the aim is another matter. */
function roughly({ baseline }: TargetPart, target: Aimed, reading: Reading): JudgedStatus | null {
  if (baseline?.about === undefined || reading.kind === 'none' || isMetBy(target, reading.number))
    return null;
  return { status: 'not-comparable', because: 'approximate', progress: null };
}

function earlierOf(
  { known, council, edition }: Setting,
  { baseline, worst }: TargetPart,
  { indicator, beside, breakdown }: TargetMeasure,
): readonly Figure[] {
  if (indicator === null || beside !== null || worst !== undefined || baseline === undefined) return [];
  return known
    .series(indicator.id, council.code, breakdown)
    .filter(
      ({ period, value }) => period > baseline.period && period < edition.period && value.kind === 'known',
    )
    .map(row => observed(row, indicator).figure);
}

/** How many of a whole would meet an aim in per cent that is not met (P21). */
function neededBy(
  { operator, aim, baseline }: Aimed,
  { whole, number, status }: Extract<Reading, { kind: 'known' }>,
): { readonly needed: Needed; readonly whole: ShareBase } | null {
  if (whole === null || !isUpwards(operator) || baseline === null || status === 'projection') return null;
  if (isMetBy({ aim, operator }, number)) return null;
  const needed = neededOf({ operator, percent: new Big(aim.number) }, whole.of, whole.now);
  return needed === null || needed.more === 0 ? null : { needed, whole };
}

type Agreement = 'agrees' | 'differs' | 'not-stated' | 'cannot-be-checked';

/** A promise and where it stands: on track only if every part of it is. */
export type TargetFindings = ReturnType<typeof targetFindings>;

export type EditionTargets = NonNullable<ReturnType<typeof editionTargets>>;

export function targetsIn(targets: EditionTargets | null): readonly TargetFindings[] {
  return targets?.plans.flatMap(plan => plan.targets) ?? [];
}

/** The findings on every target of the plans that were out by the edition's cut-off; null when there are none. */
export function editionTargets(setting: Setting) {
  if (setting.folder.plans.length === 0 || setting.council.code !== setting.folder.council.code) return null;
  const plans = setting.folder.plans.flatMap(plan => {
    const source = setting.folder.sources.find(({ id }) => id === plan.source) ?? null;
    if (!isInForce(plan, source?.released, setting.edition)) return [];
    const publication = { source: plan.source, released: source?.released ?? null };
    const targets = plan.targets.map(target => targetFindings(setting, plan, target, publication));
    return [{ plan, source, targets }];
  });
  const targets = plans.flatMap(each => each.targets);
  if (targets.length === 0) return null;
  const count = (which: string, found: readonly Pick<TargetFindings, 'figure'>[]) =>
    tallied(countIn(setting, 'targets', total, { is: 'targets', which }), found.length, {
      what: [which.startsWith('parts, ') ? `Parts of targets${which.slice(5)}` : `Targets, ${which}`],
      inputs: found.map(each => each.figure),
      working: 'Counted from their statuses',
    });
  const countsOf = (all: readonly Pick<TargetFindings, 'figure' | 'status'>[], prefix: string) =>
    targetStatuses.map(of => {
      const found = all.filter(each => each.status === of);
      return { of, ...count(`${prefix}${statusName(of)}`, found) };
    });
  const parts = targets.flatMap(each => each.parts);
  return {
    plans,
    all: count('all', targets),
    counts: countsOf(targets, ''),
    /** The same of their parts, each judged by itself; null where every target is one thing. */
    parts:
      parts.length === targets.length
        ? null
        : { all: count('parts, all', parts), counts: countsOf(parts, 'parts, ') },
  };
}

function targetFindings(setting: Setting, plan: Plan, target: PlanTarget, publication: Publication) {
  const called = `“${target.short}”`;
  const parts = target.parts.map((part, index) => {
    const isOnly = target.parts.length === 1;
    const label = isOnly || part.label === undefined ? '' : ` (${part.label.toLowerCase()})`;
    const ledger = isOnly ? target.id : `${target.id} ${index + 1}`;
    return partFindings(setting, part, { ledger, said: `${called}${label}`, publication });
  });
  const status = statusTogether(parts.map(part => part.status));
  const review =
    plan.reviews.find(each => each.target === target.id && each.edition === setting.edition.id) ?? null;
  const [only] = parts;
  return {
    target,
    parts,
    status,
    figure:
      parts.length === 1 && only !== undefined
        ? only.figure
        : wholeFigure(setting, { ledger: target.id, said: called, publication }, parts, status),
    review,
    agreement: agreementOf(review, status),
  };
}

function wholeFigure(
  setting: Setting,
  name: TargetName,
  parts: readonly PartFindings[],
  status: TargetStatus,
): Figure {
  const make = makerOf(setting, name, null);
  const good = parts.filter(part => isGood(part.status)).length;
  const inputs = parts.map(part => part.figure);
  const text = statusName(status);
  const because = parts.find(part => part.status === status)?.because ?? null;
  if (because !== null)
    return make('status', refused(because), { text, inputs, working: 'One of its parts cannot be judged' });
  const working = `A target of several parts is no better than the worst of them: ${good} of ${parts.length} are on track or achieved`;
  return make('status', countAmount(good), { text, inputs, working });
}

function agreementOf(review: Review | null, status: TargetStatus): Agreement {
  if (review === null || review.judgement === 'not-stated') return 'not-stated';
  if (isUntold(status) || status === 'projected') return 'cannot-be-checked';
  const computed = status === 'already-achieved' ? 'achieved' : status;
  return review.judgement === computed ? 'agrees' : 'differs';
}
