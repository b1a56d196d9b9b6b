import { isCounted } from '../judgements/target-figures.ts';
import type { PlansFindings } from '../judgements/target-findings.ts';
import type { PartFindings } from '../judgements/target-parts.ts';
import type { Figure } from '../model/figure.ts';
import { sizeText } from '../model/format.ts';
import { type Period, periodLabel } from '../model/time.ts';
import { capitalised, type Draft, type Mention, mention, say, type Written, written } from './sentence.ts';
import { countSentences, homeSentence } from './target-counts.ts';
import { aimDraft, besideLevel, isAll, nowDraft, operatorWords } from './target-levels.ts';
import { untoldSentence } from './target-untold.ts';

/** The sentences on the targets of an edition. */
export type TargetSentences = {
  /** How many targets stand where. */
  readonly counts: readonly Written[];
  /** The same in one sentence, for the front page. */
  readonly home: Written;
  /** By target, in the order of the plans: what is said of each of its parts. */
  readonly parts: readonly (readonly PartSaid[])[];
};

/** The sentences of a part, and the title of its chart, where it has one. */
export type PartSaid = { readonly sentences: readonly Written[]; readonly title: Written | null };

/** Every sentence on the targets of an edition. */
export function targetSentences(found: PlansFindings, edition: Period): TargetSentences {
  const targets = found.plans.flatMap(plan => plan.targets);
  return {
    counts: countSentences(found).map((draft, index) => written(`targets.counts.${index + 1}`, draft)),
    home: written('home.targets', homeSentence(found)),
    parts: targets.map(({ target, parts }) =>
      parts.map((part, index) => {
        const id = `targets.${target.id}.${index + 1}`;
        const title = chartTitle(part);
        return {
          sentences: partSentences(part, edition).map((draft, at) => written(`${id}.${at + 1}`, draft)),
          title: title === null ? null : written(`${id}.title`, title),
        };
      }),
    ),
  };
}

/** The finding as a chart's title: "Outstanding: 26.8%, 3.4 percentage points behind the line". */
function chartTitle(found: PartFindings): Draft | null {
  const { part, worked, progress, measure, isProjected } = found;
  const ahead = worked?.ahead ?? null;
  if (ahead === null || progress === null || measure === null) return null;
  if (part.baseline === undefined || measure.beside !== null) return null;
  const place = progress.ahead.eq(0)
    ? say`${mention(ahead, 'on the line')}`
    : say`${sideOf(found, ahead, progress.ahead.gt(0))} the line`;
  return say`${measure.short}: ${nowDraft(found)}${isProjected ? ' projected' : ''}, ${place}`;
}

/** What is said of a part: where it stands or why that cannot be told, then how many that would be. */
export function partSentences(found: PartFindings, edition: Period): readonly Draft[] {
  return [standingSentence(found, edition), ...neededSentence(found), ...plannedSentence(found)];
}

function standingSentence(found: PartFindings, edition: Period): Draft {
  const { status, because, part } = found;
  const year = periodLabel(edition);
  const due = part.aim === undefined ? year : periodLabel(part.aim.period);
  const aim = aimDraft(found);
  if (because !== null) return untoldSentence(found, because, edition);
  const now = say`${nowDraft(found)}${found.places.length > 0 ? ',' : ''} in ${year}`;
  switch (status) {
    case 'achieved':
      return say`${capitalised(now)}: the target of ${aim} by ${due} is ${mention(found.figure, 'achieved')}.`;
    case 'already-achieved':
      return say`${capitalised(now)}: the target of ${aim} by ${due} was ${mention(found.figure, 'already achieved when it was set')}${atBaseline(found)}, and still is.`;
    case 'projected':
      return say`No outcome is held for ${year}. ${projectionClause(found, year)}; a projection is ${mention(found.figure, 'not an outcome')}.`;
    case 'on-track':
    case 'slightly-behind':
    case 'off-track':
      return behindSentence(found, now, aim, due);
    case 'not-measurable':
      return untoldSentence(found, 'not-available', edition);
  }
}

function behindSentence(found: PartFindings, now: Draft, aim: Draft, due: string): Draft {
  const { metWhenSet, worked, progress, part } = found;
  if (worked === null || progress === null) return say`${capitalised(now)}.`;
  const toGo = mention(worked.toGo, sizeText(worked.toGo.amount, found.measure?.unit ?? 'percent'));
  if (metWhenSet)
    return say`${capitalised(now)}: the target of ${aim} by ${due} was already achieved when it was set${atBaseline(found)}, and is no longer.`;
  if (progress.yearsLeft <= 0) {
    const short = progress.toGo.eq(0)
      ? say`the figure came up to the aim, and not past it`
      : missedBy(found, toGo);
    return say`${capitalised(now)}, when ${aim} was due: ${short}.`;
  }
  if (part.baseline === undefined) return say`${capitalised(now)}, where ${aim} is aimed for by ${due}.`;
  const more = progress.toGo.eq(0) ? say`it has still to be passed` : say`${toGo} to go${aYear(found)}`;
  return say`${capitalised(now)}, ${alongLine(found)} ${aim} in ${due}; ${more}.`;
}

