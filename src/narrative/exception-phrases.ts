import type { Findings } from '../judgements/findings.ts';
import { shortComparison } from './comparison-phrases.ts';
import { changeSentence, summarySentence } from './phrases.ts';
import { type Draft, joined, listed, say } from './sentence.ts';

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

/** Why a headline stands out: all that can be said of it, the break that stops a comparison, and whom it is behind. */
export function exceptionSentence(findings: Findings, period: string): Draft {
  const { change, comparisons, indicator, level, latest } = findings;
  const summary = summarySentence(findings, period);
  if (level.value.kind === 'absent') return summary;
  const broken = latest.period === period && change.across !== null ? changeSentence(findings) : null;
  const behind = comparisons.held.filter(
    ({ beside, verdict }) => verdict === 'worse' && beside.comparator !== 'nation',
  );
  const whom = listed(behind.map(comparison => shortComparison(comparison, indicator)));
  const sentences = [summary, broken, behind.length === 0 ? null : say`It was ${whom}.`];
  return joined(
    sentences.filter(sentence => sentence !== null),
    ' ',
  );
}
