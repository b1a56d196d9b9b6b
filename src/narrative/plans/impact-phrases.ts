import type { ImpactFindings, TallyFindings } from '../../judgements/plans/impact.ts';
import { dateLabel } from '../../model/date.ts';
import { type Draft, mention, say, type Written, written } from '../sentence.ts';
import { countWords } from '../words.ts';
import { projectionSentences } from './projection-phrases.ts';

/** How many rows there are, what groups add up to, and what each row projected. */
export function impactSentences(found: ImpactFindings): Readonly<Record<string, readonly Written[]>> {
  const { rows, all, early } = found;
  const numbered = (name: string, drafts: readonly Draft[]) =>
    drafts.map((draft, at) => written(`impact.${name}.${at + 1}`, draft));
  const tooEarly =
    early.count === 0
      ? []
      : [
          say`For ${mention(early.figure, countWords(early.count))} of them it is too early to tell; no such row counts as a success.`,
        ];
  return {
    counts: numbered('counts', [
      say`What the year’s work brought about is told in ${mention(all)} rows, as officers saw it.`,
      ...tooEarly,
    ]),
    ...Object.fromEntries(
      rows.map(({ row, tally, projections }) => [
        row.id,
        numbered(row.id, [
          ...(tally === null ? [] : [tallySentence(tally, row.tally?.of ?? '')]),
          ...projections.flatMap(projectionSentences),
        ]),
      ]),
    ),
  };
}

/** "Together these are 150 schools; 149 had an inspection grade at 31 July 2014." */
function tallySentence({ all, beside }: TallyFindings, of: string): Draft {
  if (beside === null) return say`Together these are ${mention(all)} ${of}.`;
  if (beside.isSame)
    return say`Together these are ${mention(all)} ${of}, as many as had an inspection grade.`;
  return say`Together these are ${mention(all)} ${of}, and ${mention(beside.total)} had an inspection grade on ${dateLabel(beside.asAt)}.`;
}
