// Every figure of a ledger, worked out a second time from the rows of its council's folder.
import {
  type Amount,
  amountOf,
  amountTo,
  areAlike,
  differenceOf,
  differenceOfDifferences,
  meanOf,
  none,
  roughly,
} from './amounts.ts';
import { type Edition, type Folder, type List, type Measure, yearsFrom } from './folder.ts';
import {
  decimal,
  type Fraction,
  fraction,
  less,
  order,
  over,
  plus,
  sizeOf,
  textTo,
  times,
  whole,
} from './fractions.ts';
import { type Held, isFull, type Known, printed, type Value } from './known.ts';

/** A figure as `figures.json` has it. */
export type Entry = {
  readonly id: string;
  readonly kind: string;
  readonly indicator: string;
  readonly area: string;
  readonly breakdown: { readonly topic: string; readonly group: string };
  readonly period: string;
  readonly against?: string;
  readonly part?: string;
  readonly asAt?: string;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly count?: number;
  readonly of?: number;
  readonly tied?: number;
  readonly text: string;
  readonly status: string | null;
  readonly absent: string | null;
  readonly source: {
    readonly file: string;
    readonly line: number;
    readonly column: string | null;
    readonly series: string | null;
  } | null;
  readonly inputs: readonly string[];
  readonly set?: string;
  readonly working: string;
};

/** What a figure is, worked out again: its amount, and what else the ledger says of it. */
export type Again = {
  readonly amount: Amount;
  readonly count?: number;
  readonly of?: number;
  readonly tied?: number;
  readonly status?: string | null;
  readonly row?: Pick<Held, 'file' | 'line' | 'column' | 'series'>;
};

/** An edition of a folder with all that it knows. */
export type Setting = {
  readonly folder: Folder;
  readonly edition: Edition;
  readonly known: Known;
};

const nothing: Value = { kind: 'none', because: 'not-available' };
const isUsable = ({ value }: Held) => value.kind === 'number' && value.precision !== 'about';

/** A series by its measure, group and area. */
type Key = readonly [indicator: string, topic: string, group: string, area: string];

/** Whether a measure's figures of two years may be set beside each other; where not, why. */
export function refusalBetween(
  measure: Measure,
  earlier: string,
  later: string,
  reach: number,
): string | null {
  if (measure.breaks.some(from => from > earlier && from <= later)) return 'break';
  return yearsFrom(earlier, later) > reach ? 'missing-year' : null;
}

/** The published difference of a figure against a year or an area, the last that came out. */
function givenBeside({ value, given }: Held, against: string): Held['given'][number] | null {
  if (value.kind === 'none') return null;
  const those = given.filter(each => each.against === against);
  return those.toSorted((a, b) => (a.released < b.released ? -1 : 1)).at(-1) ?? null;
}

/** A figure less another: as it was published, or else as the two leave it. */
export function lessThan(at: Held, other: Value, against: string): Amount {
  const given = other.kind === 'number' ? givenBeside(at, against) : null;
  if (given === null) return differenceOf(at.value, other);
  const amount = amountOf(given.value);
  if (amount.kind === 'none' || amount.sign !== 0 || areAlike(at.value, other)) return amount;
  const ours = differenceOf(at.value, other);
  return { ...amount, sign: ours.kind === 'number' ? ours.sign : null };
}

/** The figures up to one that are on its footing, oldest first; none where it is known only roughly. */
export function footingOf({ known }: Setting, measure: Measure, at: Held): readonly Held[] {
  if (!isUsable(at)) return [];
  return known
    .series(at.indicator, at.topic, at.group, at.area)
    .filter(row => row.period <= at.period && isUsable(row))
    .filter(row => !measure.breaks.some(from => from > row.period && from <= at.period));
}

