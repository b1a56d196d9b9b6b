import type { Spark } from '../model/chart.ts';
import { ticksFor } from './axis.ts';
import { type ChartSheet, sheets } from './drawing.ts';
import * as vl from './kit.ts';

const year = {
  field: 'at',
  type: 'quantitative',
  scale: { domain: [0, { expr: 'last' }], zero: false, nice: false },
  axis: null,
};

const spec = vl.specOf('low high last', [
  {
    data: { name: 'rows' },
    layer: [
      {
        mark: { type: 'line', invalid: 'break-paths-show-domains', strokeJoin: 'round' },
        encoding: {
          x: year,
          y: vl.amount('number'),
          ...vl.lineLook,
          strokeWidth: { condition: { test: "datum.look === 'council'", value: 2.5 }, value: 1.75 },
        },
      },
      {
        transform: [{ filter: 'datum.marked' }],
        mark: vl.point,
        encoding: { x: year, y: vl.amount('number'), ...vl.pointLook() },
      },
    ],
  },
]);

/** A line of a few years and no words: the council's with its last point marked, the nation's thin behind it. */
export const sparkKind: vl.ChartKind<Spark> = { spec, tell };

export const sparkSheet: ChartSheet = { ...sheets.wide, width: 132 };

const [height, edge] = [46, 7];

function tell({ scale, council, nation }: Spark, { width }: ChartSheet): vl.ChartTold {
  const numbers = [...council, ...(nation ?? [])].flatMap(mark => mark?.number ?? []);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const ticks = ticksFor(numbers, scale);
  // No closer around the numbers than half of what an axis would show, so that a small change does not look large.
  const reach = Math.max(most - least, (ticks.high - ticks.low) / 2);
  const low = (least + most - reach) / 2;
  const last = council.findLastIndex(mark => typeof mark?.number === 'number');
  const row = (look: string) => (mark: Spark['council'][number], at: number) => ({
    look,
    at,
    number: mark?.number ?? null,
    marked: look === 'council' && at === last,
    ...(mark?.status === undefined ? {} : { status: mark.status }),
  });
  return {
    height,
    plot: { left: edge, right: width - edge, top: edge, bottom: height - edge },
    params: { low, high: low + reach, last: council.length - 1 },
    data: { rows: [...(nation ?? []).map(row('nation')), ...council.map(row('council'))] },
  };
}
