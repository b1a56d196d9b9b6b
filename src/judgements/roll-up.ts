import { countAmount } from '../arithmetic.ts';
import { total } from '../model/breakdown.ts';
import type { Figure } from '../model/figure.ts';
import { editionId, type Period } from '../model/time.ts';
import { type Comparison, isClose } from './comparison.ts';
import { figure } from './figures.ts';
import type { Findings } from './findings.ts';
import type { Beside, Setting } from './setting.ts';

/** A finding and its comparison with the comparator of a roll-up. */
export type PlacedMeasure = { readonly findings: Findings; readonly comparison: Comparison };

/** How many of a set of indicators are better than, close to and worse than a comparator, and which. */
export type RollUp = {
  readonly beside: Beside;
  readonly period: Period;
  readonly better: readonly PlacedMeasure[];
  readonly close: readonly PlacedMeasure[];
  readonly worse: readonly PlacedMeasure[];
  readonly figures: {
    readonly of: Figure;
    readonly better: Figure;
    readonly close: Figure;
    readonly worse: Figure;
  };
};

/**
 * The roll-up of a set of findings (named in the ledger, as `headlines`) against one comparator: only those of
 * one year (the edition's own unless another is asked for), with a figure for the comparator and a better direction.
 */
export function rollUp(
  setting: Setting,
  name: string,
  set: readonly Findings[],
  beside: Beside,
  period: Period = setting.edition.period,
): RollUp | null {
  const placed = set.flatMap(findings => placedBeside(findings, beside, period));
  if (placed.length === 0) return null;
  const better = placed.filter(({ comparison }) => !isClose(comparison) && comparison.verdict === 'better');
  const worse = placed.filter(({ comparison }) => !isClose(comparison) && comparison.verdict === 'worse');
  const close = placed.filter(({ comparison }) => isClose(comparison));
  const counted = (part: Counted['which'], items: readonly PlacedMeasure[]) =>
    countFigure(setting, { name, beside, period, which: part }, items);
  return {
    beside,
    period,
    better,
    close,
    worse,
    figures: {
      of: counted('of', placed),
      better: counted('better', better),
      close: counted('close', close),
      worse: counted('worse', worse),
    },
  };
}

function placedBeside(findings: Findings, beside: Beside, period: Period): readonly PlacedMeasure[] {
  const { indicator, latest, comparisons } = findings;
  if (indicator.polarity === 'neutral' || latest.period !== period) return [];
  const comparison = comparisons.held.find(held => held.beside.code === beside.code);
  return comparison === undefined || comparison.degree === 'refused' ? [] : [{ findings, comparison }];
}

type Counted = {
  readonly name: string;
  readonly beside: Beside;
  readonly period: Period;
  readonly which: 'of' | 'better' | 'close' | 'worse';
};

function countFigure(
  setting: Setting,
  { name, beside, period, which }: Counted,
  items: readonly PlacedMeasure[],
): Figure {
  const subject = {
    kind: 'count',
    indicator: name,
    area: setting.council.code,
    breakdown: total,
    period,
    about: { is: 'measures', code: beside.code, which },
  } as const;
  return figure(subject, countAmount(items.length), {
    text: String(items.length),
    what: ['Measures beside ', { area: beside.code }, `: ${which}`],
    falseIf: 'one of those counted changes sides',
    inputs: items.map(({ comparison }) => comparison.figure),
    working: `Counted: measures of ${editionId(period)} with a figure for ${beside.phrase} in the same year`,
  });
}
