// Properties: over any series, no sentence contradicts the table beside it. The reader here is independent: it
// reads numbers and directions out of the printed texts and works from those alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Findings } from '../../src/judgements/findings.ts';
import { signedText } from '../../src/model/format.ts';
import type { Polarity } from '../../src/model/indicator.ts';
import { comparisonSentences } from '../../src/narrative/comparison-phrases.ts';
import { changeSentence, levelSentence, summarySentence } from '../../src/narrative/phrases.ts';
import { type Draft, textOf } from '../../src/narrative/sentence.ts';
import { findingsOf } from '../support/findings.ts';

const cellText = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 1000 }), fc.constantFrom(0, 1, 2))
      .map(([units, decimals]) => (units / 10).toFixed(decimals)),
  },
  { weight: 1, arbitrary: fc.constantFrom('c', 'x', 'z', 'u', 'low', '~40', '0', '100', '0.0') },
);
const polarity = fc.constantFrom<Polarity>('high', 'low', 'neutral');
const breakYear = fc.constantFrom('200910', '201213', '201314', '201415');
const series = fc.record({
  values: fc.array(cellText, { minLength: 1, maxLength: 6 }),
  england: fc.option(cellText),
  polarity,
  breakYear,
});

function findings(drawn: {
  values: string[];
  england: string | null;
  polarity: Polarity;
  breakYear: string;
}): Findings {
  const indicator = {
    polarity: drawn.polarity,
    breaks: [{ from: drawn.breakYear, kind: 'method' as const, note: 'It was measured anew.' }],
  };
  return findingsOf(drawn.values, {
    indicator,
    ...(drawn.england === null ? {} : { nation: drawn.england }),
  });
}

/** Every sentence that is printed of one set of findings. */
function allSentences(found: Findings): readonly string[] {
  const drafts: readonly (Draft | null)[] = [
    levelSentence(found, '201314'),
    changeSentence(found),
    ...comparisonSentences(found),
    summarySentence(found, '201314'),
  ];
  return drafts.flatMap(draft => (draft === null ? [] : [textOf(draft)]));
}

const printed = (found: Findings) =>
  new Map(
    found.years.map(year => [
      `${year.period.slice(0, 4)}/${year.period.slice(4)}`,
      year.level?.figure.text ?? '[x]',
    ]),
  );
const number = (text: string) => Number(text.replace(/[%,]/g, '').replace('−', '-').replace('about ', ''));

describe('sentences and tables', () => {
  it('a rise or fall in a sentence is a rise or fall in the table', () => {
    fc.assert(
      fc.property(series, drawn => {
        const found = findings(drawn);
        const sentence = textOf(changeSentence(found) ?? []);
        const said = /^This (rose|fell) by .+ from ([\d.]+%) in (\d{4}\/\d{2})/.exec(sentence);
        if (said === null) return;
        const [, way, earlier = '', year = ''] = said;
        const [now, before] = [number(found.level.figure.text), number(earlier)];
        expect(printed(found).get(year)).toBe(earlier);
        expect(way === 'rose' ? now >= before : now <= before).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('the size of a change is the difference of the printed figures, within what rounding leaves open', () => {
    fc.assert(
      fc.property(series, drawn => {
        const found = findings(drawn);
        const sentence = textOf(changeSentence(found) ?? []);
        const said = /by (?:between ([\d.]+) and )?([\d.]+) percentage points? from ([\d.]+%)/.exec(sentence);
        if (said === null) return;
        const [, low = said[2], high, earlier = ''] = said;
        const difference = Math.abs(number(found.level.figure.text) - number(earlier));
        expect(difference).toBeGreaterThanOrEqual(Number(low) - 0.5001);
        expect(difference).toBeLessThanOrEqual(Number(high) + 0.5001);
      }),
      { numRuns: 500 },
    );
  });

  it('above and below in a sentence are above and below in the table', () => {
    fc.assert(
      fc.property(series, drawn => {
        const found = findings(drawn);
        const [sentence = ''] = comparisonSentences(found).map(textOf);
        const [held] = found.comparisons.held;
        const side = /\b(above|below)\b/.exec(sentence)?.[1];
        if (held === undefined || side === undefined) return;
        const [ours, theirs] = [number(found.level.figure.text), number(held.level.figure.text)];
        expect(side === 'above' ? ours > theirs : ours < theirs).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('“the same as” and “unchanged” are said only of figures that print alike', () => {
    fc.assert(
      fc.property(series, drawn => {
        const found = findings(drawn);
        if (/the same as/.test(comparisonSentences(found).map(textOf)[0] ?? '')) {
          expect(number(found.comparisons.held[0]?.level.figure.text ?? '')).toBe(
            number(found.level.figure.text),
          );
        }
        const unchanged = /unchanged from ([\d.]+%)/.exec(textOf(changeSentence(found) ?? []));
        if (unchanged !== null) expect(number(unchanged[1] ?? '')).toBe(number(found.level.figure.text));
      }),
      { numRuns: 500 },
    );
  });

  it('better and worse follow the polarity of the measure, and are never said of a neutral one', () => {
    fc.assert(
      fc.property(series, drawn => {
        const found = findings(drawn);
        const { outcome, verdict } = found.change;
        if (drawn.polarity === 'neutral') expect(verdict).toBe('none');
        if (verdict === 'better') expect(outcome).toBe(drawn.polarity === 'high' ? 'rose' : 'fell');
        if (verdict === 'worse') expect(outcome).toBe(drawn.polarity === 'high' ? 'fell' : 'rose');
        if (drawn.polarity === 'neutral')
          expect(allSentences(found).join(' ')).not.toMatch(/better|worse|improve/);
      }),
      { numRuns: 500 },
    );
  });

  it('no sentence compares across a break', () => {
    fc.assert(
      fc.property(series, drawn => {
        const found = findings(drawn);
        const years = [...textOf(changeSentence(found) ?? []).matchAll(/This .*?(\d{4})\/(\d{2})/g)].map(
          match => `${match[1]}${match[2]}`,
        );
        for (const year of years)
          expect(year < drawn.breakYear && drawn.breakYear <= found.latest.period).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('nothing is printed of what is not known: no NaN, null, undefined, minus zero or empty slot', () => {
    fc.assert(
      fc.property(series, drawn => {
        const found = findings(drawn);
        const texts = [
          ...allSentences(found),
          ...found.years.flatMap(({ change }) => (change === null ? [] : [signedText(change.figure.amount)])),
        ];
        for (const text of texts)
          expect(text).not.toMatch(/NaN|null|undefined|Infinity|[-−]0(?:\.0+)?\b(?!\.\d*[1-9])| {2}|\(\)| ,/);
      }),
      { numRuns: 500 },
    );
  });
});
