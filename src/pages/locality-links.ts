import type { LocalityKind } from '../model/area.ts';
import { total } from '../model/breakdown.ts';
import { localityWords } from '../narrative/locality-phrases.ts';
import type { PartFindings } from '../targets/findings.ts';
import { addresses } from './addresses.ts';
import type { EditionMaterial } from './material.ts';

/** Where the localities of a kind are on their page: `reading-wards`. */
export function localitiesId(section: string, kind: LocalityKind): string {
  return `${section}-${localityWords[kind][1]}`;
}

/** Where the localities that decide a part of a target are listed; null of other parts, and where none has a row. */
export function localitiesLink(
  { themes, setting }: Pick<EditionMaterial, 'themes' | 'setting'>,
  { part: { worst }, measure }: PartFindings,
): { readonly label: string; readonly href: string } | null {
  if (worst === undefined || measure === null || measure.breakdown.topic !== total.topic) return null;
  for (const { found, groups } of themes) {
    for (const { part } of groups.flatMap(group => group.parts)) {
      if (part.kind !== 'indicator' || part.found.indicator.id !== measure.id) continue;
      if (!part.found.localities.some(({ kind }) => kind === worst)) continue;
      const href = addresses.section(setting.edition.id, found.theme.id, localitiesId(part.id, worst));
      return { label: `${measure.label}, by ${localityWords[worst][0]}`, href };
    }
  }
  return null;
}
