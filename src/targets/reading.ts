import { Big } from 'big.js';
import { amountOf, subtract } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import { breakBetween } from '../judgements/comparability.ts';
import { levelOf, observed } from '../judgements/figures.ts';
import { type LocalityFindings, localityFigures, localityFindings } from '../judgements/localities.ts';
import type { Setting } from '../judgements/setting.ts';
import type { Area } from '../model/area.ts';
import { type Breakdown, total } from '../model/breakdown.ts';
import { type Figure, type KnownAmount, lineOf, type Refusal } from '../model/figure.ts';
import type { Break, Indicator } from '../model/indicator.ts';
import type { Status } from '../model/observation.ts';
import { yearsAfter } from '../model/time.ts';
import { known, shown, type Value } from '../model/value.ts';
import { profileFindings, subtotalled } from '../profiles/findings.ts';
import { allPhases } from '../profiles/schema.ts';
import type { TargetMeasure } from './measure.ts';
import { isUpwards, type TargetPart } from './schema.ts';

export function outcomeOf(setting: Setting, part: TargetPart, measure: TargetMeasure): Reading {
  const { indicator } = measure;
  if (indicator === null) return shareReading(setting, part);
  const { period } = setting.edition;
  if (part.worst !== undefined) return worstReading(setting, part, indicator, measure.breakdown);
  const row = setting.known.at(indicator.id, setting.council.code, measure.breakdown, period);
  if (row === undefined) {
    const ended = indicator.end !== undefined && period > indicator.end;
    return none(ended ? 'discontinued' : 'not-available');
  }
  return rowReading(setting, part, measure, indicator, row);
}

/** What was projected for the edition's year, where no outcome is held. */
export function projectionOf(setting: Setting, part: TargetPart, measure: TargetMeasure): Reading | null {
  const { indicator, beside, breakdown } = measure;
  if (indicator === null || beside !== null || part.worst !== undefined) return null;
  const key = [indicator.id, setting.council.code, breakdown, setting.edition.period] as const;
  const row = setting.known.at(...key) === undefined ? setting.known.projected(...key) : undefined;
  if (row === undefined || row.value.kind === 'absent') return null;
  return { ...plain(row, row.value), rests: [], whole: null };
}

function rowReading(
  setting: Setting,
  part: TargetPart,
  measure: TargetMeasure,
  indicator: Indicator,
  row: Published,
): Reading {
  const { beside, breakdown } = measure;
  const level = observed(row, indicator);
  const { value } = row;
  const unsaid = (
    because: Refusal,
    across: Break | null = null,
    others: readonly Figure[] = [],
  ): Reading => ({
    ...none(because, across),
    rests: [level.figure, ...others],
    note: row.note,
  });
  if (value.kind === 'absent') {
    const amount = amountOf(value);
    return unsaid(amount.kind === 'refused' ? amount.because : 'not-available');
  }
  if (value.precision === 'about') return unsaid('approximate');
  const across = acrossBreak(part, indicator, row.period);
  if (across !== null) return unsaid('break', across);
  if (measure.index !== null) return growthReading(setting, measure.index, indicator, row);
  if (part.against === undefined) {
    return { ...plain(row, value), rests: [level.figure], whole: wholeOf(row, indicator) };
  }
  const other = beside === null ? null : levelOf(setting, indicator, beside, breakdown, row.period);
  if (other === null) return unsaid('no-comparator');
  const listed = (beside?.list?.areas ?? []).flatMap(area => {
    const held = setting.known.at(indicator.id, area, breakdown, row.period);
    return held === undefined ? [] : [observed(held, indicator).figure];
  });
  const amount = subtract(value, other.value);
  if (amount.kind === 'refused') return unsaid(amount.because, null, [other.figure, ...listed]);
  return workedOut(row, amount, [level.figure, other.figure, ...listed]);
}

/** A reading that was worked out of several figures, which may leave open both of its ends. */
function workedOut(row: Published, amount: KnownAmount, rests: readonly Figure[]): Reading {
  const { number, decimals, range } = amount;
  const { low, high } = range ?? { low: number, high: number };
  return { ...reading(number, decimals), ends: [low, high], status: row.status, rests, note: row.note };
}

/** A number that a target is held against, of which nothing else is said yet. */
function reading(number: Big, decimals: number) {
  const unsaid = { whole: null, source: null, publication: null, note: null } as const;
  return { kind: 'known', number, ends: [number, number], decimals, status: 'final', ...unsaid } as const;
}

function shareReading(setting: Setting, part: TargetPart): Reading {
  const profile = setting.folder.profiles.find(({ id }) => id === part.profile);
  const found =
    profile === undefined ? null : profileFindings(setting, profile, setting.folder.profileCounts);
  const phase =
    found === null ? undefined : subtotalled(found).find(each => each.phase === (part.phase ?? allPhases));
  if (found === null || phase === undefined || found.period !== setting.edition.period)
    return none('not-available');
  const { count, share } =
    part.grade === undefined
      ? phase.subtotal
      : (phase.parts.find(({ part: grade }) => grade === part.grade) ?? phase.subtotal);
  const [now, of] = [count, phase.total].map(({ amount }) =>
    Number(amount.kind === 'known' ? amount.number : 0),
  );
  if (now === undefined || of === undefined || of === 0) return none('not-available');
  return {
    ...reading(new Big(now).times(100).div(of), 1),
    rests: [share, count, phase.total],
    whole: { of, now, exact: true },
    note: found.rows.find(({ note }) => note !== null)?.note ?? null,
  };
}

