import type { Concern } from '../judgements/concerns.ts';
import type { ThemeFindings } from '../judgements/theme-findings.ts';
import type { Source } from '../model/source.ts';
import type { Written } from '../narrative/sentence.ts';
import { addresses } from './addresses.ts';
import { sentenceView, tablesIn } from './cells.ts';
import { type SectionFile, sectionFile } from './data-files.ts';
import { type NamedRollUp, noteRollUps } from './evidence-page.ts';
import { groundView } from './ground-view.ts';
import { at, type Layout, type SectionMaterial, type ThemeMaterial } from './material.ts';
import { drawnBy, type Page } from './page.ts';
import { gapPartId, measureIn, type Part, refusedIn, topicId } from './parts.ts';
import type { EvidencePlace, Printer } from './printer.ts';
import { byGroups, sectionView } from './sections.ts';
import { stageTables } from './stage-table.ts';
import type { SectionView } from './view.ts';
import { workbookLink } from './workbook.ts';

/** The page of a chapter: of groups of pupils, which have pages of their own, it names the measures alone. */
export type ThemeView = ReturnType<typeof themePage>['view'] & { readonly commentary: string | null };

export type TopicView = ReturnType<typeof topicViews>[number];

/** Chapters with all that is on their pages of groups of pupils, as workbooks and printed documents have them. */
export function chaptersIn(pages: readonly Page[]) {
  const gathered = drawnBy<TopicView>(pages, 'topic').map(({ view }) => view);
  return drawnBy<ThemeView>(pages, 'theme').map(({ edition, view }) => {
    const topics = gathered.filter(({ theme }) => theme.href === view.href);
    const heading = topics.length > 0 ? 'Particular groups and measures' : null;
    const groups = [
      ...topics.map(({ label, measures }) => ({ heading: label, sections: sectionsIn(measures) })),
      ...(view.measures === null ? [] : [{ heading, sections: sectionsIn(view.measures) }]),
    ];
    return { ...view, edition, topics, groups };
  });
}

export type ChapterView = ReturnType<typeof chaptersIn>[number];

/** A chapter laid out: key messages and a section for each indicator; and the CSV of each of its sections. */
export function themePage(layout: Layout, material: ThemeMaterial) {
  const { setting, found } = layout;
  const { theme } = material.found;
  const order = found.themes.map(each => each.theme);
  const place = order.findIndex(({ id }) => id === theme.id);
  const neighbour = (offset: number) => {
    const other = order[place + offset];
    return other === undefined
      ? null
      : { label: other.label, href: addresses.theme(setting.edition.id, other.id) };
  };
  const href = addresses.theme(setting.edition.id, theme.id);
  // Sections are printed first: what leads the chapter is explained where the section that it is of has it.
  const { sections, files } = sectionsOf(layout, material);
  noteRollUps(layout, href, addresses.evidence(setting.edition.id, theme.id), rollUpsOf(material.found));
  const { printer } = at(layout, href);
  const own = material.groups.find(({ chapter }) => chapter === null);
  const isTold = (text: string) => material.keyMessages.some(message => message.text.includes(text));
  const view = {
    href,
    id: theme.id,
    label: theme.label,
    about: theme.about,
    keyMessages: views(material.keyMessages, printer),
    questions: material.questions.map(({ question, concerns }) => ({
      sentence: sentenceView(question, printer),
      sections: concerns.map(concern => sectionOf(concern, href, material)),
    })),
    measures:
      own === undefined
        ? null
        : { ...measuresView(layout, theme.id, own, sections), ground: groundView(layout, material) },
    topics: gatheredIn(material).map(({ group, label }) => ({
      ...{ href: group.page, id: group.id, label },
      // What the key messages say already is not said again.
      findings: openingOf(group).every(({ text }) => isTold(text))
        ? []
        : views(openingOf(group), at(layout, group.page).printer),
      measures: (sections.get(group) ?? []).map(({ id, short }) => ({ id, short })),
    })),
    pupils: pupilsIn(layout, theme.id),
    workbook: workbookLink(setting.edition.id, theme),
    previous: neighbour(-1),
    next: neighbour(1),
  };
  return { view, topics: topicViews(layout, material, sections), files };
}

/** The pages of groups of pupils, gathered by other chapters, that have measures of this one. */
function pupilsIn({ themes }: Layout, theme: string) {
  return themes
    .filter(({ found }) => found.theme.id !== theme)
    .flatMap(({ groups }) =>
      groups.flatMap(({ chapter, page, parts }) =>
        chapter !== null && parts.some(({ part }) => measureIn(part).theme === theme)
          ? [{ label: chapter.topic.label, href: page }]
          : [],
      ),
    );
}

