import type { EditionFindings } from '../judgements/edition-findings.ts';
import type { Findings } from '../judgements/findings.ts';
import { shortComparison, tileComparison } from './comparison-phrases.ts';
import { changeSentence, levelSentence, movementSentence, summarySentence, tileChange } from './phrases.ts';
import { rollUpSentences } from './roll-up-phrases.ts';
import { type Draft, listed, say, type Written, written } from './sentence.ts';

/** The sentences of the executive summary. */
export type HomeSentences = {
  readonly standing: readonly Written[];
  readonly rose: readonly Written[];
  readonly fell: readonly Written[];
  readonly exceptions: readonly Written[];
  readonly tiles: readonly {
    readonly findings: Findings;
    readonly change: Written;
    readonly comparison: Written | null;
  }[];
};

/**
 * The executive summary, made from the headlines by one rule: where they stand beside each comparator, with
 * every exception named; all that rose and all that fell; and every headline that moved for the worse, is worse
 * than a comparator, may not be compared with the year before or has no figure for the edition's year.
 */
export function homeSentences({ setting, headlines, missing, standing }: EditionFindings): HomeSentences {
  const moved = (outcome: 'rose' | 'fell') => headlines.filter(({ change }) => change.outcome === outcome);
  const exceptional = headlines.filter(findings => isException(findings, setting.edition.period));
  return {
    standing: numbered(
      'home.standing',
      standing.flatMap(rolled => rollUpSentences(setting.council.name, rolled, 'headline')),
    ),
    rose: numbered('home.rose', moved('rose').map(movementSentence)),
    fell: numbered('home.fell', moved('fell').map(movementSentence)),
    exceptions: numbered('home.exceptions', [
      ...exceptional.map(findings => exceptionSentence(findings, setting.edition.period)),
      ...missing.map(({ subject }) => say`No figure is held for ${subject}.`),
    ]),
    tiles: headlines.map(findings => tile(findings)),
  };
}

function isException({ change, latest, level, comparisons }: Findings, period: string): boolean {
  const behind = comparisons.held.some(({ verdict, degree }) => verdict === 'worse' && degree !== 'similar');
  return (
    behind ||
    change.verdict === 'worse' ||
    latest.period !== period ||
    level.value.kind === 'absent' ||
    (change.outcome === 'refused' && change.across !== null)
  );
}

/** Why a headline stands out: the break that stops the comparison, or the whole of what can be said of it. */
function exceptionSentence(findings: Findings, period: string): Draft {
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

function tile(findings: Findings): HomeSentences['tiles'][number] {
  const id = `home.tile.${findings.indicator.id}`;
  const comparison = tileComparison(findings);
  return {
    findings,
    change: written(`${id}.change`, tileChange(findings)),
    comparison: comparison === null ? null : written(`${id}.comparison`, comparison),
  };
}

function numbered(id: string, drafts: readonly Draft[]): readonly Written[] {
  return drafts.map((draft, index) => written(`${id}.${index + 1}`, draft));
}
