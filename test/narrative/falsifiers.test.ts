import { expect, it } from 'vitest';
import { falsifiersOf } from '../../src/pages/claims-page.ts';
import { figuresIn } from '../support/figures.ts';
import { findingsOf } from '../support/findings.ts';

const figures = (kind: string) =>
  [...figuresIn(findingsOf(['92', '90', '89', '87'], { nation: '89.7' })).values()].filter(
    figure => figure.kind === kind && figure.period === '201314',
  );

it('a level is false when it is revised, and a change when either figure is', () => {
  expect(falsifiersOf(figures('observation').slice(0, 1))).toEqual(['the figure is revised from 92%']);
  expect(falsifiersOf([...figures('observation').slice(0, 1), ...figures('change').slice(0, 1)])).toEqual([
    'either figure is revised so that the change is not 2 percentage points',
  ]);
});

it('a run and a record are false when a figure of their years is revised', () => {
  expect(falsifiersOf(figures('streak'))).toEqual([
    'a figure of these years is revised so that the run is broken',
  ]);
  expect(falsifiersOf(figures('record'))).toEqual(['a figure of these years is revised to be the highest']);
});

it('each reason is given once', () => {
  expect(falsifiersOf([...figures('streak'), ...figures('streak')])).toHaveLength(1);
});