function rollUpsOf({ standing, topics }: ThemeFindings): readonly NamedRollUp[] {
  return [
    ...standing.map(rolled => ({ id: rolled.beside.comparator, rolled })),
    ...topics.flatMap(({ topic, standing }) =>
      standing === null ? [] : [{ id: topicId(topic), rolled: standing, whose: topic.label }],
    ),
  ];
}

/** Lays the sections of each group out in order, numbering tables through them, each with the CSV of what it prints. */
function sectionsOf(layout: Layout, { found, groups }: ThemeMaterial) {
  const { edition } = layout.setting;
  const evidence = addresses.evidence(edition.id, found.theme.id);
  const files: SectionFile[] = [];
  // The table of changes stands before them.
  let table = found.ground === null ? 1 : 2;
  const sectionOf = (said: SectionMaterial) => {
    const { part, page } = said;
    const source = layout.setting.folder.sources.find(({ id }) => id === measureIn(part).source) ?? null;
    const place = evidencePlace(evidence, part, source);
    const section = sectionView(at(layout, page, place), said, table);
    table += tablesIn(section).length;
    // What is not said is listed with the claims, and kept in the ledger with its reason.
    const { link } = layout.printing.on(page, place);
    for (const { figure } of refusedIn(part)) if (figure !== null) link(figure);
    const file = sectionFile(layout, found.theme.id, part, layout.printing.printedAt(place));
    files.push({ part, file });
    return { ...section, download: { href: file.path, label: part.heading } };
  };
  return { sections: new Map(groups.map(group => [group, group.parts.map(sectionOf)])), files };
}

/** Where the numbers of a section come from; of one that has figures of everyone too, those of groups are by themselves. */
function evidencePlace(href: string, part: Part, source: Source | null): EvidencePlace {
  const place = { href, id: part.id, heading: part.heading, source };
  const ofGroups = { ...place, id: `${part.id}/groups`, heading: `${part.heading}: groups of pupils` };
  return byGroups(part) === null ? place : { ...place, ofGroups };
}

function sectionOf(concern: Concern, chapter: string, { groups }: ThemeMaterial) {
  const about = 'gap' in concern ? concern.gap.indicator : concern.findings.indicator;
  const id = 'gap' in concern ? gapPartId(concern.gap) : about.id;
  const group = groups.find(({ parts }) => parts.some(({ part }) => part.id === id));
  return { href: `${group?.page ?? chapter}#${id}`, label: about.short };
}

function views(sentences: readonly Written[], printer: Printer) {
  return sentences.map(sentence => sentenceView(sentence, printer));
}

type Group = ThemeMaterial['groups'][number];
type Sections = ReadonlyMap<Group, readonly SectionView[]>;
type MeasuresView = ReturnType<typeof measuresView>;

function sectionsIn({ leads, others }: Pick<MeasuresView, 'leads' | 'others'>): readonly SectionView[] {
  return [...leads, ...others];
}

/** The measures of a page: all in tables, then those that lead, then the others. */
function measuresView(layout: Layout, theme: string, group: Group, laid: Sections) {
  const { edition } = layout.setting;
  const { id, leads, inOrder, page } = group;
  const sections = laid.get(group) ?? [];
  const evidence = addresses.evidence(edition.id, theme);
  const place = { href: evidence, id: `all-${id}`, heading: 'All measures together', source: null };
  return {
    tables: stageTables(at(layout, page, place), inOrder),
    ground: null,
    leads: sections.slice(0, leads),
    others: sections.slice(leads),
  };
}

/** The groups that have pages of their own. */
function gatheredIn({ groups }: ThemeMaterial) {
  return groups.flatMap(group =>
    group.chapter === null ? [] : [{ group, label: group.chapter.topic.label }],
  );
}

function openingOf({ standing, parts: [lead] }: Group): readonly Written[] {
  return standing.length > 0 ? standing : (lead?.said.sentences.slice(0, 1) ?? []);
}

function topicViews(layout: Layout, material: ThemeMaterial, laid: Sections) {
  const { edition } = layout.setting;
  const { theme } = material.found;
  const gathered = gatheredIn(material);
  const linkTo = (index: number) => {
    const other = gathered[index];
    return other === undefined ? null : { label: other.label, href: other.group.page };
  };
  return gathered.map(({ group, label }, index) => {
    const href = group.page;
    return {
      href,
      id: group.id,
      label,
      about: group.about,
      theme: { id: theme.id, label: theme.label, href: addresses.theme(edition.id, theme.id) },
      findings: views(openingOf(group), at(layout, href).printer),
      measures: measuresView(layout, theme.id, group, laid),
      previous: index === 0 ? null : linkTo(index - 1),
      next: linkTo(index + 1),
    };
  });
}
