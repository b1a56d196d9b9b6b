// More than three hundred bad inputs, invented, and what is said of each: a table of rules and counts, none uncaught. What is
// accepted, in notes and words, is harmless on every page and in every file.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'parse5';
import { afterAll, expect, it } from 'vitest';
import type { Issue } from '../../src/issues.ts';
import { makeReport } from '../../src/report.ts';
import { elementsOf } from '../../src/site/documents/paper.ts';
import { publish } from '../../src/site.ts';
import {
  type Override,
  overrideOf,
  withCouncilFolder,
  writeCouncilFolder,
} from '../support/council-folder.ts';
import { imported } from '../support/importing.ts';
import { planWith, targets } from '../support/plans.ts';
import { caseStudies, news, newsOf, oneRole, studyOf } from '../support/stories.ts';

const scratch = mkdtempSync(join(tmpdir(), 'keystage-bad-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Words that are harmless where words are, and nothing else: markup, templates, formulas, paths, names that code has. */
const words = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '</td></table><h1>Other</h1>',
  '<!--printed x-->',
  '[a](javascript:alert(1))',
  '![a](https://a.example/a.png)',
  '{{ 7 * 7 }}',
  '{% include "x" %}',
  '{{ report.constructor.constructor("return 1")() }}',
  '=HYPERLINK("https://a.example","x")',
  '@SUM(A1)',
  '+1+1',
  '-2+3',
  '../../../etc/passwd',
  'C:\\Windows\\x',
  '__proto__',
  'constructor',
  "'; DROP TABLE pupils;--",
  '%s%n%x',
  '&lt;b&gt;',
];
/** Numbers that are none of ours. */
const numbers = [
  'NaN',
  'Infinity',
  '1e999',
  '0x54',
  '٨٤',
  '８４',
  '84,5',
  '84%%',
  '1/0',
  '--84',
  '84 85',
  'true',
];
const payloads = [...words, ...numbers];

const path = 'data/observations/ks2/201314.csv';
const head = 'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note';
const columns = head.split(',');
const sound = 'ks2-reading,W01,201314,Total,Total,84,,,final,2014-09-01,invented-results,'.split(',');
const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

const issuesOf = (files: Readonly<Record<string, Override>>, also: (folder: string) => void = () => {}) =>
  withCouncilFolder(files, folder => {
    also(folder);
    const made = makeReport(folder);
    return made.outcome === 'unknown' ? [] : made.issues;
  });

/** How often each rule caught a bad input, by what kind of input it was. */
const caught = new Map<string, number>();
const uncaught: string[] = [];
function count(kind: string, input: string, found: Issue | undefined): void {
  if (found === undefined) uncaught.push(`${kind}: ${input}`);
  const key = `${kind}  ${found?.rule ?? 'UNCAUGHT'}`;
  caught.set(key, (caught.get(key) ?? 0) + 1);
}

it('each bad cell of a row is an issue at that cell', () => {
  const cells = columns
    .filter(column => column !== 'note')
    .flatMap((column, at) => payloads.map(payload => ({ column, at, payload })));
  const lines = cells.map(({ at, payload }) => sound.with(at, quoted(payload)).join(','));
  const issues = issuesOf({ [path]: `${[head, ...lines].join('\n')}\n` });
  for (const [line, { column, at, payload }] of cells.entries()) {
    const place = sound.slice(0, at).join(',').length + (at === 0 ? 1 : 2);
    const found = issues.find(
      issue =>
        issue.file === path && issue.line === line + 2 && issue.column >= place && issue.column <= place + 1,
    );
    count(`cell of ${column}`, payload, found);
  }
  expect(cells.length).toBeGreaterThan(300);
  expect(uncaught).toEqual([]);
});

const text = (file: string) => (put: (was: string) => string | Uint8Array) => ({ [file]: put });
const council = text('data/council.yaml');
const rows = text(path);
const edition = text('data/editions/201314.yaml');
const catalogue = text('data/catalogue/ks2.yaml');
const home = 'content/commentary/2013-14/home.md';
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat([...'bcdefghi'].map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]}, `.repeat(9)}]`))
  .join('\n');
const many = `a: &a [${'x, '.repeat(900)}]\nb:\n${'  - *a\n'.repeat(200)}`;

