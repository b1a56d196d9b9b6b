import { describe, expect, it } from 'vitest';
import { type Choice, makeReport, readCouncil, reportFrom } from '../src/report.ts';
import { inventedFolder, type Override, withCouncilFolder } from './support/council-folder.ts';
import { viewsOf } from './support/views.ts';

const observations = 'data/observations/ks2/201314.csv';
const inspections = 'data/inspections/201314.csv';
const ks2Words = 'content/commentary/2013-14/ks2.md';
const homeWords = 'content/commentary/2013-14/home.md';

function made(overrides: Readonly<Record<string, Override>> = {}, choice?: Choice) {
  return withCouncilFolder(overrides, root => makeReport(root, choice));
}

function report(overrides: Readonly<Record<string, Override>> = {}, choice?: Choice) {
  const result = made(overrides, choice);
  if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
  return { ...result.report, ...viewsOf(result.report) };
}

const said = (overrides: Readonly<Record<string, Override>>) => {
  const result = made(overrides);
  return result.outcome === 'unknown' ? [] : result.issues.map(({ file, rule }) => `${file} ${rule}`);
};

describe('a folder that was read', () => {
  it('serves a report of each of its areas, as if it were read for that one', () => {
    withCouncilFolder({}, root => {
      const read = readCouncil(root);
      for (const area of [null, 'W02']) {
        const choice = { edition: null, area };
        expect(JSON.stringify(reportFrom(read, choice))).toBe(JSON.stringify(makeReport(root, choice)));
      }
    });
  });
});

describe('commentary in a report', () => {
  it('stops the report when it names a figure that nothing is known by', () => {
    expect(made({ [ks2Words]: 'The gap was {ks2-reading gap Girls}.\n' }).outcome).toBe('issues');
    expect(said({ [ks2Words]: 'The gap was {ks2-reading gap Girls}.\n' })).toContain(
      `${ks2Words} unknown-figure`,
    );
    expect(said({ [homeWords]: 'Reading was {ks2-reading in 2009/10}.\n' })).toContain(
      `${homeWords} unknown-figure`,
    );
  });

  it('is the council’s own: the report of another area has none', () => {
    expect(report().homes[0]?.commentary).toContain('A good year.');
    const other = report({}, { edition: null, area: 'W02' });
    expect(other.site.council).toBe('Summerdale');
    expect([...other.homes, ...other.themes].map(({ commentary }) => commentary)).toEqual(
      [...other.homes, ...other.themes].map(() => null),
    );
  });
});

describe('a choice of edition and area', () => {
  it('cannot be of what the folder does not have', () => {
    expect(made({}, { edition: '2010-11', area: null })).toMatchObject({ outcome: 'unknown' });
    expect(made({}, { edition: null, area: 'W99' })).toMatchObject({ outcome: 'unknown' });
  });

  it('is of that area’s own figures', () => {
    const figures = report({}, { edition: '2013-14', area: 'R01' }).themes[0]?.groups.flatMap(
      ({ sections }) => sections,
    );
    expect(figures?.find(({ id }) => id === 'ks2-reading')?.tables[0]?.columns[1]?.text).toBe('Far North');
  });
});

