/** The kinds of chart; a new name here makes the compiler ask for its builder. */
export const chartKinds = ['trend', 'comparison', 'gap', 'profile', 'strip'] as const;
/** A kind of chart. */
export type ChartKind = (typeof chartKinds)[number];

/** Which area (or group) a mark belongs to: decides its colour, marker and dash, everywhere the same. */
export const seriesRoles = ['council', 'nation', 'region', 'neighbours', 'other'] as const;
/** Which area or group a mark belongs to. */
export type SeriesRole = (typeof seriesRoles)[number];

/** A mark: the rounded number it stands at, or null with the symbol printed in its stead. */
export type Mark = {
  /** Rounded as the table prints it; never more precise. */
  readonly number: number | null;
  /** As printed: "84%", "[c]". */
  readonly text: string;
};

/** Axis furniture: what a number on the axis is followed by, and the ends that unit allows. */
export type Scale = {
  readonly suffix: '%' | '';
  readonly floor: number | null;
  readonly ceiling: number | null;
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
};

/** Bars from zero, one an area, in the order given (sorted by value). */
export type ComparisonChart = {
  readonly kind: 'comparison';
  readonly scale: Scale;
  readonly bars: readonly (Mark & { readonly name: string; readonly role: SeriesRole })[];
};

/** Two groups and the distance between them, one row an area or year. */
export type GapChart = {
  readonly kind: 'gap';
  readonly scale: Scale;
  /** Names of the two groups, for direct labels over the first row. */
  readonly groups: readonly [string, string];
  readonly rows: readonly {
    readonly name: string;
    readonly marks: readonly [Mark, Mark];
    /** "17.0 points", or the symbol when it may not be given. */
    readonly distance: string;
  }[];
};

/** Parts of a whole by phase, up to four parts, as stacked bars of 100%. */
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
  /** The other authorities with a figure, in order of value. */
  readonly others: readonly Mark[];
  /** Those picked out and named: the council first. */
  readonly picked: readonly (Mark & { readonly name: string; readonly role: SeriesRole })[];
  /** Which end is better; null for a measure that has none. */
  readonly better: 'low' | 'high' | null;
};

/** A chart as data: everything that is drawn, from protected and rounded figures only. */
export type Chart = TrendChart | ComparisonChart | GapChart | ProfileChart | StripChart;
