// What the reader makes of comparators, crossings and the comparison table.
import { type Caught, type Reading, reading } from './reader-forms.ts';
import { nothing, type ReadSize, readCount, readSigned, readSize, yearOn } from './reader-text.ts';
import {
  cellAt,
  councilOf,
  isApart,
  isFirm,
  latestOf,
  type Subject,
  textAt,
  truthAt,
  wrongSize,
  wrongWay,
  yearsOf,
} from './reader-truth.ts';

const who = '(?<who>England|the North West|the statistical neighbours)';
const theirs = `${who}’s?(?: average of)? (?<value>VALUE)(?: from [a-z0-9]+ of the [a-z0-9]+)?`;
/** What stands with a difference that the two printed figures do not give. */
const rounding = '(?:, before rounding)?';
const judgement = String.raw`(?: \((?<judged>better|worse) than\))?`;

/** Places beside a comparator, in all their forms. */
export const sides: readonly Reading[] = [
  reading(
    `broadly in line with (?:${theirs}|${who.replace('who', 'short')}) \\((?<size>SIZE) (?<side>above|below)${rounding}\\)`,
    named('similar'),
  ),
  reading(
    `too close to (?:${theirs}|${who.replace('who', 'short')}) to rule out chance \\((?<size>SIZE) (?<side>above|below)\\)`,
    named(null),
  ),
  reading(`the same as (?:${theirs}|${who.replace('who', 'short')})`, named('same')),
  reading(`close to ${theirs} \\(the two differ by (?<size>SIZE)\\)`, named('uncertain')),
  reading(`close to ${who} \\((?<size>SIZE) apart\\)`, named('uncertain')),
  reading(
    `slightly (?<side>above|below)${judgement} ${theirs} \\(by (?<size>SIZE)${rounding}\\)`,
    named('slight'),
  ),
  reading(`well (?<side>above|below)${judgement} ${theirs} \\(by (?<size>SIZE)${rounding}\\)`, named('well')),
  reading(`(?<size>SIZE) (?<side>above|below)${judgement} ${theirs}`, named('plain')),
  reading(
    `now (?<side>above|below) ${who}; the year before it was (?:(?<size>SIZE) (?<was>above|below)|(?<level>level))`,
    crossed,
  ),
  reading(
    `now (?<side>above|below) ${who}, for the first time in the (?<count>COUNT) consecutive years that can be compared`,
    crossed,
  ),
  // In the title of a chart, and in its plot.
  reading(`(?:, now|^Now) (?<side>above|below) ${who}$`, crossed),
  reading(`(?<size>SIZE) (?<side>above|below)${judgement} ${who}`, named(null)),
  reading(`not behind ${who}, but`, ({ who: nation = '' }, subject) => {
    const year = latestOf(subject);
    const truth = truthAt(subject, { who: councilOf(subject), year }, { who: nation, year });
    if (truth === null) return ['there is nothing to compare'];
    return [truth.printed !== 0 && isWorse(nation, subject) === true ? 'it is behind' : null];
  }),
  reading(
    'No figure for (?<year>YEAR) is available for (?<areas>[^.]+)\\.',
    ({ year = '', areas = '' }, subject) =>
      areas.split(/, | and /).map(area => {
        const cell = textAt(subject, { who: area, year });
        return cell === null || cell === '[x]' ? null : `${area} is ${cell}`;
      }),
  ),
  reading(
    `At ${who}’s rate there would have been about (?<count>[\\d,]+) (?<more>more|fewer) [a-z]+\\.`,
    shortfall,
  ),
  reading(
    'Of [\\d,]+ [a-z]+, that is about [\\d,]+ (?<more>more|fewer) than at the earlier rate',
    (caught, subject) => {
      const cell = readSigned(subject.years.rows.at(-1)?.[2] ?? '[x]');
      if (cell === null) return ['the table gives no change'];
      return [
        (caught.more === 'more' ? cell.low > 0 : cell.high < 0) ? null : 'the table has it the other way',
      ];
    },
  ),
  reading(
    'There are (?<count>[\\d,]+) [a-z]+ in the group, so one is (?<points>[\\d.]+) percentage points',
    onePupil,
  ),
  reading('this rests on (?<count>[\\d,]+) [a-z]+, so one is (?<points>[\\d.]+) percentage points', onePupil),
  reading('A change of this size can occur by chance in a group of [\\d,]+ [a-z]+\\.', (_, subject) => [
    readSigned(subject.years.rows.at(-1)?.[2] ?? '[x]') === null ? 'the table gives no change' : null,
  ]),
];

