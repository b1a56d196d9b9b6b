import { z } from 'zod';
import { askOfKeys, naming, standing } from '../plans/kit/fields.ts';
import { academicYear, isoDate, periodLabel } from './time.ts';

const pendingSchema = z.strictObject({
  indicator: naming('indicator').optional().describe('The indicator whose figure is to come'),
  theme: naming('theme').optional().describe('Instead of an indicator: every figure of a chapter is to come'),
  area: z.string().optional().describe("Whose figure, as the nation's code, if not the council's own"),
  what: standing.describe('What is to come, as "provisional results"'),
  due: isoDate.describe('The day the publisher has promised it'),
});
askOfKeys(pendingSchema, { oneOf: ['indicator', 'theme'] });

/** `editions/<period>.yaml`: one year's published report. */
export const editionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .describe('The address of the edition: 2013-14'),
  period: academicYear,
  title: standing,
  status: z.enum(['draft', 'published']),
  'cut-off': isoDate.describe('Rows released after this day are not known to the edition'),
  neighbours: naming('neighbours')
    .optional()
    .describe('The list of statistical neighbours, as in areas.yaml'),
  'neighbours-before': naming('neighbours')
    .optional()
    .describe('In the year the list changes, the list before it: both are shown'),
  pending: z
    .array(pendingSchema)
    .default([])
    .describe('Figures not yet published at the cut-off, with the day each is promised'),
  'pre-election': z
    .strictObject({ from: isoDate, to: isoDate })
    .optional()
    .describe('The period before an election: forewords and quotations are held back while this is here'),
  'news-claims': z
    .boolean()
    .default(false)
    .describe(
      'True to print what the news claimed, each claim held against the figures; else it is left out',
    ),
  themes: z.array(naming('theme')).min(1).describe('In the order of the report'),
  'leaves-out': z
    .array(naming('indicator'))
    .default([])
    .describe('Measures of its chapters that the edition does not report'),
  headlines: z.array(naming('indicator')).min(1).describe('Indicators on the home page, in order'),
});

export type Edition = z.infer<typeof editionSchema>;

/** A figure, or a chapter of them, that was promised for a day after the cut-off. */
export type Promised = Edition['pending'][number];

/** The edition before one: that of the latest earlier period, whether or not it has plans. */
export function editionBefore(
  editions: readonly Edition[],
  { period }: Pick<Edition, 'period'>,
): Edition | undefined {
  return editions
    .filter(each => each.period < period)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .at(-1);
}

/** What an edition was promised of an indicator, by itself or with its whole chapter. */
export function promisesOf(
  { pending }: Pick<Edition, 'pending'>,
  { id, theme }: { readonly id: string; readonly theme: string },
): readonly Promised[] {
  return pending.filter(each => each.indicator === id || each.theme === theme);
}

/** True of a measure that stands in a chapter of an edition and is not left out. */
export function isReported(
  { themes, 'leaves-out': without }: Pick<Edition, 'themes' | 'leaves-out'>,
  { id, theme }: { readonly id: string; readonly theme: string },
): boolean {
  return themes.includes(theme) && !without.includes(id);
}

/** An edition's title for readers: its year as they write it, "2013/14", where the title has the id that stands in addresses. */
export function editionTitle({ title, id, period }: Pick<Edition, 'title' | 'id' | 'period'>): string {
  return title.replaceAll(id, periodLabel(period));
}
