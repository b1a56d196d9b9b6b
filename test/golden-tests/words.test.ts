// G40: a rise is never called better where lower is better, nor a fall worse, whatever sentence says it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Findings } from '../../src/judgements/findings.ts';
import { gapFindings } from '../../src/judgements/gap.ts';
import type { ThemeFindings } from '../../src/judgements/theme-findings.ts';
import type { Topic } from '../../src/model/breakdown.ts';
import { type Polarity, polarities } from '../../src/model/indicator.ts';
import type { Theme } from '../../src/model/theme.ts';
import { tileComparison } from '../../src/narrative/comparison-phrases.ts';
import { gapElsewhere, gapMovement, gapSentence, groupSentence } from '../../src/narrative/gap-phrases.ts';
import { exceptionSentence, keyMessages } from '../../src/narrative/key-messages.ts';
import { changeSentence, findingTitle, summarySentence } from '../../src/narrative/phrases.ts';
import { type Draft, textOf } from '../../src/narrative/sentence.ts';
import { findingsOf, indicatorOf, nation, settingOf } from '../support/findings.ts';
import { printed, rowsOf, settingIn } from '../support/golden.ts';

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
const theme: Theme = { id: 'ks2', label: 'Key stage 2', about: 'Pupils take tests.', topics: [] };

/** Everything that is printed of a measure: its section, its title, its tile, its lines in lists and messages. */
function everySentence(found: Findings): readonly string[] {
  const drafts: readonly (Draft | null)[] = [
    changeSentence(found),
    summarySentence(found, '201314'),
    exceptionSentence(found, '201314'),
    groupSentence(found, sex),
    findingTitle(found),
    tileComparison(found),
  ];
  const kept = drafts.filter(draft => draft !== null);
  return [...printed(found, 2014), ...kept.map(textOf), ...messages(found)];
}

/** The key messages of a chapter of two measures, of which this is the second. */
function messages(found: Findings): readonly string[] {
  const lead = findingsOf(['50', '50'], { indicator: { id: 'lead' } });
  const indicators = [lead, found].map(everyone => ({
    indicator: everyone.indicator,
    everyone,
    groups: [],
    localities: [],
  }));
  const chapter: ThemeFindings = { theme, indicators, profiles: [], topics: [], standing: [], ground: null };
  return keyMessages(settingOf([], []), chapter).map(({ text }) => text);
}

const up = String.raw`\b(?:rose|risen|rise|up|Up)\b`;
const down = String.raw`\b(?:fell|fallen|fall|down|Down)\b`;
/** A movement and what the same clause calls it. */
const called = (way: string, better: boolean) =>
  better
    ? new RegExp(
        String.raw`${way}[^;(]*?(?:, an improvement|\(better\))|Biggest step forward: [^;]*?, ${way}`,
      )
    : new RegExp(
        String.raw`${way}[^;(]*?(?:, a change for the worse|\(worse\))|Biggest step back: [^;]*?, ${way}`,
      );
/** A side and what the same clause calls it. */
const beside = { above: /\babove \((\w+) than\)/, below: /\bbelow \((\w+) than\)/ };

const values = fc.array(
  fc.integer({ min: 10, max: 900 }).map(units => (units / 10).toFixed(1)),
  { minLength: 2, maxLength: 6 },
);

describe('the words of a movement', () => {
  it.each(polarities)(
    'G40: of a measure whose polarity is %s, follow its direction in every sentence',
    polarity => {
      fc.assert(
        fc.property(values, fc.constantFrom('40.0', '60.0'), (series, england) => {
          const found = findingsOf(series, { nation: england, indicator: { id: 'measure', polarity } });
          for (const sentence of everySentence(found)) holds(sentence, polarity);
        }),
        { numRuns: 300 },
      );
    },
  );

  function holds(sentence: string, polarity: Polarity): void {
    if (polarity !== 'high') expect(sentence).not.toMatch(called(up, true));
    if (polarity !== 'low') expect(sentence).not.toMatch(called(down, true));
    if (polarity !== 'low') expect(sentence).not.toMatch(called(up, false));
    if (polarity !== 'high') expect(sentence).not.toMatch(called(down, false));
    if (polarity === 'neutral') expect(sentence).not.toMatch(/better|worse|improve|decline/i);
    expect(beside.above.exec(sentence)?.[1] ?? 'worse').toBe('worse');
    expect(beside.below.exec(sentence)?.[1] ?? 'better').toBe('better');
  }

  it('G40: say so of absence, exclusions and NEET, wherever the movement is said', () => {
    const found = (now: string, then: string) =>
      everySentence(
        findingsOf([now, then], { nation: '5.0', indicator: { id: 'absence', polarity: 'low' } }),
      );
    const [rose, fell] = [found('8.0', '4.0'), found('4.0', '8.0')] as const;
    expect(rose.filter(sentence => called(up, false).test(sentence)).length).toBeGreaterThan(4);
    expect(fell.filter(sentence => called(down, true).test(sentence)).length).toBeGreaterThan(4);
    expect(rose.join(' ')).not.toMatch(/improve|\(better\)|better than/);
    expect(fell.join(' ')).not.toMatch(/for the worse|\(worse\)|worse than/);
    expect(rose).toContain(
      'This rose by 4.0 percentage points from 4.0% in 2012/13, a change for the worse.',
    );
    expect(fell).toContain('This fell by 4.0 percentage points from 8.0% in 2012/13, an improvement.');
  });
});

describe('the words of a gap', () => {
  it.each(polarities)('G40: where the polarity is %s, narrow and widen, and are never improved', polarity => {
    const points = fc.tuple(fc.integer({ min: 20, max: 50 }), fc.integer({ min: 40, max: 80 }));
    fc.assert(
      fc.property(points, points, points, (now, then, theirs) => {
        const indicator = indicatorOf({ breakdowns: ['Sex'], polarity });
        const rows = (pair: readonly [number, number], year: number, area?: string) =>
          ['Boys', 'Girls'].flatMap((group, index) =>
            rowsOf(
              { [year]: String(pair[index]) },
              { breakdown: { topic: 'Sex', group }, ...(area === undefined ? {} : { area }) },
            ),
          );
        const all = [...rows(now, 2014), ...rows(then, 2013), ...rows(theirs, 2014, nation.code)];
        const [found] = gapFindings(settingIn(indicator, all, { results: 2014 }), indicator, [sex]);
        if (found === undefined) throw new Error('the test has no gap');
        const said = [gapSentence(found, '201314'), ...gapMovement(found), gapElsewhere(found, nation)];
        const words = said.map(textOf).join(' ');
        expect(words).not.toMatch(/improve|better|worse|decline/i);
        const size = ([boys, girls]: readonly [number, number]) => Math.abs(boys - girls);
        if (/The gap narrowed/.test(words)) expect(size(now)).toBeLessThan(size(then));
        if (/The gap widened/.test(words)) expect(size(now)).toBeGreaterThan(size(then));
      }),
      { numRuns: 200 },
    );
  });
});
