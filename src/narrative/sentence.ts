import type { Verdict } from '../judgements/change.ts';
import type { Figure, Tally, TallyOf } from '../model/figure.ts';
import { levelText, roughText, sizeText, unitAfter } from '../model/format.ts';
import { type Indicator, type Polarity, perHowMany, type Unit } from '../model/indicator.ts';
import type { Status } from '../model/observation.ts';
import { type Period, timeIn } from '../model/time.ts';

/** A printed figure inside a sentence, and the text it is printed as. */
export type Mention = { readonly figure: Figure; readonly text: string };

/** A sentence being made: runs of words and figures. Every number enters as a mention, so it is in the ledger. */
export type Draft = readonly (string | Mention)[];

/** A finished sentence: its words and the figures among them, for pages to link each figure to its evidence. */
export type Written = {
  readonly id: string;
  readonly runs: Draft;
  /** As printed: an officer's words where they override the sentence. */
  readonly text: string;
  readonly figures: readonly Figure[];
  /** What was computed, why an officer put it otherwise, and in which role. */
  readonly override?: { readonly computed: string; readonly reason: string; readonly by?: string };
};

export function say(words: TemplateStringsArray, ...slots: readonly (string | Mention | Draft)[]): Draft {
  return words.flatMap((text, index) => [text, ...draftOf(slots[index])]).filter(run => run !== '');
}

export function mention(figure: Figure, text: string = figure.text): Mention {
  return { figure, text };
}

/** " in 2023/24" of a figure that is not of the edition's year. */
export function inYear(indicator: Indicator, period: Period, edition: Period): string {
  return period === edition ? '' : ` ${timeIn(indicator, period)}`;
}

export function textOf(draft: Draft): string {
  return draft.map(run => (typeof run === 'string' ? run : run.text)).join('');
}

/** The most words of a sentence (item 26), and of a chart's title (item 30). */
export const mostInSentence = 35;
const mostInTitle = 12;

export function lengthOf(draft: Draft): number {
  return textOf(draft).split(' ').length;
}

/** The first of some drafts that a title has room for, the last where it has for none. */
export function fitting(...drafts: readonly Draft[]): Draft {
  return drafts.find(draft => lengthOf(draft) <= mostInTitle) ?? drafts.at(-1) ?? [];
}

/** Drafts as a list in a sentence: "a, b and c". */
export function listed(drafts: readonly Draft[]): Draft {
  return drafts.flatMap((draft, index) => {
    if (index === 0) return draft;
    return [index === drafts.length - 1 ? ' and ' : ', ', ...draft];
  });
}

export function joined(drafts: readonly Draft[], between: string): Draft {
  return drafts.flatMap((draft, index) => (index === 0 ? draft : [between, ...draft]));
}

/** The first of some drafts, and how many more there are: "a; b; and three more". */
export function firstOf(drafts: readonly Draft[], most: number): Draft {
  const shown = joined(drafts.slice(0, most), '; ');
  const others = drafts.length - most;
  return others <= 0 ? shown : say`${shown}; and ${countWords(others)} more`;
}

export function capitalised(draft: Draft): Draft {
  return withFirst(draft, letter => letter.toUpperCase());
}

export function uncapitalised(draft: Draft): Draft {
  return withFirst(draft, letter => letter.toLowerCase());
}

function withFirst([first = '', ...rest]: Draft, change: (letter: string) => string): Draft {
  const changed = (text: string) => change(text.charAt(0)) + text.slice(1);
  return [typeof first === 'string' ? changed(first) : { ...first, text: changed(first.text) }, ...rest];
}

export function written(id: string, draft: Draft): Written {
  const figures = draft.flatMap(run => (typeof run === 'string' ? [] : [run.figure]));
  const each = new Map(figures.map(figure => [figure.id, figure]));
  return { id, text: textOf(draft), figures: [...each.values()], runs: draft };
}

/** Sentences under the ids `<name>.1`, `<name>.2` and so on. */
export function numberedSentences(name: string, drafts: readonly Draft[]): readonly Written[] {
  return drafts.map((draft, index) => written(`${name}.${index + 1}`, draft));
}

