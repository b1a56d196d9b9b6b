import { describe, expect, it } from 'vitest';
import { mendDrawing } from '../../src/charts/mend.ts';

const vega = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" class="marks" width="640" height="90" viewBox="0 0 640 90">
<g fill="none" stroke-miterlimit="10" transform="translate(20,0)"><g class="mark-group role-frame root" role="graphics-object" aria-roledescription="group mark container">
<path class="background" aria-hidden="true" d="M0,0h640v90h-640Z" fill="white"/>
<g class="mark-rule"/><g transform="translate(0,5)"><path aria-label="y: 61.53846" role="graphics-symbol" d="M0,61.53846L10.00049,1e-7" stroke="red"/><path stroke="blue"/></g>
<g><text text-anchor="end" transform="translate(8.123456,9)" font-family="sans-serif" font-size="14px">84% &amp; more</text><text transform="translate(0,0)"></text></g></g></g></svg>`;

const mended = mendDrawing(vega, { width: 'narrow', name: 'Line “A” & "B".' });

describe('mending what Vega draws', () => {
  it('names the whole as one image of no fixed size, and hides what is in it', () => {
    expect(mended).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" class="chart chart--narrow" role="img" aria-label="Line “A” &amp; &quot;B&quot;." focusable="false" overflow="visible" viewBox="0 -5 640 95"><g aria-hidden="true"/,
    );
  });

  it('takes out roles, labels, classes, fonts and the background', () => {
    expect(mended).not.toMatch(
      /graphics|roledescription|y: |background|white|sans-serif"\/|miterlimit|class="m/,
    );
  });

  it('rounds coordinates to two decimals', () => {
    expect(mended).toContain('d="M20,66.54L30,5"');
    expect(mended).toContain('x="28.12" y="9"');
  });

  it('leaves out what shows nothing', () => {
    expect(mended).not.toMatch(/blue|<text[^>]*><|<g><\/g>/);
  });

  it('says once what looks the same of all marks of a group', () => {
    const marks = '<g><path d="M1,1" stroke="red" fill="red"/><path d="M2,2" stroke="red" fill="blue"/></g>';
    const both = mendDrawing(`<svg viewBox="0 0 9 9">${marks}</svg>`, { width: 'spark', name: null });
    expect(both).toContain('<g stroke="red"><path d="M1,1" fill="red"/><path d="M2,2" fill="blue"/></g>');
  });

  it('refuses an id, which could meet that of another drawing', () => {
    const clipped = vega.replace('<g class="mark-rule"/>', '<clipPath id="clip1"/>');
    expect(() => mendDrawing(clipped, { width: 'wide', name: 'Line chart.' })).toThrow('invalid drawing');
  });

  it('keeps words as they are', () => {
    expect(mended).toContain('>84% &amp; more</text>');
  });
});
