import type { Report } from '../issues.ts';
import { isTotal } from '../model/breakdown.ts';
import { contrast, isColour } from '../model/council.ts';
import { type Edition, promisesOf } from '../model/edition.ts';
import { type Comparator, type Indicator, indicatorSchema } from '../model/indicator.ts';
import { keyText } from '../model/observation.ts';
import { type Path, valueAt } from '../model/place.ts';
import type { ReleasedSeries } from '../model/release.ts';
import { slug } from '../model/spelling.ts';
import { editionId, isDate, isPeriod, type Period, periodLabel } from '../model/time.ts';
import { whyNotOnWindows } from '../paths.ts';
import { checkGradesOf, checkProfileEntries } from '../profiles/checks.ts';
import type { Read, YamlFiles } from './catalogue.ts';
import type { Observation } from './council-folder.ts';
import { stemOf } from './files.ts';
import { textsAt } from './name-checks.ts';
import { entryOf, type Known, nationalFile, type Register, soundPart } from './names.ts';
import { checkContactReview } from './roles.ts';

/** Reports what is at odds within an entry of the catalogue or an edition: years, units, comparators, file names. */
export function checkConsistency(files: YamlFiles, known: Known, report: Report): void {
  for (const file of files.catalogue) {
    if (file === null) continue;
    checkName(file, ['theme', 'id'], name => name, report);
    checkProfileEntries(file, report);
    checkGradesOf(file, known, report);
    const items = valueAt(file.data, ['indicators']);
    if (!Array.isArray(items)) continue;
    items.forEach((item: unknown, at) => {
      checkIndicator(file, ['indicators', at], soundPart(indicatorSchema, item), known, report);
    });
  }
  checkAlike(files, report);
  checkAddresses(known, report);
  checkContrast(files.council, report);
  checkContact(files.council, known, report);
  for (const file of files.editions) {
    if (file === null) continue;
    checkName(file, ['period'], name => name, report);
    checkName(file, ['id'], name => (isPeriod(name) ? editionId(name) : null), report);
    checkPending(file, report);
    checkPreElection(file, report);
  }
}

/** Reports a promise whose day has come by the edition's cut-off: the figure is out, or it is late (P30). */
function checkPending(file: Read<unknown>, report: Report): void {
  const cutOff = valueAt(file.data, ['cut-off']);
  const pending = valueAt(file.data, ['pending']);
  if (!Array.isArray(pending) || !isDay(cutOff)) return;
  pending.forEach((_, at) => {
    const path = ['pending', at, 'due'];
    const due = valueAt(file.data, path);
    if (isDay(due) && due <= cutOff) report(file.document.place(path), 'pending-overdue', due, cutOff);
  });
}

/** The contact of the council was looked at not long before the latest edition. */
function checkContact(file: YamlFiles['council'], known: Known, report: Report): void {
  const path = ['contact', 'reviewed'];
  const reviewed = valueAt(file?.data, path);
  if (file !== null && typeof reviewed === 'string')
    checkContactReview(reviewed, file.document.place(path), known, report);
}

/** The period before an election ends after it begins. */
function checkPreElection(file: Read<unknown>, report: Report): void {
  const [from, to] = ['from', 'to'].map(key => valueAt(file.data, ['pre-election', key]));
  if (isDay(from) && isDay(to) && to < from)
    report(file.document.place(['pre-election', 'to']), 'end-before-start', to, from);
}

/** Reports sections whose pages and files could not be kept on Windows; chapters are called as their files are. */
function checkAddresses({ indicators, profiles }: Known, report: Report): void {
  for (const { name, place } of [...indicators.entries.values(), ...profiles.entries.values()]) {
    const why = whyNotOnWindows(name);
    if (why !== null) report(place, 'reserved-name', name, why);
  }
}

/** A day that was written as one: anything else has been reported, and is not set beside other days. */
function isDay(written: unknown): written is string {
  return typeof written === 'string' && isDate(written);
}

