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
import { gapPartId, measureIn, type Part, refusedIn, topicId } from './parts.ts';
import type { EvidencePlace, Printer } from './printer.ts';
import { byGroups, sectionView } from './sections.ts';
import { stageTables } from './stage-table.ts';
import type { SectionGroup } from './view.ts';
import { workbookLink } from './workbook.ts';

export type ThemeView = ReturnType<typeof themePage>['view'] & { readonly commentary: string | null };

export type TopicView = ThemeView['topics'][number];

/** A chapter laid out: key messages and a section for each indicator; and the CSV of each of its sections. */
export function themePage(layout: Layout, material: ThemeMaterial) {
  const { setting, found, edition } = layout;
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
  const { groups, files } = sectionGroups(layout, material);
  noteRollUps(layout, href, addresses.evidence(setting.edition.id, theme.id), rollUpsOf(material.found));
  const { printer } = at(layout, href);
  const own = material.groups.find(({ chapter }) => chapter === null);
  const view = {
    href,
    edition,
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
        : { ...measuresView(layout, theme.id, own, groups), ground: groundView(layout, material) },
    topics: topicViews(layout, material, groups),
    pupils: pupilsIn(layout, theme.id),
    groups: groups.map(group => ({ ...group, standing: views(group.standing, printer) })),
    workbook: workbookLink(setting.edition.id, theme),
    previous: neighbour(-1),
    next: neighbour(1),
  };
  return { view, files };
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

/** Lays the sections out in order, numbering tables through the page, each with the CSV of what it prints. */
function sectionGroups(layout: Layout, { found, groups }: ThemeMaterial) {
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
  const laid = groups.map(({ id, heading, about, chapter, standing, parts }) => ({
    ...{ id, heading, about, hasPage: chapter !== null, standing },
    sections: parts.map(sectionOf),
  }));
  return { groups: laid, files };
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

/** The measures of a page: all in tables, then those that lead, then the others. */
function measuresView(
  layout: Layout,
  theme: string,
  group: Group,
  laid: readonly Pick<SectionGroup, 'id' | 'sections'>[],
) {
  const { edition } = layout.setting;
  const { id, leads, inOrder, page } = group;
  const sections = laid.find(each => each.id === id)?.sections ?? [];
  const evidence = addresses.evidence(edition.id, theme);
  const place = { href: evidence, id: `all-${id}`, heading: 'All measures together', source: null };
  return {
    tables: stageTables(at(layout, page, place), inOrder),
    ground: null,
    leads: sections.slice(0, leads),
    others: sections.slice(leads),
  };
}

function topicViews(
  layout: Layout,
  { found: { theme }, groups, keyMessages }: ThemeMaterial,
  laid: readonly Pick<SectionGroup, 'id' | 'sections'>[],
) {
  const { edition } = layout.setting;
  const gathered = groups.flatMap(group =>
    group.chapter === null ? [] : [{ group, label: group.chapter.topic.label }],
  );
  const linkTo = (index: number) => {
    const other = gathered[index];
    return other === undefined ? null : { label: other.label, href: other.group.page };
  };
  return gathered.map(({ group, label }, index) => {
    const href = group.page;
    const { printer } = at(layout, href);
    const [lead] = group.parts;
    const said = group.standing.length > 0 ? group.standing : (lead?.said.sentences.slice(0, 1) ?? []);
    return {
      href,
      id: group.id,
      label,
      about: group.about,
      theme: { id: theme.id, label: theme.label, href: addresses.theme(edition.id, theme.id) },
      findings: said.map(sentence => sentenceView(sentence, printer)),
      isTold: said.every(({ text }) => keyMessages.some(message => message.text.includes(text))),
      measures: measuresView(layout, theme.id, group, laid),
      previous: index === 0 ? null : linkTo(index - 1),
      next: linkTo(index + 1),
    };
  });
}
