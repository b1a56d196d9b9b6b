import type { PublicFolder } from '../gate/public-folder.ts';
import { revisionsOf } from '../judgements/revisions.ts';
import type { Picture } from '../model/picture.ts';
import type { Testing } from '../model/testing.ts';
import type { PageName } from '../model/theme.ts';
import type { PlanPageView } from '../plans/kit/judged.ts';
import { planPages, type TableFile } from '../plans/plan-pages.ts';
import { targetColumns, targetsFile } from '../targets/file.ts';
import { targetsPage } from '../targets/page.ts';
import { addresses } from './addresses.ts';
import { authoritiesPages } from './authorities-page.ts';
import { picturesIn } from './blocks.ts';
import { chartFiles, chartsOn } from './chart-files.ts';
import { claimsPage } from './claims-page.ts';
import { correctionsOf, correctionsPage } from './corrections-page.ts';
import {
  authorityFiles,
  csvMetadata,
  ledgerFiles,
  ledgerSchemaFile,
  measureColumns,
  measuresFile,
  type SectionFile,
} from './data-files.ts';
import { datasetFiles, datasetOf } from './dataset.ts';
import { editionView } from './edition-view.ts';
import { evidencePages, originsFile } from './evidence-page.ts';
import { explorePage } from './explore-page.ts';
import { feedOf } from './feed.ts';
import { homePage } from './home-page.ts';
import { type EditionMaterial, type Layout, writtenIn } from './material.ts';
import type { OfficersWords } from './officers-words.ts';
import { drawnBy, type FileView, type Page, pageOf, type ReportView } from './page.ts';
import { rankedIn } from './parts.ts';
import { type EvidencePlace, startPrinting } from './printer.ts';
import { downloadsPage, embedPage, glossaryPage, indexPage, methodologyPage } from './reference-pages.ts';
import { siteView } from './site-view.ts';
import { chaptersIn, themePage } from './theme-page.ts';
import { editionWorkbooks } from './workbook.ts';

export type EditionPages = ReturnType<typeof editionPages>;

/** Lays out every page of an edition; `latest` is the id of the edition at the root of the site. */
export function editionPages(material: EditionMaterial, words: OfficersWords, latest: string) {
  const layout = layoutOf(material, words, latest);
  const { printing, setting, edition } = layout;
  const { id } = setting.edition;
  // What is printed first has the evidence: each chapter's own, then targets, plans, and the executive summary.
  listAuthorities(layout);
  const chapters = material.themes.map(theme => themePage(layout, theme));
  const targets = targetsFile(material);
  const targeted = targets === null ? null : targetsPage(layout, words.reviews, targets);
  const plans = planPages(layout);
  const authorities = authoritiesPages(layout);
  const summary = homePage(layout);
  for (const figure of words.figures) layout.officers.link(figure);
  const commentary = (theme: string) => words.commentary.get(theme)?.html(layout.officers) ?? null;
  const ledger = printing.figures();
  const sentences = writtenIn(material)
    .filter(({ sentence }) => printing.said(sentence))
    .map(({ page, sentence }) => ({ page, sentence: words.instead.get(sentence.id) ?? sentence }));
  const files = ledgerFiles(material, ledger, sentences, words.claims);
  const sections = chapters.flatMap(each => each.files);
  const tables = plans.flatMap(each => each.files);
  const measures = measuresFile(material, ledger);
  const schema = ledgerSchemaFile(id);
  const titled = titledFiles(layout, { whole: files.csv, measures, targets }, tables, sections);
  const [described, ...inFolders] = csvMetadata(setting, titled, material.setting.folder.sources);
  const { whole, every } = datasetFiles(layout, { ...files, described }, titled);
  const home = { ...summary, commentary: commentary('home'), dataset: datasetOf(layout, ledger, whole) };
  const downloads = downloadsPage(
    layout,
    { ...files, schema, described, measures, targets },
    chapters.map(({ view, files }) => ({ theme: view.id, files })),
    datasetOf(layout, ledger, every),
  );
  const evidence = evidenceOf(layout).map(told => evidencePages(layout, told));
  const explore = explorePage(layout, [
    { href: files.csv.path, label: 'All figures of the pages' },
    { href: files.json.path, label: 'All figures and sentences' },
  ]);
  const page = (name: PageName) => addresses.page(id, name);
  const pages = [
    pageOf(layout, 'home', addresses.edition(id), home, 'Executive summary'),
    ...chapters.flatMap(({ view, topics }) => [
      pageOf(layout, 'theme', view.href, { ...view, commentary: commentary(view.id) }, view.label),
      ...topics.map(topic => pageOf(layout, 'topic', topic.href, topic, view.label)),
    ]),
    ...evidence.flatMap(({ list, pages }) => [list, ...pages]),
    ...authorities,
    pageOf(layout, 'indicators', page('indicators'), indexPage(layout)),
    pageOf(layout, 'downloads', page('downloads'), downloads),
    claimsPage(layout, sentences),
    ...(targeted === null ? [] : [pageOf(layout, 'targets', page('targets'), targeted, 'Targets')]),
    ...plans.map(({ view }) => pageOf(layout, 'plan', view.href, view, view.label)),
    explore.page,
    pageOf(layout, 'embed', page('embed'), embedPage(layout)),
    pageOf(layout, 'methodology', page('methodology'), methodologyPage(layout, ledger), 'Methodology'),
    pageOf(layout, 'glossary', page('glossary'), glossaryPage(layout), 'Glossary'),
  ];
  const charts = chartsOn(pages);
  return {
    edition,
    pages,
    charts: charts.map(({ chart }) => chart),
    corrections: correctionsOf(layout, revisionsOf(ledger, setting.known)),
    files: [
      ...[files.json, schema, files.csv, measures, described, ...inFolders],
      ...(targets === null ? [] : [targets]),
      ...[...tables, ...sections].map(({ file }) => file),
      ...layout.csvOfAuthorities.values(),
      ...evidence.flatMap(({ pages }) => pages.map(originsFile)),
      ...explore.files,
      ...chartFiles(charts),
    ],
  };
}

