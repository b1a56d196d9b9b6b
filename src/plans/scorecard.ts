import { Big } from 'big.js';
import { z } from 'zod';
import { refused, writtenAmount } from '../arithmetic.ts';
import { markOf } from '../charts/from-findings.ts';
import type { Published } from '../gate/primary.ts';
import { judgedIn } from '../judgements/bands.ts';
import { type Change, changeOf } from '../judgements/change.ts';
import { breakBetween } from '../judgements/comparability.ts';
import { figure, observed } from '../judgements/figures.ts';
import { asOf, type Setting } from '../judgements/setting.ts';
import { total } from '../model/breakdown.ts';
import type { BulletChart } from '../model/chart.ts';
import { type Figure, lineOf, type Publication } from '../model/figure.ts';
import { levelText } from '../model/format.ts';
import type { Path, Place } from '../model/place.ts';
import { statusName, statusWords } from '../model/status.ts';
import { academicYear, type Period, periodLabel, startYear, timeLabel, yearsAfter } from '../model/time.ts';
import { decimalText } from '../model/value.ts';
import {
  capitalised,
  clausesOf,
  type Draft,
  listed,
  many,
  mention,
  numberedSentences,
  plural,
  say,
  someOf,
  textOf,
  type Written,
} from '../narrative/sentence.ts';
import {
  type Block,
  type BlockTable,
  cellOf,
  entryBlock,
  linksBlock,
  plainCell,
  plainRuns,
  statusCell,
} from '../pages/blocks.ts';
import { draftRuns } from '../pages/cells.ts';
import { drawn } from '../pages/chart-views.ts';
import type { Layout } from '../pages/material.ts';
import { measureLinks } from '../pages/measure-links.ts';
import { statusView } from '../pages/status-views.ts';
import type { TextRun } from '../pages/view.ts';
import { entryOf } from '../sources/names.ts';
import { betterOf, heldInstead, ownRowsOf } from '../targets/checks.ts';
import { partFindings } from '../targets/findings.ts';
import { measureOf, type TargetMeasure } from '../targets/measure.ts';
import { type FigureMaker, makerOf } from '../targets/numbers.ts';
import { aimedBy, furthestBehind, isMetBy } from '../targets/progress.ts';
import { outcomeOf } from '../targets/reading.ts';
import { type TargetPart, targetComparators, targetStatuses } from '../targets/schema.ts';
import { aimDraft, clausesApart, partSentences } from '../targets/words.ts';
import { planKind } from './kind.ts';
import type { PlanCheck } from './kit/checks.ts';
import { askOfKeys, entryId, key, plain, ref, role } from './kit/fields.ts';
import { counterIn, type PlanGiven, tallies } from './kit/findings.ts';
import { planForm } from './kit/form.ts';
import type { PlanContents } from './kit/judged.ts';
import {
  factsBlock,
  figureRun,
  noteBlock,
  type PlanLayout,
  plainFact,
  section,
  sentencesBlock,
  tableBlock,
  tallyBlock,
} from './kit/page.ts';

const wishes = ['increase', 'reduce'] as const;

const decimal = decimalText(
  '56 or -0.57 (a hyphen alone says nothing: where there is no number, write "missing" with the reason in its place)',
);

const baselineSchema = z.strictObject({
  value: decimal.optional(),
  period: academicYear.optional().describe('The year it is of; left out where the plan does not say'),
  missing: plain('Instead of a value: why there is none, in a full sentence').optional(),
});
askOfKeys(baselineSchema, { oneOf: ['value', 'missing'] });

const yearSchema = z.strictObject({
  year: academicYear.describe('The year of the plan that the target is for'),
  value: decimal.optional().describe('The number aimed for'),
  against: z
    .enum(targetComparators)
    .optional()
    .describe('Instead of a number: no worse than this comparator'),
  outpaces: ref('indicator', 'Instead of a number: growth no slower than this yearly rate').optional(),
  missing: plain('Instead of a target: why there is none, in a full sentence').optional(),
});
askOfKeys(yearSchema, { oneOf: ['value', 'against', 'outpaces', 'missing'] });

