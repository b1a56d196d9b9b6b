import { Big } from 'big.js';
import { amountOf, subtract } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import type { PublicFolder } from '../gate/public-folder.ts';
import type { Amount, Figure, KnownAmount, Refusal } from '../model/figure.ts';
import type { Break, Indicator } from '../model/indicator.ts';
import { allPhases } from '../model/profile.ts';
import type { TargetPart } from '../model/target.ts';
import { breakBetween } from './comparability.ts';
import { levelOf, observed } from './figures.ts';
import { profileFindings, subtotalled } from './profile.ts';
import type { Reading, Whole } from './reading.ts';
import type { Setting } from './setting.ts';
import { growthOf } from './target-growth.ts';
import type { TargetMeasure } from './target-measure.ts';
import { worstReading } from './target-worst.ts';

/** The outcome of the edition's own year, as the edition knows it. */
export function outcomeOf(
  setting: Setting,
  folder: PublicFolder,
  part: TargetPart,
  measure: TargetMeasure,
): Reading {
  const { indicator } = measure;
  if (indicator === null) return shareReading(setting, folder, part);
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
  if (value.kind === 'absent') return unsaid(refusalOf(amountOf(value)));
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
  const amount = part.as === 'index' ? indexOf(value.number, other.value) : subtract(value, other.value);
  if (amount.kind === 'refused') return unsaid(amount.because, null, [other.figure, ...listed]);
  return workedOut(row, amount, [level.figure, other.figure, ...listed]);
}

/** How much faster a figure grew than an index. */
function growthReading(setting: Setting, index: Indicator, indicator: Indicator, row: Published): Reading {
  const growth = growthOf(setting, index, indicator, row);
  const { rests } = growth;
  return growth.kind === 'none'
    ? { ...none(growth.because), rests, note: row.note }
    : workedOut(row, growth.amount, rests);
}

/** A reading that was worked out of several figures, which may leave open both of its ends. */
function workedOut(row: Published, amount: KnownAmount, rests: readonly Figure[]): Reading {
  const { low, high } = amount.range ?? { low: amount.number, high: amount.number };
  return {
    kind: 'known',
    number: amount.number,
    ends: [low, high],
    decimals: amount.decimals,
    status: row.status,
    rests,
    whole: null,
    source: null,
    publication: null,
    note: row.note,
  };
}

/** The council's figure for each 100 of the comparator's. */
function indexOf(own: Big, other: Parameters<typeof subtract>[1]): Amount {
  if (other.kind === 'absent') return amountOf(other);
  if (other.precision === 'about') return { kind: 'refused', because: 'approximate' };
  if (other.number.eq(0)) return { kind: 'refused', because: 'not-applicable' };
  const number = own.times(100).div(other.number).round(1, Big.roundHalfUp);
  return { kind: 'known', number, decimals: 1, sign: 1, range: null, about: false };
}

/** The share of a profile, at a date of the edition's own year. */
function shareReading(setting: Setting, folder: PublicFolder, part: TargetPart): Reading {
  const profile = folder.profiles.find(({ id }) => id === part.profile);
  const found = profile === undefined ? null : profileFindings(setting, profile, folder.profileCounts);
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
  const number = new Big(now).times(100).div(of);
  return {
    kind: 'known',
    number,
    ends: [number, number],
    decimals: 1,
    status: 'final',
    rests: [share, count, phase.total],
    whole: { of, now, exact: true },
    source: null,
    publication: null,
    note: found.rows.find(({ note }) => note !== null)?.note ?? null,
  };
}

function plain(row: Published, value: Extract<Published['value'], { kind: 'known' }>) {
  const { number, decimals } = value;
  return {
    kind: 'known',
    number,
    ends: [number, number],
    decimals,
    status: row.status,
    note: row.note,
    source: { file: row.place.file, line: row.place.line },
    publication: { source: row.source, released: row.released },
  } as const;
}

/** How many a share is of, where the gate lets that pass; of pupils, how many are in it follows from what is printed. */
function wholeOf({ base, value }: Published, { unit, counted }: Indicator): Whole | null {
  if (base === null || value.kind === 'absent' || unit !== 'percent') return null;
  const exact = counted === 'schools' && value.precision === 'exact';
  const share = exact ? value.number : value.number.round(value.decimals, Big.roundHalfUp);
  return { of: base, now: Number(share.times(base).div(100).round(0, Big.roundHalfUp)), exact };
}

/** The break between a part's baseline and a year, if there is one. */
export function acrossBreak({ baseline }: TargetPart, indicator: Indicator, period: string): Break | null {
  return baseline === undefined ? null : breakBetween(indicator, baseline.period, period);
}

function refusalOf(amount: Amount): Refusal {
  return amount.kind === 'refused' ? amount.because : 'not-available';
}

function none(because: Refusal, across: Break | null = null): Extract<Reading, { kind: 'none' }> {
  return { kind: 'none', because, across, rests: [], note: null };
}
