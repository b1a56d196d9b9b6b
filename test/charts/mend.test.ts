import { describe, expect, it } from 'vitest';
import { mendDrawing } from '../../src/charts/mend.ts';

const vega = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" class="marks" width="640" height="90" viewBox="0 0 640 90">
<g fill="none" stroke-miterlimit="10" transform="translate(0,0)"><g class="mark-group role-frame root" role="graphics-object" aria-roledescription="group mark container">
<path class="background" aria-hidden="true" d="M0,0h640v90h-640Z" fill="white"/><clipPath id="clip1"><path d="M0,0h4v4Z"/></clipPath>
<g clip-path="url(#clip1)"><path aria-label="y: 61.53846" role="graphics-symbol" d="M0,61.53846L10.00049,1e-7" stroke="red"/></g>
<text text-anchor="end" transform="translate(8.123456,9)" font-family="sans-serif" font-size="14px">84% &amp; more</text></g></g></svg>`;

const mended = mendDrawing(vega, { id: 'ks2-rwm', width: 'narrow', name: 'Line chart.' });

describe('mending what Vega draws', () => {
  it('names the whole as one image of no fixed size, and hides what is in it', () => {
    expect(mended).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" class="chart chart--narrow" role="img" aria-label="Line chart." focusable="false" overflow="visible" viewBox="0 -5 640 95"><g aria-hidden="true"/,
    );
  });

  it('takes out roles, labels, classes, fonts and the background', () => {
    expect(mended).not.toMatch(
      /graphics|roledescription|y: |background|white|sans-serif"\/|miterlimit|class="m/,
    );
  });

  it('rounds coordinates to two decimals', () => {
    expect(mended).toContain('d="M0,61.54L10,0"');
    expect(mended).toContain('x="8.12" y="9"');
  });

  it('makes ids, and what points to them, the figure’s own', () => {
    expect(mended).toContain('id="ks2-rwm-narrow-clip1"');
    expect(mended).toContain('url(#ks2-rwm-narrow-clip1)');
  });

  it('keeps words as they are', () => {
    expect(mended).toContain('>84% &amp; more</text>');
  });
});
