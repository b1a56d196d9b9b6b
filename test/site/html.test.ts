import { expect, it } from 'vitest';
import { nextTag } from '../../src/site/html.ts';

it('tags are found one after the other, with their names; comments and signs in text are none', () => {
  const html = '<!--drawing 3--><p class="a">1 < 2</p><h1 id="x">A</h1><linearGradient/><br';
  const tags: string[] = [];
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, tag.end)) {
    expect(html.slice(tag.at, tag.end)).toMatch(/^<.*>$/);
    tags.push(`${tag.isEnd ? '/' : ''}${tag.name}${html.slice(tag.nameEnd, tag.end - 1)}`);
  }
  expect(tags).toEqual(['p class="a"', '/p', 'h1 id="x"', '/h1', 'linearGradient/']);
});
