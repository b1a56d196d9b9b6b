import { Big } from 'big.js';
import type { Published } from '../gate/primary.ts';
import type { AreaCell } from '../gate/releases.ts';
import { type Area, existedIn } from '../model/area.ts';
import type { Breakdown } from '../model/breakdown.ts';
import type { Figure } from '../model/figure.ts';
import { valueText } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Period } from '../model/time.ts';
import type { Value } from '../model/value.ts';
import { observed, observedOnce } from './figures.ts';
import { remembered, type Setting } from './setting.ts';

/** Every authority with a figure of one measure, group and period, as an edition knows them, in their places. */
export type Authorities = {
  readonly indicator: Indicator;
  readonly breakdown: Breakdown;
  readonly period: Period;
  /** Be it a number or a symbol. */
  readonly listed: number;
  /** Those with a number, the best first; those level in the order of their codes. */
  readonly ranked: readonly RankedArea[];
  /** The place of each of them: those level share the best place, and the next are left out. */
  readonly places: readonly number[];
  /** How many share each place. */
  readonly alike: ReadonlyMap<number, number>;
  /** What the places go by: the figures as they are printed, or as they were published to more places. */
  readonly by: 'printed' | 'published';
};

type RankedArea = AreaCell & { readonly number: number };

export type Placing = {
  readonly row: Published;
  readonly figure: Figure;
  readonly place: number;
  /** As a table of all of them prints it: with more decimals where else it would look level with one in another place. */
  readonly text: string;
};

/** Fewer authorities than this are not ranked, and have no spread. */
export const fewestRanked = 20;

/** The most places that a value is read with. */
const mostPlaces = 6;

type Asked = readonly [indicator: Indicator, breakdown: Breakdown, period: Period];

const namesOf = (...[{ id }, { topic, group }, period]: Asked) => [id, topic, group, period] as const;

/** All authorities with a figure of a measure, group and period: sorted once for all who ask of any of them. */
export const authoritiesOf = remembered(namesOf, inPlace);

/** The three bounds between the quarters of the authorities' figures, from the lowest. */
export const quartilesOf = remembered(namesOf, quartiles);

export const placingsOf = remembered(namesOf, placings);

type Shared = { readonly place: number; readonly tied: number };

/** Where an area stands in two years among the authorities with a figure in both, and how many those are. */
export type InBoth = { readonly of: number; readonly now: Shared; readonly before: Shared };

/** The places of an area that has a figure in two years, in each among those that have one in both (R09). */
export function placesInBoth(now: Authorities, before: Authorities, area: string): InBoth {
  const then = new Set(before.ranked.map(row => row.area));
  const both = new Set(now.ranked.map(row => row.area).filter(each => then.has(each)));
  const shared = (among: Authorities): Shared => {
    const own = placeAmong(among, area);
    const places = among.places.filter((_, at) => both.has(among.ranked[at]?.area ?? ''));
    return {
      place: 1 + places.filter(place => place < own).length,
      tied: places.filter(place => place === own).length,
    };
  };
  return { of: both.size, now: shared(now), before: shared(before) };
}

function inPlace(setting: Setting, ...[indicator, breakdown, period]: Asked): Authorities {
  const { codes, ended } = existing(setting, period);
  const cells = setting.known.cells(indicator.id, codes, breakdown, period);
  const rows = onceEach(
    cells.filter(cell => cell !== null),
    ended,
  );
  const best = indicator.polarity === 'low' ? 1 : -1;
  // They come in the order of their codes, in which those that are level stay.
  const ranked = rows.filter(hasNumber).sort((a, b) => best * (a.number - b.number));
  const places: number[] = [];
  const alike = new Map<number, number>();
  for (const [at, { number }] of ranked.entries()) {
    const place = number === ranked[at - 1]?.number ? (places[at - 1] ?? 0) : at + 1;
    places.push(place);
    alike.set(place, at + 2 - place);
  }
  const by = ranked.some(({ isUnrounded }) => isUnrounded) ? 'published' : 'printed';
  return { indicator, breakdown, period, listed: rows.length, ranked, places, alike, by };
}

