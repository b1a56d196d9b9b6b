import { z } from 'zod';
import { naming, note, standing } from '../plans/kit/fields.ts';
import { weightings } from '../profiles/schema.ts';
import { coverages } from './source.ts';
import { academicYear, type Period, timeSchema } from './time.ts';

const measures = ['percentage', 'mean', 'rate', 'count', 'given'] as const;
export type Measure = (typeof measures)[number];

/** What a figure is counted in. A difference of `percent` is always in percentage points (R01). */
const units = [
  'percent',
  'percentage-points',
  'points',
  'scaled-score',
  'per-100',
  'per-1000',
  'per-10000',
  'per-100000',
  'pupils',
  'schools',
  'incidents',
  'pounds',
] as const;
export type Unit = (typeof units)[number];

const rates: Readonly<Partial<Record<Unit, 100 | 1000 | 10_000 | 100_000>>> = {
  'per-100': 100,
  'per-1000': 1000,
  'per-10000': 10_000,
  'per-100000': 100_000,
};

/** Of how many a rate is, by its unit; null for a unit that is not so many for each hundred, thousand or more. */
export function perHowMany(unit: Unit): 100 | 1000 | 10_000 | 100_000 | null {
  return rates[unit] ?? null;
}

/** What the numerator and denominator count. All but schools, which are public, have pupils behind them that the gate protects. */
const counted = ['pupils', 'schools', 'sessions', 'entries'] as const;

/**
 * How many a figure is about in a council of middling size, where publishers give no base: all of a year group or more;
 * many, five hundred or more of it; or few. Of a count, or a rate of so many in each hundred or more, those counted.
 */
const pupilsBehind = ['all', 'many', 'few'] as const;
export type PupilsBehind = (typeof pupilsBehind)[number];

/** `neutral` carries no judgement. */
export const polarities = ['high', 'low', 'neutral'] as const;
export type Polarity = (typeof polarities)[number];

/** What a figure says: how high something is, or how far apart two groups are. Of a gap it is asked to be no larger. */
const natures = ['level', 'gap'] as const;

const comparators = ['nation', 'region', 'neighbours', 'estimates', 'united-kingdom'] as const;
export type Comparator = (typeof comparators)[number];

/** Why figures on the two sides of a year may not be compared (R15). */
const breakKinds = ['definition', 'scale', 'threshold', 'coverage', 'method', 'collection'] as const;
export type BreakKind = (typeof breakKinds)[number];

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');
const other = naming('indicator', id.clone());

/** A break in an indicator: the first period on the new footing, what changed, and a note for readers. */
const breakSchema = z.strictObject({
  from: academicYear.describe('The first academic year on the new basis'),
  kind: z.enum(breakKinds),
  note: standing.describe('A full sentence for readers: what changed'),
});

/** Years in which the measure was not made, and what the last year before them is called in a sentence. */
const pauseSchema = z.strictObject({
  from: academicYear.describe('The first academic year without the measure'),
  to: academicYear.describe('The last academic year without it'),
  because: standing.describe('A full sentence for readers: why there are no figures'),
  before: z
    .string()
    .min(1)
    .describe('What the year before is called: "the last assessments before the pandemic"'),
});

/** Shared by many indicators: each lists one by its id, in whose place the entry stands once read. */
export const breaksFileSchema = z.strictObject({
  breaks: z.array(breakSchema.extend({ id })).default([]),
  pauses: z.array(pauseSchema.extend({ id })).default([]),
});

export type NamedBreaks = z.infer<typeof breaksFileSchema>;

/** The schemas of entries that may be written as the id of one in `breaks.yaml`. */
export const namedEntries: readonly unknown[] = [breakSchema, pauseSchema];

/** How near counts as near: the upper ends of "broadly in line", "slightly" and plain "above", in the unit (R06). */
const bandsSchema = z.strictObject({
  similar: z.number().nonnegative(),
  slight: z.number().nonnegative(),
  well: z.number().nonnegative(),
});

