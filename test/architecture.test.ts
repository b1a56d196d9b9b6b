import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));

/** The layers, lowest first: a room imports from its own layer and those below. */
const layers: readonly (readonly string[])[] = [
  ['model', 'rules', 'issues', 'arithmetic', 'paths'],
  ['measures'],
  ['sources'],
  ['gate', 'importers'],
  ['audit'],
  ['series'],
  ['judgements'],
  ['narrative', 'charts'],
  ['pages'],
  ['report', 'site'],
  ['cli'],
];

/** Rooms that share a layer and may not import from each other. */
const apart = [
  ['gate', 'importers'],
  ['narrative', 'charts'],
  ['report', 'site'],
];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map(name => ({ name, text: readFileSync(join(src, name), 'utf8') }));

const importsOf = (text: string) =>
  [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|import\('([^']+)'\)/gms)].map(
    match => match[1] ?? match[2] ?? '',
  );

const roomOf = (name: string) => name.split('/')[0]?.replace(/\.ts$/, '') ?? '';

const edges = files.flatMap(({ name, text }) =>
  importsOf(text)
    .filter(path => path.startsWith('.'))
    .map(path => ({ from: name, to: relative(src, resolve(src, dirname(name), path)) })),
);

const layerOf = (room: string) => layers.findIndex(layer => layer.includes(room));

/** Rooms in which what belongs together stands together, whatever its layer; a file has the layer of the work it does. */
const slices = ['plans', 'profiles', 'targets'];
const worksAs: Readonly<Record<string, string>> = {
  schema: 'model',
  fields: 'model',
  form: 'model',
  checks: 'sources',
  inspections: 'sources',
  labels: 'sources',
  findings: 'judgements',
  measure: 'judgements',
  numbers: 'judgements',
  programme: 'judgements',
  progress: 'judgements',
  reading: 'judgements',
  snapshot: 'judgements',
  words: 'narrative',
};

/** The room whose work a file does: its own, or in a slice the one that the last word of its name tells. */
const workOf = (name: string) => {
  const room = roomOf(name);
  if (!slices.includes(room)) return room;
  const last = /(\w+)\.ts$/.exec(name)?.[1] ?? '';
  return worksAs[last] ?? 'pages';
};

describe('the layers', () => {
  it('every room has its layer', () => {
    expect([...new Set(files.map(({ name }) => workOf(name)))].filter(room => layerOf(room) === -1)).toEqual(
      [],
    );
  });

  it('imports point downwards only', () => {
    const upward = edges.filter(({ from, to }) => layerOf(workOf(to)) > layerOf(workOf(from)));
    expect(upward).toEqual([]);
  });

  it('rooms of one layer that do different things do not lean on each other', () => {
    const leaning = edges.filter(({ from, to }) =>
      apart.some(
        rooms => rooms.includes(workOf(from)) && rooms.includes(workOf(to)) && workOf(from) !== workOf(to),
      ),
    );
    expect(leaning).toEqual([]);
  });

  it('no import goes round in a circle', () => {
    const seen = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const walk = (name: string, path: readonly string[]) => {
      if (seen.get(name) === 'done') return;
      if (seen.get(name) === 'open') return void circles.push([...path, name].join(' → '));
      seen.set(name, 'open');
      for (const { to } of edges.filter(({ from }) => from === name)) walk(to, [...path, name]);
      seen.set(name, 'done');
    };
    for (const { name } of files) walk(name, []);
    expect(circles).toEqual([]);
  });
});

