// Aims beside others that are not levels: a gap is to be no larger than another's, a figure to grow no slower than an index.

import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { withCouncilFolder } from '../support/council-folder.ts';
import { planWith, targets } from '../support/plans.ts';
import { readableTargets } from '../support/readable.ts';
import { viewsOf } from '../support/views.ts';

const catalogue = 'data/catalogue/ks2.yaml';
const now = 'data/observations/ks2/201314.csv';

/** An index of prices, a yearly rate in per cent. */
const prices = `  - id: prices
    label: Inflation
    short: Inflation
    definition: How much more the same goods cost than a year before.
    statement: 'prices rose by {value}'
    subject: the rate of inflation
    measure: percentage
    unit: percent
    counted: entries
    decimals: 1
    polarity: neutral
    comparators: []
    source: invented-results
    method: As published.
    start: 201112
`;

function said(part: string, change: { readonly entry?: (text: string) => string; readonly row?: string }) {
  const made = withCouncilFolder(
    {
      [targets]: planWith([
        `          - indicator: ks2-reading
            baseline: { period: 201213, value: 81 }
            operator: at-least
            aim: { period: 201617, value: 89 }
`,
        part,
      ]),
      [catalogue]: text => (change.entry ?? (same => same))(text) + prices,
      [now]: text => `${text}${change.row ?? ''}`,
    },
    root => makeReport(root),
  );
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const text = viewsOf(made.report).targets.map(readableTargets).join('\n');
  return text.split('\n').find(line => line.startsWith('- Whole: ')) ?? text;
}

const rate = (value: string) => `prices,N01,201314,Total,Total,${value},,,final,,invented-results,\n`;

describe('growth at least as fast as an index', () => {
  const part = `          - indicator: ks2-reading
            outpaces: prices
            baseline: { period: 201213, value: 0 }
            operator: at-least
            aim: { period: 201314, value: 0 }
`;

  it('is met by a figure that grew faster: 81 to 84 is 3.7%, where prices rose by 2.1%', () => {
    expect(said(part, { row: rate('2.1') })).toContain(
      'Growth ⟨1.6 percentage points⟩ faster than the rate of inflation in 2013/14: the target of ⟨growth no slower than⟩ the rate of inflation by 2013/14',
    );
  });

  it('is not met by one that grew more slowly', () => {
    expect(said(part, { row: rate('4.0') })).toContain(
      'Growth ⟨0.3 percentage points⟩ slower than the rate of inflation',
    );
  });

  it('cannot be told without the index', () => {
    expect(said(part, {})).toContain('⟨There is no figure⟩ of the rate of inflation for 2013/14');
  });
});

describe('X24: a gap beside another', () => {
  const part = `          - indicator: ks2-reading
            against: nation
            baseline: { period: 201213, value: 2 }
            operator: at-most
            aim: { period: 201617, value: 0 }
`;
  const asGap = (text: string) =>
    text.replace(
      'polarity: high\n    comparators: [nation, region',
      'polarity: low\n    nature: gap\n    comparators: [nation, region',
    );

  it('is to be no larger than the country’s, and never at least the same', () => {
    const sentence = said(part, { entry: asGap });
    expect(sentence).toContain('⟨1 percentage point⟩ wider than Albion’s in 2013/14');
    expect(sentence).toContain('⟨no larger than⟩ Albion’s');
    expect(sentence).not.toContain('at least');
  });
});