describe('where the numbers come from', () => {
  const lines = (theme: string, overrides = {}) =>
    report(overrides)
      .evidence.filter(page => page.parent.label === theme)
      .flatMap(({ parts }) => parts.flat());
  const line = (theme: string, anchor: string) => lines(theme).find(each => each.anchor === anchor);

  it('names the file and line of a figure', () => {
    const found = line('Key stage 2', 'ks2-reading.observation.total.w01.201314');
    expect(found).toMatchObject({
      ...{ file: observations, row: 'line 2', publication: 'Invented results, 28 August 2014' },
      settled: 'provisional',
    });
  });

  it('says of a change which years, and leads to both figures on the same page', () => {
    const found = line('Key stage 2', 'ks2-reading.change.total.w01.201314.201213');
    expect(found?.what).toBe('Change from 2012/13 to 2013/14');
    const page = '2013-14/ks2/numbers/ks2-reading/';
    expect(found?.inputs.flatMap(({ href }) => href ?? [])).toEqual([
      `${page}#ks2-reading.observation.total.w01.201314`,
      `${page}#ks2-reading.observation.total.w01.201213`,
    ]);
  });

  it('leads from the executive summary to the chapter’s page', () => {
    const [found] = lines('Executive summary');
    expect(found?.inputs[0]?.href).toBe(
      '2013-14/ks2/numbers/ks2-reading/#ks2-reading.change.total.w01.201314.201213',
    );
  });

  it('has each figure once', () => {
    const anchors = lines('Key stage 2').map(({ anchor }) => anchor);
    expect(anchors).toEqual([...new Set(anchors)]);
  });

  it('says of the change of a gap that it is one', () => {
    const before =
      'ks2-reading,W01,201213,Sex,Girls,88,,,final,,invented-results,\nks2-reading,W01,201213,Sex,Boys,80,,,final,,invented-results,\n';
    const found = lines('Key stage 2', {
      'data/observations/ks2/201213.csv': (text: string) => text + before,
    }).find(({ anchor }) => anchor.endsWith('.gap-girls'));
    expect(found?.what).toBe('Change in the gap from 2012/13 to 2013/14, Boys');
  });
});

describe('a chapter', () => {
  const section = (id: string, overrides: Readonly<Record<string, Override>> = {}) =>
    report(overrides)
      .themes.flatMap(({ groups }) => groups.flatMap(({ sections }) => sections))
      .find(each => each.id === id);

  it('says beneath a chart with a break that lines stop at it, and gives what changed as a caveat', () => {
    const broken = section('ks2-reading', {
      'data/catalogue/ks2.yaml': text =>
        text.replace(
          '    start: 201112\n',
          '    start: 201112\n    breaks:\n      - from: "201314"\n        kind: method\n        note: It was measured anew.\n',
        ),
    });
    expect(broken?.chart?.note).toContain('Lines stop at a dashed line');
    expect(broken?.caveats).toEqual(['It was measured anew.']);
    expect(section('ks2-reading')?.chart?.note).toBe(
      'Figures marked [p] (provisional) may still change, and have hollow marks.',
    );
  });

  it('gives the nation and the region under a profile, with notes of its rows and of small wholes', () => {
    const grades = section('school-grades', {
      [inspections]: text =>
        `${text}school-grades,N01,201314,2014-08-31,Primary,Good,90,2014-11-01,invented-inspections,Nurseries left out.\nschool-grades,N01,201314,2014-08-31,Primary,Outstanding,0,2014-11-01,invented-inspections,\nschool-grades,N01,201314,2014-08-31,Primary,Poor,0,2014-11-01,invented-inspections,\n`,
    });
    expect(grades?.tables[0]?.rows.map(({ header, cells }) => [header, cells.at(-1)?.text])).toEqual([
      ['Primary', '12'],
      ['Secondary', '2'],
      ['All phases', '14'],
      ['Albion, all phases', '90'],
    ]);
    expect(grades?.caveats).toEqual([
      'Weighted by schools: each school counts once, however many pupils it has. It cannot be compared with a share of pupils.',
      'Nurseries left out.',
      'Secondary: 2 schools, so one is 50 percentage points.',
    ]);
    expect(grades?.chart?.chart).toMatchObject({ kind: 'profile', rows: [{ name: 'Primary (12)' }, {}, {}] });
  });
});

