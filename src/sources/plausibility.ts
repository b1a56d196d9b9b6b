import type { Report } from '../issues.ts';
import { withFewChildren } from '../model/area.ts';
import { total } from '../model/breakdown.ts';
import type { Unit } from '../model/indicator.ts';
import { keyText } from '../model/observation.ts';
import type { ReleasedSeries } from '../model/release.ts';
import { periodLabel } from '../model/time.ts';
import { known as knownValue } from '../model/value.ts';
import type { Observation } from './council-folder.ts';
import type { CsvRow } from './csv.ts';
import { entryOf, type Known } from './names.ts';

/** The fewest authorities whose spread says what is likely. */
const fewestAuthorities = 10;

/** The fewest other years of an area that say what is likely. */
const fewestYears = 2;

/** How far beyond the others a value must stand to be doubted, in robust standard deviations of their logarithms. */
const farOut = 10;

/** Where authorities are no further apart than this, a hundredth of what they have is no figure of theirs. */
const alike = 0.1;

/** A spread is never taken to be narrower than this, in powers of ten: about a twentieth. */
const leastSpread = 0.02;

/** An observation whose number is positive, so that it can be ten or a hundred times another. */
type Positive = { readonly row: Observation; readonly log: number };

/** What a value was held against: other authorities in the same year, or other years of the same area. */
type HeldAgainst = 'authorities' | 'years';

/** A value that is ten or a hundred times too large or too small compared with others, and the number probably meant. */
type Doubt = {
  readonly row: Observation;
  readonly meant: string;
  readonly against: HeldAgainst;
  readonly isCertain: boolean;
};

/**
 * Reports values that stand a factor of ten or a hundred off what the same measure has elsewhere in the same year, or had
 * in the same area in other years: a point in the wrong place, or a proportion among percentages (an error, for that is
 * certain). A row that says something of its figure in a note has been looked at, and is let be.
 */
export function checkPlausible(
  observations: readonly Observation[],
  releases: readonly ReleasedSeries[],
  known: Known,
  report: Report,
): void {
  const weighed = observations.filter(isWeighed(known));
  const besidePublished = doubtsBesidePublished(weighed, releases, known);
  const doubted = [...doubtsOf(weighed, known), ...besidePublished.own];
  const byFile = Map.groupBy(
    doubted.filter(({ row }, at) => row.note === null && doubted.findIndex(each => each.row === row) === at),
    ({ row, against, isCertain }) => [row.place.file, row.indicator, against, isCertain].join('\n'),
  );
  for (const [first, ...others] of byFile.values()) {
    if (first === undefined || first.row.value.kind === 'absent') continue;
    const { row, meant, against, isCertain } = first;
    const written = first.row.value.number.toFixed();
    const rule = isCertain ? 'proportion-for-percentage' : 'implausible-value';
    report(row.place, rule, written, meant, against, others.length);
  }
  const { published } = besidePublished;
  for (const { row, meant, against } of published) reportPublished(row, [meant, against], report);
  // Told already, or not shown, as the officer has a row of her own.
  const passedOver = new Set([...published.map(({ row }) => row), ...observations].map(keyText));
  for (const row of percentagesBeyond(releases, known))
    if (!passedOver.has(keyText(row))) reportPublished(row, [null, 'authorities'], report);
}

/** Says of a cell of a publisher's file what it does not fit, and the number probably meant, where one would. */
function reportPublished(
  row: Observation,
  doubt: readonly [meant: string | null, against: HeldAgainst],
  report: Report,
): void {
  if (row.value.kind === 'absent') return;
  const { topic, group } = row.breakdown;
  const what = topic === total.topic ? row.indicator : `${row.indicator}, ${group}`;
  report(row.place, 'implausible-release', row.value.number.toFixed(), what, periodLabel(row.period), doubt);
}

/**
 * Reports percentages below 0 and above 100 of measures that no publisher gives so of another area: of some it does, as take-up of
 * places among an estimated number of children.
 */
export function checkPercentages(
  observations: readonly Observation[],
  releases: readonly ReleasedSeries[],
  known: Known,
  report: Report,
): void {
  const published = Map.groupBy(
    releases.filter(({ companion }) => companion === null),
    ({ indicator }) => indicator,
  );
  for (const row of observations) {
    // Of one that is worked out, it is told where it is read.
    if (entryOf(known.indicators, row.indicator).measure !== 'given' || !isShare(row, known)) continue;
    if (row.value.kind === 'absent' || !isBeyond(Number(row.value.number))) continue;
    const those = published.get(row.indicator) ?? [];
    if (those.length === 0 || isGivenElsewhere(those, known)) continue;
    report(row.place, 'percentage-out-of-range', row.value.number.toFixed());
  }
}

