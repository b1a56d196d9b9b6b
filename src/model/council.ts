import { z } from 'zod';
import { isoDate } from './time.ts';

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #12436D');

/** The thresholds below which the gate closes (R13). */
const disclosureSchema = z.strictObject({
  'count-below': z
    .int()
    .min(1)
    .default(6)
    .describe('Counts of pupils from 1 to one less than this are suppressed'),
  'base-at-most': z
    .int()
    .min(0)
    .default(10)
    .describe('Percentages and rates on a base this small are suppressed'),
  'extremes-base-below': z
    .int()
    .min(0)
    .default(20)
    .describe('0% and 100% on a base smaller than this are suppressed'),
});

/** `council.yaml`: who publishes. */
export const councilSchema = z.strictObject({
  code: z.string().min(1),
  name: z.string().min(1),
  region: z.string().min(1).describe('Area code of the region'),
  nation: z.string().min(1).describe('Area code of the nation'),
  website: z.url({ protocol: /^https$/ }),
  address: z
    .url({ protocol: /^https$/ })
    .regex(/\/$/, 'must end with /')
    .optional()
    .describe('Where the report will be published: for canonical addresses, the feed and the site map'),
  demonstration: z
    .string()
    .optional()
    .describe('Said on every page when this is not a publication of the council'),
  colours: z.strictObject({ brand: colour, 'brand-text': colour }),
  'font-stack': z
    .string()
    .regex(/^[\w\s"',-]+$/, 'may hold only names of fonts and commas')
    .optional()
    .describe("The council's own typefaces, in order of choice; without it the report brings its own"),
  contact: z.strictObject({
    role: z.string().min(1).describe('A role, never a name'),
    department: z.string().min(1),
    url: z.url({ protocol: /^https$/ }).describe('The contact form'),
    reviewed: isoDate,
  }),
  accessibility: z
    .strictObject({
      prepared: isoDate.describe('When the accessibility statement was first written'),
      reviewed: isoDate.describe('When it was last reviewed; at most a year ago'),
    })
    .describe('The dates of the accessibility statement; when the pages were tested is known from the tests'),
  embedding: z
    .strictObject({
      'heading-level': z
        .int()
        .min(2)
        .max(5)
        .default(2)
        .describe('The level of the heading of a section that is embedded in another site, 2 to 5'),
    })
    .default({ 'heading-level': 2 })
    .describe('How sections are made ready to be pasted into other sites'),
  disclosure: disclosureSchema,
});

/** The council that publishes. */
export type Council = z.infer<typeof councilSchema>;
/** The thresholds of the disclosure gate. */
export type DisclosurePolicy = z.infer<typeof disclosureSchema>;
