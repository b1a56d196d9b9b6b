// What others did over the same years as the council, and whether it gained or lost ground on them.
import { describe, expect, it } from 'vitest';
import { type Breakdown, total } from '../../src/model/breakdown.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { indicatorOf, nation, neighbours, type Row } from '../support/findings.ts';
import { findingsIn, rowsOf } from '../support/golden.ts';

type Years = Readonly<Record<number, string>>;

/** On whom ground was gained, kept or lost, in words. */
function ground(own: Years, others: readonly Row[], said: Partial<Indicator> = {}): readonly string[] {
  const indicator = indicatorOf({ comparators: ['nation', 'neighbours'], decimals: 1, ...said });
  const { paces } = findingsIn(indicator, [...rowsOf(own), ...others], { lists: [neighbours] });
  return paces.map(
    ({ beside, figure, ground }) =>
      `${beside.comparator}: ${ground}, ${figure.amount.kind === 'known' ? figure.amount.number : 'refused'}`,
  );
}

const england = (values: Years) => rowsOf(values, { area: nation.code });
/** Every neighbour with the same figures, but for those that a test says otherwise of. */
const tenOf = (values: Years, other: Years = values) =>
  neighbours.areas.flatMap((area, at) => rowsOf(at === 0 ? other : values, { area }));

describe('the pace of others', () => {
  it('is gained, kept or lost by the difference between the two changes', () => {
    expect(ground({ 2024: '50.0', 2025: '55.0' }, england({ 2024: '50.0', 2025: '52.0' }))).toEqual([
      'nation: gained, 3',
    ]);
    expect(ground({ 2024: '50.0', 2025: '52.3' }, england({ 2024: '50.0', 2025: '52.0' }))).toEqual([
      'nation: kept, 0.3',
    ]);
    expect(ground({ 2024: '50.0', 2025: '51.0' }, england({ 2024: '50.0', 2025: '52.0' }))).toEqual([
      'nation: lost, -1',
    ]);
  });

  it('says of a difference of printed figures that it is one', () => {
    const rows = [...rowsOf({ 2024: '50.0', 2025: '55.0' }), ...england({ 2024: '50.0', 2025: '52.0' })];
    const { paces } = findingsIn(indicatorOf({ comparators: ['nation'], decimals: 1 }), rows);
    expect(paces[0]?.figure.working).toBe('Difference of the printed (rounded) figures');
  });

  it('is named as what it is, of everyone or of a group', () => {
    const of = (breakdown: Breakdown) =>
      findingsIn(
        indicatorOf({ comparators: ['nation'] }),
        [
          ...rowsOf({ 2024: '50', 2025: '55' }, { breakdown }),
          ...rowsOf({ 2024: '50', 2025: '52' }, { breakdown, area: nation.code }),
        ],
        {},
        breakdown,
      ).paces[0]?.figure.what;
    const girls = { topic: 'Sex', group: 'Girls' };
    const years = [', ', { year: '202324' }, ' to ', { year: '202425' }];
    expect(of(total)).toEqual(['Change less that of ', { area: nation.code }, ...years]);
    expect(of(girls)).toEqual([
      'Change less that of ',
      { area: nation.code },
      ', ',
      { group: girls },
      ...years,
    ]);
  });

  it('turns round where lower is better, and is open where neither way is', () => {
    const [own, theirs] = [{ 2024: '50.0', 2025: '55.0' }, england({ 2024: '50.0', 2025: '52.0' })];
    expect(ground(own, theirs, { polarity: 'low' })).toEqual(['nation: lost, 3']);
    expect(ground(own, theirs, { polarity: 'neutral' })).toEqual(['nation: open, 3']);
  });

  it('is told of the neighbours where the same of them have figures in both years, and else not', () => {
    const own = { 2024: '50.0', 2025: '55.0' };
    const both = { 2024: '50.0', 2025: '52.0' };
    expect(ground(own, tenOf(both))).toEqual(['neighbours: gained, 3']);
    expect(ground(own, tenOf(both, { 2025: '52.0' }))).toEqual([]);
    expect(ground(own, tenOf(both, { 2024: '50.0' }))).toEqual([]);
    expect(ground(own, tenOf(both, { 2024: 'c', 2025: '52.0' }))).toEqual([]);
  });

  it('is not told where there is no change of the council’s own, or none of theirs', () => {
    const both = england({ 2024: '50.0', 2025: '52.0' });
    expect(ground({ 2025: '55.0' }, both)).toEqual([]);
    expect(ground({ 2024: 'c', 2025: '55.0' }, both)).toEqual([]);
    expect(ground({ 2024: '50.0', 2025: '55.0' }, england({ 2025: '52.0' }))).toEqual([]);
    const broken = { breaks: [{ from: '202425', kind: 'method', note: 'It was measured anew.' }] } as const;
    expect(ground({ 2024: '50.0', 2025: '55.0' }, both, { breaks: [...broken.breaks] })).toEqual([]);
  });
});
