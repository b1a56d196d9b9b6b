import type { Concern } from '../judgements/concerns.ts';
import type { Written } from '../narrative/sentence.ts';
import { addresses, type EvidenceOf } from './addresses.ts';
import { sentenceView } from './cells.ts';
import { themeDocument } from './documents.ts';
import { editionView } from './edition-view.ts';
import { downloadOf } from './files.ts';
import type { Layout, Said, ThemeMaterial } from './material.ts';
import { glanceView } from './overview-views.ts';
import type { ThemeView } from './page-views.ts';
import { gapPartId } from './parts.ts';
import { sectionView } from './sections.ts';
import { tablesIn } from './tables.ts';
import type { SectionGroup } from './view.ts';

/** A chapter laid out: key messages, commentary, and a section for each indicator. */
export function themePage(
  layout: Layout,
  material: ThemeMaterial,
  commentary: string | null,
  latest: string,
): ThemeView {
  const { setting, found } = layout;
  const edition = editionView(layout, latest);
  const { theme } = material.found;
  const order = found.themes.map(each => each.theme);
  const at = order.findIndex(({ id }) => id === theme.id);
  const neighbour = (offset: number) => {
    const other = order[at + offset];
    return other === undefined
      ? null
      : { label: other.label, href: addresses.theme(setting.edition.id, other.id) };
  };
  const groups = sectionGroups(layout, material);
  return {
    href: addresses.theme(setting.edition.id, theme.id),
    edition,
    id: theme.id,
    label: theme.label,
    about: theme.about,
    keyMessages: views(material.keyMessages, layout.evidenceOf),
    questions: material.questions.map(({ question, concerns }) => ({
      sentence: sentenceView(question, layout.evidenceOf),
      sections: concerns.map(sectionOf),
    })),
    glance:
      material.glance === null
        ? null
        : glanceView(
            layout,
            material.glance,
            groups.flatMap(({ sections }) => sections),
          ),
    commentary,
    groups,
    document: themeDocument(layout, theme),
    files: [],
    previous: neighbour(-1),
    next: neighbour(1),
  };
}

/** Lays the sections out in order, numbering tables through the page. */
function sectionGroups(layout: Layout, { found, groups }: ThemeMaterial): readonly SectionGroup[] {
  let table = 1;
  return groups.map(({ id, heading, about, standing, parts }) => ({
    id,
    heading,
    about,
    standing: views(standing, layout.evidenceOf),
    sections: parts.map((said: Said) => {
      const section = sectionView(layout, found.theme.id, said, table, downloadOf(layout, said.part));
      table += tablesIn(section).length;
      return section;
    }),
  }));
}

/** The section of the page that a question is about. */
function sectionOf(concern: Concern): { readonly id: string; readonly label: string } {
  if ('gap' in concern) return { id: gapPartId(concern.gap), label: concern.gap.indicator.short };
  const { id, short } = concern.findings.indicator;
  return { id, label: short };
}

function views(sentences: readonly Written[], evidenceOf: EvidenceOf) {
  return sentences.map(sentence => sentenceView(sentence, evidenceOf));
}
