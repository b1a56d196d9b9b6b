// What is true of every council, as it ships with the tool: whole, and of one piece.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { total } from '../src/model/breakdown.ts';
import { type Break, indicatorSchema, type Pause } from '../src/model/indicator.ts';
import { statuses } from '../src/model/observation.ts';
import { catalogueFileSchema } from '../src/model/theme.ts';
import { academicYear, isoDate } from '../src/model/time.ts';
import { breakdownsFileSchema, glossaryFileSchema, sourcesFileSchema } from '../src/sources/schemas.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const england = join(repository, 'data/england');
const text = (name: string) => readFileSync(join(england, name), 'utf8');
const rowsOf = (csv: string) => parse(csv, { columns: true, bom: true }) as Record<string, string>[];
const repeated = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);

// An indicator names breaks and pauses that many share, and the family of releases it comes out with.
const named = z.looseObject({
  release: z.string(),
  breaks: z.array(z.string()).default([]),
  pauses: z.array(z.string()).default([]),
});
const shared = load(text('breaks.yaml')) as {
  readonly pauses: readonly (Pause & { readonly id: string })[];
  readonly breaks: readonly (Break & { readonly id: string })[];
};
const breakOf = new Map(shared.breaks.map(({ id, ...rest }) => [id, rest]));
const pauseOf = new Map(shared.pauses.map(({ id, ...rest }) => [id, rest]));

const files = readdirSync(join(england, 'catalogue')).map(file => ({
  file,
  data: load(text(`catalogue/${file}`)) as {
    readonly theme: object;
    readonly indicators?: readonly object[];
  },
}));
const entries = files.flatMap(({ file, data }) =>
  (data.indicators ?? []).map(entry => ({ file, entry: named.parse(entry) })),
);
const indicators = entries.map(({ entry: { release: _, breaks, pauses, ...entry } }) =>
  indicatorSchema.parse({
    ...entry,
    breaks: breaks.flatMap(id => breakOf.get(id) ?? []),
    pauses: pauses.flatMap(id => pauseOf.get(id) ?? []),
  }),
);
const indicatorOf = new Map(indicators.map(indicator => [indicator.id, indicator]));
const { topics } = breakdownsFileSchema.parse(load(text('breakdowns.yaml')));
const { sources } = sourcesFileSchema.parse(load(text('sources.yaml')));
const { terms } = glossaryFileSchema.parse(load(text('glossary.yaml')));
const calendar = rowsOf(text('calendar.csv'));
const series = readdirSync(join(england, 'series')).flatMap(file =>
  rowsOf(text(`series/${file}`)).map(row => ({ publication: file.replace('.csv', ''), ...row })),
) as { readonly publication: string; readonly [column: string]: string }[];