const rowSchema = z.strictObject({
  id: entryId('measure of the scorecard'),
  label: plain('The measure as readers see it, in plain words'),
  kpi: z.boolean().default(false).describe('True of a key performance indicator'),
  wants: z.enum(wishes).describe('Which way the measure is to go'),
  indicator: ref('indicator', 'The measure, an id in data/catalogue').optional(),
  unmeasured: plain(
    'Instead of an indicator: why no figures are held; its numbers are then in per cent',
  ).optional(),
  reports: z
    .enum(['same-year', 'year-before'])
    .default('same-year')
    .describe('Which year’s figures a year of the plan reports: summer results come in the year after'),
  baseline: baselineSchema,
  targets: z.array(yearSchema).min(1),
  note: plain('Full sentences for readers: contradictions and how they were settled').optional(),
});
askOfKeys(rowSchema, { oneOf: ['indicator', 'unmeasured'] });

const scorecardSchema = z.strictObject({
  source: ref('source', 'The publication: an id in sources.yaml'),
  years: z.array(academicYear).min(1).describe('The years that targets are set for, in order'),
  outcomes: z
    .array(
      z.strictObject({
        id: key('Its id, kept from year to year'),
        label: plain('The outcome, as "People are well educated"'),
        owner: role('Who answers for it: a role, never a name'),
        note: plain('Full sentences for readers').optional(),
        rows: z.array(rowSchema).min(1),
      }),
    )
    .min(1),
});

type Scorecard = z.output<typeof scorecardSchema>;
type Outcome = Scorecard['outcomes'][number];
type ScorecardRow = Outcome['rows'][number];
type YearAim = ScorecardRow['targets'][number];

const scorecardForm = planForm({ id: 'scorecard', name: 'Scorecard', schema: scorecardSchema });

/** The measures by which a council tells whether its outcomes come about. */
export const scorecard = planKind({
  form: scorecardForm,
  check: checkScorecard,
  find: scorecardFindings,
  say: scorecardSentences,
  page: scorecardPage,
  offers: {
    by: 'measure',
    now: ({ found, said }) => ({
      counts: said.counts,
      behind: found.outcomes.flatMap(({ outcome, rows }) =>
        rows
          .filter(({ status }) => furthestBehind([status]) !== undefined)
          .map(({ row, status, latest }) => ({
            id: row.id,
            name: row.label,
            status,
            stands:
              latest === null ? ['No figure'] : say`${mention(latest)} in ${periodLabel(latest.period)}`,
            owner: outcome.owner,
            measures: row.indicator === undefined ? [] : [row.indicator],
          })),
      ),
    }),
  },
});

type Check = PlanCheck<Scorecard>;

function checkScorecard(check: Check): void {
  check.plan.value.outcomes.forEach((outcome, at) => {
    outcome.rows.forEach((row, index) => {
      const place: PlaceIn = (...steps) => check.plan.place(['outcomes', at, 'rows', index, ...steps]);
      checkYears(check, row, place);
      checkDirection(check, row, place);
      checkHeld(check, row, place);
      checkMet(check, row, place);
    });
  });
}

/** The place of something in a row, by the steps to it. */
type PlaceIn = (...steps: Path) => Place;

function checkYears({ plan, report }: Check, row: ScorecardRow, place: PlaceIn): void {
  row.targets.forEach((target, at) => {
    const relative = (['against', 'outpaces'] as const).find(key => target[key] !== undefined);
    if (relative !== undefined && row.unmeasured !== undefined)
      report(place('targets', at, relative), 'keys-at-odds', relative, 'unmeasured');
  });
  const yearsOf = (years: readonly Period[]) => years.map(periodLabel).join(', ');
  const [given, needed] = [yearsOf(row.targets.map(({ year }) => year)), yearsOf(plan.value.years)];
  if (given !== needed) report(place('targets'), 'years-differ', given, needed);
}

