import { type Drawing, type Words, wordsBox } from '../../src/charts/drawing.ts';
import type {
  ComparisonChart,
  GapChart,
  Mark,
  ProfileChart,
  Scale,
  StripChart,
  TrendChart,
} from '../../src/model/chart.ts';

/** Percentages from 0 to 100. */
export const percent: Scale = { suffix: '%', floor: 0, ceiling: 100 };

/** Scores without bounds. */
export const score: Scale = { suffix: '', floor: null, ceiling: null };

/** A number as a mark with a per cent sign, a symbol as a mark without number, null as no mark. */
export function mark(given: number | string): Mark;
export function mark(given: number | string | null): Mark | null;
export function mark(given: number | string | null): Mark | null {
  if (given === null) return null;
  return typeof given === 'string' ? { number: null, text: given } : { number: given, text: `${given}%` };
}

type Given = readonly (number | string | null)[];

/** A trend of the council and, if given, England and others, from 2008/09. */
export function trend(
  council: Given,
  others: Readonly<Record<string, Given>> = {},
  breaks: TrendChart['breaks'] = [],
): TrendChart {
  const roles = {
    England: 'nation',
    'North West': 'region',
    'Statistical neighbours': 'neighbours',
  } as const;
  return {
    kind: 'trend',
    scale: percent,
    periods: council.map((_, index) => `${2008 + index}/${String(9 + index).padStart(2, '0')}`),
    series: [
      { name: 'Cheshire East', role: 'council', marks: council.map(mark) },
      ...Object.entries(others).map(([name, marks]) => ({
        name,
        role: roles[name as keyof typeof roles] ?? ('other' as const),
        marks: marks.map(mark),
      })),
    ],
    breaks,
  };
}

/** Bars in the order given; "Cheshire East" is the council. */
export function comparison(
  bars: Readonly<Record<string, number | string>>,
  scale = percent,
): ComparisonChart {
  return {
    kind: 'comparison',
    scale,
    bars: Object.entries(bars).map(([name, given]) => ({
      name,
      role: name === 'Cheshire East' ? 'council' : name === 'England' ? 'nation' : 'other',
      ...mark(given),
    })),
  };
}

/** A gap between girls and boys, a row an area. */
export function gap(
  rows: Readonly<Record<string, readonly [number | string, number | string, string]>>,
): GapChart {
  return {
    kind: 'gap',
    scale: percent,
    groups: ['Girls', 'Boys'],
    rows: Object.entries(rows).map(([name, [one, other, distance]]) => ({
      name,
      marks: [mark(one), mark(other)],
      distance,
    })),
  };
}

/** Shares by inspection grade, a row a phase. */
export function profile(rows: Readonly<Record<string, readonly (number | string)[]>>): ProfileChart {
  return {
    kind: 'profile',
    parts: ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'],
    rows: Object.entries(rows).map(([name, shares]) => ({ name, marks: shares.map(share => mark(share)) })),
  };
}

/** Every authority on one axis, by a higher value the better; "Cheshire East" is the council. */
export function strip(
  others: readonly number[],
  picked: Readonly<Record<string, number | string>>,
  scale = percent,
): StripChart {
  const roles = { 'Cheshire East': 'council', England: 'nation', 'North West': 'region' } as const;
  return {
    kind: 'strip',
    scale,
    others: others.toSorted((a, b) => a - b).map(number => mark(number)),
    picked: Object.entries(picked).map(([name, given]) => ({
      name,
      role: roles[name as keyof typeof roles] ?? ('neighbours' as const),
      ...mark(given),
    })),
    better: 'high',
  };
}

/** Pairs of words whose boxes meet, and words that leave the sheet: none, when a chart is well laid out. */
export function collisions({ words, width, height }: Drawing): readonly string[] {
  const boxes = words.map(each => ({ text: each.text, ...wordsBox(each) }));
  const outside = boxes.filter(
    box => box.left < -0.5 || box.right > width + 0.5 || box.top < -0.5 || box.bottom > height + 0.5,
  );
  const meeting = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(other => {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        return across > 0.5 && down > 0.5;
      })
      .map(other => `"${one.text}" meets "${other.text}"`),
  );
  return [...outside.map(({ text }) => `"${text}" leaves the sheet`), ...meeting];
}

/** The texts of a drawing, in order. */
export function textsOf(words: readonly Words[]): readonly string[] {
  return words.map(({ text }) => text);
}
