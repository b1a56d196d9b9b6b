import { describe, expect, it } from 'vitest';
import { readCommentary } from '../../src/narrative/commentary-html.ts';
import type { Named } from '../../src/narrative/figure-names.ts';
import { findingsOf } from '../support/findings.ts';

const place = { file: 'content/commentary/2013-14/ks2.md', line: 1, column: 1 };
const { level, change } = findingsOf(['84', '81']);
const known: Record<string, Named> = {
  'ks2-rwm-l4': { mention: { figure: level.figure, text: '84%' }, figure: level.figure },
  'ks2-rwm-l4 change': {
    mention: { figure: change.figure, text: '3 percentage points' },
    figure: change.figure,
  },
};
const read = (markdown: string) =>
  readCommentary({ edition: '2013-14', theme: 'ks2', markdown, place }, name => known[name] ?? null);
const htmlOf = (markdown: string) => read(markdown).html({ link: ({ kind }) => `x/#${kind}` });

describe('commentary', () => {
  it('says why a figure that may not be given may not', () => {
    const suppressed = findingsOf(['c']).level.figure;
    const { issues } = readCommentary(
      { edition: '2013-14', theme: 'ks2', markdown: 'Of {hidden} we say nothing.', place },
      () => ({ mention: { figure: suppressed, text: suppressed.text }, figure: suppressed }),
    );
    expect(issues).toMatchObject([{ rule: 'figure-not-given', line: 1, column: 4 }]);
    expect(issues[0]?.message).toContain('suppressed');
  });

  it('knows where each link is written, the second of the same address too', () => {
    const places = (markdown: string) => read(markdown).links.map(({ place: { column } }) => column);
    expect(places('[a](x) and [b](x)')).toEqual([5, 16]);
  });

  it('prints a named figure with a link to its evidence', () => {
    const written = 'Reading rose by {ks2-rwm-l4 change}, to {ks2-rwm-l4}.';
    const { issues, mentions } = read(written);
    expect(issues).toEqual([]);
    expect(htmlOf(written)).toBe(
      '<p>Reading rose by <a class="figure" href="/x/#change">3 percentage points</a>, to <a class="figure" href="/x/#observation">84%</a>.</p>\n',
    );
    expect(mentions.map(({ figure }) => figure)).toEqual([change.figure, level.figure]);
  });

  it('finds a name nothing is known by, at its line and column', () => {
    const { issues } = read('A first line.\n\nThen {ks2-rwm-l9} and {ks2-rwm-l4}.');
    expect(issues).toMatchObject([{ rule: 'unknown-figure', line: 3, column: 6, severity: 'error' }]);
    expect(issues[0]?.message).toContain('{ks2-rwm-l9}');
  });

  it('prints markup typed in the text as text, and begins headings under the page’s own', () => {
    expect(htmlOf('<script>alert(1)</script>\n\n# Reading')).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<h3>Reading</h3>\n',
    );
  });
});
