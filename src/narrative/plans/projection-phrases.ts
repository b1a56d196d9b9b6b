import type {
  LevelProjected,
  MoreProjected,
  ProjectionFindings,
} from '../../judgements/plans/projections.ts';
import { dateLabel } from '../../model/date.ts';
import { levelText } from '../../model/format.ts';
import { periodLabel, yearsAfter } from '../../model/period.ts';
import { capitalised, type Draft, mention, say } from '../sentence.ts';
import { countWords } from '../words.ts';

/** What is said of a projection, its assumption and, where it is known, its outcome always with it (P22, P23). */
export function projectionSentences(found: ProjectionFindings): readonly Draft[] {
  const { level, more, projection } = found;
  const { assumes } = projection;
  const taken = assumes === undefined ? [] : [[assumes]];
  if (level !== null)
    return [levelSentence(found, level), ...groupSentences(level), ...taken, outcomeSentence(found, level)];
  if (more !== null)
    return [moreSentence(found, more), ...taken, say`This is a projection, and not an outcome.`];
  return [];
}

/** "The disadvantage gap at key stage 4 was projected at between 25 and 28 percentage points for 2013/14, …". */
function levelSentence({ projection, period }: ProjectionFindings, level: LevelProjected): Draft {
  const { indicator, low, high, start } = level;
  const amount =
    high === null ? say`${mention(low)}` : say`between ${mention(low, bareText(low))} and ${mention(high)}`;
  const from =
    start === null || start.amount.kind === 'refused'
      ? []
      : say`, from ${mention(start, levelText(start.amount, indicator.unit))} in ${periodLabel(yearsAfter(period, -1))}`;
  const when = dateLabel(projection.made);
  return say`${capitalised([indicator.subject])} was projected at ${amount} for ${periodLabel(period)}${from}. This was made on ${when} from ${projection.basis}.`;
}

/** The number without its unit, where the unit follows the upper end. */
function bareText({ amount, text }: LevelProjected['low']): string {
  return amount.kind === 'known' ? amount.number.toFixed(amount.decimals) : text;
}

/** What the gap and one group's level say of the others, which the projection itself does not (G12). */
function groupSentences({ group, low, high }: LevelProjected): readonly Draft[] {
  if (group === null) return [];
  const { now, projected, othersNow, othersAtLow, othersAtHigh } = group;
  const atHigh =
    high === null || othersAtHigh === null
      ? []
      : say`, and with one of ${mention(high)} at ${mention(othersAtHigh)}`;
  const still = group.isStill ? ': at the lower end no change of theirs is assumed' : '';
  return [
    say`The group behind was projected to come to ${mention(projected)}, from ${mention(now)}. With a gap of ${mention(low)} that puts the others at ${mention(othersAtLow)}${atHigh}, where they had been at ${mention(othersNow)}${still}.`,
  ];
}

function outcomeSentence(
  { period }: ProjectionFindings,
  { outcome, across, indicator }: LevelProjected,
): Draft {
  const year = periodLabel(period);
  if (outcome === null) return say`A projection is not an outcome, and no outcome is held for ${year}.`;
  const was = levelText(outcome.amount, indicator.unit);
  return say`The outcome for ${year} was ${mention(outcome, was)}.${across === null ? '' : ` ${across.note}`}`;
}

/** "If they were inspected, nine more schools were expected to be good or outstanding: 140 of 149, or 94.0%." */
function moreSentence({ projection }: ProjectionFindings, found: MoreProjected): Draft {
  const { more, made, of, now, share, profile } = found;
  const condition = projection.condition === undefined ? '' : `${projection.condition}, `;
  const count = countWords(Number(more.text));
  return say`${capitalised([`${condition}`, mention(more, count), ' more'])} were expected to be ${profile.toLowerCase()}, besides ${mention(now)} of ${mention(of)}. That would make ${mention(made)}, or ${mention(share)}. This was made on ${dateLabel(projection.made)} from ${projection.basis}.`;
}
