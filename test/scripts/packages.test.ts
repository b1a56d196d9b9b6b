// The lists of packages are those of package-lock.json, and each is under a licence that lets councils use and pass it on.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

type Locked = {
  readonly version: string;
  readonly license?: string;
  readonly dev?: true;
  readonly optional?: true;
  readonly name?: string;
};
const locked = Object.entries<Locked>(JSON.parse(read('package-lock.json')).packages).flatMap(
  ([path, each]) =>
    path === '' || each.dev
      ? []
      : [
          {
            ...each,
            called: each.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
          },
        ],
);
const whatToDo = 'package-lock.json has changed: run npm run packages';

it('the list of licences has every package that is installed with the tool', () => {
  const listed = [...read('docs/packages.md').matchAll(/^- \**(\S+?)\** (\S+)$/gm)].map(
    ([, name, version]) => `${name} ${version}`,
  );
  const wanted = new Set(locked.map(({ called, version }) => `${called} ${version}`));
  expect(listed.toSorted(), whatToDo).toEqual([...wanted].toSorted());
});

it('the bill of materials has every one that any machine needs, and names no host', () => {
  const bill = read('docs/packages.cdx.json');
  const { components }: { components: { name: string; version: string; purl: string }[] } = JSON.parse(bill);
  const held = new Set(components.flatMap(({ name, version, purl }) => [`${name} ${version}`, nameIn(purl)]));
  const wanted = locked
    .filter(({ optional }) => !optional)
    .map(({ called, version }) => `${called} ${version}`);
  expect(
    wanted.filter(each => !held.has(each)),
    whatToDo,
  ).toEqual([]);
  expect(bill).not.toMatch(/https?:\/\/(?!cyclonedx\.org)[^"]*\.tgz/);
});

/** "@11ty/nunjucks 3.3.0" of "pkg:npm/%4011ty/nunjucks@3.3.0", as is another's name for the same package. */
const nameIn = (purl: string) =>
  decodeURIComponent(purl.replace(/^pkg:npm\/|\?.*/g, '')).replace(/@(?=[^@/]+$)/, ' ');

it('each is under a licence that asks for no more than to be named', () => {
  const free = [
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'ISC',
    'MIT',
  ];
  const others = ['OFL-1.1', 'PSF-2.0', 'Python-2.0', 'Unlicense'];
  const unknown = locked.filter(({ license = 'none' }) => ![...free, ...others].includes(license));
  expect(unknown.map(({ called, license }) => `${called}: ${license}`)).toEqual([]);
});
