import { z } from 'zod';
import { type Path, valueAt } from '../../model/place.ts';

/** What the data holds that a field may name, in words. */
export const inData = {
  indicator: 'indicator',
  measure: 'indicator or profile',
  source: 'source',
  area: 'area',
  theme: 'theme',
  topic: 'topic',
  profile: 'profile',
  edition: 'edition',
  neighbours: 'list of neighbours',
  target: 'target',
} as const;
export type InData = keyof typeof inData;

/** What the text of a field is, beyond being text: each kind is checked wherever a schema has it. */
type Field =
  | { readonly kind: 'words' }
  | { readonly kind: 'plain' }
  | { readonly kind: 'role' }
  | { readonly kind: 'fact' }
  | { readonly kind: 'data'; readonly to: InData }
  /** The id of an entry of a plan, or the name of one that is given elsewhere; what it is, in words: "action plan". */
  | { readonly kind: 'id'; readonly of: string }
  | { readonly kind: 'entry'; readonly of: string }
  | { readonly kind: 'picture' };

const fields = z.registry<Field>();

/** What a schema says of its text, or null where it is any text. */
export function fieldOf(schema: z.core.$ZodType): Field | null {
  return fields.get(schema) ?? null;
}

/**
 * What the keys of an entry ask of one another, besides what its schema asks of each. A key within a key is written with a dot:
 * "without.next".
 */
export type KeyRule<Key extends string = string> = {
  /** Asked only where this key is given or, with values after it, where it has one of them. */
  readonly where?: readonly [key: Key, ...values: string[]];
  readonly needs?: readonly Key[];
  /** One of these and no more. */
  readonly oneOf?: readonly Key[];
  /** One of these or more. */
  readonly anyOf?: readonly Key[];
  /** What does not go with `where`. */
  readonly excludes?: readonly Key[];
};

// In an object, for zod spreads what is said of a schema that another was made from, as by `describe`.
const keyRules = z.registry<{ readonly rules: readonly KeyRule[] }>();

type KeyOf<Entry extends z.ZodObject> = keyof Entry['shape'] & string;

/** Has the keys of an entry ask something of one another: checked wherever a schema has the entry. */
export function askOfKeys<Entry extends z.ZodObject>(
  entry: Entry,
  ...rules: readonly KeyRule<KeyOf<Entry> | `${KeyOf<Entry>}.${string}`>[]
): void {
  keyRules.add(entry, { rules });
}

export function keyRulesOf(schema: z.core.$ZodType): readonly KeyRule[] {
  return keyRules.get(schema)?.rules ?? [];
}

type Part = { readonly schema: z.core.$ZodType; readonly data: unknown; readonly path: Path };

/** What is asked of a value where one is given. */
export function bareSchema(schema: z.core.$ZodType): z.core.$ZodType {
  const wrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable;
  return wrapped ? bareSchema(schema.unwrap()) : schema;
}

/** The parts of a document that its schema knows, faulty document or not, in the order of the schema. */
export function partsIn(optional: z.core.$ZodType, data: unknown, path: Path = []): readonly Part[] {
  const schema = bareSchema(optional);
  const part = { schema, data, path };
  if (schema instanceof z.ZodObject) {
    const shape = Object.entries(schema.shape as Readonly<Record<string, z.core.$ZodType>>);
    return [part, ...shape.flatMap(([key, inner]) => partsIn(inner, valueAt(data, [key]), [...path, key]))];
  }
  if (schema instanceof z.ZodArray && Array.isArray(data))
    return data.flatMap((item: unknown, at) => partsIn(schema.element, item, [...path, at]));
  return [part];
}

export type FieldAt = { readonly field: Field; readonly text: string; readonly path: Path };

export function fieldsIn(schema: z.core.$ZodType, document: unknown): readonly FieldAt[] {
  return partsIn(schema, document).flatMap(({ schema, data, path }) => {
    const field = fieldOf(schema);
    return field !== null && typeof data === 'string' && data !== '' ? [{ field, text: data, path }] : [];
  });
}

const text = () => z.string().trim().min(1);

/** Officers’ words, in which figures are named in braces and none is typed as a percentage. */
export function words(about: string) {
  return text().describe(about).register(fields, { kind: 'words' });
}

/** Words without figures: a name, a label, a note; of `most` letters, where a page has room for no more. */
export function plain(about: string, most?: number) {
  const any = text();
  return (most === undefined ? any : any.max(most)).describe(about).register(fields, { kind: 'plain' });
}

/** A note of the catalogue, for readers, which may be empty. */
export const note = z.string().register(fields, { kind: 'plain' });

/** Words of the catalogue and of editions, for readers, beside which the figures stand. */
export const standing = note.min(1);

/** A text that names something the data holds, whatever else its schema asks of it. */
export function naming(to: InData, schema: z.ZodString = z.string()) {
  return schema.register(fields, { kind: 'data', to });
}

/** A role of `data/plans/roles.yaml`: who answers for something, never by name. */
export function role(about = 'Who answers for it: a role of data/plans/roles.yaml') {
  return text().describe(about).register(fields, { kind: 'role' });
}

/** A fact that the words beside it rest on: checked against the figures, as those of commentary are. */
export function fact(about: string) {
  return text().describe(about).register(fields, { kind: 'fact' });
}

export function ref(to: InData, about = `An ${inData[to]} by its id`) {
  return text().describe(about).register(fields, { kind: 'data', to });
}

/** The id of an entry that a plan of the same edition gives, of this kind or another; what it is, in words. */
export function entryRef(of: string, about = `An ${of} by its id`) {
  return text().describe(about).register(fields, { kind: 'entry', of });
}

/** A picture beside words: the file, by its name in `content/pictures`, and what stands for it where it is not seen. */
export const pictureSchema = z.strictObject({
  file: text().describe('Its file in content/pictures').register(fields, { kind: 'picture' }),
  // Longer, it is a text of its own (item 51).
  alternative: plain('What it shows, in a few words, for those who do not see it', 120),
});

/** A key within a file: lower case words joined by hyphens. */
export function key(about: string) {
  return z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens')
    .describe(about);
}

/** The id of an entry, once in the plans of an edition, by which it is known from year to year; what it is, in words. */
export function entryId(of: string, about = 'Its id, kept from year to year') {
  return key(about).register(fields, { kind: 'id', of });
}

/** A day, as 2014-07-31. */
export function day(about: string) {
  return z.iso.date().describe(about);
}

export function address(about: string) {
  return z.url({ protocol: /^https?$/ }).describe(about);
}

/** The document that a plan’s file was written from: which, in which version, which part of it, as at which day. */
export const documentSchema = z.strictObject({
  source: ref('source', 'The publication: an id in sources.yaml'),
  version: plain('Its version, as "First-year results, September 2014"'),
  part: plain('The part of it that this is from').optional(),
  'as-at': day('The day up to which it tells of things, where it says so').optional(),
});

export type PlanDocument = z.output<typeof documentSchema>;
