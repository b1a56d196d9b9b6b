import { z } from 'zod';
import { address, day, naming, note, plain } from '../plans/kit/fields.ts';
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
  code: naming('area', z.string().min(1)),
  name: z.string().min(1),
  region: naming('area', z.string().min(1)).describe('Area code of the region'),
  nation: naming('area', z.string().min(1)).describe('Area code of the nation'),
  website: z.url({ protocol: /^https$/ }),
  address: z
    .url({ protocol: /^https$/ })
    .regex(/\/$/, 'must end with /')
    .optional()
    .describe('Where the report will be published: for canonical addresses, the feed and the site map'),
  demonstration: note.optional().describe('Said on every page when this is not a publication of the council'),
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
    email: z
      .email()
      .optional()
      .describe('The mailbox of a team, never of a person: readers who find something wrong write to it'),
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

export type Council = z.infer<typeof councilSchema>;
export type DisclosurePolicy = z.infer<typeof disclosureSchema>;

/** Someone who answers for something: a role, never a person. */
export const roleSchema = z.strictObject({
  role: plain('The role, as every plan names it'),
  'answers-for': plain('What it answers for, in a few words'),
  department: plain('Where it is found in the council or outside it').optional(),
  url: address('Where to write to it').optional(),
  reviewed: day('The day this entry was last found to be right').optional(),
});

export const rolesFileSchema = z.strictObject({ roles: z.array(roleSchema).min(1) });

export type Role = z.output<typeof roleSchema>;

/** True for a colour such as #12436D. */
export function isColour(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}

/** The contrast of two colours by WCAG 2.2, from 1 (none) to 21. */
export function contrast(one: string, other: string): number {
  const [light = 1, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
