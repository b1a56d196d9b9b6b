import { expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import { gapFindings } from '../../src/judgements/gap.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import type { Layout } from '../../src/pages/material.ts';
import { byWeight, type Part } from '../../src/pages/parts.ts';
import { unlinked } from '../../src/pages/printer.ts';
import { stageTables } from '../../src/pages/stage-table.ts';
import {
  cell,
  indicatorOf,
  nation,
  observationOf,
  type Row,
  region,
  settingOf,
  sex,
} from '../support/findings.ts';

const reading = indicatorOf({ breakdowns: ['Sex'], comparators: ['nation', 'region'] });
const writing = indicatorOf({ id: 'writing', short: 'Writing', comparators: ['nation', 'region'] });
const maths = indicatorOf({ id: 'maths', short: 'Maths', comparators: ['nation', 'region'] });
const boys = { topic: 'Sex', group: 'Boys' };
const girls = { topic: 'Sex', group: 'Girls' };

const rows: readonly (readonly [Indicator, Row])[] = [
  [reading, { value: cell('84') }],
  [reading, { value: cell('83'), period: '201213' }],
  [reading, { value: cell('80'), period: '201112' }],
  [reading, { value: cell('84'), area: nation.code }],
  [reading, { value: cell('78'), breakdown: boys }],
  [reading, { value: cell('90'), breakdown: girls }],
  [reading, { value: cell('79'), breakdown: boys, area: nation.code }],
  [reading, { value: cell('86'), breakdown: girls, area: nation.code }],
  [writing, { value: cell('60') }],
  [writing, { value: cell('80'), area: nation.code }],
  [maths, { value: cell('70'), period: '201213' }],
];
const setting = settingOf(
  rows.map(([indicator, row]) => observationOf(indicator, row)),
  [reading, writing, maths],
);
const layout = { setting, printer: unlinked } as unknown as Layout;

const parts: readonly Part[] = [reading, writing, maths].map(indicator => ({
  kind: 'indicator',
  id: indicator.id,
  heading: indicator.label,
  found: { indicator, everyone: findingsOn(setting, indicator), groups: [], localities: [] },
}));

const textsOf = (table: ReturnType<typeof stageTables>[number] | undefined) =>
  table?.rows.map(({ header, cells }) => [header, ...cells.map(({ text }) => text)]);

it('has every measure in its order, and no column that would be empty', () => {
  const [table] = stageTables(layout, parts);
  expect(region.name).toBe('North West');
  expect(table?.columns.map(({ text }) => text)).toEqual([
    'Measure',
    'Trend',
    'Ours',
    'England',
    'Year before',
    'Change',
  ]);
  expect(textsOf(table)).toEqual([
    ['Reading', '84%', '84%', '83%', '+1'],
    ['Writing', '60%', '80%', '[z]', '[z]'],
    ['Maths', '70%', '[x]', '[z]', '[z]'],
  ]);
});

it('says the year of a figure that is not the edition’s, and draws no line of fewer than three years', () => {
  const [table] = stageTables(layout, parts);
  expect(table?.rows.map(({ year }) => year)).toEqual([null, null, '2012/13']);
  expect(table?.rows.map(({ spark }) => spark?.line.council.length ?? null)).toEqual([3, null, null]);
});

it('sets both groups of a gap, and the nation’s gap, beside it', () => {
  const gaps = gapFindings(setting, reading, [sex]).map(found => ({
    kind: 'gap' as const,
    id: 'reading-sex-boys',
    heading: 'Reading: boys and girls',
    found,
  }));
  const [table] = stageTables(layout, gaps);
  expect(table?.caption).toBe('Every gap, 2013/14');
  expect(table?.columns.slice(2, 4).map(({ text }) => text)).toEqual(['Boys', 'Girls']);
  expect(textsOf(table)).toEqual([['Reading', '78%', '90%', '12', '7', '[x]']]);
});

it('is headed by the year of its rows where none is of the edition’s, and then says it once', () => {
  const [table] = stageTables(
    layout,
    parts.filter(({ id }) => id === 'maths'),
  );
  expect(table?.caption).toBe('Every measure, 2012/13');
  expect(table?.rows.map(({ year }) => year)).toEqual([null]);
});

it('begins with what weighs most, and then has all others in their order', () => {
  const { leads, parts: ordered } = byWeight(setting, parts);
  expect(leads).toBe(1);
  expect(ordered.map(({ id }) => id)).toEqual(['writing', 'reading', 'maths']);
});
