import type { Findings } from '../judgements/findings.ts';
import type { Band, Rank, RankMove } from '../judgements/rank.ts';
import { refusals } from '../model/figure.ts';
import { ordinal } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { lower } from '../model/spelling.ts';
import { timeIn } from '../model/time.ts';
import { countWords, type Draft, fitting, mention, say } from './sentence.ts';

const quarters: Readonly<Record<Band, string>> = {
  A: 'the top quarter (band A)',
  B: 'the second quarter (band B)',
  C: 'the third quarter (band C)',
  D: 'the bottom quarter (band D)',
};

/** More than this many at one place are counted out (R09). */
const mostUncounted = 3;

/** The place among all authorities, its quarter and where it was the year before (P03); or why none is given. */
export function rankSentence({ rank, rankMove, indicator, change }: Findings): Draft | null {
  if (rank === null) return null;
  if (rank.outcome === 'refused') return refusedSentence(rank);
  const quarter = rank.quarter === null ? [] : say`, in ${mention(rank.band, quarters[rank.quarter])}`;
  const place = say`It was ${placeWords(rank)}${quarter}`;
  if (rankMove === null || change.earlier === null) return say`${place}.`;
  return say`${place}; ${moveWords(rankMove, rank, timeIn(indicator, change.earlier.period))}.`;
}

/** "joint 46th of 151 authorities, level with eight others". */
export function placeWords({ figure, place, of, tied }: Rank): Draft {
  const words = mention(figure, `${tied > 1 ? 'joint ' : ''}${ordinal(place)} of ${of} authorities`);
  return say`${words}${levelWords(tied)}`;
}

function levelWords(tied: number): string {
  return tied > mostUncounted ? `, level with ${countWords(tied - 1)} others` : '';
}

/** A finding as the title of the strip of all authorities, with how many are level where there is room. */
export function rankTitle({ short }: Indicator, rank: Rank): Draft {
  const titles = [rank.tied, Math.min(rank.tied, mostUncounted)].map(
    tied => say`${short}: ${placeWords({ ...rank, tied })}`,
  );
  return fitting(...titles);
}

function moveWords({ before, figure, places, both }: RankMove, now: Rank, when: string): Draft {
  const was = mention(before.figure);
  if (places === null) return say`${when} it was ${was}${levelWords(before.tied)}`;
  if (places === 0 && before.place === now.place) return say`${when} it was ${was} as well`;
  const way = places > 0 ? 'up' : 'down';
  const moved = `${countWords(Math.abs(places))} ${Math.abs(places) === 1 ? 'place' : 'places'}`;
  if (before.place - now.place === places)
    return say`${when} it was ${was}, so it moved ${way} ${mention(figure, moved)}`;
  // Some have a figure in one of the years only, so the two places do not give the move.
  const among = `among the ${both.of} with a figure in both years`;
  return places === 0
    ? say`${when} it was ${was}, and it kept its place ${mention(figure, among)}`
    : say`${when} it was ${was}, and it moved ${way} ${mention(figure, `${moved} ${among}`)}`;
}

function refusedSentence({ figure }: Rank): Draft | null {
  if (figure.amount.kind === 'known') return null;
  const why = refusals[figure.amount.because];
  return say`${mention(figure, 'No rank is given')}: ${lower(why)}.`;
}
