import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DatasetView } from '../src/pages/dataset.ts';
import type { Page, ReportView } from '../src/pages/page.ts';
import type { EditionView, SentenceView } from '../src/pages/view.ts';
import { linkFrom, relativeLink, relink } from '../src/site/links.ts';
import { publish } from '../src/site.ts';
import { copyOf } from './support/copy-of.ts';
import { styleSheetOf } from './support/style-sheet.ts';

// The smallest report there can be. The council and its one figure are invented.
const edition: EditionView = {
  id: '2020-21',
  year: '2020/21',
  title: 'Education in Anyshire 2020/21',
  latest: true,
  cutOff: '31 July 2021',
  cutOffDate: '2021-07-31',
  draft: false,
  documents: {
    summary: { href: '2020-21/summary.pdf', name: 'Summary', about: 'What is in it.' },
    report: { href: '2020-21/report.pdf', name: 'Report', about: 'What is in it.' },
    tables: { href: '2020-21/tables.pdf', name: 'Tables', about: 'What is in it.' },
  },
  card: { href: '2020-21/card.png', alt: 'Anyshire Council.', figures: [] },
  themes: [],
  targets: null,
  hub: null,
  hubName: 'What we said, and where it stands',
  plans: [],
};

const unprinted = { documents: false, hidden: [] };

const sentence: SentenceView = {
  id: 'due-1',
  runs: [
    { text: 'Anyshire has ', figure: null, href: null },
    { text: '12 & more', figure: 'schools', href: '2020-21/ks2/numbers/#schools' },
    { text: ' schools.', figure: null, href: null },
  ],
};

const dataset: DatasetView = {
  href: '2020-21/',
  name: 'Anyshire',
  description: 'Figures </script><script>alert(1)</script> of Anyshire.',
  from: '2018-09-01',
  to: '2021-08-31',
  place: { name: 'Anyshire', code: 'E1' },
  publisher: { name: 'Anyshire Council', department: 'Education', website: 'https://anyshire.example/' },
  sources: [],
  version: '2020-21',
  modified: '2021-07-31',
  files: [{ name: 'Figures', href: '2020-21/figures.csv' }],
};

const home = {
  dataset,
  origin: [],
  due: [sentence],
  answers: [],
  compare: null,
  changes: { nation: 'England', groups: [], hasChance: false, open: [] },
  targets: null,
  commentary: null,
  foreword: null,
  chapters: [],
  groups: [],
};

const page = (template: string, href: string, view: object): Page => ({
  href,
  template,
  edition,
  view,
  search: href === '2020-21/' ? { part: 'Executive summary', weight: 1 } : null,
});

const report: ReportView = {
  site: {
    council: 'Anyshire Council',
    website: 'https://anyshire.example/',
    address: null,
    demonstration: 'Invented for a test.',
    reportTitle: 'Annual education report',
    colours: { brand: '#123456', brandText: '#ffffff' },
    fontStack: 'Arial, sans-serif',
    contact: {
      role: 'Head of Education',
      department: 'Education',
      href: 'https://anyshire.example/contact',
      email: null,
      reviewed: '1 July 2021',
    },
    accessibility: {
      prepared: '1 July 2021',
      reviewed: '1 July 2021',
      tested: '1 July 2021',
      pages: 9,
      tools: ['axe-core 4.14.1'],
      status: 'partially',
      passed: '80 of 80',
      limits: [{ what: 'Read by people.', why: 'Not yet.', alternative: 'Ask instead.' }],
    },
    embedding: { headingLevel: 2 },
    latest: edition,
    editions: [edition],
  },
  pages: [
    page('home', '', home),
    page('home', '2020-21/', home),
    ...['accessibility', 'contact', 'archive', 'search'].map(name => page(name, `${name}/`, {})),
    page('404', '404.html', {}),
    page('corrections', 'corrections/', {
      editions: [{ edition, releases: [], remark: 'Nothing was revised.' }],
    }),
  ],
  files: [{ path: '2020-21/figures.json', text: '{}\n' }],
  workbooks: [],
  pictures: [],
  feed: {
    id: 'tag:anyshire.example,2021-07-31:education-report/feed.xml',
    title: 'Anyshire',
    subtitle: 'Editions',
    updated: '2021-07-31T00:00:00Z',
    author: 'Head of Education',
    entries: [
      {
        id: 'tag:anyshire.example,2021-07-31:education-report/2020-21/',
        title: 'Education & more',
        updated: '2021-07-31T00:00:00Z',
        summary: 'The report.',
        href: '2020-21/',
      },
    ],
  },
};

