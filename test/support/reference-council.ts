import { fileURLToPath } from 'node:url';
import { readCouncil } from '../../src/report.ts';

const read = readCouncil(fileURLToPath(new URL('../..', import.meta.url)));
if (read.outcome === 'issues')
  throw new Error(`the reference council has issues: ${JSON.stringify(read.issues, null, 1)}`);

/** The reference council's folder as it is read, once for all tests of a worker. */
export const referenceCouncil = read;