describe('the national catalogue', () => {
  it('sets no number of things beside another area’s, for a larger one has more of everything', () => {
    const counts = indicators.filter(
      ({ id, unit }) => unit === 'incidents' && id !== 'social-worker-caseload',
    );
    expect(counts.length).toBeGreaterThan(5);
    expect(counts.filter(({ comparators, ranked }) => comparators.length > 0 || ranked)).toEqual([]);
  });

  it('has every chapter as the schema has it, its name that of its file', () => {
    for (const { file, data } of files) {
      const { theme } = catalogueFileSchema.parse({ theme: data.theme });
      expect(`${theme.id}.yaml`).toBe(file);
    }
  });

  it('holds at least 120 indicators, none twice and none of the reference council’s own', () => {
    const own = readdirSync(join(repository, 'data/catalogue')).flatMap(file =>
      (
        load(readFileSync(join(repository, 'data/catalogue', file), 'utf8')) as {
          readonly indicators?: readonly { readonly id: string }[];
        }
      ).indicators?.map(({ id }) => id),
    );
    expect(indicators.length).toBeGreaterThanOrEqual(120);
    expect(repeated(indicators.map(({ id }) => id))).toEqual([]);
    expect(repeated(indicators.map(({ label }) => label))).toEqual([]);
    expect(repeated(indicators.map(({ short }) => short))).toEqual([]);
    expect(indicators.filter(({ id }) => own.includes(id))).toEqual([]);
  });

  it('says how many stand behind a figure: few children are looked after, in need or permanently excluded', () => {
    const behind = (id: string) => indicatorOf.get(id)?.pupils;
    const few = indicators.filter(({ members = '' }) =>
      /looked.after|protection plan|children in need|care leavers|stopped being/.test(members),
    );
    expect(few.length).toBeGreaterThan(30);
    expect(few.filter(({ pupils }) => pupils !== 'few').map(({ id }) => id)).toEqual([]);
    expect(['cla-rate', 'cpp-rate', 'permanent-exclusions', 'send-appeals'].map(behind)).toEqual(
      Array(4).fill('few'),
    );
    expect(['suspensions', 'ehc-20-weeks', 'post16-three-a', 'cin-rate'].map(behind)).toEqual(
      Array(4).fill('many'),
    );
    const results = [
      'overall-absence',
      'eyfs-good-level',
      'phonics-year1',
      'ks2-rwm-expected',
      'ks4-attainment8',
    ];
    expect(results.map(behind)).toEqual(Array(5).fill('all'));
  });

  it('names only breaks, pauses, releases, sources and groups of pupils that are held', () => {
    for (const { entry } of entries) {
      for (const id of entry.breaks) expect([...breakOf.keys()]).toContain(id);
      for (const id of entry.pauses) expect([...pauseOf.keys()]).toContain(id);
      expect(calendar.map(row => row.series)).toContain(entry.release);
    }
    for (const indicator of indicators) {
      expect(sources.map(({ id }) => id)).toContain(indicator.source);
      for (const topic of indicator.breakdowns) expect(topics.map(({ id }) => id)).toContain(topic);
    }
  });

  it('breaks no series before it begins or after it ends', () => {
    const outside = indicators.flatMap(({ id, start, end = '999900', breaks }) =>
      breaks.filter(({ from }) => from <= start || from > end).map(({ from }) => `${id} ${from}`),
    );
    expect(outside).toEqual([]);
  });

  it('ranks only where a direction is better', () => {
    expect(indicators.filter(({ ranked, polarity }) => ranked && polarity === 'neutral')).toEqual([]);
    expect(indicators.filter(({ ranked, polarity }) => !ranked && polarity !== 'neutral')).toEqual([]);
  });
});

describe('the words and publications of England', () => {
  it('are named once', () => {
    for (const names of [
      sources.map(({ id }) => id),
      topics.map(({ id }) => id),
      terms.map(({ term }) => term),
      terms.flatMap(({ forms = [] }) => forms),
      [...shared.breaks, ...shared.pauses].map(({ id }) => id),
    ])
      expect(repeated(names)).toEqual([]);
  });

  it('set only groups against each other that the topic has', () => {
    for (const { groups, gaps } of topics)
      for (const { group, against } of gaps)
        for (const id of [group, against]) expect(groups.map(each => each.id)).toContain(id);
  });
});

describe('the release calendar', () => {
  it('gives every family, period and status one day, and says whether the publisher states it', () => {
    const row = z.strictObject({
      series: z.string().regex(/^[a-z0-9-]+$/),
      period: academicYear,
      status: z.enum(statuses),
      released: isoDate,
      stated: z.enum(['stated', 'assumed']),
    });
    for (const each of calendar) row.parse(each);
    expect(repeated(calendar.map(each => `${each.series} ${each.period} ${each.status}`))).toEqual([]);
  });

  it('has the days that the publisher states', () => {
    const day = (family: string, period: string, status: string) =>
      calendar.find(each => each.series === family && each.period === period && each.status === status);
    expect(day('ks4', '201819', 'revised')).toMatchObject({ released: '2020-02-06', stated: 'stated' });
    expect(day('ks2', '202324', 'provisional')).toMatchObject({ released: '2024-09-10', stated: 'stated' });
    expect(day('eyfsp', '202324', 'final')).toMatchObject({ released: '2024-11-28', stated: 'stated' });
  });

  it('has no day for figures that were never made', () => {
    const made = new Set(calendar.map(({ series, period }) => `${series} ${period}`));
    const never = ['eyfsp', 'phonics', 'ks1', 'ks2'].flatMap(family =>
      ['201920', '202021'].map(period => `${family} ${period}`),
    );
    expect(never.filter(each => made.has(each))).toEqual([]);
  });

  it('gives provisional figures before revised ones, and those before final ones', () => {
    const order = Map.groupBy(calendar, ({ series, period }) => `${series} ${period}`);
    for (const rows of order.values()) {
      const days = statuses
        .flatMap(status => rows.filter(row => row.status === status))
        .map(row => row.released);
      expect(days).toEqual(days.toSorted());
    }
  });
});