describe('the front page', () => {
  const front = (overrides: Parameters<typeof report>[0]) => report(overrides).homes[0];

  it('dates a headline by its figure, not by the edition', () => {
    const { compare, changes } =
      front({ [observations]: text => text.replaceAll(/^ks2-reading,W01,201314,Total.*\n/gm, '') }) ?? {};
    expect(compare?.rows).toMatchObject([{ year: '2012/13', own: { text: '81%' }, nation: { text: '80%' } }]);
    expect(changes?.groups).toEqual([]);
  });

  it('dates a change whose years are not the edition’s and the one before', () => {
    const earlier = (text: string) =>
      text
        .replace(/^ks2-progress.*\n/m, '')
        .replaceAll('201213', '201112')
        .replaceAll('2013-08-29', '2012-08-30');
    const [before = '', kept] = ['data/observations/ks2/201213.csv', 'data/observations/ks2/201112.csv'];
    const since = front({ [before]: null, [kept]: earlier(inventedFolder[before] ?? '') })?.changes.groups;
    expect(since?.flatMap(({ rows }) => rows)).toMatchObject([
      { since: 'since 2011/12', own: { text: 'up 3' } },
    ]);
    const old = front({
      [kept]: earlier(inventedFolder[before] ?? '').replace(',81,', ',78,'),
      [observations]: text => text.replaceAll(/^ks2-reading,W01,201314,Total.*\n/gm, ''),
    })?.changes.groups;
    expect(old?.flatMap(({ rows }) => rows)).toMatchObject([{ since: 'in 2012/13', own: { text: 'up 3' } }]);
  });

  it('draws a headline within the strip, and says at which end it would be beyond', () => {
    const codes = Array.from({ length: 24 }, (_, at) => `V${at}`);
    const areas = codes.map(code => `  - { code: ${code}, name: ${code}, kind: authority }\n`).join('');
    const rows = codes.map(
      (code, at) =>
        `ks2-reading,${code},201314,Total,Total,${at % 2 === 0 ? 70 : 74},,,final,,invented-results,\n`,
    );
    const strip = (nation: number, polarity: string) =>
      front({
        'data/areas.yaml': text => text.replace('neighbours:\n', `${areas}neighbours:\n`),
        [observations]: text =>
          `${text.replace('N01,201314,Total,Total,83', `N01,201314,Total,Total,${nation}`)}${rows.join('')}`,
        'data/catalogue/ks2.yaml': text => text.replace('polarity: high', `polarity: ${polarity}`),
      })?.compare?.rows[0]?.strip;
    expect(strip(60, 'high')).toMatchObject({ own: 96, beyond: 'better' });
    expect(strip(60, 'low')).toMatchObject({ own: 4, beyond: 'worse' });
    expect(strip(84, 'high')).toMatchObject({ own: 50, beyond: null });
    const near = strip(83, 'high');
    expect(near?.own).toBeGreaterThan(50);
    expect(near?.own).toBeLessThan(96);
    expect(near?.middle).toEqual({ from: 4, to: 4 });
    const { from = 50, to = 50 } = strip(72, 'high')?.middle ?? {};
    expect([from < 50, to > 50]).toEqual([true, true]);
  });

  it('says better or worse by the direction of the measure', () => {
    const status = (said: (text: string) => string) =>
      front({ 'data/catalogue/ks2.yaml': said })?.changes.groups.map(({ status }) => status.kind);
    expect(status(text => text)).toEqual(['better']);
    expect(status(text => text.replace('polarity: high', 'polarity: low'))).toEqual(['worse']);
    expect(status(text => text.replace('polarity: high', 'polarity: neutral'))).toEqual([]);
  });
});

