import type { Published } from '../../gate/primary.ts';
import { breakBetween } from '../../judgements/comparability.ts';
import { asOf, type Setting } from '../../judgements/setting.ts';
import type { Publication } from '../../model/figure.ts';
import { type Period, startYear, yearsAfter } from '../../model/time.ts';
import { type PartFindings, partFindings } from '../../targets/findings.ts';
import { measureOf, type TargetMeasure } from '../../targets/measure.ts';
import { aimedBy, isMetBy } from '../../targets/progress.ts';
import { outcomeOf } from '../../targets/reading.ts';
import type { TargetPart } from '../../targets/schema.ts';
import type { ScorecardRow, YearAim } from './schema.ts';

/** A year's target of a measure: what it asks of which year's figure, and where that stands. */
export type YearFindings = {
  readonly aim: YearAim;
  /** The year whose figure it is held against. */
  readonly of: Period;
  /** Null where no target is set for the year. */
  readonly found: PartFindings | null;
  /** The edition's year, or an earlier one where the target was due in it or no later figure is held. */
  readonly judged: Period;
};

/** A part of a target that asks for nothing yet. */
export function bare(): Pick<TargetPart, 'as' | 'milestones' | 'see'> {
  return { as: 'difference', milestones: [], see: [] };
}

/** What a measure of the scorecard is measured by, as a part of a target says it. */
export function measuredBy({ indicator, unmeasured }: ScorecardRow): Partial<TargetPart> {
  return indicator === undefined ? { measure: 'none', reason: unmeasured ?? '' } : { indicator };
}

/** The findings on the target of a year. */
export function yearFindings(
  setting: Setting,
  row: ScorecardRow,
  aim: YearAim,
  { place, publication }: Written,
): YearFindings {
  const out = publication.released;
  const of = row.reports === 'year-before' ? yearsAfter(aim.year, -1) : aim.year;
  const part = partOf(row, aim, of, place);
  if (part === null) return { aim, of, found: null, judged: setting.edition.period };
  const measure = measureOf(setting, part);
  const judged = measure === null ? setting.edition.period : judgedIn(setting, part, measure, of);
  const set = measure === null || out === null ? null : metBefore(setting, part, measure, out);
  const found = partFindings(asOf(setting, judged), set === null ? part : { ...part, baseline: set }, {
    ledger: `${row.id} ${aim.year}`,
    said: `“${row.label}”`,
    publication,
  });
  return { aim, of, found, judged };
}

/** The target of a year as a part of a target, or null where none is set. */
function partOf(
  row: ScorecardRow,
  { value, against, outpaces }: YearAim,
  of: Period,
  place: TargetPart['place'],
): TargetPart | null {
  const number = value ?? (against === undefined && outpaces === undefined ? null : '0');
  if (number === null) return null;
  const { baseline } = row;
  const dated =
    value !== undefined && baseline.value !== undefined && baseline.period !== undefined
      ? { baseline: { period: baseline.period, value: baseline.value } }
      : {};
  return {
    ...bare(),
    ...dated,
    ...measuredBy(row),
    ...(against === undefined ? {} : { against }),
    ...(outpaces === undefined ? {} : { outpaces }),
    operator: row.wants === 'increase' ? 'at-least' : 'at-most',
    aim: { period: of, value: number },
    place,
  };
}

/**
 * The year in which a target is judged: the one it is for, or the edition's where that is earlier. Where no row is held
 * of that year, the last one that is held, if it is later than the baseline: what is known so far.
 */
function judgedIn(
  { edition, known, council }: Setting,
  part: TargetPart,
  measure: TargetMeasure,
  of: Period,
): Period {
  const year = of < edition.period ? of : edition.period;
  const { indicator, breakdown } = measure;
  if (indicator === null || measure.index !== null) return year;
  if (known.at(indicator.id, council.code, breakdown, year) !== undefined) return year;
  const from = part.baseline?.period ?? '';
  const before = known
    .series(indicator.id, council.code, breakdown)
    .filter(({ period }) => period > from && period < year);
  return before.at(-1)?.period ?? year;
}

/** Where a target was written, and the plan it was set in, with the day that came out. */
type Written = { readonly place: TargetPart['place']; readonly publication: Publication };

/** True of a figure that was out by a day; one without a release date was once its school year was over. */
function isOutBy({ released, period }: Published, day: string): boolean {
  return (released ?? `${startYear(period) + 1}-08-31`) <= day;
}

/** The last figure known when a target was set, where it met the target already (X23) and stands on the same footing. */
function metBefore(
  setting: Setting,
  part: TargetPart,
  measure: TargetMeasure,
  set: string,
): { readonly period: Period; readonly value: string } | null {
  const { indicator, breakdown } = measure;
  const aimed = aimedBy(part);
  if (indicator === null || aimed === null || measure.index !== null) return null;
  const of = aimed.aim.period;
  const before = setting.known
    .series(indicator.id, setting.council.code, breakdown)
    .filter(row => row.period < of && row.value.kind === 'known' && isOutBy(row, set))
    .at(-1);
  if (before === undefined || breakBetween(indicator, before.period, of) !== null) return null;
  const reading = outcomeOf(asOf(setting, before.period), { ...part, milestones: [] }, measure);
  if (reading.kind !== 'known' || !isMetBy(aimed, reading.number)) return null;
  if (reading.ends.some(end => !isMetBy(aimed, end))) return null;
  return { period: before.period, value: reading.number.toFixed(reading.decimals) };
}