describe('the walls', () => {
  const users = (what: RegExp) =>
    files.filter(({ text }) => importsOf(text).some(path => what.test(path))).map(({ name }) => name);

  it('only sources, importers, the site and the command line touch files', () => {
    const rooms = new Set(users(/^node:fs/).map(roomOf));
    expect([...rooms].sort()).toEqual(['cli', 'importers', 'site', 'sources']);
  });

  it('only charts/render touches Vega, and charts/kit knows the type of a specification', () => {
    expect(users(/^vega/)).toEqual(['charts/kit.ts', 'charts/render.ts']);
  });

  it('only the site touches Eleventy', () => {
    expect(new Set(users(/^@11ty\/eleventy$/).map(roomOf))).toEqual(new Set(['site']));
  });

  it('only one file of the site touches Nunjucks', () => {
    expect(users(/^nunjucks$/)).toEqual(['site/templates.ts']);
  });

  it('only the gate makes a published figure and a public folder', () => {
    const makers = files.filter(({ text }) => /\bas (?:Published|PublicFolder)\b/.test(text));
    expect(makers.map(({ name }) => name)).toEqual(['gate/primary.ts', 'gate/public-folder.ts']);
  });

  it('below the gate nothing leans on the room where rows are read', () => {
    // Who is who in England holds no row, and `init` asks it whose folder is wanted.
    // A kind of plan has its checks in its own file: they are made before the gate, and `planKind` gives rows to them alone.
    const leaning = edges.filter(
      ({ from, to }) => roomOf(from) !== 'plans' && roomOf(to) === 'sources' && to !== 'sources/england.ts',
    );
    const rooms = new Set(leaning.map(({ from }) => workOf(from)));
    expect([...rooms].sort()).toEqual(['audit', 'gate', 'importers', 'report', 'sources']);
  });

  it('a kind of plan is given rows for its checks, and reads none: of the room where they are read it takes the names', () => {
    const taken = (what: RegExp) =>
      files
        .filter(({ name }) => roomOf(name) === 'plans')
        .flatMap(({ text }) => [...text.matchAll(what)].map(([, path = '']) => path.replace(/^[./]+/, '')));
    const values = taken(/^import (?!type )[^;]*? from '([^']*\/sources\/[^']+)'/gms);
    expect([...new Set(values)]).toEqual(['sources/names.ts']);
    const types = taken(/^import type [^;]*? from '([^']*\/sources\/[^']+)'/gms);
    expect([...new Set(types)].sort()).toEqual(['sources/council-folder.ts', 'sources/names.ts']);
  });
});

/** Names that stand in several files today. Each goes as it is made one; none may be added. */
const clashingNames: readonly string[] = [];

/** Base names that several files have today, likewise. */
const clashingFiles: readonly string[] = [];

/** What each slice has: there its folder tells one from another. */
const partsOfSlices =
  /^(?:plans|targets|profiles)\/(?:.*\/)?(?:index|kind|schema|checks|findings|words|chart|tables|page)\.ts$/;

describe('the names of things', () => {
  /** The keys that stand in more than one file, in order. */
  const repeated = (found: readonly (readonly [key: string, file: string])[]) =>
    [...Map.groupBy(found, ([key]) => key)]
      .filter(([, those]) => new Set(those.map(([, file]) => file)).size > 1)
      .map(([key]) => key)
      .sort();

  it('an exported name is exported once in the whole code', () => {
    const exported = files.flatMap(({ name, text }) =>
      [...text.matchAll(/^export (?:async )?(?:function|const|type) (\w+)/gm)].map(
        ([, key = '']) => [key, name] as const,
      ),
    );
    expect(repeated(exported).filter(name => !clashingNames.includes(name))).toEqual([]);
  });

  it('no file is called as another is', () => {
    const called = files
      .filter(({ name }) => !partsOfSlices.test(name))
      .map(({ name }) => [name.replace(/^.*\//, '').replace(/\.ts$/, ''), name] as const);
    expect(repeated(called).filter(name => !clashingFiles.includes(name))).toEqual([]);
  });
});

describe('what is exported', () => {
  it('each function and constant that is exported is read by another file', () => {
    const repository = join(src, '..');
    const filesIn = (folder: string, end: string) =>
      readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith(end))
        .map(name => join(folder, name));
    const others = [
      ...['test', 'bench', 'scripts'].flatMap(folder => filesIn(folder, '.ts')),
      // What threads begin with.
      ...filesIn('src', '.js'),
    ];
    const wordsOf = (text: string) => new Set(text.match(/\w+/g));
    const reading = [
      ...files.map(({ name, text }) => ({ name, words: wordsOf(text) })),
      ...[...others, '.eleventy.js'].map(name => ({
        name: `../${name}`,
        words: wordsOf(readFileSync(join(repository, name), 'utf8')),
      })),
    ];
    const unread = files.flatMap(({ name, text }) =>
      [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)]
        .map(([, what = '']) => what)
        .filter(what => !reading.some(each => each.name !== name && each.words.has(what)))
        .map(what => `${name}: ${what}`),
    );
    expect(unread).toEqual([]);
  });

  it('nothing is exported by default', () => {
    expect(files.filter(({ text }) => /^export default/m.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
