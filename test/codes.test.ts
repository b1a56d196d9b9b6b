// Every code of a rule that is cited ("R05", "X24") is explained in docs/rules.md, and every code there is cited.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const repository = fileURLToPath(new URL('..', import.meta.url));
const text = (name: string) => readFileSync(join(repository, name), 'utf8');
const filesUnder = (folder: string) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => join(folder, name));
const rowsOf = (name: string) =>
  [...text(name).matchAll(/^\| ([RPGXF]\d\d) \|.*$/gm)].map(([row, code = '']) => ({ code, row }));

const rules = rowsOf('docs/rules.md');
const features = new Set(rowsOf('docs/features.md').map(({ code }) => code));
const citing = [
  ...['src', 'test', 'scripts'].flatMap(filesUnder),
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'],
].map(name => ({
  name,
  // "G01 to G05" cites those between as well. The codes of areas in tests (R01, R09) are those of rules by chance.
  codes: new Set(
    [...text(name).matchAll(/\b([RPGXF])(\d\d)(?: to \1(\d\d))?\b/g)].flatMap(
      ([, kind, first, last = first]) =>
        Array.from(
          { length: Number(last) - Number(first) + 1 },
          (_, at) => `${kind}${String(Number(first) + at).padStart(2, '0')}`,
        ),
    ),
  ),
}));

it('every code that is cited is explained', () => {
  const known = new Set(rules.map(({ code }) => code));
  const unknown = citing.flatMap(({ name, codes }) =>
    [...codes].filter(code => !known.has(code) && !features.has(code)).map(code => `${name}: ${code}`),
  );
  expect(unknown).toEqual([]);
});

it('every code that is explained is cited, and once in the key', () => {
  const cited = new Set(citing.flatMap(({ codes }) => [...codes]));
  expect(rules.filter(({ code }) => !cited.has(code))).toEqual([]);
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
});

it.each(rules)('$code: the tests that are said to hold it name it', ({ code, row }) => {
  for (const [, name = ''] of row.matchAll(/`(test\/[^`]+)`/g))
    expect(citing.find(each => each.name === name)?.codes, name).toContain(code);
});
