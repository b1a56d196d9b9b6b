import type { Findings } from '../judgements/findings.ts';
import { type Draft, say } from './sentence.ts';

/** How the measures of an overview are called where all, none or more of them did something. */
const subjects = {
  headlines: {
    // Others of the headlines are left out for want of an earlier figure.
    every: 'Every headline percentage that can be compared',
    all: 'Every headline percentage that can be compared',
    none: 'No headline percentage',
    more: 'More headline percentages',
    many: 'As many headline percentages',
    one: 'Only one headline percentage',
  },
  chapter: {
    every: 'All of these measures',
    all: 'All of these measures that can be compared',
    none: 'None of these measures',
    more: 'More of these measures',
    many: 'As many of these measures',
    one: 'Only one of these measures',
  },
} as const;

/**
 * What became of several measures on the whole, by the verdict on the latest change of each: the title of an overview,
 * whose panels say of each which year that is.
 */
export function overviewTitle(findings: readonly Findings[], of: keyof typeof subjects): Draft {
  const subject = subjects[of];
  const compared = findings.filter(({ change }) => change.outcome !== 'refused');
  if (compared.length === 0) return say`${subject.none} can be compared with an earlier year`;
  if (compared.length === 1) return say`${subject.one} can be compared with an earlier year`;
  const count = (verdict: 'better' | 'worse') =>
    compared.filter(({ change }) => change.verdict === verdict).length;
  const [better, worse] = [count('better'), count('worse')];
  const all = compared.length === findings.length ? subject.every : subject.all;
  if (better === compared.length) return say`${all} clearly improved`;
  if (worse === compared.length) return say`${all} clearly worsened`;
  if (better === 0 && worse === 0) return say`${subject.none} clearly improved or worsened`;
  if (worse === 0) return say`${subject.none} clearly worsened`;
  if (better === 0) return say`${subject.none} clearly improved`;
  if (better === worse) return say`${subject.many} clearly improved as worsened`;
  return better > worse
    ? say`${subject.more} clearly improved than worsened`
    : say`${subject.more} clearly worsened than improved`;
}
