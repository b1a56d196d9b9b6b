// The contract of the ledger, on the reference council's latest edition: what was published leads back to its cell.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import { againstSchema } from './support/ledger-schema.ts';
import { modern, type PublishedLedger } from './support/site.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const ledger = JSON.parse(readFileSync(join(modern, '2024-25/figures.json'), 'utf8')) as PublishedLedger;
const byId = new Map(ledger.figures.map(figure => [figure.id, figure]));
const observed = ledger.figures.filter(({ kind }) => kind === 'observation');

/** The lines of files of published figures, each cut into its cells. */
const files = new Map<string, readonly (readonly string[])[]>();
function cellsOf(file: string): readonly (readonly string[])[] {
  const held =
    files.get(file) ??
    readFileSync(join(repository, file), 'utf8')
      .split('\n')
      .map(line => line.split(','));
  files.set(file, held);
  return held;
}

describe('the ledger of an edition made of published figures', () => {
  it('is as its schema says', () => {
    const schema = readFileSync(join(modern, '2024-25/figures-schema.json'), 'utf8');
    expect(againstSchema(schema, ledger)).toEqual([]);
  });

  it('reports ninety measures and more', () => {
    expect(new Set(observed.map(({ indicator }) => indicator)).size).toBeGreaterThanOrEqual(90);
  });

  it('leads each figure to the very cell of the release, which holds what is printed', () => {
    for (const { id, indicator, area, breakdown, period, value, text, source } of observed) {
      const { file = '', line = 0, column, series } = source ?? {};
      const cells = cellsOf(file);
      const row = cells[line - 1] ?? [];
      expect(row.slice(0, 4), id).toEqual([indicator, breakdown.topic, breakdown.group, area]);
      expect([column, typeof series], id).toEqual([period, 'string']);
      const cell = row[cells[0]?.indexOf(period) ?? -1] ?? '';
      const places = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
      if (value === null) expect(['c', 'z', 'x', 'low', 'k', 'u'], `${id} ${cell}`).toContain(cell);
      else
        expect(Number(new Big(cell).round(places, Big.roundHalfUp)), `${id}: ${cell} as ${text}`).toBe(value);
    }
  });

  it('has what every figure and sentence rests on, and names the set of ranks and averages', () => {
    for (const { id, kind, inputs, value, set } of ledger.figures) {
      for (const input of inputs) expect(byId.has(input), `${id} rests on ${input}`).toBe(true);
      // A place among those with a figure in both years rests on the place among all of them.
      const whose = set ?? byId.get(inputs[0] ?? '')?.set;
      if ((kind === 'rank' || kind === 'neighbour-mean') && value !== null)
        expect(whose, id).toMatch(/^(authorities|statistical-neighbours-)/);
    }
    for (const { id, figures } of ledger.sentences)
      for (const figure of figures) expect(byId.has(figure), `${id} prints ${figure}`).toBe(true);
  });
});

describe('where the numbers of an edition come from', () => {
  const page = (path: string) =>
    readFileSync(join(modern, '2024-25', path, 'index.html'), 'utf8').replaceAll(/<[^>]+>|\s+/g, ' ');

  it('names the times of a figure as its measure has them', () => {
    const plans = page('send/numbers/ehc-20-weeks');
    expect(plans).toContain('Cheshire East, 2024 ');
    expect(plans).not.toContain('Cheshire East, 2023/24');
    expect(page('social-care/numbers/cla-rate')).toContain('Cheshire East, 31 March 2025 ');
  });

  it('names each measure of those that a count rests on', () => {
    expect(page('numbers/front')).toMatch(
      /Persistent absence rate: Change less that of England, 2023\/24 to 2024\/25: about −0\.30/,
    );
  });

  it('has claims of rank rest on what was published', () => {
    const claims = page('claims');
    expect(claims).toMatch(/54th of 153 authorities/);
    expect(claims).not.toContain('Counted from the plan');
  });

  it('prints changes less England’s as they are, in a chapter where lower is better too', () => {
    expect(page('attendance')).toMatch(
      /Ours less England’s .*Persistent absence rate\s+−2\.11\s+−1\.81\s+−0\.30/,
    );
  });
});
