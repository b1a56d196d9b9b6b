import { describe, expect, it } from 'vitest';
import { expandAcronyms, isAcronym } from '../../src/site/acronyms.ts';

const gcse = { term: 'GCSE', expansion: 'General Certificate of Secondary Education' };
const fft = { term: 'FFT', expansion: 'Fischer Family Trust' };
const inMain = (html: string) => expandAcronyms(`<body><p>GCSE</p><main>${html}</main></body>`, [gcse, fft]);
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
    expect(expandAcronyms('<p>GCSE</p>', [gcse])).toBe('<p>GCSE</p>');
  });

  it('have two capitals or more', () => {
    expect(['GCSE', 'EBacc', 'NEET', 'Ofsted', 'A level', 'KS1', 'EYFS profile'].filter(isAcronym)).toEqual([
      'GCSE',
      'EBacc',
      'NEET',
    ]);
  });
});
