// What holds of every page of the reference council's site without a browser: markup, links, weight.
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { siteFiles, sitePages, siteText } from './support/site.ts';

const settings: ConfigData = JSON.parse(
  readFileSync(new URL('../.htmlvalidate.json', import.meta.url), 'utf8'),
);
const texts = new Map(sitePages.map(name => [name, siteText(name)]));
const all = <Key extends string>(text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(match => (match.groups ?? {}) as Record<Key, string>);
const idsOf = new Map(
  [...texts].map(([name, text]) => [
    name,
    new Set(all<'id'>(text, / id="(?<id>[^"]+)"/g).map(({ id }) => id)),
  ]),
);

describe('every page', () => {
  const validator = new HtmlValidate(new StaticConfigLoader(settings));

  it.each(sitePages)('%s is valid HTML', async name => {
    const { results } = await validator.validateString(texts.get(name) ?? '', name);
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, line, message }) => `${line} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });

  it('has a title of its own, one main heading and British English', () => {
    const titles = [...texts]
      .filter(([name]) => name !== 'index.html')
      .map(([, text]) => /<title>([^<]+)</.exec(text)?.[1]);
    expect(new Set(titles).size).toBe(titles.length);
    for (const [name, text] of texts) {
      expect(all(text, /<h1[\s>]/g), name).toHaveLength(1);
      expect(text, name).toMatch(/<html[^>]* lang="en-GB"/);
    }
  });

  it('has no script but the search page’s own, and asks for nothing from elsewhere', () => {
    for (const [name, page] of texts) {
      const own = '<script src="../assets/search.js" defer></script>';
      if (name === 'search/index.html') expect(page).toContain(own);
      const text = name === 'search/index.html' ? page.replace(own, '') : page;
      // Data for machines that look for data is not run; anything else in a script element is.
      const run = text.replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/g, '');
      expect(run, name).not.toMatch(/<script|\son\w+=|javascript:/i);
      const named = run.replaceAll(/<link rel="canonical"[^>]*>/g, '');
      const asked = all<'address'>(
        named,
        /<(?:link|img|source|iframe)[^>]+(?:href|src)="(?<address>[^"]+)"/g,
      );
      expect(
        asked.filter(({ address }) => /^(?:[a-z]+:)?\/\//i.test(address)),
        name,
      ).toEqual([]);
    }
  });

  it('links only to what is there, to the very place', () => {
    const files = new Set(siteFiles);
    const broken: string[] = [];
    for (const [name, text] of texts) {
      for (const { address } of all<'address'>(text, /<(?:a|link)[^>]+href="(?<address>[^"]+)"/g)) {
        if (/^[a-z]+:/i.test(address)) continue;
        const [path = '', anchor] = address.split('#');
        const target = path === '' ? name : normalize(join(dirname(name), path));
        if (!files.has(target)) broken.push(`${name}: ${address}`);
        else if (anchor !== undefined && idsOf.get(target)?.has(anchor) === false)
          broken.push(`${name}: ${address}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('weighs at most 150 kB compressed with its style sheet', () => {
    const style =
      gzipSync(siteText('assets/site.css')).length + gzipSync(siteText('assets/faces.css')).length;
    const heavy = [...texts].map(([name, text]) => ({
      name,
      kilobytes: (gzipSync(text).length + style) / 1000,
    }));
    expect(heavy.filter(({ kilobytes }) => kilobytes > 150)).toEqual([]);
  });

  it('says that the report is a demonstration, and when its figures were known', () => {
    for (const [name, text] of texts)
      expect(text, name).toContain('It is not a publication of Cheshire East Council');
    for (const [name, text] of texts) {
      if (name.startsWith('2012-13/')) expect(text, name).toMatch(/not the latest/i);
    }
  });
});

describe('what councils must not carry', () => {
  it('is nowhere in the site: the crown, the transport face, the blue', () => {
    for (const name of siteFiles.filter(name => /\.(?:html|css|svg)$/.test(name))) {
      expect(siteText(name), name).not.toMatch(/GDS Transport|govuk-crest|#1d70b8|crown copyright/i);
    }
    const faces = siteFiles.filter(name => /\.woff2?$/.test(name));
    expect(faces.filter(name => !/^assets\/fonts\/source-(?:sans-3|serif-4)-/.test(name))).toEqual([]);
  });
});

describe('a chapter', () => {
  const chapters = ['eyfs', 'ks1', 'ks2', 'ks4', 'post16', 'attendance', 'inspection', 'gaps'];

  it.each(
    ['2012-13', '2013-14'].flatMap(edition => chapters.map(chapter => `${edition}/${chapter}/index.html`)),
  )('%s opens with three to six key messages and officers’ words, and each section is whole', name => {
    const text = texts.get(name) ?? '';
    const messages = all(text, /data-sentence="[^"]+\.key-messages\.\d+"/g);
    expect(messages.length).toBeGreaterThanOrEqual(3);
    expect(messages.length).toBeLessThanOrEqual(6);
    expect(text).toContain('commentary__words');
    const tables = all(text, /<table/g).length;
    expect(all(text, /<caption/g)).toHaveLength(tables);
    expect(all(text, /(?:row|col)span=/g)).toEqual([]);
    expect(all(text, /<t[dh][^>]*>\s*<\/t[dh]>/g)).toEqual([]);
    const downloads = all<'size'>(text, /href="[^"]+\.csv"[^>]*>[^<]*\(CSV, (?<size>[\d,]+) KB\)/g).length;
    expect(downloads).toBeGreaterThan(0);
  });

  it('has at least 45 indicators between them', () => {
    const ids = new Set(
      [...texts]
        .filter(([name]) => name.endsWith('figures.json') === false)
        .flatMap(([, text]) =>
          all<'id'>(text, /data-figure="(?<id>[^".]+)\.observation/g).map(({ id }) => id),
        ),
    );
    expect(ids.size).toBeGreaterThanOrEqual(45);
  });
});
