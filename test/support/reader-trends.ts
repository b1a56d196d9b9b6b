// What the reader makes of patterns over several years.
import {
  type Caught,
  earlierOf,
  footing,
  judged,
  lastStep,
  moved,
  type Reading,
  reading,
  truthOn,
  wayOf,
} from './reader-forms.ts';
import { halfUnit, nothing, numberOf, readCount, readSize, yearOn, yearsFrom } from './reader-text.ts';
import {
  cellAt,
  councilOf,
  isApart,
  isFirm,
  latestOf,
  type Subject,
  sizesOf,
  textAt,
  yearsOf,
} from './reader-truth.ts';

/** Patterns over several years. */
export const trends: readonly Reading[] = [
  reading(
    'It has (?<way>risen|fallen) (?<count>COUNT) years in a row(?:, by (?<size>SIZE) in all)?VERDICT',
    streak,
  ),
  reading('The year before, it (?<way>rose|fell) by (?<size>SIZE)', (caught, subject) => {
    const [now, before] = [lastStep(subject, 0), lastStep(subject, 1)];
    const way = wayOf(caught.way);
    return [
      ...moved(subject, before, way, readSize(caught.size ?? '')),
      ...moved(subject, now, way === 1 ? -1 : 1, null),
    ];
  }),
  reading(
    'The (?<move>rise|fall) was smaller than the year before, when it (?<way>rose|fell) by (?<size>SIZE)',
    (caught, subject) => {
      const [now, before] = [lastStep(subject, 0), lastStep(subject, 1)];
      const way = wayOf(caught.way);
      const [lately, then] = [truthOn(subject, now), truthOn(subject, before)];
      return [
        ...moved(subject, before, way, readSize(caught.size ?? '')),
        ...moved(subject, now, way, null),
        caught.move === (way === 1 ? 'rise' : 'fall') ? null : 'it names two ways',
        lately !== null && then !== null && sizesOf(lately)[0] < sizesOf(then)[1]
          ? null
          : 'it was not smaller',
      ];
    },
  ),
  reading('It has stayed within (?<size>SIZE) for (?<count>COUNT) years', plateau),
  reading('It has been the same for (?<count>COUNT) years', plateau),
  reading(
    '(?<which>highest|lowest|Highest|Lowest) of the (?<count>COUNT) years that can be compared, from (?<from>YEAR)(?:: [^,]+, at (?<value>VALUE))?',
    record,
  ),
  reading(
    'From (?<from>YEAR) to (?<to>YEAR) it (?<way>rose|fell) by (?<size>SIZE) in all',
    ({ from = '', to = '', way, size = '' }, subject) => [
      to === latestOf(subject) ? null : `the latest year is ${latestOf(subject)}`,
      ...moved(subject, [from, to], wayOf(way), readSize(size)),
      earlierOf(subject) !== null && yearsFrom(earlierOf(subject) ?? to, to) > subject.reach
        ? 'it compares with years too long ago'
        : null,
      footing(subject)[0] === from ? null : `the first comparable year is ${footing(subject)[0]}`,
    ],
  ),
];

function streak({ way, count = '', size, verdict }: Caught, subject: Subject): readonly (string | null)[] {
  const years = readCount(count);
  const latest = latestOf(subject);
  const steps = Array.from({ length: years }, (_, back) => lastStep(subject, back));
  const before = lastStep(subject, years);
  const previous = truthOn(subject, before);
  const longer =
    previous !== null &&
    !previous.open &&
    previous.size?.number !== 0 &&
    isFirm(subject, { who: councilOf(subject), year: before[0] }) &&
    moved(subject, before, wayOf(way), null).every(reason => reason === null);
  return [
    ...steps.flatMap(step => moved(subject, step, wayOf(way), null)),
    longer ? 'the run is longer' : null,
    years < 3 ? 'so few years are no run' : null,
    ...(size === undefined
      ? []
      : moved(subject, [yearOn(latest, -years), latest], wayOf(way), readSize(size))),
    ...judged({ way, verdict }, subject),
  ];
}

function plateau({ size, count = '' }: Caught, subject: Subject): readonly (string | null)[] {
  const who = councilOf(subject);
  const years = Array.from({ length: readCount(count) }, (_, back) => yearOn(latestOf(subject), -back));
  const cells = years.map(year => cellAt(subject, { who, year }));
  if (!cells.every(cell => cell?.kind === 'number' && !cell.rough)) return ['a year of them has no figure'];
  if (years.some(year => isApart(subject, year, latestOf(subject)))) return ['a break stands between'];
  const numbers = cells.map(cell => (cell?.kind === 'number' ? cell.number : Number.NaN));
  const spread = Math.max(...numbers) - Math.min(...numbers);
  const within = size === undefined ? 0 : readSize(size).high;
  const room = size === undefined ? nothing : halfUnit(readSize(size).decimals) + nothing;
  const steps = years.slice(0, -1).map(year => truthOn(subject, [yearOn(year, -1), year]));
  return [
    spread <= within + nothing ? null : `the figures lie ${spread} apart`,
    within <= subject.bands.similar ? null : 'that is more than broadly the same',
    steps.some(step => step !== null && sizesOf(step)[0] > within + room)
      ? 'it moved by more in a year'
      : null,
    size === undefined && steps.some(step => step?.open === false && step.sign !== 0) ? 'it moved' : null,
  ];
}

function record(
  { which = '', count = '', from = '', value }: Caught,
  subject: Subject,
): readonly (string | null)[] {
  const [who, latest] = [councilOf(subject), latestOf(subject)];
  const years = footing(subject);
  const way = which.toLowerCase() === 'highest' ? 1 : -1;
  const between = yearsOf(subject).filter(year => year > from && year < latest && !years.includes(year));
  const isPaused = (year: string) => subject.pauses.some(([first, last]) => first <= year && year <= last);
  return [
    years.at(-1) === latest ? null : 'the latest figure is not firm',
    years.length < 4 ? 'so few years hold no record' : null,
    years[0] === from ? null : `the first comparable year is ${years[0]}`,
    years.length === readCount(count) ? null : `there are ${years.length} comparable years`,
    ...years.filter(year => year < latest).flatMap(year => moved(subject, [year, latest], way, null)),
    years.slice(0, -1).some(year => truthOn(subject, [year, latest])?.printed === 0)
      ? 'another year is printed alike'
      : null,
    between.every(isPaused) ? null : 'a year between has no figure',
    value === undefined || numberOf(value) === numberOf(textAt(subject, { who, year: latest }) ?? '')
      ? null
      : 'the level is another',
  ];
}