/** Reports names that would make the same id: groups of a topic, codes of areas, parts of a profile. */
function checkAlike({ areas, breakdowns, catalogue }: YamlFiles, report: Report): void {
  /** Names at some patterns, whose first steps (so many) say within what they must differ. */
  const check = (
    file: Read<unknown> | null,
    patterns: readonly Path[],
    steps: number,
    taken: readonly string[] = [],
  ) => {
    const all = patterns.flatMap(pattern => textsAt(file?.data, pattern));
    for (const those of Map.groupBy(all, ({ path }) => path.slice(0, steps).join()).values()) {
      const seen = new Map(taken.map(name => [slug(name), name]));
      for (const { path, text } of those) {
        const other = seen.get(slug(text));
        if (file !== null && other !== undefined && other !== text)
          report(file.document.place(path), 'alike-names', text, other);
        seen.set(slug(text), text);
      }
    }
  };
  check(areas, [['areas', '*', 'code']], 1);
  check(breakdowns, [['topics', '*', 'id']], 1);
  check(breakdowns, [['topics', '*', 'groups', '*', 'id']], 2);
  const parts = [
    ['profiles', '*', 'parts', '*'],
    ['profiles', '*', 'subtotal', 'label'],
  ];
  for (const file of catalogue) check(file, parts, 2, ['total']);
}

/** Colours that fail contrast are an issue, not a choice. */
function checkContrast(council: Read<unknown> | null, report: Report): void {
  if (council === null) return;
  const [ground, text] = ['brand', 'brand-text'].map(key => valueAt(council.data, ['colours', key]));
  if (!isColour(ground) || !isColour(text)) return;
  const ratio = contrast(ground, text);
  if (ratio < 4.5)
    report(council.document.place(['colours', 'brand-text']), 'low-contrast', ratio.toFixed(1));
}

/** The years an indicator runs, in words: "from 2012/13 to 2014/15". */
export function yearsOf(start: Period, end: Period | undefined): string {
  const from = `from ${periodLabel(start)}`;
  return end === undefined ? from : `${from} to ${periodLabel(end)}`;
}

/** What a file's name says once must be said in it too. */
function checkName(
  file: Read<unknown>,
  path: Path,
  nameFor: (name: string) => string | null,
  report: Report,
): void {
  const written = valueAt(file.data, path);
  const right = nameFor(stemOf(file.document.file));
  if (typeof written !== 'string' || written === '' || right === null || written === right) return;
  report(file.document.place(path), 'wrong-file-name', written, right);
}

function checkIndicator(
  file: Read<unknown>,
  path: Path,
  indicator: Partial<Indicator>,
  known: Known,
  report: Report,
): void {
  const at = (...steps: Path) => file.document.place([...path, ...steps]);
  const { start, end, breaks = [], bands, measure, unit, counted = 'pupils', comparators = [] } = indicator;
  if (measure === 'percentage' && unit !== undefined && unit !== 'percent') {
    report(at('unit'), 'wrong-unit', unit, measure, 'percent');
  }
  if (unit === 'pupils' && counted !== 'pupils') report(at('counted'), 'pupils-unprotected', counted);
  if (start !== undefined && end !== undefined && end < start)
    report(at('end'), 'end-before-start', end, start);
  breaks.forEach(({ from }, index) => {
    const earlier = breaks[index - 1];
    const isOutside = start !== undefined && (from <= start || (end !== undefined && from > end));
    const place = at('breaks', index, 'from');
    if (isOutside) report(place, 'break-outside-start-end', from, yearsOf(start, end));
    else if (earlier !== undefined && from <= earlier.from) report(place, 'break-out-of-order', from);
  });
  if (bands !== undefined && (bands.similar > bands.slight || bands.slight > bands.well)) {
    report(at('bands'), 'bands-out-of-order');
  }
  comparators.forEach((comparator, index) => {
    const needed = lacking(comparator, known);
    if (needed !== null) report(at('comparators', index), 'missing-comparator', comparator, needed);
  });
}

/** What a comparator needs and areas.yaml does not have, or null. */
function lacking(comparator: Comparator, known: Known): string | null {
  const { areas, neighbours } = known;
  const hasKind = (kind: string) =>
    !areas.complete ||
    [...areas.entries.values()].some(({ entry }) => entry.kind === undefined || entry.kind === kind);
  switch (comparator) {
    case 'nation':
    case 'region':
      return null;
    case 'neighbours':
      return isEmpty(neighbours) ? 'a list of neighbours' : null;
    case 'estimates':
      return hasKind('estimate') ? null : 'an area of the kind "estimate"';
    case 'united-kingdom':
      return hasKind('united-kingdom') ? null : 'an area of the kind "united-kingdom"';
  }
}

