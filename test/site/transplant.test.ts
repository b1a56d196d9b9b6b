import { serializeOuter } from 'parse5';
import { describe, expect, it } from 'vitest';
import { elementsOf, hasClass, remove, transplant, within } from '../../src/site/transplant.ts';

const cut = (html: string) => elementsOf(`<main>${html}</main>`, element => hasClass(element, 'cut'));
function moved(html: string, options: Partial<Parameters<typeof transplant>[1]> = {}): string {
  const [element] = cut(html);
  if (element === undefined) throw new Error('nothing to cut');
  transplant(element, {
    prefix: 'a-',
    headingLevel: 2,
    linkTo: href => (/^https:/.test(href) ? href : null),
    classOf: name => (name === 'cut' ? null : `k-${name}`),
    ...options,
  });
  return serializeOuter(element);
}

describe('a part of a page that is moved', () => {
  it('is found wherever it stands, and not again within itself', () => {
    expect(cut('<div><p class="cut">1<b class="cut">2</b></p></div><p class="x cut">3</p>')).toHaveLength(2);
  });

  it('has its ids prefixed, and every kind of reference to them', () => {
    const html = [
      '<div class="cut" id="t"><section aria-labelledby="c t" tabindex="0"><b id="c">C</b></section>',
      '<label for="i">I</label><input id="i" aria-describedby="c"><button type="button" popovertarget="c">B</button>',
      '<svg><path id="p" clip-path="url(#p)" fill="url(#p)"></path></svg><a href="#c">to</a>',
      '<table><tbody><tr><td headers="c t">1</td></tr></tbody></table></div>',
    ].join('');
    const text = moved(html);
    for (const known of ['id="a-t"', 'aria-labelledby="a-c a-t"', 'for="a-i"', 'aria-describedby="a-c"'])
      expect(text).toContain(known);
    for (const known of ['popovertarget="a-c"', 'clip-path="url(#a-p)"', 'href="#a-c"', 'headers="a-c a-t"'])
      expect(text).toContain(known);
    expect(text.match(/(?<!a-)\b[tcip]"|#[tcip]\b/g)).toBeNull();
  });

  it('has its first heading at the level wanted, the others below it, none beyond six', () => {
    const html = '<div class="cut"><h3>A</h3><h4>B</h4><h5>C</h5></div>';
    expect(moved(html).match(/<h\d/g)).toEqual(['<h2', '<h3', '<h4']);
    expect(moved(html, { headingLevel: 5 }).match(/<h\d/g)).toEqual(['<h5', '<h6', '<h6']);
    expect(moved(html, { headingLevel: 5 })).toContain('<h5>A</h5>');
  });

  it('keeps the words of links that lead nowhere, and sends the others where they are told', () => {
    const html =
      '<p class="cut">x <a href="../y.html" download><b>1</b>2</a> <a href="https://z.example/">z</a> <a href="#gone">g</a></p>';
    expect(moved(html)).toBe('<p>x <b>1</b>2 <a href="https://z.example/">z</a> g</p>');
    const linkTo = (href: string) => new URL(href, 'https://r.example/2013-14/ks2/').href;
    const linked = moved(html, { linkTo });
    expect(linked).toContain('<a href="https://r.example/2013-14/y.html"><b>1</b>2</a>');
    expect(linked).toContain('href="https://r.example/2013-14/ks2/#gone"');
  });

  it('has its classes renamed, and loses what only our pages use', () => {
    expect(moved('<p class="cut lead" data-sentence="1">x</p>')).toBe('<p class="k-lead">x</p>');
  });

  it('can lose an element whole, or keep its words', () => {
    const [element] = cut('<p class="cut">a <i>b</i> <b>c <u>d</u></b></p>');
    if (element === undefined) throw new Error('nothing to cut');
    for (const each of within(element))
      if (['i', 'b'].includes(each.tagName)) remove(each, each.tagName === 'b');
    expect(serializeOuter(element)).toBe('<p class="cut">a  c <u>d</u></p>');
  });
});
