import { type Issue, issueOf } from '../issues.ts';
import type { Override } from '../model/commentary.ts';
import type { Figure } from '../model/figure.ts';
import { nearest } from '../model/spelling.ts';
import { figureNamed } from '../narrative/figure-names.ts';
import { type Overridden, overridden } from '../narrative/overrides.ts';
import type { EditionMaterial } from './material.ts';
import { mapWritten, writtenIn } from './written.ts';

/** An edition with its overrides in place of the sentences computed, the figures they name, and their issues. */
export type WithOverrides = {
  readonly material: EditionMaterial;
  readonly figures: readonly Figure[];
  readonly issues: readonly Issue[];
};

/** Puts an edition's overrides in the places of the computed sentences; another area than the folder's own council has none. */
export function withOverrides(material: EditionMaterial): WithOverrides {
  const { folder, setting } = material;
  const isOwn = setting.council.code === folder.council.code;
  const overrides = folder.overrides.filter(({ edition }) => isOwn && edition === setting.edition.id);
  if (overrides.length === 0) return { material, figures: [], issues: [] };
  const sentences = new Map(writtenIn(material).map(({ sentence }) => [sentence.id, sentence]));
  const made = overrides.map(override => {
    const computed = sentences.get(override.sentence);
    return computed === undefined
      ? unknown(override, sentences.keys())
      : overridden(computed, override, name => figureNamed(name, setting, folder));
  });
  const replaced = new Map(
    made.flatMap(({ sentence }) => (sentence === null ? [] : [[sentence.id, sentence] as const])),
  );
  return {
    material: mapWritten(material, sentence => replaced.get(sentence.id) ?? sentence),
    figures: made.flatMap(({ figures }) => figures),
    issues: made.flatMap(({ issues }) => issues),
  };
}

function unknown(
  { sentence, places }: Override,
  known: Iterable<string>,
): Omit<Overridden, 'sentence'> & { readonly sentence: null } {
  const near = nearest(sentence, known);
  return {
    sentence: null,
    figures: [],
    issues: [issueOf(places.sentence, 'unknown-sentence', sentence, near)],
  };
}
