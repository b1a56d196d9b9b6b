import { describe, expect, it } from 'vitest';
import type { Council } from '../../src/model/council.ts';
import { complianceOf, type Testing } from '../../src/model/testing.ts';
import { accessibilityView } from '../../src/pages/site-view.ts';

const item = (result: 'passed' | 'failed') => ({ item: 2, title: 'axe finds nothing', result });
const record = {
  date: '2026-11-22',
  pages: 60,
  tools: [{ name: 'axe-core', version: '4.14.1' }],
  items: [item('passed')],
};
const person = (result: 'none' | 'passed' | 'failed'): Testing['people'][number] => ({
  item: 120,
  what: 'Read with screen readers',
  who: 'Tester',
  with: 'NVDA',
  pages: 'all',
  every: 'year',
  last: result === 'none' ? 'never' : '2026-10-01',
  result,
  criteria: '1.1.1',
  alternative: 'Read the table instead.',
});
const exception = {
  check: '43 no words meet',
  finding: 'a finding here',
  reason: 'The words are long.',
  alternative: 'Instead, read the table.',
  review: '2027-01-01',
};
const whole: Testing = { record, exceptions: [], people: [person('passed')] };
const council = { accessibility: { prepared: '2026-11-01', reviewed: '2026-11-02' } } as Council;

describe('compliance', () => {
  it('is full where tools and people found nothing and nothing is switched off', () => {
    expect(complianceOf(whole)).toBe('fully');
  });

  it.each<[string, Testing]>([
    ['a check by people has not been made', { ...whole, people: [person('none')] }],
    ['a check by people failed', { ...whole, people: [person('failed')] }],
    ['something is switched off', { ...whole, exceptions: [exception] }],
    ['an item failed', { ...whole, record: { ...record, items: [item('passed'), item('failed')] } }],
  ])('is partial where %s', (_, testing) => {
    expect(complianceOf(testing)).toBe('partially');
  });

  it('is none where nothing was tested, or more failed than passed', () => {
    expect(complianceOf({ ...whole, record: null })).toBe('not');
    expect(complianceOf({ ...whole, record: { ...record, items: [item('failed')] } })).toBe('not');
  });
});

describe('the accessibility statement', () => {
  it('lists what failed, what is switched off and what people have still to check, each with an alternative', () => {
    const testing = {
      record: { ...record, items: [item('passed'), item('failed')] },
      exceptions: [exception],
      people: [person('none'), person('failed'), person('passed')],
    };
    const { limits, tested, status, passed } = accessibilityView(council, testing);
    expect(limits.map(({ what }) => what)).toEqual([
      'axe finds nothing.',
      'Not so everywhere: no words meet.',
      'Not yet tested: read with screen readers.',
      'Tested, and problems found: read with screen readers.',
    ]);
    expect(limits[2]?.why).toContain('A tester has still to do this.');
    expect(limits[3]?.why).toContain('on 1 October 2026 and found problems');
    expect(limits.every(({ alternative }) => /instead/i.test(alternative))).toBe(true);
    expect([tested, status, passed]).toEqual(['22 November 2026', 'partially', '1 of 2']);
  });

  it('says what does not work in the words given for it', () => {
    const what = 'Search does not work without JavaScript';
    const { limits } = accessibilityView(council, { ...whole, exceptions: [{ ...exception, what }] });
    expect(limits[0]).toMatchObject({ what: `${what}.`, why: 'The words are long.' });
  });

  it.each([
    [
      'Tester',
      '1.1.1',
      'A tester has still to do this. Until then we cannot say that WCAG 2.2 success criterion 1.1.1 is met for everyone.',
    ],
    [
      'Accessibility tester',
      '1.1.1 (a) and 1.3.1 (b)',
      'An accessibility tester has still to do this. Until then we cannot say that WCAG 2.2 success criteria 1.1.1 (a) and 1.3.1 (b) are met for everyone.',
    ],
    [
      'Governor and a parent',
      '3.1.5 (c), which goes further',
      'A governor and a parent have still to do this. Until then we cannot say that WCAG 2.2 success criterion 3.1.5 (c), which goes further, is met for everyone.',
    ],
  ])('says of %s and %s in whole sentences what is still to do', (who, criteria, why) => {
    const { limits } = accessibilityView(council, {
      ...whole,
      people: [{ ...person('none'), who, criteria }],
    });
    expect(limits[0]?.why).toBe(why);
  });

  it('says that nothing was tested where there is no record', () => {
    expect(accessibilityView(council, { ...whole, record: null })).toMatchObject({
      tested: null,
      status: 'not',
    });
  });
});
