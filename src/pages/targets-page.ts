import type { PlansFindings, TargetFindings } from '../judgements/target-findings.ts';
import type { PartFindings } from '../judgements/target-parts.ts';
import { lower } from '../model/spelling.ts';
import { dateLabel, periodLabel } from '../model/time.ts';
import type { Draft } from '../narrative/sentence.ts';
import { disagreement, isUnmeasured, officerWords } from '../narrative/target-counts.ts';
import { aimDraft, besideLevel, nowDraft } from '../narrative/target-levels.ts';
import type { PartSaid } from '../narrative/target-phrases.ts';
import { undertakingLink, undertakingsIn } from '../plans/hub/undertakings.ts';
import { servingOf } from '../plans/kit/offers.ts';
import { addresses } from './addresses.ts';
import { draftRuns, figureCell, sentenceView } from './cells.ts';
import { downloadLink } from './files.ts';
import { localitiesLink } from './locality-links.ts';
import { at, type Layout } from './material.ts';
import { measureLink, measureLinks } from './measure-links.ts';
import type { FileView } from './page-views.ts';
import { sourceViews } from './source-views.ts';
import { statusView } from './status-views.ts';
import { targetChartView } from './target-charts.ts';
import type { TargetPartView, TargetPoint, TargetRow, TargetsView, TargetView } from './target-views.ts';
import type { Run } from './view.ts';

/** What the page is laid out from, besides the edition. */
type Given = {
  readonly layout: Layout;
  readonly evidence: ReadonlyMap<string, Draft>;
};

/** The targets of an edition laid out: how many stand where, a table of them all, then each by itself. */
export function targetsPage(
  layout: Layout,
  evidence: ReadonlyMap<string, Draft>,
  file: FileView,
): TargetsView | null {
  const { found, targets: said, setting, folder } = layout;
  if (found.targets === null || said === null) return null;
  const { plans, counts } = found.targets;
  const href = addresses.page(setting.edition.id, 'targets');
  const place = { href: addresses.evidence(setting.edition.id, 'targets'), source: null };
  const sentences = sentencesByTarget(found.targets, said.parts);
  const laid = plans.map(({ plan, source, targets }, index) => {
    const given = ({ target: { id, short } }: TargetFindings) => ({
      layout: at(layout, href, { ...place, id, heading: short, source }),
      evidence,
    });
    const views = (some: readonly TargetFindings[]) =>
      some.map(each => {
        const view = targetView(given(each), each, sentences.get(each) ?? [], index + 1);
        return withoutReasons(view, sharedReasons(targets));
      });
    return {
      id: plan.id,
      label: plan.label,
      years: `${periodLabel(plan.first)} to ${periodLabel(plan.last)}`,
      note: plan.note ?? null,
      source: source === null ? null : (sourceViews(folder.sources, [source.id])[0] ?? null),
      tableNumber: index + 1,
      reasons: sharedReasons(targets),
      rows: targets.flatMap(each => rowsOf(given(each), each)),
      measured: views(targets.filter(each => !isUnmeasured(each))),
      unmeasured: views(targets.filter(isUnmeasured)),
    };
  });
  // The counts come last, as they rest on the statuses.
  const { printer } = at(layout, href, { ...place, id: 'counts', heading: 'Targets by status' });
  return {
    counts: said.counts.map(sentence => sentenceView(sentence, printer)),
    tally: counts
      .filter(({ count }) => count > 0)
      .map(({ status, figure }) => ({ status: statusView(status), cell: figureCell(figure, printer) })),
    plans: laid,
    download: downloadLink('Targets and where they stand', file),
    evidence: place.href,
  };
}

function sentencesByTarget(
  { plans }: PlansFindings,
  parts: readonly (readonly PartSaid[])[],
): ReadonlyMap<TargetFindings, readonly PartSaid[]> {
  const targets = plans.flatMap(plan => plan.targets);
  return new Map(targets.map((target, index) => [target, parts[index] ?? []]));
}

/** Reasons that more than two reviews of a plan give in the same words. */
function sharedReasons(targets: readonly TargetFindings[]): readonly string[] {
  const reasons = targets.flatMap(({ review }) => review?.reason ?? []);
  return [...new Set(reasons)].filter(reason => reasons.filter(each => each === reason).length > 2);
}

