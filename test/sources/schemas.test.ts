import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planKinds } from '../../src/plans/index.ts';
import { schemaFiles, yamlSchemas } from '../../src/sources/schemas.ts';

const root = join(import.meta.dirname, '../..');
const forms = planKinds.map(({ form }) => form);

test.each(Object.entries(schemaFiles(forms)))('%s is up to date (npm run schemas)', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

test('every YAML file of the data has a schema with descriptions for editors', () => {
  expect(yamlSchemas(forms).map(one => one.files)).toContain('data/catalogue/*.yaml');
  expect(schemaFiles(forms)['data/schemas/edition.schema.json']).toContain(
    'Rows released after this day are not known to the edition',
  );
});

test('an editor takes a period without quotes, as the reader does, and keys with defaults may be left out', () => {
  const edition = JSON.parse(schemaFiles(forms)['data/schemas/edition.schema.json'] ?? '');
  expect(edition.properties.period.type).toEqual(['string', 'number']);
  const catalogue = JSON.parse(schemaFiles(forms)['data/schemas/catalogue.schema.json'] ?? '');
  expect(catalogue.required).toEqual(['theme']);
});
