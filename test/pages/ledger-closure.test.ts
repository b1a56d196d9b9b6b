import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/figure.ts';
import { makeReport } from '../../src/report.ts';

const made = makeReport(join(import.meta.dirname, '../editions/winterfold'));
if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
const { pages, files, site } = made.report;

/** The ids of a figure and of all that it rests on. */
const idsOf = (figure: Figure): readonly string[] => [figure.id, ...figure.inputs.flatMap(idsOf)];

describe.each(site.editions.map(({ id }) => id))('the ledger of %s', id => {
  const own = pages.filter(({ edition, href }) => edition.id === id && href.startsWith(`${id}/`));
  const text = files.find(({ path }) => path === `${id}/figures.json`)?.text ?? '';
  const ledger: {
    readonly figures: readonly { readonly id: string; readonly inputs: readonly string[]; absent: unknown }[];
    readonly sentences: readonly { readonly id: string; readonly text: string }[];
  } = JSON.parse(text);
  const held = new Set(ledger.figures.map(each => each.id));

  it('holds every figure that a page prints, and all that it rests on', () => {
    const printed = own.flatMap(({ figures }) => figures);
    expect(printed.length).toBeGreaterThan(30);
    expect(printed.flatMap(idsOf).filter(figure => !held.has(figure))).toEqual([]);
  });

  it('holds no figure that nothing printed rests on, but those that may not be given', () => {
    const reached = new Set(own.flatMap(({ figures }) => figures.flatMap(idsOf)));
    const words = own.flatMap(({ view }) => JSON.stringify(view));
    const stray = ledger.figures.filter(
      figure =>
        figure.absent === null && !reached.has(figure.id) && !words.some(view => view.includes(figure.id)),
    );
    expect(stray.map(figure => figure.id)).toEqual([]);
  });

  it('holds the sentences that pages print, each as it is printed', () => {
    const printed = new Map(
      own.flatMap(({ sentences }) => sentences.map(each => [each.id, each.text] as const)),
    );
    expect(ledger.sentences.map(each => [each.id, printed.get(each.id)])).toEqual(
      ledger.sentences.map(each => [each.id, each.text]),
    );
    expect([...printed.keys()].filter(key => !ledger.sentences.some(each => each.id === key))).toEqual([]);
  });
});