const withSentence = (runs: unknown): ReportView => ({
  ...report,
  pages: report.pages.map(each =>
    each.template === 'home'
      ? { ...each, view: { ...home, due: [{ id: 's', runs } as SentenceView] } }
      : each,
  ),
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keystage-site-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Every file of a folder with its bytes. */
async function contents(of: string): Promise<Record<string, string>> {
  const entries = await readdir(of, { recursive: true, withFileTypes: true });
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      paths.sort().map(async path => [path.slice(of.length), await readFile(path, 'base64')]),
    ),
  );
}

describe('publish', () => {
  test('writes pages, style sheet and files, and removes what was there before', async () => {
    const out = join(folder, 'deep/site');
    await mkdir(out, { recursive: true });
    await writeFile(join(out, 'old.html'), 'old');
    await publish(copyOf(report), out, unprinted);
    const written = Object.keys(await contents(out))
      .map(name => name.replace(/^(\/assets\/.*)\.[0-9a-f]{10}(?=\.\w+$)/, '$1.HASH'))
      .toSorted();
    expect(written.filter(name => !name.startsWith('/assets/search/'))).toEqual([
      '/2020-21/figures.json',
      '/2020-21/index.html',
      '/404.html',
      '/_headers',
      '/accessibility/index.html',
      '/archive/index.html',
      '/assets/explore.HASH.js',
      '/assets/icon.HASH.svg',
      '/assets/search.HASH.js',
      '/assets/site.HASH.css',
      '/assets/site.HASH.js',
      '/assets/vega-interpreter.HASH.js',
      '/assets/vega-lite.HASH.js',
      '/assets/vega.HASH.js',
      '/contact/index.html',
      '/corrections/index.html',
      '/feed.xml',
      '/index.html',
      '/search/index.html',
    ]);
    expect(written).toContain('/assets/search/pagefind-entry.json');
    expect(styleSheetOf(out)).toContain('--brand:#123456');
  });

  test('links a figure in a sentence to its evidence, with text escaped', async () => {
    await publish(copyOf(report), join(folder, 'site'), unprinted);
    expect(await readFile(join(folder, 'site/index.html'), 'utf8')).toContain(
      '<p data-sentence="due-1">Anyshire has <a class="figure" href="2020-21/ks2/numbers/index.html#schools">12 &amp; more</a> schools.</p>',
    );
  });

  test('says in the mail which page is wrong, and without a mailbox leads to the contact page', async () => {
    const out = join(folder, 'site');
    const said = async (page: string) =>
      / class="colophon__wrong" href="([^"]*)"/.exec(await readFile(join(out, page), 'utf8'))?.[1];
    await publish(copyOf(report), out, unprinted);
    expect(await said('2020-21/index.html')).toBe('../contact/index.html#mistake');
    const contact = { ...report.site.contact, email: 'schools@anyshire.example' };
    const address = 'https://report.anyshire.example/';
    await publish({ ...copyOf(report), site: { ...report.site, contact, address } }, out, unprinted);
    const mail = new URL((await said('corrections/index.html'))?.replaceAll('&amp;', '&') ?? '');
    expect(mail.pathname).toBe('schools@anyshire.example');
    expect(Object.fromEntries(mail.searchParams)).toEqual({
      subject: 'Something is wrong on “Revisions and corrections”, Annual education report',
      body: `The page: ${address}corrections/\r\n\r\nWhat is wrong: `,
    });
  });

  test('brings its own typefaces to a council that names none', async () => {
    const out = join(folder, 'site');
    await publish({ ...copyOf(report), site: { ...report.site, fontStack: null } }, out, unprinted);
    const sheet = styleSheetOf(out);
    const named = [...sheet.matchAll(/url\("(fonts\/[^"]+)/g)].map(([, path = '']) => path);
    expect(named).toHaveLength(4);
    for (const path of named)
      expect((await readFile(join(out, 'assets', path))).length).toBeGreaterThan(1000);
    expect(await readFile(join(out, 'index.html'), 'utf8')).toMatch(/rel="preload" href="assets\/fonts\//);
  });

  test('describes its data where no word of it can end the element it stands in', async () => {
    await publish(copyOf(report), join(folder, 'site'), unprinted);
    const page = await readFile(join(folder, 'site/2020-21/index.html'), 'utf8');
    const scripts = [...page.matchAll(/<script type=[^>]*>(.*?)<\/script>/gs)];
    expect(scripts).toHaveLength(1);
    const data = JSON.parse(scripts[0]?.[1] ?? '');
    expect(data.description).toBe(dataset.description);
    expect(data.publisher).toEqual({
      '@type': 'Organization',
      name: 'Anyshire Council',
      url: 'https://anyshire.example/',
    });
    expect(data.creator.name).toBe('Education, Anyshire Council');
    expect(data.distribution[0]).toMatchObject({ encodingFormat: 'text/csv', contentUrl: 'figures.csv' });
  });

  test('gives the same bytes twice', async () => {
    await publish(copyOf(report), join(folder, 'one'), unprinted);
    await publish(copyOf(report), join(folder, 'two'), unprinted);
    expect(await contents(join(folder, 'one'))).toEqual(await contents(join(folder, 'two')));
  });

  test('leaves the old site whole and nothing beside it when a page fails', async () => {
    const out = join(folder, 'site');
    await publish(copyOf(report), out, unprinted);
    const before = await contents(out);
    await expect(publish(withSentence([{ figure: null, href: null }]), out, unprinted)).rejects.toThrow();
    expect(await contents(out)).toEqual(before);
    expect(await readdir(folder)).toEqual(['site']);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('leaves the old site whole and nothing beside it when stopped by %s', async (signal, status) => {
    const out = join(folder, 'site');
    await mkdir(out);
    await writeFile(join(out, 'index.html'), 'old');
    const swap = JSON.stringify(new URL('../src/site/swap.ts', import.meta.url).href);
    const script = `const { replaceFolder } = await import(${swap});
      await replaceFolder(${JSON.stringify(out)}, async () => process.kill(process.pid, '${signal}'));`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'inherit' });
    expect(await once(child, 'exit')).toEqual([status, null]);
    expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['site']);
  });

  test('writes no file outside the site', async () => {
    const files = [{ path: '../escaped.txt', text: 'no' }];
    await expect(publish({ ...report, files }, join(folder, 'site'), unprinted)).rejects.toThrow(
      /outside the site/,
    );
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a page that stands in the place of others', () => {
  test.each([
    [null, '/assets/site.css', '/archive/index.html#all'],
    ['https://report.example/', '/assets/site.css', '/archive/index.html#all'],
    [
      'https://anyshire.example/education/report/',
      '/education/report/assets/site.css',
      '/education/report/archive/index.html#all',
    ],
  ])('published at %j it leads from the root of its host', (address, styles, archive) => {
    expect(linkFrom('assets/site.css', '/404.html', address)).toBe(styles);
    expect(linkFrom('archive/#all', '/404.html', address)).toBe(archive);
    expect(linkFrom('#main-content', '/404.html', address)).toBe('#main-content');
    expect(linkFrom('https://www.gov.uk/', '/404.html', address)).toBe('https://www.gov.uk/');
    expect(linkFrom('archive/', '/2013-14/', address)).toBe('../archive/index.html');
  });
});

