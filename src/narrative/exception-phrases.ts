import type { Findings } from '../judgements/findings.ts';
import { shortComparison } from './comparison-phrases.ts';
import { changeSentence, levelSentence, summarySentence } from './phrases.ts';
import { type Draft, listed, say } from './sentence.ts';

/** True of a finding that a summary may not pass over: worse than before, worse than a comparator, not comparable, or missing. */
export function isException({ change, latest, level, comparisons }: Findings, period: string): boolean {
  return (
    isBehind(comparisons) ||
    change.verdict === 'worse' ||
    latest.period !== period ||
    level.value.kind === 'absent' ||
    (change.outcome === 'refused' && change.across !== null)
  );
}

/** True when the figure is worse than any comparator by more than what counts as the same. */
export function isBehind({ held }: Findings['comparisons']): boolean {
  return held.some(({ verdict, degree }) => verdict === 'worse' && degree !== 'similar');
}

/** Why a headline stands out: the break that stops the comparison, or the whole of what can be said of it. */
export function exceptionSentence(findings: Findings, period: string): Draft {
  const { change, indicator, level, latest } = findings;
  if (latest.period === period && change.across !== null && level.value.kind === 'known') {
    return say`${levelSentence(findings, period)} ${changeSentence(findings) ?? []}`;
  }
  const summary = summarySentence(findings, period);
  const behind = findings.comparisons.held.filter(
    ({ beside, verdict }) => verdict === 'worse' && beside.comparator !== 'nation',
  );
  if (behind.length === 0 || level.value.kind === 'absent') return summary;
  return say`${summary} It was ${listed(behind.map(comparison => shortComparison(comparison, indicator)))}.`;
}
