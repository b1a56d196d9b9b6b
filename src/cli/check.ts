import { materialFrom, readCouncil } from '../report.ts';
import type { Arguments } from './arguments.ts';
import { printFault, printIssues, printJson, progress } from './print.ts';
import { statuses } from './statuses.ts';

/** Reads a council folder and prints every issue; writes nothing. */
export function check({ root, json, quiet }: Arguments): number {
  const made = materialFrom(readCouncil(root));
  if (made.outcome === 'unknown') {
    printFault(`keystage: ${made.why}`);
    return statuses.usage;
  }
  if (json) printJson(made.issues);
  else printIssues(made.issues);
  if (made.outcome === 'issues') return statuses.issues;
  progress(quiet || json)('No issues.');
  return statuses.done;
}
