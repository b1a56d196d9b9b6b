// What holds of the reference council's site in particular; what holds of every site is in test/checks.
import { describe, expect, it } from 'vitest';
import { siteFiles, sitePages, siteText } from './support/site.ts';

const texts = new Map(sitePages.map(name => [name, siteText(name)]));
const all = <Key extends string>(text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(match => (match.groups ?? {}) as Record<Key, string>);
describe('every page', () => {
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
    const downloads = all<'size'>(text, /href="[^"]+\.csv"[^>]*>[^<]*\(CSV, (?<size>[\d,]+) KB\)/g).length;
    expect(downloads).toBeGreaterThan(0);
  });

  it('has at least 45 indicators between them', () => {
    const ids = new Set(
      [...texts]
        .filter(([name]) => name.endsWith('figures.json') === false)
        .flatMap(([, text]) =>
          all<'id'>(text, /class="figure" href="[^"#]*#(?<id>[^".]+)\.observation/g).map(({ id }) => id),
        ),
    );
    expect(ids.size).toBeGreaterThanOrEqual(45);
  });
});
