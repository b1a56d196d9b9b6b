import type { Unsettled } from './observation.ts';

/** Which area (or group) a mark belongs to: decides its colour, marker and dash, everywhere the same. */
const seriesRoles = ['council', 'nation', 'region', 'neighbours', 'other'] as const;
export type SeriesRole = (typeof seriesRoles)[number];

/** A mark: the rounded number it stands at, or null with the symbol printed in its stead. */
export type Mark = {
  /** Rounded as the table prints it; never more precise. */
  readonly number: number | null;
  /** As printed: "84%", "[c]". */
  readonly text: string;
  /** How far from settled the figure is, where it is not: shown by a hollow mark or "[p]" after the text. */
  readonly status?: Unsettled;
  readonly interval?: { readonly low: MarkEnd; readonly high: MarkEnd };
};

type MarkEnd = { readonly number: number; readonly text: string };

/** Axis furniture: what a number on the axis is followed by, and the ends that unit allows. */
export type Scale = {
  readonly suffix: '%' | '';
  readonly floor: number | null;
  readonly ceiling: number | null;
  /** How much of the unit an axis shows at least, where that is known of it: of scaled scores a few points. */
  readonly ample?: number;
};

/** Lines over consecutive periods. A null mark or a break leaves a gap in the line. */
export type TrendChart = {
  readonly kind: 'trend';
  readonly scale: Scale;
  /** Every period from first to last, labelled "2013/14", missing ones too. */
  readonly periods: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly role: SeriesRole;
    /** One mark a period, null where there is none to plot and none missing. */
    readonly marks: readonly (Mark | null)[];
  }[];
  /** A rule before the period at this index, with a few words: lines do not cross it. */
  readonly breaks: readonly { readonly before: number; readonly note: string }[];
  /** Stretches of periods in which the measure was not made, and why in a sentence: said over the lines. */
  readonly pauses?: readonly { readonly from: number; readonly to: number; readonly because: string }[];
  /** Words for the place where the council's line crosses the nation's on the way to its last figure: "Now above England". */
  readonly crossing?: string;
};

/** Bars from zero, one an area in the order given (sorted by value), or one a group, with the nation's figure for the same group. */
export type ComparisonChart = {
  readonly kind: 'comparison';
  readonly scale: Scale;
  readonly bars: readonly (Mark & {
    readonly name: string;
    readonly role: SeriesRole;
    readonly nation?: Mark;
  })[];
  /** What the nation is called, where a bar has its figure. */
  readonly nation?: string;
};

/** Two groups and the distance between them, one row an area or year. */
export type GapChart = {
  readonly kind: 'gap';
  readonly scale: Scale;
  readonly groups: readonly [string, string];
  readonly rows: readonly {
    readonly name: string;
    readonly marks: readonly [Mark, Mark];
    /** "17.0 points", or the symbol when it may not be given. */
    readonly distance: string;
  }[];
};

/** Parts of a whole by phase, up to five parts, as stacked bars of 100%. */
export type ProfileChart = {
  readonly kind: 'profile';
  readonly parts: readonly string[];
  readonly rows: readonly {
    /** "Primary (124 schools)". */
    readonly name: string;
    /** One a part: its share in per cent, rounded, and the text on it. */
    readonly marks: readonly Mark[];
  }[];
};

/** Every authority as a mark on one axis; the council, region and nation picked out and named. */
export type StripChart = {
  readonly kind: 'strip';
  readonly scale: Scale;
  /** The other authorities with a figure, in order of value; those that are the council's statistical neighbours are so marked. */
  readonly others: readonly (Mark & { readonly isNeighbour?: true })[];
  /** Those picked out and named: the council first. */
  readonly picked: readonly (Mark & { readonly name: string; readonly role: SeriesRole })[];
  /** Which end is better; null for a measure that has none. */
  readonly better: 'low' | 'high' | null;
};

/** Outcomes so far, and the line that was aimed for: never drawn alike. */
export type TargetChart = {
  readonly kind: 'target';
  readonly scale: Scale;
  /** Every period from the first outcome or the baseline to the date of the target. */
  readonly periods: readonly string[];
  readonly outcomes: { readonly name: string; readonly marks: readonly (Mark | null)[] };
  /** What is expected, if anything: no outcome either. Null where there is none. */
  readonly projections: readonly (Mark | null)[] | null;
  readonly target: {
    /** "Target: at least 70% by 2016/17". */
    readonly label: string;
    /** The baseline, any milestones, and the aim last: the index of the period, and the number. */
    readonly points: readonly (Mark & { readonly at: number })[];
  };
  readonly breaks: TrendChart['breaks'];
};

/** Indicators of a plan: what was reached as a bar from zero, what was aimed for as a mark across it. */
export type BulletChart = {
  readonly kind: 'bullet';
  readonly scale: Scale;
  readonly rows: readonly {
    readonly name: string;
    readonly actual: Mark;
    /** "at least 95%"; null where there is no target. */
    readonly target: Mark | null;
    /** The status in words: "On track". Empty when none is given. */
    readonly status: string;
  }[];
};

/** The spread of wards or localities, a row a measure or a year, from the lowest to the highest. */
export type RangeChart = {
  readonly kind: 'range';
  readonly scale: Scale;
  readonly rows: readonly {
    readonly name: string;
    /** The ends, each with the name of its place. */
    readonly low: Mark & { readonly place: string };
    readonly high: Mark & { readonly place: string };
    readonly average: Mark;
  }[];
  /** What the average is called: "Cheshire East". */
  readonly average: string;
  /** A number that no place should be beyond, with its words: "No ward above 10%". */
  readonly limit: { readonly number: number; readonly text: string } | null;
};

/** Change against change: a row a measure, the council's own beside the nation's over the same years, the most ground gained first. */
export type PaceChart = {
  readonly kind: 'pace';
  readonly council: string;
  readonly nation: string;
  readonly rows: readonly {
    readonly name: string;
    /** As a table prints them, "+5.7", and in words, "up 5.7". */
    readonly own: Mark & { readonly words: string };
    readonly nation: Mark & { readonly words: string };
    /** How far authorities lie apart on the measure: what both changes are measured by. */
    readonly spread: Mark;
    readonly better: 'low' | 'high';
  }[];
  /** How many other measures, in which less ground was gained or lost, are in its table alone. */
  readonly undrawn: number;
};

/** The last years of a headline that may be compared, small enough to stand beside its figure; one mark a period. */
export type Spark = {
  readonly scale: Scale;
  readonly council: readonly (Mark | null)[];
  /** The nation's over the same years; null where it is not set beside it. */
  readonly nation: readonly (Mark | null)[] | null;
};

/** A chart as data: everything that is drawn, from protected and rounded figures only. */
export type Chart =
  | TrendChart
  | ComparisonChart
  | GapChart
  | ProfileChart
  | StripChart
  | TargetChart
  | BulletChart
  | RangeChart
  | PaceChart;
