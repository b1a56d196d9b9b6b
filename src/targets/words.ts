import type { LocalityKind } from '../model/area.ts';
import { type Figure, type Refusal, refusals, type Tally, type TallyOf } from '../model/figure.ts';
import { levelText, sizeText } from '../model/format.ts';
import { namesInWords } from '../model/spelling.ts';
import { statusName, statusWords } from '../model/status.ts';
import { type Period, periodLabel } from '../model/time.ts';
import { absences } from '../model/value.ts';
import { localityWords } from '../narrative/locality-phrases.ts';
import {
  capitalised,
  clausesOf,
  type Draft,
  listed,
  type Mention,
  many,
  mention,
  numberedSentences,
  plural,
  possessive,
  say,
  someOf,
  written,
} from '../narrative/sentence.ts';
import type { EditionTargets, PartFindings, TargetFindings } from './findings.ts';
import type { TargetMeasure } from './measure.ts';
import { isCounted } from './numbers.ts';
import { isGood } from './progress.ts';
import { isUntold, isUpwards, type OfficerJudgement, type Operator, type TargetStatus } from './schema.ts';

export type WordedTargets = ReturnType<typeof wordedTargets>;

export type WordedTarget = ReturnType<typeof wordedTarget>;

export type WordedPart = ReturnType<typeof wordedPart>;

export function wordedTargets(found: EditionTargets, edition: Period) {
  return {
    found,
    /** How many targets stand where, in one sentence for the front page. */
    home: written('home.targets', tallySentence(found)),
    counts: numberedSentences('targets.counts', countSentences(found)),
    plans: found.plans.map(plan => ({
      ...plan,
      targets: plan.targets.map(target => wordedTarget(target, edition)),
    })),
  };
}

function wordedTarget(found: TargetFindings, edition: Period) {
  const id = `targets.${found.target.id}`;
  const whole = wholeSentence(found);
  return {
    found,
    /** Null of a target of one part, and of one whose parts all stand alike. */
    whole: whole === null ? null : written(`${id}.whole`, whole),
    parts: found.parts.map((part, index) => wordedPart(part, `${id}.${index + 1}`, edition)),
  };
}

/** Which parts decide of a target of several, and how the others stand; null where all stand alike. */
function wholeSentence({ parts, status, figure }: TargetFindings): Draft | null {
  const [deciding, others] = [true, false].map(is => parts.filter(part => (part.status === status) === is));
  if (deciding?.length === 0 || others === undefined || others.length === 0) return null;
  const name = ({ part, measure }: PartFindings) => `“${part.label ?? measure?.short ?? 'Another part'}”`;
  const standing = (part: PartFindings) =>
    say`${name(part)} ${mention(part.figure, statusClauses[part.status][0])}`;
  const what = listed((deciding ?? []).map(part => [name(part)]));
  return say`As a whole it ${mention(figure, statusClauses[status][0])}: what decides is ${what}; ${listed(others.map(standing))}.`;
}

function wordedPart(found: PartFindings, id: string, edition: Period) {
  const title = chartTitle(found);
  return {
    found,
    sentences: numberedSentences(id, partSentences(found, edition)),
    title: title === null ? null : written(`${id}.title`, title),
  };
}

/** The finding as a chart's title: "Outstanding: 26.8%, 3.4 percentage points behind schedule". */
function chartTitle(found: PartFindings): Draft | null {
  const beside = besideLine(found);
  return beside === null || found.measure === null
    ? null
    : say`${found.measure.short}: ${projectedNow(found)}, ${beside}`;
}

/** Where a part stands, in a line: "62.0%, where the aim is at least 70% by 2016/17; 2.5 percentage points ahead of schedule". */
export function trajectoryDraft(found: PartFindings): Draft {
  const { part, across } = found;
  const aim = aimDraft(found);
  if (aim.length === 0) return [part.reason ?? 'No number is set.'];
  const goal = say`the aim is ${aim}${part.aim === undefined ? '' : ` by ${periodLabel(part.aim.period)}`}`;
  if (found.now === null) return capitalised(goal);
  const beside = besideLine(found);
  if (beside !== null) return say`${projectedNow(found)}, where ${goal}; ${beside}`;
  return say`${projectedNow(found)}, where ${goal}${across === null ? '' : '; the start cannot be compared'}`;
}

