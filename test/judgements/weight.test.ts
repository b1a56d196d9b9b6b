// How much a measure matters: what was worse for years, of a headline and of a whole year group weighs more.
import { describe, expect, it } from 'vitest';
import { changeWeight, measureWeight, paceWeight, standingWeight } from '../../src/judgements/weight.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import { indicatorOf, nation } from '../support/findings.ts';
import { findingsIn, rowsOf, settingIn } from '../support/golden.ts';

type Years = Readonly<Record<number, string>>;

/** What weighs on a measure whose own figures and England's are given, and which is called well above by 6. */
function weighed(own: Years, england: Years, said: Partial<Indicator> = {}, isHeadline = false) {
  const indicator = indicatorOf({
    comparators: ['nation'],
    bands: { similar: 0.5, slight: 1, well: 6 },
    ...said,
  });
  const rows = [...rowsOf(own), ...rowsOf(england, { area: nation.code })];
  const setting = settingIn(indicator, rows);
  const findings = findingsIn(indicator, rows);
  const headlines = isHeadline ? [indicator.id] : [];
  const asked = [{ ...setting, edition: { ...setting.edition, headlines } }, findings] as const;
  const [beside] = findings.comparisons.held;
  if (beside === undefined) throw new Error('there is nothing beside it');
  return {
    standing: standingWeight(...asked, beside).score,
    change: changeWeight(...asked).score,
    pace: paceWeight(...asked).score,
    inAll: measureWeight(...asked),
  };
}

const level = { 2022: '50', 2023: '50', 2024: '50', 2025: '50' };

describe('what a measure weighs', () => {
  it('is its distance from England in what is called well above or below', () => {
    expect(weighed({ 2025: '44' }, { 2025: '50' }).standing).toBe(1);
    expect(weighed({ 2025: '47' }, { 2025: '50' }).standing).toBe(0.5);
    expect(weighed({ 2025: '49.6' }, { 2025: '50.0' }).standing).toBe(0);
  });

  it('grows by an eighth with each further year on the same side, and with no more than four', () => {
    const years = (...values: readonly string[]) =>
      Object.fromEntries(values.map((value, back) => [2025 - back, value]));
    const england = years(...Array(8).fill('50'));
    expect(weighed(years('44', '53'), england).standing).toBe(1);
    expect(weighed(years('44', '45', '53'), england).standing).toBe(1.125);
    expect(weighed(years('44', '45', '45', '53'), england).standing).toBe(1.25);
    expect(weighed(years(...Array(5).fill('44')), england).standing).toBe(1.5);
    expect(weighed(years(...Array(8).fill('44')), england).standing).toBe(1.5);
  });

  it('is half as much again of a headline, and less where fewer pupils are behind it', () => {
    const [own, england] = [{ 2025: '44' }, { 2025: '50' }];
    expect(weighed(own, england, {}, true).standing).toBe(1.5);
    expect(weighed(own, england, { pupils: 'many' }).standing).toBe(0.75);
    expect(weighed(own, england, { pupils: 'few' }).standing).toBe(0.4);
  });

  it('is in its chapter nothing for a distance that is neither better nor worse, and as much for a change as for any', () => {
    const neutral = { polarity: 'neutral' } as const;
    expect(weighed({ 2024: '44', 2025: '44' }, level).inAll).toBeGreaterThan(1);
    expect(weighed({ 2024: '44', 2025: '44' }, level, neutral).inAll).toBe(0);
    expect(weighed({ 2024: '50', 2025: '53' }, level, neutral).inAll).toBe(0.5);
  });

  it('of a change is its size, and more where the figure moved so for years', () => {
    expect(weighed({ 2024: '50', 2025: '53' }, level).change).toBe(0.5);
    expect(weighed({ 2023: '53', 2024: '50', 2025: '53' }, level).change).toBe(0.5);
    expect(weighed({ 2022: '44', 2023: '47', 2024: '50', 2025: '53' }, level).change).toBe(0.625);
    expect(weighed({ 2024: '50.0', 2025: '50.3' }, level).change).toBe(0);
  });

  it('of ground lost on England is what England gained on it, and of ground gained nothing', () => {
    const rising = { 2024: '50', 2025: '53' };
    expect(weighed({ 2024: '50', 2025: '50' }, rising).pace).toBe(0.5);
    expect(weighed({ 2024: '50', 2025: '56' }, rising).pace).toBe(0);
  });
});
