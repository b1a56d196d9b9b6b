import type { Breakdown } from '../model/breakdown.ts';
import type { Refusal } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import type { TargetPart } from '../model/target.ts';
import { shown } from '../model/value.ts';
import { type LocalityFindings, localityFigures, localityFindings } from './localities.ts';
import type { Reading } from './reading.ts';
import type { Setting } from './setting.ts';

/**
 * The worst of the localities, which decides whether each of them does what a target asks. Not to be had while any of them
 * is withheld or has no figure: that one could be the worst.
 */
export function worstReading(
  setting: Setting,
  { worst, operator }: TargetPart,
  indicator: Indicator,
  breakdown: Breakdown,
): Reading {
  const localities = worst === undefined ? null : localityFindings(setting, indicator, worst, breakdown);
  if (localities === null)
    return { kind: 'none', because: 'not-available', across: null, rests: [], note: null };
  const { held, period } = localities;
  const rests = localityFigures(localities);
  const because = openBecause(localities);
  // Of those asked to come down the highest is the worst; of those asked to come up the lowest.
  const isUpwards = operator === 'at-least' || operator === 'above';
  const ordered = held.toSorted((a, b) => a.level.value.number.cmp(b.level.value.number));
  const decides = ordered.at(isUpwards ? 0 : -1);
  if (because !== null || decides === undefined)
    return { kind: 'none', because: because ?? 'not-available', across: null, rests, note: null, localities };
  const { figure, value } = decides.level;
  const alike = held.filter(
    ({ level }) => level.value.decimals === value.decimals && shown(level.value).eq(shown(value)),
  );
  const row = setting.known.at(indicator.id, decides.area.code, breakdown, period);
  return {
    kind: 'known',
    number: value.number,
    ends: [value.number, value.number],
    decimals: value.decimals,
    status: row?.status ?? 'final',
    rests: [figure, ...rests.filter(({ id }) => id !== figure.id)],
    whole: null,
    source: figure.source,
    publication: figure.publication,
    note: decides.level.note,
    places: alike.map(({ area }) => area),
  };
}

function openBecause({ counts, held, rows }: LocalityFindings): Refusal | null {
  if (counts.suppressed.text !== '0') return 'suppressed';
  if (held.length < rows.length) return 'not-available';
  return held.some(({ level }) => level.value.precision === 'about') ? 'approximate' : null;
}
