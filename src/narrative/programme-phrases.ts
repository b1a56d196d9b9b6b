import type { Outcome, ProgrammeFindings, ProgrammeSnapshot } from '../judgements/programme.ts';
import type { Profile } from '../model/profile.ts';
import { dateLabel } from '../model/time.ts';
import { type Draft, listed, mention, say } from './sentence.ts';

type Words = NonNullable<Profile['programme']>;

/** What became of a programme's members so far, of how many, and how many are still to be seen (P26, P40). */
export function programmeSentence({ profile, now }: ProgrammeFindings): Draft | null {
  return profile.programme === undefined ? null : snapshotSentence(profile.programme, now);
}

/** The same at earlier days, and that no change is given between them: the bases are not the same. */
export function earlierProgrammes({ profile, earlier, refused }: ProgrammeFindings): readonly Draft[] {
  const { programme } = profile;
  const [first] = refused;
  if (programme === undefined || first === undefined) return [];
  return [
    ...earlier.map(snapshot => snapshotSentence(programme, snapshot)),
    say`The counts of different days are not shares of the same schools, so ${mention(first, 'no change')} is given between them.`,
  ];
}

/** A heading: how many of those in the programme have been seen. */
export function programmeTitle({ profile, now }: ProgrammeFindings): Draft {
  const members = profile.programme?.members ?? profile.unit;
  if (now.seen === null) return say`${mention(now.members)} ${members}`;
  return say`${mention(now.seen)} of ${mention(now.members)} ${members}`;
}

function snapshotSentence(words: Words, snapshot: ProgrammeSnapshot): Draft {
  const { asAt, members, seen, unseen, outcomes } = snapshot;
  const day = `At ${dateLabel(asAt)}`;
  const [first, ...others] = outcomes;
  if (seen === null) {
    const improved = first === undefined ? [] : say`${mention(first.count)} of the `;
    const did = first === undefined ? '' : ` ${outcomeWords(words, first)}`;
    return say`${day}, ${improved}${mention(members)} ${words.members}${did}; how many ${words.reach} was not recorded.`;
  }
  const rest =
    unseen === null
      ? ''
      : say`; of the ${mention(members)} ${words.members}, ${numberOf(unseen)} ${words.unreached}`;
  if (first === undefined)
    return say`${day}, ${numberOf(seen)} of the ${mention(members)} ${words.members} ${words.reach}${unseen === null ? '' : say`; ${numberOf(unseen)} ${words.unreached}`}.`;
  const start = say`${day}, ${numberOf(first.count)} of the ${mention(seen)} ${words.seen}${shareOf(first)} ${outcomeWords(words, first)}`;
  const and = others.map(
    outcome => say`${numberOf(outcome.count)}${shareOf(outcome)} ${outcomeWords(words, outcome)}`,
  );
  return say`${listed([start, ...and])}${rest}.`;
}

function outcomeWords({ outcomes }: Words, { part }: Outcome): string {
  switch (part) {
    case 'Improved':
      return outcomes?.improved ?? 'had improved';
    case 'Same':
      return outcomes?.same ?? 'had stayed the same';
    case 'Declined':
      return outcomes?.declined ?? 'had declined';
  }
}

function shareOf({ share }: Outcome): Draft | string {
  return share === null ? '' : say` (${mention(share)})`;
}

/** A count, or "none" where it is nothing: a tally is complete (P40). */
function numberOf(count: Outcome['count']) {
  return count.amount.kind === 'known' && count.amount.number.eq(0) ? mention(count, 'none') : mention(count);
}