/** The place of an area among all authorities; 0 of one that has none. */
export function placeAmong({ ranked, places }: Authorities, area: string): number {
  return places[ranked.findIndex(row => row.area === area)] ?? 0;
}

/** What is known only roughly is in no place. */
function hasNumber(row: AreaCell): row is RankedArea {
  return row.number !== null && !row.isAbout;
}

/** The codes of the authorities that there were in a school year, in order, no regions; and those among them that ended in it, as their successors began. */
const existing = remembered(
  (period: Period) => [period],
  ({ areas }, period) => {
    const there = [...areas.values()].filter(area => area.kind === 'authority' && existedIn(area, period));
    const codes = there.map(codeOf).sort();
    return {
      codes,
      ended: there.filter(({ successors }) => successors?.some(code => codes.includes(code))),
    };
  },
);

/**
 * Every place once: in the year of a reorganisation some files have both those that ended and those that took their place.
 * The new ones stand where each of them has a number, else the old ones where any has.
 */
function onceEach(rows: readonly AreaCell[], ended: readonly Area[]): readonly AreaCell[] {
  if (ended.length === 0) return rows;
  const held = new Map(rows.map(row => [row.area, hasNumber(row)]));
  const isKnown = (code: string) => held.get(code) === true;
  const left = ended.flatMap(({ successors = [] }) => {
    const together = ended.filter(each => each.successors?.some(code => successors.includes(code)));
    const [old, made] = [together.map(codeOf), together.flatMap(each => each.successors ?? [])];
    if (!made.some(code => held.has(code))) return [];
    return made.every(isKnown) || !old.some(isKnown) ? old : made;
  });
  return left.length === 0 ? rows : rows.filter(({ area }) => !left.includes(area));
}

function codeOf({ code }: Area): string {
  return code;
}

function quartiles(setting: Setting, ...asked: Asked): readonly Big[] {
  const { ranked, indicator } = authoritiesOf(setting, ...asked);
  const numbers = ranked.map(({ number }) => number);
  const sorted = indicator.polarity === 'low' ? numbers : numbers.toReversed();
  return [0.25, 0.5, 0.75].map(share => quantile(sorted, share));
}

/** A quantile of numbers in order, between two of them in proportion, as most statistical software has it. */
function quantile(sorted: readonly number[], share: number): Big {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) throw new Error('invalid quantile: of no numbers');
  // The part of a quarter is exact as it is.
  return new Big(above)
    .minus(below)
    .times(at - Math.floor(at))
    .plus(below);
}

function placings(setting: Setting, ...asked: Asked): readonly Placing[] {
  const [indicator, breakdown, period] = asked;
  const { ranked, places } = authoritiesOf(setting, ...asked);
  const all = ranked.flatMap(({ area }, at) => {
    const row = setting.known.once(indicator.id, area, breakdown, period);
    if (row === undefined) return [];
    const { figure } = row.series === null ? observed(row, indicator) : observedOnce(row, indicator);
    return { row, figure, place: places[at] ?? 0, text: figure.text };
  });
  const alike = Map.groupBy(all, ({ text }) => text);
  return all.map(each => ({ ...each, text: toldApart(each, alike.get(each.text) ?? [], indicator) }));
}

/** A figure as printed, with as many decimals more as tell it from those that are printed alike and not level. */
function toldApart({ row, text, place }: Placing, alike: readonly Placing[], { unit }: Indicator): string {
  const others = alike.filter(each => each.place !== place);
  if (others.length === 0 || row.value.kind === 'absent') return text;
  const places = new Set(alike.map(each => each.place)).size;
  const textTo = (value: Value, decimals: number) =>
    valueText(value.kind === 'known' ? { ...value, decimals } : value, unit);
  for (let decimals = row.value.decimals + 1; decimals < mostPlaces; decimals++) {
    const texts = new Set(alike.map(each => textTo(each.row.value, decimals)));
    if (texts.size === places) return textTo(row.value, decimals);
  }
  return textTo(row.value, mostPlaces);
}
