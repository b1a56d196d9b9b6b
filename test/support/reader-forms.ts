// The forms of words that the reader knows, and what of changes they share.
import { countPattern, type ReadSize, sizePattern, valuePattern, yearOn } from './reader-text.ts';
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

/** What a pattern caught, by name. */
export type Caught = Readonly<Record<string, string | undefined>>;
/** A form of words, and what contradicts it in the tables of a subject. */
export type Reading = {
  readonly form: RegExp;
  readonly against: (caught: Caught, subject: Subject) => readonly (string | null)[];
};

/** A reading with its form written with SIZE, VALUE, YEAR, COUNT and VERDICT. */
export function reading(form: string, against: Reading['against']): Reading {
  const written = form
    .replaceAll('VALUE', valuePattern)
    .replaceAll('SIZE', sizePattern)
    .replaceAll('YEAR', String.raw`\d{4}/\d{2}`)
    .replaceAll('COUNT', countPattern)
    .replaceAll('VERDICT', '(?<verdict>, an improvement|, a change for the worse)?')
    .replaceAll('STATUS', String.raw`(?: \((?:early|early figure|provisional|revised|final)\))?`);
  return { form: new RegExp(written, 'gu'), against };
}

/** The last year before the latest with a number, known roughly or well. */
export function earlierOf(subject: Subject, at = latestOf(subject)): string | null {
  const who = councilOf(subject);
  const held = yearsOf(subject).filter(
    year => year < at && cellAt(subject, { who, year })?.kind === 'number',
  );
  return held.at(-1) ?? null;
}

/** The years on the footing of the latest with a firm figure, the latest last. */
export function footing(subject: Subject): readonly string[] {
  const [who, latest] = [councilOf(subject), latestOf(subject)];
  return yearsOf(subject).filter(year => isFirm(subject, { who, year }) && !isApart(subject, year, latest));
}

/** Why it may not be said that the council's figure went a way between two years, or by so much. */
export function moved(
  subject: Subject,
  [from, to]: readonly [string, string],
  way: 1 | -1,
  size: ReadSize | null,
  who = councilOf(subject),
): readonly (string | null)[] {
  const truth = truthAt(subject, { who, year: to }, { who, year: from });
  if (truth === null) return [`there is nothing to compare between ${from} and ${to}`];
  const said = `${textAt(subject, { who, year: from })} in ${from} and ${textAt(subject, { who, year: to })} in ${to}`;
  const reasons = [
    isApart(subject, from, to) ? 'a break stands between' : null,
    wrongWay(truth, way),
    size === null ? null : wrongSize(truth, size),
  ];
  return reasons.map(reason => (reason === null ? null : `${said}: ${reason}`));
}

/** What is known of the council’s change over a span of years. */
export function truthOn(subject: Subject, [from, to]: readonly [string, string]) {
  const who = councilOf(subject);
  return truthAt(subject, { who, year: to }, { who, year: from });
}

/** The two years of a step: the last (0), the one before (1). */
export function lastStep(subject: Subject, back: number): readonly [string, string] {
  const to = yearOn(latestOf(subject), -back);
  return [yearOn(to, -1), to];
}

/** Up (1) or down (−1), by the word for it. */
export function wayOf(way: string | undefined): 1 | -1 {
  return /rose|up|risen/i.test(way ?? '') ? 1 : -1;
}

/** Why "better" and its like are not so of a rise or fall, or are left out where they must be said. */
export function judged(
  { way = '', verdict, judged, kind }: Caught,
  { polarity }: Subject,
): readonly (string | null)[] {
  const good = verdict === ', an improvement' || judged === 'better' || kind === 'forward';
  const bad = verdict === ', a change for the worse' || judged === 'worse' || kind === 'back';
  if (!good && !bad) return [];
  if (polarity === 'neutral') return ['neither way is better'];
  const isBetter = (wayOf(way) === 1) === (polarity === 'high');
  return [isBetter === good ? null : `${way} is ${isBetter ? 'better' : 'worse'}`];
}