type Degree = 'same' | 'similar' | 'slight' | 'plain' | 'well' | 'uncertain' | null;

function named(degree: Degree): Reading['against'] {
  return ({ who = '', short = who, value, side, size, judged }, subject) => {
    const [own, year] = [councilOf(subject), latestOf(subject)];
    const printed = textAt(subject, { who: short, year });
    const truth = truthAt(subject, { who: own, year }, { who: short, year });
    if (truth === null) return [`${short} has ${printed} in ${year}: nothing to compare`];
    const read = size === undefined ? null : readSize(size);
    const way = side === 'above' ? 1 : -1;
    return [
      value === undefined || value === printed ? null : `${short} is ${printed}`,
      side === undefined ? null : wrongWay(truth, way),
      read === null ? null : wrongSize(truth, read),
      degree === 'same' && truth.printed !== 0 ? 'the two are printed differently' : null,
      degree === 'same' && !truth.open && truth.size?.number !== 0 ? 'the two differ' : null,
      degree === 'uncertain' && truth.sign !== null ? 'it is not too close to say' : null,
      read === null || degree === null ? null : wrongDegree(degree, read, subject),
      wrongVerdict(judged, side, subject),
      subject.polarity === 'low' && /slight|plain|well/.test(degree ?? '') && judged === undefined
        ? 'it does not say whether that is better'
        : null,
    ];
  };
}

/** Why a size is not broadly in line, slightly, plainly or well; one that straddles two is plain. */
function wrongDegree(degree: Degree, size: ReadSize, { bands }: Subject): string | null {
  const band = (number: number) =>
    number <= bands.similar + nothing
      ? 'similar'
      : number <= bands.slight + nothing
        ? 'slight'
        : number <= bands.well + nothing
          ? 'plain'
          : 'well';
  if (degree === 'uncertain' || degree === 'same') return null;
  const isSmall = size.form === 'less';
  const [low, high] = [band(isSmall ? size.high / 2 : size.low), band(isSmall ? size.high / 2 : size.high)];
  const right = low === high ? low : size.low === 0 && high === 'similar' ? 'similar' : 'plain';
  return right === degree || (isSmall && degree === 'similar') ? null : `by the bands it is ${right}`;
}

function wrongVerdict(
  judged: string | undefined,
  side: string | undefined,
  { polarity }: Subject,
): string | null {
  if (judged === undefined) return null;
  if (polarity === 'neutral') return 'neither side is better';
  const isBetter = (side === 'above') === (polarity === 'high');
  return isBetter === (judged === 'better') ? null : `${side} is ${isBetter ? 'better' : 'worse'}`;
}

/** Whether the council is surely worse than a comparator; null where that cannot be told. */
export function isWorse(who: string, subject: Subject): boolean | null {
  const year = latestOf(subject);
  const truth = truthAt(subject, { who: councilOf(subject), year }, { who, year });
  if (truth === null || subject.polarity === 'neutral') return null;
  const worse = subject.polarity === 'high' ? -1 : 1;
  if (truth.open) return truth.low > nothing || truth.high < -nothing ? truth.high * worse > 0 : null;
  return truth.sign === null ? null : truth.sign === worse;
}

function crossed(
  { who = '', side, size, was, level, count }: Caught,
  subject: Subject,
): readonly (string | null)[] {
  const [own, year] = [councilOf(subject), latestOf(subject)];
  const way = side === 'above' ? 1 : -1;
  const truthIn = (each: string) => truthAt(subject, { who: own, year: each }, { who, year: each });
  const now = truthIn(year);
  if (now === null) return [`there is nothing to compare in ${year}`];
  const years = Array.from({ length: count === undefined ? 1 : readCount(count) - 1 }, (_, back) =>
    yearOn(year, -back - 1),
  );
  const earlier = years.map(each => truthIn(each));
  if (earlier.includes(null)) return ['a year of them cannot be compared'];
  const before = earlier[0] ?? null;
  const further = yearOn(years.at(-1) ?? year, -1);
  const canGoFurther =
    yearsOf(subject).includes(further) &&
    isFirm(subject, { who: own, year: further }) &&
    !isApart(subject, further, year);
  return [
    wrongWay(now, way),
    years.some(each => isApart(subject, each, year)) ? 'a break stands between' : null,
    ...earlier.map(truth =>
      truth !== null && !truth.open && truth.sign === way ? `it was ${side} before` : null,
    ),
    count !== undefined && earlier.length < 3 ? 'too few years are held' : null,
    count !== undefined && canGoFurther ? 'more years can be compared' : null,
    was === undefined || before === null ? null : wrongWay(before, was === 'above' ? 1 : -1),
    was === side && was !== undefined ? 'it was on that side before' : null,
    size === undefined || before === null ? null : wrongSize(before, readSize(size)),
    level === undefined || before === null || before.printed === 0
      ? null
      : 'it was not level the year before',
  ];
}

