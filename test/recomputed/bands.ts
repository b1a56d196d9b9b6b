// How near is near: judged by how far authorities lie apart, a second time.
import { type Amount, amountTo, areAlike, none } from './amounts.ts';
import {
  type Again,
  authoritiesWith,
  besideOf,
  changeSince,
  type Entry,
  levelBeside,
  type Setting,
} from './figures.ts';
import type { Measure } from './folder.ts';
import {
  decimal,
  type Fraction,
  fraction,
  less,
  numberOf,
  order,
  signOf,
  sizeOf,
  times,
  unitOf,
  variance,
} from './fractions.ts';
import type { Held, Value } from './known.ts';

/** How far a figure is from another: in the words that sentences have for it. */
export type Degree = 'same' | 'similar' | 'slight' | 'plain' | 'well' | 'within' | 'chance' | 'uncertain';

/** The City of London and the Isles of Scilly have a school or two each. */
const tiny = new Set(['E09000001', 'E06000053']);
const fewest = 20;

/** A size up to which something is so: so many units of the measure, or a share of the spread, by its square. */
type Bound = { readonly size: Fraction } | { readonly square: Fraction };

function isWithin(size: Fraction, bound: Bound): boolean {
  return 'size' in bound ? order(size, bound.size) <= 0 : order(times(size, size), bound.square) <= 0;
}

const spreads = new WeakMap<Setting, Map<string, Fraction | null>>();

/** The square of the standard deviation of the authorities' figures of a year; null where fewer than twenty are held. */
function spreadIn(
  setting: Setting,
  key: Pick<Held, 'indicator' | 'topic' | 'group' | 'period'>,
): Fraction | null {
  const held = spreads.get(setting) ?? new Map<string, Fraction | null>();
  spreads.set(setting, held);
  const name = [key.indicator, key.topic, key.group, key.period].join('|');
  const known = held.get(name);
  if (known !== undefined) return known;
  const numbers = numbersIn(setting, key);
  const made = numbers.length < fewest ? null : variance(numbers);
  held.set(name, made);
  return made;
}

function numbersIn(
  setting: Setting,
  key: Pick<Held, 'indicator' | 'topic' | 'group' | 'period'>,
): readonly Fraction[] {
  return authoritiesWith(setting, key)
    .filter(({ area }) => !tiny.has(area))
    .flatMap(({ value }) => (value.kind === 'number' && value.precision !== 'about' ? [value.exact] : []));
}

/** How far authorities lie apart in a year, as it is printed: to a place more than the council's latest figure. */
export function spreadAgain(setting: Setting, { indicator, area, period, breakdown }: Entry): Again {
  const { topic, group } = breakdown;
  const key = { indicator, topic, group, period };
  const square = spreadIn(setting, key);
  const latest = setting.known.series(indicator, topic, group, setting.folder.newest(area)).at(-1);
  if (square === null || latest?.value.kind !== 'number') return { amount: none('no spread') };
  const root = decimal(Math.sqrt(numberOf(square)).toFixed(12));
  return { amount: amountTo(root, latest.value.decimals + 1), of: numbersIn(setting, key).length };
}

const heldYears = new WeakMap<Setting, Map<string, readonly string[]>>();

/** The years for which any authority has a figure of a measure and group, in order. */
function yearsHeld(
  setting: Setting,
  { indicator, topic, group }: Pick<Held, 'indicator' | 'topic' | 'group'>,
): readonly string[] {
  const held = heldYears.get(setting) ?? new Map<string, readonly string[]>();
  heldYears.set(setting, held);
  const name = [indicator, topic, group].join('|');
  const authorities = () => [...setting.folder.areas.values()].filter(({ kind }) => kind === 'authority');
  const series = () =>
    authorities().flatMap(({ code }) => setting.known.series(indicator, topic, group, code));
  const made = held.get(name) ?? [...new Set(series().map(({ period }) => period))].toSorted();
  held.set(name, made);
  return made;
}

/** The spread of a measure and group in a year: else of the nearest earlier year held, the nearest later, or of everyone. */
export function spreadOf(
  setting: Setting,
  key: Pick<Held, 'indicator' | 'topic' | 'group' | 'period'>,
): Fraction | null {
  const years = yearsHeld(setting, key);
  const order = [
    key.period,
    ...years.filter(year => year < key.period).toReversed(),
    ...years.filter(year => year > key.period),
  ];
  for (const period of order) {
    const found = spreadIn(setting, { ...key, period });
    if (found !== null) return found;
  }
  return key.topic === 'Total' ? null : spreadOf(setting, { ...key, topic: 'Total', group: 'Total' });
}

