import type { EditionFindings } from '../judgements/edition-findings.ts';
import type { Findings } from '../judgements/findings.ts';
import { dueSentence, tileComparison } from './comparison-phrases.ts';
import { exceptionSentence, isException } from './exception-phrases.ts';
import { gapWidened } from './gap-phrases.ts';
import { movementSentence, tileChange } from './phrases.ts';
import { rollUpSentences } from './roll-up-phrases.ts';
import { type Draft, joined, mention, say, type Written, written } from './sentence.ts';
import { size } from './words.ts';

/** The sentences of the executive summary. */
export type HomeSentences = {
  readonly standing: readonly Written[];
  readonly rose: readonly Written[];
  readonly fell: readonly Written[];
  readonly exceptions: readonly Written[];
  /** The gaps of any chapter that widened this year. */
  readonly gaps: readonly Written[];
  readonly tiles: readonly {
    readonly findings: Findings;
    readonly change: Written;
    readonly comparison: Written | null;
  }[];
};

/**
 * The executive summary, made from the headlines by one rule: where they stand beside each comparator, with
 * every exception named; what rose most and fell most; all that rose and all that fell; the gaps that widened; and
 * every headline that moved for the worse, is worse
 * than a comparator, may not be compared with the year before or has no figure for the edition's year.
 */
export function homeSentences(found: EditionFindings): HomeSentences {
  const { setting, headlines, missing, standing } = found;
  const moved = (outcome: 'rose' | 'fell') => headlines.filter(({ change }) => change.outcome === outcome);
  const exceptional = headlines.filter(findings => isException(findings, setting.edition.period));
  return {
    standing: numbered('home.standing', [
      ...standing.map(rolled => joined(rollUpSentences(setting.council.name, rolled, 'headline'), ' ')),
      ...extremes(headlines, setting.edition.period),
    ]),
    gaps: numbered('home.gaps', widened(found).map(gapWidened)),
    rose: numbered('home.rose', moved('rose').map(movementSentence)),
    fell: numbered('home.fell', moved('fell').map(movementSentence)),
    exceptions: numbered('home.exceptions', [
      ...exceptional.map(findings => exceptionSentence(findings, setting.edition.period)),
      ...missing.map(({ id, subject }) => {
        const due = setting.edition.pending.find(each => each.indicator === id && each.area === undefined);
        return say`No figure is held for ${subject}.${due === undefined ? [] : say` ${dueSentence(due, null)}`}`;
      }),
    ]),
    tiles: headlines.map(findings => tile(findings)),
  };
}

/** What rose most and what fell most, among the headlines in per cent, which alone can be weighed against one another. */
function extremes(headlines: readonly Findings[], period: string): readonly Draft[] {
  const most = (outcome: 'rose' | 'fell') =>
    headlines
      .filter(each => each.latest.period === period && each.indicator.unit === 'percent')
      .filter(({ change }) => change.outcome === outcome)
      .toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  const clauses = (['rose', 'fell'] as const).flatMap(outcome => {
    const found = most(outcome);
    if (found === undefined) return [];
    const { indicator, change, level } = found;
    const by = size(change.figure, indicator.unit);
    return [say`${indicator.short} ${outcome} most, by ${by} to ${mention(level.figure)}`];
  });
  return clauses.length === 0 ? [] : [say`Of the headline percentages, ${joined(clauses, '; ')}.`];
}

function sizeOf({ change }: Findings): number {
  const { amount } = change.figure;
  return amount.kind === 'known' ? Number(amount.number.abs()) : 0;
}

function widened({ themes, setting }: EditionFindings) {
  return themes
    .flatMap(({ topics }) => topics.flatMap(({ gaps }) => gaps))
    .filter(({ now, movement }) => now.period === setting.edition.period && movement?.outcome === 'widened');
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