/** The target without a reason that stands once for all of them. */
function withoutReasons(view: TargetView, shared: readonly string[]): TargetView {
  const { officers } = view;
  const isShared = officers.reason !== null && shared.includes(officers.reason);
  return isShared ? { ...view, officers: { ...officers, reason: null } } : view;
}

function targetView(
  { layout, evidence }: Given,
  found: TargetFindings,
  said: readonly PartSaid[],
  table: number,
): TargetView {
  const { target, parts, status, review } = found;
  const { setting, printer } = layout;
  // The status of the whole is printed where targets are counted: here is what it rests on.
  printer.link(found.figure);
  return {
    id: target.id,
    short: target.short,
    promise: target.promise,
    owner: target.owner,
    undertakings: servingOf(
      undertakingsIn(layout),
      target.id,
      target.parts.flatMap(({ indicator, profile }) => indicator ?? profile ?? []),
    ).map(each => undertakingLink(layout, each)),
    status: statusView(status),
    parts: parts.map((part, index) =>
      partView(layout, part, said[index], `${target.id}-${index + 1}`, table),
    ),
    officers: {
      word: officerWords[review?.judgement ?? 'not-stated'],
      date: review === null ? null : dateLabel(review.date),
      reason: review?.reason ?? null,
      evidence: draftRuns(evidence.get(target.id) ?? [], layout.officers),
      differs: disagreement(found),
    },
    evidence: `${addresses.evidence(setting.edition.id, 'targets')}#${target.id}`,
  };
}

function partView(
  layout: Layout,
  found: PartFindings,
  said: PartSaid | undefined,
  id: string,
  table: number,
): TargetPartView {
  const { printer, setting } = layout;
  const { part, measure, planned } = found;
  const point = (draft: Draft, period: string | undefined): TargetPoint | null =>
    draft.length === 0 || period === undefined
      ? null
      : { runs: draftRuns(draft, printer), year: periodLabel(period) };
  const level = (figure: PartFindings['now']) =>
    figure === null || measure === null ? [] : besideLevel(figure, measure);
  return {
    label: part.label ?? null,
    measure:
      measure === null ? null : { label: measure.label, href: measureLink(layout, measure.id)?.href ?? null },
    baseline: point(level(planned.baseline), part.baseline?.period),
    milestones: planned.milestones.flatMap(figure => point(level(figure), figure.period) ?? []),
    earlier: found.earlier.flatMap(figure => point(level(figure), figure.period) ?? []),
    now: point(nowDraft(found), setting.edition.period),
    isProjected: found.isProjected,
    aim: point(aimDraft(found), part.aim?.period),
    status: statusView(found.status),
    chart: said === undefined ? null : targetChartView(id, table, found, said, setting.council.name, printer),
    sentences: (said?.sentences ?? []).map(sentence => sentenceView(sentence, printer)),
    see: measureLinks(layout, part.see).map(({ text, href }) => ({ label: text, href })),
    notes: [part.note, found.note].flatMap(note => note ?? []),
    localities: localitiesLink(layout, found),
  };
}

/** A row for each part of a target. */
function rowsOf({ layout }: Given, found: TargetFindings): readonly TargetRow[] {
  const { target, parts, review } = found;
  const { printer, setting } = layout;
  return parts.map(part => ({
    header: part.part.label === undefined ? target.short : `${target.short}: ${lower(part.part.label)}`,
    href: `${addresses.page(setting.edition.id, 'targets')}#${target.id}`,
    aim: orNone(draftRuns(aimDraft(part), printer), 'No number'),
    by: part.part.aim === undefined ? 'Not said' : periodLabel(part.part.aim.period),
    now: orNone(
      part.isProjected
        ? [{ text: 'Projected: ', figure: null, href: null }, ...draftRuns(nowDraft(part), printer)]
        : draftRuns(nowDraft(part), printer),
      'No figure',
    ),
    status: statusView(part.status),
    officers: officerWords[review?.judgement ?? 'not-stated'],
  }));
}

function orNone(runs: readonly Run[], words: string): readonly Run[] {
  return runs.length > 0 ? runs : [{ text: words, figure: null, href: null }];
}
