// The fragments of the reference council's site, and of councils that choose otherwise.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { fragmentsIn, type Move, moved } from '../../src/site/embed.ts';
import { publish } from '../../src/site.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { reportOf } from '../support/reference-site.ts';
import { site, siteFiles, sitePages, siteText } from '../support/site.ts';

const fragments = siteFiles.filter(name => /\/embed\/(?!index\.html$)/.test(name));
const sections = sitePages
  .filter(name => /^20\d\d-\d\d\/(?!numbers\/)\w+\/(?:topic-[\w-]+\/)?index\.html$/.test(name))
  .flatMap(
    name =>
      siteText(name).match(/<section class="indicator indicator--\w+">\s*<h3 class="indicator__heading"/g) ??
      [],
  );

describe('the fragments', () => {
  it('are one for each section of each chapter', () => {
    expect(fragments.length).toBeGreaterThan(150);
    expect(fragments.length).toBe(sections.length);
  });

  it('are fragments: one root after a comment, without a page around it, script or anything from elsewhere', () => {
    for (const name of fragments) {
      const text = siteText(name);
      expect(text, name).toMatch(
        /^<!-- [^>]*Source: [^>]*Open Government Licence v3\.0\. -->\n<div class="keystage">\n/,
      );
      expect(text, name).not.toMatch(/<(?:html|head|body|script|link|img|button|iframe)\b| on\w+=| src=/);
      expect(text, name).not.toMatch(/ popover| data-|class="(?!keystage)/);
      expect(text, name).toContain('It is not a publication of Cheshire East Council');
      expect(text, name).toMatch(/<\/div>\n$/);
    }
  });

  it('have ids and references of their own, so that any two can stand on one page', () => {
    const seen = new Set<string>();
    for (const name of fragments) {
      const text = siteText(name);
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
      expect(ids.length, name).toBeGreaterThan(2);
      for (const id of ids) {
        expect(id, name).toMatch(/^keystage-20\d\d-\d\d-/);
        expect(seen.has(id), `${name} ${id}`).toBe(false);
        seen.add(id);
      }
      const named = text.matchAll(/ (?:aria-labelledby|href)="#?(keystage-[^"]+)"|url\(#([^)]+)\)/g);
      for (const [, id = '', drawn] of named) expect(ids, name).toContain(drawn ?? id);
    }
  });

  it('lead nowhere on a report without an address but to sources', () => {
    for (const name of fragments)
      for (const [, href = ''] of siteText(name).matchAll(/ href="([^"]*)"/g))
        expect(href, name).toMatch(/^(?:#keystage-|https:\/\/)/);
  });

  it('keep to their root in every rule of their styles, and bear no council’s colour', () => {
    const [, styles = ''] = /<style>([^<]*)<\/style>/.exec(siteText(fragments[0] ?? '')) ?? [];
    const rules = styles.replaceAll(/@(?:container|media)[^{]*\{/g, '').matchAll(/([^{}]+)\{[^{}]*\}/g);
    const selectors = [...rules].flatMap(([, all = '']) => splitSelectors(all));
    expect(selectors.length).toBeGreaterThan(30);
    for (const selector of selectors) expect(selector).toMatch(/^\.keystage:not\(#keystage-none\)/);
    expect(styles).not.toMatch(/#1b4d3e|var\(--(?!chart)|@import|url\(|[<&]/);
    // Drawings in forced colours follow the same names here and on our own pages.
    const tokens = readFileSync(new URL('../../templates/styles/_tokens.scss', import.meta.url), 'utf8');
    for (const [, token = ''] of tokens.matchAll(/(--chart-(?:paper|context|part)[\w-]*): /g))
      expect(styles).toContain(`${token}: `);
  });

  it('are listed with their sizes, and each list is reached from the downloads', () => {
    for (const edition of ['2012-13', '2013-14']) {
      const text = siteText(`${edition}/embed/index.html`);
      const listed = [
        ...text.matchAll(/href="\.\.\/([^"]+\/embed\/[^"]+\.html)" download>[^<]*\(HTML, (\d+) KB\)</g),
      ];
      const made = fragments.filter(name => name.startsWith(edition));
      expect(listed.map(([, href]) => `${edition}/${href}`).sort()).toEqual(made);
      for (const [, href = '', size] of listed)
        expect(Math.round(statSync(join(site, edition, href)).size / 1000)).toBe(Number(size));
      expect(siteText(`${edition}/downloads/index.html`)).toContain('href="../embed/index.html"');
    }
    for (const name of sitePages) expect(siteText(name), name).not.toContain('[size of');
  });
});

/** Selectors of a rule, not split within brackets. */
function splitSelectors(all: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  for (const letter of `,${all}`) {
    if (letter === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
  }
  return parts.map(part => part.trim()).filter(part => part !== '' && !/^--|:\s/.test(part));
}

describe('a council', () => {
  const withSettings = (settings: string) => (text: string) => text + settings;

  it('that says its address and heading level has both in its fragments', async () => {
    const settings = 'address: https://reports.example/education/\nembedding:\n  heading-level: 4\n';
    await withCouncilFolder({ 'data/council.yaml': withSettings(settings) }, async folder => {
      const made = makeReport(folder);
      if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
      await publish(made.report, join(folder, 'site'), { documents: false, hidden: [] });
      const path = join(folder, 'site/2013-14/ks2/embed/ks2-reading.html');
      const text = readFileSync(path, 'utf8');
      expect(text.match(/<h\d/g)?.[0]).toBe('<h4');
      const report = 'https://reports.example/education/2013-14/ks2/';
      expect(text).toContain(`<a href="${report}#ks2-reading">`);
      expect(text).toContain(`class="keystage-figure" href="${report}numbers/ks2-reading/index.html#`);
      expect(text).toContain(`href="${report}ks2-reading.csv"`);
      for (const [, href = ''] of text.matchAll(/ href="([^"]*)"/g))
        expect(href).toMatch(/^(?:#keystage-|https:\/\/)/);
      expect(existsSync(join(folder, 'site/2013-14/embed/index.html'))).toBe(true);
      expect(readFileSync(join(folder, 'site/2013-14/embed/index.html'), 'utf8')).toContain('at level 4.');
    });
  });

  it('that asks for a level there is not is told so', () => {
    withCouncilFolder({ 'data/council.yaml': withSettings('embedding:\n  heading-level: 7\n') }, folder => {
      const made = makeReport(folder);
      expect(made.outcome === 'issues' && made.issues.map(({ file, line }) => `${file}:${line}`)).toEqual([
        'data/council.yaml:21',
      ]);
    });
  });
});

it('all fragments of both editions can be cut again from their pages', () => {
  const report = reportOf('site');
  const cut = report.pages.flatMap(page =>
    page.href === '404.html' ? [] : fragmentsIn(page, siteText(`${page.href}index.html`), report.site, ''),
  );
  expect(cut.map(({ path }) => path).sort()).toEqual(fragments);
});

const cut = (html: string, options: Partial<Move> = {}) =>
  moved(html, {
    prefix: 'a-',
    headingLevel: 2,
    linkTo: href => (/^https:/.test(href) ? href : null),
    classOf: name => (name === 'cut' ? null : `k-${name}`),
    without: [],
    unwrapped: [],
    ...options,
  });

describe('a part of a page that is moved', () => {
  it('has its ids prefixed, and every kind of reference to them', () => {
    const html = [
      '<div class="cut" id="t"><section aria-labelledby="c t" tabindex="0"><b id="c">C</b></section>',
      '<label for="i">I</label><input id="i" aria-describedby="c"><button type="button" popovertarget="c">B</button>',
      '<svg><path id="p" clip-path="url(#p)" fill="url(#p)"></path></svg><a href="#c">to</a>',
      '<table><tbody><tr><td headers="c t">1</td></tr></tbody></table></div>',
    ].join('');
    const text = cut(html);
    for (const known of ['id="a-t"', 'aria-labelledby="a-c a-t"', 'for="a-i"', 'aria-describedby="a-c"'])
      expect(text).toContain(known);
    for (const known of ['popovertarget="a-c"', 'clip-path="url(#a-p)"', 'href="#a-c"', 'headers="a-c a-t"'])
      expect(text).toContain(known);
    expect(text.match(/(?<!a-)\b[tcip]"|#[tcip]\b/g)).toBeNull();
  });

  it('has its first heading at the level wanted, the others below it, none beyond six', () => {
    const html = '<div class="cut"><h3>A</h3><h4>B</h4><h5>C</h5></div>';
    expect(cut(html).match(/<h\d/g)).toEqual(['<h2', '<h3', '<h4']);
    expect(cut(html, { headingLevel: 5 }).match(/<h\d/g)).toEqual(['<h5', '<h6', '<h6']);
    expect(cut(html, { headingLevel: 5 })).toContain('<h5>A</h5>');
  });

  it('keeps the words of links that lead nowhere, and sends the others where they are told', () => {
    const html =
      '<p class="cut">x <a href="../y.html" download><b>1</b>2</a> <a href="https://z.example/">z</a> <a href="#gone">g</a></p>';
    expect(cut(html)).toBe('<p>x <b>1</b>2 <a href="https://z.example/">z</a> g</p>');
    const linkTo = (href: string) => new URL(href, 'https://r.example/2013-14/ks2/').href;
    const linked = cut(html, { linkTo });
    expect(linked).toContain('<a href="https://r.example/2013-14/y.html"><b>1</b>2</a>');
    expect(linked).toContain('href="https://r.example/2013-14/ks2/#gone"');
  });

  it('has its classes renamed, and loses what only our pages use', () => {
    expect(cut('<p class="cut lead" data-sentence="1">x</p>')).toBe('<p class="k-lead">x</p>');
  });

  it('can lose an element whole, or keep its words', () => {
    const html = '<p>a <i class="x"><i>b</i></i> <b class="y">c <u>d</u></b></p>';
    expect(cut(html, { without: ['x'], unwrapped: ['y'] })).toBe('<p>a  c <u>d</u></p>');
  });

  it('is the same words, however its page wrote them', () => {
    expect(
      cut('<p title="a &quot;b&quot; &#39;c">d &quot;e&quot; &#39;f&#39; &amp; &lt;g&gt;<br>h\u00a0i</p>'),
    ).toBe('<p title="a &quot;b&quot; \'c">d "e" \'f\' &amp; &lt;g&gt;<br>h&nbsp;i</p>');
  });

  it('says in styles what its drawings say in attributes', () => {
    expect(cut('<div><svg width="9"><path fill="red" d="M0 0" stroke="blue"/></svg></div>')).toBe(
      '<div><svg width="9"><path d="M0 0" style="fill:red;stroke:blue"></path></svg></div>',
    );
  });
});
