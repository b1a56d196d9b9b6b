import { type PlanKind, planKinds, planNames } from '../../model/plan-files.ts';
import { addresses } from '../addresses.ts';
import type { Block } from '../blocks.ts';
import { downloadLink } from '../files.ts';
import { at, type Layout } from '../material.ts';
import { actionPlansPage } from './action-plans-page.ts';
import { caseStudiesPage } from './case-studies-page.ts';
import { deliveryPage } from './delivery-page.ts';
import { governancePage } from './governance-page.ts';
import { hubPage } from './hub-page.ts';
import { impactPage } from './impact-page.ts';
import { newsPage } from './news-page.ts';
import { type TableFile, tableFile } from './plan-files.ts';
import type { PlanContents, PlanLayout } from './plan-layout.ts';
import type { PlanPageView } from './plan-views.ts';
import { referencesPage } from './references-page.ts';
import { scorecardPage } from './scorecard-page.ts';
import { scrutinyPage } from './scrutiny-page.ts';
import { selfAssessmentPage } from './self-assessment-page.ts';
import { statementsPage } from './statements-page.ts';
import { withheldNote, withoutQuotations } from './withheld.ts';

const pages: { readonly [K in PlanKind]: (given: PlanLayout<K>) => PlanContents } = {
  scorecard: scorecardPage,
  delivery: deliveryPage,
  statements: statementsPage,
  governance: governancePage,
  'self-assessment': selfAssessmentPage,
  scrutiny: scrutinyPage,
  'case-studies': caseStudiesPage,
  news: newsPage,
  'action-plans': actionPlansPage,
  impact: impactPage,
  references: referencesPage,
};

/** A page of a plan with the CSV of each of its tables. */
export type LaidPlan = { readonly view: PlanPageView; readonly files: readonly TableFile[] };

/** The pages of an edition's plans: the one that brings them together, then each in the order of the kinds. */
export function planPages(layout: Layout): readonly LaidPlan[] {
  // Two pages print what others have the evidence of, and are laid out after them: the pack for scrutiny, and the hub.
  const pages = new Map(
    planKinds
      .toSorted((one, other) => Number(one === 'scrutiny') - Number(other === 'scrutiny'))
      .map(kind => [kind, planPage(kind, layout)] as const),
  );
  const plans = planKinds.flatMap(kind => pages.get(kind) ?? []);
  const href = addresses.page(layout.setting.edition.id, 'plans');
  const hub = hubPage(at(layout, href));
  const first =
    hub === null ? [] : [laid(layout, hub, { kind: 'plans', href, label: hub.title, evidence: null })];
  return [...first, ...plans];
}

function planPage<K extends PlanKind>(kind: K, layout: Layout): LaidPlan | null {
  const judged = layout.found.plans[kind];
  if (judged === undefined) return null;
  const lay: (given: PlanLayout<K>) => PlanContents = pages[kind];
  const said = layout.plans[kind] ?? {};
  const { id } = layout.setting.edition;
  const href = addresses.plan(id, kind);
  const label = planNames[kind];
  const place = { href: addresses.evidence(id, kind), id: 'figures', heading: label, source: null };
  const contents = lay({ ...judged, layout: at(layout, href, place), said } as PlanLayout<K>);
  const evidence = layout.printing.evidence(place.href).length === 0 ? null : place.href;
  return laid(layout, contents, { kind, href, label, evidence });
}

/** A page with what is the same for all: a file for each of its tables, quotations withheld where they must be. */
function laid(
  layout: Layout,
  { title, lead, sections }: PlanContents,
  page: Pick<PlanPageView, 'kind' | 'href' | 'label' | 'evidence'>,
): LaidPlan {
  const { edition } = layout.setting;
  const withheld = withheldNote(edition);
  const files: TableFile[] = [];
  const withFile = (block: Block): Block => {
    if (block.kind === 'entry') return { ...block, blocks: block.blocks.map(withFile) };
    if (block.kind !== 'table') return block;
    const made = tableFile(edition.id, page.kind, block);
    files.push(made);
    return { ...block, download: downloadLink(block.caption, made.file) };
  };
  const view = {
    ...page,
    title,
    lead,
    sections: sections.map(section => ({
      ...section,
      blocks: withoutQuotations(section.blocks, withheld).map(withFile),
    })),
  };
  return { view, files };
}
