import { isPeriod, type Period, yearsAfter } from './period.ts';

/** The known name that was most likely meant: the nearest by spelling, when near enough to be a slip. */
export function nearest(written: string, known: Iterable<string>): string | null {
  const wanted = fold(written);
  if (wanted.length > 100) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - wanted.length) >= least) continue;
    const steps = distance(wanted, fold(name));
    if (steps < least) [best, least] = [name, steps];
  }
  return best;
}

/**
 * The period meant by one written 2013/14, 2013-14, 2013-2014 or 13/14, or as tables of results have it, by the year
 * of the results and how settled they are: 2014 (prov).
 */
export function periodMeant(written: string): Period | null {
  const results = /^20(\d{2})\s*\((?:early|prov|provisional|rev|revised|final)\)$/i.exec(written.trim());
  if (results !== null) return yearsAfter(`20${results[1]}00`, -1);
  const years = /^(?:20)?(\d{2})\s*[-/–]\s*(?:20)?(\d{2})$/.exec(written.trim());
  const period = years === null ? '' : `20${years[1]}${years[2]}`;
  return isPeriod(period) ? period : null;
}

function fold(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

/** Edit distance: letters put in, taken out, changed, or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let steps = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) steps = Math.min(steps, (before[j - 2] ?? 0) + 1);
      row.push(steps);
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