/** Each number goes the way the measure is to go, from the baseline on (X21). */
function checkDirection({ report }: Check, row: ScorecardRow, place: PlaceIn): void {
  let before = row.baseline.value;
  row.targets.forEach(({ value }, at) => {
    if (value === undefined) return;
    if (before !== undefined && !isNoWorse(row, new Big(value), before))
      report(place('targets', at, 'value'), 'target-wrong-way', value, row.wants, before);
    before = value;
  });
}

function isNoWorse({ wants }: ScorecardRow, number: Big, than: string): boolean {
  return wants === 'increase' ? number.gte(than) : number.lte(than);
}

/** A measure is to go towards its better end (X24), from the council's own figure where its starting point is dated. */
function checkHeld(check: Check, row: ScorecardRow, place: PlaceIn): void {
  const { indicator, wants, baseline } = row;
  if (indicator === undefined) return;
  const better = betterOf(check.known, indicator, wants === 'increase');
  if (better !== null) check.report(place('wants'), 'target-against-polarity', wants, indicator, better);
  const { value, period } = baseline;
  if (value === undefined || period === undefined) return;
  const shown = heldInstead(check, { indicator, period }, value);
  if (shown !== null) check.report(place('baseline', 'value'), 'baseline-not-of-data', value, shown, period);
}

/** Warns of a number that the last figure known when the plan came out had met already (X23). */
function checkMet({ plan, known, observations, report }: Check, row: ScorecardRow, place: PlaceIn): void {
  const { indicator = '' } = row;
  const { breaks = [] } = entryOf(known.indicators, indicator);
  const set = entryOf(known.sources, plan.value.source).released;
  if (row.indicator === undefined || set === undefined) return;
  const held = ownRowsOf({ known, observations }, { indicator })
    .filter(each => each.status !== 'projection' && each.value.kind === 'known' && isOutBy(each, set))
    .toSorted(
      (a, b) => a.period.localeCompare(b.period) || (a.released ?? '').localeCompare(b.released ?? ''),
    );
  row.targets.forEach((target, at) => {
    const of = yearOf(row, target);
    const last = held.findLast(each => each.period < of);
    if (target.value === undefined || last?.value.kind !== 'known') return;
    if (breaks.some(({ from }) => from > last.period && from <= of)) return;
    const { number, decimals } = last.value;
    const met = [target.value, number.toFixed(decimals), periodLabel(last.period)] as const;
    if (isNoWorse(row, number, target.value))
      report(place('targets', at, 'value'), 'target-met-when-set', ...met);
  });
}

/** The year whose figure a target is held against. */
function yearOf({ reports }: ScorecardRow, { year }: YearAim): Period {
  return reports === 'year-before' ? yearsAfter(year, -1) : year;
}

/** True of a figure that was out by a day; one without a release date was once its school year was over. */
function isOutBy({ released, period }: Pick<Published, 'released' | 'period'>, day: string): boolean {
  return (released ?? `${startYear(period) + 1}-08-31`) <= day;
}

/** A part of a target that asks for nothing yet. */
const bare: Pick<TargetPart, 'milestones' | 'see'> = { milestones: [], see: [] };

/** What a measure of the scorecard is measured by, as a part of a target says it. */
function measuredBy({ indicator, unmeasured }: ScorecardRow): Partial<TargetPart> {
  return indicator === undefined ? { measure: 'none', reason: unmeasured ?? '' } : { indicator };
}

/**
 * A year's target of a measure: what it asks of which year's figure, and where that stands; `judged` is the edition's year,
 * or an earlier one where the target was due in it or no later figure is held.
 */
