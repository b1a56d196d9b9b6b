import { describe, expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import { gapFindings } from '../../src/judgements/gap.ts';
import type { Area } from '../../src/model/area.ts';
import type { Topic } from '../../src/model/breakdown.ts';
import type { Polarity } from '../../src/model/indicator.ts';
import { known } from '../../src/model/value.ts';
import { gapElsewhere, gapMovement, gapSentence } from '../../src/narrative/gap-phrases.ts';
import { textOf } from '../../src/narrative/sentence.ts';
import {
  cell,
  indicatorOf,
  nation,
  observationOf,
  type Row,
  region,
  settingOf,
} from '../support/findings.ts';

const sex: Topic = {
  id: 'Sex',
  label: 'Girls and boys',
  about: 'Pupils by sex.',
  groups: [
    { id: 'Girls', label: 'Girls', phrase: 'girls' },
    { id: 'Boys', label: 'Boys', phrase: 'boys' },
  ],
  gaps: [{ group: 'Boys', against: 'Girls' }],
};

type Pair = readonly [boys: string, girls: string];

/** The findings on girls and boys: this year, the year before, and the nation, as texts. */
function gapOf(now: Pair, before?: Pair, england?: Pair, polarity: Polarity = 'high') {
  const indicator = indicatorOf({ breakdowns: ['Sex'], polarity });
  const rows = (pair: Pair | undefined, said: Partial<Row>): readonly Row[] =>
    (pair ?? []).map((text, index) => ({
      value: cell(text),
      breakdown: { topic: 'Sex', group: index === 0 ? 'Boys' : 'Girls' },
      ...said,
    }));
  const all = [
    ...rows(now, {}),
    ...rows(before, { period: '201213' }),
    ...rows(england, { area: nation.code }),
  ];
  const setting = settingOf(
    all.map(row => observationOf(indicator, row)),
    [indicator],
  );
  const [found] = gapFindings(setting, indicator, [sex]);
  if (found === undefined) throw new Error('the test has no gap');
  return found;
}

const boys = { topic: 'Sex', group: 'Boys' };
const girls = { topic: 'Sex', group: 'Girls' };

/** The findings on girls and boys among some rows, of an indicator that lists some topics. */
function gapAmong(rows: readonly Row[], breakdowns = ['Sex']) {
  const indicator = indicatorOf({ breakdowns });
  const setting = settingOf(
    rows.map(row => observationOf(indicator, row)),
    [indicator],
  );
  return gapFindings(setting, indicator, [sex])[0];
}

/** Whether the last of some yearly gaps, and of the boys' figures, may have moved by chance, where those of other authorities lie two either side of their mean. */
function mayBeChance(gaps: readonly number[]) {
  const indicator = indicatorOf({ breakdowns: ['Sex'], bands: undefined });
  const authorities = Array.from(
    { length: 24 },
    (_, at): Area => ({ code: `A${at}`, name: `A${at}`, kind: 'authority' }),
  );
  const years = ['200910', '201011', '201112', '201213', '201314'];
  const pair = (gap: number, rest: Partial<Row>): readonly Row[] => [
    { value: cell(String(80 - gap)), breakdown: boys, ...rest },
    { value: cell('80'), breakdown: girls, ...rest },
  ];
  const rows = [
    ...gaps.flatMap((gap, at) => pair(gap, { period: years[years.length - gaps.length + at] ?? '' })),
    ...authorities.flatMap(({ code: area }, at) => pair(at % 2 === 0 ? 18 : 22, { area })),
  ];
  const setting = settingOf(
    rows.map(row => observationOf(indicator, row)),
    [indicator],
  );
  const areas = new Map([...setting.areas, ...authorities.map(area => [area.code, area] as const)]);
  const [found] = gapFindings({ ...setting, areas }, indicator, [sex]);
  const theirs = findingsOn({ ...setting, areas }, indicator, boys)?.change.byChance;
  expect(theirs).toBe(found?.movement?.byChance);
  return theirs;
}

describe('a group whose size is not known, and its gap', () => {
  it('may move by chance where it moves by more than authorities lie apart in most years, and no more than it does', () => {
    expect(mayBeChance([10, 30, 12, 29, 15])).toBe(true);
    // The middle move is 4 points: 11 are within 2.9 times as many, and 12 are not.
    expect(mayBeChance([10, 14, 10, 14, 25])).toBe(true);
    expect(mayBeChance([10, 14, 10, 14, 26])).toBeNull();
  });

  it('is said nothing of where it is steady, or followed for too few years', () => {
    expect(mayBeChance([20, 21, 20, 21, 27])).toBeNull();
    expect(mayBeChance([30, 12, 29])).toBeNull();
  });
});

describe('a gap between two groups', () => {
  it('is said with both levels, which lie either side of everyone (G11)', () => {
    expect(textOf(gapSentence(gapOf(['54', '71']), '201314'))).toBe(
      'In 2013/14, the share of pupils reaching level 4 or above in reading was 54% for boys and 71% for girls, a gap of 17 percentage points.',
    );
  });

  it('says in whose favour it is when the group usually behind leads', () => {
    const found = gapOf(['71', '54'], undefined, ['60.1', '60.9']);
    expect(textOf(gapSentence(found, '201314'))).toMatch(
      /a gap of 17 percentage points, in favour of boys\.$/,
    );
    expect(textOf(gapElsewhere(found, nation))).toBe(
      'The same gap was 0.8 percentage points in England (60.1% and 60.9%).',
    );
    expect(textOf(gapElsewhere(gapOf(['54', '71'], undefined, ['60.9', '60.1']), nation))).toBe(
      'The same gap was 0.8 percentage points in England (60.9% and 60.1%, in favour of boys).',
    );
  });

  it('narrows and widens by its size, whichever way round it is, and says which side moved', () => {
    expect(gapMovement(gapOf(['56', '71'], ['54', '71'])).map(textOf)).toEqual([
      'The gap narrowed by about 2 percentage points from 17 percentage points in 2012/13.',
      'The figure for boys rose by 2 percentage points and the figure for girls was unchanged.',
    ]);
    expect(gapOf(['71', '60'], ['71', '54']).movement?.outcome).toBe('narrowed');
    expect(gapOf(['71', '50'], ['71', '54']).movement?.outcome).toBe('widened');
    expect(gapOf(['54', '71'], ['54', '71']).movement?.outcome).toBe('about-the-same');
    expect(gapOf(['54.0', '71'], ['54', '71.0']).movement).toBeNull();
  });

  it('is about the same where the printed gaps are, and says which sides moved all the same', () => {
    expect(gapMovement(gapOf(['56', '73'], ['54', '71'])).map(textOf)).toEqual([
      'The gap was about the same as in 2012/13 (17 percentage points).',
      'The figure for boys rose by 2 percentage points and the figure for girls rose by 2 percentage points.',
    ]);
    expect(gapMovement(gapOf(['56', '72'], ['54', '71'])).map(textOf)).toEqual([
      'The gap was 17 percentage points in 2012/13; the figures are rounded, so it may not have changed.',
      'The figure for boys rose by 2 percentage points and the figure for girls rose by 1 percentage point.',
    ]);
  });

  it('has turned round, neither narrowed nor widened, when the other group leads', () => {
    expect(gapMovement(gapOf(['71', '70'], ['60', '70'])).map(textOf)[0]).toBe(
      'The gap was 10 percentage points in 2012/13, so it has turned round.',
    );
  });

  it('is for the group that does worse where lower is better', () => {
    expect(gapOf(['8', '5'], undefined, undefined, 'low').now.figure.text).toBe('3 percentage points');
  });

  it('is not given when either group is suppressed, and the other still is', () => {
    const found = gapOf(['c', '71']);
    expect(found.now.figure.amount).toEqual({ kind: 'refused', because: 'suppressed' });
    expect(textOf(gapSentence(found, '201314'))).toMatch(
      /was \[c\] for boys and 71% for girls: no gap is given\.$/,
    );
  });

  it('moves from nothing to something by widening, not by turning round', () => {
    expect(gapOf(['54', '71'], ['60', '60']).movement?.outcome).toBe('widened');
  });

  it('moves by the difference of the true gaps where all were counted', () => {
    const found = gapAmong([
      { value: known('54.04', 1, 'exact'), breakdown: boys },
      { value: known('71.00', 1, 'exact'), breakdown: girls },
      { value: known('54.00', 1, 'exact'), breakdown: boys, period: '201213' },
      { value: known('70.44', 1, 'exact'), breakdown: girls, period: '201213' },
    ]);
    expect([found?.now, found?.before].map(gap => gap?.figure.text)).toEqual([
      '17.0 percentage points',
      '16.4 percentage points',
    ]);
    expect(found?.movement?.figure.text).toBe('0.5 percentage points');
    expect(found?.movement?.figure.working).toContain('unrounded');
  });

  it('moves by the difference of the printed gaps where any was published, and says so', () => {
    expect(gapOf(['56', '71'], ['54', '71']).movement?.figure.working).toContain('printed (rounded)');
  });

  it('has no movement when a gap is only known as a range, and claims none within the precision', () => {
    expect(gapOf(['54', '71.5'], ['54', '70.0']).movement).toBeNull();
    const close = gapOf(['54', '71'], ['54.1', '71.0']);
    expect(close.movement?.outcome).toBe('uncertain');
    expect(textOf(gapMovement(close)[0] ?? [])).toBe(
      'The gap was 16.9 percentage points in 2012/13; the figures are rounded, so it may not have changed.',
    );
  });

  it('is only said to have moved since the year before', () => {
    const found = gapAmong([
      { value: cell('56'), breakdown: boys },
      { value: cell('71'), breakdown: girls },
      { value: cell('54'), breakdown: boys, period: '201112' },
      { value: cell('71'), breakdown: girls, period: '201112' },
    ]);
    expect(found).toMatchObject({ before: null, movement: null });
  });

  it('is given for the nation and the region, and only of topics the indicator lists', () => {
    const rows = [nation, region].flatMap(area => [
      { value: cell('60'), breakdown: boys, area: area.code },
      { value: cell('70'), breakdown: girls, area: area.code },
    ]);
    const own = [
      { value: cell('54'), breakdown: boys },
      { value: cell('71'), breakdown: girls },
    ];
    expect(gapAmong([...own, ...rows])?.elsewhere.map(({ area }) => area.name)).toEqual([
      'England',
      'North West',
    ]);
    expect(gapAmong(own, [])).toBeUndefined();
  });

  it('does not reach across a break', () => {
    const indicator = { from: '201314', kind: 'method', note: 'New.' } as const;
    const found = gapOf(['56', '71'], ['54', '71']);
    expect(found.before).not.toBeNull();
    const broken = { ...found.indicator, breaks: [indicator] };
    const setting = settingOf(
      (['201213', '201314'] as const).flatMap(period =>
        ['Boys', 'Girls'].map(group =>
          observationOf(broken, { value: cell('60'), period, breakdown: { topic: 'Sex', group } }),
        ),
      ),
      [broken],
    );
    expect(gapFindings(setting, broken, [sex])[0]?.before).toBeNull();
  });
});
