import type { Period } from '../model/time.ts';
import { isRecent } from './comparability.ts';
import type { Findings } from './findings.ts';
import type { ThemeFindings } from './theme-findings.ts';

/** As few measures as make an overview, as many as a chapter can show small, and as few years as make a line. */
const [fewest, most, fewestYears] = [3, 8, 3];

/** Of some measures, those that are weighted as the first that is weighted: no chart sets schools beside pupils (X02). */
function alikeWeighted(measures: readonly Findings[]): readonly Findings[] {
  const first = measures.find(({ indicator }) => indicator.weighted !== undefined)?.indicator.weighted;
  return measures.filter(({ indicator }) => indicator.weighted === undefined || indicator.weighted === first);
}

/**
 * The percentages of a chapter with figures for three years or more, the latest recent, in its order; none when they
 * are too few to see.
 */
export function followedInTheme({ indicators }: ThemeFindings, edition: Period): readonly Findings[] {
  const measures = alikeWeighted(
    indicators
      .flatMap(({ everyone }) => everyone ?? [])
      .filter(({ latest }) => isRecent(latest.period, edition)),
  );
  const followed = measures.flatMap(everyone =>
    everyone.indicator.unit === 'percent' &&
    everyone.years.filter(({ level }) => level?.value.kind === 'known').length >= fewestYears
      ? [everyone]
      : [],
  );
  return followed.length < fewest ? [] : followed.slice(0, most);
}