function shortfall({ who = '', more }: Caught, subject: Subject): readonly (string | null)[] {
  if (subject.polarity === 'neutral') return ['neither side is better'];
  const right = subject.polarity === 'high' ? 'more' : 'fewer';
  return [
    isWorse(who, subject) === false ? 'it is not behind' : null,
    more === right ? null : `there would have been ${right}`,
  ];
}

function onePupil({ count = '', points = '' }: Caught): readonly (string | null)[] {
  const exact = 100 / Number(count.replaceAll(',', ''));
  return [Math.abs(exact - Number(points)) <= 0.05 + nothing ? null : `one is ${exact} points`];
}

/** What contradicts the comparison table's own words: each row against its cells and the bands. */
export function againstComparison(subject: Subject): readonly string[] {
  const [own, year] = [councilOf(subject), latestOf(subject)];
  const rows = subject.comparison?.rows ?? [];
  return rows.flatMap(([header = '', level = '', difference = '', words = '']) => {
    const signed = readSigned(difference);
    const [, degree = '', side, judged] =
      /^(?:(the same|too close to say|not compared)|(?:broadly in line, |slightly |well )?(above|below)(?: \((better|worse)\))?)$/.exec(
        words,
      ) ?? [];
    const truth = truthAt(subject, { who: own, year }, { who: header, year });
    const wrong = [
      textAt(subject, { who: header, year }) === level ? null : 'the two tables give different levels',
      (signed === null) === (degree === 'not compared') ? null : 'the words do not go with the difference',
      side === 'above' && (signed?.high ?? 0) <= 0 && truth?.sign !== 1 && truth?.open !== true
        ? 'it is not above'
        : null,
      side === 'below' && (signed?.low ?? 0) >= 0 && truth?.sign !== -1 && truth?.open !== true
        ? 'it is not below'
        : null,
      degree === 'the same' && (truth?.printed !== 0 || signed?.low !== 0)
        ? 'the two are printed differently'
        : null,
      degree === '' && side === undefined ? 'the words cannot be read' : null,
      wrongVerdict(judged, side, subject),
    ];
    return wrong.flatMap(reason =>
      reason === null ? [] : `${header}: ${words} (${level}, ${difference}): ${reason}`,
    );
  });
}

/** What contradicts the change column of the years' table: each cell against the levels beside it. */
export function againstYears(subject: Subject): readonly string[] {
  const who = councilOf(subject);
  return subject.years.rows.flatMap(([year = '', level = '', change = '']) => {
    const signed = readSigned(change);
    const earlier = yearsOf(subject).findLast(
      each => each < year && cellAt(subject, { who, year: each })?.kind === 'number',
    );
    if (signed === null) return [];
    const truth = earlier === undefined ? null : truthAt(subject, { who, year }, { who, year: earlier });
    const size = truth?.size;
    const wrong = [
      truth === null ? 'there is nothing to compare' : null,
      signed.low > signed.high ? 'the lower end comes first' : null,
      earlier !== undefined && isApart(subject, earlier, year) ? 'a break stands between' : null,
      truth !== null && !truth.open && size && Math.abs(Math.abs(signed.low) - size.number) > nothing
        ? `the change is ${size.number}`
        : null,
      truth !== null && signed.low > 0 ? wrongWay(truth, 1) : null,
      truth !== null && signed.high < 0 ? wrongWay(truth, -1) : null,
    ];
    return wrong.flatMap(reason => (reason === null ? [] : `${year}: ${level}, ${change}: ${reason}`));
  });
}
