import type { Issue } from '../issues.ts';
import type { Figure } from '../model/figure.ts';
import { figureNamed } from '../narrative/figure-names.ts';
import { withFigures } from '../narrative/overrides.ts';
import type { Draft } from '../narrative/sentence.ts';
import { bookOf } from '../plans/kit/form.ts';
import type { EditionMaterial } from './material.ts';

/** Plans' words with their figures in place, by the words as they were written; the figures to hold; what stands in the way. */
export type PlanWords = {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly figures: readonly Figure[];
  readonly issues: readonly Issue[];
};

/** Reads the words of an edition's plans that name figures. */
export function planWords({ setting, folder }: EditionMaterial): PlanWords {
  const isOwn = setting.council.code === folder.council.code;
  const words = isOwn ? (bookOf(folder.books, setting.edition.id)?.words ?? []) : [];
  const read = words.map(({ text, names }) => ({
    text,
    ...withFigures(text, names, name => figureNamed(name, setting, folder)),
  }));
  return {
    drafts: new Map(read.map(({ text, draft }) => [text, draft])),
    figures: read.flatMap(({ figures }) => figures),
    issues: read.flatMap(({ issues }) => issues),
  };
}
