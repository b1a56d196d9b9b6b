import { describe, expect, it } from 'vitest';
import { dateLabel, timeLabel, timeWords } from '../../src/model/time.ts';

describe('the time of a figure', () => {
  it.each([
    [{ kind: 'academic-year' }, '2013/14', 'In 2013/14'],
    [{ kind: 'as-at', day: '07-31' }, '31 July 2014', 'At 31 July 2014'],
    [{ kind: 'as-at', day: '08-31' }, '31 August 2014', 'At 31 August 2014'],
    [{ kind: 'as-at', day: '10-02' }, '2 October 2013', 'At 2 October 2013'],
    [{ kind: 'calendar-year' }, '2014', 'In 2014'],
    [{ kind: 'financial-year' }, '2013-14', 'In the financial year 2013-14'],
  ] as const)('%o is %s', (time, label, words) => {
    expect(timeLabel({ time }, '201314')).toBe(label);
    expect(timeWords({ time }, '201314')).toBe(words);
  });
});

it('a day is written as British English has it, in every month', () => {
  const british = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  for (let month = 1; month <= 12; month += 1)
    for (const day of ['01', '28']) {
      const date = `2014-${String(month).padStart(2, '0')}-${day}`;
      expect(dateLabel(date)).toBe(british.format(new Date(date)));
    }
});
