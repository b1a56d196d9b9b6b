import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/narrative/sentence.ts';
import { trendSentences } from '../../src/narrative/trend-phrases.ts';
import { findingsOf } from '../support/findings.ts';

const said = (values: readonly string[], indicator = {}) =>
  trendSentences(findingsOf(values, { indicator })).map(textOf);
const trend = (values: readonly string[], indicator = {}) => findingsOf(values, { indicator }).trend;
const brokenFrom = (from: string) => ({ breaks: [{ from, kind: 'method' as const, note: 'New.' }] });

describe('a run of years', () => {
  it('is three rises in a row or more, with what they come to since the first comparable year', () => {
    expect(said(['92', '90', '89', '87'])).toEqual([
      'It has risen three years in a row, by 5 percentage points in all.',
      'This is the highest of the four years that can be compared, from 2010/11.',
    ]);
    expect(trend(['90', '89', '87']).streak).toEqual({ outcome: 'none' });
  });

  it('says of a lower-is-better measure that a run of falls is an improvement', () => {
    expect(said(['4', '5', '6', '7'], { polarity: 'low' })[0]).toBe(
      'It has fallen three years in a row, by 3 percentage points in all, an improvement.',
    );
  });

  it('ends at a year without a rise, and what it comes to is then not said', () => {
    expect(said(['92', '90', '89', '87', '88'])[0]).toBe('It has risen three years in a row.');
    expect(trend(['92', '90', '90', '87']).streak.outcome).toBe('none');
  });

  it('is refused when a missing year or a break cuts it short', () => {
    expect(trend(['92', '90', 'x', '87', '85']).streak).toEqual({
      outcome: 'refused',
      because: 'missing-year',
    });
    expect(trend(['92', '90', '89', '87'], brokenFrom('201213')).streak).toEqual({
      outcome: 'refused',
      because: 'break',
    });
  });
});

describe('a record', () => {
  it('is the highest or lowest of four comparable years, none of them as high or low', () => {
    expect(trend(['92', '88', '89', '87']).record).toMatchObject({
      which: 'highest',
      years: 4,
      from: '201011',
    });
    expect(trend(['80', '88', '89', '87']).record).toMatchObject({ which: 'lowest' });
    expect(trend(['89', '88', '89', '87']).record).toEqual({ outcome: 'none' });
  });

  it('is refused of too few years, of years with one missing, and where precision leaves it open', () => {
    expect(trend(['92', '88', '89']).record).toEqual({ outcome: 'refused', because: 'too-few-years' });
    expect(trend(['92', '88', 'c', '89', '87']).record).toEqual({
      outcome: 'refused',
      because: 'missing-year',
    });
    expect(trend(['92', '91.8', '89.0', '87.0']).record).toEqual({
      outcome: 'refused',
      because: 'precision',
    });
  });

  it('looks no further back than the latest break', () => {
    expect(trend(['85', '84', '83', '82', '99'], brokenFrom('201011')).record).toMatchObject({
      which: 'highest',
      from: '201011',
    });
  });

  it('allows for years in which the measure was not made', () => {
    const pause = { from: '201112', to: '201112', because: 'None.', before: 'the last before' };
    const values = ['92', '88', 'x', '89', '87'];
    expect(trend(values, { pauses: [pause] }).record).toMatchObject({ which: 'highest', years: 4 });
  });
});

describe('a turn, a slowing and a standstill', () => {
  it('are said of a rise after a fall, and of a fall after a rise', () => {
    expect(said(['84', '81', '83'])[0]).toBe('The year before, it fell by 2 percentage points.');
    expect(said(['80', '81', '79'])[0]).toBe('The year before, it rose by 2 percentage points.');
    expect(trend(['84', '84', '83']).turn).toEqual({ outcome: 'none' });
  });

  it('need four consecutive years for a smaller rise, smaller by more than the band of the same', () => {
    expect(said(['92', '91', '88', '88'])).toContain(
      'The rise was smaller than the year before, when it rose by 3 percentage points.',
    );
    expect(trend(['92', '91', '88']).slowing).toEqual({ outcome: 'none' });
    expect(trend(['92.0', '91.0', '89.6', '89.0']).slowing).toEqual({ outcome: 'none' });
  });

  it('are no standstill unless three years lie within the band of the same', () => {
    expect(said(['84.2', '84.0', '84.5'])[0]).toBe(
      'It has stayed within 0.5 percentage points for three years.',
    );
    expect(said(['84', '84', '84'])[0]).toBe('It has been the same for three years.');
    expect(trend(['84.2', '84.0', '84.5']).plateau).toMatchObject({
      figure: { working: 'Difference of the printed (rounded) figures' },
    });
    expect(trend(['84.2', '84.8', '84.5']).plateau).toEqual({ outcome: 'none' });
    expect(trend(['84.2', '84.0']).plateau).toEqual({ outcome: 'none' });
  });
});

describe('the change since the first comparable year', () => {
  it('is said over any distance, where there is neither a run nor a record', () => {
    expect(said(['84', '85', '80', '79', '90', '81'])).toContain(
      'From 2008/09 to 2013/14 it rose by 3 percentage points in all.',
    );
    expect(trend(['84', '85']).since).toEqual({ outcome: 'none' });
  });
});
