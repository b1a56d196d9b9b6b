import { Big } from 'big.js';
import { countAmount, type Needed, neededOf, refused } from '../arithmetic.ts';
import { figure, observed } from '../judgements/figures.ts';
import type { LocalityFindings } from '../judgements/localities.ts';
import type { Setting } from '../judgements/setting.ts';
import type { Area } from '../model/area.ts';
import { total } from '../model/breakdown.ts';
import type { Figure, Publication, TallyOf } from '../model/figure.ts';
import type { Break } from '../model/indicator.ts';
import type { Source } from '../model/source.ts';
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
  statusTogether,
} from './progress.ts';
import { acrossBreak, outcomeOf, projectionOf, type Reading, type ShareBase } from './reading.ts';
import {
  isInForce,
  isUntold,
  isUpwards,
  type Plan,
  type PlanTarget,
  type Review,
  statusNames,
  type TargetPart,
  type TargetStatus,
  targetStatuses,
} from './schema.ts';

/** One part of a target: what it is held against, where that stands, and every number behind it. */
export type PartFindings = JudgedStatus & {
  readonly part: TargetPart;
  readonly measure: TargetMeasure | null;
  /** The break between the baseline and the edition's year, where there is one. */
  readonly across: Break | null;
  /** The outcome, or the projection where there is none; null where neither is held. */
  readonly now: Figure | null;
  readonly isProjected: boolean;
  /** The outcomes of the years between the baseline and now, where these are plain figures. */
  readonly earlier: readonly Figure[];
  /** True of a target that its baseline met when it was set (X23). */
  readonly metWhenSet: boolean;
  readonly planned: Planned;
  readonly worked: Worked | null;
  /** How many the aim equates to, of how many, and how many more that is. */
  readonly needed: { readonly needed: Figure; readonly more: Figure; readonly of: Figure } | null;
  /** The status in the ledger. */
  readonly figure: Figure;
  /** What the row says of the figure, for readers. */
  readonly note: string | null;
  /** The localities that the figure is of, where the worst of them decides; empty of every other part. */
  readonly places: readonly Area[];
  /** The localities that decide, where some of them have no figure. */
  readonly localities: LocalityFindings | null;
};

/** The findings on one part of a target, whose figures go by a name in the ledger. */
export function partFindings(setting: Setting, part: TargetPart, name: TargetName): PartFindings {
  const measure = measureOf(setting, part);
  const make = makerOf(setting, name, measure);
  const planned = plannedFigures(make, part, measure?.unit ?? 'percent');
  const target = aimedBy(part);
  if (measure === null || target === null) return unmeasuredPart(make, part, planned);
  const outcome = outcomeOf(setting, part, measure);
  const reading = outcome.kind === 'known' ? outcome : (projectionOf(setting, part, measure) ?? outcome);
  const across =
    measure.indicator === null ? null : acrossBreak(part, measure.indicator, setting.edition.period);
  const judged = roughly(part, target, reading) ?? judge(target, setting.edition.period, reading, across);
  const earlier = earlierOf(setting, part, measure);
  return { ...measuredPart(make, part, measure, planned, target, reading, judged), across, earlier };
}

/** From a starting point that is only known roughly there is no line; to meet the aim is another matter. */
function roughly({ baseline }: TargetPart, target: Aimed, reading: Reading): JudgedStatus | null {
  if (baseline?.about === undefined || reading.kind === 'none' || isMetBy(target, reading.number))
    return null;
  return { status: 'not-comparable', because: 'approximate', progress: null };
}

