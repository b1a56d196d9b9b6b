import { targetChart } from '../charts/target-chart.ts';
import { groupLabel, isTotal, total } from '../model/breakdown.ts';
import { differenceUnit } from '../model/format.ts';
import { capital, lower } from '../model/spelling.ts';
import { statusName } from '../model/status.ts';
import { dateLabel, periodLabel } from '../model/time.ts';
import { countWords, type Draft, someOf, textOf } from '../narrative/sentence.ts';
import { addresses } from '../pages/addresses.ts';
import { plainRuns } from '../pages/blocks.ts';
import { draftRuns, figureCell, sentenceView } from '../pages/cells.ts';
import { drawn } from '../pages/chart-views.ts';
import { localitiesLink } from '../pages/locality-views.ts';
import { at, type EditionMaterial, type Layout } from '../pages/material.ts';
import { measureLink, measureLinks } from '../pages/measure-links.ts';
import type { FileView } from '../pages/page.ts';
import type { Part } from '../pages/parts.ts';
import { evidenceAddress, type Printer } from '../pages/printer.ts';
import { sourceViews } from '../pages/source-views.ts';
import { statusView } from '../pages/status-views.ts';
import type { ChartView, TargetLink } from '../pages/view.ts';
import { nextRuns, undertakingLink, undertakingName, undertakingsIn } from '../plans/hub/undertakings.ts';
import { servingOf, type Undertaken } from '../plans/kit/offers.ts';
import type { PartFindings, TargetFindings } from './findings.ts';
import type { TargetMeasure } from './measure.ts';
import { byGravity, ownerOf } from './schema.ts';
import {
  aimDraft,
  besideLevel,
  disagreement,
  isUnmeasured,
  nowDraft,
  officerWord,
  trajectoryDraft,
  type WordedPart,
  type WordedTarget,
} from './words.ts';

export type TargetsView = NonNullable<ReturnType<typeof targetsPage>>;

/** The targets of an edition laid out: how many stand where, a table of them all, then each by itself. */
export function targetsPage(layout: Layout, evidence: ReadonlyMap<string, Draft>, file: FileView) {
  const { targets, setting } = layout;
  if (targets === null) return null;
  const href = addresses.page(setting.edition.id, 'targets');
  const place = { href: addresses.evidence(setting.edition.id, 'targets'), source: null };
  const plans = targets.plans.map(({ plan, source, targets }, index) => {
    const reasons = sharedReasons(targets);
    const layoutOf = ({ target: { id, short } }: TargetFindings) =>
      at(layout, href, { ...place, id, heading: short, source });
    const views = (some: readonly WordedTarget[]) =>
      some.map(each => targetView(layoutOf(each.found), evidence, each, reasons, index + 1));
    return {
      id: plan.id,
      label: plan.label,
      years: `${periodLabel(plan.first)} to ${periodLabel(plan.last)}`,
      note: plan.note ?? null,
      source: source === null ? null : (sourceViews(setting.folder.sources, [source.id])[0] ?? null),
      tableNumber: index + 1,
      reasons,
      rows: withAnchors(
        targets
          .toSorted((a, b) => byGravity(a.found.status, b.found.status))
          .map(({ found }) => rowsOf(layoutOf(found), found)),
      ),
      measured: views(targets.filter(({ found }) => !isUnmeasured(found))),
      unmeasured: views(targets.filter(({ found }) => isUnmeasured(found))),
    };
  });
  // The counts come last, as they rest on the statuses.
  const { printer } = at(layout, href, { ...place, id: 'counts', heading: 'Targets by status' });
  return {
    counts: targets.counts.map(sentence => sentenceView(sentence, printer)),
    tally: someOf(targets.found.counts).map(({ of, figure }) => ({
      status: statusView(of),
      cell: figureCell(figure, printer),
    })),
    plans,
    download: { href: file.path, label: 'Targets and where they stand' },
    evidence: place.href,
  };
}

/** Rows in one list; where the first promise of each status stands has an anchor, to which the counts lead. */
function withAnchors(promises: readonly ReturnType<typeof rowsOf>[]): ReturnType<typeof rowsOf> {
  const first = new Map(
    promises.toReversed().flatMap(rows => rows.slice(0, 1).map(row => [row.status.kind, row])),
  );
  return promises.flat().map(row => {
    return first.get(row.status.kind) === row ? { ...row, id: `promises-${row.status.kind}` } : row;
  });
}