function isBeyond(number: number): boolean {
  return number < 0 || number > 100;
}

/** Whether any area but the council has such a percentage in some series. */
function isGivenElsewhere(series: readonly ReleasedSeries[], { council }: Known): boolean {
  return series.some(({ rows, years: { length }, numbers }) =>
    [...rows].some(
      ([area, row]) => area !== council && numbers.subarray(row * length, (row + 1) * length).some(isBeyond),
    ),
  );
}

/** The council's cells in publishers' files that are such percentages, of measures of which no other area has one. */
function percentagesBeyond(releases: readonly ReleasedSeries[], known: Known): readonly Observation[] {
  const shares = releases.filter(
    ({ companion, indicator }) =>
      companion === null && entryOf(known.indicators, indicator).unit === 'percent',
  );
  return [...Map.groupBy(shares, ({ indicator }) => indicator).values()].flatMap(those => {
    const beyond = those
      .flatMap(series => cellsAsRows(series, [known.council]))
      .filter(({ value }) => value.kind === 'known' && isBeyond(Number(value.number)));
    return beyond.length === 0 || isGivenElsewhere(those, known) ? [] : beyond;
  });
}

/** How many times the nation's figure, or a part of it, the council's is before it is held against all that was published. */
const muchApart = 3;

/** Doubts of the council's cells in publishers' files, unless so few children live there that any figure may be far out; and of its own rows of measures that these have too. */
function doubtsBesidePublished(
  weighed: readonly Observation[],
  releases: readonly ReleasedSeries[],
  known: Known,
): { readonly own: readonly Doubt[]; readonly published: readonly Doubt[] } {
  const nameOf = (each: Pick<Observation, 'indicator' | 'breakdown'>) =>
    keyText({ ...each, area: '', period: '' });
  const rows = Map.groupBy(weighed, nameOf);
  // Where the officer has a row of her own, the published one is not shown.
  const keys = new Set(weighed.map(keyText));
  const hasOwn = (row: Observation) => keys.has(keyText(row));
  const published = Map.groupBy(
    releases.filter(({ companion }) => companion === null),
    nameOf,
  );
  const doubts = [...published].flatMap(([name, series]) => {
    const own = rows.get(name) ?? [];
    if (own.length === 0 && !series.some(each => isMuchApart(each, known))) return [];
    const cells = series.flatMap(each => cellsAsRows(each)).filter(isWeighed(known));
    return doubtsOf([...own, ...cells], known).map(doubt => ({ doubt, isOwn: own.includes(doubt.row) }));
  });
  return {
    own: doubts.flatMap(({ doubt, isOwn }) => (isOwn ? [doubt] : [])),
    published: doubts.flatMap(({ doubt, isOwn }) =>
      !isOwn &&
      !hasOwn(doubt.row) &&
      doubt.row.area === known.council &&
      !withFewChildren.includes(known.council)
        ? [doubt]
        : [],
    ),
  };
}

function isMuchApart({ rows, years, numbers, states }: ReleasedSeries, known: Known): boolean {
  const nation = [...rows.keys()].find(area => entryOf(known.areas, area).kind === 'nation');
  const [ours, theirs] = [known.council, nation].map(area => rows.get(area ?? ''));
  if (ours === undefined || theirs === undefined) return false;
  return years.some((_, at) => {
    const [own, other] = [ours, theirs].map(row => row * years.length + at) as [number, number];
    if (states[own] !== 1 || states[other] !== 1) return false;
    const times = (numbers[own] ?? 0) / (numbers[other] ?? 0);
    return times > muchApart || times < 1 / muchApart;
  });
}

/** The cells of a series as rows of figures, each at its line. */
function cellsAsRows(
  series: ReleasedSeries,
  areas: Iterable<string> = series.rows.keys(),
): readonly Observation[] {
  const { indicator, breakdown, publication, file, rows, lines, years, numbers, states } = series;
  return [...areas].flatMap(area => {
    const row = rows.get(area);
    if (row === undefined) return [];
    return years.flatMap((year, at) => {
      const index = row * years.length + at;
      if (year === null || states[index] !== 1) return [];
      const { period, status, released } = year;
      return [
        {
          ...{ indicator, breakdown, area, period, status, released, source: publication },
          ...{ numerator: null, denominator: null, note: null },
          value: knownValue(numbers[index] ?? 0, 0),
          place: { file, line: lines[row] ?? 1, column: 1 },
        },
      ];
    });
  });
}

