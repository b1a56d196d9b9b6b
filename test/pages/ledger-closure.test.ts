import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';

const made = makeReport(join(import.meta.dirname, '../editions/winterfold'));
if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
const { pages, files, site } = made.report;

type Printed = {
  readonly figures: readonly string[];
  readonly sentences: readonly (readonly [string, string])[];
};

/** What stands in a view of a page: the ids of its figures, and its sentences with their ids. */
function printedIn(value: unknown): Printed {
  if (value === null || typeof value !== 'object') return { figures: [], sentences: [] };
  const { id, runs, figure } = value as { id?: string; runs?: readonly { text: string }[]; figure?: unknown };
  const inside = Object.values(value).map(printedIn);
  return {
    figures: [...(typeof figure === 'string' ? [figure] : []), ...inside.flatMap(each => each.figures)],
    sentences: [
      ...(id === undefined || runs === undefined
        ? []
        : [[id, runs.map(({ text }) => text).join('')] as const]),
      ...inside.flatMap(each => each.sentences),
    ],
  };
}

describe.each(site.editions.map(({ id }) => id))('the ledger of %s', id => {
  const own = pages.filter(({ edition, href }) => edition.id === id && href.startsWith(`${id}/`));
  const text = files.find(({ path }) => path === `${id}/figures.json`)?.text ?? '';
  const ledger: {
    readonly figures: readonly { readonly id: string; readonly inputs: readonly string[]; absent: unknown }[];
    readonly sentences: readonly { readonly id: string; readonly text: string }[];
  } = JSON.parse(text);
  const byId = new Map(ledger.figures.map(each => [each.id, each]));
  const printed = printedIn(own.map(({ view }) => view));

  it('holds every figure that a page prints, and all that it rests on', () => {
    expect(printed.figures.length).toBeGreaterThan(30);
    const named = [...printed.figures, ...ledger.figures.flatMap(({ inputs }) => inputs)];
    expect(named.filter(figure => !byId.has(figure))).toEqual([]);
  });

  it('holds no figure that nothing printed rests on, but those that may not be given', () => {
    const idsOf = (figure: string): readonly string[] => [
      figure,
      ...(byId.get(figure)?.inputs ?? []).flatMap(idsOf),
    ];
    const reached = new Set(printed.figures.flatMap(idsOf));
    const words = own.flatMap(({ view }) => JSON.stringify(view));
    const stray = ledger.figures.filter(
      figure =>
        figure.absent === null && !reached.has(figure.id) && !words.some(view => view.includes(figure.id)),
    );
    expect(stray.map(figure => figure.id)).toEqual([]);
  });

  it('holds the sentences that pages print, each as it is printed', () => {
    const texts = new Map(printed.sentences);
    expect(ledger.sentences.map(each => [each.id, texts.get(each.id)])).toEqual(
      ledger.sentences.map(each => [each.id, each.text]),
    );
    expect([...texts.keys()].filter(key => !ledger.sentences.some(each => each.id === key))).toEqual([]);
  });
});