function yearFindings(
  setting: Setting,
  row: ScorecardRow,
  aim: YearAim,
  { place, publication }: { readonly place: Place; readonly publication: Publication },
) {
  const out = publication.released;
  const of = yearOf(row, aim);
  const part = partOf(row, aim, of, place);
  if (part === null) return { aim, of, found: null, judged: setting.edition.period };
  const measure = measureOf(setting, part);
  const judged = measure === null ? setting.edition.period : yearJudged(setting, part, measure, of);
  const set = measure === null || out === null ? null : metBefore(setting, part, measure, out);
  const found = partFindings(asOf(setting, judged), set === null ? part : { ...part, baseline: set }, {
    ledger: `${row.id} ${aim.year}`,
    said: `“${row.label}”`,
    publication,
  });
  return { aim, of, found, judged };
}

/** The target of a year as a part of a target, or null where none is set. */
function partOf(
  row: ScorecardRow,
  { value, against, outpaces }: YearAim,
  of: Period,
  place: TargetPart['place'],
): TargetPart | null {
  const number = value ?? (against === undefined && outpaces === undefined ? null : '0');
  if (number === null) return null;
  const { baseline } = row;
  const dated =
    value !== undefined && baseline.value !== undefined && baseline.period !== undefined
      ? { baseline: { period: baseline.period, value: baseline.value } }
      : {};
  return {
    ...bare,
    ...dated,
    ...measuredBy(row),
    ...(against === undefined ? {} : { against }),
    ...(outpaces === undefined ? {} : { outpaces }),
    operator: row.wants === 'increase' ? 'at-least' : 'at-most',
    aim: { period: of, value: number },
    place,
  };
}

/**
 * The year in which a target is judged: the one it is for, or the edition's where that is earlier. Where no row is held
 * of that year, the last one that is held, if it is later than the baseline: what is known so far.
 */
function yearJudged(
  { edition, known, council }: Setting,
  part: TargetPart,
  measure: TargetMeasure,
  of: Period,
): Period {
  const year = of < edition.period ? of : edition.period;
  const { indicator, breakdown } = measure;
  if (indicator === null || measure.index !== null) return year;
  if (known.at(indicator.id, council.code, breakdown, year) !== undefined) return year;
  const from = part.baseline?.period ?? '';
  const before = known
    .series(indicator.id, council.code, breakdown)
    .filter(({ period }) => period > from && period < year);
  return before.at(-1)?.period ?? year;
}

/** The last figure known when a target was set, where it met the target already (X23) and stands on the same footing. */
function metBefore(
  setting: Setting,
  part: TargetPart,
  measure: TargetMeasure,
  set: string,
): { readonly period: Period; readonly value: string } | null {
  const { indicator, breakdown } = measure;
  const aimed = aimedBy(part);
  if (indicator === null || aimed === null || measure.index !== null) return null;
  const of = aimed.aim.period;
  const before = setting.known
    .series(indicator.id, setting.council.code, breakdown)
    .filter(row => row.period < of && row.value.kind === 'known' && isOutBy(row, set))
    .at(-1);
  if (before === undefined || breakBetween(indicator, before.period, of) !== null) return null;
  const reading = outcomeOf(asOf(setting, before.period), { ...part, milestones: [] }, measure);
  if (reading.kind !== 'known' || !isMetBy(aimed, reading.number)) return null;
  if (reading.ends.some(end => !isMetBy(aimed, end))) return null;
  return { period: before.period, value: reading.number.toFixed(reading.decimals) };
}

/** Which way measures go, best first: `open` where one may be compared and neither can be said, `none` where it may not. */
const directions = ['better', 'same', 'worse', 'open', 'none'] as const;
type Direction = (typeof directions)[number];

export type ScorecardFindings = ReturnType<typeof scorecardFindings>;
type RowFindings = ReturnType<typeof rowFindings>;

