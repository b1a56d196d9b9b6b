import { expect, test } from 'vitest';
import { levelOf } from '../../src/judgements/figures.ts';
import { nationBeside } from '../../src/judgements/setting.ts';
import { total } from '../../src/model/breakdown.ts';
import type { Figure } from '../../src/model/figure.ts';
import { yearsOfNoFigure } from '../../src/narrative/typed-years.ts';
import { cell, indicatorOf, nation, observationOf, settingOf } from '../support/findings.ts';

const indicator = indicatorOf();

/** England's figure of a year. */
function figureOf(period: string): Figure {
  const rows = [observationOf(indicator, { value: cell('84'), period, area: nation.code })];
  const setting = settingOf(rows, [indicator]);
  const held = levelOf(setting, indicator, nationBeside(setting), total, period);
  if (held === null) throw new Error('no figure');
  return held.figure;
}

const figures: Readonly<Record<string, Figure | null>> = {
  now: figureOf('201314'),
  'now in 2012/13': figureOf('201213'),
  change: {
    ...figureOf('201314'),
    kind: 'change',
    about: { is: 'since', year: '201213', pair: 'years' } as never,
  },
  unknown: null,
};

function years(words: string): readonly string[] {
  const found = [...words.matchAll(/\{([^}]*)\}/g)].map(({ 1: name = '', index }) => ({
    index,
    figure: figures[name] ?? null,
  }));
  return yearsOfNoFigure(words, found).map(({ typed, at, year }) => `${typed} ${at} ${year}`);
}

test.each([
  ['In 2012/13, {now} of our pupils did.', ['2012/13 0 2013/14']],
  ['In 2012-13, {now} of our pupils did.', ['2012-13 0 2013/14']],
  ['In 2013/15, {now} of our pupils did.', ['2013/15 0 2013/14']],
  ['We did well in\n2011, with {now}.', ['2011 0 2013/14']],
  ['It was {now in 2012/13}. In 2012/13, {now} did.', ['2012/13 1 2013/14']],
  ['In 2013/14, {now} did, and in 2012/13, {now in 2012/13}.', []],
  ['In 2013/14, {now} did. A new test came in 2012/13.', []],
  ['In 2014, {now} did; in 2013, {now} had begun.', []],
  ['Since 2010/11 it has risen to {now}.', []],
  ['In 2012/13, when we hoped for 90, it was {now}.', ['2012/13 0 2013/14']],
  ['Our plan asks for 90 in 2016/17; now it is {now}.', []],
  ['It was {now in 2012/13}.', []],
  ['In 2012/13, {unknown} did.', []],
])('%s', (words, found) => {
  expect(years(words)).toEqual(found);
});

test('a change is of both of its years', () => {
  expect(years('It was up {change} from what it had been in 2012/13.')).toEqual([]);
  expect(years('It was up {change} in 2011/12.')).toEqual(['2011/12 0 2013/14']);
});
