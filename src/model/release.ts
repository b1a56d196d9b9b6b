import { z } from 'zod';
import type { Breakdown } from './breakdown.ts';
import type { Status } from './observation.ts';
import { isoDate, type Period } from './time.ts';

/** `release.yaml`: the file of a publisher that a folder of published figures was made from. */
export const releaseSchema = z.strictObject({
  publication: z.string().describe('The publication, as in sources.yaml'),
  title: z.string().min(1),
  address: z.url({ protocol: /^https$/ }),
  retrieved: isoDate.describe('The day the file was taken; when its figures came out is in series.csv'),
  file: z.string().min(1).describe('What the publisher calls the file'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits'),
  licence: z.string().min(1),
  rows: z.int().nonnegative().describe('Rows of the file'),
  kept: z.int().nonnegative().describe('Values that were kept of them'),
});

/** The file that a folder of published figures was made from. */
export type Release = z.output<typeof releaseSchema>;

/** What a companion of a series gives: the pupils it is a share of, or the ends of its confidence interval. */
export const companions = ['base', 'low', 'high'] as const;
/** What a companion of a series gives. */
export type Companion = (typeof companions)[number];

/** A year of a series in one release: what the publisher calls it, when it came out and how settled it is. */
export type ReleasedYear = {
  readonly period: Period;
  readonly status: Status;
  readonly released: string;
  /** False where the day was worked out from the release calendar and not stated by the publisher. */
  readonly isStated: boolean;
  /** Decimals, where it was really published to others than the catalogue's; else null. */
  readonly decimals: number | null;
  /** The publisher's own name: a key or column, its filters, and the label of the year. */
  readonly series: string;
};

/** What stands in a cell of published figures: nothing, a number, or one of the symbols after it. */
export const cellStates = ['', 'number', 'c', 'z', 'x', 'low', 'k', 'u'] as const;

/**
 * A series as one release has it, in columns: `numbers` and `states` hold a row for each area, a cell for each year.
 * Everything in it is public: it was printed by its publisher.
 */
export type ReleasedSeries = {
  readonly indicator: string;
  readonly breakdown: Breakdown;
  readonly companion: Companion | null;
  readonly publication: string;
  readonly file: string;
  /** The row of each area. */
  readonly rows: ReadonlyMap<string, number>;
  /** The line of each row in the file. */
  readonly lines: Int32Array;
  /** Each year by its column among the years; null where series.csv says nothing of it. */
  readonly years: readonly (ReleasedYear | null)[];
  readonly numbers: Float64Array;
  readonly states: Uint8Array;
};