/** "62.0%", "62.0% projected". */
function projectedNow(found: PartFindings): Draft {
  return say`${nowDraft(found)}${found.isProjected ? ' projected' : ''}`;
}

/** "on schedule", "3.4 percentage points behind schedule"; null where no line leads from the start to the aim. */
function besideLine(found: PartFindings): Draft | null {
  const { part, worked, progress, measure } = found;
  const ahead = worked?.ahead ?? null;
  if (ahead === null || progress === null || part.baseline === undefined) return null;
  if (measure?.beside !== null) return null;
  if (progress.ahead.eq(0)) return [mention(ahead, 'on schedule')];
  return say`${sideOf(found, ahead, progress.ahead.gt(0))} schedule`;
}

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
      return say`There is no outcome for ${year}. ${projectionClause(found, year)}; a projection is ${mention(found.figure, 'not an outcome')}.`;
    case 'on-track':
    case 'slightly-behind':
    case 'off-track':
      return behindSentence(found, now, aim, due);
    case 'not-comparable':
    case 'no-figure':
    case 'no-number':
      return untoldSentence(found, 'not-available', edition);
  }
}

function behindSentence(found: PartFindings, now: Draft, aim: Draft, due: string): Draft {
  const { metWhenSet, worked, progress, part } = found;
  if (worked === null || progress === null) return say`${capitalised(now)}.`;
  if (isAimOfNone(found)) return noneSentence(found, now, due);
  const toGo = mention(worked.toGo, sizeText(worked.toGo.amount, found.measure?.unit ?? 'percent'));
  if (metWhenSet)
    return say`${capitalised(now)}: the target of ${aim} by ${due} was already achieved when it was set${atBaseline(found)}, and is no longer.`;
  if (progress.yearsLeft <= 0) {
    const short = progress.toGo.eq(0)
      ? say`the figure came up to the aim, and not past it`
      : missedBy(found, toGo);
    return say`${capitalised(now)}, when ${aim} was due: ${short}.`;
  }
  if (part.baseline === undefined) return say`${capitalised(now)}, where the aim is ${aim} by ${due}.`;
  const more = progress.toGo.eq(0) ? say`it has still to be passed` : say`${toGo} to go${aYear(found)}`;
  return say`${capitalised(now)}, ${alongLine(found)} ${aim} in ${due}; ${more}.`;
}

/** True where none of something counted one by one is to be left. */
function isAimOfNone({ part, measure }: Pick<PartFindings, 'part' | 'measure'>): boolean {
  return (
    part.operator === 'at-most' && Number(part.aim?.value) === 0 && isCounted(measure?.unit ?? 'percent')
  );
}

/** "2 schools in 2013/14, more than on a straight line to none in 2016/17." */
function noneSentence(
  { metWhenSet, worked, progress, part, planned }: PartFindings,
  now: Draft,
  due: string,
): Draft {
  const none = planned.aim === null ? ['none'] : [mention(planned.aim, 'none')];
  if (progress === null || progress.yearsLeft <= 0)
    return say`${capitalised(now)}, when there were to be ${none}.`;
  if (metWhenSet || part.baseline === undefined || worked?.ahead === undefined || worked.ahead === null)
    return say`${capitalised(now)}, where there are to be ${none} by ${due}.`;
  const line = part.milestones.length === 0 ? 'a straight line' : 'the line by its milestones';
  const side = progress.ahead.eq(0) ? 'as many as' : progress.ahead.gt(0) ? 'fewer than' : 'more than';
  return say`${capitalised(now)}, ${mention(worked.ahead, side)} on ${line} to ${none} in ${due}.`;
}

/** "It fell 2 percentage points short"; where less was asked for, "it was 4 percentage points too wide". */
function missedBy({ part, measure }: PartFindings, size: Mention): Draft {
  if (isUpwards(part.operator)) return say`it fell ${size} short`;
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
  const isMet = progress?.outcome === 'achieved';
  const would = progress === null ? 'open' : statusName(isMet ? 'on-track' : progress.outcome);
  const verdict = progress?.toGo.lt(0) === true ? 'past its aim' : would;
  return say`${capitalised(nowDraft(found))} is projected, ${alongLine(found)} ${aimDraft(found)} in ${due}, which would be ${verdict}`;
}

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

