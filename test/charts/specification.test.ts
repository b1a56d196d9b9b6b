// What a reader can save of a chart: all that it holds is drawn, and nothing that is not printed.
import { describe, expect, it } from 'vitest';
import { specificationOf } from '../../src/charts/specification.ts';
import type { Chart } from '../../src/model/chart.ts';
import { specimens } from './specimens.ts';

type Saved = {
  readonly $schema: string;
  readonly description: string;
  readonly layer: readonly unknown[];
  readonly datasets: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};

const saved = (chart: Chart): Saved =>
  JSON.parse(specificationOf(chart, { title: 'It rose', subtitle: 'Per cent, 2013/14' }));

/** The layers that draw rows of a name, with those inside them. */
function layersOf(name: string, { layer }: Saved): string {
  return layer
    .map(each => JSON.stringify(each))
    .filter(text => text.includes(`"data":{"name":"${name}"}`))
    .join('');
}

describe.each(Object.entries(specimens))('the specification of %s', (_, chart) => {
  const whole = saved(chart);

  it('says what it is, and has no colour that only a page could give', () => {
    expect(whole.description).toBe('It rose. Per cent, 2013/14.');
    expect(JSON.stringify(whole)).not.toMatch(/var\(|currentColor|transparent/);
  });

  it('holds no field that nothing is drawn by', () => {
    const idle = Object.entries(whole.datasets).flatMap(([name, rows]) => {
      const drawnBy = layersOf(name, whole);
      return [...new Set(rows.flatMap(row => Object.keys(row)))]
        .filter(field => !new RegExp(`"field":"${field}"|datum\\.${field}\\b`).test(drawnBy))
        .map(field => `${name}.${field}`);
    });
    expect(idle).toEqual([]);
  });
});

it('lets nothing through that a chart carries besides what is printed', () => {
  const carrying = Object.values(specimens).map(
    chart =>
      JSON.parse(JSON.stringify(chart), (_, value) =>
        typeof value?.text === 'string' ? { ...value, count: 61.53846, pupils: 13 } : value,
      ) as Chart,
  );
  for (const chart of carrying)
    expect(JSON.stringify(saved(chart))).not.toMatch(/61\.53846|"pupils"|"count":61/);
});
