import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makePen, type Wanted } from '../../src/charts/render.ts';
import { drawingMarks, makeDrawer, startPen } from '../../src/site/drawings.ts';
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

describe('the charts of pages that are laid out', () => {
  const wide: Wanted = { kind: 'chart', chart, width: 'wide', name: view.name };

  it('are begun before any page asks for them, both drawings of each, once in all builds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keystage-drawings-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const asked: Wanted[] = [];
    const pen = () => (wanted: Wanted) => {
      asked.push(wanted);
      return named(wanted);
    };
    const first = makeDrawer(pen, folder);
    first.drawAhead([view]);
    expect(asked).toEqual([wide, { ...wide, width: 'narrow' }]);
    expect(await first.draw(wide)).toBe('<svg>chart wide</svg>');
    const next = makeDrawer(pen, folder);
    next.drawAhead([view]);
    expect(await next.draw(wide)).toBe('<svg>chart wide</svg>');
    expect(asked).toHaveLength(2);
  });
});