/** The last of them that follow one another, year by year. */
export function runOf(setting: Setting, measure: Measure, at: Held): readonly Held[] {
  const rows = footingOf(setting, measure, at);
  const gap = rows.findLastIndex(
    (row, index) => yearsFrom(rows[index - 1]?.period ?? '0000', row.period) !== 1,
  );
  return rows.slice(Math.max(0, gap));
}

/** The change of a figure since an earlier year, if that is a year that it may be said since. */
export function changeSince(setting: Setting, measure: Measure, at: Held, since: string | undefined): Amount {
  const before = setting.known
    .series(at.indicator, at.topic, at.group, at.area)
    .filter(({ period, value }) => period < at.period && value.kind === 'number');
  const nearest = before.at(-1);
  if (since === undefined) {
    if (nearest !== undefined) return none(`a figure of ${nearest.period} is held`);
    return at.value.kind === 'none' ? none(at.value.because) : none('no-earlier-figure');
  }
  const earlier = before.find(({ period }) => period === since);
  if (earlier === undefined) return none(`no figure of ${since}`);
  if (at.value.kind === 'none') return none(at.value.because);
  const { code: council, nation } = setting.folder.council;
  const footing = footingOf(setting, measure, at);
  const isFirst = footing.length > 2 && footing[0]?.period === since;
  // England's is given over the years of the council's own.
  const own = at.area === nation ? setting.known.series(at.indicator, at.topic, at.group, council) : [];
  const isOwn =
    own.findLast(({ period, value }) => period < at.period && value.kind === 'number')?.period === since;
  if (earlier !== nearest && !isFirst && !isOwn) return none(`since ${nearest?.period}, not ${since}`);
  const refusal = refusalBetween(
    measure,
    since,
    at.period,
    isFirst ? Number.POSITIVE_INFINITY : measure.reach,
  );
  return refusal === null ? lessThan(at, earlier.value, since) : none(refusal);
}

/** The mean of a list of neighbours: none of fewer than five. */
export function meanOfList(
  { known }: Setting,
  list: List,
  key: Pick<Held, 'indicator' | 'topic' | 'group' | 'period'>,
): { readonly value: Value; readonly count: number; readonly isHeld: boolean } {
  const rows = list.areas.flatMap(
    area => known.at(key.indicator, key.topic, key.group, area, key.period) ?? [],
  );
  const { mean, count } = meanOf(rows.map(({ value }) => value));
  return { value: count >= 5 ? mean : nothing, count, isHeld: rows.length > 0 };
}

/** What a figure is set beside: the figure of an area, or the mean of a list. */
export function levelBeside(setting: Setting, at: Held, against: string): Value | null {
  const list = setting.folder.lists.get(against);
  if (list !== undefined) {
    const mean = meanOfList(setting, list, at);
    return mean.isHeld ? (mean.count >= 5 ? mean.value : { kind: 'none', because: 'too-few-areas' }) : null;
  }
  const area = setting.folder.newest(against);
  return setting.known.at(at.indicator, at.topic, at.group, area, at.period)?.value ?? null;
}

/** A figure less what it is set beside. */
export function besideOf(setting: Setting, at: Held, against: string): Amount | null {
  const list = setting.folder.lists.get(against);
  const level = levelBeside(setting, at, against);
  if (level === null) return null;
  if (list?.isDistant) return none('not-close');
  if (at.value.kind === 'number' && level.kind === 'none') return none(level.because);
  const area = list === undefined ? setting.folder.newest(against) : against;
  return lessThan(at, level, area);
}

/** Every authority with a row of a measure, group and year, in those years that it was there for. */
export function authoritiesWith(
  { folder, known }: Setting,
  { indicator, topic, group, period }: Pick<Held, 'indicator' | 'topic' | 'group' | 'period'>,
): readonly Held[] {
  return [...folder.areas.values()]
    .filter(({ kind, began, ended }) => kind === 'authority' && began <= period && ended >= period)
    .flatMap(({ code }) => known.at(indicator, topic, group, code, period) ?? []);
}

