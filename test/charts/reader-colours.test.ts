import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const text = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('every colour that a drawing takes from its page has one of the reader’s own, on pages and in embedded sections', () => {
  const drawn = [...text('src/charts/palette.ts').matchAll(/named\('([a-z0-9-]+)'/g)].map(([, name]) => name);
  const colours = text('templates/styles/_reader-colours.scss');
  const series = /\$series in \(([^)]*)\)/.exec(colours)?.[1]?.split(', ') ?? [];
  const given = [...colours.matchAll(/--chart-([a-z0-9-]+):/g)].map(([, name]) => name).concat(series);
  expect([...new Set(drawn)].filter(name => !given.includes(name))).toEqual([]);
  expect(drawn.length).toBeGreaterThan(10);
  for (const sheet of ['_charts', 'embed'])
    expect(text(`templates/styles/${sheet}.scss`)).toContain('@include reader-colours.drawings;');
});
