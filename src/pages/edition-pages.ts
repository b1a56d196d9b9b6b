import type { Issue } from '../issues.ts';
import { type Ledger, ledgerOf } from '../judgements/ledger.ts';
import { revisionsOf } from '../judgements/revisions.ts';
import type { RollUp } from '../judgements/roll-up.ts';
import type { Figure } from '../model/figure.ts';
import type { PlanPageView } from '../plans/kit/judged.ts';
import { planPages, type TableFile } from '../plans/plan-pages.ts';
import { addresses, evidenceIndex } from './addresses.ts';
import { authoritiesPages } from './authorities-page.ts';
import type { AuthoritiesView } from './authority-views.ts';
import type { ClaimsView } from './claim-views.ts';
import { claimsPage } from './claims-page.ts';
import type { EditionCorrections } from './correction-views.ts';
import { correctionsOf } from './corrections-page.ts';
import { csvMetadata } from './csvw.ts';
import { datasetFiles, datasetOf } from './dataset.ts';
import { editionView } from './edition-view.ts';
import { embedPage } from './embed-page.ts';
import { type EvidenceSection, evidencePage } from './evidence-page.ts';
import { authorityFiles, ledgerFiles, partFiles } from './files.ts';
import { homePage } from './home-page.ts';
import type { EditionMaterial, Layout, ThemeMaterial } from './material.ts';
import { claimsOf, commentaryOf, namedFigures } from './officers-words.ts';
import { withOverrides } from './overrides.ts';
import type {
  DownloadsView,
  EmbeddingView,
  EvidenceView,
  FileView,
  GlossaryView,
  HomeView,
  IndexView,
  MethodologyView,
  ThemeView,
} from './page-views.ts';
import { authoritiesOnly, figuresOf, rankedIn, topicId } from './parts.ts';
import { planEvidence } from './plan-evidence.ts';
import { planFacts } from './plan-facts.ts';
import { planWords } from './plan-words.ts';
import { downloadsPage, glossaryPage, indexPage, methodologyPage } from './reference-pages.ts';
import { targetEvidence } from './target-evidence.ts';
import type { TargetsView } from './target-views.ts';
import { reviewWords } from './target-words.ts';
import { targetColumns, targetsFile } from './targets-file.ts';
import { targetsPage } from './targets-page.ts';
import { themePage } from './theme-page.ts';
import type { EditionView } from './view.ts';

/** Every page and file of one edition, and the issues in its commentary. */
export type EditionPages = {
  readonly view: EditionView;
  readonly home: HomeView;
  readonly themes: readonly ThemeView[];
  readonly evidence: readonly EvidenceView[];
  readonly authorities: readonly AuthoritiesView[];
  readonly index: IndexView;
  readonly downloads: DownloadsView;
  readonly claims: ClaimsView;
  /** Null where no plan is in force. */
  readonly targets: TargetsView | null;
  readonly plans: readonly PlanPageView[];
  readonly embedding: EmbeddingView;
  readonly methodology: MethodologyView;
  readonly glossary: GlossaryView;
  readonly corrections: EditionCorrections;
  readonly files: readonly FileView[];
  readonly issues: readonly Issue[];
};

/** Lays out every page of an edition; `latest` is the id of the edition at the root of the site. */
export function editionPages(computed: EditionMaterial, latest: string): EditionPages {
  const { material, figures: saidInstead, issues: unfit } = withOverrides(computed);
  const { claims, figures: restedOn, issues: untrue } = claimsOf(material);
  const reviewed = reviewWords(material);
  const planned = planWords(material);
  const facts = planFacts(material);
  const named = namedFigures(material, [
    ...restedOn,
    ...saidInstead,
    ...reviewed.figures,
    ...planned.figures,
    ...facts.figures,
  ]);
  const ledger: Ledger = new Map([
    ...ledgerOf(material.found, material.plans),
    ...named.map(figure => [figure.id, figure] as const),
  ]);
  const evidence = evidenceSections(material, named);
  const layout: Layout = {
    ...material,
    evidenceOf: evidenceIndex([
      ...evidence.map(({ href, sections }) => ({
        href,
        figures: sections.flatMap(({ figures }) => figures),
      })),
      ...authorityFigures(material),
    ]),
    csvOf: partFiles(material),
    csvOfAuthorities: authorityFiles(material),
    claims,
    planWords: planned.drafts,
  };
  const plans = planPages(layout, latest);
  const commentary = commentaryOf(layout);
  const words = (theme: string) => commentary.get(theme)?.html ?? null;
  const files = ledgerFiles(material, ledger, claims);
  const targets = targetsFile(material);
  const titled = titledFiles(
    layout,
    files.csv,
    targets,
    plans.flatMap(each => each.files),
  );
  const described = csvMetadata(material.setting, titled, material.folder.sources);
  const { whole, every } = datasetFiles(layout, { ...files, described }, titled);
  return {
    view: editionView(material, latest),
    home: homePage(layout, words('home'), datasetOf(layout, ledger, whole), latest),
    themes: material.themes.map(theme => themePage(layout, theme, words(theme.found.theme.id), latest)),
    evidence: evidence.map(({ theme, sections }) => evidencePage(layout, theme, sections, latest)),
    authorities: authoritiesPages(layout, latest),
    index: indexPage(layout, latest),
    downloads: downloadsPage(
      layout,
      { ...files, described, targets },
      datasetOf(layout, ledger, every),
      latest,
    ),
    claims: claimsPage(layout, latest),
    targets: targets === null ? null : targetsPage(layout, reviewed.evidence, targets, latest),
    plans: plans.map(({ view }) => view),
    embedding: embedPage(layout, latest),
    methodology: methodologyPage(layout, latest),
    glossary: glossaryPage(layout, latest),
    corrections: correctionsOf(layout, revisionsOf(ledger.values(), material.setting.known), latest),
    files: [
      ...[files.json, files.csv, described],
      ...(targets === null ? [] : [targets]),
      ...plans.flatMap(({ files }) => files.map(({ file }) => file)),
      ...layout.csvOf.values(),
      ...layout.csvOfAuthorities.values(),
    ],
    issues: [
      ...unfit,
      ...untrue,
      ...reviewed.issues,
      ...planned.issues,
      ...facts.issues,
      ...[...commentary.values()].flatMap(({ issues }) => issues),
    ],
  };
}