/** Whole files that are bad, by kind. */
const files: Readonly<Record<string, readonly Readonly<Record<string, Override>>[]>> = {
  encoding: [
    rows(was => Buffer.from(`\ufeff${was}`, 'utf16le')),
    rows(was => Buffer.from(was.replace('checked', 'café'), 'latin1')),
    rows(was => `${was}\0`),
    rows(() => Buffer.from([0xff, 0xfe, 0xfd, 0x00, 0x80])),
    rows(() => Buffer.from('504b030414000000', 'hex')),
    council(was => Buffer.from(was, 'utf16le').swap16()),
  ],
  'invisible or turning characters': [
    '\u202e',
    '\u2066',
    '\u200b',
    '\u00ad',
    '\u000b',
    '\u2028',
    '\ue000',
    '\u3164',
    '\u{e0041}',
  ].flatMap(mark => [
    rows(was => was.replace('checked', `ch${mark}ecked`)),
    council(was => was.replace('Winterfold\n', `Winter${mark}fold\n`)),
  ]),
  'escaped in YAML': ['\\u0000', '\\v', '\\u202e', '\\ud800', '\\uFEFF'].map(mark =>
    council(was => was.replace('role: Head', `role: "H${mark}"\n  # Head`)),
  ),
  size: [
    rows(was => was.replace('checked', 'x'.repeat(100_000))),
    catalogue(was => was.replace('As published.', 'x'.repeat(100_000))),
    { [home]: 'Reading rose. '.repeat(200_000) },
    rows(was => was + 'x\n'.repeat(300_000)),
  ],
  'deep or doubling YAML': [
    council(was => `${was}x: ${'['.repeat(500)}${']'.repeat(500)}\n`),
    council(was => `${was}x: ${'{a: '.repeat(500)}1${'}'.repeat(500)}\n`),
    council(was => `${was}${bomb}\n`),
    council(was => `${was}${many}\n`),
    council(was => `${was}x: *nothing\n`),
    council(was => `${was}x: &x [*x]\n`),
    council(was => `${was}__proto__: { polluted: true }\n`),
    council(was => `${was}constructor: { prototype: 1 }\n`),
    council(was => `${was}<<: { code: W02 }\n`),
    council(was => `${was}x: !!js/function "1"\n`),
    council(was => `${was}---\ncode: W02\n`),
  ],
  'paths in ids': [
    ...['../../x', '/etc', 'a/b', '..', 'aux', 'con', 'CON.x', 'a b', '2013-14/', '%2e%2e', ''].map(id =>
      edition(was => was.replace('id: 2013-14', `id: ${JSON.stringify(id)}`)),
    ),
    ...['../ks2', 'aux', 'home', 'numbers', 'KS2', 'k s', '-', 'ks2/../..'].map(id =>
      catalogue(was => was.replace('id: ks2\n', `id: ${JSON.stringify(id)}\n`)),
    ),
    ...['../../x', 'a/b', 'aux', 'a.b', 'A', '"><b>', 'ks2 reading', '__proto__'].map(id =>
      catalogue(was => was.replace('id: ks2-progress', `id: ${JSON.stringify(id)}`)),
    ),
  ],
  'names of files': [
    'aux.csv',
    'con.csv',
    '2013:14.csv',
    'x.csv.',
    '../x.csv',
    '201314 .csv',
    '201314.CSV',
  ].map(name => ({
    [`data/observations/ks2/${name.replace('../', '')}`]: `${head}\n`,
  })),
  addresses: [
    ...[
      'javascript:alert(1)',
      'http://a.example/',
      'ftp://a.example/',
      'data:text/html,x',
      '//a.example/',
      'a.example',
    ].flatMap(to =>
      [
        council(was => was.replace('https://winterfold.example/contact', to)),
        council(was => was.replace('https://winterfold.example/\n', `${to}\n`)),
        text('data/sources.yaml')(was => was.replace('https://results.example/', to)),
      ].slice(to.startsWith('http:') ? 1 : 0, to.startsWith('http:') ? 2 : 3),
    ),
    council(was => was.replace("'#12436D'", "'#fff;}body{display:none'")),
    council(was => `${was}font-stack: 'x;} body{background:url(https://a.example)'\n`),
  ],
  'links in words': [
    ...[
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'vbscript:x',
      'data:text/html,x',
      'file:///etc/passwd',
      '//a.example',
      'http://',
    ],
    ...[
      'strategy.pdf',
      '../x',
      '#readng',
      '/2013-14/ks4/',
      '/2013-14/ks2/#no',
      '/2012-13/',
      '/../../x',
      'https://user:pw@a.example/',
      'mailto:x',
    ],
  ].map(to => ({ [home]: `See [this](${to}).\n` })),
  'links in words that are printed as they stand': [
    '[here](/2013-14/ks2/)',
    '<a href=x>',
    '<https://a.example/>',
  ].flatMap(link => [
    rows(was => was.replace('checked', link)),
    catalogue(was => was.replace('As published.', `'As ${link} says.'`)),
    text('data/glossary.yaml')(was => was.replace(/meaning: .*/, `meaning: 'As ${link} says.'`)),
    { 'content/overrides/2013-14.yaml': overrideOf({ instead: `As ${link} says.` }) },
    { [targets]: planWith(['Most pupils can read well.', `As ${link} says.`]), ...oneRole },
    { [targets]: planWith(['Reading stood at', `As ${link} says, reading stood at`]), ...oneRole },
    { [targets]: planWith(['The review was silent.', `As ${link} says.`]), ...oneRole },
    { [caseStudies]: studyOf([]).replace('Schools visit one another.', `As ${link} says.`), ...oneRole },
    { [news]: newsOf([]).replace('An officer spoke of schools.', `As ${link} says.`), ...oneRole },
  ]),
  personal: [
    { [home]: 'Ask a.person@winterfold.example.\n' },
    { [home]: 'Pupil A123456789012 did well.\n' },
    { [home]: 'She lives at CW1 2BJ.\n' },
    { [home]: 'He was born on 3 May 2008.\n' },
    rows(was => was.replace('checked', 'checked by Z98765432101A')),
    ...['UPN', 'Forename', 'Pupil surname', 'DOB', 'Date of Birth', 'E-mail', 'Postcode'].map(name =>
      rows(was => was.replace('note\n', `${name}\n`)),
    ),
  ],
  'broken tables': [
    rows(() => ''),
    rows(() => '\n\n\n'),
    rows(was => was.replaceAll(',', ';')),
    rows(was => was.replaceAll(',', '\t')),
    rows(was => was.replace(',note', '')),
    rows(was => was.replace('value', 'value,value')),
    rows(was => was.replace('"Counted', 'Counted" and')),
    rows(was => `${was}"never closed,\n`),
    rows(was => was.replace('84,168', '84,5,168')),
    rows(was => `${was}ks2-reading,W01\n`),
    rows(was => `${was}${'x,'.repeat(40)}\n`),
    rows(was => was.replace(/\n/, '\n\n')),
    rows(() => '<!DOCTYPE html><html><body>Sign in</body></html>'),
    rows(() => '{"rows": []}'),
  ],
};

