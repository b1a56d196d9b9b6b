import type { EditionMaterial } from './material.ts';
import { sectionAddress } from './parts.ts';

/** A measure with the address of its section; null for one that has no section in this edition. */
type MeasureLink = { readonly text: string; readonly href: string };

/** The section of a measure (an indicator or a profile) in this edition, or null where it has none. */
export function measureLink(
  { themes, setting }: Pick<EditionMaterial, 'themes' | 'setting'>,
  measure: string,
): MeasureLink | null {
  for (const { found, groups } of themes) {
    const parts = groups.flatMap(group => group.parts.map(({ part }) => ({ group, part })));
    const own = parts.find(({ part }) => part.id === measure);
    const said =
      own ??
      parts.find(
        ({ part }) => (part.kind === 'profile' ? part.found.profile : part.found.indicator).id === measure,
      );
    if (said === undefined) continue;
    const { group, part } = said;
    const { label } = part.kind === 'profile' ? part.found.profile : part.found.indicator;
    return { text: label, href: sectionAddress(setting.edition.id, found.theme.id, group, part.id) };
  }
  return null;
}

/** The sections of measures, those that have one. */
export function measureLinks(
  layout: Pick<EditionMaterial, 'themes' | 'setting'>,
  measures: readonly string[],
): readonly MeasureLink[] {
  return measures.flatMap(measure => measureLink(layout, measure) ?? []);
}
