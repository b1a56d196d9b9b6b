import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import type { Edition } from '../../src/model/edition.ts';
import { readCouncil, reportFrom } from '../../src/report.ts';
import { publish } from '../../src/site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the reference council's site with its two older editions, which have plans of every kind. */
    site: string;
    /** The folder of its site with the latest edition alone, made of published figures. */
    modern: string;
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
    provide(project, before);
    return () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'keystage-test-'));
  const read = readCouncil(repository);
  const hidden = read.outcome === 'issues' ? [] : read.hidden;
  await publish(olderReport(read), join(folder, 'site'), { ...options, hidden });
  await publish(
    reportOf(read, ({ period }) => period === '202425'),
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
export function olderReport(read = readCouncil(repository)) {
  return reportOf(read, ({ period }) => period < '201516');
}

/** The report of the reference council with some of its editions: a site of all four would take minutes to look at. */
function reportOf(read: ReturnType<typeof readCouncil>, isWanted: (edition: Edition) => boolean) {
  const made = reportFrom(
    read.outcome === 'issues'
      ? read
      : { ...read, folder: { ...read.folder, editions: read.folder.editions.filter(isWanted) } },
  );
  if (made.outcome !== 'made')
    throw new Error(`the reference council has issues: ${JSON.stringify(made, null, 1)}`);
  return made.report;
}

function provide(project: TestProject, folder: string): void {
  project.provide('site', join(folder, 'site'));
  project.provide('modern', join(folder, 'modern'));
}
