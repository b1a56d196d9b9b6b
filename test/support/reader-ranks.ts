// What the reader makes of ranks, quarters and counts of measures.
import { type Caught, earlierOf, type Reading, reading } from './reader-forms.ts';
import { isWorse } from './reader-sides.ts';
import { nothing, placePattern, readCell, readCount, readPlace } from './reader-text.ts';
import { councilOf, latestOf, type Subject, textAt } from './reader-truth.ts';

const place = String.raw`(?<joint>joint )?(?<place>${placePattern}) of (?<of>\d+)`;
const quarters = [
  'the top quarter (band A)',
  'the second quarter (band B)',
  'the third quarter (band C)',
  'the bottom quarter (band D)',
];
const quarter = `(?<quarter>${quarters.map(each => each.replace(/[()]/g, '\\$&')).join('|')})`;

/** Places among all authorities. */
export const ranks: readonly Reading[] = [
  reading(
    `(?<full>It was) ${place} authorities(?:, level with (?<others>COUNT) others)?(?:, in ${quarter})?(?:; in (?<year>YEAR) it was (?<wasJoint>joint )?(?<was>${placePattern}) of (?<ofThen>\\d+)(?:(?<same> as well)|, level with (?<othersThen>COUNT) others|, (?:so|and) it (?:moved (?<way>up|down) (?<moved>COUNT) places?|(?<kept>kept its place))(?: among the (?<both>\\d+) with a figure in both years)?)?)?\\.`,
    ranked,
  ),
  reading(`: ${place} authorities(?:, level with (?<others>COUNT) others)?$`, ranked),
  reading(
    `: from (?:joint )?(?<was>${placePattern}) of (?<ofThen>\\d+) in (?<year>YEAR) to ${place}\\.`,
    ranked,
  ),
  reading(
    'No rank is given: (?:too few areas have a figure|the figure is only known roughly|neither direction of this measure is better)\\.',
    (_, subject) => {
      const held = numbersIn(subject, latestOf(subject));
      const firm = readCell(textAt(subject, { who: councilOf(subject), year: latestOf(subject) }) ?? '[x]');
      const isRanked =
        held.length >= 20 && subject.polarity !== 'neutral' && firm.kind === 'number' && !firm.rough;
      return [isRanked ? `${held.length} authorities have a figure` : null];
    },
  ),
];

/** The numbers that authorities print in a year, none that is known only roughly; of those alone that have one in `too`. */
function numbersIn({ authorities }: Subject, year: string, too: string | null = null): readonly number[] {
  const read = (when: string) =>
    (authorities.get(when) ?? [])
      .map(readCell)
      .map(cell => (cell.kind === 'number' && !cell.rough ? cell : null));
  const other = too === null ? null : read(too);
  return read(year).flatMap((cell, at) =>
    cell !== null && (other === null || other[at]) ? cell.number : [],
  );
}

/** Where the council stands in a year: 1 and one more for each printed number that is better; among those with one in `too`. */
function standing(subject: Subject, year: string, too: string | null = null) {
  const numbers = numbersIn(subject, year, too);
  const own = readCell(textAt(subject, { who: councilOf(subject), year }) ?? '[x]');
  if (own.kind === 'symbol') return null;
  const better = numbers.filter(each =>
    subject.polarity === 'low' ? each < own.number - nothing : each > own.number + nothing,
  ).length;
  const tied = numbers.filter(each => Math.abs(each - own.number) < nothing).length;
  return { place: 1 + better, of: numbers.length, tied };
}

/** What contradicts the move: it is among those with a figure in both years, and not said where as many are level. */
function movedWrongly(
  { full, year, same, othersThen, way, moved, kept, both }: Caught,
  subject: Subject,
): readonly (string | null)[] {
  if (full === undefined || year === undefined) return [];
  const [here, there] = [latestOf(subject), year];
  const [now, before] = [standing(subject, here), standing(subject, there)];
  const [nowBoth, beforeBoth] = [standing(subject, here, there), standing(subject, there, here)];
  if (now === null || before === null || nowBoth === null || beforeBoth === null) return [];
  const climbed = beforeBoth.place - nowBoth.place;
  const isLevel = climbed !== 0 && Math.max(nowBoth.tied, beforeBoth.tied) > Math.abs(climbed);
  const isPlain = before.place - now.place === climbed;
  const holds = (is: boolean, otherwise: string) => (is ? null : otherwise);
  return [
    holds(
      (way !== undefined) === (climbed !== 0 && !isLevel),
      `it moved ${climbed}, and ${isLevel} as many are level`,
    ),
    holds(way === undefined || (way === 'up') === climbed > 0, `it moved ${climbed} places up`),
    holds(moved === undefined || readCount(moved) === Math.abs(climbed), `it moved ${climbed} places up`),
    holds((same !== undefined) === (climbed === 0 && isPlain), 'it was another place, or the same'),
    holds((kept !== undefined) === (climbed === 0 && !isPlain), `it moved ${climbed} places up`),
    holds((both !== undefined) === (!isLevel && !isPlain), 'the two places give another move'),
    holds(both === undefined || Number(both) === nowBoth.of, `${nowBoth.of} have a figure in both years`),
    holds(
      (othersThen === undefined ? 1 : readCount(othersThen) + 1) ===
        (isLevel && before.tied > 3 ? before.tied : 1),
      `${before.tied} shared the place`,
    ),
  ];
}

