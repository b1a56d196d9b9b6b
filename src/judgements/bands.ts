import { Big } from 'big.js';
import type { Breakdown } from '../model/breakdown.ts';
import type { KnownAmount } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Period } from '../model/time.ts';
import { hasFewChildren, type Setting } from './setting.ts';
import { gapSpreadOf, type Spread, spreadOf } from './spread.ts';

/** How near is near on a measure, in its unit, and the spread of authorities that says so; null where the catalogue does. */
export type Bands = {
  readonly similar: number;
  readonly slight: number;
  readonly well: number;
  readonly spread: Spread | null;
};

/** A measure with what counts as near on it, for one group of pupils in one year. */
export type Judged = Indicator & { readonly bands: Bands };

/** Shares of the spread of authorities: up to the first broadly in line, up to the second slightly, above the third well. */
const sharesOfSpread = { similar: 0.1, slight: 0.5, well: 1 } as const;

/**
 * A measure as it is judged: by the bands of the catalogue, else by the spread of authorities (R06). Of a handful of
 * children neither direction is better.
 */
export function judgedIn(
  setting: Setting,
  indicator: Indicator,
  breakdown: Breakdown,
  period: Period,
): Judged {
  return judged(setting, indicator, () => spreadOf(setting, indicator, breakdown, period));
}

/** A measure as the gap between two groups is judged: by the spread of authorities in that gap. */
export function gapJudgedIn(
  setting: Setting,
  indicator: Indicator,
  groups: readonly [Breakdown, Breakdown],
  period: Period,
): Judged {
  return judged(setting, indicator, () => gapSpreadOf(setting, indicator, groups, period));
}

function judged(setting: Setting, indicator: Indicator, spread: () => Spread | null): Judged {
  const polarity = hasFewChildren(setting) ? 'neutral' : indicator.polarity;
  return { ...indicator, polarity, bands: bandsOf(indicator, spread) };
}

/**
 * The bands of a measure. One with neither bands nor enough authorities is at fault in the catalogue; until that is
 * mended, no difference on it is called near or far.
 */
function bandsOf(indicator: Indicator, spreadOfAuthorities: () => Spread | null): Bands {
  if (indicator.bands !== undefined) return { ...indicator.bands, spread: null };
  const spread = spreadOfAuthorities();
  if (spread === null) return { similar: 0, slight: 0, well: Number.POSITIVE_INFINITY, spread };
  const { deviation } = spread;
  return {
    similar: sharesOfSpread.similar * deviation,
    slight: sharesOfSpread.slight * deviation,
    well: sharesOfSpread.well * deviation,
    spread,
  };
}

/** How large a difference is: nothing, broadly nothing, slight, plain or large. */
export type Extent = 'same' | 'similar' | 'slight' | 'plain' | 'well';

/**
 * How large a difference is, judged on what is printed. Where the spread decides, one unit of the last place printed is
 * near whatever the spread, for it may be all rounding. A range that straddles two bands is plain.
 */
export function extentOf(amount: KnownAmount, bands: Bands): Extent {
  const unit = Number(new Big(10).pow(-amount.decimals));
  const { low, high } = amount.range ?? { low: amount.number, high: amount.number };
  const ends = [low, high].map(end => extentOfSize(Number(end.abs()), bands, unit));
  if (amount.range !== null && ends.every(end => end === 'same' || end === 'similar')) return 'similar';
  const [one = 'plain', other] = ends;
  return one === other ? one : 'plain';
}

function extentOfSize(size: number, { similar, slight, well, spread }: Bands, unit: number): Extent {
  if (size === 0) return 'same';
  if (size <= similar || (spread !== null && size <= unit)) return 'similar';
  if (size <= slight) return 'slight';
  return size <= well ? 'plain' : 'well';
}

/** True of a difference that is more than broadly nothing. */
export function isBeyondNear(amount: KnownAmount, bands: Bands): boolean {
  const extent = extentOf({ ...amount, range: null }, bands);
  return extent !== 'same' && extent !== 'similar';
}