describe('what feeds the measures', () => {
  it('is a series of a publication that is held, for an indicator and a group that are', () => {
    for (const row of series) {
      const indicator = indicatorOf.get(row.indicator ?? '');
      expect(sources.map(({ id }) => id)).toContain(row.publication);
      expect(indicator, row.indicator).toBeDefined();
      if (row.topic === total.topic) expect(row.group).toBe(total.group);
      else {
        expect(indicator?.breakdowns, `${row.indicator} ${row.topic}`).toContain(row.topic);
        const topic = topics.find(({ id }) => id === row.topic);
        expect(
          topic?.groups.map(({ id }) => id),
          row.topic,
        ).toContain(row.group);
      }
      expect(['', 'base', 'low', 'high']).toContain(row.part);
    }
  });

  it('feeds every indicator from the publication that it names, and nothing twice', () => {
    const fed = new Set(series.map(row => `${row.publication} ${row.indicator}`));
    expect(indicators.filter(({ id, source }) => !fed.has(`${source} ${id}`)).map(({ id }) => id)).toEqual(
      [],
    );
    const values = series.filter(row => row.part !== 'base');
    expect(repeated(values.map(row => `${row.publication} ${row.key} ${row.filters}`))).toEqual([]);
  });

  it('keeps figures of looked-after children and children in need from measures of all pupils', () => {
    const ofCare = series.filter(({ publication }) => publication.startsWith('ees-care-'));
    expect(ofCare.length).toBeGreaterThan(0);
    for (const row of ofCare) {
      const [, group = ''] = /social_care_group=(CLA|CINO|CPPO) /.exec(row.filters ?? '') ?? [];
      const starts = { CLA: 'cla-', CINO: 'cin-', CPPO: 'cpp-' }[group];
      expect(row.indicator?.startsWith(starts ?? 'none'), `${row.indicator} ${row.filters}`).toBe(true);
    }
  });
});

// The department's files are not part of the project; the tests of them run where they are kept beside it.
const data = process.env.KEYSTAGE_DATA ?? join(repository, '../shared/data');
const columnsOf = (file: string, separator = /\r\n|\n|\r/) =>
  rowsOf(`${readFileSync(join(data, file), 'utf8').split(separator).slice(0, 2).join('\n')}\n`)[0] ?? {};

describe.skipIf(!existsSync(data))('the department’s files', () => {
  it('hold every key of the interactive tool that feeds a measure', () => {
    const table = gunzipSync(readFileSync(join(data, 'lait/bds_long.csv.gz'))).toString('utf8');
    const keys = series.filter(({ publication }) => publication === 'lait').map(({ key = '' }) => key);
    expect(keys.length).toBeGreaterThan(200);
    const begins = (key: string) => `\n${key.includes(',') ? `"${key}"` : key},`;
    expect(keys.filter(key => !table.includes(begins(key)))).toEqual([]);
  });

  it.each([
    ['ees-ks4', 'ees/ks4_la_201819_202223.csv'],
    ['ees-eyfsp', 'ees/eyfsp_headline_measures_2022.csv'],
    ['ees-care-ks2', 'ees/ks2_la.csv'],
    ['ees-care-absence', 'ees/absence_la.csv'],
    ['dfe-absence-2006-2019', 'history/absence_200607_201819.csv'],
    ['dfe-exclusions-2006-2017', 'history/exclusions_200607_201617.csv'],
    ['dfe-eyfsp-2013-2019', 'history/eyfsp_gld_201213_201819.csv'],
    ['dfe-ks4-2005-2013', 'history/ks4_table17_2005_2012.csv'],
    ['dfe-ks4-progress-english-2008-2013', 'history/ks4_english_expected_progress.csv'],
    ['dfe-ks4-progress-maths-2008-2013', 'history/ks4_mathematics_expected_progress.csv'],
  ])('hold every column and filter that feeds a measure from %s', (publication, file) => {
    const rows = series.filter(row => row.publication === publication);
    expect(rows.length).toBeGreaterThan(0);
    const columns = Object.keys(columnsOf(file));
    expect(rows.filter(({ key = '' }) => !columns.includes(key)).map(({ key }) => key)).toEqual([]);
    const filters = [...new Set(rows.map(row => row.filters ?? ''))].filter(each => each !== '');
    const lines = filters.length === 0 ? [] : rowsOf(readFileSync(join(data, file), 'utf8'));
    const wanting = filters.filter(filter => {
      const pairs = filter.split('; ').map(pair => pair.split('=') as [string, string]);
      return !lines.some(line => pairs.every(([name, value]) => line[name] === value));
    });
    expect(wanting).toEqual([]);
  });
});
