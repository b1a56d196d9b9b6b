import { type Issue, issueOf } from '../issues.ts';
import { inBraces, namesInBraces, type Override } from '../model/commentary.ts';
import type { Figure } from '../model/figure.ts';
import { spaced } from '../model/spelling.ts';
import { type Named, nameIssues } from './figure-names.ts';
import { type Draft, type Written, written } from './sentence.ts';
import { yearsOfNoFigure } from './typed-years.ts';

type Overridden = {
  readonly sentence: Written;
  readonly figures: readonly Figure[];
  readonly issues: readonly Issue[];
};

/** Puts an override in the place of the sentence that was computed; one that was made of other words is out of date. */
export function overridden(
  computed: Written,
  override: Override,
  resolve: (name: string) => Named | null,
): Overridden {
  const { draft, figures, issues } = withFigures(override.instead, override.names, resolve);
  const { reason, by } = override;
  return {
    sentence: {
      ...written(computed.id, draft),
      override: { computed: computed.text, reason, ...(by === undefined ? {} : { by }) },
    },
    figures,
    issues: [...outOfDate(computed, override), ...issues],
  };
}

/** Words with the figures that they name in braces in place, and what stands in the way of those. */
export function withFigures(
  words: string,
  names: Override['names'],
  resolve: (name: string) => Named | null,
): { readonly draft: Draft; readonly figures: readonly Figure[]; readonly issues: readonly Issue[] } {
  const named = names.map(each => ({ ...each, named: resolve(each.name.trim()) }));
  const texts = words.split(inBraces);
  return {
    draft: texts
      .flatMap((text, at) => [text.replace(/\s+/g, ' '), ...mentionAt(named[at])])
      .filter(run => run !== ''),
    figures: named.flatMap(({ named }) => named?.figure ?? []),
    issues: [...named.flatMap(nameIssues), ...yearIssues(words, named)],
  };
}

function yearIssues(words: string, named: readonly NamedAt[]): readonly Issue[] {
  const held = namesInBraces(words);
  const figures = named.map((each, at) => ({
    index: held[at]?.index ?? 0,
    figure: each.named?.figure ?? null,
  }));
  return yearsOfNoFigure(words, figures).flatMap(({ typed, at, year }) => {
    const each = named[at];
    return each === undefined ? [] : [issueOf(each.place, 'year-of-no-figure', typed, each.name, year)];
  });
}

function mentionAt(at: NamedAt | undefined): Draft {
  if (at === undefined) return [];
  return [at.named === null ? `{${at.name}}` : at.named.mention];
}

type NamedAt = Override['names'][number] & { readonly named: Named | null };

function outOfDate({ id, text }: Written, { computed, places }: Override): readonly Issue[] {
  const isSame = spaced(computed) === text;
  return isSame ? [] : [issueOf(places.computed, 'override-out-of-date', id, text)];
}