describe('relativeLink', () => {
  test.each([
    ['2013-14/ks2/', '/', '2013-14/ks2/index.html'],
    ['2013-14/ks2/#rwm', '/2013-14/', 'ks2/index.html#rwm'],
    ['2013-14/ks2/numbers/#f1', '/2013-14/ks2/', 'numbers/index.html#f1'],
    ['2013-14/ks2/#rwm', '/2013-14/ks2/', '#rwm'],
    ['2013-14/ks2/', '/2013-14/ks2/', 'index.html'],
    ['', '/2013-14/ks2/numbers/', '../../../index.html'],
    ['2012-13/', '/2013-14/ks2/', '../../2012-13/index.html'],
    ['2013-14/ks2/rwm.csv', '/2013-14/downloads/', '../ks2/rwm.csv'],
    ['#f1', '/2013-14/ks2/numbers/', '#f1'],
    ['https://www.gov.uk/#top', '/2013-14/', 'https://www.gov.uk/#top'],
  ])('%j from %j is %j', (href, here, link) => {
    expect(relativeLink(href, here)).toBe(link);
  });
});

test('relink makes the links of written words relative and leaves other addresses', () => {
  const words = '<p><a href="/2013-14/ks2/#rwm">84%</a> <a href="https://www.gov.uk/">GOV.UK</a></p>';
  expect(relink(words, '/2013-14/')).toBe(
    '<p><a href="ks2/index.html#rwm">84%</a> <a href="https://www.gov.uk/">GOV.UK</a></p>',
  );
});
