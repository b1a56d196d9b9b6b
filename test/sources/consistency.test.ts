import { expect, test } from 'vitest';
import { withCouncilFolder } from '../support/council-folder.ts';
import { loadFolder } from '../support/load-folder.ts';

const path = 'data/catalogue/ks2.yaml';

/** The issues when lines are added to the last indicator, which runs from 2012/13 to 2013/14. */
function added(lines: string): readonly string[] {
  const { issues } = withCouncilFolder({ [path]: text => `${text}${lines}` }, loadFolder);
  return issues.map(({ line, column, rule }) => `${line}:${column} ${rule}`);
}

const breakAt = (...years: readonly string[]) =>
  `    breaks:\n${years.map(year => `      - { from: ${year}, kind: scale, note: The scale changed. }\n`).join('')}`;

test.each([
  [['201314'], []],
  [['201213'], ['40:17 break-outside-start-end']],
  [['201112'], ['40:17 break-outside-start-end']],
  [['201415'], ['40:17 break-outside-start-end']],
  [['201314', '201314'], ['41:17 break-out-of-order']],
] as const)('breaks at %j have the issues %j', (years, said) => {
  expect(added(breakAt(...years))).toEqual(said);
});

test('a comparator needs areas to be set beside', () => {
  const { issues } = withCouncilFolder(
    {
      'data/areas.yaml': text => text.slice(0, text.indexOf('neighbours:')),
      'data/editions/201314.yaml': text => text.replace(/neighbours.*\n/, ''),
      [path]: text => text.replace('comparators: [nation]', 'comparators: [estimates, united-kingdom]'),
    },
    loadFolder,
  );
  expect(issues.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual([
    '17:35 missing-comparator',
    '33:19 missing-comparator',
    '33:30 missing-comparator',
  ]);
});

test('an end before the start is one issue, whatever rows there are', () => {
  const { issues } = withCouncilFolder(
    { [path]: text => text.replace('end: 201314', 'end: 201112') },
    loadFolder,
  );
  expect(issues.map(issue => issue.rule)).toEqual(['end-before-start']);
});
