import { materialFrom, readCouncil } from '../report.ts';
import type { Arguments } from './arguments.ts';
import { exitStatuses, printFault, printIssues, printJson, progress } from './output.ts';

/** Reads a council folder and prints every issue; writes nothing. */
export function check({ root, json, quiet }: Arguments): number {
  const made = materialFrom(readCouncil(root));
  if (made.outcome === 'unknown') {
    printFault(`keystage: ${made.why}`);
    return exitStatuses.usage;
  }
  if (json) printJson(made.issues);
  else printIssues(made.issues);
  if (made.outcome === 'issues') return exitStatuses.issues;
  progress(quiet || json)(
    made.issues.length === 0 ? 'No issues.' : 'No issues. Warnings do not stop the report.',
  );
  return exitStatuses.done;
}