function untoldSentence(found: PartFindings, because: Refusal, edition: Period): Draft {
  const { measure, part, across, now, figure, planned } = found;
  const year = periodLabel(edition);
  const cannot = (words: string) => mention(figure, words);
  if (because === 'no-measure') return say`${cannot('Nothing measures this.')} ${part.reason ?? ''}`;
  const of = measure?.indicator?.subject ?? measure?.label.toLowerCase() ?? '';
  if (because === 'break' && now !== null) {
    const from =
      part.baseline === undefined || planned.baseline === null
        ? ''
        : say` the ${mention(planned.baseline)} of ${periodLabel(part.baseline.period)}`;
    const is = found.isProjected
      ? say`${capitalised(nowDraft(found))} was projected for ${year}; a projection is not an outcome, and ${cannot('it cannot be compared with')}${from}.`
      : say`${capitalised(nowDraft(found))} in ${year}, which ${cannot('cannot be compared with')}${from}.`;
    return say`${is} ${across?.note ?? ''}`;
  }
  if (part.worst !== undefined) return worstUntold(found, part.worst, because, year);
  switch (because) {
    case 'discontinued': {
      const end = measure?.indicator?.end;
      return say`${cannot('The measure has ended')}: the last year of ${of} is ${end === undefined ? 'past' : periodLabel(end)}.`;
    }
    case 'approximate':
      if (part.baseline?.about !== undefined && now !== null)
        return say`${capitalised(nowDraft(found))} in ${year}; the starting point is ${cannot('only known roughly')}, so no line to the aim can be drawn.`;
      return say`The figure for ${year} is ${cannot('only known roughly')}, so this cannot be judged.`;
    case 'precision':
      return say`${capitalised(nowDraft(found))} in ${year}: ${cannot('the figures were rounded too far')} to say where it is against the line.`;
    case 'no-comparator':
    case 'too-few-areas':
      return say`${cannot('There is no figure')} of ${measure?.beside?.phrase ?? 'the comparator'} for ${year}, so this cannot be judged.`;
    case 'not-available':
      return say`${cannot('There is no figure')} of ${of} for ${year}.`;
    case 'suppressed':
      return say`No figure is given for ${year}: it is ${cannot(absences.c)}.`;
    default:
      return say`This cannot be judged for ${year}: ${cannot(refusals[because].toLowerCase())}.`;
  }
}

/** Each of the localities has to be known: one that is not could be the worst. */
function worstUntold(
  { figure, localities }: PartFindings,
  kind: LocalityKind,
  because: Refusal,
  year: string,
): Draft {
  const cannot = (words: string) => mention(figure, words);
  const [one, several] = localityWords[kind];
  if (localities === null)
    return say`${cannot(`There are no figures by ${one}`)} for ${year}, so this cannot be judged.`;
  const { listed, held, suppressed } = localities.counts;
  if (because === 'suppressed')
    return say`The ${plural(suppressed, 'figure', 'figures')} of ${many(suppressed)} of the ${many(listed)} ${several} for ${year} ${plural(suppressed, 'is', 'are')} ${cannot(absences.c)}, and could be the worst, so this cannot be judged.`;
  if (because === 'not-available')
    return say`There are figures for ${many(held)} of the ${many(listed)} ${several} for ${year}, so ${cannot('this cannot be judged')} of every ${one}.`;
  return say`The figures by ${one} for ${year} are ${cannot('only known roughly')}, so this cannot be judged.`;
}

const operatorWords: Readonly<Record<Operator, string>> = {
  'at-least': 'at least',
  above: 'more than',
  'at-most': 'at most',
  below: 'less than',
};

/** What a part aims for: "at least 70%", "above England", "no school". */
export function aimDraft({ part, planned, measure }: PartFindings): Draft {
  const { aim } = planned;
  if (aim === null || part.operator === undefined) return [];
  const words = operatorWords[part.operator];
  if (measure === null) return say`${words} ${mention(aim)}`;
  if (measure.beside !== null) return besideDraft(part.operator, aim, measure);
  const text = isAimOfNone({ part, measure })
    ? mention(aim, `no ${measure.unit}`)
    : isAll(part, measure)
      ? mention(aim)
      : say`${words} ${mention(aim)}`;
  const place = part.worst === undefined ? [] : say` in every ${part.worst}`;
  return say`${text}${place}`;
}

