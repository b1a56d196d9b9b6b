import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Edition } from '../../src/model/edition.ts';
import { reportFrom } from '../../src/report.ts';
import { publish } from '../../src/site.ts';
import { referenceCouncil } from './reference-council.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the reference council's site with its two older editions, which have plans of every kind. */
    site: string;
    /** The folder of its site with the latest edition alone, made of published figures. */
    modern: string;
  }
}

/** Names the folder of the site to the projects after the first: each loads this module for itself. */
const built = 'KEYSTAGE_TEST_SITE';

/** Gives a project the reference council's site, which the first project of a run builds for all. */
export async function provideSite(
  project: TestProject,
  options: { readonly documents: boolean },
): Promise<() => void> {
  const before = process.env[built];
  if (before !== undefined) {
    provide(project, before);
    return () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'keystage-test-'));
  const { hidden } = referenceCouncil();
  await publish(olderReport(), join(folder, 'site'), { ...options, hidden });
  await publish(
    reportOf(({ period }) => period === '202425'),
    join(folder, 'modern'),
    { ...options, hidden },
  );
  process.env[built] = folder;
  provide(project, folder);
  return () => {
    delete process.env[built];
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The report of the reference council's two older editions. */
export function olderReport() {
  return reportOf(({ period }) => period < '201516');
}

/** The report of the reference council with some of its editions: a site of all four would take minutes to look at. */
function reportOf(isWanted: (edition: Edition) => boolean) {
  const read = referenceCouncil();
  const editions = read.folder.editions.filter(isWanted);
  const made = reportFrom({ ...read, folder: { ...read.folder, editions } });
  if (made.outcome !== 'made')
    throw new Error(`the reference council has issues: ${JSON.stringify(made, null, 1)}`);
  return made.report;
}

function provide(project: TestProject, folder: string): void {
  project.provide('site', join(folder, 'site'));
  project.provide('modern', join(folder, 'modern'));
}
