import { z } from 'zod';
import { type Field, fieldOf } from '../model/plan-fields.ts';
import { valueAt } from './validate.ts';
import type { Path } from './yaml.ts';

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
