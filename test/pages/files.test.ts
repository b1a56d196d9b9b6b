import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { column, csvText } from '../../src/pages/data-files.ts';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { viewsOf } from '../support/views.ts';

function report(overrides: Readonly<Record<string, Override>> = {}) {
  const made = withCouncilFolder(overrides, root => makeReport(root));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  return { ...made.report, ...viewsOf(made.report) };
}

it('a CSV of figures says of each its area, number or reason, status, file and line', () => {
  const text = report().files.find(({ path }) => path === '2013-14/figures.csv')?.text ?? '';
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  const row = (id: string) => rows.find(({ figure }) => figure === id);
  expect(row('ks2-reading.observation.total.w01.201314')).toMatchObject({
    area_name: 'Winterfold',
    value: '84',
    value_status: '',
    text: '84%',
    absent: '',
    status: 'provisional',
    source_file: 'data/observations/ks2/201314.csv',
    source_line: '2',
  });
  expect(row('ks2-reading.observation.total.w02.201314')).toMatchObject({
    value: '',
    value_status: 'c',
    text: '[c]',
    absent: 'suppressed',
  });
});

it('a section names the source of every row it shows, then the measure’s own', () => {
  const found = report({
    'data/observations/ks2/201213.csv': text =>
      text.replace('81,,,final,2013-08-29,invented-results', '81,,,final,2013-08-29,invented-inspections'),
  });
  const sections = found.themes.flatMap(({ groups }) => groups.flatMap(each => each.sections));
  expect(
    sections.find(({ id }) => id === 'ks2-reading')?.sources.map(({ title, detail }) => [title, detail]),
  ).toEqual([
    ['Invented results', 'Department for Invention, 28 August 2014. Open Government Licence v3.0.'],
    ['Invented inspections', 'Inspectorate of Invention. Open Government Licence v3.0.'],
  ]);
});

it('a measure with figures for groups alone has a section of its own', () => {
  const groupsOnly = (text: string) => text.replaceAll(/^ks2-reading,W01,\d+,Total.*\n/gm, '');
  const found = report({
    'data/observations/ks2/201213.csv': groupsOnly,
    'data/observations/ks2/201314.csv': groupsOnly,
    'data/catalogue/ks2.yaml': text => text.replace('topics: [Sex]', 'topics: []'),
    'data/editions/201314.yaml': text => text.replace('[ks2-reading]', '[ks2-progress]'),
  });
  const sections = found.themes.flatMap(({ groups }) => groups.flatMap(each => each.sections));
  expect(sections.find(({ id }) => id === 'ks2-reading')?.paragraphs.flat()).toHaveLength(2);
});

it('the section of a gap names both groups', () => {
  const found = report({
    'data/breakdowns.yaml': text => `${text}      - group: Girls\n        against: Boys\n`,
  });
  const [first] = found.themes[0]?.groups ?? [];
  expect(first?.sections.map(({ heading }) => heading)).toEqual([
    'Reading: Boys and Girls',
    'Reading: Girls and Boys',
  ]);
});

it('an edition says that it is a draft', () => {
  const drafts = (status: string) =>
    report({
      'data/editions/201314.yaml': text => text.replace('status: published', `status: ${status}`),
    }).homes.map(({ edition }) => edition.draft);
  expect([drafts('draft'), drafts('published')]).toEqual([[true], [false]]);
});

it('no words in a CSV are a formula to a spreadsheet, and numbers are numbers', () => {
  const words = ['=HYPERLINK("https://a.example")', '@SUM(1)', '+A1', '-2+3', '-1.5', '+0.3', '−1', '- none'];
  const cells = parse(csvText([column('a', '', (word: string) => word)], words), {
    bom: true,
    from: 2,
  }).flat();
  expect(cells).toEqual([
    '\'=HYPERLINK("https://a.example")',
    "'@SUM(1)",
    "'+A1",
    "'-2+3",
    '-1.5',
    '+0.3',
    '−1',
    "'- none",
  ]);
});

it('a CSV reads back as what was written, whatever stands in its fields', () => {
  const names = ['name', 'said', 'number'];
  const rows = [
    ['Hull, Kingston upon', 'the "inner" wards', 4],
    ['two\nlines', '', 0],
    [' kept as it is ', null, undefined],
  ];
  const columns = names.map((name, at) => column(name, '', (row: (typeof rows)[number]) => row[at]));
  const text = csvText(columns, rows);
  expect(parse(text, { bom: true })).toEqual([
    names,
    ...rows.map(row => row.map(field => String(field ?? ''))),
  ]);
  // The mark says to Excel that it is UTF-8.
  expect(text.split('\n')[0]).toBe('\ufeffname,said,number');
});
