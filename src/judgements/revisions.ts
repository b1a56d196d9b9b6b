import { subtract } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import type { Amount, Figure } from '../model/figure.ts';
import { shown } from '../model/value.ts';
import type { KnownFigures } from '../series.ts';

/**
 * What a later release did to a figure: `revised` replaces one that was not final, as planned; `corrected` one that
 * was final; `given` puts a number where there was none, and `withdrawn` takes one away.
 */
const revisionKinds = ['revised', 'corrected', 'given', 'withdrawn'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

/** A figure that an edition printed, and another that was released in its place since. */
export type Revision = {
  readonly kind: RevisionKind;
  readonly figure: Figure;
  readonly printed: Published;
  /** What stood before this release: what was printed, or an earlier release since. */
  readonly before: Published;
  readonly now: Published;
  readonly released: string;
  /** Now less printed. */
  readonly difference: Amount;
};

export type Revisions = {
  /** Newest release first, then in the order of the ledger. */
  readonly changed: readonly Revision[];
  /** How many that were not final were released again with the same value. */
  readonly confirmed: number;
};

/** A release that only settles a figure, with the same value, changes nothing. */
export function revisionsOf(figures: Iterable<Figure>, known: KnownFigures): Revisions {
  const changed: Revision[] = [];
  let confirmed = 0;
  for (const figure of figures) {
    if (figure.kind !== 'observation') continue;
    const { indicator, area, breakdown, period } = figure;
    const printed = known.at(indicator, area, breakdown, period);
    if (printed === undefined) continue;
    const later = lastOfEachDay(known.later(indicator, area, breakdown, period));
    const steps = later.flatMap((now, index) => stepOf(figure, printed, later[index - 1] ?? printed, now));
    if (steps.length === 0 && later.length > 0 && printed.status !== 'final') confirmed += 1;
    changed.push(...steps);
  }
  return { changed: changed.toSorted((a, b) => b.released.localeCompare(a.released)), confirmed };
}

/** Of rows released on one day the last is the most settled, and stands. */
function lastOfEachDay(rows: readonly Published[]): readonly Published[] {
  return rows.filter((row, index) => rows[index + 1]?.released !== row.released);
}

function stepOf(figure: Figure, printed: Published, before: Published, now: Published): readonly Revision[] {
  if (now.released === null || isSame(before, now)) return [];
  const difference = subtract(now.value, printed.value);
  return [{ kind: kindOf(before, now), figure, printed, before, now, released: now.released, difference }];
}

function kindOf(before: Published, now: Published): RevisionKind {
  if (before.value.kind === 'absent') return now.value.kind === 'absent' ? 'revised' : 'given';
  if (now.value.kind === 'absent') return 'withdrawn';
  return before.status === 'final' ? 'corrected' : 'revised';
}

/** True of two that a reader sees as the same: the same number to the same decimals, or the same reason for none. */
function isSame({ value: a }: Published, { value: b }: Published): boolean {
  if (a.kind === 'absent' || b.kind === 'absent') {
    return a.kind === 'absent' && b.kind === 'absent' && a.because === b.because;
  }
  return a.decimals === b.decimals && shown(a).eq(shown(b)) && a.precision === b.precision;
}
