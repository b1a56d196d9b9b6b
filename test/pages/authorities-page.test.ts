import { expect, it } from 'vitest';
import { publishedLedger, siteText } from '../support/site.ts';

const page = siteText('2013-14/attendance/absence-overall/index.html');
const ledger = publishedLedger('2013-14');
const rank = ledger.figures.find(({ id }) => id.startsWith('absence-overall.rank.') && id.includes('201314'));

it('every authority is listed once, in order, with the line its figure was read from', () => {
  const rows = [
    ...page.matchAll(
      /<th scope="row"[^>]*>([^<]+)<\/th>\s*<td[^>]*>(\d+)<\/td>\s*<td[^>]*id="([^"]+)">([\d.]+)%/g,
    ),
  ];
  expect(rows).toHaveLength(152);
  expect(new Set(rows.map(([, name]) => name)).size).toBe(152);
  const numbers = rows.map(([, , , , figure]) => Number(figure));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  const places = rows.map(([, , place]) => Number(place));
  expect(places).toEqual(numbers.map(number => 1 + numbers.filter(other => other < number).length));
});

it('the council’s own place is the one in the sentence and the ledger', () => {
  expect(rank).toMatchObject({ value: 14, of: 152, tied: 2 });
  expect(page).toContain('joint 14th of 152 authorities');
  expect(page).toMatch(/class="places__own" id="ours">\s*<th[^>]*>Cheshire East<\/th>\s*<td[^>]*>14</);
});

it('the rank’s evidence leads to the list of every authority', () => {
  expect(siteText('2013-14/attendance/numbers/absence-overall/index.html')).toContain(
    'The figures of 152 authorities',
  );
});
