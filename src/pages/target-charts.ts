import type { PartFindings } from '../judgements/target-parts.ts';
import { differenceUnit } from '../model/format.ts';
import { capital } from '../model/spelling.ts';
import type { PartSaid } from '../narrative/target-phrases.ts';
import { drawn } from './chart-views.ts';
import type { Printer } from './printer.ts';
import { targetLine } from './target-lines.ts';
import type { ChartView } from './view.ts';

/** The chart of a part of a target: outcomes, or a projection, on the way to the aim; null where no line leads there. */
export function targetChartView(
  id: string,
  table: number,
  found: PartFindings,
  { sentences, title }: PartSaid,
  council: string,
  printer: Printer,
): ChartView | null {
  const chart = targetLine(found, council);
  if (chart === null || title === null || found.measure === null) return null;
  const unit = found.measure.unit === 'percent' ? 'Per cent' : capital(differenceUnit(found.measure.unit));
  const subtitle = `${unit}, ${found.measure.short}, ${council}, ${chart.periods[0]} to ${chart.periods.at(-1)}`;
  const told = sentences.map(each => printer.sentence(each).text).join(' ');
  return {
    ...drawn(`target-${id}`, `table ${table} and the list below`, chart, subtitle, told),
    title: printer.sentence(title).text,
  };
}
