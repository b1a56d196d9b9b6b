import { layOut } from '../charts/layout.ts';
import { paper } from '../charts/palette.ts';
import type { Chart } from '../model/chart.ts';
import { type Unsettled, unsettled } from '../model/observation.ts';

/** What a reader must know of a drawing to read it: where lines stop, and what its hollow marks and letters mean. */
export function chartNote(chart: Chart): string | null {
  const notes = [...breakNotes(chart), ...statusNotes(chart)];
  return notes.length === 0 ? null : notes.join(' ');
}

function breakNotes(chart: Chart): readonly string[] {
  const broken =
    chart.kind === 'trend' || chart.kind === 'target'
      ? chart.breaks.length > 0
      : chart.kind === 'multiples' && chart.panels.some(({ breaks }) => breaks.length > 0);
  return broken ? ['Lines stop at a dashed rule: figures on either side may not be compared.'] : [];
}

/** Only of marks that the drawing shows: those of earlier years are in its table. */
function statusNotes(chart: Chart): readonly string[] {
  const { words, points } = layOut(chart, 'wide');
  const isShown = (status: Unsettled) => words.some(({ text }) => text.includes(unsettled[status].symbol));
  const open = (['early', 'provisional'] as const).filter(isShown);
  const named = open.map(status => `${unsettled[status].symbol} (${status})`).join(' and ');
  const hollow = chart.kind !== 'gap' && chart.kind !== 'target' && points.some(({ fill }) => fill === paper);
  return [
    ...(open.length > 0
      ? [`Figures marked ${named} may still change${hollow ? ', and have hollow marks' : ''}.`]
      : []),
    ...(open.length === 0 && hollow ? ['A hollow mark is a figure that may still change.'] : []),
    ...(isShown('revised') ? ['Figures marked [r] have been revised.'] : []),
  ];
}