function layoutOf(material: EditionMaterial, words: OfficersWords, latest: string): Layout {
  const { id } = material.setting.edition;
  const printing = startPrinting(words.instead);
  const named: EvidencePlace = {
    href: addresses.evidence(id, null),
    id: 'commentary',
    heading: 'Named in officers’ words',
    source: null,
  };
  return {
    ...material,
    edition: editionView(material, latest),
    printing,
    printer: printing.on(addresses.edition(id)),
    officers: printing.on(addresses.edition(id), named),
    csvOfAuthorities: authorityFiles(material),
    claims: words.claims,
    planWords: words.plans,
  };
}

/** The pages that say where numbers come from: of each chapter, the targets and the plans, and the summary. */
function evidenceOf({ found, printing, setting, plans }: Layout) {
  const promised = [
    ...(found.targets === null ? [] : [{ id: 'targets', label: 'Targets' }]),
    ...plans.map(({ id, name }) => ({ id, label: name })),
  ];
  const printed = promised.filter(
    ({ id }) => printing.evidence(addresses.evidence(setting.edition.id, id)).length > 0,
  );
  return [...found.themes.map(({ theme }) => theme), ...printed, null];
}

/** The figures of authorities that are neither the council nor near it have their evidence in the list of all of them. */
function listAuthorities({ setting, sections, printing }: Layout): void {
  const { council, neighbours, neighboursBefore, edition } = setting;
  const near = [council.code, ...(neighbours?.areas ?? []), ...(neighboursBefore?.areas ?? [])];
  for (const { part, theme } of sections) {
    for (const { findings, rank } of rankedIn(part)) {
      const placings = [...rank.placings(), ...(findings.rankMove?.before.placings() ?? [])];
      printing.list(
        addresses.authorities(edition.id, theme.id, part.id),
        placings
          .filter(({ row }) => row.series === null && !near.includes(row.area))
          .map(({ figure }) => figure),
      );
    }
  }
}

function titledFiles(
  { csvOfAuthorities }: Layout,
  { whole, measures, targets }: { whole: FileView; measures: FileView; targets: FileView | null },
  plans: readonly TableFile[],
  sections: readonly SectionFile[],
) {
  const parts = sections.map(({ part, file }) => ({ title: part.heading, file }));
  const authorities = [...csvOfAuthorities].map(([part, file]) => ({
    title: `${part.heading}: every authority`,
    file,
  }));
  const promised =
    targets === null
      ? []
      : [{ title: 'Targets and where they stand', file: targets, columns: targetColumns }];
  const named = { title: 'Measures: names, units and definitions', file: measures, columns: measureColumns };
  return [{ title: 'All figures', file: whole }, named, ...promised, ...plans, ...parts, ...authorities];
}

/** The whole site of an area's report from its editions, oldest first: one list of pages, and the files beside them. */
export function reportView(
  folder: PublicFolder,
  area: string,
  editions: readonly EditionPages[],
  testing: Testing,
): ReportView {
  const each = editions.map(({ edition }) => edition);
  const site = siteView(folder, area, each, testing);
  const corrections = correctionsPage(editions.map(each => each.corrections).toReversed());
  const pages = editions.flatMap(each => each.pages);
  const own = (template: string, part: string | null = null, href = `${template}/`) =>
    pageOf({ edition: site.latest }, template, href, {}, part);
  return {
    site,
    pages: [
      ...pages.filter(({ template, edition }) => template === 'home' && edition.latest).map(frontPage),
      ...pages,
      pageOf({ edition: site.latest }, 'corrections', corrections.href, corrections),
      own('accessibility', 'About this report'),
      own('contact', 'About this report'),
      own('archive'),
      own('search'),
      own('404', null, '404.html'),
    ],
    files: editions.flatMap(({ files }) => files),
    pictures: picturesOf(pages, folder.pictures),
    feed: feedOf(site, corrections),
    workbooks: editions.flatMap(({ edition, pages }) => editionWorkbooks(site, edition, chaptersIn(pages))),
  };
}

/** The pictures that pages of plans show, each once: the front page shows none but those. */
function picturesOf(pages: readonly Page[], held: readonly Picture[]): readonly Picture[] {
  const shown = drawnBy<PlanPageView>(pages, 'plan').flatMap(({ view }) =>
    picturesIn(view.sections.flatMap(({ blocks }) => blocks)).map(({ src }) => src),
  );
  return held.filter(({ name }) => shown.includes(addresses.picture(name)));
}

/** The executive summary of the latest edition at the root of the site. */
function frontPage(summary: Page): Page {
  return { ...summary, href: '', search: null };
}