/** Those that are ranked, every place once: the new where each of them has a number, else the old where any has. */
function listed(
  setting: Setting,
  key: Pick<Held, 'indicator' | 'topic' | 'group' | 'period'>,
): readonly Held[] {
  const rows = authoritiesWith(setting, key);
  const held = new Set(rows.map(({ area }) => area));
  const numbers = new Set(rows.filter(isUsable).map(({ area }) => area));
  const { areas } = setting.folder;
  const ended = [...areas.values()].filter(
    ({ kind, began, ended, successors }) =>
      kind === 'authority' && successors.length > 0 && began <= key.period && ended >= key.period,
  );
  const out = new Set(
    ended.flatMap(({ successors }) => {
      const together = ended.filter(each => each.successors.some(code => successors.includes(code)));
      const [old, made] = [together.map(({ code }) => code), together.flatMap(each => each.successors)];
      if (!made.some(code => held.has(code))) return [];
      return made.every(code => numbers.has(code)) || !old.some(code => numbers.has(code)) ? old : made;
    }),
  );
  return rows.filter(({ area }) => !out.has(area));
}

function rankable(
  setting: Setting,
  key: Pick<Held, 'indicator' | 'topic' | 'group' | 'period'>,
): readonly Held[] {
  return listed(setting, key).filter(isUsable);
}

/** What a figure is ranked by: all of its places where they were published. */
function rankedBy({ value }: Held): Fraction {
  if (value.kind === 'none') return whole(0);
  return value.precision === 'full' ? value.exact : printed(value);
}

/** Where a figure stands among authorities. */
export type Place = {
  readonly place: number;
  readonly of: number;
  readonly tied: number;
  readonly band: string | null;
};

/** Its place, or why it has none; `among` those authorities alone where some are told. */
export function placeOf(
  setting: Setting,
  measure: Measure,
  at: Held,
  among?: ReadonlySet<string>,
): Place | string {
  const every = listed(setting, at);
  const rows = every.filter(row => isUsable(row) && (among === undefined || among.has(row.area)));
  if (measure.polarity === 'neutral') return 'no-direction';
  if (among === undefined && (rows.length < 20 || rows.length * 3 < every.length * 2)) return 'too-few-areas';
  if (!rows.some(({ area }) => area === at.area)) return isUsable(at) ? 'other-authority' : 'approximate';
  const mine = rankedBy(at);
  const sign = measure.polarity === 'low' ? -1 : 1;
  const better = rows.filter(row => order(rankedBy(row), mine) * sign > 0).length;
  const tied = rows.filter(row => order(rankedBy(row), mine) === 0).length;
  return { place: better + 1, of: rows.length, tied, band: bandOf(measure, rows, mine, better, tied) };
}

/** The quarter, its bounds four times over so that they are whole; none where the places shared are not in it. */
function bandOf(
  { banded, polarity }: Measure,
  rows: readonly Held[],
  mine: Fraction,
  better: number,
  tied: number,
): string | null {
  const sorted = rows.map(rankedBy).toSorted(order);
  const above = [1, 2, 3].filter(quarter => {
    const at = (sorted.length - 1) * quarter;
    const [below, next] = [sorted[Math.floor(at / 4)] ?? mine, sorted[Math.ceil(at / 4)] ?? mine];
    const bound = plus(below, times(less(next, below), fraction(BigInt(at % 4), 4n)));
    return order(mine, bound) > 0;
  }).length;
  const quarter = polarity === 'low' ? above : 3 - above;
  const middle = 2 * (better + 1) + (tied - 1);
  const fits = 2 * middle >= quarter * rows.length - 4 && 2 * middle <= (quarter + 1) * rows.length + 4;
  return banded && fits ? ('ABCD'[quarter] ?? null) : null;
}