function scorecardFindings(given: PlanGiven<Scorecard>) {
  const { setting, plan } = given;
  const scorecard = plan.value;
  const { source } = scorecard;
  const publication = {
    source,
    released: setting.folder.sources.find(({ id }) => id === source)?.released ?? null,
  };
  const outcomes = scorecard.outcomes.map((outcome, at) => ({
    outcome,
    rows: outcome.rows.map((row, index) =>
      rowFindings(setting, row, steps => plan.place(['outcomes', at, 'rows', index, ...steps]), publication),
    ),
  }));
  const rows = outcomes.flatMap(each => each.rows);
  const count = counterIn(given, ['outcomes'], 'Counted from the measures of the scorecard');
  const kpis = rows.filter(({ row }) => row.kpi);
  return {
    outcomes,
    all: count('all', rows.length),
    kpis: count('key performance indicators', kpis.length),
    statuses: tallies(count, rows, 'status', targetStatuses, statusName),
    directions: tallies(count, rows, 'direction', directions, direction => `direction ${direction}`),
  };
}

function rowFindings(
  setting: Setting,
  row: ScorecardRow,
  place: (steps: Path) => Place,
  publication: Publication,
) {
  const years = row.targets.map((aim, at) =>
    yearFindings(setting, row, aim, { place: place(['targets', at]), publication }),
  );
  const name = { ledger: row.id, said: `“${row.label}”`, publication };
  const told = years.filter(each => each.found !== null);
  const due = told.filter(each => each.of <= setting.edition.period);
  const current = due.at(-1) ?? told[0] ?? null;
  const whole = { ...bare, ...measuredBy(row), place: place([]) };
  const measure = measureOf(setting, whole);
  const indicator = measure?.indicator ?? null;
  const series = indicator === null ? [] : setting.known.series(indicator.id, setting.council.code, total);
  const latest = series.at(-1);
  const change =
    latest === undefined || indicator === null
      ? null
      : changeOf(series, latest, judgedIn(setting, indicator, total, latest.period));
  return {
    row,
    measure,
    years,
    /** The last target that was due, else the first to come; its status is the row's. */
    current,
    baseline: baselineOf(makerOf(setting, name, measure), row, measure, place(['baseline'])),
    status: current?.found?.status ?? 'no-number',
    figure: current?.found?.figure ?? untoldFigure(setting, row),
    latest: latest === undefined || indicator === null ? null : observed(latest, indicator).figure,
    change,
    direction: directionOf(change),
  };
}

function directionOf(change: Change | null): Direction {
  if (change === null || change.outcome === 'refused') return 'none';
  return change.verdict === 'none' ? 'open' : change.verdict;
}

function baselineOf(
  make: FigureMaker,
  { baseline }: ScorecardRow,
  measure: TargetMeasure | null,
  place: Place,
): Figure | null {
  if (baseline.value === undefined) return null;
  const amount = writtenAmount(baseline.value);
  return make('baseline', amount, {
    text: levelText(amount, measure?.unit ?? 'percent'),
    source: lineOf(place),
    working: 'As given in the plan',
    ...(baseline.period === undefined ? {} : { period: baseline.period }),
  });
}

/** The status of a measure for which no target is set. */
function untoldFigure({ council, edition }: Setting, { id }: ScorecardRow): Figure {
  const subject = { kind: 'target', indicator: 'scorecard', area: council.code, breakdown: total } as const;
  const about = { is: 'target', name: id, which: 'status' } as const;
  return figure({ ...subject, period: edition.period, about }, refused('no-measure'), {
    text: statusName('no-number'),
    what: [`${scorecardForm.name}, status`],
    falseIf: '',
    working: 'No target is set that could be judged',
  });
}

export function scorecardSentences(found: ScorecardFindings) {
  return {
    counts: numberedSentences('scorecard.counts', [...countDrafts(found), ...moveDrafts(found)]),
    outcomes: found.outcomes.map(({ outcome, rows }) => ({
      outcome,
      rows: rows.map(each => ({
        ...each,
        sentences: each.years.flatMap(({ aim, found, judged }) =>
          found === null
            ? []
            : numberedSentences(`scorecard.${each.row.id}.${aim.year}`, partSentences(found, judged)),
        ),
      })),
    })),
  };
}

