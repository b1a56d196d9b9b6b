import type { HiddenCell } from '../audit/hidden-cells.ts';
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
  const say = progress(quiet || json);
  say(made.issues.length === 0 ? 'No issues.' : 'No issues. Warnings do not stop the report.');
  for (const line of hiddenLines(made.hidden)) say(line);
  return exitStatuses.done;
}

/** What of the officer's own rows is printed as [c], and why: how many for what they say, and each that is hidden for their sake. */
function hiddenLines(cells: readonly HiddenCell[]): readonly string[] {
  const hidden = cells.filter(({ isHidden }) => isHidden);
  if (hidden.length === 0) return [];
  const beside = hidden.filter(({ isByItself }) => !isByItself);
  const own = hidden.length - beside.length;
  const few = `Printed as [c]: ${own} that tell${own === 1 ? 's' : ''} of too few pupils or came suppressed`;
  if (beside.length === 0) return [`${few}.`];
  return [
    `${few}, and ${beside.length} from which those could be worked out:`,
    ...beside.map(({ place, name }) => `  ${place.file}:${place.line}  ${name}`),
    'To print more, enter fewer groups or wards, or figures of several years together.',
  ];
}