it.each(Object.entries(files))('bad files are issues: %s', (kind, those) => {
  for (const [at, files] of those.entries()) {
    const [file = ''] = Object.keys(files);
    const began = performance.now();
    const issues = issuesOf(files);
    expect(performance.now() - began, `${kind} ${at}`).toBeLessThan(120_000);
    count(
      kind,
      `${at} of ${file}`,
      issues.find(issue => issue.file === file),
    );
  }
  expect(uncaught).toEqual([]);
});

it('links that lead out of the folder are issues, whatever stands at their end', () => {
  mkdirSync(join(scratch, 'outside'));
  writeCouncilFolder(join(scratch, 'outside'));
  const links: Readonly<Record<string, string>> = {
    'data/observations/ks2/201213.csv': 'data/observations/ks2/201213.csv',
    'data/catalogue/ks2.yaml': 'data/catalogue/ks2.yaml',
    'data/glossary.yaml': 'data/glossary.yaml',
    'data/observations/ks2': 'data/observations/ks2',
    'data/catalogue': 'data/catalogue',
    content: 'content',
  };
  for (const [link, to] of Object.entries(links)) {
    const issues = issuesOf({}, folder => {
      rmSync(join(folder, link), { recursive: true });
      symlinkSync(join(scratch, 'outside', to), join(folder, link));
    });
    count(
      'links out of the folder',
      link,
      issues.find(({ rule }) => rule === 'outside-folder'),
    );
  }
  expect(uncaught).toEqual([]);
});

