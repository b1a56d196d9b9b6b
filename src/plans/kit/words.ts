import {
  countAlone,
  type Draft,
  listed,
  mention,
  say,
  type Written,
  written,
} from '../../narrative/sentence.ts';
import type { Response } from './answer-schema.ts';
import type { AnswerTally, Tally } from './findings.ts';

/** A count in words inside a sentence, leading to its evidence: "three", "none". */
export function many({ figure, count }: Tally): Draft {
  return [mention(figure, countAlone(count))];
}

/** The word for one, or for any other number. */
export function plural({ count }: Tally, one: string, several: string): string {
  return count === 1 ? one : several;
}

/** "Of eight recommendations, two are accepted, one is done and five have no stated answer." */
export function answersDraft(all: Tally, answers: readonly AnswerTally[]): Draft {
  const given = answers.filter(({ count }) => count > 0);
  const [only] = given;
  if (all.count === 1 && only !== undefined)
    return say`There is ${many(all)} recommendation; it ${answerWords(only.response, true)}.`;
  const parts = given.map(each => say`${many(each)} ${answerWords(each.response, each.count === 1)}`);
  return say`Of ${many(all)} recommendations, ${listed(parts)}.`;
}

/** Sentences under the ids `<name>.1`, `<name>.2` and so on. */
export function numberedSentences(name: string, drafts: readonly Draft[]): readonly Written[] {
  return drafts.map((draft, index) => written(`${name}.${index + 1}`, draft));
}

function answerWords(response: Response, one: boolean): string {
  const is = one ? 'is' : 'are';
  switch (response) {
    case 'done':
      return `${is} done`;
    case 'accepted':
      return `${is} accepted`;
    case 'in-part':
      return `${is} accepted in part`;
    case 'refused':
      return `${is} not accepted`;
    case 'not-stated':
      return `${one ? 'has' : 'have'} no stated answer`;
  }
}
