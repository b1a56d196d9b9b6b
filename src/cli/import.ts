import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bringIn, type FileBroughtIn } from '../importers/bring-in.ts';
import { rowEnds } from '../importers/gathered.ts';
import { sortIssues } from '../issues.ts';
import { counted } from '../model/spelling.ts';
import { periodLabel } from '../model/time.ts';
import { repository } from '../site/installation.ts';
import type { Arguments } from './arguments.ts';
import { exitStatuses, printIssues, printJson } from './output.ts';

/** Brings in publishers' files as they are: says what it will write, then writes it, unless there are issues or it is only tried. */
export async function importFiles({
  root,
  files,
  as,
  retrieved,
  dryRun,
  json,
  quiet,
}: Arguments): Promise<number> {
  const brought = await bringIn(root, join(repository, 'data'), {
    files: files.map(name => ({ path: resolve(name), name })),
    as,
    taken: retrieved,
  });
  const issues = sortIssues(brought.issues);
  const isFaulty = issues.some(({ severity }) => severity === 'error');
  if (!json && !quiet) for (const file of brought.files) console.log(storyOf(file).join('\n'));
  if (json) printJson(issues);
  else printIssues(issues);
  if (!dryRun) write(root, isFaulty ? brought.questions : brought.written);
  if (!json && !quiet && dryRun && !isFaulty) console.log('Nothing is written: this was a trial.');
  return isFaulty ? exitStatuses.issues : exitStatuses.done;
}

function storyOf({
  name,
  says,
  publication,
  rows,
  form,
  inspections,
  own,
}: FileBroughtIn): readonly string[] {
  const lines = [`${name}: ${says.length === 0 ? 'not read' : says.join('; ')}`];
  if (publication !== null) lines.push(`  publication ${publication}`);
  for (const { indicator, areas, first, last, values } of form?.gains ?? []) {
    const years = first === last ? periodLabel(first) : `${periodLabel(first)} to ${periodLabel(last)}`;
    lines.push(
      `  ${indicator.padEnd(36)} ${years.padEnd(20)} ${counted(areas, 'area').padStart(9)} ${counted(values, 'value').padStart(15)}`,
    );
  }
  const total = [...rows.values()].reduce((sum, number) => sum + number, 0);
  const ends = Object.entries(rowEnds).flatMap(([end, words]) => {
    const number = rows.get(end as keyof typeof rowEnds) ?? 0;
    return number === 0 ? [] : [`${number.toLocaleString('en-GB')} ${words}`];
  });
  if (total > 0) lines.push(`  ${counted(total, 'row')}: ${ends.join(', ')}`);
  if (form !== null) {
    const { added, changed, held } = form.values;
    lines.push(
      `  ${form.folder}: ${counted(added, 'new value')}, ${changed.toLocaleString('en-GB')} changed, ${held.toLocaleString('en-GB')} held already`,
    );
    for (const [family, those] of Map.groupBy(form.assumed, ({ family }) => family)) {
      const days = those.map(({ period, day }) => `${periodLabel(period)} on ${day}`);
      lines.push(`  day of release assumed, ${family}: ${days.join(', ')}`);
    }
  } else if (own !== null)
    lines.push(
      `  data/observations: ${counted(own.added, 'new figure')}, ${own.held.toLocaleString('en-GB')} held already`,
    );
  else if (publication !== null) lines.push('  nothing new');
  if (inspections !== null) {
    lines.push(
      `  ${counted(inspections.rows, 'row')}, ${inspections.ours.toLocaleString('en-GB')} of this council:`,
    );
    for (const { phase, grade, count } of inspections.counts) lines.push(`  ${phase}, ${grade}: ${count}`);
  }
  return lines;
}

/** Writes each file whole beside its place, then puts all of them there. */
function write(root: string, files: ReadonlyMap<string, string>): void {
  const ready: (readonly [from: string, to: string])[] = [];
  try {
    for (const [path, text] of files) {
      const to = join(root, path);
      const from = `${to}.part`;
      mkdirSync(dirname(to), { recursive: true });
      ready.push([from, to]);
      writeFileSync(from, text);
    }
    for (const [from, to] of ready) renameSync(from, to);
  } finally {
    for (const [from] of ready) rmSync(from, { force: true });
  }
}
