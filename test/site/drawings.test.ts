import { describe, expect, it } from 'vitest';
import type { Wanted } from '../../src/charts/render.ts';
import { drawingMarks } from '../../src/site/drawings.ts';
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
  `<svg>${wanted.id} ${'width' in wanted ? wanted.width : 'line'}</svg>`;

describe('the drawings of a page', () => {
  it('stand where its templates left their marks', async () => {
    const { filters, fill } = drawingMarks(named);
    const page = `<p>${filters.drawing(view, 'wide')} ${filters.drawing(view, 'narrow')}</p>${filters.sparkline(line)}`;
    expect(page).not.toContain('<svg>');
    expect(await fill(page)).toBe(
      '<p><svg>chart-a wide</svg> <svg>chart-a narrow</svg></p><svg>spark-a line</svg>',
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
