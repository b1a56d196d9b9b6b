import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nationalCalendar } from '../importers/release-calendar.ts';
import { isWithin } from '../paths.ts';
import { readUnfinished } from '../report.ts';
import type { Arguments } from './arguments.ts';
import { exitStatuses, printFault, printIssues } from './output.ts';
import { todoPage } from './todo-page.ts';
import { todoText } from './todo-words.ts';
import { workOn } from './work-to-do.ts';

/** Says where the latest edition stands, as text or JSON, and as a page for staff where one is asked for. */
export function todo({ root, out, json, page }: Arguments): number {
  const within = [out, join(root, 'data'), join(root, 'content')].find(
    folder => page !== null && isWithin(folder, page),
  );
  if (within !== undefined) {
    printFault(`keystage: the page is for staff alone and may not lie in ${within}: name another place`);
    return exitStatuses.usage;
  }
  const read = readUnfinished(root);
  const work =
    read.outcome === 'issues'
      ? null
      : workOn(read, nationalCalendar(), new Date().toISOString().slice(0, 10));
  if (work === null) {
    printIssues(read.issues);
    printFault('keystage: no edition can be read yet, so nothing can be said of one');
    return exitStatuses.issues;
  }
  if (json) console.log(JSON.stringify(work, null, 2));
  else console.log(todoText(work).join('\n'));
  if (page !== null) {
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, todoPage(work));
  }
  return exitStatuses.done;
}
