import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { makeReport } from '../../src/report.ts';
import { publish } from '../../src/site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the reference council's site, built once for all tests. */
    site: string;
  }
}

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Names the folder of the site to the projects after the first: each loads this module for itself. */
const built = 'KEYSTAGE_TEST_SITE';

/** Gives a project the reference council's site, which the first project of a run builds for all. */
export async function provideSite(
  project: TestProject,
  options: { readonly documents: boolean },
): Promise<() => void> {
  const before = process.env[built];
  if (before !== undefined) {
    project.provide('site', before);
    return () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'keystage-test-'));
  const site = join(folder, 'site');
  const made = makeReport(repository);
  if (made.outcome !== 'made')
    throw new Error(`the reference council has issues: ${JSON.stringify(made, null, 1)}`);
  await publish(made.report, site, options);
  process.env[built] = site;
  project.provide('site', site);
  return () => {
    delete process.env[built];
    rmSync(folder, { recursive: true, force: true });
  };
}
