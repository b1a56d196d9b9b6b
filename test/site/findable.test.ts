// What machines find: canonical addresses, the site map, robots, sharing, data sets and the feed.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportView } from '../../src/pages/page.ts';
import { makeReport } from '../../src/report.ts';
import { addressed, canonical, isMapped, robots, siteMap } from '../../src/site/findable.ts';
import { publish } from '../../src/site.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { siteFiles, sitePages, siteText } from '../support/site.ts';
import { elements, parseXml } from '../support/xml.ts';

const home = 'https://annual-education-report.example/';
const addressOf = (name: string) => home + name.replace(/index\.html$/, '');
const content = (html: string, property: string) =>
  new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)">`).exec(html)?.[1];
const pages = sitePages.filter(name => name !== '404.html');

describe('every page of a site with an address', () => {
  it('names its canonical address, and the front page that of the edition it shows', () => {
    for (const name of pages) {
      const found = [...siteText(name).matchAll(/<link rel="canonical" href="([^"]*)">/g)].map(
        match => match[1],
      );
      expect(found, name).toEqual([name === 'index.html' ? `${home}2013-14/` : addressOf(name)]);
    }
    expect(siteText('404.html')).not.toMatch(/canonical|og:url/);
  });

  it('tells those who share it its title and what it is about', () => {
    for (const name of pages) {
      const text = siteText(name);
      expect(content(text, 'og:title'), name).toBe(/<title>([^<]*)</.exec(text)?.[1]);
      expect(content(text, 'og:description'), name).toBe(content(text, 'description'));
      expect(content(text, 'og:description'), name).toBeTruthy();
      expect(content(text, 'og:url'), name).toMatch(/^https:\/\/annual-education-report\.example\/.+\/$/);
    }
  });

  it('leads to the feed', () => {
    for (const name of sitePages) {
      const text = siteText(name);
      expect(text, name).toMatch(
        /<link rel="alternate" type="application\/atom\+xml" [^>]*href="(?:\/|(?:\.\.\/)*)feed\.xml">/,
      );
      expect(text, name).toMatch(
        /<footer.*href="(?:\/|(?:\.\.\/)*)feed\.xml">Feed of editions and corrections</s,
      );
    }
  });

  it('is in the site map once, with the day of its edition, and nothing else is', () => {
    const map = parseXml(siteText('sitemap.xml'));
    const listed = elements(map, 'url').map(({ children }) => children.map(({ text }) => text));
    const wanted = pages.filter(name => name !== 'index.html');
    expect(listed.map(([address]) => address)).toEqual(wanted.map(addressOf).toSorted());
    for (const [address = '', day] of listed)
      expect(day, address).toBe(address.includes('/2012-13/') ? '2014-07-31' : '2015-07-31');
    expect(siteText('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${home}sitemap.xml\n`);
  });
});

describe('the data set of an edition', () => {
  const dataOf = (name: string) =>
    JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(siteText(name))?.[1] ?? 'null');

  it.each(['2012-13', '2013-14'])(
    '%s says what it is, of whom, from what, and every file it comes in',
    edition => {
      const data = dataOf(`${edition}/downloads/index.html`);
      expect(data).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'Dataset',
        url: `${home}${edition}/`,
        version: edition,
        spatialCoverage: { name: 'Cheshire East', identifier: 'E06000049' },
        license: expect.stringContaining('open-government-licence'),
        dateModified: edition === '2012-13' ? '2014-07-31' : '2015-07-31',
      });
      expect(data.description).toContain('It is not a publication of Cheshire East Council');
      expect(data.temporalCoverage).toMatch(/^20(?:0\d|10)-09-01\/20(?:13|14)-08-31$/);
      expect(data.publisher).toBeUndefined();
      expect(data.creator.name).toContain('demonstration');
      expect(data.isBasedOn.length).toBeGreaterThan(5);
      // What each chart is drawn from, and what describes the files of one folder, are no data of their own.
      const files = siteFiles.filter(
        name =>
          name.startsWith(`${edition}/`) &&
          /\.(?:csv|ods|json)$/.test(name) &&
          !/\.vl\.json$|\/.+\/csv-metadata\.json$|\/figures-schema\.json$/.test(name),
      );
      const urls: string[] = data.distribution.map(({ contentUrl }: { contentUrl: string }) => contentUrl);
      expect(urls.toSorted()).toEqual(files.map(name => home + name).toSorted());
      for (const { encodingFormat } of data.distribution)
        expect(encodingFormat).toMatch(/^(?:text|application)\/[a-z.-]+$/);
    },
  );

  it('is on the summary too, with the files of the whole, and on no other page', () => {
    expect(dataOf('index.html')).toEqual(dataOf('2013-14/index.html'));
    expect(dataOf('2013-14/index.html').distribution).toHaveLength(4);
    const others = sitePages.filter(name => siteText(name).includes('application/ld+json'));
    expect(others.toSorted()).toEqual([
      '2012-13/downloads/index.html',
      '2012-13/index.html',
      '2013-14/downloads/index.html',
      '2013-14/index.html',
      'index.html',
    ]);
  });
});

