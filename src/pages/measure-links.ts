import type { EditionMaterial } from './material.ts';
import { measureIn } from './parts.ts';

type MeasureLink = { readonly text: string; readonly href: string };

/** Null where it has none in this edition. */
export function measureLink(
  { sections }: Pick<EditionMaterial, 'sections'>,
  measure: string,
): MeasureLink | null {
  const section =
    sections.find(({ part }) => part.id === measure) ??
    sections.find(({ part }) => measureIn(part).id === measure);
  return section === undefined ? null : { text: measureIn(section.part).label, href: section.href };
}

export function measureLinks(
  layout: Pick<EditionMaterial, 'sections'>,
  measures: readonly string[],
): readonly MeasureLink[] {
  return measures.flatMap(measure => measureLink(layout, measure) ?? []);
}
