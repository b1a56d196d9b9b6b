// Writes the JSON Schemas of the YAML files and the editor settings that use them: `npm run schemas`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { planKinds } from '../src/plans/index.ts';
import { schemaFiles } from '../src/sources/schemas.ts';

const root = join(import.meta.dirname, '..');
for (const [path, text] of Object.entries(schemaFiles(planKinds.map(({ form }) => form)))) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