function plain(row: Published, value: Extract<Published['value'], { kind: 'known' }>) {
  return {
    ...reading(value.number, value.decimals),
    status: row.status,
    note: row.note,
    source: lineOf(row.place),
    publication: { source: row.source, released: row.released },
  };
}

/** How many a share is of, where the gate lets that pass; of pupils, how many are in it follows from what is printed. */
function wholeOf({ base, value }: Published, { unit, counted }: Indicator): ShareBase | null {
  if (base === null || value.kind === 'absent' || unit !== 'percent') return null;
  const exact = counted === 'schools' && value.precision === 'exact';
  const share = exact ? value.number : value.number.round(value.decimals, Big.roundHalfUp);
  return { of: base, now: Number(share.times(base).div(100).round(0, Big.roundHalfUp)), exact };
}

export function acrossBreak({ baseline }: TargetPart, indicator: Indicator, period: string): Break | null {
  return baseline === undefined ? null : breakBetween(indicator, baseline.period, period);
}

export function none(because: Refusal, across: Break | null = null): Extract<Reading, { kind: 'none' }> {
  return { kind: 'none', because, across, rests: [], note: null };
}

/** How many a share is of and how many are in it; `exact` where they were counted and are public. */
export type ShareBase = { readonly of: number; readonly now: number; readonly exact: boolean };

export type Reading =
  | {
      readonly kind: 'known';
      readonly number: Big;
      /** Both ends of what a difference of figures of different precision may be. */
      readonly ends: readonly [Big, Big];
      readonly decimals: number;
      readonly status: Status;
      /** The figures it is or rests on, all for the ledger; the first is the council's own. */
      readonly rests: readonly Figure[];
      readonly whole: ShareBase | null;
      /** The row, where it is one row. */
      readonly source: Figure['source'];
      readonly publication: Figure['publication'];
      readonly note: string | null;
      /** The localities it is the figure of, where the worst of them decides. */
      readonly places?: readonly Area[];
    }
  | {
      readonly kind: 'none';
      readonly because: Refusal;
      /** The break that stands between it and the baseline, when that is why. */
      readonly across: Break | null;
      readonly rests: readonly Figure[];
      readonly note: string | null;
      /** The localities that decide, where some of them have no figure. */
      readonly localities?: LocalityFindings;
    };

/** Not to be had while any of them is withheld or has no figure: that one could be the worst. */
function worstReading(
  setting: Setting,
  { worst, operator }: TargetPart,
  indicator: Indicator,
  breakdown: Breakdown,
): Reading {
  const localities = worst === undefined ? null : localityFindings(setting, indicator, worst, breakdown);
  if (localities === null) return none('not-available');
  const { held, period } = localities;
  const rests = localityFigures(localities);
  const because = openBecause(localities);
  // Of those asked to come down the highest is the worst; of those asked to come up the lowest.
  const ordered = held.toSorted((a, b) => a.level.value.number.cmp(b.level.value.number));
  const decides = ordered.at(isUpwards(operator) ? 0 : -1);
  if (because !== null || decides === undefined)
    return { ...none(because ?? 'not-available'), rests, localities };
  const { figure, value } = decides.level;
  const alike = held.filter(
    ({ level }) => level.value.decimals === value.decimals && shown(level.value).eq(shown(value)),
  );
  const row = setting.known.at(indicator.id, decides.area.code, breakdown, period);
  return {
    ...reading(value.number, value.decimals),
    status: row?.status ?? 'final',
    rests: [figure, ...rests.filter(({ id }) => id !== figure.id)],
    source: figure.source,
    publication: figure.publication,
    note: decides.level.note,
    places: alike.map(({ area }) => area),
  };
}

function openBecause({ counts, held, rows }: LocalityFindings): Refusal | null {
  if (counts.suppressed.count > 0) return 'suppressed';
  if (held.length < rows.length) return 'not-available';
  return held.some(({ level }) => level.value.precision === 'about') ? 'approximate' : null;
}

/** In percentage points faster than the index in its own year; or why that may not be said. */
function growthReading(
  { known: held, nation }: Setting,
  index: Indicator,
  indicator: Indicator,
  row: Published,
): Reading {
  const before = held.at(indicator.id, row.area, row.breakdown, yearsAfter(row.period, -1));
  const rate = held.at(index.id, nation.code, total, row.period);
  const rests = [
    ...[row, before].flatMap(each => (each === undefined ? [] : observed(each, indicator).figure)),
    ...(rate === undefined ? [] : [observed(rate, index).figure]),
  ];
  const unsaid = (because: Refusal): Reading => ({ ...none(because), rests, note: row.note });
  if (before === undefined) return unsaid('no-earlier-figure');
  if (breakBetween(indicator, before.period, row.period) !== null) return unsaid('break');
  if (rate === undefined) return unsaid('no-comparator');
  const growth = growthBetween(before.value, row.value, rate.value);
  if (growth === null) return unsaid('not-applicable');
  const amount = subtract(growth, rate.value);
  return amount.kind === 'refused' ? unsaid(amount.because) : workedOut(row, amount, rests);
}

/** The growth in per cent, to the decimals of the rate it is held against; null where there is none to be had. */
function growthBetween(before: Value, now: Value, rate: Value): Value | null {
  if (now.kind === 'absent') return now;
  if (before.kind === 'absent') return before;
  if (before.number.lte(0) || before.precision === 'about' || now.precision === 'about') return null;
  const decimals = rate.kind === 'known' ? rate.decimals : 1;
  const percent = now.number.minus(before.number).times(100).div(before.number);
  return known(percent.round(decimals, Big.roundHalfUp), decimals);
}