describe('the methodology', () => {
  const breaks = (from: string) =>
    report({
      'data/catalogue/ks2.yaml': text =>
        text.replace(
          '    start: 201112\n',
          `    start: 201112\n    breaks:\n      - from: "${from}"\n        kind: method\n        note: It was measured anew.\n`,
        ),
    }).methodology[0]?.breaks;

  it('lists the breaks up to the edition’s own year', () => {
    expect(breaks('201314')).toMatchObject([
      { years: '2013/14', kind: 'method', note: 'It was measured anew.' },
    ]);
    expect(breaks('201415')).toEqual([]);
  });

  it('tells a break, or years without figures, once for all measures that it touches', () => {
    const both =
      "    breaks: [{ from: '201314', kind: method, note: It was measured anew. }]\n    pauses: [{ from: '201213', to: '201213', because: It was not made., before: the last year }]\n";
    const made = report({
      'data/catalogue/ks2.yaml': text =>
        text.replaceAll(/( {4}start: \d+\n)/g, `$1${both}`).replace('start: 201213', 'start: 201112'),
      'data/observations/ks2/201213.csv': null,
    });
    expect(made.methodology[0]?.breaks).toEqual([
      {
        years: '2012/13',
        kind: 'no figures',
        note: 'It was not made.',
        measures: [
          { label: 'Reading', href: '2013-14/ks2/#ks2-reading' },
          { label: 'Progress', href: '2013-14/ks2/#ks2-progress' },
        ],
      },
      expect.objectContaining({ years: '2013/14', measures: [expect.anything(), expect.anything()] }),
    ]);
  });

  it('says the policy in force, the bands and who the neighbours are', () => {
    const [page] = report().methodology;
    expect(page?.disclosure).toEqual([
      expect.stringContaining('from 1 to 5'),
      expect.stringContaining('of 10 pupils or fewer'),
      expect.stringContaining('fewer than 20 pupils'),
      expect.stringMatching(/sums, measures within others, or an earlier edition .* fewer than 5 values/),
      expect.stringMatching(/national bodies have printed is taken as known.*do not promise/),
    ]);
    expect(page?.bands[0]).toMatchObject({
      similar: '0.5',
      slight: '1',
      well: '5',
    });
    expect(page?.neighbours?.names).toEqual(['Summerdale']);
    expect(page?.notes.map(({ note, year }) => [note, year])).toContainEqual([
      'Counted, then checked',
      'Winterfold, 2013/14',
    ]);
  });
});

describe('the site', () => {
  const earlier = {
    'data/editions/201213.yaml': `id: 2012-13
period: 201213
title: Annual education report 2012-13
status: published
cut-off: 2013-12-31
neighbours: statistical-neighbours-2012
themes: [ks2, inspection]
headlines: [ks2-reading]
`,
    'data/areas.yaml': (text: string) =>
      `${text}  - id: statistical-neighbours-2012
    label: Councils once like Winterfold
    source: invented-results
    areas: [R01]
`,
  };

  it('lists editions newest first, the newest at its root, each with its own neighbours', () => {
    const { site, methodology } = report(earlier);
    expect(site.editions.map(({ id, latest }) => [id, latest])).toEqual([
      ['2013-14', true],
      ['2012-13', false],
    ]);
    expect(site.latest.id).toBe('2013-14');
    expect(methodology.map(({ neighbours }) => neighbours?.names)).toEqual([['Far North'], ['Summerdale']]);
  });

  it('says that it is a demonstration, and leads from chapter to chapter', () => {
    const { site, themes } = report();
    expect(site.demonstration).toBe('Winterfold and every figure here are invented.');
    expect(themes.map(({ previous, next }) => [previous?.label, next?.label])).toEqual([
      [undefined, 'Inspection of schools'],
      ['Key stage 2', undefined],
    ]);
  });

  it('is made in spite of warnings, which are kept', () => {
    const result = made({ [homeWords]: '\n' });
    expect(result).toMatchObject({ outcome: 'made', issues: [{ rule: 'empty-commentary' }] });
  });
});

describe('areas by date', () => {
  /** The ledger of Somerset, which was E10000027 to the end of March 2023, in an edition that came out on a day. */
  const codesIn = (cutOff: string) => {
    const renamed: Override = text =>
      text
        .replaceAll('W01', 'E06000066')
        .replaceAll('W02', 'E10000023')
        .replaceAll('R01', 'E12000009')
        .replaceAll('N01', 'E92000001');
    const paths = ['data/council.yaml', 'data/observations/ks2/201213.csv', observations, inspections];
    const { files } = report({
      ...Object.fromEntries(paths.map(path => [path, renamed])),
      'data/areas.yaml': null,
      'data/editions/201314.yaml': text =>
        text.replace('neighbours-2014', 'neighbours-2021-04').replace('2014-12-31', cutOff),
    });
    const text = String(files.find(({ path }) => path === '2013-14/figures.json')?.text);
    return [...new Set(text.match(/E(?:10000027|06000066)/gi))].sort();
  };

  it('are called in an edition as on the day it came out, whatever they are called since', () => {
    expect(codesIn('2023-03-31')).toEqual(['E10000027', 'e10000027']);
    expect(codesIn('2023-04-01')).toEqual(['E06000066', 'e06000066']);
  });
});