function doubtsOf(rows: readonly Observation[], known: Known): readonly Doubt[] {
  const positive = rows.flatMap(row => {
    const number = row.value.kind === 'known' ? Number(row.value.number) : 0;
    return number > 0 ? [{ row, log: Math.log10(number) }] : [];
  });
  const negative = new Set(rows.filter(isBelowZero).map(({ indicator }) => indicator));
  const weighed = positive.filter(({ row }) => !negative.has(row.indicator));
  const beside = [...Map.groupBy(weighed, ({ row }) => keyText({ ...row, area: '' })).values()];
  const elsewhere = beside.flatMap(each => (isMoney(each, known) ? [] : besideAuthorities(each, known)));
  const doubted = new Set(elsewhere.map(({ row }) => row));
  const over = [...Map.groupBy(weighed, ({ row }) => runOf(row, known)).values()];
  const earlier = over.flatMap(each => besideYears(each, known)).filter(({ row }) => !doubted.has(row));
  return [...elsewhere, ...earlier].toSorted((a, b) => a.row.place.line - b.row.place.line);
}

/** Values far out of the spread of authorities that would stand in the midst of it with the point moved. */
function besideAuthorities(all: readonly Positive[], known: Known): readonly Doubt[] {
  const logs = all
    .filter(({ row }) => entryOf(known.areas, row.area).kind === 'authority')
    .map(({ log }) => log)
    .toSorted((a, b) => a - b);
  if (logs.length < fewestAuthorities) return [];
  const middle = median(logs);
  const spread = Math.max(
    leastSpread,
    1.4826 * median(logs.map(log => Math.abs(log - middle)).toSorted((a, b) => a - b)),
  );
  return all.flatMap(({ row, log }) => {
    const off = log - middle;
    const powers = Math.round(off);
    const isFar = Math.abs(off) > farOut * spread && powers !== 0 && Math.abs(powers) <= 2;
    if (!isFar || Math.abs(off - powers) > 2 * spread) return [];
    const isCertain = powers === -2 && log <= 0 && spread <= alike && isShare(row, known);
    return doubtOf(row, powers, 'authorities', known, isCertain);
  });
}

/** Values that with the point moved would be as in all other years of the area, which are much alike. */
function besideYears(all: readonly Positive[], known: Known): readonly Doubt[] {
  return all.flatMap(({ row, log }) => {
    const others = all.filter(other => other.row.period !== row.period).map(other => other.log);
    const years = new Set(all.map(other => other.row.period)).size - 1;
    const [low, high] = [Math.min(...others), Math.max(...others)];
    if (years < fewestYears || high - low > Math.log10(1.5)) return [];
    const powers = Math.round(log - (low + high) / 2);
    if (powers === 0 || Math.abs(powers) > 2) return [];
    const room = Math.log10(1.25);
    const fits = log - powers >= low - room && log - powers <= high + room;
    return fits ? doubtOf(row, powers, 'years', known) : [];
  });
}

function doubtOf(
  row: Observation,
  powers: number,
  against: HeldAgainst,
  known: Known,
  isCertain = false,
): readonly Doubt[] {
  // What was worked out from counts has no point that could be in the wrong place.
  if (row.value.kind === 'absent' || row.value.precision === 'exact') return [];
  const meant = row.value.number.times(`1e${-powers}`);
  return isShare(row, known) && meant.gt(100) ? [] : [{ row, against, isCertain, meant: meant.toFixed() }];
}

function isShare({ indicator }: Observation, { indicators }: Known): boolean {
  return entryOf(indicators, indicator).unit === 'percent';
}

/** The years of a figure between two breaks, in one area and group. */
export function runOf(row: Observation, known: Known): string {
  const { breaks = [] } = entryOf(known.indicators, row.indicator);
  return `${keyText({ ...row, period: '' })}\n${breaks.filter(({ from }) => from <= row.period).length}`;
}

/** Wards are too small to be alike, and counts grow with their area. */
function isWeighed({ indicators, areas }: Known): (row: Observation) => boolean {
  return ({ indicator, area, value }) => {
    const { unit } = entryOf(indicators, indicator);
    const { kind } = entryOf(areas, area);
    const isLarge = kind === 'authority' || kind === 'region' || kind === 'nation';
    const isPlain = value.kind === 'known' && value.precision !== 'about';
    return isLarge && isPlain && unit !== undefined && !counts.includes(unit);
  };
}

