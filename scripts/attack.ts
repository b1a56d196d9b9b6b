// Attacks what is printed of invented councils, and prints how near it came: `npm run attack -- --first 1 --last 20`.
import { parseArgs } from 'node:util';
import { knowledgeOf, onPages, pastGate, withoutTelling } from '../test/attack/printed.ts';
import { rowsOf, shapeOf } from '../test/attack/pupils.ts';
import { type Score, scoreOf } from '../test/attack/score.ts';

const { values } = parseArgs({
  options: { first: { type: 'string', default: '1' }, last: { type: 'string', default: '20' } },
});

const ways = {
  'small figures alone hidden': withoutTelling,
  'all that leaves the gate': pastGate,
  'what pages print': onPages,
} as const;

for (const [name, printed] of Object.entries(ways)) {
  const scores = new Map<string, Score>();
  for (let seed = Number(values.first); seed <= Number(values.last); seed++) {
    const shape = shapeOf(seed);
    const rows = rowsOf(shape);
    for (const [kind, { cells, exact, narrow }] of scoreOf(printed(rows, shape), knowledgeOf(shape), rows)
      .scores) {
      const held = scores.get(kind) ?? { cells: 0, exact: 0, narrow: 0 };
      scores.set(kind, {
        cells: held.cells + cells,
        exact: held.exact + exact,
        narrow: held.narrow + narrow,
      });
    }
  }
  console.log(name);
  console.table(Object.fromEntries(scores));
}