/** How many places up since an earlier year, among those with a figure in both; not told where as many are level. */
export function placesSince(setting: Setting, measure: Measure, at: Held, since: string): Again {
  const earlier = setting.known.at(at.indicator, at.topic, at.group, at.area, since);
  if (earlier === null) return { amount: none(`no figure of ${since}`) };
  const refusal = refusalBetween(measure, since, at.period, 1);
  if (refusal !== null) return { amount: none(refusal) };
  const [now, before] = [
    placeInBoth(setting, measure, at, since),
    placeInBoth(setting, measure, earlier, at.period),
  ];
  if (typeof now === 'string' || typeof before === 'string') return { amount: none(`${now}, ${before}`) };
  const places = before.place - now.place;
  const isLevel = places !== 0 && Math.max(now.tied, before.tied) > Math.abs(places);
  return { amount: isLevel ? none('many-level') : amountTo(whole(places), 0), of: now.of };
}

/** Where a figure stands among those with one in another year too. */
function placeInBoth(setting: Setting, measure: Measure, at: Held, other: string): Place | string {
  const usable = (period: string) => new Set(rankable(setting, { ...at, period }).map(({ area }) => area));
  return placeOf(setting, measure, at, usable(at.period).intersection(usable(other)));
}

/** The gap between two groups of an area in a year: above nothing where the first does worse. */
export function gapOf(
  { known }: Setting,
  measure: Measure,
  key: { readonly topic: string; readonly area: string; readonly period: string },
  group: string,
  against: string,
): { readonly amount: Amount; readonly value: Value; readonly status: string } | null {
  const at = (of: string) => known.at(measure.id, key.topic, of, key.area, key.period);
  const [one, other] = [at(group), at(against)];
  if (one === null || other === null) return null;
  const [ahead, behind] = measure.polarity === 'low' ? [one.value, other.value] : [other.value, one.value];
  const amount = differenceOf(ahead, behind);
  return { amount, value: gapValue(amount, ahead, behind), status: one.status };
}

function gapValue(amount: Amount, ahead: Value, behind: Value): Value {
  if (amount.kind === 'none' || ahead.kind === 'none' || behind.kind === 'none') return nothing;
  const { decimals } = amount;
  if (amount.ends !== null) return { kind: 'number', exact: amount.number, decimals, precision: 'about' };
  return ahead.precision === 'counted' && behind.precision === 'counted'
    ? { kind: 'number', exact: amount.exact, decimals, precision: 'counted' }
    : { kind: 'number', exact: amount.number, decimals, precision: 'printed' };
}

function withoutSign(value: Value): Value {
  return value.kind === 'none' ? value : { ...value, exact: sizeOf(value.exact) };
}

/** Which way a figure went from one year to the next, as told: null where that is nothing, open, or not known. */
export function wayOf(amount: Amount): 'rose' | 'fell' | null {
  if (amount.kind === 'none' || amount.sign === null || amount.sign === 0) return null;
  if (amount.ends === null && amount.number.top === 0n) return null;
  return amount.sign > 0 ? 'rose' : 'fell';
}