/** Reasons that more than two reviews of a plan give in the same words. */
function sharedReasons(targets: readonly WordedTarget[]): readonly string[] {
  const reasons = targets.flatMap(({ found }) => found.review?.reason ?? []);
  return [...new Set(reasons)].filter(reason => reasons.filter(each => each === reason).length > 2);
}

/** A target laid out; a reason that the plan gives for several of them stands there, once. */
function targetView(
  layout: Layout,
  evidence: ReadonlyMap<string, Draft>,
  { found, whole, parts }: WordedTarget,
  sharedReasons: readonly string[],
  table: number,
) {
  const { target, status, review } = found;
  const { printer, setting } = layout;
  const reason = review?.reason ?? null;
  // The status of the whole is printed where targets are counted: here is what it rests on.
  printer.link(found.figure);
  return {
    id: target.id,
    short: target.short,
    promise: target.promise,
    // Where every part has an owner of its own, nobody answers for the whole.
    owner: target.parts.every(({ owner }) => owner !== undefined) ? null : target.owner,
    whole: whole === null ? null : sentenceView(whole, printer),
    undertakings: servingOf(
      undertakingsIn(layout),
      target.id,
      target.parts.flatMap(({ indicator, profile }) => indicator ?? profile ?? []),
    ).map(each => undertakingLink(layout, each)),
    status: statusView(status),
    parts: parts.map((part, index) => partView(layout, part, `${target.id}-${index + 1}`, table)),
    officers: {
      word: officerWord(review?.judgement),
      date: review === null ? null : dateLabel(review.date),
      reason: reason !== null && sharedReasons.includes(reason) ? null : reason,
      evidence: draftRuns(evidence.get(target.id) ?? [], layout.officers),
      differs: disagreement(found),
    },
    evidence: evidenceAddress({ href: addresses.evidence(setting.edition.id, 'targets'), id: target.id }),
  };
}

function partView(layout: Layout, worded: WordedPart, id: string, table: number) {
  const { found, sentences } = worded;
  const { printer, setting } = layout;
  const { part, measure, planned } = found;
  const point = (draft: Draft, period: string | undefined) =>
    draft.length === 0 || period === undefined
      ? null
      : { runs: draftRuns(draft, printer), year: periodLabel(period) };
  const level = (figure: PartFindings['now']) =>
    figure === null || measure === null ? [] : besideLevel(figure, measure);
  return {
    label: part.label ?? null,
    owner: part.owner ?? null,
    measure:
      measure === null ? null : { label: measure.label, href: measureLink(layout, measure.id)?.href ?? null },
    baseline: point(level(planned.baseline), part.baseline?.period),
    milestones: planned.milestones.flatMap(figure => point(level(figure), figure.period) ?? []),
    earlier: found.earlier.flatMap(figure => point(level(figure), figure.period) ?? []),
    now: point(nowDraft(found), setting.edition.period),
    isProjected: found.isProjected,
    aim: point(aimDraft(found), part.aim?.period),
    status: statusView(found.status),
    chart: targetChartView(id, table, worded, setting.council.name, printer),
    sentences: sentences.map(sentence => sentenceView(sentence, printer)),
    see: measureLinks(layout, part.see).map(({ text, href }) => ({ label: text, href })),
    notes: [part.note, found.note].flatMap(note => note ?? []),
    localities: localitiesLink(layout, found),
  };
}

