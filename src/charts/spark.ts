import type { Spark } from '../model/chart.ts';
import { ticksFor } from './axis.ts';
import { amounts, type ChartKind, type ChartTold, lineLook, point, pointLook, specOf } from './kit.ts';

const sheet = { width: 132, height: 46 } as const;
const edge = 7;

const number = amounts('number', { grid: false, labels: false });
const year = {
  field: 'at',
  type: 'quantitative',
  scale: { domain: [0, { expr: 'last' }], zero: false, nice: false },
  axis: null,
};

const spec = specOf(
  ['low', 'high', 'ticks', 'labels', 'last'],
  [
    {
      data: { name: 'rows' },
      layer: [
        {
          mark: { type: 'line', invalid: 'break-paths-show-domains', strokeJoin: 'round' },
          encoding: {
            x: year,
            y: number,
            stroke: lineLook.stroke,
            strokeDash: lineLook.strokeDash,
            strokeWidth: { condition: { test: "datum.look === 'council'", value: 2.5 }, value: 1.75 },
          },
        },
        {
          transform: [{ filter: 'datum.marked' }],
          mark: point,
          encoding: { x: year, y: number, ...pointLook() },
        },
      ],
    },
  ],
);

/** A line of a few years and no words: the council's with its last point marked, the nation's thin behind it. */
export const sparkKind: ChartKind<Spark> = { spec, tell };

function tell({ scale, council, nation }: Spark): ChartTold {
  const numbers = [...council, ...(nation ?? [])].flatMap(mark => mark?.number ?? []);
  const [low, high] = endsOf(numbers, scale);
  const last = council.findLastIndex(mark => typeof mark?.number === 'number');
  const row = (look: string) => (mark: Spark['council'][number], at: number) => ({
    look,
    at,
    number: mark?.number ?? null,
    marked: look === 'council' && at === last,
    ...(mark?.status === undefined ? {} : { status: mark.status }),
  });
  return {
    ...sheet,
    plot: { left: edge, right: sheet.width - edge, top: edge, bottom: sheet.height - edge },
    params: { low, high, ticks: [], labels: [], last: council.length - 1 },
    data: { rows: [...(nation ?? []).map(row('nation')), ...council.map(row('council'))] },
    words: [],
    rules: [],
  };
}

/** No closer around the numbers than half of what an axis would show, so that a small change does not look large. */
function endsOf(numbers: readonly number[], scale: Spark['scale']): readonly [number, number] {
  const ticks = ticksFor(numbers, scale);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const reach = Math.max(most - least, (ticks.high - ticks.low) / 2);
  const middle = (least + most) / 2;
  return [middle - reach / 2, middle + reach / 2];
}
