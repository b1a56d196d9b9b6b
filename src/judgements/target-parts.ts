import { Big } from 'big.js';
import { type Needed, neededOf } from '../arithmetic.ts';
import type { PublicFolder } from '../gate/public-folder.ts';
import type { Area } from '../model/area.ts';
import type { Figure } from '../model/figure.ts';
import type { Break } from '../model/indicator.ts';
import type { TargetPart } from '../model/target.ts';
import { observed } from './figures.ts';
import type { LocalityFindings } from './localities.ts';
import type { Reading, Whole } from './reading.ts';
import type { Setting } from './setting.ts';
import { isMetBy } from './target.ts';
import {
  type Maker,
  makerOf,
  nowFigure,
  type Planned,
  plannedFigures,
  type TargetName,
  type Worked,
  workedFigures,
} from './target-figures.ts';
import { measureOf, type TargetMeasure } from './target-measure.ts';
import { neededFigures } from './target-needed.ts';
import { acrossBreak, outcomeOf, projectionOf } from './target-reading.ts';
import { type Aimed, aimedBy, type Judged, judge } from './target-status.ts';
import { statusFigure } from './target-status-figure.ts';

/** One part of a target: what it is held against, where that stands, and every number behind it. */
export type PartFindings = Judged & {
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
  readonly rests: readonly Figure[];
  /** What the row says of the figure, for readers. */
  readonly note: string | null;
  /** The localities that the figure is of, where the worst of them decides; empty of every other part. */
  readonly places: readonly Area[];
  /** The localities that decide, where some of them have no figure. */
  readonly localities: LocalityFindings | null;
};

/** The findings on one part of a target, whose figures go by a name in the ledger. */
export function partFindings(
  setting: Setting,
  folder: PublicFolder,
  part: TargetPart,
  name: TargetName,
): PartFindings {
  const measure = measureOf(setting, folder, part);
  const make = makerOf(setting, name, measure);
  const planned = plannedFigures(make, part, measure?.unit ?? 'percent');
  const target = aimedBy(part);
  if (measure === null || target === null) return untold(make, part, planned);
  const outcome = outcomeOf(setting, folder, part, measure);
  const reading = outcome.kind === 'known' ? outcome : (projectionOf(setting, part, measure) ?? outcome);
  const across =
    measure.indicator === null ? null : acrossBreak(part, measure.indicator, setting.edition.period);
  const judged = roughly(part, target, reading) ?? judge(target, setting.edition.period, reading, across);
  const earlier = earlierOf(setting, part, measure);
  return { ...said(make, part, measure, planned, target, reading, judged), across, earlier };
}

/** From a starting point that is only known roughly there is no line; to meet the aim is another matter. */
function roughly({ baseline }: TargetPart, target: Aimed, reading: Reading): Judged | null {
  if (baseline?.about === undefined || reading.kind === 'none' || isMetBy(target, reading.number))
    return null;
  return { status: 'not-measurable', because: 'approximate', progress: null };
}

function said(
  make: Maker,
  part: TargetPart,
  measure: TargetMeasure,
  planned: Planned,
  target: Aimed,
  reading: Reading,
  judged: Judged,
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
    rests: reading.rests,
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
): { readonly needed: Needed; readonly whole: Whole } | null {
  const isUpwards = operator === 'at-least' || operator === 'above';
  if (whole === null || !isUpwards || baseline === null || status === 'projection') return null;
  if (isMetBy({ aim, operator }, number)) return null;
  const needed = neededOf({ operator, percent: new Big(aim.number) }, whole.of, whole.now);
  return needed === null || needed.more === 0 ? null : { needed, whole };
}

/** A part that no measure can tell. */
function untold(make: Maker, part: TargetPart, planned: Planned): PartFindings {
  return {
    part,
    measure: null,
    status: 'not-measurable',
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
    figure: statusFigure(make, 'not-measurable', 'no-measure', null, planned),
    rests: [],
    note: null,
    places: [],
    localities: null,
  };
}

/** Every figure of a part, those it rests on first. */
export function partFigures({
  rests,
  earlier,
  now,
  planned,
  worked,
  needed,
  figure,
}: PartFindings): readonly Figure[] {
  return [
    ...rests,
    ...earlier,
    ...[now, planned.baseline, ...planned.milestones, planned.aim].flatMap(each => each ?? []),
    ...[worked?.line, worked?.ahead, worked?.toGo, worked?.perYear].flatMap(each => each ?? []),
    ...(needed === null ? [] : [needed.of, needed.needed, needed.more]),
    ...(planned.equates === null ? [] : [planned.equates.now, planned.equates.of, planned.equates.more]),
    figure,
  ];
}