const asDecimal = (number: number) => decimal(String(number));

/** The upper ends of "broadly in line", "slightly" and plain; null where nothing tells them. */
function boundsOf(
  setting: Setting,
  measure: Measure,
  key: Pick<Held, 'indicator' | 'topic' | 'group' | 'period'>,
): {
  readonly similar: readonly Bound[];
  readonly slight: readonly Bound[];
  readonly well: readonly Bound[];
} | null {
  if (measure.bands !== null) {
    const [similar, slight, well] = [measure.bands.similar, measure.bands.slight, measure.bands.well].map(
      each => [{ size: asDecimal(each) }],
    );
    return { similar: similar ?? [], slight: slight ?? [], well: well ?? [] };
  }
  const spread = spreadOf(setting, key);
  if (spread === null) return null;
  const share = (top: bigint, bottom: bigint) => ({
    square: times(spread, fraction(top * top, bottom * bottom)),
  });
  return { similar: [share(1n, 10n)], slight: [share(1n, 2n)], well: [share(1n, 1n)] };
}

/** The degree of one size, with one unit of its last decimal as the least that is not broadly in line. */
function degreeOfSize(
  bounds: NonNullable<ReturnType<typeof boundsOf>>,
  size: Fraction,
  decimals: number,
  isExplicit: boolean,
): Degree {
  if (signOf(size) === 0) return 'same';
  const floor = isExplicit ? [] : [{ size: unitOf(decimals) }];
  if ([...bounds.similar, ...floor].some(bound => isWithin(size, bound))) return 'similar';
  if (bounds.slight.some(bound => isWithin(size, bound))) return 'slight';
  return bounds.well.some(bound => isWithin(size, bound)) ? 'plain' : 'well';
}

/** How far an amount of a measure is, by its bands; null where no bands are to be had or there is no amount. */
export function degreeOf(
  setting: Setting,
  measure: Measure,
  key: Pick<Held, 'indicator' | 'topic' | 'group' | 'period'>,
  amount: Amount,
): Degree | null {
  const bounds = boundsOf(setting, measure, key);
  if (amount.kind === 'none' || bounds === null) return null;
  if (amount.sign === null) return 'uncertain';
  const isExplicit = measure.bands !== null;
  if (amount.ends === null) return degreeOfSize(bounds, sizeOf(amount.number), amount.decimals, isExplicit);
  const ends = amount.ends;
  const degrees = [ends.low, ends.high].map(end =>
    degreeOfSize(bounds, sizeOf(end), ends.decimals, isExplicit),
  );
  if (degrees.every(each => each === 'same' || each === 'similar')) return 'similar';
  return degrees[0] === degrees[1] ? (degrees[0] ?? 'plain') : 'plain';
}

/** Where a figure stands beside another: how far, on which side, and for better or worse. */
export type Standing = {
  readonly degree: Degree;
  readonly side: 'above' | 'below' | 'level';
  readonly verdict: 'better' | 'worse' | 'close' | 'none';
};

type Chancy = Pick<Held, 'value' | 'base' | 'interval'>;

/** How far chance may move a figure, squared: by its interval, else by how many pupils a share is of; null where neither is held. */
function varianceOf({ counted, unit }: Measure, { value, base, interval }: Chancy): number | null {
  if (value.kind === 'none') return null;
  if (interval !== null) return (numberOf(less(interval[1], interval[0])) / 2 / 1.96) ** 2;
  if (base === null || unit !== 'percent' || counted !== 'pupils') return null;
  const share = numberOf(value.exact);
  return (share * (100 - share)) / base;
}

function isWithinChance(amount: Amount, variances: readonly (number | null)[]): boolean {
  if (amount.kind === 'none') return false;
  const room = variances.reduce((sum, each) => (sum === null || each === null ? null : sum + each), 0);
  return room !== null && Math.abs(numberOf(amount.number)) <= 1.96 * Math.sqrt(room);
}

