import { Big } from 'big.js';
import { type Period, periodLabel, startYear } from '../model/time.ts';
import { decimalsIn } from '../model/value.ts';
import { numberIn, numberPattern } from '../sources/typed-claims.ts';
import type { HiddenCell } from './hidden-cells.ts';

export type NumberInWords = {
  readonly index: number;
  readonly spelling: string;
  readonly number: number;
  readonly decimals: number;
  /** What it is of, where it is a share: 100 of "4.4%" and "4.4 in every hundred"; 4 of "a quarter" and "one in four". */
  readonly of: number | null;
  /** True of so many of so many, which says a share roughly. */
  readonly isRough: boolean;
};

/** "Level 4", "key stage 2", "grades 9 to 4", "aged 5": names, and no numbers of anything. */
const named =
  /(?:\b(?:levels?|grades?|stages?|years?|aged?|key|table|chart|figure|page|line|version|ages)|\b(?:grades?|ages?|aged|levels?) \d+ (?:to|and|or|-))[ -]$/i;
/** "Four years of school": how long something lasts. */
const duration = /^[ -](?:years?|terms?|months?|weeks?|days?|hours?)\b/i;
const share = /^\s?(?:%|per ?cent\b)|^\s?(?:in|of|out of) (?:every |each )?(?:(?:a|one) )?(?:hundred|100)\b/i;
const shareOfThousand = /^\s?(?:in|of|out of|per) (?:every |each )?(?:(?:a|one) )?(?:thousand|1,?000)\b/i;
const dozens: Readonly<Record<string, number>> = {
  'half a dozen': 6,
  'a dozen': 12,
  'a couple': 2,
  'a pair': 2,
};
const numbers = new RegExp(
  String.raw`(?<![\w/.,£#-])(?:${Object.keys(dozens).join('|')}|${numberPattern}|none|nil|zero)(?![\w/])(?![-/]\d)`,
  'gi',
);

const parts = [
  'half|halves',
  'thirds?',
  'quarters?|fourths?',
  'fifths?',
  'sixths?',
  'sevenths?',
  'eighths?',
  'ninths?',
  'tenths?',
];
/** "A quarter of", "three-quarters of", "one in four", "one girl in every five": so many of so many. */
const rough = new RegExp(
  [
    String.raw`\b(?:(?<times>an?|one|two|three|four|five|six|seven|eight|nine)[ -])?(?<part>${parts.join('|')})(?= of\b)`,
    String.raw`(?<![\w/.,£#-])(?<some>${numberPattern})(?: [\p{L}-]+){0,2} (?:in|out of) (?:every |each )?(?<all>${numberPattern})(?![\w/%])(?![-/]\d)`,
  ].join('|'),
  'giu',
);

/** What stands in every rough share, and in few other words. */
const between = / (?:of\b|in )/i;

function roughSharesIn(words: string): readonly NumberInWords[] {
  if (!between.test(words)) return [];
  return [...words.matchAll(rough)].flatMap(({ index, 0: spelling, groups }) => {
    const { times = 'a', part, some = '', all = '' } = groups ?? {};
    const [number, of] =
      part === undefined
        ? [numberIn(some), numberIn(all)]
        : [
            /^an?$/i.test(times) ? 1 : numberIn(times),
            2 + parts.findIndex(each => new RegExp(`^(?:${each})$`, 'i').test(part)),
          ];
    return number > 0 && number < of ? [{ index, spelling, number, decimals: 0, of, isRough: true }] : [];
  });
}

/** "4/90", which is neither a school year nor a day. */
const fraction = /(?<![\d/.,])\d{1,3}\/\d{1,5}(?![\d/]|\.\d)/g;

/** The numbers in some words, in digits and in words, but for years, levels and the like. */
export function numbersIn(words: string): readonly NumberInWords[] {
  const apart = words
    .replace(fraction, each => each.replace('/', ' '))
    .replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const single = [...apart.matchAll(numbers)].flatMap(({ index, 0: match }): readonly NumberInWords[] => {
    const spelling = match.replace(/[.,]+$/, '');
    const before = words.slice(Math.max(0, index - 24), index);
    const after = words.slice(index + spelling.length, index + spelling.length + 30);
    const none = /^(?:none|nil|zero)$/i.test(spelling) ? 0 : undefined;
    const number = none ?? dozens[spelling.toLowerCase()] ?? numberIn(spelling);
    if (named.test(before) || duration.test(after) || Number.isNaN(number)) return [];
    const decimals = decimalsIn(spelling);
    const of = share.test(after) ? 100 : shareOfThousand.test(after) ? 1000 : null;
    return [{ index, spelling, number, decimals, of, isRough: false }];
  });
  return [...single, ...roughSharesIn(apart)];
}

export const learners =
  '(?:pupils?|child(?:ren)?|young (?:people|person)|learners?|students?|boys?|girls?|entrants?|candidates?)';
const countOf = new RegExp(
  String.raw`^\)?(?: of)?(?: (?:the|all|our|these|those|its))*(?: [\p{L}-]+){0,2} (?:${learners}|staff|teachers?|workers?|posts?)\b|^ of (?:them|these|those)\b`,
  'iu',
);

