import type { Change } from '../judgements/change.ts';
import type { Findings } from '../judgements/findings.ts';
import type { Gap, GapFindings } from '../judgements/gap.ts';
import type { Area } from '../model/area.ts';
import type { Topic } from '../model/breakdown.ts';
import { type Period, periodLabel } from '../model/time.ts';
import { absences } from '../model/value.ts';
import { changeAndPlace } from './phrases.ts';
import { placeWords } from './rank-phrases.ts';
import {
  capitalised,
  type Draft,
  fitting,
  joined,
  lengthOf,
  levelAlone,
  listed,
  mention,
  mostInSentence,
  possessive,
  say,
  size,
  statusRemark,
} from './sentence.ts';
import { movedWords } from './trend-phrases.ts';

/** What has more words than this is told in two sentences. */
const mostWords = 30;

/** Both levels and the gap, which never stands alone (P10, P38). */
export function gapSentence(found: GapFindings, edition: Period): Draft {
  const { indicator, topic, pair, now } = found;
  const held = now.period === edition ? '' : ', the latest year with both figures';
  const own = say`In ${periodLabel(now.period)}${held}, ${indicator.subject} was ${mention(now.group.figure)} for ${groupPhrase(topic, pair.group)}`;
  const [who, theirs] = [againstPhrase(topic, pair), mention(now.against.figure)];
  const both = say`${own} and ${theirs} for ${who}${statusOf(now)}`;
  const start =
    lengthOf(both) > mostInSentence ? say`${own}. For ${who} it was ${theirs}${statusOf(now)}` : both;
  const { amount } = now.figure;
  if (amount.kind === 'refused') return say`${start}: ${mention(now.figure, 'no gap is given')}.`;
  const gap = size(now.figure, indicator.unit);
  if (amount.sign === 0) return say`${start}: ${mention(now.figure, 'no gap')}.`;
  const wide = say`a gap of ${gap}${favour(found, now)}.`;
  const whole = say`${start}, ${wide}`;
  return lengthOf(whole) > mostWords ? say`${start}. That is ${wide}` : whole;
}

/** How the gap moved and which side moved it (P12, R05). */
export function gapMovement(found: GapFindings): readonly Draft[] {
  const caution = found.movement?.byChance === true ? [say`A change of this size can occur by chance.`] : [];
  return [...movedSentences(found), ...caution];
}

function movedSentences(found: GapFindings): readonly Draft[] {
  const { before, movement } = found;
  return before === null || movement === null
    ? []
    : [movementSentence(found, before, movement), ...sidesMoved(found)];
}

function movementSentence(
  found: GapFindings,
  before: Gap,
  { figure, outcome }: NonNullable<GapFindings['movement']>,
): Draft {
  const { unit } = found.indicator;
  const was = size(before.figure, unit);
  const from = say`${was} in ${periodLabel(before.period)}`;
  switch (outcome) {
    case 'narrowed':
    case 'widened':
      return say`The gap ${outcome} by ${size(figure, unit)} from ${from}.`;
    case 'unchanged':
      return say`The gap was ${mention(figure, 'unchanged')} from ${from}.`;
    case 'about-the-same':
      return say`The gap was ${mention(figure, 'about the same')} as in ${periodLabel(before.period)} (${was}).`;
    case 'turned':
      return say`The gap was ${from}${favour(found, before)}, so it has turned round.`;
    case 'uncertain':
      return say`The gap was ${from}; the figures are rounded, so it ${mention(figure, 'may not have changed')}.`;
  }
}

/** The same gap elsewhere, both levels shown (P11), or that none is held for the nation (R16). */
export function gapElsewhere(found: GapFindings, nation: Area): Draft {
  const { indicator, now, elsewhere } = found;
  const given = elsewhere.filter(({ figure }) => figure.amount.kind === 'known');
  if (given.length === 0 && elsewhere.some(({ area }) => area.code === nation.code)) {
    return say`The same gap for ${periodLabel(now.period)} cannot be given for ${nation.phrase ?? nation.name}.`;
  }
  if (given.length === 0) {
    return say`No figures of both groups for ${periodLabel(now.period)} are available for ${nation.phrase ?? nation.name}.`;
  }
  const gaps = given.map(gap => ({
    where: gap.area.phrase ?? gap.area.name,
    by: size(gap.figure, indicator.unit),
    levels: say`(${mention(gap.group.figure)} and ${mention(gap.against.figure)}${favour(found, gap)})`,
  }));
  const together = say`The same gap was ${listed(gaps.map(({ where, by, levels }) => say`${by} in ${where} ${levels}`))}`;
  const apart = gaps.map(({ where, by, levels }, index) =>
    index === 0 ? say`The same gap was ${by} in ${where} ${levels}` : say`In ${where} it was ${by} ${levels}`,
  );
  const whole = lengthOf(together) > mostInSentence ? joined(apart, '. ') : together;
  const wider = widerWords(found, nation);
  if (wider.length === 0) return say`${whole}.`;
  const one = say`${whole}, so ${wider}.`;
  return lengthOf(one) > mostInSentence ? say`${whole}. ${capitalised(wider)}.` : one;
}

