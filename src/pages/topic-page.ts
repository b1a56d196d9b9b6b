import { addresses } from './addresses.ts';
import { sentenceView } from './cells.ts';
import { at, type Layout, type ThemeMaterial } from './material.ts';
import type { TopicView } from './page.ts';
import { groupAddress } from './parts.ts';
import { stageTables } from './stage-table.ts';
import type { MeasuresView, SectionGroup } from './view.ts';

type Group = ThemeMaterial['groups'][number];

/** The measures of a page: all in tables, then those that lead, then the others. */
export function measuresView(
  layout: Layout,
  theme: string,
  group: Group,
  laid: readonly Pick<SectionGroup, 'id' | 'sections'>[],
): MeasuresView {
  const { edition } = layout.setting;
  const { id, leads, inOrder } = group;
  const sections = laid.find(each => each.id === id)?.sections ?? [];
  const href = groupAddress(edition.id, theme, group);
  const evidence = addresses.evidence(edition.id, theme);
  const place = { href: evidence, id: `all-${id}`, heading: 'All measures together', source: null };
  return {
    tables: stageTables(at(layout, href, place), inOrder),
    leads: sections.slice(0, leads),
    others: sections.slice(leads),
  };
}

/** The pages of the groups of pupils that a chapter gathers, in its order. */
export function topicViews(
  layout: Layout,
  { found: { theme }, groups }: ThemeMaterial,
  laid: readonly Pick<SectionGroup, 'id' | 'sections'>[],
): readonly TopicView[] {
  const { edition } = layout.setting;
  const gathered = groups.flatMap(group =>
    group.chapter === null ? [] : [{ group, label: group.chapter.topic.label }],
  );
  const linkTo = (index: number) => {
    const other = gathered[index];
    return other === undefined
      ? null
      : { label: other.label, href: addresses.topic(edition.id, theme.id, other.group.id) };
  };
  return gathered.map(({ group, label }, index) => {
    const href = addresses.topic(edition.id, theme.id, group.id);
    const { printer } = at(layout, href);
    const [lead] = group.parts;
    const said = group.standing.length > 0 ? group.standing : (lead?.said.sentences.slice(0, 1) ?? []);
    return {
      href,
      id: group.id,
      label,
      about: group.about,
      theme: { label: theme.label, href: addresses.theme(edition.id, theme.id) },
      findings: said.map(sentence => sentenceView(sentence, printer)),
      measures: measuresView(layout, theme.id, group, laid),
      previous: index === 0 ? null : linkTo(index - 1),
      next: linkTo(index + 1),
    };
  });
}
