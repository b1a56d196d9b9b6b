import type { Issue } from '../issues.ts';
import type { Figure } from '../model/figure.ts';
import { figureNamed } from '../narrative/figure-names.ts';
import { withFigures } from '../narrative/overrides.ts';
import type { Draft } from '../narrative/sentence.ts';
import type { EditionMaterial } from './material.ts';

/** What officers gave as evidence, by target, with its figures in place; the figures to hold, and what stands in their way. */
export type ReviewWords = {
  readonly evidence: ReadonlyMap<string, Draft>;
  readonly figures: readonly Figure[];
  readonly issues: readonly Issue[];
};

/** Reads the evidence of every review of an edition. */
export function reviewWords({ found, setting, folder }: EditionMaterial): ReviewWords {
  const reviewed = (found.targets?.plans ?? []).flatMap(({ targets }) =>
    targets.flatMap(({ target, review }) => {
      if (review?.evidence === undefined) return [];
      const read = withFigures(review.evidence, review.names, name => figureNamed(name, setting, folder));
      return [{ id: target.id, ...read }];
    }),
  );
  return {
    evidence: new Map(reviewed.map(({ id, draft }) => [id, draft])),
    figures: reviewed.flatMap(({ figures }) => figures),
    issues: reviewed.flatMap(({ issues }) => issues),
  };
}
