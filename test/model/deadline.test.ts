import { describe, expect, it } from 'vitest';
import { type Deadline, dayOf, deadlineText } from '../../src/model/time.ts';
import { type Action, type ActionStatus, standingOf } from '../../src/plans/delivery-plan.ts';

const action = (deadline: Deadline, status: ActionStatus): Action => ({
  id: 'a-festival',
  words: 'Hold a festival.',
  owners: [],
  moves: [],
  deadline,
  status,
});

describe('a deadline', () => {
  it('is the last day of its month, of its school year, or the day itself', () => {
    expect(dayOf({ kind: 'month', month: '2016-02' })).toBe('2016-02-29');
    expect(dayOf({ kind: 'year', period: '201415' })).toBe('2015-08-31');
    expect(dayOf({ kind: 'day', day: '2014-02-11' })).toBe('2014-02-11');
    expect(dayOf({ kind: 'annual', in: 'autumn' })).toBeNull();
  });

  it('reads as a reader would say it', () => {
    const texts = (
      [
        { kind: 'month', month: '2019-03' },
        { kind: 'annual', in: 'september' },
        { kind: 'annual', in: 'autumn' },
        { kind: 'from', month: '2017-06' },
        { kind: 'year', period: '201415' },
        { kind: 'ongoing' },
      ] as const
    ).map(each => deadlineText(each));
    expect(texts).toEqual([
      'March 2019',
      'Each year, in September',
      'Each year, in autumn',
      'From June 2017',
      'In the school year 2014/15',
      'Ongoing',
    ]);
  });
});

describe('an action', () => {
  const march = { kind: 'month', month: '2019-03' } as const;

  it('is overdue once its deadline has passed, unless it is done', () => {
    expect(standingOf(action(march, 'under-way'), '2019-04-01')).toBe('overdue');
    expect(standingOf(action(march, 'under-way'), '2019-03-31')).toBe('under-way');
    expect(standingOf(action(march, 'done'), '2019-04-01')).toBe('done');
    expect(standingOf(action(march, 'not-started'), '2019-04-01')).toBe('overdue');
  });

  it('of which no status is stated has passed its deadline, is to come, or has none', () => {
    expect(standingOf(action(march, 'not-stated'), '2019-04-01')).toBe('passed-not-stated');
    expect(standingOf(action(march, 'not-stated'), '2018-12-31')).toBe('to-come');
    expect(standingOf(action({ kind: 'ongoing' }, 'not-stated'), '2019-04-01')).toBe('going-on');
  });

  it('that is due each year has a deadline, though none that has passed', () => {
    const annual = { kind: 'annual', in: 'september' } as const;
    expect(standingOf(action(annual, 'not-stated'), '2015-07-31')).toBe('each-year');
    expect(standingOf(action(annual, 'under-way'), '2015-07-31')).toBe('under-way');
  });

  it('that was to begin in a month has passed no deadline', () => {
    const from = { kind: 'from', month: '2014-09' } as const;
    expect(standingOf(action(from, 'not-stated'), '2015-07-31')).toBe('was-to-begin');
    expect(standingOf(action(from, 'not-stated'), '2014-07-31')).toBe('to-come');
  });

  it('that goes on from a month is not overdue once it is under way', () => {
    const from = { kind: 'from', month: '2014-09' } as const;
    expect(standingOf(action(from, 'under-way'), '2015-07-31')).toBe('under-way');
    expect(standingOf(action(from, 'not-started'), '2015-07-31')).toBe('overdue');
  });
});