const counts: readonly Unit[] = ['pupils', 'schools', 'incidents'];

/** Money is as much as there are pupils to spend it on, so that one authority's says nothing of another's. */
function isMoney([first]: readonly Positive[], { indicators }: Known): boolean {
  return first !== undefined && entryOf(indicators, first.row.indicator).unit === 'pounds';
}

function isBelowZero({ value }: Observation): boolean {
  return value.kind === 'known' && value.number.lt(0);
}

function median(sorted: readonly number[]): number {
  const at = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2;
}

type Counted = { readonly row: Observation; readonly count: number };

/** What is counted by fewer than this moves by as much without a cause. */
const fewest = 30;

/** A base or a count that is as many times another year's is of other schools or pupils. */
const severalFold = { base: 2, count: 3 } as const;

/**
 * Warns of what is counted, or counted among, several times as often as in the year before, with no break between: more or
 * fewer schools were covered, and nothing may be said across it. A row with a note has been looked at, and is let be.
 */
export function checkJumps(observations: readonly Observation[], known: Known, report: Report): void {
  const outcomes = observations.filter(({ status }) => status !== 'projection');
  const kinds = [
    ['base', outcomes.flatMap(baseOf)],
    ['count', outcomes.flatMap(row => countOf(row, known))],
  ] as const;
  for (const [kind, all] of kinds) {
    for (const run of Map.groupBy(all, ({ row }) => runOf(row, known)).values()) {
      const years = run.toSorted((a, b) => (a.row.period < b.row.period ? -1 : 1));
      years.forEach(({ row, count }, at) => {
        const before = years[at - 1];
        if (before === undefined || before.row.period === row.period || row.note !== null) return;
        const [less, more] = [count, before.count].toSorted((a, b) => a - b) as [number, number];
        if (more < fewest || less * severalFold[kind] > more) return;
        const was = periodLabel(before.row.period);
        report(row.place, 'coverage-jumps', String(count), String(before.count), was, row.indicator);
      });
    }
  }
}

function baseOf(row: Observation): readonly Counted[] {
  return row.denominator === null ? [] : [{ row, count: row.denominator }];
}

function countOf(row: Observation, { indicators }: Known): readonly Counted[] {
  const isCount = entryOf(indicators, row.indicator).measure === 'count';
  return isCount && row.value.kind === 'known' ? [{ row, count: Number(row.value.number) }] : [];
}

/** Reports a row of an area of a kind that its source has no figures of: the United Kingdom's put under England (X18). */
export function checkSourceArea(row: CsvRow<'area' | 'source'>, known: Known, report: Report): void {
  const { area, source } = row.fields;
  const { areas } = entryOf(known.sources, source);
  const { kind } = entryOf(known.areas, area);
  if (areas === undefined || kind === undefined || areas.includes(kind)) return;
  report(row.at('source'), 'area-not-of-source', source, areas, area, kind);
}

/**
 * Warns of a figure of the nation or a region that another publisher gives than the rest of that measure there (X18): a
 * figure from elsewhere is seldom of the same pupils. What stands in one publication beside the council's own is let be. A row with a note has been looked at, and is let be.
 */
export function checkPublishers(observations: readonly Observation[], known: Known, report: Report): void {
  const publisherOf = ({ source }: Observation) => entryOf(known.sources, source).organisation ?? source;
  const beside = observations.filter(({ area }) => {
    const { kind } = entryOf(known.areas, area);
    return kind === 'nation' || kind === 'region';
  });
  const besideOwn = ({ indicator, period, source }: Observation) => `${indicator}\n${period}\n${source}`;
  const ownSources = new Set(observations.filter(({ area }) => area === known.council).map(besideOwn));
  for (const rows of Map.groupBy(beside, ({ indicator, area }) => `${indicator}\n${area}`).values()) {
    const byPublisher = [...Map.groupBy(rows, publisherOf)].toSorted(([, a], [, b]) => b.length - a.length);
    const [usual, ...others] = byPublisher;
    if (usual === undefined) continue;
    for (const [publisher, theirs] of others.filter(([, theirs]) => theirs.length < usual[1].length)) {
      const first = theirs.find(row => row.note === null && !ownSources.has(besideOwn(row)));
      if (first === undefined) continue;
      const { name = first.area } = entryOf(known.areas, first.area);
      report(first.place, 'publisher-differs', first.source, publisher, usual[0], name);
    }
  }
}
