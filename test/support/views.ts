import type { claimsPage } from '../../src/pages/claims-page.ts';
import type { CorrectionsView } from '../../src/pages/corrections-page.ts';
import type { EvidenceView } from '../../src/pages/evidence-page.ts';
import type { homePage } from '../../src/pages/home-page.ts';
import { drawnBy, type ReportView } from '../../src/pages/page.ts';
import type {
  downloadsPage,
  glossaryPage,
  indexPage,
  methodologyPage,
} from '../../src/pages/reference-pages.ts';
import type { EditionPages } from '../../src/pages/report-pages.ts';
import { chaptersIn } from '../../src/pages/theme-page.ts';
import type { EditionView } from '../../src/pages/view.ts';
import type { PlanPageView } from '../../src/plans/kit/judged.ts';
import type { TargetsView } from '../../src/targets/page.ts';

/** What a kind of page shows, with its address and edition. */
export type Shown<View> = View & { readonly href: string; readonly edition: EditionView };

/** The executive summary as its template gets it. */
export type HomeView = ReturnType<typeof homePage> & { readonly commentary: string | null };

/** What the pages of a report, or of an edition, show, by kind. */
export function viewsOf({ pages }: Pick<ReportView, 'pages'> | Pick<EditionPages, 'pages'>) {
  const shown = <View extends object>(template: string): readonly Shown<View>[] =>
    drawnBy<View>(pages, template).map(({ href, edition, view }) => ({ ...view, href, edition }));
  return {
    homes: shown<HomeView>('home').filter(({ href }) => href !== ''),
    themes: chaptersIn(pages),
    targets: shown<TargetsView>('targets'),
    plans: shown<PlanPageView>('plan'),
    evidence: shown<EvidenceView>('evidence'),
    claims: shown<ReturnType<typeof claimsPage>['view']>('claims'),
    indexes: shown<ReturnType<typeof indexPage>>('indicators'),
    downloads: shown<ReturnType<typeof downloadsPage>>('downloads'),
    methodology: shown<ReturnType<typeof methodologyPage>>('methodology'),
    glossaries: shown<ReturnType<typeof glossaryPage>>('glossary'),
    corrections: shown<CorrectionsView>('corrections')[0] ?? { editions: [] },
  };
}
