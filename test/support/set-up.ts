import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { makeReport } from '../../src/report.ts';
import { unpackBrowser } from '../../src/site/browser.ts';
import { publish } from '../../src/site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the reference council's site, built once for all tests. */
    site: string;
  }
}

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Unpacks the browser and builds the reference council's site once, for every test that looks at it. */
export default async function setUp(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'keystage-test-'));
  await unpackBrowser();
  const made = makeReport(repository);
  if (made.outcome !== 'made')
    throw new Error(`the reference council has issues: ${JSON.stringify(made, null, 1)}`);
  await publish(made.report, join(folder, 'site'), { documents: true });
  project.provide('site', join(folder, 'site'));
  return () => rmSync(folder, { recursive: true, force: true });
}
