import type { LocalityFindings } from '../judgements/localities.ts';
import type { Mark, RangeChart } from '../model/chart.ts';
import { periodLabel } from '../model/time.ts';
import { markOf, scaleOf } from './from-findings.ts';

/** From the lowest locality to the highest, with the council's own figure between; null where no ends can be named. */
export function localityChart(
  { extremes, own, period, indicator }: LocalityFindings,
  council: string,
  limit: RangeChart['limit'],
): RangeChart | null {
  if (extremes.outcome !== 'found') return null;
  const { highest, lowest } = extremes;
  const [low, high] = [lowest[0], highest[0]];
  if (low === undefined || high === undefined) return null;
  const places = (rows: typeof lowest) =>
    new Intl.ListFormat('en-GB').format(rows.map(({ area }) => area.name));
  return {
    kind: 'range',
    scale: scaleOf(indicator),
    rows: [
      {
        name: periodLabel(period),
        low: { place: places(lowest), ...markOf(low.level.figure) },
        high: { place: places(highest), ...markOf(high.level.figure) },
        average: own === null ? unheld : markOf(own.figure),
      },
    ],
    average: council,
    limit,
  };
}

const unheld: Mark = { number: null, text: '[x]' };
