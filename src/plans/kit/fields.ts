import { z } from 'zod';
import { type Path, valueAt } from '../../model/place.ts';

/** What a field of a plan may refer to: things of the data, and entries of the plans of the same edition. */
export const referred = {
  indicator: 'indicator',
  measure: 'indicator or profile',
  source: 'source',
  area: 'area',
  theme: 'theme',
  target: 'target',
  action: 'action',
  'action-plan': 'action plan',
  assessment: 'area of the self-assessment',
  group: 'board or group',
  recommendation: 'recommendation',
  reference: 'reference',
  'case-study': 'case study',
  news: 'entry of the news',
  'news-claim': 'claim',
  priority: 'priority',
  impact: 'row of the impact analysis',
} as const;
/** What a field of a plan may refer to. */
export type Referred = keyof typeof referred;

/** What the text of a field is, beyond being text: the reader of plans checks each kind wherever a schema has it. */
export type Field =
  | { readonly kind: 'words' }
  | { readonly kind: 'plain' }
  | { readonly kind: 'role' }
  | { readonly kind: 'fact' }
  | { readonly kind: 'ref'; readonly to: Referred }
  | { readonly kind: 'id'; readonly of: Referred };

const fields = z.registry<Field>();

/** What a schema says of its text, or null where it is any text. */
export function fieldOf(schema: z.core.$ZodType): Field | null {
  return fields.get(schema) ?? null;
}

/** A text of a document, what its schema says of it, and the steps to it. */
export type FieldAt = { readonly field: Field; readonly text: string; readonly path: Path };

/** The texts of a document whose schema says what they are, faulty document or not, in the order of the schema. */
export function fieldsIn(schema: z.core.$ZodType, data: unknown, path: Path = []): readonly FieldAt[] {
  const field = fieldOf(schema);
  if (field !== null) return typeof data === 'string' && data !== '' ? [{ field, text: data, path }] : [];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return fieldsIn(schema.unwrap(), data, path);
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Readonly<Record<string, z.core.$ZodType>>).flatMap(([key, inner]) =>
      fieldsIn(inner, valueAt(data, [key]), [...path, key]),
    );
  }
  if (schema instanceof z.ZodArray && Array.isArray(data))
    return data.flatMap((item: unknown, at) => fieldsIn(schema.element, item, [...path, at]));
  return [];
}

const text = () => z.string().trim().min(1);

/** Officers’ words, in which figures are named in braces and none is typed as a percentage. */
export function words(about: string) {
  return text().describe(about).register(fields, { kind: 'words' });
}

/** Words without figures: a name, a label, a note. */
export function plain(about: string) {
  return text().describe(about).register(fields, { kind: 'plain' });
}

/** A role of `data/plans/roles.yaml`: who answers for something, never by name. */
export function role(about = 'Who answers for it: a role of data/plans/roles.yaml') {
  return text().describe(about).register(fields, { kind: 'role' });
}

/** A fact that the words beside it rest on: checked against the figures, as those of commentary are. */
export function fact(about: string) {
  return text().describe(about).register(fields, { kind: 'fact' });
}

/** The id of something that is there already. */
export function ref(to: Referred, about = `An ${referred[to]} by its id`) {
  return text().describe(about).register(fields, { kind: 'ref', to });
}

/** The id of an entry, once in the plans of an edition, by which it is known from year to year. */
export function entryId(of: Referred, about = 'Its id, kept from year to year') {
  return z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens')
    .describe(about)
    .register(fields, { kind: 'id', of });
}

/** A day, as 2014-07-31. */
export function day(about: string) {
  return z.iso.date().describe(about);
}

/** The address of a page or a file. */
export function address(about: string) {
  return z.url({ protocol: /^https?$/ }).describe(about);
}
