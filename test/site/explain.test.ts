import { describe, expect, it } from 'vitest';
import { explainer, isAcronym } from '../../src/site/explain.ts';
import { sitePages, siteText } from '../support/site.ts';

const gcse = { term: 'GCSE', expansion: 'General Certificate of Secondary Education' };
const fft = { term: 'FFT', expansion: 'Fischer Family Trust' };
const expanded = (html: string) => explainer([gcse, fft], null)(html, '/2013-14/ks2/');
const inMain = (html: string) => expanded(`<body><p>GCSE</p><main>${html}</main></body>`);
const main = (html: string) => `<body><p>GCSE</p><main>${html}</main></body>`;
const meaning = '<span class="expansion">(General Certificate of Secondary Education)</span>';

describe('acronyms', () => {
  it('are expanded where they are first used, and only there', () => {
    expect(inMain('<p>Five GCSEs.</p><p>A GCSE.</p>')).toBe(
      main(`<p>Five GCSEs ${meaning}.</p><p>A GCSE.</p>`),
    );
  });

  it('wait for running text: not in headings, links, tables, lists of links or drawings', () => {
    const before =
      '<h1>GCSE</h1><p><a href="#x">GCSE</a></p><table><tr><td><p>GCSE</p></td></tr></table><svg><text>GCSE</text></svg>';
    expect(inMain(`${before}<ul><li>At GCSE<br>level</li></ul>`)).toBe(
      main(`${before}<ul><li>At GCSE ${meaning}<br>level</li></ul>`),
    );
  });

  it('are found in sentences within paragraphs', () => {
    expect(inMain('<p><span data-sentence="a">Five <a href="#b">GCSEs</a> or GCSEs</span></p>')).toContain(
      `or GCSEs ${meaning}</span>`,
    );
  });

  it('are not expanded where the words stand beside them, nor inside other words', () => {
    expect(inMain('<p>The Fischer Family Trust (FFT) and MFFTs and IGCSE.</p>')).toBe(
      main('<p>The Fischer Family Trust (FFT) and MFFTs and IGCSE.</p>'),
    );
  });

  it('stand between dashes where they are in brackets already, also in those that were opened before a link', () => {
    const dashes = '<span class="expansion">– General Certificate of Secondary Education –</span>';
    expect(inMain('<p>Level 2 (five GCSEs at A* to C).</p>')).toBe(
      main(`<p>Level 2 (five GCSEs ${dashes} at A* to C).</p>`),
    );
    expect(inMain('<p>(<a href="#x">5</a> GCSEs)</p><p>')).toContain(
      'GCSEs <span class="expansion">– General Certificate of Secondary Education</span>)',
    );
    expect(inMain('<p>(See</p><p>A GCSE (one).</p>')).toContain(`A GCSE ${meaning} (one)`);
  });

  it('leave a page without a main part as it is', () => {
    expect(expanded('<p>GCSE</p>')).toBe('<p>GCSE</p>');
  });

  it('have two capitals or more', () => {
    expect(['GCSE', 'EBacc', 'NEET', 'Ofsted', 'A level', 'KS1', 'EYFS profile'].filter(isAcronym)).toEqual([
      'GCSE',
      'EBacc',
      'NEET',
    ]);
  });
});

const term = (term: string, forms: readonly string[] = [term], expansion: string | null = null) => ({
  id: term.toLowerCase().replaceAll(' ', '-'),
  term,
  expansion,
  meaning: `What ${term} means.`,
  forms,
});
const glossary = {
  href: '2013-14/glossary/',
  terms: [
    term('GCSE', ['GCSE'], 'General Certificate'),
    term('Level 4'),
    term('Level 4B'),
    term('A level'),
    term('Cared-for child', ['cared-for child', 'cared-for children']),
    term('Gap', ['gap']),
  ],
};
const page = (html: string) => `<body><p>GCSE</p><main id="main">${html}</main></body>`;
const explained = (html: string) => explainer([], glossary)(page(html), '/2013-14/ks2/');
/** The words that are explained, in order. */
const words = (html: string) =>
  [...explained(html).matchAll(/<button[^>]*aria-label="Meaning of ([^"]*)"/g)].map(([, said]) => said);
