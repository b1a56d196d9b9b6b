import { numberText } from '../../model/format.ts';
import type { Unit } from '../../model/indicator.ts';
import { periodLabel, yearsAfter } from '../../model/time.ts';
import { capitalised, countWords, type Draft, level, mention, say } from '../../narrative/sentence.ts';
import type { LevelProjected, MoreProjected, ProjectionFindings } from './projection-findings.ts';

/** What is said of a projection, its assumption and, where it is known, its outcome always with it (P22, P23). */
export function projectionSentences(found: ProjectionFindings): readonly Draft[] {
  const { level, more, projection } = found;
  const made = say`This was made ${projection.made}, from ${projection.basis}.`;
  const taken = projection.assumes === undefined ? [] : [[projection.assumes]];
  if (level !== null)
    return [
      levelSentence(found, level),
      made,
      ...groupSentences(found, level),
      ...taken,
      outcomeSentence(found, level),
    ];
  if (more === null) return [];
  return [...moreSentences(found, more), made, ...taken, say`This is a projection, and not an outcome.`];
}

/** "The disadvantage gap at key stage 4 was projected at between 25 and 28 percentage points for 2013/14, …". */
function levelSentence(
  { period }: ProjectionFindings,
  { indicator, low, high, start }: LevelProjected,
): Draft {
  const amount =
    high === null
      ? say`${mention(low)}`
      : say`between ${mention(low, bareText(low, indicator.unit))} and ${mention(high)}`;
  const from =
    start === null || start.amount.kind === 'refused'
      ? []
      : say`, from ${level(start, indicator.unit)} in ${periodLabel(yearsAfter(period, -1))}`;
  return say`${capitalised([indicator.subject])} was projected at ${amount} for ${periodLabel(period)}${from}.`;
}

/** The number without its unit, where the unit follows the upper end; of money it goes before each. */
function bareText({ amount, text }: LevelProjected['low'], unit: Unit): string {
  return amount.kind === 'refused' || unit === 'pounds' ? text : numberText(amount.number, amount.decimals);
}

/** What the gap and one group's level say of the others, which the projection itself does not (G12). */
function groupSentences(
  { projection }: ProjectionFindings,
  { group, high }: LevelProjected,
): readonly Draft[] {
  if (group === null) return [];
  const { now, projected, othersNow, othersAtLow, othersAtHigh } = group;
  const who = projection.group?.label ?? 'the group behind';
  const atHigh =
    high === null || othersAtHigh === null ? [] : say`, or at ${mention(othersAtHigh)} with the wider gap`;
  const still = group.isStill
    ? [say`So ${high === null ? '' : 'at the lower end '}it assumes that the others do no better.`]
    : [];
  return [
    say`${capitalised([who])} were projected to reach ${mention(projected)}, from ${mention(now)}.`,
    say`Together with the gap, that puts all others at ${mention(othersAtLow)}${atHigh}; they had been at ${mention(othersNow)}.`,
    ...still,
  ];
}

function outcomeSentence(
  { period }: ProjectionFindings,
  { outcome, across, indicator }: LevelProjected,
): Draft {
  const year = periodLabel(period);
  if (outcome === null) return say`A projection is not an outcome, and there is no outcome for ${year}.`;
  return say`The outcome for ${year} was ${level(outcome, indicator.unit)}.${across === null ? '' : ` ${across.note}`}`;
}

/** "At least nine more schools were expected to be good or outstanding if they were inspected, besides the 131 of 149 that were." */
function moreSentences({ projection }: ProjectionFindings, found: MoreProjected): readonly Draft[] {
  const { more, made, of, now, share, label, unit } = found;
  const condition = projection.condition === undefined ? '' : ` ${projection.condition}`;
  const count = say`${projection.least === true ? 'at least ' : ''}${mention(more, countWords(Number(more.text)))} more`;
  const one = more.text === '1';
  return [
    say`${capitalised(count)} ${one ? unit.replace(/s$/, '') : unit} ${one ? 'was' : 'were'} expected to be ${label.toLowerCase()}${condition}, besides the ${mention(now)} of ${mention(of)} that were.`,
    say`That would make ${projection.least === true ? 'at least ' : ''}${mention(made)} of them, or ${mention(share)}.`,
  ];
}