/** True where so small a change may be chance, as far as the sizes of both groups are held. */
function isByChance(measure: Measure, amount: Amount, now: Chancy, then: Chancy): boolean {
  return isWithinChance(amount, [varianceOf(measure, now), varianceOf(measure, then)]);
}

/**
 * True where a change may be chance: by how many are behind both figures; of a group of which that is not held, where it moves
 * by more than authorities lie apart in most years, and moved by no more than 2.9 times as much as usual.
 */
export function mayBeChance(
  setting: Setting,
  measure: Measure,
  amount: Amount,
  at: Held,
  then: Held,
): boolean {
  if (at.topic === 'Total' || [at, then].every(each => varianceOf(measure, each) !== null))
    return isByChance(measure, amount, at, then);
  const held = setting.known
    .series(at.indicator, at.topic, at.group, at.area)
    .filter(({ period, value }) => period <= at.period && value.kind === 'number');
  const sizes = held
    .flatMap((row, index) => {
      const last = held[index - 1];
      if (last === undefined || Number(row.period.slice(0, 4)) - Number(last.period.slice(0, 4)) !== 1)
        return [];
      const move = changeSince(setting, measure, row, last.period);
      return move.kind === 'none' ? [] : [Math.abs(numberOf(move.number))];
    })
    .toSorted((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const spread = spreadOf(setting, at);
  if (amount.kind === 'none' || spread === null || sizes.length < 3 || usual <= Math.sqrt(numberOf(spread)))
    return false;
  return Math.abs(numberOf(amount.number)) <= 2.9 * usual;
}

/** True of an amount that is more than broadly nothing on its measure. */
export function isBeyondNear(
  setting: Setting,
  measure: Measure,
  key: Pick<Held, 'indicator' | 'topic' | 'group' | 'period'>,
  amount: Amount,
): boolean {
  if (amount.kind === 'none') return false;
  const degree = degreeOf(setting, measure, key, { ...amount, ends: null, sign: amount.sign ?? 1 });
  return degree !== null && degree !== 'same' && degree !== 'similar';
}

/** Where a figure stands beside an area or a list of neighbours; null where it cannot be set beside it. */
export function standingBeside(
  setting: Setting,
  measure: Measure,
  at: Held,
  against: string,
): Standing | null {
  const amount = besideOf(setting, at, against);
  const level = levelBeside(setting, at, against);
  if (amount === null || amount.kind === 'none' || level === null) return null;
  const alike = areAlike(at.value, level);
  const byBands = degreeOf(setting, measure, at, amount);
  if (byBands === null) return null;
  const isLevel = amount.sign === null || amount.sign === 0 || (alike && signOf(amount.number) === 0);
  const side = isLevel ? 'level' : amount.sign === 1 ? 'above' : 'below';
  // Where the figures leave the side open there is none to tell.
  const degree =
    alike || amount.sign === null
      ? byBands
      : degreeApart(setting, measure, at, against, amount, level, byBands);
  if (measure.polarity === 'neutral') return { degree, side, verdict: 'none' };
  const isClose = ['same', 'similar', 'within', 'chance', 'uncertain'].includes(degree) || isLevel;
  const isBetter = (side === 'above') === (measure.polarity === 'high');
  return { degree, side, verdict: isClose ? 'close' : isBetter ? 'better' : 'worse' };
}

/** Of two that are not printed alike: within the published interval, within chance, open, or as the bands have it. */
function degreeApart(
  setting: Setting,
  measure: Measure,
  at: Held,
  against: string,
  amount: Amount & { kind: 'number' },
  level: Value,
  byBands: Degree,
): Degree {
  const { folder, known } = setting;
  const isCovered =
    at.interval !== null &&
    level.kind === 'number' &&
    order(at.interval[0], level.exact) <= 0 &&
    order(at.interval[1], level.exact) >= 0;
  if (isCovered) return 'within';
  const area = folder.newest(against);
  const theirs = known.at(at.indicator, at.topic, at.group, area, at.period);
  const variance = theirs === null ? null : varianceOf(measure, theirs);
  // The nation has so many pupils that its share is as good as certain.
  const other = variance ?? (area === folder.council.nation ? 0 : null);
  if (isWithinChance(amount, [varianceOf(measure, at), other])) return 'chance';
  return byBands === 'same' ? 'similar' : byBands;
}
