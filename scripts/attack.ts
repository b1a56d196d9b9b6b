// Attacks what is printed of invented councils, and what every edition of the repository prints, and says how near it came:
// `npm run attack -- --first 1 --last 20`. With `--write` that is written to `docs/attack.md`, after each council.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { capital } from '../src/model/spelling.ts';
import { makeReport } from '../src/report.ts';
import { attackOfSite } from '../test/attack/editions.ts';
import { knowledgeOf, pastGate, pastGateLeftOut, policy, withoutTelling } from '../test/attack/printed.ts';
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
  {
    name: 'Only what tells of a few by itself is hidden',
    printed: withoutTelling,
    scores: new Map<string, Score>(),
  },
  {
    name: 'All that leaves the gate, more than any reader sees',
    printed: pastGate,
    scores: new Map<string, Score>(),
  },
  {
    name: 'The same, where the officer left out what tells of a few',
    printed: pastGateLeftOut,
    scores: new Map<string, Score>(),
  },
] as const;

const kinds: Readonly<Record<string, string>> = {
  hidden: 'Hidden figures',
  between: 'Between a measure and one within it',
  revised: 'Between two releases',
};

/** What is asked of editions besides: they print shares of which the policy keeps the others too. */
const kindsOfEditions = { ...kinds, others: 'Those outside a share', revised: 'Between two editions' };

function tableOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n');
}

/** Attacks one more council. */
function attackCouncil(seed: number): void {
  const shape = shapeOf(seed);
  const entered = rowsOf(shape);
  for (const { printed, scores } of ways) {
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
}

function ofCouncils(councils: number): string {
  const rows = ways.flatMap(({ name, scores }) =>
    Object.entries(kinds).flatMap(([kind, label]) => {
      const held = scores.get(kind);
      return held === undefined ? [] : [[name, councils, label, held.cells, held.exact, held.narrow]];
    }),
  );
  return tableOf(
    ['Printed', 'Councils', 'After', 'Of them', 'Known exactly', 'Nearer than the policy'],
    rows,
  );
}

/** Each council's folder of the repository, and what it is called. */
const folders = [
  ['.', 'The reference council'],
  ...readdirSync('test/editions').map(name => [join('test/editions', name), capital(name)] as const),
] as const;

const knowing = [
  ['What is printed', 'printed'],
  ['That, and the size of every group with a figure', 'sizes'],
] as const;

function ofEditions(): string {
  let givenUp = 0;
  const rows = folders.flatMap(([root, name]) => {
    const made = makeReport(root);
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    const { files } = made.report;
    return knowing.flatMap(([label, knows]) => {
      const found = attackOfSite(root, files, knows);
      givenUp += found.givenUp;
      for (const each of found.fallen) process.stderr.write(`${name}, ${label}: ${each}\n`);
      return Object.entries(kindsOfEditions).flatMap(([kind, after]) => {
        const held = found.scores.get(kind as keyof typeof kindsOfEditions);
        return held === undefined ? [] : [[name, label, after, held.cells, held.exact, held.narrow]];
      });
    });
  });
  const table = tableOf(
    ['Council', 'Known', 'After', 'Of them', 'Known exactly', 'Nearer than the policy'],
    rows,
  );
  return `${table}\n\nWhat is declared was taken for so no more in ${givenUp} places, where what is printed contradicts it, as an early total the sum of final groups.`;
}

function textUpTo(seed: number): string {
  return `# An attack on what is printed

Made by \`npm run attack -- --first ${first} --last ${seed} --write\`. The councils are invented, pupil by pupil, with wards, groups within groups,
measures within others and revised releases (\`test/attack/\`). The attacker shares no code with the gate: it knows all that is printed,
every declared sum and the policy, and asks by integer programming for the least and the greatest that each hidden number can be.
"Nearer than the policy" is closer together than ${policy['count-below'] - 2}. In the last way the officer of each council entered no figure that tells of a few, as if
that were safe, and the attacker knows that there are such pupils in each table of which other figures are entered.

${ofCouncils(seed - first + 1)}

## Every edition of the repository

The same attacker reads the CSV files of each council's editions, and the catalogues: cohorts, measures within others, sums, groups that are
everyone or leave some out, areas that make up a council. What one edition printed is known of the next. A group without a row has pupils that
are not printed, so that those with one are at most the whole; of an invented council, whose officer enters every group, it has none. What
follows from figures of national publishers alone is not asked for. Of what is printed, near is what may be so few. Printed changes, gaps and numbers
of pupils that they are worth are not worked from.

${editions}
`;
}

const editions = ofEditions();

for (let seed = first; seed <= last; seed++) {
  attackCouncil(seed);
  if (values.write) writeFileSync('docs/attack.md', textUpTo(seed));
}
process.stdout.write(textUpTo(last));
