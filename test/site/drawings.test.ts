import { describe, expect, it } from 'vitest';
import { makePen, type Wanted } from '../../src/charts/render.ts';
import { drawingMarks, startPen } from '../../src/site/drawings.ts';
import { percent, trend } from '../charts/samples.ts';

const chart = trend([81, 84]);
const view = {
  id: 'chart-a',
  name: 'Line chart.',
  title: 'It rose',
  subtitle: 'Per cent',
  chart,
  note: null,
};
const line = { id: 'spark-a', line: { scale: percent, council: [], nation: null } };
const named = async (wanted: Wanted) =>
  `<svg>${wanted.kind} ${'width' in wanted ? wanted.width : 'of years'}</svg>`;

describe('the drawings of a page', () => {
  it('stand where its templates left their marks', async () => {
    const { filters, fill } = drawingMarks(named);
    const page = `<p>${filters.drawing(view, 'wide')} ${filters.drawing(view, 'narrow')}</p>${filters.sparkline(line)}`;
    expect(page).not.toContain('<svg>');
    expect(await fill(page)).toBe(
      '<p><svg>chart wide</svg> <svg>chart narrow</svg></p><svg>spark of years</svg>',
    );
  });

  it('are none where none is marked', async () => {
    expect(await drawingMarks(named).fill('<p><!-- words --></p>')).toBe('<p><!-- words --></p>');
  });

  it('are never those of another build', async () => {
    const { filters } = drawingMarks(named);
    await expect(drawingMarks(named).fill(filters.sparkline(line))).rejects.toThrow('no drawing 0');
  });
});

describe('the pen in a thread of its own', () => {
  const wanted = (first: number): Wanted => ({
    kind: 'chart',
    chart: trend([first, 84]),
    width: 'narrow',
    name: 'Line chart.',
  });

  it('draws what the pen at hand draws, each drawing for who asked for it', async () => {
    const asked = [wanted(81), wanted(70), { kind: 'spark', ...line } as const];
    const pen = startPen();
    expect(await Promise.all(asked.map(pen))).toEqual(asked.map(makePen()));
  });

  it('tells who asked of a fault, and whoever asks later', async () => {
    const pen = startPen();
    const faulty = { ...wanted(81), chart: { kind: 'none' } } as unknown as Wanted;
    await expect(pen(faulty)).rejects.toThrow();
    await expect(pen(wanted(70))).rejects.toThrow();
  });
});
