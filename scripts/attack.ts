// Attacks what is printed of invented councils, and prints how near it came:
// `npm run attack -- --first 1 --last 20`. With `--write` the table is written to `docs/attack.md`.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { knowledgeOf, pastGate, policy, withoutTelling } from '../test/attack/printed.ts';
import { rowsOf, shapeOf } from '../test/attack/pupils.ts';
import { type Score, scoreOf } from '../test/attack/score.ts';

const { values } = parseArgs({
  options: {
    first: { type: 'string', default: '1' },
    last: { type: 'string', default: '20' },
    write: { type: 'boolean', default: false },
  },
});
const [first, last] = [Number(values.first), Number(values.last)];

const ways = [
  ['Only what tells of a few by itself is hidden', withoutTelling],
  ['All that leaves the gate, more than any reader sees', pastGate],
] as const;

const kinds: Readonly<Record<string, string>> = {
  hidden: 'Hidden figures',
  between: 'Between a measure and one within it',
  revised: 'Between two releases',
};

function tableOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');
}

function ofCouncils(): string {
  const rows = ways.flatMap(([name, printed]) => {
    const scores = new Map<string, Score>();
    for (let seed = first; seed <= last; seed++) {
      const shape = shapeOf(seed);
      const entered = rowsOf(shape);
      const found = scoreOf(printed(entered, shape), knowledgeOf(shape), entered);
      if (printed !== withoutTelling)
        for (const each of found.fallen) process.stderr.write(`council ${seed}: ${each}\n`);
      for (const [kind, { cells, exact, narrow }] of found.scores) {
        const held = scores.get(kind) ?? { cells: 0, exact: 0, narrow: 0 };
        scores.set(kind, {
          cells: held.cells + cells,
          exact: held.exact + exact,
          narrow: held.narrow + narrow,
        });
      }
    }
    return Object.entries(kinds).flatMap(([kind, label]) => {
      const held = scores.get(kind);
      return held === undefined ? [] : [[name, last - first + 1, label, held.cells, held.exact, held.narrow]];
    });
  });
  return tableOf(
    ['Printed', 'Councils', 'After', 'Of them', 'Known exactly', 'Nearer than the policy'],
    rows,
  );
}

const text = `# An attack on what is printed

Made by \`npm run attack -- --first ${first} --last ${last} --write\`. The councils are invented, pupil by pupil, with wards, groups within groups,
measures within others and revised releases (\`test/attack/\`). The attacker shares no code with the gate: it knows all that is printed,
every declared sum and the policy, and asks by integer programming for the least and the greatest that each hidden number can be.
"Nearer than the policy" is closer together than ${policy['count-below'] - 2}.

${ofCouncils()}
`;
process.stdout.write(text);
if (values.write) writeFileSync('docs/attack.md', text);
