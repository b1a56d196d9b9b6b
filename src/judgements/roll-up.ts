import { total } from '../model/breakdown.ts';
import type { Tally } from '../model/figure.ts';
import { editionId, type Period } from '../model/time.ts';
import { isRecent } from './comparability.ts';
import { type Comparison, compareWith, isClose } from './comparison.ts';
import { countIn, tallied } from './figures.ts';
import type { Findings } from './findings.ts';
import type { Beside, Setting } from './setting.ts';
import { isOfFew, standingWeight, type Weighing } from './weight.ts';

/** A finding and its comparison with the comparator of a roll-up, in the latest year that can be compared. */
export type PlacedMeasure = {
  readonly findings: Findings;
  readonly comparison: Comparison;
  readonly period: Period;
  readonly weight: Weighing;
};

/** How many of a set of indicators are better than, close to and worse than a comparator, and which: the weightiest first. */
export type RollUp = {
  readonly beside: Beside;
  readonly period: Period;
  readonly better: readonly PlacedMeasure[];
  readonly close: readonly PlacedMeasure[];
  readonly worse: readonly PlacedMeasure[];
  /** Measures of few pupils, which are not counted with those of thousands; none where all are of few. */
  readonly few: readonly PlacedMeasure[];
  readonly counts: {
    readonly of: Tally;
    readonly better: Tally;
    readonly close: Tally;
    readonly worse: Tally;
  };
};

/**
 * The roll-up of a set of findings (named in the ledger, as `headlines`) against one comparator: those with a better
 * direction, each in its latest year with a figure for the comparator, where that is recent enough to speak for the edition.
 */
export function rollUp(
  setting: Setting,
  name: string,
  set: readonly Findings[],
  beside: Beside,
): RollUp | null {
  const every = set.flatMap(findings => placedBeside(setting, findings, beside) ?? []);
  if (every.length === 0) return null;
  const ofFew = every.filter(({ findings }) => isOfFew(findings));
  const few = ofFew.length === every.length ? [] : ofFew;
  const placed = every.filter(each => !few.includes(each));
  const weightiest = (items: readonly PlacedMeasure[]) =>
    items.toSorted((a, b) => b.weight.score - a.weight.score);
  const better = weightiest(placed.filter(({ comparison }) => comparison.verdict === 'better'));
  const worse = weightiest(placed.filter(({ comparison }) => comparison.verdict === 'worse'));
  const close = placed.filter(({ comparison }) => isClose(comparison));
  const { phrase, code } = beside;
  const count = (which: keyof RollUp['counts'], items: readonly PlacedMeasure[]) =>
    tallied(countIn(setting, name, total, { is: 'measures', code, which }), items.length, {
      what: ['Measures compared with ', { area: code }, `: ${which}`],
      inputs: items.map(({ comparison }) => comparison.figure),
      working: `Counted: measures with a figure for ${phrase} in the same year, ${editionId(setting.edition.period)} or the latest before it`,
    });
  return {
    beside,
    period: setting.edition.period,
    better,
    close,
    worse,
    few,
    counts: {
      of: count('of', placed),
      better: count('better', better),
      close: count('close', close),
      worse: count('worse', worse),
    },
  };
}

/** The comparison of the latest year with both figures, that is recent; null where there is none. */
function placedBeside(setting: Setting, findings: Findings, beside: Beside): PlacedMeasure | null {
  const { indicator, years } = findings;
  if (indicator.polarity === 'neutral') return null;
  const compared = years
    .toReversed()
    .filter(({ period }) => isRecent(period, setting.edition.period))
    .flatMap(({ row, beside: levels, period }) => {
      const level = levels.get(beside.code) ?? null;
      if (row === null || level === null) return [];
      const comparison = compareWith(indicator, row, beside, level);
      return comparison.degree === 'refused' ? [] : [{ comparison, period }];
    });
  const [latest] = compared;
  if (latest === undefined) return null;
  return { findings, ...latest, weight: standingWeight(setting, findings, latest.comparison) };
}
