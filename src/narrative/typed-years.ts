import { typedSentences } from '../model/commentary.ts';
import { type Figure, ledgerKey } from '../model/figure.ts';
import { isPeriod, type Period, periodLabel, startYear } from '../model/time.ts';

/** A year typed in a sentence in which every figure is of another year, and the first of those figures. */
type OtherYear = { readonly typed: string; readonly at: number; readonly year: string };

/** A year said of what happened in it: "In 2023/24", "for 2023-24", "during 2023". Not "since 2010/11". */
const years = /\b(?:in|for|during|of)\s+(?<year>(?:19|20)\d{2}(?:[/-]\d{2})?)\b(?![/-]\d)/gi;

/**
 * The years typed in words whose figures are of other years, as happens when last year's words are carried over (F4). A
 * change is of both of its years, and a year alone, as 2024, stands for the school years that begin and end in it. A later
 * year than any figure's is one to come, of which no figure is asked.
 * `figures` are those named in the words, with their index; null for a name that nothing is known by.
 */
export function yearsOfNoFigure(
  words: string,
  figures: readonly { readonly index: number; readonly figure: Figure | null }[],
): readonly OtherYear[] {
  return typedSentences(words).flatMap(({ from, text }) => {
    const within = figures.flatMap((each, at) =>
      each.index >= from && each.index < from + text.length ? [{ ...each, at }] : [],
    );
    const [first] = within;
    const periods = within.flatMap(({ figure }) => (figure === null ? [] : periodsOf(figure)));
    if (first?.figure === null || first === undefined || within.some(({ figure }) => figure === null))
      return [];
    const { at, figure } = first;
    const typed = new Set([...text.matchAll(years)].map(({ groups }) => groups?.year ?? ''));
    return [...typed]
      .filter(year => !periods.some(period => isYear(year, period) || isAfter(year, period)))
      .map(year => ({ typed: year, at, year: periodLabel(figure.period) }));
  });
}

function periodsOf({ period, about }: Figure): readonly Period[] {
  const { against } = ledgerKey(about);
  return against !== null && isPeriod(against) ? [period, against] : [period];
}

function isAfter(typed: string, period: Period): boolean {
  return Number(typed.slice(0, 4)) > startYear(period);
}

function isYear(typed: string, period: Period): boolean {
  const begins = startYear(period);
  return typed.length === 4 ? begins === Number(typed) : typed.replace(/[/-]/, '') === period;
}
