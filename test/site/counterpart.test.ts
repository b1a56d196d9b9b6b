import { expect, it } from 'vitest';
import { sitePages, siteText } from '../support/site.ts';

const notice = (page: string) =>
  /This is not the latest report\..*?<a href="([^"]+)">([^<]+)<\/a>/s.exec(siteText(page))?.slice(1) ?? null;

it('a page of an earlier edition leads to the same page of the latest', () => {
  expect(notice('2012-13/ks2/index.html')).toEqual([
    '../../2013-14/ks2/index.html',
    'this page in Annual Education Report 2013/14',
  ]);
  expect(notice('2012-13/eyfs/eyfs-gld/index.html')?.[0]).toBe('../../../2013-14/eyfs/eyfs-gld/index.html');
});

it.each([
  'attendance/numbers/index.html',
  'attendance/numbers/absence-overall/index.html',
  'numbers/index.html',
  'claims/index.html',
  'methodology/index.html',
  'glossary/index.html',
  'indicators/index.html',
  'downloads/index.html',
  'embed/index.html',
  'delivery/index.html',
  'plans/index.html',
])('so does %s', page => {
  const up = '../'.repeat(page.split('/').length);
  expect(notice(`2012-13/${page}`)).toEqual([
    `${up}2013-14/${page}`,
    'this page in Annual Education Report 2013/14',
  ]);
});

it('or to its summary, where the latest has no such page', () => {
  expect(sitePages).not.toContain('2013-14/ks4/ks4-5ac-em/index.html');
  expect(notice('2012-13/ks4/ks4-5ac-em/index.html')).toEqual([
    '../../../2013-14/index.html',
    'Annual Education Report 2013/14',
  ]);
  expect(notice('2012-13/index.html')?.[0]).toBe('../2013-14/index.html');
});

it('every page of an earlier edition says so, and none of the latest', () => {
  for (const page of sitePages.filter(name => name.startsWith('2012-13/')))
    expect(notice(page), page).not.toBeNull();
  for (const page of sitePages.filter(name => name.startsWith('2013-14/')))
    expect(notice(page), page).toBeNull();
});