type EvidenceGroup = {
  readonly href: string;
  readonly theme: { readonly id: string; readonly label: string } | null;
  readonly sections: readonly EvidenceSection[];
};

/** The evidence of every theme, of the targets, then of the executive summary. */
function evidenceSections(material: EditionMaterial, named: readonly Figure[]): readonly EvidenceGroup[] {
  const { setting, found } = material;
  const themes = material.themes.map(theme => ({
    href: addresses.evidence(setting.edition.id, theme.found.theme.id),
    theme: theme.found.theme,
    sections: themeSections(material, theme),
  }));
  const standing = found.standing.map(rolled =>
    rollUpSection(`standing-${rolled.beside.comparator}`, rolled),
  );
  const words = { id: 'commentary', heading: 'Named in officers’ words', source: null, figures: named };
  const sections = named.length === 0 ? standing : [...standing, words];
  const targets = withoutHeld(targetEvidence(material), themes);
  const plans = planEvidence(material).flatMap(group => withoutHeld(group, themes) ?? []);
  return [
    ...themes,
    ...(targets === null ? [] : [targets]),
    ...plans,
    { href: addresses.evidence(setting.edition.id, null), theme: null, sections },
  ];
}

/** The evidence of targets without the figures that a chapter's has already. */
function withoutHeld(group: EvidenceGroup | null, others: readonly EvidenceGroup[]): EvidenceGroup | null {
  const held = new Set(
    others.flatMap(({ sections }) => sections.flatMap(({ figures }) => figures.map(({ id }) => id))),
  );
  if (group === null) return null;
  const sections = group.sections.map(section => ({
    ...section,
    figures: section.figures.filter(({ id }) => !held.has(id)),
  }));
  return { ...group, sections };
}

function themeSections(
  { setting, folder }: EditionMaterial,
  { found, groups }: ThemeMaterial,
): readonly EvidenceSection[] {
  const sections = groups.flatMap(({ parts }) =>
    parts.map(({ part }) => {
      const subject = part.kind === 'profile' ? part.found.profile : part.found.indicator;
      const source = folder.sources.find(({ id }) => id === subject.source) ?? null;
      const elsewhere = authoritiesOnly(setting, part);
      const figures = figuresOf(setting, part).filter(({ id }) => !elsewhere.has(id));
      return { id: part.id, heading: part.heading, source, figures };
    }),
  );
  const standing = found.standing.map(rolled =>
    rollUpSection(`standing-${rolled.beside.comparator}`, rolled),
  );
  const topics = found.topics.flatMap(({ topic, standing }) =>
    standing === null ? [] : [rollUpSection(`standing-${topicId(topic)}`, standing, topic.label)],
  );
  return [...sections, ...standing, ...topics];
}

/** Every CSV of an edition with the name of what it holds. */
function titledFiles(layout: Layout, whole: FileView, targets: FileView | null, plans: readonly TableFile[]) {
  const parts = [...layout.csvOf].map(([part, file]) => ({ title: part.heading, file }));
  const authorities = [...layout.csvOfAuthorities].map(([part, file]) => ({
    title: `${part.heading}: every authority`,
    file,
  }));
  const promised =
    targets === null
      ? []
      : [{ title: 'Targets and where they stand', file: targets, columns: targetColumns }];
  return [{ title: 'All figures', file: whole }, ...promised, ...plans, ...parts, ...authorities];
}

/** The figures that only the lists of every authority show, by page. */
function authorityFigures({ setting, themes }: EditionMaterial) {
  return themes.flatMap(({ found, groups }) =>
    groups.flatMap(({ parts }) =>
      parts.flatMap(({ part }) =>
        rankedIn(part).map(({ findings, rank }) => ({
          href: addresses.authorities(setting.edition.id, found.theme.id, part.id),
          figures: [...rank.placings, ...(findings.rankMove?.before.placings ?? [])].map(each => each.figure),
        })),
      ),
    ),
  );
}

function rollUpSection(id: string, { figures, beside }: RollUp, whose = 'Measures'): EvidenceSection {
  const all: readonly Figure[] = [figures.of, figures.better, figures.close, figures.worse];
  return { id, heading: `${whose} beside ${beside.phrase}`, source: null, figures: all };
}