/** Works a figure out again; a text says why it cannot be, and is counted apart. */
export function again(setting: Setting, entry: Entry, byId: ReadonlyMap<string, Entry>): Again | string {
  const { folder, known } = setting;
  const { kind, indicator, breakdown, period, against, part } = entry;
  const { topic, group } = breakdown;
  const area = folder.newest(entry.area);
  const measure = folder.measures.get(indicator);
  if (measure === undefined) return `${kind} of ${indicator}`;
  const at = known.at(indicator, topic, group, area, period);
  const key: Key = [indicator, topic, group, area];
  switch (kind) {
    case 'observation':
      if (at === null) return { amount: none('no row') };
      return { amount: amountOf(at.value), status: at.status, row: at };
    case 'change': {
      if (part?.startsWith('gap-')) return gapSince(setting, measure, entry, area, part.slice(4));
      if (at === null) return { amount: none('no row') };
      if (part?.startsWith('of-')) {
        const mean = meanChange(setting, at, part.slice(3), against ?? '');
        return { amount: mean ?? none('other areas in either year'), status: at.status };
      }
      if (part === 'rank') {
        return { ...placesSince(setting, measure, at, against ?? ''), status: at.status };
      }
      return { amount: changeSince(setting, measure, at, against), status: at.status };
    }
    case 'difference': {
      if (against === undefined) return 'difference without what it is against';
      if (part?.startsWith('gap-')) {
        const there = { topic, area: folder.newest(against), period };
        const [ours, theirs] = [{ ...there, area }, there].map(each =>
          gapOf(setting, measure, each, group, part.slice(4)),
        );
        if (!ours || !theirs) return { amount: none('no gap') };
        return { amount: differenceOfDifferences(ours.value, theirs.value) };
      }
      if (at === null) return { amount: none('no row') };
      if (part?.startsWith('since-'))
        return { amount: gainedOn(setting, measure, at, against, part.slice(6)), status: at.status };
      if (part === 'relative') {
        const level = levelBeside(setting, at, against);
        if (level?.kind !== 'number' || at.value.kind !== 'number') return { amount: none('no figures') };
        const share = over(times(less(at.value.exact, level.exact), whole(100)), level.exact);
        return { amount: amountTo(share, 1), status: at.status };
      }
      const list = folder.lists.get(against);
      return {
        amount: besideOf(setting, at, against) ?? none('nothing to set it beside'),
        status: at.status,
        ...(list === undefined ? {} : { count: meanOfList(setting, list, at).count }),
      };
    }
    case 'neighbour-mean': {
      const list = folder.lists.get(against ?? '');
      if (list === undefined) return { amount: none(`no list ${against}`) };
      const { value, count } = meanOfList(setting, list, { indicator, topic, group, period });
      return { amount: count >= 5 ? amountOf(value) : none('too-few-areas'), count };
    }
    case 'rank':
    case 'band': {
      if (at === null) return { amount: none('no row') };
      const found =
        part === 'in-both' ? placeInBoth(setting, measure, at, against ?? '') : placeOf(setting, measure, at);
      if (typeof found === 'string')
        return { amount: none(kind === 'rank' ? found : 'not-applicable'), status: at.status };
      const { place, of, tied, band } = found;
      if (kind === 'rank') return { amount: amountTo(whole(place), 0), of, tied, status: at.status };
      const quarter = 'ABCD'.indexOf(band ?? 'none');
      return {
        amount: quarter === -1 ? none('not-applicable') : amountTo(whole(quarter + 1), 0),
        status: at.status,
      };
    }
    case 'group-gap': {
      const gap = gapOf(setting, measure, { topic, area, period }, group, against ?? '');
      return gap === null ? { amount: none('no gap') } : { amount: gap.amount, status: gap.status };
    }
    case 'streak':
      return at === null ? { amount: none('no row') } : streak(setting, measure, at, entry);
    case 'record': {
      if (at === null) return { amount: none('no row') };
      return { amount: recordAmount(setting, measure, at, entry), status: at.status };
    }
    case 'spread':
      if (against === 'ward' || against === 'locality')
        return { amount: localSpread(setting, key, period, against) };
      if (against === undefined) return 'spread of authorities';
      return at === null
        ? { amount: none('no row') }
        : { amount: spreadSince(setting, measure, at, against ?? '') };
    case 'count': {
      if (part === 'base') return { amount: at?.base ? amountTo(whole(at.base), 0) : none('no base') };
      if (against === 'ward' || against === 'locality')
        return { amount: localCount(setting, measure, key, period, against, part ?? '') };
      return `count, ${part}`;
    }
    case 'one-pupil':
      if (!at?.base) return { amount: none('no base') };
      return { amount: amountTo(over(whole(100), whole(at.base)), 1) };
    case 'equivalent': {
      if (!at?.base) return { amount: none('no base') };
      const of = byId.get(entry.inputs[0] ?? '');
      const points =
        part === 'change'
          ? changeSince(setting, measure, at, of?.against)
          : (besideOf(setting, at, against ?? '') ?? none('nothing to set it beside'));
      if (points.kind === 'none') return { amount: points };
      // Of what it was before it was rounded.
      const pupils = over(times(sizeOf(points.exact), whole(at.base)), whole(100));
      return { amount: order(pupils, whole(10)) < 0 ? none('fewer than ten') : amountTo(roughly(pupils), 0) };
    }
    default:
      return `${kind} of a measure`;
  }
}