const withoutMeanings = (html: string) =>
  html.replace(/<div class="meanings">.*?(?=<\/main>)/s, '').replaceAll(/<[^>]*>/g, '');

describe('a term of the glossary', () => {
  it('is explained where it is first used, and only there', () => {
    expect(words('<p>Five GCSEs.</p><p>A GCSE and a gap.</p>')).toEqual(['GCSEs', 'gap']);
  });

  it('is not looked for in headings, links, tables, captions, drawings, buttons or what is heard alone', () => {
    const elsewhere = [
      '<h2>GCSE</h2><p><a href="#x">GCSE</a></p><table><tr><td><p>GCSE</p></td></tr></table>',
      '<figure><figcaption><span>GCSE</span></figcaption><svg><text>GCSE</text></svg></figure>',
      '<p><button type="button"><span>GCSE</span></button></p>',
      '<p>A <span class="govuk-visually-hidden">: <b>GCSE</b></span></p>',
    ].join('');
    expect(words(elsewhere)).toEqual([]);
    expect(explained(elsewhere)).toBe(page(elsewhere));
    expect(words(`${elsewhere}<p>GCSE</p>`)).toEqual(['GCSE']);
  });

  it('is not looked for in what an acronym stands for', () => {
    const both = explainer([{ term: 'EAL', expansion: 'A level GCSE' }], glossary);
    const said = both(page('<p>Of EAL (and) a gap.</p>'), '/');
    expect(said).toContain('EAL <span class="expansion">(A level GCSE)</span> (and) a <span class="kept">');
  });

  it('is the longest that stands there, whole, and at the head of a sentence too', () => {
    expect(words('<p>Level 4B. The level 4.</p>')).toEqual(['Level 4B', 'level 4']);
    expect(words('<p>Cared-for children.</p>')).toEqual(['Cared-for children']);
    expect(words('<p>IGCSE, level 40, gap-year, non-gap, gapped.</p>')).toEqual([]);
  });

  it('of a lone letter, or an acronym, is found only as it is written', () => {
    expect(words('<p>Reached a level that a gcse needs.</p>')).toEqual([]);
    expect(words('<p>Two A levels.</p>')).toEqual(['A levels']);
  });

  it('stays on a line with the signs beside it', () => {
    const said = explained('<p>Five (GCSEs), a gap and level 4’s. An A level: cared-for children</p>');
    const kept = [...said.matchAll(/<span class="kept">(.*?<\/span>[^<]*)<\/span>/g)].map(([, all = '']) =>
      all.replaceAll(/<[^>]*>/g, ''),
    );
    expect(kept).toEqual(['(GCSEs),', 'level 4’s.', 'A level:']);
  });

  it('of many letters may run over lines, its button over its last word', () => {
    const long = { ...glossary, terms: [term('English as an additional language')] };
    expect(explainer([], long)(page('<p>English as an additional language.</p>'), '/')).toMatch(
      /<span class="term term--long">English as an additional <span class="term__last">language<button/,
    );
  });

  it('leaves the words of the page as they were, and adds its meaning after them', () => {
    const html = '<p data-sentence="a">Five <a href="#b">GCSEs</a> or GCSEs &amp; a gap</p>';
    expect(withoutMeanings(explained(html))).toBe(page(html).replaceAll(/<[^>]*>/g, ''));
    expect(explained(html)).toContain(
      'href="../glossary/index.html#gcse" autofocus>GCSE in the glossary</a>',
    );
    expect(explained(html)).toMatch(/<\/b> \(General Certificate\): What GCSE means\./);
  });
});

describe('every page of the site', () => {
  it('opens only meanings that it holds, each once', () => {
    let count = 0;
    for (const name of sitePages) {
      const text = siteText(name);
      const opened = [...text.matchAll(/class="term__open" popovertarget="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(opened).size, name).toBe(opened.length);
      for (const id of opened) expect(text.split(`id="${id}" popover`), `${name} ${id}`).toHaveLength(2);
      count += opened.length;
      if (/\/glossary\//.test(name)) expect(opened, name).toEqual([]);
      if (/\/ks4\/index\.html$/.test(name)) expect(opened.length).toBeGreaterThan(8);
    }
    expect(count).toBeGreaterThan(300);
  });
});
