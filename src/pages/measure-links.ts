import type { EditionMaterial } from './material.ts';
import { measureIn } from './parts.ts';

/** A measure with the address of its section; null for one that has no section in this edition. */
type MeasureLink = { readonly text: string; readonly href: string };

/** The section of a measure (an indicator or a profile) in this edition, or null where it has none. */
export function measureLink(
  { sections }: Pick<EditionMaterial, 'sections'>,
  measure: string,
): MeasureLink | null {
  const section =
    sections.find(({ part }) => part.id === measure) ??
    sections.find(({ part }) => measureIn(part).id === measure);
  return section === undefined ? null : { text: measureIn(section.part).label, href: section.href };
}

/** The sections of measures, those that have one. */
export function measureLinks(
  layout: Pick<EditionMaterial, 'sections'>,
  measures: readonly string[],
): readonly MeasureLink[] {
  return measures.flatMap(measure => measureLink(layout, measure) ?? []);
}