function countDrafts({ all, kpis, statuses }: ScorecardFindings): readonly Draft[] {
  const { told, untold, isNoneGood } = clausesApart(statuses);
  const none = isNoneGood ? '; none is on track or achieved' : '';
  const key =
    kpis.count === 0
      ? []
      : say`, of which ${many(kpis)} ${plural(kpis, 'is a key performance indicator', 'are key performance indicators')}`;
  return [
    say`The scorecard has ${mention(all.figure)} ${plural(all, 'measure', 'measures')}${key}.`,
    ...(told.length === 0 ? [] : [say`Against the targets that were last due, ${listed(told)}${none}.`]),
    ...(untold.length === 0 ? [] : [say`${capitalised(listed(untold))}.`]),
  ];
}

function moveDrafts({ directions, outcomes }: ScorecardFindings): readonly Draft[] {
  const moved = directions.filter(({ of }) => of !== 'none');
  const clauses = clausesOf(moved, wayWords);
  const still = directions.filter(({ of }) => of === 'none');
  const changes = outcomes
    .flatMap(({ rows }) => rows)
    .flatMap(({ direction, change }) => (direction === 'none' || change === null ? [] : change));
  const since = changes.every(({ lastYear }) => lastYear)
    ? 'the year before'
    : 'the last year that each can be compared with';
  return [
    ...(clauses.length === 0 ? [] : [say`Since ${since}, ${listed(clauses)}.`]),
    ...clausesOf(still, wayWords).map(clause => say`${capitalised(clause)}.`),
  ];
}

const wayWords: Readonly<Record<Direction, readonly [string, string]>> = {
  better: ['has become better', 'have become better'],
  worse: ['has become worse', 'have become worse'],
  same: ['is the same', 'are the same'],
  open: ['cannot be called better or worse', 'cannot be called better or worse'],
  none: ['cannot be compared with an earlier year', 'cannot be compared with an earlier year'],
};

/** The direction of travel in words: "Better", "Not known", and of a neutral measure that neither can be said. */
const directionWords: Readonly<Record<Direction, string>> = {
  better: 'Better',
  worse: 'Worse',
  same: 'The same',
  open: 'Neither better nor worse can be said',
  none: 'Not known',
};

type Given = PlanLayout<Scorecard, ScorecardFindings, ReturnType<typeof scorecardSentences>>;

function scorecardPage({ layout, plan, found, said }: Given): PlanContents {
  const source = layout.setting.folder.sources.find(({ id }) => id === plan.value.source);
  const published = source === undefined ? '' : ` Set in: ${source.title}.`;
  return {
    title: 'Scorecard',
    lead: `The measures by which the council judges its outcomes, what each was to reach, and where it stands by the figures.${published}`,
    sections: [
      section('standing', 'Where the measures stand', [
        sentencesBlock(layout, said.counts),
        tallyBlock(layout, someOf(found.statuses)),
        ...chartBlocks(layout, found),
        measuresTable(layout, found),
      ]),
      ...said.outcomes.map(({ outcome, rows }) =>
        section(outcome.id, outcome.label, [
          ...factsBlock(plainFact('Owner', outcome.owner)),
          ...noteBlock(outcome.note),
          ...rows.map(row => measureEntry(layout, row)),
        ]),
      ),
    ],
  };
}

function measuresTable(layout: Layout, { outcomes }: ScorecardFindings): BlockTable {
  const columns = ['Measure', 'Key indicator', 'Target last due', 'Latest figure', 'Direction', 'Status'];
  const rows = outcomes.flatMap(each =>
    each.rows.map(found => ({
      header: plainRuns(found.row.label),
      cells: [
        plainCell(found.row.kpi ? 'Yes' : 'No'),
        cellOf(found.current === null ? plainRuns('None set') : aimRuns(layout, found.current)),
        cellOf(latestRuns(layout, found)),
        plainCell(directionWords[found.direction]),
        statusCell(statusView(found.status)),
      ],
    })),
  );
  return tableBlock('measures', 'Measures of the scorecard, and where they stand', columns, rows);
}