/** "Only four", "all but three", "the number of girls was 4", "girls: 4": what counts pupils, though none are named after it. */
const countBefore =
  /(?:\b(?:only|just|all (?:but|except)|none but|nobody but|total of)|\bn ?=|\bnumber of\b[^.;]* (?:was|is|were|are)|:) ?$/i;
const countAfter =
  /^,? (?:of them |of whom )?(?:did|do|does|had|have|were|was|reached|passed|failed|achieved|met|got|managed|made it|in all|in total|altogether|who)\b/i;
/** "Fewer than five": so many at most. */
const boundBefore = /\b(?<bound>(?:fewer|less) than|under|below|at most|no more than|up to|not more than) $/i;

export type Telling = {
  readonly index: number;
  readonly spelling: string;
  readonly how: 'count-and-base' | 'share' | 'count' | 'rest';
};

/**
 * What in some words tells a hidden cell: a count beside its base, or, where the words name the cell (`isNamed`), its share
 * or the rest of it to any number of decimals, and its count of pupils: in words written by hand (`isByHand`) without those
 * beside it whom it counts. Null where nothing does.
 */
export function tellingOf(
  words: string,
  cell: HiddenCell,
  isNamed: boolean,
  found: readonly NumberInWords[],
  isByHand = false,
): Telling | null {
  const { inside, base, value, whole } = cell;
  const rest = inside !== null && base !== null ? base - inside : null;
  if (inside !== null && base !== null && inside !== base) {
    const part = found.find(each => each.of === null && (each.number === inside || each.number === rest));
    const all = found.find(each => each.of === null && each.number === base && each !== part);
    if (part !== undefined && all !== undefined) {
      const [from, to] = part.index < all.index ? [part, all] : [all, part];
      const spelling = words.slice(from.index, to.index + to.spelling.length);
      return { index: from.index, spelling, how: 'count-and-base' };
    }
  }
  if (!isNamed) return null;
  for (const each of found) {
    const { index, spelling, number, decimals, of, isRough } = each;
    if (isRough && of !== null) {
      const how = tellsRoughly(number / of, cell);
      if (how !== null) return { index, spelling, how };
      continue;
    }
    // A number below one to several decimals is a share of one: 0.044.
    const per = of ?? (number > 0 && number < 1 && decimals > 1 ? 1 : null);
    if (per !== null && whole !== null && value !== null) {
      const told = value.times(per).div(whole);
      if (told.round(decimals).eq(number)) return { index, spelling, how: 'share' };
      if (whole === 100 && new Big(per).minus(told).round(decimals).eq(number))
        return { index, spelling, how: 'rest' };
    }
    const [before, after] = [words.slice(0, index), words.slice(index + spelling.length)];
    const isTold = countOf.test(after) || (isByHand && (countBefore.test(before) || countAfter.test(after)));
    const isCount = of === null && isTold;
    const isBound = isByHand && of === null && boundBefore.test(before) && number <= cell.width;
    if (isBound && inside !== null && inside <= number) return { index, spelling, how: 'count' };
    if (isCount && (number === inside || number === base)) return { index, spelling, how: 'count' };
    if (isCount && number === rest) return { index, spelling, how: 'rest' };
  }
  return null;
}

function tellsRoughly(share: number, { inside, base, value, whole }: HiddenCell): 'share' | 'rest' | null {
  if (inside !== null && base !== null) {
    const pupils = Math.round(share * base);
    return pupils === inside ? 'share' : pupils === base - inside ? 'rest' : null;
  }
  if (value === null || whole === null) return null;
  const percent = [value, new Big(whole).minus(value)].map(each => Math.round((100 * Number(each)) / whole));
  return (['share', 'rest'] as const)[percent.indexOf(Math.round(100 * share))] ?? null;
}

/** True where words name the group and the area of a cell: always, of one that is of everyone in the council. */
export function isNamedIn(words: string, { namedBy }: HiddenCell): boolean {
  const folded = words.toLowerCase();
  return namedBy.every(names => names.some(name => hasWord(folded, name.toLowerCase())));
}

export function measureIsNamedIn(words: string, { measure }: HiddenCell): boolean {
  const folded = words.toLowerCase();
  return measure.some(name => hasWord(folded, name.toLowerCase()));
}

function hasWord(words: string, name: string): boolean {
  for (let at = words.indexOf(name); at !== -1; at = words.indexOf(name, at + 1)) {
    const around = `${words[at - 1] ?? ' '}${words[at + name.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

/** True unless words speak of other years alone. */
export function mayBeOfYear(words: string, period: Period): boolean {
  const years = [...words.matchAll(/\b(?<from>(?:19|20)\d{2})(?:[/-](?<to>\d{2}))?\b/g)];
  const begins = startYear(period);
  return (
    years.length === 0 ||
    years.some(({ groups }) =>
      groups?.to === undefined
        ? [begins, begins + 1].includes(Number(groups?.from))
        : `${groups.from}/${groups.to}` === periodLabel(period),
    )
  );
}