function ranked(caught: Caught, subject: Subject): readonly (string | null)[] {
  const now = standing(subject, latestOf(subject));
  if (now === null) return ['there is no figure to rank'];
  if (subject.polarity === 'neutral') return ['neither way is better'];
  const { joint, wasJoint, place = '', of, others, quarter: band, year, was, ofThen } = caught;
  const before = year === undefined ? null : standing(subject, year);
  return [
    readPlace(place) === now.place ? null : `the place is ${now.place}`,
    Number(of) === now.of ? null : `${now.of} have a figure`,
    now.of < 20 ? 'too few have a figure' : null,
    (joint !== undefined) === now.tied > 1 ? null : `${now.tied} share the place`,
    (others === undefined ? 1 : readCount(others) + 1) === (now.tied > 3 ? now.tied : 1)
      ? null
      : `${now.tied} share the place`,
    band === undefined
      ? missingQuarter(caught, now.tied, subject)
      : wrongQuarter(quarters.indexOf(band), now),
    year === undefined || year === earlierOf(subject) ? null : 'it is not the last earlier year',
    year !== undefined && before === null ? `there is no figure to rank in ${year}` : null,
    was === undefined || before === null || readPlace(was) === before.place
      ? null
      : `the place was ${before.place}`,
    was === undefined || before === null || (wasJoint !== undefined) === before.tied > 1
      ? null
      : `${before.tied} shared the place`,
    ofThen === undefined || before === null || Number(ofThen) === before.of
      ? null
      : `${before.of} had a figure`,
    ...movedWrongly(caught, subject),
  ];
}

/** Where few share a place its quarter is said, but for titles and questions. */
function missingQuarter({ full }: Caught, tied: number, { isBanded }: Subject): string | null {
  return full !== undefined && isBanded && tied <= 2 ? 'its quarter is left out' : null;
}

/** The middle of the places shared is in its quarter of all places, or lies across its edge. */
function wrongQuarter(
  quarter: number,
  { place, of, tied }: { readonly place: number; readonly of: number; readonly tied: number },
): string | null {
  const [first, last] = [(quarter * of) / 4, ((quarter + 1) * of) / 4];
  const middle = place + (tied - 1) / 2;
  return middle >= first - 1.25 && middle <= last + 1.25
    ? null
    : `place ${place} of ${of} is not in that quarter`;
}

/** What contradicts a sentence that counts measures: better, close and worse beside a comparator. */
export function againstRollUp(text: string, subjects: readonly Subject[]): readonly string[] {
  const [, who = '', rest = ''] =
    /^(?:In \d{4}\/\d{2}, c|C)ompared with (England|the North West|the statistical neighbours), .+? was (.+?) measures?(?: counted)?(?:; (?:the figure of “[A-Z][a-z]+” is|some are|each is) for (?:\d{4}\/\d{2}|an earlier year|earlier years))?\.$/.exec(
      text.replace(/(?<=\.) (?:Worse than|Left out|Measures based).*$/, ''),
    ) ?? [];
  if (who === '') return /^(?:Compared|In \d)/.test(text) ? [`cannot be read: ${text}`] : [];
  const counts = [...rest.matchAll(/(better|close|worse) on (?:all )?(?:the )?(\w+)/g)].map(
    ([, how = '', count = '']) => {
      return { how, count: count === 'both' ? 2 : readCount(count) };
    },
  );
  const listed = [...(text.split(`Worse than ${who}: `)[1] ?? '').matchAll(/([A-Z][a-z]+) \(by /g)].map(
    ([, name]) => name,
  );
  // Of another year than that of the table, or of few pupils, the table of comparisons says nothing.
  const others = new Set(
    [...text.matchAll(/([A-Z][a-z]+) \((?:by [^()]*, )?(?:\d{4}\/\d{2}|better|close|worse)\)/g)].map(
      ([, name]) => name,
    ),
  );
  const worse = counts.find(({ how }) => how === 'worse')?.count ?? 0;
  const better = counts.find(({ how }) => how === 'better')?.count ?? 0;
  // Where the sentence is of earlier years, a measure without the comparator in its latest may stand anywhere.
  const isEarlier = /^In \d|; [A-Za-z “”]+ for /.test(text);
  const may = (subject: Subject, is: boolean) =>
    isWorse(who, subject) === is || (isEarlier && isWorse(who, subject) === null);
  const surely = (is: boolean) =>
    subjects.filter(subject => others.has(subject.short) || may(subject, is)).length;
  const wrong = [
    worse <= surely(true) ? null : `worse on ${surely(true)} at most`,
    better <= surely(false) ? null : `better on ${surely(false)} at most`,
    listed.length === worse || !text.includes('Worse than') ? null : 'not every exception is named',
    ...listed.map(name => {
      const subject = subjects.find(({ short }) => short === name);
      return subject !== undefined && !others.has(name) && isWorse(who, subject) === false
        ? `${name} is not worse`
        : null;
    }),
  ];
  return wrong.flatMap(reason => (reason === null ? [] : `${text}: ${reason}`));
}