function draftOf(slot: string | Mention | Draft | undefined): Draft {
  if (slot === undefined) return [];
  return typeof slot === 'string' || 'figure' in slot ? [slot] : slot;
}

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** A whole number in text: words to nine, then numerals with thousands commas (R22). */
export function countWords(count: number): string {
  return smallNumbers[count] ?? count.toLocaleString('en-GB');
}

/** A count in words inside a sentence, leading to its evidence: "three", "none". */
export function many({ figure, count }: Tally): Draft {
  return [mention(figure, count === 0 ? 'none' : countWords(count))];
}

/** "both", "all three". */
export function allWords({ count }: Pick<Tally, 'count'>): string {
  return count === 2 ? 'both' : `all ${countWords(count)}`;
}

/** "the one area", "both areas", "all nine areas". */
export function everyOne(all: Tally, one: string, several: string): Draft {
  if (all.count === 1) return say`the ${many(all)} ${one}`;
  return all.count === 2 ? say`${mention(all.figure, 'both')} ${several}` : say`all ${many(all)} ${several}`;
}

export function plural({ count }: Tally, one: string, several: string): string {
  return count === 1 ? one : several;
}

/** "two are done", "one is overdue": how many are what, in the words for one or for several; nothing of what none is. */
export function clausesOf<What extends string>(
  counts: readonly TallyOf<What>[],
  words: Readonly<Record<What, readonly [one: string, several: string]>>,
): readonly Draft[] {
  return someOf(counts).map(each => {
    const [one, several] = words[each.of];
    return say`${many(each)} ${plural(each, one, several)}`;
  });
}

export function someOf<Each extends Tally>(counts: readonly Each[]): readonly Each[] {
  return counts.filter(({ count }) => count > 0);
}

/** A level as a sentence prints it, with "about" where it is only about so. */
export function level(figure: Figure, unit: Unit): Mention {
  const about = figure.text.startsWith('about ') ? 'about ' : '';
  return mention(figure, `${about}${levelText(figure.amount, unit)}`);
}

/** With its unit: "3.69 per 100 pupils", "2 schools"; of points and scores the number alone. */
export function levelAlone(figure: Figure, { unit, members }: Indicator): Mention {
  if (unit === 'points' || unit === 'scaled-score' || figure.amount.kind === 'refused')
    return mention(figure);
  const about = figure.text.startsWith('about ') ? 'about ' : '';
  return mention(figure, `${about}${levelText(figure.amount, unit, members)}`);
}

/** The size of a change or difference as a sentence prints it: "3 percentage points". */
export function size(figure: Figure, unit: Unit): Mention {
  return mention(figure, sizeText(figure.amount, unit));
}

/** The same where nothing beside it says what a rate is of: "8.15 per 100 pupils". */
export function sizeAlone(figure: Figure, indicator: Indicator): Mention {
  const made = size(figure, indicator.unit);
  if (perHowMany(indicator.unit) === null || figure.amount.kind === 'refused') return made;
  return { ...made, text: `${made.text} ${unitAfter(indicator)}` };
}

/** The size of a change or difference in few words: of money "around £9". */
export function roughSize(figure: Figure, unit: Unit): Mention {
  return mention(figure, roughText(figure.amount, unit));
}

/** What a status adds to a sentence: nothing once the figure is settled. */
export function statusRemark(status: Status): string {
  switch (status) {
    case 'early':
      return ' (early figure)';
    case 'provisional':
      return ' (provisional)';
    case 'projection':
      return ' (projection)';
    case 'revised':
    case 'final':
      return '';
  }
}

/** What a movement of a lower-is-better measure adds, so that a fall is not read as bad news (R05). */
export function verdictWords(verdict: Verdict, polarity: Polarity): string {
  if (polarity !== 'low') return '';
  switch (verdict) {
    case 'better':
      return ', an improvement';
    case 'worse':
      return ', a change for the worse';
    case 'same':
    case 'none':
      return '';
  }
}

/** The possessive: "England’s", "the statistical neighbours’". */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}
