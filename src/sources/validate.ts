import { z } from 'zod';
import type { Report, Say } from '../issues.ts';
import { type Path, valueAt } from '../model/place.ts';
import { nearest } from '../model/spelling.ts';
import { periodMeant } from '../model/time.ts';
import { bareSchema, type KeyRule, keyRulesOf, partsIn } from '../plans/kit/fields.ts';
import type { Document } from './yaml.ts';

type Fault = z.core.$ZodIssue;

/** The value is null when faulty; the data are there, faulty or not. */
export type Validated<T> = { readonly value: T | null; readonly data: unknown };

/** A schema is asked once or a few times: it takes longer to compile than to walk. */
const reading = { error: formOf, jitless: true };

export function validate<T>(document: Document, schema: z.ZodType<T>, report: Report): Validated<T> {
  let data = document.data;
  let result = schema.safeParse(data, reading);
  const texts = result.error?.issues.filter(fault => isTextWithoutQuotes(document, fault)) ?? [];
  if (texts.length > 0) {
    data = withTexts(document, texts.map(stepsOf));
    result = schema.safeParse(data, reading);
  }
  for (const { schema: entry, data: written, path } of partsIn(schema, data)) {
    if (typeof written !== 'object' || written === null) continue;
    for (const rule of keyRulesOf(entry)) checkKeys({ document, schema, data, report }, path, rule);
  }
  if (result.success) return { value: result.data, data };
  const seen = new Set<string>();
  for (const fault of result.error.issues) {
    const where = fault.path.join('\u0000');
    if (!seen.has(where) || fault.code === 'unrecognized_keys') reportFault(document, schema, fault, report);
    seen.add(where);
  }
  return { value: null, data };
}

/** YAML reads `period: 201314` as a number; where text is wanted, it is the text that was written. */
function isTextWithoutQuotes(document: Document, fault: Fault): boolean {
  const steps = stepsOf(fault);
  const found = valueAt(document.data, steps);
  const plain = document.isPlain(steps) && (typeof found === 'number' || typeof found === 'boolean');
  return plain && fault.code === 'invalid_type' && fault.expected === 'string';
}

function withTexts(document: Document, paths: readonly Path[]): unknown {
  const copy: unknown = structuredClone(document.data);
  for (const path of paths) {
    const holder = valueAt(copy, path.slice(0, -1));
    const last = path.at(-1);
    if (typeof holder === 'object' && holder !== null && last !== undefined) {
      Object.defineProperty(holder, last, { value: document.written(path), enumerable: true });
    }
  }
  return copy;
}

function reportFault(document: Document, schema: z.ZodType, fault: Fault, report: Report): void {
  const steps = stepsOf(fault);
  const name = String(steps.at(-1) ?? document.file);
  const found = valueAt(document.data, steps);
  const say: Say = (rule, ...args) => report(document.place(steps), rule, ...args);
  const written = document.written(steps) ?? (found === undefined ? '' : `${name}`);
  if (fault.code === 'unrecognized_keys') {
    const given = keysOf(found);
    const free = Object.keys(shapeAt(schema, steps)).filter(key => !given.includes(key));
    for (const key of fault.keys)
      report(document.keyPlace(steps, key), 'unknown-key', key, nearest(key, free));
  } else if (found === undefined && steps.length > 0) reportMissing(document, schema, steps, report);
  else if (found === null) say('empty-value', name, 'write a value after it, or take the line out');
  else if (fault.code === 'invalid_type') {
    const wanted = typeNames[fault.expected] ?? fault.expected;
    say('wrong-type', written, `is not ${wanted}: ${typeAdvice(fault.expected)}`);
  } else if (fault.code === 'invalid_value') {
    const known = fault.values.map(String);
    say('wrong-value', written, `is not one of ${known.join(', ')}: choose one`, nearest(written, known));
  } else if (fault.code === 'too_small' && found === '')
    say('empty-value', name, 'write a value, or take the line out');
  else if (fault.code === 'too_small' && Array.isArray(found) && found.length === 0)
    say('empty-value', name, 'write at least one');
  else if (fault.code === 'invalid_format' && fault.format === 'date') say('bad-date', written);
  else if (fault.code === 'custom' && fault.params?.wants === 'period')
    say('bad-period', written, periodMeant(written));
  else say('wrong-value', written, adviceOf(fault));
}

function keysOf(data: unknown): readonly string[] {
  return typeof data === 'object' && data !== null ? Object.keys(data) : [];
}

/** A missing key is reported unless its misspelling, beside it, is reported as unknown. */
function reportMissing(
  document: Document,
  schema: z.ZodType,
  steps: Path,
  report: Report,
  beside = '',
): void {
  if (isMisspelled(document, schema, steps)) return;
  const name = String(steps.at(-1));
  report(document.place(steps.slice(0, -1)), 'missing-key', name, aboutAt(schema, steps), beside);
}

