// What the reader makes of changes from one year to another.
import { type Caught, earlierOf, judged, moved, type Reading, reading, wayOf } from './reader-forms.ts';
import { type ReadSize, readSigned, readSize, yearsFrom } from './reader-text.ts';
import {
  councilOf,
  isApart,
  isFirm,
  latestOf,
  type Subject,
  textAt,
  truthAt,
  wrongSize,
} from './reader-truth.ts';

const since = `(?<from>VALUE) in (?<year>YEAR)(?:, an? (?:early|provisional|revised|final) figure)?(?<far>, the last year with a figure|, the last year before the pause)?`;

const ground =
  '(?:gained ground on|kept pace with|lost ground on) (?:both|England|the statistical neighbours)';
/** What stands with a change that the two printed figures do not give, or give only so far. */
const rounding = String.raw`(?: \(before rounding\))?`;

/** Changes, in all their forms. */
export const moves: readonly Reading[] = [
  reading(`This (?<way>rose|fell) by (?<size>SIZE)${rounding} from ${since}VERDICT\\.`, changed),
  reading(`This was (?<way>unchanged) from ${since}\\.`, changed),
  reading(`This (?<way>changed) by (?<size>SIZE)${rounding} from ${since}\\.`, changed),
  reading(
    `The earlier figure was ${since}: the two (?<way>differ) by (?<size>SIZE), too close to say which is higher`,
    changed,
  ),
  reading(
    String.raw`(?<way>up|down) (?<size>SIZE) on (?<year>YEAR)STATUS(?: \((?<judged>better|worse)\))?`,
    changed,
  ),
  reading('(?<way>unchanged|little changed) from (?<year>YEAR)STATUS', changed),
  reading(String.raw`close to the (?<year>YEAR)STATUS figure \((?<size>SIZE) apart\)`, (caught, subject) =>
    changed({ ...caught, way: 'differ' }, subject),
  ),
  reading(
    'Biggest step (?<kind>forward|back): [^,]+, (?<way>up|down) (?<size>SIZE) to (?<value>VALUE)STATUS',
    changed,
  ),
  reading('(?<way>up|down) (?<size>SIZE)(?<verdict>, a change for the worse)?[.]', changed),
  reading('(?<value>VALUE), (?<way>up|down) (?<size>SIZE)(?: \\(may be chance\\))?(?=$|, now )', changed),
  reading('(?<way>unchanged|little changed) at (?<value>VALUE)', changed),
  reading('\\bours (?<way>rose|fell|changed) by (?<size>SIZE)', oursChanged),
  reading('\\bours was (?<way>unchanged)', oursChanged),
  reading(
    'while (?<who>England)’s (?<way>rose|fell|changed) by (?<size>SIZE)(?: to (?<value>VALUE))?',
    nationChanged,
  ),
  reading('while (?<who>England)’s was (?<way>unchanged)', nationChanged),
  reading(
    'Over the same time (?<who>England)’s figure (?<way>rose|fell|changed) by (?<size>SIZE)',
    nationChanged,
  ),
  reading('Over the same time (?<who>England)’s figure was (?<way>unchanged)', nationChanged),
  reading(
    '(?:Over the same time|and) the (?<who>statistical neighbours)’ average (?<way>rose|fell|changed) by (?<size>SIZE)',
    nationChanged,
  ),
  reading(
    '(?:Over the same time|and) the (?<who>statistical neighbours)’ average was (?<way>unchanged)',
    nationChanged,
  ),
  reading(`, so it (?<grounds>${ground}(?:(?:, | and )${ground})*)`, groundTaken),
  reading(
    'No change is given(?: from (?<year>YEAR)\\. It was measured anew\\.|: new method from (?<first>YEAR))',
    refusedForBreak,
  ),
  reading('(?<value>VALUE), with no comparable earlier figure', (caught, subject) => [
    ...noEarlier(caught, subject),
    caught.value === textAt(subject, { who: councilOf(subject), year: latestOf(subject) })
      ? null
      : 'it is another level',
  ]),
  reading('(?:There is no|No) comparable earlier figure', noEarlier),
  reading(
    'The last earlier figure is for (?<year>YEAR), too long ago for a change to be given',
    ({ year = '' }, subject) => [
      earlierOf(subject) === year ? null : `the last earlier figure is for ${earlierOf(subject)}`,
      yearsFrom(year, latestOf(subject)) > subject.reach ? null : 'it is not so long ago',
    ],
  ),
  reading(
    'The figure(?: for (?<year>YEAR))? is only known roughly, so no change is given',
    ({ year }, subject) => {
      const spot = { who: councilOf(subject), year: year ?? latestOf(subject) };
      return [isFirm(subject, spot) ? `the figure of ${spot.year} is known well enough` : null];
    },
  ),
];

function changed(caught: Caught, subject: Subject): readonly (string | null)[] {
  const [who, latest] = [councilOf(subject), latestOf(subject)];
  const year = caught.year ?? earlierOf(subject) ?? '';
  const size = caught.size === undefined ? null : readSize(caught.size);
  const printed = textAt(subject, { who, year });
  const far = yearsFrom(year, latest);
  return [
    year === earlierOf(subject) ? null : `the last earlier figure is for ${earlierOf(subject)}`,
    caught.from === undefined || caught.from === printed ? null : `${year} is ${printed}`,
    caught.value === undefined || caught.value === textAt(subject, { who, year: latest })
      ? null
      : `the level is not ${caught.value}`,
    caught.from === undefined || (caught.far === undefined) === (far === 1)
      ? null
      : `${year} is ${far} years ago`,
    far > subject.reach ? `${year} is too long ago` : null,
    isApart(subject, year, latest) ? 'a break stands between' : null,
    ...outcome(caught.way?.toLowerCase() ?? '', size, [year, latest], subject, who),
    ...judged(caught, subject),
    subject.polarity === 'low' && isBareMove(caught) && isPlain(size, printed, subject)
      ? 'it does not say whether that is better'
      : null,
    ...changeCell(caught.way?.toLowerCase() ?? '', subject),
  ];
}

