import type { Chart } from '../model/chart.ts';
import { sheets } from './drawing.ts';
import { filled, kindOf, tellOf } from './kinds.ts';
import { plainColours } from './palette.ts';

type Described = { readonly title: string; readonly subtitle: string };

/**
 * A chart as a Vega-Lite specification that stands by itself, with its rows: for a reader to open in an editor of Vega, or to
 * draw anew. It is what the wide drawing is made of, in plain colours on a white sheet.
 */
export function specificationOf(chart: Chart, { title, subtitle }: Described): string {
  const { width, height, padding, params, data } = filled(tellOf(chart, 'wide'), sheets.wide);
  const { $schema, ...rest } = kindOf(chart).spec;
  const whole = {
    $schema,
    description: `${title}. ${subtitle}.`,
    ...rest,
    width,
    height,
    padding,
    params: (rest.params ?? []).map(({ name }) => ({ name, value: params[name] ?? null })),
  };
  const datasets = Object.entries(data).map(
    ([name, rows]) =>
      `${JSON.stringify(name)}: [\n${rows.map(row => `  ${JSON.stringify(row)}`).join(',\n')}\n]`,
  );
  const text = `${JSON.stringify(whole, null, 1).slice(0, -2)},\n "datasets": {\n${datasets.join(',\n')}\n}\n}\n`;
  return plainColours(text);
}