/** The nation's own gap in few words: "England’s was 15.0 points."; nothing where it is not held. */
export function nationsGap(found: GapFindings, nation: Area): readonly Draft[] {
  const theirs = found.elsewhere.find(({ area }) => area.code === nation.code);
  if (theirs === undefined || theirs.figure.amount.kind === 'refused') return [];
  const whose = possessive(nation.phrase ?? nation.name);
  return [say`${whose} was ${size(theirs.figure, found.indicator.unit)}${favour(found, theirs)}.`];
}

/** "the council's is about 4 points wider than England's" (G37); nothing where the groups are the other way round. */
function widerWords({ wider, widerByChance, indicator, now, elsewhere }: GapFindings, nation: Area): Draft {
  const theirs = elsewhere.find(({ area }) => area.code === nation.code);
  if (theirs === undefined || wider?.amount.kind !== 'known') return [];
  if (signOf(now) !== signOf(theirs) || wider.amount.sign === null || wider.amount.sign === 0) return [];
  const way = wider.amount.sign * (signOf(now) ?? 1) === 1 ? 'wider' : 'narrower';
  return say`${possessive(now.area.name)} is ${size(wider, indicator.unit)} ${way} than ${possessive(nation.phrase ?? nation.name)}${widerByChance === true ? ' (may be chance)' : ''}`;
}

function signOf({ figure: { amount } }: Gap): -1 | 0 | 1 | null {
  return amount.kind === 'known' ? amount.sign : null;
}

/** A chart's title: the gap and which group is behind. */
export function gapTitle({ indicator, topic, pair, now }: GapFindings): Draft {
  const { amount } = now.figure;
  const named = (rest: Draft) => say`${indicator.short}: ${rest}`;
  if (amount.kind === 'refused' || amount.sign === 0 || amount.sign === null)
    return fitting(named(say`${labelOf(topic, pair.group)} and ${labelOf(topic, pair.against)}`), [
      indicator.short,
    ]);
  const gap = size(now.figure, indicator.unit);
  const behind = amount.sign === -1 ? pair.against : pair.group;
  const whole = named(say`${labelOf(topic, behind)} ${gap} behind`);
  // That the group is behind which usually is goes without saying.
  return amount.sign === 1 ? fitting(whole, named(say`${gap} apart`)) : whole;
}

/** One group in a line, with its place where authorities are ranked: "Primary schools, 2013/14: 96.5%, up 0.8 percentage points on 2012/13." */
export function groupSentence(findings: Findings, topic: Topic): Draft {
  const { breakdown, latest, level, rank } = findings;
  const name = say`${labelOf(topic, breakdown.group)}, ${periodLabel(latest.period)}`;
  if (level.value.kind === 'absent')
    return say`${name}: ${mention(level.figure, absences[level.value.because])}.`;
  const place = rank?.outcome === 'ranked' ? say`; ${placeWords(rank)}` : [];
  const rest = changeAndPlace(findings);
  return say`${name}: ${levelAlone(level.figure, findings.indicator)}${statusRemark(latest.status)}${rest}${place}.`;
}

export function labelOf(topic: Topic, group: string): string {
  return topic.groups.find(({ id }) => id === group)?.label ?? group;
}

export function groupPhrase(topic: Topic, group: string): string {
  return topic.groups.find(({ id }) => id === group)?.phrase ?? group;
}

/** Two groups in a sentence, the second in no more words than it needs: "pupils on SEN support and those with no special educational need". */
export function pairPhrase(topic: Topic, pair: GapFindings['pair']): string {
  return `${groupPhrase(topic, pair.group)} and ${againstPhrase(topic, pair)}`;
}

/** The words for the second group where the first was named: "those not eligible" after "pupils eligible for free school meals". */
function againstPhrase(topic: Topic, { group, against }: GapFindings['pair']): string {
  const [first, other] = [groupPhrase(topic, group), groupPhrase(topic, against)];
  const [who = '', ...rest] = other.split(' ');
  if (rest.length === 0 || !first.startsWith(`${who} `)) return other;
  const [own, others] = [first.slice(who.length + 1), rest.join(' ')];
  return `those ${others === `not ${own}` ? `not ${own.split(' ')[0]}` : others}`;
}

/** Says so when a gap is the other way round: the group usually behind is ahead. */
function favour({ topic, pair }: GapFindings, { figure: { amount } }: Gap): string {
  const turned = amount.kind === 'known' && amount.sign === -1;
  return turned ? `, in favour of ${groupPhrase(topic, pair.group)}` : '';
}

/** What became of the figures of both groups, where that can be said of each. */
function sidesMoved({ topic, pair, changes, indicator }: GapFindings): readonly Draft[] {
  const sideMoved = ({ outcome, figure }: Change, who: string) => {
    const moved = movedWords(outcome, figure, indicator);
    return moved === null ? [] : [say`the figure for ${who} ${moved}`];
  };
  const sides = [
    ...sideMoved(changes.group, groupPhrase(topic, pair.group)),
    ...sideMoved(changes.against, againstPhrase(topic, pair)),
  ];
  return sides.length === 2 ? [say`${capitalised(listed(sides))}.`] : [];
}

function statusOf(gap: Gap): string {
  return gap.figure.status === null ? '' : statusRemark(gap.figure.status);
}