/** Files that break one rule of the Department's screener each; they are not ours to publish, so they may be elsewhere. */
const screener = join(
  process.env.KEYSTAGE_DATA ?? join(import.meta.dirname, '../../../shared/data'),
  'screener',
);
it.skipIf(!existsSync(screener))('publishers’ files that a screener would refuse are refused', async () => {
  for (const name of readdirSync(screener).filter(name => !name.includes('.meta.'))) {
    const read = (file: string) => readFileSync(join(screener, file));
    const meta = name.replace('.csv', '.meta.csv');
    const { said, written } = await imported({ files: { [name]: read(name), [meta]: read(meta) } });
    expect([...written.keys()], name).toEqual([]);
    expect(said, name).not.toEqual([]);
  }
});

it('what is accepted in notes and words is words on every page and in every file', async () => {
  const root = join(scratch, 'words');
  // Pictures, links and remarks for programs are issues in notes too.
  const accepted = words.filter(word => !/<img|\]\(/.test(word));
  const lines = accepted.map((word, at) =>
    sound
      .with(1, 'N01')
      .with(2, '201314')
      .with(9, `2014-09-${String(at + 1).padStart(2, '0')}`)
      .with(-1, quoted(word))
      .join(','),
  );
  const plain = words.filter(word => !/\]\(/.test(word));
  const one = JSON.stringify('Reading <s>all</s> {{ 7 * 7 }} </script><script>alert(1)</script>');
  mkdirSync(root);
  writeCouncilFolder(root, {
    [path]: was => `${was}${lines.join('\n')}\n`,
    'data/council.yaml': was => was.replace(/demonstration: .*/, `demonstration: ${one}`),
    'data/catalogue/ks2.yaml': was =>
      was
        .replace('definition: How far', `definition: ${one} #`)
        .replace('about: Pupils take', `about: ${one} #`),
    'data/sources.yaml': was => was.replace('title: Invented results', `title: ${one}`),
    'data/glossary.yaml': was => was.replace(/meaning: .*/, `meaning: ${one}`),
    [home]: `${plain
      .filter(word => !/[{}]|<img|<!--/.test(word))
      .map(word => `A ${word}.`)
      .join('\n\n')}\n`,
  });
  const made = makeReport(root);
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const out = join(scratch, 'site');
  await publish(made.report, out, { documents: false, hidden: made.hidden });
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' });
  let seen = 0;
  for (const name of names.filter(name => name.endsWith('.html'))) {
    const html = readFileSync(join(out, name), 'utf8');
    if (html.includes('alert(1)')) seen += 1;
    expect(html, name).not.toMatch(/\b49\b(?=[^<]*<\/script>)/);
    for (const { tagName, attrs } of elementsOf(parse(html))) {
      const of = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
      if (tagName === 'script')
        expect(
          of.type === 'application/ld+json' ||
            /^(?:\/|(?:\.\.\/)*)assets\/[\w-]+\.[0-9a-f]{10}\.js$/.test(of.src ?? ''),
          `${name}: ${JSON.stringify(of)}`,
        ).toBe(true);
      expect(['img', 'iframe', 'object', 'embed', 'base', 's'], name).not.toContain(tagName);
      for (const { name: attribute, value } of attrs) {
        expect(attribute, name).not.toMatch(/^on/);
        if (/^(?:href|src|action)$/.test(attribute))
          expect(value, name).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
      }
    }
  }
  expect(seen).toBeGreaterThan(5);
  for (const name of names.filter(name => name.endsWith('.csv'))) {
    const cells = parseCsv(readFileSync(join(out, name), 'utf8'), { bom: true }) as string[][];
    for (const cell of cells.flat()) expect(cell, name).not.toMatch(/^(?:[=@\t\r]|[-+](?!\d+(?:\.\d+)?$))/);
  }
});

it('the table of what caught them is as it was agreed', async () => {
  const total = [...caught.values()].reduce((sum, each) => sum + each, 0);
  const lines = [...caught].sort().map(([key, times]) => `${String(times).padStart(4)}  ${key}`);
  await expect(`${lines.join('\n')}\n${String(total).padStart(4)}  in all\n`).toMatchFileSnapshot(
    '../editions-with-faults/bad-inputs.txt',
  );
});
