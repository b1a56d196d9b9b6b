import type { Issue } from '../issues.ts';
import { type Claim, type Commentary, restsOnIn } from '../model/commentary.ts';
import type { Figure } from '../model/figure.ts';
import { placeIn } from '../model/place.ts';
import { plainText } from './commentary-html.ts';
import { type Checked, factIssues } from './facts.ts';
import type { Named } from './figure-names.ts';

type ReadClaims = {
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
  readonly issues: readonly Issue[];
};

/** How short an opening sentence is to be given with the one after it. */
const short = 60;

/** Reads the claims of commentary on a page: each paragraph that says what it rests on, its facts checked. */
export function readClaims(
  words: Commentary,
  page: string,
  resolve: (name: string) => Named | null,
  check: (fact: string) => Checked,
): ReadClaims {
  const { edition, theme, markdown } = words;
  const read = restsOnIn(markdown).paragraphs.map((paragraph, index) => {
    const checked = paragraph.facts.map(at => ({ ...at, held: check(at.fact) }));
    const held = checked.flatMap(({ fact, held }) => (held.outcome === 'unknown' ? [] : [{ fact, ...held }]));
    return {
      claim: {
        id: `${edition}.${theme}.claim.${index + 1}`,
        page,
        theme,
        text: openingOf(plainText(paragraph.words, resolve)),
        facts: held.map(({ fact, says, figures }) => ({ fact, says, figures: unique(figures) })),
      },
      figures: held.flatMap(({ figures }) => figures),
      issues: checked.flatMap(({ fact, index, held }) =>
        factIssues(placeIn(markdown, words.place, index), fact, held, paragraph.words),
      ),
    };
  });
  return {
    claims: read.map(({ claim }) => claim),
    figures: read.flatMap(({ figures }) => figures),
    issues: read.flatMap(({ issues }) => issues),
  };
}

/** The first sentence, and the next while that is short. */
function openingOf(text: string): string {
  const [first = '', ...rest] = text.split(/(?<=[.!?][”’)]?)\s+(?=\p{Lu}|\d|[“‘(])/u);
  return rest.reduce((opening, next) => (opening.length < short ? `${opening} ${next}` : opening), first);
}

function unique(figures: readonly Figure[]): readonly Figure[] {
  return [...new Map(figures.map(figure => [figure.id, figure])).values()];
}
