import type { Report } from '../issues.ts';
import { isLocalityKind } from '../model/area.ts';
import { isTotal } from '../model/breakdown.ts';
import { periodLabel } from '../model/time.ts';
import type { Observation } from './council-folder.ts';
import { entryOf, type Known } from './names.ts';
import { runOf } from './plausibility.ts';

/**
 * Reports shares of pupils of the council's own that say nothing of how many they are of, where that must be known (X17):
 * all or none of a group, which would say something of each of its pupils; and a second year of a group that is very
 * small, from which a change would be made that one child decides.
 */
export function checkSmallGroups(observations: readonly Observation[], known: Known, report: Report): void {
  const shares = observations.filter(row => isBareShare(row, known));
  const seen = new Map<string, Observation>();
  for (const row of shares.toSorted((a, b) => (a.period < b.period ? -1 : 1))) {
    const { group } = row.breakdown;
    const isSmall = isOfSmallGroup(row, known);
    if (isExtreme(row) && (isSmall || !isTotal(row.breakdown)))
      report(row.place, 'extreme-without-base', printedOf(row), group);
    if (!isSmall) continue;
    const run = runOf(row, known);
    const earlier = seen.get(run);
    seen.set(run, row);
    if (earlier !== undefined && earlier.period !== row.period)
      report(row.place, 'change-without-base', printedOf(row), periodLabel(earlier.period));
  }
}

/** An outcome of the council or of a part of it, a share of pupils, of which no base is held. */
function isBareShare({ indicator, area, value, status, denominator }: Observation, known: Known): boolean {
  const { unit, counted, nature } = entryOf(known.indicators, indicator);
  const isOwn = area === known.council || isLocalityKind(entryOf(known.areas, area).kind ?? null);
  const isShare = unit === 'percent' && counted === 'pupils' && nature === 'level';
  return isOwn && isShare && value.kind === 'known' && status !== 'projection' && denominator === null;
}

/** True of a group that its topic calls small, and of a measure that is of nobody else. */
function isOfSmallGroup({ indicator, breakdown }: Observation, { indicators, topics }: Known): boolean {
  const topic = isTotal(breakdown) ? (entryOf(indicators, indicator).topic ?? '') : breakdown.topic;
  const { groups = [] } = entryOf(topics, topic);
  const own = isTotal(breakdown) ? groups : groups.filter(({ id }) => id === breakdown.group);
  return own.length > 0 && own.every(({ small }) => small === true);
}

function isExtreme({ value }: Observation): boolean {
  return value.kind === 'known' && (value.number.eq(0) || value.number.eq(100));
}

function printedOf({ value }: Observation): string {
  return value.kind === 'known' ? value.number.toFixed() : '';
}