function measureEntry(
  layout: Layout,
  found: RowFindings & { readonly sentences: readonly Written[] },
): Block {
  const { row, years, measure } = found;
  return entryBlock({
    id: row.id,
    heading: row.label,
    status: statusView(found.status),
    standing: row.kpi ? 'key performance indicator' : null,
    blocks: [
      ...factsBlock([
        { name: 'Starting point', runs: baselineRuns(layout, found) },
        ...years.map(year => ({
          name: `Target for ${periodLabel(year.aim.year)}`,
          runs: aimRuns(layout, year),
        })),
        { name: 'Latest figure', runs: latestRuns(layout, found) },
        ...plainFact('Direction of travel', directionWords[found.direction]),
      ]),
      ...(measure === null ? [] : [sentencesBlock(layout, found.sentences)]),
      ...noteBlock(row.note),
      ...noteBlock(measure === null ? row.unmeasured : undefined),
      ...noteBlock(reportedNote(row)),
      ...linksBlock(measure === null ? [] : measureLinks(layout, [measure.id])),
    ],
  });
}

function aimRuns(layout: Layout, { found, aim }: RowFindings['years'][number]): readonly TextRun[] {
  if (found === null) return plainRuns(aim.missing ?? 'None set');
  return draftRuns(capitalised(aimDraft(found)), layout.printer);
}

function baselineRuns(layout: Layout, { row, baseline }: RowFindings): readonly TextRun[] {
  if (baseline === null) return plainRuns(row.baseline.missing ?? 'Not given');
  const { period } = row.baseline;
  const when = period === undefined ? ', of a year that the plan does not say' : ` (${periodLabel(period)})`;
  return [figureRun(layout, baseline), ...plainRuns(when)];
}

function latestRuns(layout: Layout, { latest, measure }: RowFindings): readonly TextRun[] {
  if (latest === null || measure?.indicator == null) return plainRuns('No figure');
  return [figureRun(layout, latest), ...plainRuns(` (${timeLabel(measure.indicator, latest.period)})`)];
}

/** Where the plan's year is not that of the figures. */
function reportedNote({ reports, targets: [first] }: ScorecardRow): string | undefined {
  if (reports === 'same-year' || first === undefined) return undefined;
  const { year } = first;
  return `The plan reports results in the year after: its target for ${periodLabel(year)} is for those of ${periodLabel(yearsAfter(year, -1))}.`;
}

const fewestBars = 2;

/** The percentages of a scorecard beside the numbers that they were last to reach, where there are enough. */
function chartBlocks({ setting }: Layout, { outcomes }: ScorecardFindings): readonly Block[] {
  const rows = outcomes.flatMap(each => each.rows).flatMap(row => barOf(row) ?? []);
  if (rows.length < fewestBars) return [];
  const chart: BulletChart = { kind: 'bullet', scale: { suffix: '%', floor: 0, ceiling: 100 }, rows };
  const subtitle = `Per cent, ${setting.council.name}`;
  const title = 'Percentages and the targets that were last due';
  return [{ kind: 'chart', chart: drawn('scorecard', 'table 1', chart, subtitle, title) }];
}

function barOf({ measure, current }: RowFindings): BulletChart['rows'][number] | null {
  const found = current?.found ?? null;
  if (measure?.unit !== 'percent' || found === null || found.measure?.beside !== null) return null;
  const { now, planned, status, isProjected } = found;
  if (now === null || now.amount.kind === 'refused' || planned.aim === null || isProjected) return null;
  return {
    name: measure.short,
    actual: markOf(now),
    target: { ...markOf(planned.aim), text: textOf(aimDraft(found)) },
    status: statusWords[status],
  };
}