/** The change of the mean of a list, where the same areas make it up in both years. */
function meanChange(setting: Setting, at: Held, id: string, since: string): Amount | null {
  const list = setting.folder.lists.get(id);
  if (list === undefined) return null;
  const held = (period: string) =>
    list.areas.filter(
      area => setting.known.at(at.indicator, at.topic, at.group, area, period)?.value.kind === 'number',
    );
  if (held(at.period).join() !== held(since).join()) return null;
  const [now, then] = [at.period, since].map(period => meanOfList(setting, list, { ...at, period }).value);
  return now === undefined || then === undefined ? null : differenceOf(now, then);
}

/** A change as a value: in full where it was worked out from figures known in full. */
function changeValue(amount: Amount, isFull: boolean): Value {
  if (amount.kind === 'none') return nothing;
  const { decimals } = amount;
  if (amount.ends !== null) return { kind: 'number', exact: amount.number, decimals, precision: 'about' };
  return isFull
    ? { kind: 'number', exact: amount.exact, decimals, precision: 'counted' }
    : { kind: 'number', exact: amount.number, decimals, precision: 'printed' };
}

/** The council's own change less that of an area or of the mean of a list over the same years. */
/** The change of a figure less that of an area or a list over the same years. */
export function gainedOn(
  setting: Setting,
  measure: Measure,
  at: Held,
  against: string,
  since: string,
): Amount {
  const { folder, known } = setting;
  const areIn = (area: string) =>
    [at.period, since].every(period =>
      isFull(known.at(at.indicator, at.topic, at.group, area, period)?.value ?? nothing),
    );
  const own = changeValue(
    changeSince(setting, measure, at, since),
    areIn(at.area) && givenBeside(at, since) === null,
  );
  const list = folder.lists.get(against);
  if (list !== undefined) {
    const areFull = [at.period, since].every(period =>
      isFull(meanOfList(setting, list, { ...at, period }).value),
    );
    return differenceOfDifferences(
      own,
      changeValue(meanChange(setting, at, against, since) ?? none('no mean'), areFull),
    );
  }
  const area = folder.newest(against);
  const theirs = known.at(at.indicator, at.topic, at.group, area, at.period);
  const then = known.at(at.indicator, at.topic, at.group, area, since);
  if (theirs === null || then === null) return none('no figures of theirs');
  const areFull = areIn(area) && givenBeside(theirs, since) === null;
  return differenceOfDifferences(own, changeValue(lessThan(theirs, then.value, since), areFull));
}

function gapSince(setting: Setting, measure: Measure, entry: Entry, area: string, than: string): Again {
  const { breakdown, period, against = '' } = entry;
  const of = (year: string) =>
    gapOf(setting, measure, { topic: breakdown.topic, area, period: year }, breakdown.group, than);
  const [now, before] = [of(period), of(against)];
  if (now === null || before === null) return { amount: none('no gap') };
  const refusal = refusalBetween(measure, against, period, 1);
  if (refusal !== null) return { amount: none(refusal) };
  return { amount: differenceOfDifferences(withoutSign(now.value), withoutSign(before.value)) };
}