function isEmpty(register: Register<unknown>): boolean {
  return register.complete && register.entries.size === 0;
}

/** A figure of the council itself, in a row of its own or in a release. */
type OwnOutcome = Pick<Observation, 'indicator' | 'breakdown' | 'period' | 'released'>;

/**
 * Warns of what an edition would lack without a word: every figure of its year, when all came out after its cut-off; a
 * headline of which it knows no figure; and pairs of groups whose gap no chapter shows. `own` are the council's own figures.
 */
export function checkEditions(
  files: YamlFiles,
  own: readonly OwnOutcome[],
  known: Known,
  report: Report,
): void {
  for (const file of files.editions) if (file?.value) checkEdition(file, file.value, own, known, report);
  checkPairs(files, own, report);
}

function checkEdition(
  { document }: Read<Edition>,
  edition: Edition,
  outcomes: readonly OwnOutcome[],
  known: Known,
  report: Report,
): void {
  const cutOff = edition['cut-off'];
  const isKnown = ({ period, released }: OwnOutcome) =>
    period <= edition.period && (released === null || released <= cutOff);
  const ofYear = outcomes.filter(({ period }) => period === edition.period);
  if (ofYear.length > 0 && !ofYear.some(isKnown)) {
    const [first = ''] = ofYear.flatMap(({ released }) => released ?? []).toSorted();
    report(document.place(['cut-off']), 'edition-empty', edition.id, cutOff, first, ofYear.length);
    return;
  }
  edition.headlines.forEach((id, at) => {
    const theme = entryOf(known.indicators, id).theme ?? '';
    const isHeld = outcomes.some(row => row.indicator === id && isTotal(row.breakdown) && isKnown(row));
    if (!isHeld && promisesOf(edition, { id, theme }).length === 0)
      report(document.place(['headlines', at]), 'headline-without-figure', id, edition.id, cutOff);
  });
}

/** Warns of pairs of a topic that the council has figures for, and that no chapter of an edition gathers. */
function checkPairs(
  { breakdowns, catalogue, editions }: YamlFiles,
  own: readonly OwnOutcome[],
  report: Report,
): void {
  const told = new Set(editions.flatMap(file => file?.value?.themes ?? []));
  const gathered = catalogue.flatMap(file => {
    const theme = file?.value?.theme;
    return theme !== undefined && told.has(theme.id) ? theme.topics : [];
  });
  breakdowns?.value?.topics.forEach(({ id, gaps }, at) => {
    const isHeld = own.some(({ breakdown }) => breakdown.topic === id);
    if (gaps.length > 0 && isHeld && !gathered.includes(id))
      report(breakdowns.document.keyPlace(['topics', at], 'gaps'), 'gap-not-shown', id);
  });
}

/** With fewer authorities than this, their spread does not say what is near. */
const fewestAuthorities = 20;

/**
 * Reports measures that are set compared with others, and of which nothing says what is near: the catalogue sets no bands, and
 * no year has the figures of enough authorities. What was imported has all of them.
 */
export function checkBands(
  observations: readonly Observation[],
  releases: readonly ReleasedSeries[],
  known: Known,
  report: Report,
): void {
  const imported = new Set(releases.map(({ indicator }) => indicator));
  for (const [id, rows] of Map.groupBy(observations, ({ indicator }) => indicator)) {
    const { bands, comparators = [] }: Partial<Indicator> = entryOf(known.indicators, id);
    const own = rows.find(({ area }) => area === known.council);
    const isCompared = comparators.length > 0 && rows.some(({ area }) => area !== known.council);
    if (own === undefined || !isCompared || bands !== undefined || imported.has(id)) continue;
    const authorities = mostAuthorities(rows, known);
    // Of a measure of England's the council has no line in the catalogue.
    const place = [known.indicators.entries.get(id)?.place].find(each => each?.file !== nationalFile);
    if (authorities < fewestAuthorities) report(place ?? own.place, 'bands-missing', id, authorities);
  }
}

function mostAuthorities(rows: readonly Observation[], known: Known): number {
  const held = rows.filter(
    ({ area, value }) => value.kind === 'known' && entryOf(known.areas, area).kind === 'authority',
  );
  const counts = [...Map.groupBy(held, row => keyText({ ...row, area: '' })).values()].map(
    each => each.length,
  );
  return Math.max(0, ...counts);
}
