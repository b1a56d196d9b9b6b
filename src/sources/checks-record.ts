import { existsSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { checksRecordSchema, exceptionsSchema, peopleSchema, type Testing } from '../model/testing.ts';

const docs = new URL('../../docs/', import.meta.url);
const text = (name: string) => readFileSync(new URL(name, docs), 'utf8');

/**
 * Reads what the software's own checks last found, from `docs/`: the same for every council, whose pages are made from
 * the same templates. These files are the software's: one that is not understood is a fault of ours, and throws.
 */
export function readTesting(): Testing {
  const record = new URL('accessibility-checks.json', docs);
  return {
    record: existsSync(record) ? checksRecordSchema.parse(JSON.parse(readFileSync(record, 'utf8'))) : null,
    exceptions: exceptionsSchema.parse(load(text('accessibility-exceptions.yaml'))).exceptions,
    people: peopleSchema.parse(load(text('accessibility-people.yaml'))).checks,
  };
}