/** The steps of a run of years, each the change since the year before. */
export function stepsOf(measure: Measure, run: readonly Held[]): readonly Amount[] {
  return run.slice(1).map((row, index) => {
    const earlier = run[index];
    if (earlier === undefined) return none('no-earlier-figure');
    const refusal = refusalBetween(measure, earlier.period, row.period, measure.reach);
    return refusal === null ? lessThan(row, earlier.value, earlier.period) : none(refusal);
  });
}

function streak(setting: Setting, measure: Measure, at: Held, { part, against = '' }: Entry): Again {
  const run = runOf(setting, measure, at);
  if (part?.startsWith('not-')) {
    const sides = run.map(row => {
      const amount = besideOf(setting, row, against);
      return amount === null || amount.kind === 'none' ? null : amount.sign;
    });
    const now = part === 'not-above' ? 1 : -1;
    const isFirst = sides.at(-1) === now && sides.slice(0, -1).every(sign => sign !== null && sign !== now);
    const isWhole = sides.every(sign => sign !== null) && sides.length > 3;
    return {
      amount: isFirst && isWhole ? amountTo(whole(sides.length), 0) : none('no first time'),
      status: at.status,
    };
  }
  const ways = stepsOf(measure, run).map(wayOf);
  const way = ways.at(-1) ?? null;
  const years = ways.length - 1 - ways.findLastIndex(each => each !== way);
  const isSince = run.at(-years - 1)?.period === against;
  return {
    amount: way !== null && years >= 3 && isSince ? amountTo(whole(years), 0) : none('no run'),
    status: at.status,
  };
}

function recordAmount(setting: Setting, measure: Measure, at: Held, { part, against }: Entry): Amount {
  const rows = footingOf(setting, measure, at);
  const earlier = rows.slice(0, -1);
  const want = part === 'highest' ? 1 : -1;
  const isRecord = earlier.every(row => {
    if (areAlike(at.value, row.value)) return false;
    const amount = differenceOf(at.value, row.value);
    return amount.kind === 'number' && amount.sign === want;
  });
  const isWhole = rows.every((row, index) => {
    const before = rows[index - 1]?.period;
    if (before === undefined || yearsFrom(before, row.period) === 1) return true;
    return measure.pauses.some(
      ({ from, to }) => yearsFrom(before, from) === 1 && yearsFrom(to, row.period) === 1,
    );
  });
  if (!isRecord || earlier.length < 3 || !isWhole || rows[0]?.period !== against) return none('no record');
  if (measure.counted === 'pupils' && at.base !== null && at.base < 100) return none('small-cohort');
  return amountOf(at.value);
}

function spreadSince(setting: Setting, measure: Measure, at: Held, since: string): Amount {
  const rows = runOf(setting, measure, at).filter(({ period }) => period >= since);
  const values = rows.map(({ value }) => value).filter(value => value.kind === 'number');
  const sorted = values.toSorted((a, b) => order(printed(a), printed(b)));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined || rows[0]?.period !== since || rows.length < 3)
    return none('no run');
  return amountTo(less(printed(highest), printed(lowest)), highest.decimals);
}

/** The wards, or the localities, of the council with their rows. */
function localRows(
  { folder, known }: Setting,
  [indicator, topic, group, council]: Key,
  period: string,
  kind: string,
) {
  return [...folder.areas.values()]
    .filter(area => area.kind === kind && area.parent === council)
    .map(({ code }) => known.at(indicator, topic, group, code, period));
}

function localSpread(setting: Setting, key: Key, period: string, kind: string): Amount {
  const rows = localRows(setting, key, period, kind).filter(row => row !== null);
  if (rows.some(({ value }) => value.kind === 'none' && value.because === 'suppressed'))
    return none('suppressed');
  const values = rows.map(({ value }) => value).filter(value => value.kind === 'number');
  if (values.length < 3) return none('too-few-areas');
  if (values.some(({ precision }) => precision === 'about')) return none('approximate');
  const sorted = values.toSorted((a, b) => order(printed(a), printed(b)));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return none('too-few-areas');
  if (lowest.decimals !== highest.decimals) return differenceOf(highest, lowest);
  return amountTo(less(printed(highest), printed(lowest)), highest.decimals);
}

