import { type PlanKind, planKinds, planNames } from './kit/file.ts';
import { addresses } from '../pages/addresses.ts';
import type { Block } from '../pages/blocks.ts';
import { editionView } from '../pages/edition-view.ts';
import { downloadLink } from '../pages/files.ts';
import type { Layout } from '../pages/material.ts';
import { actionPlansPage } from './action-plans/page.ts';
import { caseStudiesPage } from './case-studies/page.ts';
import { deliveryPage } from './delivery/page.ts';
import { governancePage } from './governance/page.ts';
import { hubPage } from './hub/hub-page.ts';
import { impactPage } from './impact/page.ts';
import { newsPage } from './news/page.ts';
import { type TableFile, tableFile } from './kit/table-file.ts';
import type { PlanContents, PlanLayout } from './kit/plan-layout.ts';
import type { PlanPageView } from './kit/plan-views.ts';
import { referencesPage } from './references/page.ts';
import { scorecardPage } from './scorecard/page.ts';
import { scrutinyPage } from './scrutiny/page.ts';
import { selfAssessmentPage } from './self-assessment/page.ts';
import { statementsPage } from './statements/page.ts';
import { withheldNote, withoutQuotations } from './kit/withheld.ts';

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
export function planPages(layout: Layout, latest: string): readonly LaidPlan[] {
  const hub = hubPage(layout);
  const { id } = layout.setting.edition;
  const first =
    hub === null
      ? []
      : [
          laid(layout, latest, hub, {
            kind: 'plans',
            href: addresses.page(id, 'plans'),
            label: hub.title,
            evidence: null,
          }),
        ];
  return [...first, ...planKinds.flatMap(kind => planPage(kind, layout, latest) ?? [])];
}

function planPage<K extends PlanKind>(kind: K, layout: Layout, latest: string): LaidPlan | null {
  const judged = layout.found.plans[kind];
  if (judged === undefined) return null;
  const lay: (given: PlanLayout<K>) => PlanContents = pages[kind];
  const said = layout.plans[kind] ?? {};
  const contents = lay({ ...judged, layout, said } as PlanLayout<K>);
  const { id } = layout.setting.edition;
  return laid(layout, latest, contents, {
    kind,
    href: addresses.plan(id, kind),
    label: planNames[kind],
    evidence: judged.found.figures.length === 0 ? null : addresses.evidence(id, kind),
  });
}

/** A page with what is the same for all: a file for each of its tables, quotations withheld where they must be. */
function laid(
  layout: Layout,
  latest: string,
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
    edition: editionView(layout, latest),
    title,
    lead,
    sections: sections.map(section => ({
      ...section,
      blocks: withoutQuotations(section.blocks, withheld).map(withFile),
    })),
  };
  return { view, files };
}