/** A part that a measure can tell, with every number behind its status. */
function measuredPart(
  make: FigureMaker,
  part: TargetPart,
  measure: TargetMeasure,
  planned: Planned,
  target: Aimed,
  reading: Reading,
  judged: JudgedStatus,
): Omit<PartFindings, 'across' | 'earlier'> {
  const isKnown = reading.kind === 'known';
  const metWhenSet = target.baseline !== null && isMetBy(target, target.baseline.number);
  const along =
    isKnown && judged.progress !== null
      ? workedFigures(make, reading, judged.progress, planned, measure)
      : null;
  // A line from a baseline that is past the aim would lead away from it.
  const worked = along === null || !metWhenSet ? along : { ...along, line: null, ahead: null, perYear: null };
  const needed = isKnown && worked !== null ? neededBy(target, reading) : null;
  const inputs = [worked?.now, planned.aim].flatMap(each => each ?? []);
  return {
    ...judged,
    part,
    measure,
    now: worked?.now ?? (isKnown ? nowFigure(make, reading, measure) : unsaidFigure(part, reading)),
    isProjected: isKnown && reading.status === 'projection',
    metWhenSet,
    planned,
    worked,
    needed: needed === null ? null : neededFigures(make, needed.needed, needed.whole, inputs),
    figure: statusFigure(make, judged.status, judged.because, worked, planned),
    note: reading.note,
    places: isKnown ? (reading.places ?? []) : [],
    localities: isKnown ? null : (reading.localities ?? null),
  };
}

/** The council's own figure, which is shown though it decides nothing; of its localities none stands for the others. */
function unsaidFigure({ worst }: TargetPart, { rests }: Reading): Figure | null {
  return worst === undefined ? (rests[0] ?? null) : null;
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

/** A part that no measure can tell. */
function unmeasuredPart(make: FigureMaker, part: TargetPart, planned: Planned): PartFindings {
  const status = part.aim === undefined ? 'no-number' : 'no-figure';
  return {
    part,
    measure: null,
    status,
    because: 'no-measure',
    progress: null,
    across: null,
    now: null,
    isProjected: false,
    earlier: [],
    metWhenSet: false,
    planned,
    worked: null,
    needed: null,
    figure: statusFigure(make, status, 'no-measure', null, planned),
    note: null,
    places: [],
    localities: null,
  };
}

/** How what officers said stands to what was worked out. */
type Agreement = 'agrees' | 'differs' | 'not-stated' | 'cannot-be-checked';

/** A promise and where it stands: on track only if every part of it is. */
export type TargetFindings = {
  readonly target: PlanTarget;
  readonly parts: readonly PartFindings[];
  readonly status: TargetStatus;
  readonly figure: Figure;
  readonly review: Review | null;
  readonly agreement: Agreement;
};

/** The targets of the plans in force in an edition, and how many stand where. */
export type EditionTargets = {
  readonly plans: readonly {
    readonly plan: Plan;
    readonly source: Source | null;
    readonly targets: readonly TargetFindings[];
  }[];
  readonly all: Figure;
  readonly counts: readonly TallyOf<TargetStatus>[];
  /** The same of their parts, each judged by itself; null where every target is one thing. */
  readonly parts: { readonly all: Figure; readonly counts: readonly TallyOf<TargetStatus>[] } | null;
};

/** Every target of an edition, of whichever plan. */
export function targetsIn(targets: EditionTargets | null): readonly TargetFindings[] {
  return targets?.plans.flatMap(plan => plan.targets) ?? [];
}

/** The findings on every target of the plans that were out by the edition's cut-off; null when there are none. */
export function editionTargets(setting: Setting): EditionTargets | null {
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
    figure(
      {
        kind: 'count',
        indicator: 'targets',
        area: setting.council.code,
        breakdown: total,
        period: setting.edition.period,
        about: { is: 'targets', which },
      },
      countAmount(found.length),
      {
        text: String(found.length),
        what: [which.startsWith('parts, ') ? `Parts of targets${which.slice(5)}` : `Targets, ${which}`],
        falseIf: 'one of those counted changes sides',
        inputs: found.map(each => each.figure),
        working: 'Counted from their statuses',
      },
    );
  const counted = (all: readonly Pick<TargetFindings, 'figure' | 'status'>[], prefix: string) =>
    targetStatuses.map(of => {
      const found = all.filter(each => each.status === of);
      return { of, count: found.length, figure: count(`${prefix}${statusNames[of]}`, found) };
    });
  const parts = targets.flatMap(each => each.parts);
  return {
    plans,
    all: count('all', targets),
    counts: counted(targets, ''),
    parts:
      parts.length === targets.length
        ? null
        : { all: count('parts, all', parts), counts: counted(parts, 'parts, ') },
  };
}

function targetFindings(
  setting: Setting,
  plan: Plan,
  target: PlanTarget,
  publication: Publication,
): TargetFindings {
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
  const text = statusNames[status];
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
