/** The five states of a rating, best first: each is a word, a shape and a colour, never a colour alone. */
export const ratings = ['green', 'amber-green', 'amber', 'amber-red', 'red'] as const;
/** A rating of an action plan. */
export type Rating = (typeof ratings)[number];

/** The ratings in a sentence. */
export const ratingNames: Readonly<Record<Rating, string>> = {
  green: 'green',
  'amber-green': 'amber/green',
  amber: 'amber',
  'amber-red': 'amber/red',
  red: 'red',
};

/** How a rating stands to that of the edition before. */
export const ratingMoves = ['improved', 'same', 'worse', 'first-rated'] as const;
/** How a rating stands to that of the edition before. */
export type RatingMove = (typeof ratingMoves)[number];

/** How a rating stands to that of the edition before, under the same id; there may be none. */
export function ratingMove(now: Rating, before: Rating | null): RatingMove {
  if (before === null) return 'first-rated';
  const steps = ratings.indexOf(now) - ratings.indexOf(before);
  return steps === 0 ? 'same' : steps < 0 ? 'improved' : 'worse';
}