function localCount(
  setting: Setting,
  measure: Measure,
  key: Key,
  period: string,
  kind: string,
  which: string,
): Amount {
  const rows = localRows(setting, key, period, kind);
  const [indicator, topic, group, council] = key;
  const own = setting.known.at(indicator, topic, group, council, period);
  const held = rows.filter(row => row?.value.kind === 'number');
  const sides = held.map(row =>
    row === null || own === null ? none('no row') : lessThan(row, own.value, council),
  );
  const worse = measure.polarity === 'low' ? 1 : -1;
  const counts: Readonly<Record<string, number>> = {
    listed: rows.length,
    held: held.length,
    suppressed: rows.filter(row => row?.value.kind === 'none' && row.value.because === 'suppressed').length,
    worse: sides.filter(side => wayOf(side) === (worse === 1 ? 'rose' : 'fell')).length,
    above: sides.filter(side => wayOf(side) === 'rose').length,
    open: sides.filter(side => side.kind === 'number' && side.sign === null).length,
  };
  const count = counts[which];
  return count === undefined ? none(`no count ${which}`) : amountTo(whole(count), 0);
}

/** What is wrong with a figure of the ledger, or null. */
export function wrongIn(entry: Entry, { amount, count, of, tied, status, row }: Again): string | null {
  const said = [
    entry.absent ?? String(entry.value),
    ...(entry.low === undefined ? [] : [`${entry.low} to ${entry.high}`]),
  ].join(', ');
  const ours =
    amount.kind === 'none'
      ? amount.because
      : [
          Number(textTo(amount.number, amount.decimals)),
          ...(amount.ends === null
            ? []
            : [`${Number(textTo(amount.ends.low, 6))} to ${Number(textTo(amount.ends.high, 6))}`]),
        ].join(', ');
  const others = [
    ['count', entry.count, count],
    ['of', entry.of, of],
    ['tied', entry.tied, tied],
    ['file', entry.source?.file, row?.file],
    ['line', entry.source?.line, row?.line],
    ['column', entry.source?.column, row?.column],
    ['series', entry.source?.series, row?.series],
    ...(status === undefined ? [] : [['status', entry.status, status] as const]),
  ] as const;
  const unlike = others.filter(([, theirs, mine]) => mine !== undefined && theirs !== mine);
  const wrong = [
    ...(said === ours ? [] : [`${said}, not ${ours}`]),
    ...unlike.map(([name, theirs, mine]) => `${name} ${theirs}, not ${mine}`),
    ...(amount.kind === 'number' && said === ours ? wrongText(entry, amount) : []),
  ];
  return wrong.length === 0 ? null : wrong.join('; ');
}

/** The numbers of its text are the number, or the ends, with their decimals. */
function wrongText({ text, kind }: Entry, amount: Amount & { kind: 'number' }): readonly string[] {
  if (kind === 'rank' || kind === 'band') return [];
  const said = [...text.replaceAll(',', '').matchAll(/(\d+(?:\.\d+)?)( million)?/g)].map(
    ([, number = '', million]) =>
      million === undefined ? decimal(number) : times(decimal(number), whole(1_000_000)),
  );
  const sizes =
    amount.ends === null
      ? [textTo(sizeOf(amount.number), amount.decimals)]
      : [amount.ends.low, amount.ends.high].map(end => textTo(sizeOf(end), amount.ends?.decimals ?? 0));
  const isVague = text.startsWith('less than') || text.startsWith('no more than');
  const isWrong = said.some(number => !sizes.some(size => order(decimal(size), number) === 0));
  return isWrong && !isVague ? [`“${text}” is not ${sizes.join(' to ')}`] : [];
}