describe('a site', () => {
  /** The files of a small council's site, with or without an address. */
  async function siteOf(address: string | null): Promise<ReadonlyMap<string, string>> {
    const line = address === null ? '' : `address: ${address}\n`;
    const made = withCouncilFolder(
      { 'data/council.yaml': text => `${line}${text.replaceAll(/^address:.*\n/gm, '')}` },
      root => makeReport(root),
    );
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    const folder = mkdtempSync(join(tmpdir(), 'keystage-findable-'));
    try {
      await publish(made.report, join(folder, 'site'), { documents: false, hidden: [] });
      const names = readdirSync(join(folder, 'site'), { recursive: true, encoding: 'utf8' });
      const texts = names.filter(name => /\.(?:html|xml|txt)$/.test(name));
      return new Map(texts.map(name => [name, readFileSync(join(folder, 'site', name), 'utf8')]));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  it('without an address names none: no canonical, no sharing, no map; data and feed use links', async () => {
    const files = await siteOf(null);
    expect([...files.keys()].filter(name => /sitemap|robots/.test(name))).toEqual([]);
    for (const [name, text] of files) expect(text, name).not.toMatch(/canonical|og:|twitter:/);
    const feed = parseXml(files.get('feed.xml') ?? '');
    expect(elements(feed, 'id').map(({ text }) => text)).toEqual([
      'tag:winterfold.example,2014-12-31:education-report/feed.xml',
      'tag:winterfold.example,2014-12-31:education-report/2013-14/',
    ]);
    expect(elements(feed, 'link').map(({ attributes }) => attributes.href)).toEqual([
      'archive/index.html',
      '2013-14/index.html',
    ]);
    expect(files.get('2013-14/downloads/index.html')).toContain('"contentUrl":"../figures.csv"');
    expect(files.get('index.html')).toContain('"contentUrl":"2013-14/figures.csv"');
  });

  it('under a path has that path in every address', async () => {
    const path = 'https://x.example/education/report/';
    const files = await siteOf(path);
    expect(files.get('index.html')).toContain(`<link rel="canonical" href="${path}2013-14/">`);
    expect(files.get('archive/index.html')).toContain(`<link rel="canonical" href="${path}archive/">`);
    expect(files.get('robots.txt')).toContain(`Sitemap: ${path}sitemap.xml`);
    for (const { text } of elements(parseXml(files.get('sitemap.xml') ?? ''), 'loc'))
      expect(text.startsWith(path)).toBe(true);
    expect(files.get('feed.xml')).toContain(`<id>${path}2013-14/</id>`);
    expect(files.get('2013-14/index.html')).toContain(`"contentUrl":"${path}2013-14/figures.csv"`);
  });
});

describe('the feed', () => {
  it('is well formed, with everything that Atom asks for, newest first', () => {
    const feed = parseXml(siteText('feed.xml'));
    expect(feed.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
    const children = (name: string) =>
      feed.children.filter(child => child.name === name).map(({ text }) => text);
    for (const name of ['id', 'title', 'updated', 'author']) expect(children(name), name).toHaveLength(1);
    const entries = elements(feed, 'entry').map(({ children: parts }) =>
      Object.fromEntries(parts.map(({ name, text }) => [name, text])),
    );
    expect(entries.map(({ id }) => id)).toEqual([`${home}2013-14/`, `${home}2012-13/`]);
    for (const { title, updated, summary } of entries) {
      expect(title && summary).toBeTruthy();
      expect(updated).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
    }
    expect(entries.map(({ updated }) => updated)).toEqual(['2015-07-31T00:00:00Z', '2014-07-31T00:00:00Z']);
    expect(children('updated')).toEqual([entries[0]?.updated]);
  });
});

describe('addresses for machines', () => {
  const latest = { id: '2013-14', cutOffDate: '2015-07-31' };
  const report = (address: string | null) =>
    ({ site: { address, latest, editions: [latest] } }) as unknown as ReportView;

  it('are whole where the site has one, and links where it has none', () => {
    expect(addressed('2013-14/figures.csv', '/2013-14/downloads/', report(null))).toBe('../figures.csv');
    expect(addressed('2013-14/', '/feed.xml', report('https://x.example/a/'))).toBe(
      'https://x.example/a/2013-14/',
    );
    expect(canonical('/2013-14/ks2/', report('https://x.example/a/'))).toBe(
      'https://x.example/a/2013-14/ks2/',
    );
    expect(canonical('/', report(null))).toBe(null);
  });

  it('in the site map are of pages only, escaped', () => {
    expect(isMapped(Buffer.from('<html><link rel="canonical" href="/a&amp;b/">'))).toBe(true);
    expect(isMapped(Buffer.from('<feed>'))).toBe(false);
    const map = siteMap(['/', '/a&b/', '/404.html'], report('https://x.example/'));
    expect(map.match(/<loc>.*?<\/loc>/g)).toEqual(['<loc>https://x.example/a&amp;b/</loc>']);
    expect(robots('https://x.example/')).toContain('https://x.example/sitemap.xml');
  });
});
