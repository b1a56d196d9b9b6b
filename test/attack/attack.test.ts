// An attack on what is printed of invented councils: from outside, by whole numbers under linear rules. `npm run attack` makes it
// on as many councils as are asked for, and prints the table.
import { describe, expect, it } from 'vitest';
import { knowledgeOf, pastGate, pastGateLeftOut, withoutTelling } from './printed.ts';
import { rowsOf, shapeOf } from './pupils.ts';
import { scoreOf } from './score.ts';

/** Two councils with wards and groups within groups, for each takes a second or two. */
const seeds = [8, 30];

describe('what is printed of invented councils', () => {
  it.each(seeds)(
    'lets nobody near a few pupils, though the attacker has all that leaves the gate: council %i',
    seed => {
      const shape = shapeOf(seed);
      const rows = rowsOf(shape);
      expect(scoreOf(pastGate(rows, shape), knowledgeOf(shape), rows).fallen).toEqual([]);
    },
  );

  it('lets nobody near those whom the officer left out of the folder, as if that were safe', () => {
    const shape = shapeOf(30);
    const rows = rowsOf(shape);
    const { scores, fallen } = scoreOf(pastGateLeftOut(rows, shape), knowledgeOf(shape), rows);
    expect(fallen).toEqual([]);
    expect(scores.get('hidden')?.cells).toBeGreaterThan(50);
  });

  it('would give many away, were only those hidden that tell of a few by themselves', () => {
    const shape = shapeOf(3);
    const rows = rowsOf(shape);
    const { scores } = scoreOf(withoutTelling(rows, shape), knowledgeOf(shape), rows);
    expect(scores.get('hidden')?.exact).toBeGreaterThan(5);
    expect(scores.get('between')?.exact).toBeGreaterThan(5);
  });
});
