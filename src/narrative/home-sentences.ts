import { isWidening } from '../judgements/concerns.ts';
import type { Findings } from '../judgements/findings.ts';
import { comparedWithLastYear } from '../judgements/overview.ts';
import { councilBeside } from '../judgements/setting.ts';
import type { EditionFindings } from '../judgements/theme-findings.ts';
import { promisesOf } from '../model/edition.ts';
import { periodLabel, timeLabel } from '../model/time.ts';
import { dueSentence, tileComparison } from './comparison-phrases.ts';
import { gapWidened } from './gap-phrases.ts';
import { exceptionSentence, isException } from './key-messages.ts';
import { overviewTitle } from './overview-phrases.ts';
import { movementSentence, tileChange } from './phrases.ts';
import { rollUpSentences } from './roll-up-phrases.ts';
import {
  type Draft,
  joined,
  listed,
  mention,
  say,
  size,
  uncapitalised,
  type Written,
  written,
} from './sentence.ts';

/** The sentences of the executive summary. */
export type HomeSentences = {
  readonly standing: readonly Written[];
  readonly rose: readonly Written[];
  readonly fell: readonly Written[];
  readonly exceptions: readonly Written[];
  /** The gaps of any chapter that widened this year. */
  readonly gaps: readonly Written[];
  /** The headline percentages that may be set beside the year before, and what became of them; null for too few. */
  readonly moves: { readonly title: Written; readonly of: readonly Findings[] } | null;
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
  const moved = (outcome: 'rose' | 'fell') =>
    headlines.filter(
      ({ change, latest }) => change.outcome === outcome && latest.period === setting.edition.period,
    );
  const exceptional = headlines.filter(findings => isException(findings, setting.edition.period));
  return {
    tiles: headlines.map(findings => tile(findings)),
    standing: numbered('home.standing', [
      ...standing.map(rolled =>
        joined(rollUpSentences(councilBeside(setting).phrase, rolled, 'headline'), ' '),
      ),
      ...notCompared(found),
      ...extremes(headlines, setting.edition.period),
    ]),
    rose: numbered('home.rose', moved('rose').map(movementSentence)),
    fell: numbered('home.fell', moved('fell').map(movementSentence)),
    exceptions: numbered('home.exceptions', [
      ...chaptersDue(found),
      ...exceptional.map(findings => exceptionSentence(findings, setting.edition.period)),
      ...missing.map(indicator => {
        const due = promisesOf(setting.edition, indicator).find(({ area }) => area === undefined);
        return say`No figure is held for ${indicator.subject}.${due === undefined ? [] : say` ${dueSentence(due, null)}`}`;
      }),
    ]),
    gaps: numbered('home.gaps', widened(found).map(gapWidened)),
    moves: moves(found),
  };
}

/** "Key stage 4: provisional results are due on 23 October 2014." */
function chaptersDue({ setting, themes }: EditionFindings): readonly Draft[] {
  return setting.edition.pending.flatMap(each => {
    const found = themes.find(({ theme }) => theme.id === each.theme);
    return found === undefined ? [] : [say`${found.theme.label}: ${uncapitalised(dueSentence(each, null))}`];
  });
}

/**
 * What rose most and what fell most, among the headlines in per cent, which alone can be weighed against one another;
 * all that did, where more than one may have.
 */
function extremes(headlines: readonly Findings[], period: string): readonly Draft[] {
  const percentages = headlines.filter(
    each => each.latest.period === period && each.indicator.unit === 'percent',
  );
  const clauses = (['rose', 'fell'] as const).flatMap(outcome => {
    const found = furthest(percentages.filter(({ change }) => change.outcome === outcome));
    if (found.length === 0) return [];
    const moves = found.map(
      ({ indicator, change, level }) =>
        say`by ${size(change.figure, indicator.unit)} to ${mention(level.figure)}`,
    );
    const names = found.map(({ indicator }) => [indicator.short]);
    return [say`${listed(names)} ${outcome} most, ${listed(moves)}`];
  });
  return clauses.length === 0 ? [] : [say`Of the headline percentages, ${joined(clauses, '; ')}.`];
}

/** Those that may have moved furthest: no other surely moved further. */
function furthest(moved: readonly Findings[]): readonly Findings[] {
  const least = Math.max(...moved.map(findings => endsOf(findings)[0]));
  return moved.filter(findings => endsOf(findings)[1] >= least);
}

/** The least and the greatest size that a change may have. */
function endsOf({ change }: Findings): readonly [number, number] {
  const { amount } = change.figure;
  if (amount.kind === 'refused') return [0, 0];
  const { low, high } = amount.range ?? { low: amount.number, high: amount.number };
  const [a, b] = [Number(low.abs()), Number(high.abs())];
  return [Math.min(a, b), Math.max(a, b)];
}

/** The headlines that the roll-up beside the nation leaves out for want of its figure or of the council's. */
function notCompared({ setting, headlines, missing, standing }: EditionFindings): readonly Draft[] {
  const nation = standing.find(({ beside }) => beside.comparator === 'nation');
  if (nation === undefined) return [];
  const { better, close, worse, beside } = nation;
  const placed = [...better, ...close, ...worse].map(({ findings }) => findings.indicator.id);
  const others = [...headlines.map(({ indicator }) => indicator), ...missing].filter(
    ({ id, polarity }) => polarity !== 'neutral' && !placed.includes(id),
  );
  if (others.length === 0) return [];
  const names = joined(
    others.map(({ id, short }) => {
      const held = headlines.find(({ indicator }) => indicator.id === id);
      const isEarlier = held !== undefined && held.latest.period < setting.edition.period;
      return [isEarlier ? `${short} (latest ${timeLabel(held.indicator, held.latest.period)})` : short];
    }),
    '; ',
  );
  return [
    say`Not set beside ${beside.phrase} for ${periodLabel(setting.edition.period)}, as no figures are held: ${names}.`,
  ];
}

function widened({ themes, setting }: EditionFindings) {
  return themes
    .flatMap(({ topics }) => topics.flatMap(({ gaps }) => gaps))
    .filter(gap => gap.now.period === setting.edition.period && isWidening(gap));
}

function moves({ setting, headlines }: EditionFindings): HomeSentences['moves'] {
  const of = comparedWithLastYear(headlines, setting.edition.period);
  return of.length === 0 ? null : { title: written('home.moves.title', overviewTitle(of, 'headlines')), of };
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
