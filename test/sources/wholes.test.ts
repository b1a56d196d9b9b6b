import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/model/indicator.ts';
import { known as figure, type KnownValue } from '../../src/model/value.ts';
import type { Observation } from '../../src/sources/council-folder.ts';
import type { Known } from '../../src/sources/names.ts';
import { checkWholes } from '../../src/sources/wholes.ts';
import { cell, indicatorOf, observationOf, sex } from '../support/findings.ts';
import { reporting } from '../support/reporting.ts';

/** A figure by its text, or by how many of how many it is. */
type Cell = string | readonly [inside: number, of: number];

const bySex = (group: string) => ({ topic: 'Sex', group });
const numberOf = (said: Cell): KnownValue =>
  typeof said === 'string' ? (cell(said) as KnownValue) : figure((said[0] * 100) / said[1], 0, 'exact');

/** What is reported of a figure of everyone with those of girls and of boys. */
function reported(
  [whole, girls, boys]: readonly [Cell, Cell, Cell],
  { said = {}, partial, source }: { said?: Partial<Indicator>; partial?: true; source?: string } = {},
): readonly string[] {
  const indicator = indicatorOf({ breakdowns: ['Sex'], ...said });
  const rows = [
    [whole, { topic: 'Total', group: 'Total' }],
    [girls, bySex('Girls')],
    [boys, bySex('Boys')],
  ] as const;
  const { report, said: issues } = reporting();
  checkWholes(
    rows.map(([given, breakdown], at): Observation => {
      const counts = typeof given === 'string' ? {} : { numerator: given[0], denominator: given[1] };
      const row = observationOf(indicator, { value: numberOf(given), breakdown, ...counts });
      const place = { ...row.place, line: at + 2 };
      return { ...row, place, source: at === 0 && source !== undefined ? source : row.source };
    }),
    {
      indicators: { entries: new Map([[indicator.id, { entry: indicator }]]) },
      topics: { entries: new Map([['Sex', { entry: { ...sex, partial } }]]) },
    } as unknown as Known,
    report,
  );
  return issues();
}

describe('a figure of everyone', () => {
  it('is an issue above or below what all of its groups have: boys 79 of 100, girls 90 of 100, and 95 of all', () => {
    expect(reported(['95', [90, 100], [79, 100]])).toEqual(['2:1 whole-outside-parts']);
    expect(reported(['78', [90, 100], [79, 100]])).toEqual(['2:1 whole-outside-parts']);
    expect(reported(['85', [90, 100], [79, 100]])).toEqual([]);
  });

  it('may be a rounding away from its nearest group', () => {
    expect(reported(['91', '90', '79'])).toEqual([]);
    expect(reported(['92', '90', '79'])).toEqual(['2:1 whole-outside-parts']);
  });

  it('is held to its counts where a publication has all of them, and leaves room for pupils in neither group', () => {
    expect(
      reported([
        [170, 200],
        [90, 100],
        [79, 100],
      ]),
    ).toEqual(['2:1 whole-outside-parts']);
    expect(
      reported([
        [169, 200],
        [90, 100],
        [79, 100],
      ]),
    ).toEqual([]);
    expect(
      reported([
        [172, 203],
        [90, 100],
        [79, 100],
      ]),
    ).toEqual([]);
    expect(
      reported([
        [173, 203],
        [90, 100],
        [79, 100],
      ]),
    ).toEqual(['2:1 whole-outside-parts']);
    expect(
      reported(
        [
          [170, 200],
          [90, 100],
          [79, 100],
        ],
        { source: 'another' },
      ),
    ).toEqual([]);
  });

  it('may be made of counts that were each rounded to five', () => {
    expect(
      reported([
        [4800, 20000],
        [2400, 10000],
        [2395, 10000],
      ]),
    ).toEqual([]);
    expect(
      reported([
        [4815, 20000],
        [2400, 10000],
        [2395, 10000],
      ]),
    ).toEqual(['2:1 whole-outside-parts']);
  });

  it('may lie outside its groups where the topic says that they are not everyone', () => {
    expect(reported(['95', '90', '79'], { partial: true })).toEqual([]);
  });

  it('is of no fewer than any of its groups', () => {
    expect(
      reported([
        [100, 120],
        [70, 100],
        [110, 121],
      ]),
    ).toEqual(['4:1 part-above-whole']);
    const count = { measure: 'count', unit: 'pupils' } as const;
    expect(reported(['100', '60', '110'], { said: count })).toEqual(['4:1 part-above-whole']);
    expect(reported(['100', '40', '60'], { said: count })).toEqual([]);
  });
});