/** "It fell 2 percentage points short"; where less was asked for, "it was 4 percentage points too wide". */
function missedBy({ part, measure }: PartFindings, size: Mention): Draft {
  if (part.operator === 'at-least' || part.operator === 'above') return say`it fell ${size} short`;
  return say`it was ${size} too ${measure?.indicator?.nature === 'gap' ? 'wide' : 'high'}`;
}

/** "2.5 percentage points ahead of the straight line to", "on the line by its milestones to". */
function alongLine(found: PartFindings): Draft {
  const { worked, part, progress } = found;
  const line = part.milestones.length === 0 ? 'the straight line to' : 'the line by its milestones to';
  const ahead = worked?.ahead ?? null;
  if (ahead === null || progress === null) return [line];
  if (progress.ahead.eq(0)) return say`${mention(ahead, 'on')} ${line}`;
  return say`${sideOf(found, ahead, progress.ahead.gt(0))} ${line}`;
}

/** "2.5 percentage points ahead of"; of things counted one by one no part is said: "behind". */
function sideOf({ measure }: PartFindings, ahead: Figure, isAhead: boolean): Draft {
  const side = isAhead ? 'ahead of' : 'behind';
  const unit = measure?.unit ?? 'percent';
  const { amount } = ahead;
  const isPart = isCounted(unit) && amount.kind === 'known' && !amount.number.eq(amount.number.round(0));
  return isPart ? say`${mention(ahead, side)}` : say`${mention(ahead, sizeText(amount, unit))} ${side}`;
}

function aYear({ worked }: PartFindings): Draft {
  const each = worked?.perYear ?? null;
  if (each === null || each.amount.kind === 'refused') return [];
  return say`, ${mention(each, each.amount.number.toFixed(each.amount.decimals))} a year`;
}

function atBaseline({ planned, part, measure }: PartFindings): Draft {
  if (planned.baseline === null || part.baseline === undefined || measure === null) return [];
  return say`, at ${besideLevel(planned.baseline, measure)} in ${periodLabel(part.baseline.period)}`;
}

/** "21% is projected, 1 percentage point behind the straight line to above 30% in 2014/15, which would be slightly behind". */
function projectionClause(found: PartFindings, year: string): Draft {
  const { progress, part } = found;
  const due = part.aim === undefined ? year : periodLabel(part.aim.period);
  const would = progress === null ? 'not-measurable' : progress.outcome;
  const met = progress?.toGo.lt(0) === true;
  const verdict = met ? 'past its aim' : wouldBe[would];
  return say`${capitalised(nowDraft(found))} is projected, ${alongLine(found)} ${aimDraft(found)} in ${due}, which would be ${verdict}`;
}

const wouldBe: Readonly<
  Record<'achieved' | 'on-track' | 'slightly-behind' | 'off-track' | 'not-measurable', string>
> = {
  achieved: 'on track',
  'on-track': 'on track',
  'slightly-behind': 'slightly behind',
  'off-track': 'off track',
  'not-measurable': 'open',
};

/** "At least 100% equates to 149 of 149 schools, 18 more than now." */
function neededSentence(found: PartFindings): readonly Draft[] {
  const { needed, measure, planned, part } = found;
  if (needed === null || measure === null || planned.aim === null || part.operator === undefined) return [];
  if (isAll(part, measure))
    return [
      say`${capitalised([mention(planned.aim)])} is ${mention(needed.needed, `all ${needed.of.text}`)} ${measure.members}, ${mention(needed.more)} more than now.`,
    ];
  const aim = say`${operatorWords[part.operator]} ${mention(planned.aim)}`;
  return [
    say`${capitalised(aim)} equates to ${mention(needed.needed)} of ${mention(needed.of)} ${measure.members}, ${mention(needed.more)} more than now.`,
  ];
}

/** What the plan itself reckoned when the target was set. */
function plannedSentence({ planned, measure }: PartFindings): readonly Draft[] {
  if (planned.equates === null || measure === null) return [];
  const { more, now, of } = planned.equates;
  return [
    say`The plan’s starting point was ${mention(now)} of ${mention(of)} ${measure.members}, so ${mention(more)} more were needed.`,
  ];
}