/** One entry of the catalogue. */
export const indicatorSchema = z.strictObject({
  id,
  label: standing.describe('Full name, a noun phrase: the heading of its section'),
  short: standing.max(48).describe('Short name for tiles, contents lists and charts'),
  definition: standing.describe('Plain English: who is counted and what they did'),
  statement: note
    .includes('{value}')
    .refine(text => text.split('{value}').length === 2, 'holds {value} more than once: keep one')
    .describe('Completes "In 2013/14, …": "{value} of pupils reached level 4 or above in reading"'),
  'statement-of-one': z
    .string()
    .includes('{value}')
    .optional()
    .describe('The same of one, where the statement counts: "{value} school was in deficit"'),
  subject: standing.describe(
    'Completes "rose by 3 percentage points": "the share of pupils reaching level 4 or above in reading"',
  ),
  measure: z.enum(measures),
  unit: z.enum(units),
  members: z
    .string()
    .min(1)
    .optional()
    .describe('Who or what the denominator counts, in a sentence, where not "pupils": "children"'),
  counted: z
    .enum(counted)
    .default('pupils')
    .describe(
      'What numerator and denominator count; of schools nothing is protected. Staff are protected as pupils are: leave this out, and name them in "members"',
    ),
  pupils: z
    .enum(pupilsBehind)
    .default('all')
    .describe(
      'How many it is about, where publishers give no base: all of a year group or more, many (five hundred or more in most councils), or few',
    ),
  cohort: id
    .optional()
    .describe(
      'A name that measures of the same pupils share, or that says of a measure that no other is of its pupils; without it, those of one chapter with as many pupils are taken for the same',
    ),
  within: z
    .array(other)
    .default([])
    .describe(
      'Measures that each pupil counted here is counted in too, as the expected standard of the higher',
    ),
  'all-of': z
    .array(other)
    .default([])
    .describe('Measures of which it counts those who are in all, as reading, writing and maths together'),
  'sum-of': z
    .array(other)
    .default([])
    .describe(
      'Measures of which each that is counted here is counted in one, as authorised and other absence',
    ),
  numerator: other
    .optional()
    .describe(
      'The measure whose numerator it is, or shares: a number of pupils, and the share that they are',
    ),
  'share-of': other.optional().describe('The measure that counts those it is a share of'),
  weighted: z
    .enum(weightings)
    .optional()
    .describe('What counts once in it, where others count the same by something else: schools or pupils'),
  grades: z
    .strictObject({
      profile: naming('profile').describe('The profile whose counts it is made of'),
      parts: z.array(z.string()).min(1).describe('The grades that it counts together'),
    })
    .optional()
    .describe('Where it counts grades of a profile: held against the counts, and against what it is called'),
  decimals: z.int().min(0).max(4),
  polarity: z.enum(polarities),
  nature: z
    .enum(natures)
    .default('level')
    .describe('A level, or a gap between two groups: targets then ask for one "no larger than" another'),
  comparators: z.array(z.enum(comparators)),
  breakdowns: z.array(naming('topic')).default([]).describe('Topics, as in breakdowns.yaml'),
  topic: naming('topic')
    .optional()
    .describe(
      'The topic whose pupils it is about: it stands with them in the chapter that gathers the topic',
    ),
  source: naming('source').describe("The publisher's series: an id in sources.yaml"),
  release: z
    .string()
    .optional()
    .describe('The releases that it comes out with, as in the release calendar: ks2'),
  covers: z
    .enum(coverages)
    .optional()
    .describe(
      'Which schools or entries its figures cover: a row from a source that covers others is an issue',
    ),
  method: standing.describe('How the figure is worked out, and by whom'),
  start: academicYear.describe('First academic year the measure exists'),
  end: academicYear.optional().describe('Last academic year the measure exists'),
  breaks: z
    .array(breakSchema)
    .default([])
    .describe(
      'Years from which figures cannot be compared with those before; each in full or as its id in breaks.yaml',
    ),
  pauses: z
    .array(pauseSchema)
    .default([])
    .describe('Years in which the measure was not made, each in full or as its id in breaks.yaml'),
  recast: z
    .boolean()
    .default(false)
    .describe('Whether its publisher works earlier years out again for the authorities that there are now'),
  time: timeSchema
    .default({ kind: 'academic-year' })
    .describe('What time a figure is for, where not a school year: a day, a calendar or a financial year'),
  reach: z
    .int()
    .min(1)
    .default(3)
    .describe('The most years back that a change is given for; beyond them only the level is said'),
  ranked: z.boolean().default(false).describe('Whether authorities are ranked, where enough have a figure'),
  banded: z.boolean().default(true).describe('Whether a rank comes with a quartile band from A to D'),
  successor: z
    .strictObject({
      indicator: other.describe('The measure that took its place'),
      note: standing.describe('A full sentence for readers: how the two are related'),
    })
    .optional(),
  bands: bandsSchema
    .optional()
    .describe(
      'How near is near, in the unit, where the spread of authorities is not to say: up to "similar" is broadly in line, up to "slight" slightly, above "well" well above or below',
    ),
  caveats: z
    .array(
      z.union([note, z.strictObject({ note, from: academicYear.describe('The first edition to say so') })]),
    )
    .default([])
    .describe('Full sentences for readers; one that holds from some edition on says from which'),
});

export type Indicator = z.infer<typeof indicatorSchema> & { readonly theme: string };

/** True of a measure that is a share of its pupils, whether we work it out or its publisher does. */
export function isShare({ measure, unit }: Pick<Indicator, 'measure' | 'unit'>): boolean {
  return measure === 'percentage' || (measure === 'given' && unit === 'percent');
}

/** True of a measure in a school year: it had begun, had not ended and was not paused. */
export function isMadeIn(
  { start, end, pauses }: Pick<Indicator, 'start' | 'end' | 'pauses'>,
  period: Period,
): boolean {
  const isPaused = pauses.some(({ from, to }) => from <= period && period <= to);
  return start <= period && (end === undefined || period <= end) && !isPaused;
}

export type Pause = z.infer<typeof pauseSchema>;

export type Break = z.infer<typeof breakSchema>;