/** True of an aim of all there are, than which no more can be had: "100%", not "at least 100%". */
function isAll({ operator, aim }: PartFindings['part'], { unit, beside }: TargetMeasure): boolean {
  return operator === 'at-least' && Number(aim?.value) === 100 && unit === 'percent' && beside === null;
}

/** A place beside others: "above England", "at least 2 percentage points above England". */
function besideDraft(operator: Operator, aim: Figure, measure: TargetMeasure): Draft {
  const { beside, unit } = measure;
  const { amount } = aim;
  const kind = kindBeside(measure);
  const who = kind === 'gap' ? possessive(beside?.phrase ?? '') : (beside?.phrase ?? '');
  if (kind === 'growth' || (amount.kind === 'known' && amount.number.eq(0)))
    return say`${mention(aim, levelWith[kind][operator])} ${who}`;
  const isMore = amount.kind === 'refused' || amount.number.gt(0);
  return say`${operatorWords[operator]} ${mention(aim, sizeText(amount, unit))} ${away(measure, isMore)} ${who}`;
}

/** What is beside others: a level; a gap, which is wide or narrow and not high or low (X24); or growth. */
function kindBeside({ index, indicator }: TargetMeasure): 'level' | 'gap' | 'growth' {
  return index !== null ? 'growth' : indicator?.nature === 'gap' ? 'gap' : 'level';
}

/** Aims to be level with others, or past them: "no larger than England’s", "growth no slower than the rate of inflation". */
const levelWith: Readonly<Record<ReturnType<typeof kindBeside>, Readonly<Record<Operator, string>>>> = {
  level: { 'at-least': 'no lower than', above: 'above', 'at-most': 'no higher than', below: 'below' },
  gap: {
    'at-least': 'no smaller than',
    above: 'larger than',
    'at-most': 'no larger than',
    below: 'smaller than',
  },
  growth: {
    'at-least': 'growth no slower than',
    above: 'growth faster than',
    'at-most': 'growth no faster than',
    below: 'growth slower than',
  },
};

/** The figure that is held against the aim: "62.0%", "2 percentage points above England", "12% in the worst ward, Elm". */
export function nowDraft({ now, measure, part, places }: PartFindings): Draft {
  if (now === null) return [];
  if (measure === null) return [mention(now)];
  const level = besideLevel(now, measure);
  if (part.worst === undefined || places.length === 0) return level;
  const [one, several] = localityWords[part.worst];
  const names = namesInWords(places.map(({ name }) => name));
  return say`${level} in the worst ${places.length === 1 ? one : several}, ${names}`;
}

/** A level of a part: a plain figure, or one beside others. */
export function besideLevel(figure: Figure, measure: TargetMeasure): Draft {
  const { beside, unit, indicator } = measure;
  const { amount } = figure;
  if (amount.kind === 'refused') return [mention(figure)];
  if (beside === null || figure.kind !== 'target')
    return [
      mention(
        figure,
        `${figure.kind === 'target' && amount.about ? 'about ' : ''}${levelText(amount, unit)}`,
      ),
    ];
  const who = indicator?.nature === 'gap' ? possessive(beside.phrase) : beside.phrase;
  const growth = measure.index === null ? '' : 'growth ';
  if (amount.number.eq(0)) return say`${growth}${mention(figure, 'level with')} ${who}`;
  return say`${growth}${mention(figure, sizeText(amount, unit))} ${away(measure, amount.number.gt(0))} ${who}`;
}

const waysAway = {
  level: ['above', 'below'],
  gap: ['wider than', 'narrower than'],
  growth: ['faster than', 'slower than'],
} as const;

/** Which way a figure lies from what it is beside: above or below, wider or narrower, faster or slower. */
function away(measure: TargetMeasure, isMore: boolean): string {
  const [more, less] = waysAway[kindBeside(measure)];
  return isMore ? more : less;
}