/** True of a rise or fall on a named year without a word on whether it is better; a tile has that beside it. */
function isBareMove({ way = '', year, verdict, judged }: Caught): boolean {
  return /^(?:rose|fell|up|down)$/.test(way) && year !== undefined && (verdict ?? judged) === undefined;
}

/** True of a change beyond what is near nothing; of a percentage it may be chance, which the reader is not told of. */
function isPlain(size: ReadSize | null, printed: string | null, { bands }: Subject): boolean {
  return size !== null && size.low > bands.similar && !(printed ?? '%').includes('%');
}

/** Why a change of some form of words is not what the figures give. */
function outcome(
  way: string,
  size: ReadSize | null,
  span: readonly [string, string],
  subject: Subject,
  who: string,
): readonly (string | null)[] {
  if (/^(rose|fell|up|down)$/.test(way)) return moved(subject, span, wayOf(way), size, who);
  const [from, to] = span;
  const truth = truthAt(subject, { who, year: to }, { who, year: from });
  if (truth === null) return [`there is nothing to compare between ${from} and ${to}`];
  const isSame = truth.printed === 0 && (truth.open || truth.sign === 0);
  const reason = (wrong: boolean, words: string) => (wrong ? `${from} to ${to}: ${words}` : null);
  switch (way) {
    case 'unchanged':
      return [reason(!isSame, 'it is not unchanged')];
    case 'changed':
      return [
        reason(size?.form !== 'less' || truth.sign === 0, 'it is no small change'),
        size === null ? null : wrongSize(truth, size),
      ];
    case 'little changed':
      return [reason((truth.size?.number ?? 0) !== 0 || truth.sign === 0, 'it is not little changed')];
    default:
      return [
        reason(truth.sign !== null, 'it is not too close to say'),
        size === null ? null : wrongSize(truth, size),
      ];
  }
}

/** Why the table's own cell for the change says another thing. */
function changeCell(way: string, subject: Subject): readonly (string | null)[] {
  const signed = readSigned(subject.years.rows.at(-1)?.[2] ?? '[x]');
  if (signed === null) return ['the table gives no change'];
  if (/^(rose|up)$/.test(way) && signed.high <= 0) return ['the table has no rise'];
  if (/^(fell|down)$/.test(way) && signed.low >= 0) return ['the table has no fall'];
  return [way === 'unchanged' && (signed.low !== 0 || signed.high !== 0) ? 'the table has a change' : null];
}

function nationChanged(
  { who = '', way = '', size, value }: Caught,
  subject: Subject,
): readonly (string | null)[] {
  const from = earlierOf(subject) ?? '';
  const read = size === undefined ? null : readSize(size);
  const now = textAt(subject, { who, year: latestOf(subject) });
  return [
    ...outcome(way, read, [from, latestOf(subject)], subject, who),
    value === undefined || value === now ? null : `${who}’s figure is ${now}`,
  ];
}

/** Ground gained or lost on someone is what the two changes may come to, as far as they are printed. */
function groundTaken({ grounds = '' }: Caught, subject: Subject): readonly (string | null)[] {
  const span = { from: earlierOf(subject) ?? '', to: latestOf(subject) };
  const changeOf = (who: string) => truthAt(subject, { who, year: span.to }, { who, year: span.from });
  const own = changeOf(councilOf(subject));
  return [
    ...grounds.matchAll(/(gained|kept|lost) \w+ \w+ (?:the )?(both|England|statistical neighbours)/g),
  ].flatMap(([, how, whom = '']) =>
    (whom === 'both' ? ['England', 'statistical neighbours'] : [whom]).map(who => {
      const theirs = changeOf(who);
      if (own === null || theirs === null) return `there is nothing to compare with ${who}`;
      const [least, most] = [own.low - theirs.high, own.high - theirs.low];
      const isUp = (how === 'gained') === (subject.polarity === 'high');
      const may = how === 'kept' || (isUp ? most > 0 : least < 0);
      return may && subject.polarity !== 'neutral' ? null : `no ground was ${how} on ${who}`;
    }),
  );
}

function oursChanged(caught: Caught, subject: Subject): readonly (string | null)[] {
  return nationChanged({ ...caught, who: councilOf(subject) }, subject);
}

function refusedForBreak({ year, first }: Caught, subject: Subject): readonly (string | null)[] {
  const from = earlierOf(subject);
  if (from === null) return ['there is no earlier figure'];
  return [
    year === undefined || year === from ? null : `the last earlier figure is for ${from}`,
    first === undefined || subject.breaks.includes(first) ? null : `no break in ${first}`,
    isApart(subject, from, latestOf(subject)) ? null : 'no break stands between',
  ];
}

function noEarlier(_: Caught, subject: Subject): readonly (string | null)[] {
  const [from, latest] = [earlierOf(subject), latestOf(subject)];
  if (from === null || yearsFrom(from, latest) > subject.reach || isApart(subject, from, latest)) return [];
  const who = councilOf(subject);
  const truth = truthAt(subject, { who, year: latest }, { who, year: from });
  return [truth === null ? null : `${from} can be compared`];
}