/** True of a key in whose place one is given that the schema does not know, and that is spelled much as it is. */
function isMisspelled(document: Document, schema: z.ZodType, steps: Path): boolean {
  const around = steps.slice(0, -1);
  const shape = shapeAt(schema, around);
  const given = keysOf(valueAt(document.data, around));
  const free = Object.keys(shape).filter(key => !given.includes(key));
  return given.some(key => !Object.hasOwn(shape, key) && nearest(key, free) === steps.at(-1));
}

/** What a schema says of a key in words, or of each in its list. */
function aboutAt(schema: z.ZodType, steps: Path): string | null {
  const key = shapeAt(schema, steps.slice(0, -1))[String(steps.at(-1))];
  const inner = key && bareSchema(key);
  const each = inner instanceof z.ZodArray ? inner.element : undefined;
  const said = [key, inner, each].map(one => one && z.globalRegistry.get(one)?.description);
  return said.find(one => one !== undefined) ?? null;
}

type Held = {
  readonly document: Document;
  readonly schema: z.ZodType;
  readonly data: unknown;
  readonly report: Report;
};

/** Holds an entry to what its keys ask of one another. */
function checkKeys({ document, schema, data, report }: Held, path: Path, rule: KeyRule): void {
  const { where, needs = [], oneOf = [], anyOf = oneOf, excludes = [] } = rule;
  const stepsTo = (key: string): Path => [...path, ...key.split('.')];
  const written = (key: string) => valueAt(data, stepsTo(key)) ?? defaultAt(schema, stepsTo(key));
  const isGiven = (key: string) => {
    const value = written(key);
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
  const isMeant = (key: string) => isGiven(key) || isMisspelled(document, schema, stepsTo(key));
  const sayAtOdds = (key: string, other: string) => {
    const steps = stepsTo(key);
    report(document.keyPlace(steps.slice(0, -1), String(steps.at(-1))), 'keys-at-odds', key, other);
  };
  const [key = '', ...values] = where ?? [];
  const value = String(written(key));
  if (where !== undefined && !(values.length === 0 ? isGiven(key) : values.includes(value))) return;
  const beside = values.length === 0 ? key : `${key}: ${value}`;
  for (const needed of needs)
    if (!isGiven(needed)) reportMissing(document, schema, stepsTo(needed), report, beside);
  if (anyOf.length > 0 && !anyOf.some(isMeant)) {
    const keys = anyOf.map(each => [each, aboutAt(schema, stepsTo(each))] as const);
    report(document.place(path), 'needs-one-of', keys, beside);
  }
  const [first = '', ...others] = oneOf.filter(isGiven);
  for (const other of others) sayAtOdds(other, first);
  for (const odd of excludes) if (isGiven(odd)) sayAtOdds(odd, beside);
}

/** What a key is taken for where it is left out, or undefined. */
function defaultAt(schema: z.ZodType, steps: Path): unknown {
  const key = shapeAt(schema, steps.slice(0, -1))[String(steps.at(-1))];
  return key instanceof z.ZodDefault ? key.def.defaultValue : undefined;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'a set of keys',
  boolean: 'true or false',
};

function typeAdvice(expected: string): string {
  switch (expected) {
    case 'array':
      return 'write each item on a line of its own after "- "';
    case 'object':
      return 'write "key: value" on each line, indented below';
    case 'string':
      return 'write words, in quotes if need be';
    default:
      return 'write digits without quotes, commas or signs such as %';
  }
}

/** What is said of a text that is not of a form for which its schema has no words. */
function formOf(fault: z.core.$ZodRawIssue): string | undefined {
  return fault.code === 'invalid_format' ? `is not of the form ${fault.pattern ?? fault.format}` : undefined;
}

function adviceOf(fault: Fault): string {
  if (fault.code === 'too_big') return `is too long or too large: the most is ${fault.maximum}`;
  if (fault.code === 'too_small') return `is too short or too small: the least is ${fault.minimum}`;
  if (fault.code === 'invalid_format' && fault.format === 'url')
    return 'is not an address: write it in full, from https://';
  if (fault.code === 'invalid_format' && fault.format === 'includes')
    return `must hold ${'includes' in fault ? fault.includes : ''}: put it where the figure goes`;
  return `${fault.message}: correct it`;
}

function stepsOf(fault: Fault): Path {
  return fault.path.map(step => (typeof step === 'number' ? step : String(step)));
}

function shapeAt(schema: z.core.$ZodType, path: Path): Readonly<Record<string, z.core.$ZodType>> {
  const inner = bareSchema(schema);
  const [step, ...rest] = path;
  if (inner instanceof z.ZodObject) {
    const next = step === undefined ? undefined : inner.shape[step];
    return step === undefined ? inner.shape : next === undefined ? {} : shapeAt(next, rest);
  }
  return inner instanceof z.ZodArray && step !== undefined ? shapeAt(inner.element, rest) : {};
}
