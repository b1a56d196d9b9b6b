import type { Report } from '../issues.ts';
import { isLocalityKind } from '../model/area.ts';
import { isTotal } from '../model/breakdown.ts';
import type { Measure } from '../model/indicator.ts';
import { periodLabel } from '../model/time.ts';
import { type KnownValue, shown } from '../model/value.ts';
import type { Observation } from './council-folder.ts';
import { entryOf, type Known } from './names.ts';
import { runOf } from './plausibility.ts';

/** An observation whose number is known, and not only roughly. */
type Plain = Observation & { readonly value: KnownValue };

type Bounds = { readonly low: number; readonly high: number };

/**
 * Reports figures of everyone that their groups do not allow: outside all of them, where the groups of a topic are everyone
 * between them, and smaller than one of them, where both are counted. Of figures that were released more than once, the
 * latest groups are held against everyone's latest, and forgiven where they go with an earlier one.
 */
export function checkWholes(observations: readonly Observation[], known: Known, report: Report): void {
  const plain = observations.filter(isPlain).filter(({ status }) => status !== 'projection');
  for (const rows of Map.groupBy(plain, whereOf).values()) {
    const wholes = newestFirst(rows.filter(({ breakdown }) => isTotal(breakdown)));
    const groups = rows.filter(({ breakdown }) => !isTotal(breakdown));
    const { measure } = entryOf(known.indicators, rows[0]?.indicator ?? '');
    if (measure === undefined) continue;
    for (const [topic, inTopic] of Map.groupBy(groups, ({ breakdown }) => breakdown.topic)) {
      const byGroup = Map.groupBy(inTopic, ({ breakdown }) => breakdown.group);
      const parts = [...byGroup.values()].flatMap(each => newestFirst(each)[0] ?? []);
      checkParts(wholes, parts, measure, report);
      checkWhole(wholes, parts, measure, topic, known, report);
    }
  }
}

/** Reports a group of which more are counted than of everyone, in one publication. */
function checkParts(
  wholes: readonly Plain[],
  parts: readonly Plain[],
  measure: Measure,
  report: Report,
): void {
  const countOf = ({ value, denominator }: Plain) =>
    measure === 'count' ? Number(value.number) : denominator;
  for (const part of parts) {
    const whole = wholes.find(each => isOfOneRelease(each, part));
    const [theirs, all] = [countOf(part), whole === undefined ? null : countOf(whole)];
    if (theirs !== null && all !== null && theirs > all)
      report(part.place, 'part-above-whole', part.breakdown.group, String(theirs), String(all));
  }
}

function checkWhole(
  wholes: readonly Plain[],
  parts: readonly Plain[],
  measure: Measure,
  topic: string,
  known: Known,
  report: Report,
): void {
  const { groups = [], partial = false } = entryOf(known.topics, topic);
  const [whole] = wholes;
  if (whole === undefined || measure === 'count' || parts.length < 2 || parts.length < groups.length) return;
  const allows = (each: Plain) => {
    const bounds = boundsByCounts(each, parts, measure) ?? (partial ? null : boundsByValues(parts));
    const room = roundingError(each) + Math.max(...parts.map(roundingError)) + 1e-9;
    const number = Number(each.value.number);
    return bounds === null || (number >= bounds.low - room && number <= bounds.high + room);
  };
  if (wholes.some(allows)) return;
  const theirs = parts.map(part => `${printedOf(part)} (${part.breakdown.group})`);
  report(whole.place, 'whole-outside-parts', printedOf(whole), theirs, topic);
}

/** Of one release with everyone's. Counts that are all multiples of five may have been rounded to them. */
function boundsByCounts(whole: Plain, parts: readonly Plain[], measure: Measure): Bounds | null {
  const all = whole.denominator;
  const bases = parts.flatMap(({ denominator }) => denominator ?? []);
  const isComplete = bases.length === parts.length && parts.every(part => isOfOneRelease(part, whole));
  const rest = (all ?? 0) - sum(bases);
  if (measure !== 'percentage' || all === null || !isComplete || rest < 0) return null;
  const inside = sum(
    parts.map(({ value, denominator }) => (Number(value.number) * (denominator ?? 0)) / 100),
  );
  const counts = [whole, ...parts].flatMap(row => [row.numerator ?? 0, row.denominator ?? 0]);
  const slack = counts.every(count => count % 5 === 0) ? 2.5 * (parts.length + 1) : 0;
  return { low: ((inside - slack) * 100) / all, high: ((inside + rest + slack) * 100) / all };
}

function boundsByValues(parts: readonly Plain[]): Bounds {
  const numbers = parts.map(({ value }) => Number(value.number));
  return { low: Math.min(...numbers), high: Math.max(...numbers) };
}

function isOfOneRelease(a: Observation, b: Observation): boolean {
  return a.source === b.source && a.released === b.released;
}

function isPlain(row: Observation): row is Plain {
  return row.value.kind === 'known' && row.value.precision !== 'about';
}

function whereOf({ indicator, area, period }: Observation): string {
  return `${indicator}\n${area}\n${period}`;
}

function newestFirst(rows: readonly Plain[]): readonly Plain[] {
  return rows.toSorted((a, b) => ((a.released ?? '') > (b.released ?? '') ? -1 : 1));
}

function printedOf({ value }: Plain): string {
  return shown(value).toFixed(value.decimals);
}

function roundingError({ value }: Plain): number {
  return value.precision === 'exact' ? 0 : 10 ** -value.decimals / 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

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
      report(row.place, 'extreme-without-base', writtenOf(row), group);
    if (!isSmall) continue;
    const run = runOf(row, known);
    const earlier = seen.get(run);
    seen.set(run, row);
    if (earlier !== undefined && earlier.period !== row.period)
      report(row.place, 'change-without-base', writtenOf(row), periodLabel(earlier.period));
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

function writtenOf({ value }: Observation): string {
  return value.kind === 'known' ? value.number.toFixed() : '';
}
