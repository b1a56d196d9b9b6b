import type { Findings } from '../judgements/findings.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Draft, mention, possessive, say } from './sentence.ts';

/** How much one of a small group is worth (R08), and that a change may be chance (R07). */
export function cautionSentences({ cohort, change, indicator }: Findings): readonly Draft[] {
  if (cohort === null) return [];
  const who = members(indicator);
  const moved = change.outcome === 'rose' || change.outcome === 'fell';
  const group = say`${mention(cohort.base)} ${who}`;
  return [
    ...(cohort.one === null ? [] : [say`There are ${group} in the group, so one is ${mention(cohort.one)}.`]),
    ...(moved && change.byChance === true
      ? [say`A change of this size can occur by chance in a group of ${group}.`]
      : []),
  ];
}

/** About how many pupils a change stands for (P21), where it is more than chance. */
export function equivalentSentence({ cohort, change, indicator }: Findings): Draft | null {
  if (cohort === null || cohort.change === null || change.byChance !== false) return null;
  if (change.outcome !== 'rose' && change.outcome !== 'fell') return null;
  const more = change.outcome === 'rose' ? 'more' : 'fewer';
  const all = say`${mention(cohort.base)} ${members(indicator)}`;
  return say`Of ${all}, that is ${mention(cohort.change)} ${more} than at the earlier rate.`;
}

/** About how many pupils the distance below the nation stands for (P21). */
export function shortfallSentence({ shortfall, comparisons, indicator }: Findings): Draft | null {
  const nation = comparisons.held.find(({ beside }) => beside.comparator === 'nation');
  if (shortfall === null || nation === undefined || nation.verdict !== 'worse') return null;
  const more = indicator.polarity === 'low' ? 'fewer' : 'more';
  return say`At ${possessive(nation.beside.phrase)} rate there would have been ${mention(shortfall)} ${more} ${members(indicator)}.`;
}

function members({ members, counted }: Indicator): string {
  return members ?? counted;
}