/** "Of 13 targets, none is on track, …": those that can be told first, then why the others cannot. */
export function countSentences({ counts, all, parts }: EditionTargets): readonly Draft[] {
  const { told, untold, isNoneGood } = clausesApart(counts);
  const none = isNoneGood ? say`; none is on track or achieved${asWhole(parts)}` : [];
  const byPart =
    parts === null
      ? []
      : [
          say`Of their ${many(parts.all)} parts, each by itself, ${listed(clausesOf(parts.counts, statusClauses))}.`,
        ];
  const isApart = told.length > 0 && untold.length > 0;
  return [
    say`Of ${targetsOf(all)}, ${listed(isApart ? told : [...told, ...untold])}${none}.`,
    ...(isApart ? [say`${capitalised(listed(untold))}.`] : []),
    ...byPart,
  ];
}

/** How many stand where by the figures, how many cannot be told and why; and whether none of those told is on track or better. */
export function clausesApart(counts: readonly TallyOf<TargetStatus>[]) {
  const given = someOf(counts);
  const told = given.filter(({ of }) => !isUntold(of));
  return {
    told: clausesOf(told, statusClauses),
    untold: clausesOf(
      given.filter(({ of }) => isUntold(of)),
      statusClauses,
    ),
    isNoneGood: told.length > 0 && !told.some(({ of }) => isGood(of)),
  };
}

/** Of targets of several parts a status is that of the whole. */
function asWhole(parts: EditionTargets['parts']): string {
  return parts === null ? '' : ' as a whole';
}

export function isUnmeasured({ parts }: TargetFindings): boolean {
  return parts.every(({ measure }) => measure === null);
}

/** "Of 13 targets, none is on track or achieved, three are off track …"; and how many parts are on track. */
export function tallySentence({ counts, all, parts, plans }: EditionTargets): Draft {
  const good = someOf(counts).some(({ of }) => isGood(of));
  const clauses = [
    ...(good ? [] : [say`none is on track or achieved${asWhole(parts)}`]),
    ...clausesOf(counts, statusClauses),
  ];
  const isHidden = plans
    .flatMap(plan => plan.targets)
    .some(target => !isGood(target.status) && target.parts.some(part => isGood(part.status)));
  const within =
    parts === null || !isHidden
      ? []
      : clausesOf(
          parts.counts.filter(({ of }) => isGood(of)),
          statusClauses,
        );
  const byPart =
    parts === null || within.length === 0 ? [] : say`; of their ${many(parts.all)} parts, ${listed(within)}`;
  return say`Of ${targetsOf(all)}, ${listed(clauses)}${byPart}.`;
}

/** "13 targets", "1 target". */
function targetsOf(all: Tally): Draft {
  return say`${mention(all.figure)} ${plural(all, 'target', 'targets')}`;
}

const statusClauses: Readonly<Record<TargetStatus, readonly [one: string, several: string]>> = {
  achieved: ['is achieved', 'are achieved'],
  'already-achieved': ['was already achieved when it was set', 'were already achieved when they were set'],
  'on-track': ['is on track', 'are on track'],
  'slightly-behind': ['is slightly behind', 'are slightly behind'],
  'off-track': ['is off track', 'are off track'],
  projected: ['has a projection only', 'have a projection only'],
  'not-comparable': ['has no figure that can be compared', 'have no figure that can be compared'],
  'no-figure': ['has no figure', 'have no figure'],
  'no-number': ['has no measurable target', 'have no measurable target'],
};

export function officerWord(judgement: OfficerJudgement = 'not-stated'): string {
  return judgement === 'not-stated' ? 'Not stated' : statusWords[judgement];
}

/** How the officers' judgement stands to what was worked out, in a sentence; null where they agree or none is stated. */
export function disagreement({ agreement, review, status }: TargetFindings): string | null {
  if (review === null) return null;
  const said = officerWord(review.judgement).toLowerCase();
  switch (agreement) {
    case 'differs':
      return `Officers judged this ${said}; the figures say ${statusName(status)}.`;
    case 'cannot-be-checked':
      return `Officers judged this ${said}; no figure can bear that out.`;
    case 'agrees':
    case 'not-stated':
      return null;
  }
}
