import { fileURLToPath } from 'node:url';
import { readCouncil } from '../../src/report.ts';

type Read = Extract<ReturnType<typeof readCouncil>, { outcome: 'read' }>;

let held: Read | null = null;

/** The reference council's folder as it is read, once for all tests of a worker. Throws where it has issues. */
export function referenceCouncil(): Read {
  held ??= readReference();
  return held;
}

function readReference(): Read {
  const read = readCouncil(fileURLToPath(new URL('../..', import.meta.url)));
  if (read.outcome === 'issues')
    throw new Error(`the reference council has issues: ${JSON.stringify(read.issues, null, 1)}`);
  return read;
}
