import { wordsBox } from '../../src/charts/lettering.ts';
import type {
  BulletChart,
  Chart,
  ComparisonChart,
  GapChart,
  Mark,
  PaceChart,
  ProfileChart,
  RangeChart,
  Scale,
  StripChart,
  TargetChart,
  TrendChart,
} from '../../src/model/chart.ts';
import type { Unsettled } from '../../src/model/observation.ts';
import type { Drawn } from './drawn.ts';

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

/** Groups of our pupils, each with England's figure for it or none. */
export function groups(
  bars: Readonly<Record<string, readonly [own: number | string, nation: number | null]>>,
): ComparisonChart {
  return {
    kind: 'comparison',
    scale: percent,
    nation: 'England',
    bars: Object.entries(bars).map(([name, [own, nation]]) => ({
      name,
      role: 'council',
      ...mark(own),
      ...(nation === null ? {} : { nation: mark(nation) }),
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
export function collisions({ svg, words }: Pick<Drawn, 'svg' | 'words'>): readonly string[] {
  const [width = 0, height = 0] = (/viewBox="0 -5 (\d+) (\d+)"/.exec(svg)?.slice(1) ?? []).map(Number);
  const boxes = words.map(each => ({ text: each.text, ...wordsBox(each) }));
  const outside = boxes.filter(
    box => box.left < -0.5 || box.right > width + 0.5 || box.top < -0.5 || box.bottom > height - 4.5,
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

/** Outcomes from 2012/13, and a target from its baseline there. */
export function target(
  outcomes: Given,
  points: readonly (readonly [at: number, number: number])[],
  label: string,
  projections: Given | null = null,
): TargetChart {
  return {
    kind: 'target',
    scale: percent,
    periods: outcomes.map((_, index) => `${2012 + index}/${13 + index}`),
    outcomes: { name: 'Cheshire East', marks: outcomes.map(mark) },
    projections: projections?.map(mark) ?? null,
    target: { label, points: points.map(([at, number]) => ({ at, ...mark(number) })) },
    breaks: [],
  };
}

/** Indicators of a plan: what was reached, the target and the status in words. */
export function bullet(
  rows: Readonly<Record<string, readonly [number | string, number | null, string]>>,
): BulletChart {
  return {
    kind: 'bullet',
    scale: percent,
    rows: Object.entries(rows).map(([name, [actual, aim, status]]) => ({
      name,
      actual: mark(actual),
      target: aim === null ? null : mark(aim),
      status,
    })),
  };
}

/** Wards from the lowest to the highest, and the average of the council. */
export function range(
  rows: Readonly<
    Record<
      string,
      readonly [
        low: readonly [string, number | string],
        average: number | string,
        high: readonly [string, number | string],
      ]
    >
  >,
  limit: RangeChart['limit'] = null,
): RangeChart {
  return {
    kind: 'range',
    scale: percent,
    rows: Object.entries(rows).map(([name, [low, average, high]]) => ({
      name,
      low: { place: low[0], ...mark(low[1]) },
      average: mark(average),
      high: { place: high[0], ...mark(high[1]) },
    })),
    average: 'Cheshire East',
    limit,
  };
}

/** Changes of ours and of England's, and the spread of councils, a row a measure; a spread below nought is of one where lower is better. */
export function pace(
  rows: Readonly<Record<string, readonly [own: number, nation: number, spread: number]>>,
): PaceChart {
  const change = (number: number) => ({
    number,
    text: `${number > 0 ? '+' : ''}${number}`.replace('-', '−'),
    words: number === 0 ? 'no change' : `${number > 0 ? 'up' : 'down'} ${Math.abs(number)}`,
  });
  return {
    kind: 'pace',
    council: 'Cheshire East',
    nation: 'England',
    rows: Object.entries(rows).map(([name, [own, nation, spread]]) => ({
      name,
      own: change(own),
      nation: change(nation),
      spread: { number: Math.abs(spread), text: String(Math.abs(spread)) },
      better: spread < 0 ? 'low' : 'high',
    })),
    undrawn: 0,
  };
}

/** The chart with every known number given a status. */
export function unsettledChart<Given extends Chart>(chart: Given, status: Unsettled): Given {
  return JSON.parse(JSON.stringify(chart), (_, value) =>
    typeof value?.text === 'string' && typeof value.number === 'number' ? { ...value, status } : value,
  );
}
