// How the house is cut: each room with its files and lines, the files that have grown long, and those so small that a
// stranger would look for them in their only importer. A report to read, not a rule: `npm run rooms`.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .sort()
  .map(name => ({ name, text: readFileSync(join(src, name), 'utf8') }))
  .map(({ name, text }) => ({ name, text, lines: text.trimEnd().split('\n').length }));

const importers = new Map<string, string[]>();
for (const { name, text } of files) {
  for (const [, path = ''] of text.matchAll(/(?:from |import\()'(\.[^']+)'/g)) {
    const to = relative(src, resolve(src, dirname(name), path));
    importers.set(to, [...(importers.get(to) ?? []), name]);
  }
}

const row = (count: number, what: string) => console.log(`${String(count).padStart(6)}  ${what}`);
const heading = (words: string) => console.log(`\n${words}`);

const rooms = Map.groupBy(files, ({ name }) => name.split('/')[0] ?? '');
heading('Lines by room');
for (const [room, those] of [...rooms].sort())
  row(
    those.reduce((sum, { lines }) => sum + lines, 0),
    `${room}${those.length > 1 ? `, ${those.length} files` : ''}`,
  );
row(
  files.reduce((sum, { lines }) => sum + lines, 0),
  `in all, ${files.length} files`,
);

heading('Files over 400 lines');
for (const { name, lines } of files.filter(each => each.lines > 400)) row(lines, name);

heading('Files under 40 lines with a single importer');
for (const { name, lines } of files.filter(each => each.lines < 40)) {
  const from = new Set(importers.get(name));
  if (from.size === 1) row(lines, `${name}  ←  ${[...from][0]}`);
}
