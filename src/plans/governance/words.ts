import { type Draft, listed, mention, say } from '../../narrative/sentence.ts';
import type { Tally } from '../kit/findings.ts';
import { many, numberedSentences, plural } from '../kit/words.ts';
import type { GovernanceFindings } from './findings.ts';
import type { BoardKind } from './schema.ts';

/** How many boards, duties and consultations there are, and what is known of them. */
export function governanceSentences({ boards, duties, consultation }: GovernanceFindings) {
  return {
    boards: numberedSentences('governance.boards', boardDrafts(boards)),
    duties: numberedSentences('governance.duties', dutyDrafts(duties)),
    consultation: numberedSentences('governance.consultation', consultationDrafts(consultation)),
  };
}

/** "There are two boards, five groups and three streams of work." */
function boardDrafts(boards: GovernanceFindings['boards']): readonly Draft[] {
  const given = boards.filter(({ count }) => count > 0);
  const [first] = given;
  if (first === undefined) return [];
  const parts = given.map(each => say`${many(each)} ${plural(each, ...kindWords[each.kind])}`);
  return [say`There ${plural(first, 'is', 'are')} ${listed(parts)}.`];
}

const kindWords: Readonly<Record<BoardKind, readonly [string, string]>> = {
  board: ['board', 'boards'],
  group: ['group', 'groups'],
  stream: ['stream of work', 'streams of work'],
};

function dutyDrafts({ all, withLaw }: GovernanceFindings['duties']): readonly Draft[] {
  if (all.count === 0) return [];
  const listed = say`The plan names ${many(all)} ${plural(all, 'duty', 'duties')}`;
  if (withLaw.count === all.count) return [say`${listed}, each with its law.`];
  return [say`${listed}; the law is given here for ${many(withLaw)} of them.`];
}

function consultationDrafts({ all, told, changed }: GovernanceFindings['consultation']): readonly Draft[] {
  if (all.count === 0) return [];
  if (all.count === 1) {
    const given = ({ figure, count }: Tally) => mention(figure, count === 1 ? 'given' : 'not given');
    return [
      say`The plan lists ${many(all)} consultation. What people said is ${given(told)}, and what changed is ${given(changed)}.`,
    ];
  }
  return [
    say`The plan lists ${many(all)} consultations. What people said is given for ${many(told)} of them, and what changed for ${many(changed)}.`,
  ];
}
