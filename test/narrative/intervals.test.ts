// Progress scores are published with 95% confidence intervals: what these cover is not called higher or lower.
import { expect, test } from 'vitest';
import { type Findings, findingsOn } from '../../src/judgements/findings.ts';
import type { KnownValue } from '../../src/model/value.ts';
import { indicatorSentences } from '../../src/narrative/section-sentences.ts';
import { unlinked } from '../../src/pages/printer.ts';
import { comparisonTable, yearsTable } from '../../src/pages/section-tables.ts';
import { cell, council, indicatorOf, nation, observationOf, settingOf } from '../support/findings.ts';

const progress = indicatorOf({
  statement: 'the average progress score in reading was {value}',
  subject: 'the average progress score in reading',
  measure: 'given',
  unit: 'points',
  decimals: 2,
  comparators: ['nation'],
  bands: { similar: 0, slight: 0.1, well: 1 },
});

function found(own: string, ends: readonly [string, string], nations: string): Findings {
  const [low, high] = ends.map(end => cell(end) as KnownValue) as [KnownValue, KnownValue];
  const rows = [
    observationOf(progress, { value: cell(own), interval: { low, high } }),
    observationOf(progress, { value: cell(nations), area: nation.code }),
  ];
  const findings = findingsOn(settingOf(rows, [progress]), progress);
  if (findings === null) throw new Error('no figure is held');
  return findings;
}

function said(findings: Findings): string {
  const all = { indicator: progress, everyone: findings, groups: [], localities: [] };
  return indicatorSentences('reading', all, '201314')
    .sentences.map(({ text }) => text)
    .join(' ');
}

test('a score whose interval covers nought and England’s figure is told apart from neither', () => {
  const findings = found('-0.03', ['-0.05', '0.00'], '0.00');
  expect(said(findings)).toContain(
    'the average progress score in reading was −0.03 (95% confidence interval −0.05 to 0.00, which includes zero).',
  );
  expect(said(findings)).toContain(
    'It was too close to England’s 0.00 to call (0.03 points below, within the 95% confidence interval).',
  );
  expect(findings.comparisons.held[0]).toMatchObject({ degree: 'within', verdict: 'same' });
});

test('a score whose interval lies below England’s figure is below it', () => {
  const findings = found('-0.30', ['-0.45', '-0.15'], '0.00');
  expect(said(findings)).toContain('−0.30 (95% confidence interval −0.45 to −0.15).');
  expect(said(findings)).toContain('0.30 points below England’s 0.00');
  expect(findings.comparisons.held[0]).toMatchObject({ degree: 'plain', verdict: 'worse' });
});

test('tables print the interval beside the figure, and say what it is', () => {
  const findings = found('-0.03', ['-0.05', '0.00'], '0.00');
  const years = yearsTable(findings, council.name, unlinked);
  expect(years.caption).toBe('Reading, 2013/14, with 95% confidence intervals');
  expect(years.rows[0]?.cells[0]).toMatchObject({
    text: '−0.03',
    marks: [{ text: '(−0.05 to 0.00)', expansion: '95% confidence interval' }],
  });
  expect(comparisonTable(findings, council.name, unlinked)?.rows[0]?.cells.at(-1)?.text).toBe(
    'too close to say',
  );
});

test('the evidence of a figure gives its interval', () => {
  expect(found('-0.03', ['-0.05', '0.00'], '0.00').level.figure.working).toBe(
    'As given in the row, to 2 decimal places, with 95% confidence interval −0.05 to 0.00',
  );
});