function rowsOf(layout: Layout, found: TargetFindings) {
  const { target, parts, status } = found;
  const { printer, setting } = layout;
  const href = addresses.target(setting.edition.id, target.id);
  const rows = parts.map(part => {
    const doing = servingOf(
      undertakingsIn(layout),
      target.id,
      [part.part.indicator ?? part.part.profile ?? []].flat(),
    );
    return {
      id: null as string | null,
      header:
        parts.length === 1 ? target.short : `${target.short}: ${lower(part.part.label ?? 'another part')}`,
      href,
      status: statusView(part.status),
      trajectory: draftRuns(trajectoryDraft(part), printer),
      owner: ownerOf(target, part.part),
      next: nextRuns(layout, doing) ?? plainRuns('No action plan covers this'),
      isRepeated: false,
      flags: [
        ...(parts.length === 1 ? [disagreement(found) ?? []].flat() : []),
        ...ratedWell(layout, part, doing),
      ],
    };
  });
  const [first, ...others] = rows;
  if (first === undefined || others.length === 0) return rows;
  // Where all parts have the same, the row of the whole says it.
  const said = ({ owner, next }: typeof first) => JSON.stringify([owner, next]);
  const isShared = others.every(each => said(each) === said(first));
  const whole = {
    id: null as string | null,
    header: target.short,
    href,
    status: statusView(status),
    trajectory: plainRuns(`${capital(countWords(parts.length))} parts, judged by the worst of them`),
    owner: isShared ? first.owner : target.owner,
    next: isShared ? first.next : plainRuns('See its parts'),
    isRepeated: false,
    flags: [disagreement(found) ?? []].flat(),
  };
  return [whole, ...rows.map(row => ({ ...row, isRepeated: isShared }))];
}

/** What officers rate well though the promise that it serves is behind. */
function ratedWell(
  layout: Layout,
  { status }: PartFindings,
  doing: readonly Undertaken[],
): readonly string[] {
  if (status !== 'off-track' && status !== 'slightly-behind') return [];
  return doing
    .filter(({ standing }) => standing === 'green' || standing === 'amber-green')
    .map(
      each =>
        `“${undertakingName(layout, each)}” is rated ${statusName(each.standing)}, though this promise is ${statusName(status)}.`,
    );
}

/** The chart of a part of a target: outcomes, or a projection, on the way to the aim; null where no line leads there. */
function targetChartView(
  id: string,
  table: number,
  { found, title }: WordedPart,
  council: string,
  printer: Printer,
): ChartView | null {
  const chart = targetChart(found, council, `Target: ${aimBy(found)}`);
  if (chart === null || title === null || found.measure === null) return null;
  const unit = found.measure.unit === 'percent' ? 'Per cent' : capital(differenceUnit(found.measure.unit));
  const subtitle = `${unit}, ${found.measure.short}, ${council}, ${chart.periods[0]} to ${chart.periods.at(-1)}`;
  const data = `table ${table} and the list below`;
  return drawn(`target-${id}`, data, chart, subtitle, printer.sentence(title).text);
}

/** The targets of what a section is about: "Target: at least 70% by 2016/17" and where it stands. */
export function targetLinks(material: EditionMaterial, part: Part): readonly TargetLink[] {
  const { found, setting } = material;
  if (found.targets === null) return [];
  return found.targets.plans.flatMap(({ targets }) =>
    targets.flatMap(({ target, parts }) =>
      parts
        .filter(({ measure }) => measure !== null && isAbout(part, measure))
        .map(each => ({
          text: linkText(material, each),
          href: addresses.target(setting.edition.id, target.id),
          status: statusView(each.status),
        })),
    ),
  );
}

/** True of a target whose pupils a section is about: everyone's stands in no section of groups, nor a group's in another's. */
function isAbout(part: Part, { id, breakdown }: Pick<TargetMeasure, 'id' | 'breakdown'>): boolean {
  switch (part.kind) {
    case 'profile':
      return part.found.profile.id === id;
    case 'indicator': {
      const { indicator, everyone, groups } = part.found;
      if (indicator.id !== id) return false;
      return isTotal(breakdown)
        ? everyone !== null
        : groups.some(({ topic }) => topic.id === breakdown.topic);
    }
    case 'groups':
      return part.found.indicator.id === id && part.found.topic.id === breakdown.topic;
    case 'gap': {
      const { indicator, topic, pair } = part.found;
      const isOfPair = breakdown.group === pair.group || breakdown.group === pair.against;
      return indicator.id === id && topic.id === breakdown.topic && isOfPair;
    }
  }
}

/** "at least 70% by 2016/17". */
function aimBy(found: PartFindings): string {
  const { aim } = found.part;
  return `${textOf(aimDraft(found))}${aim === undefined ? '' : ` by ${periodLabel(aim.period)}`}`;
}

function linkText({ setting: { folder } }: EditionMaterial, found: PartFindings): string {
  const { measure } = found;
  const what =
    measure?.indicator === null ? measure.short : groupLabel(folder.topics, measure?.breakdown ?? total);
  return `Target: ${what === null ? '' : `${what.toLowerCase()}, `}${aimBy(found)}`;
}
