import { type Said, saidBefore } from '../kit/undertakings.ts';
import { type Edition, editionBefore } from '../../model/edition.ts';
import { bookOf } from '../kit/file.ts';
import type { EditionMaterial } from '../../pages/material.ts';

/** What the plans of the edition before said, and that edition; undefined of the first. */
export function lastYear({ folder, setting, found }: EditionMaterial): {
  readonly earlier: Edition | undefined;
  readonly said: readonly Said[];
} {
  const earlier = editionBefore(folder.editions, setting.edition);
  return { earlier, said: saidBefore(found.plans, bookOf(folder.books, earlier?.id)) };
}

/** True where the page that brings promises and plans together can tell what became of earlier ones. */
export function hasBefore(material: EditionMaterial): boolean {
  const { earlier, said } = lastYear(material);
  return earlier !== undefined && said.length > 0;
}

/** The one name of the page that brings promises and plans together, wherever it is linked. */
export function hubName(material: EditionMaterial): string {
  return hasBefore(material) ? 'What we said, and what happened' : 'What we said, and where it stands';
}
