import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Edition } from '../../src/model/edition.ts';
import { reportFrom } from '../../src/report.ts';
import { referenceCouncil } from './reference-council.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder in which the reference council's sites are built, while tests that need none run already. */
    sites: string;
  }
}

/** The editions of each of its sites: the two older ones, which have plans of every kind; the latest, of published figures. */
const editionsOf = {
  site: ({ period }: Edition) => period < '201516',
  modern: ({ period }: Edition) => period === '202425',
} as const;

/** A site of the reference council, by the folder that it is built into. */
export type SiteName = keyof typeof editionsOf;

/** Names the folder of the sites to the projects after the first: each loads this module for itself. */
const begun = 'KEYSTAGE_TEST_SITE';

/** Gives a project the reference council's sites, which the first project of a run begins to build for all. */
export function provideSites(
  project: TestProject,
  { documents }: { readonly documents: boolean },
): () => void {
  const before = process.env[begun];
  if (before !== undefined) {
    project.provide('sites', before);
    return () => undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'keystage-test-'));
  process.env[begun] = folder;
  project.provide('sites', folder);
  const builders = (Object.keys(editionsOf) as SiteName[]).map(name => build(name, folder, documents));
  return () => {
    delete process.env[begun];
    for (const builder of builders) builder.kill();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Builds a site in a process of its own; where it cannot be built, its folder's name with `.fault` says why. */
function build(name: SiteName, folder: string, documents: boolean): ChildProcess {
  const out = join(folder, name);
  const line = ['test/support/build-site.ts', name, out, ...(documents ? ['--documents'] : [])];
  const builder = spawn(process.execPath, line, { stdio: ['ignore', 'ignore', 'pipe'] });
  const said: string[] = [];
  builder.stderr.on('data', text => said.push(String(text)));
  builder.once('close', status => {
    if (status !== 0)
      writeFileSync(`${out}.fault`, `the reference council's ${name} was not built\n${said.join('')}`);
  });
  return builder;
}

/** The report of the reference council with the editions of one of its sites: all four would take minutes to look at. */
export function reportOf(name: SiteName) {
  const read = referenceCouncil();
  const editions = read.folder.editions.filter(editionsOf[name]);
  const made = reportFrom({ ...read, folder: { ...read.folder, editions } });
  if (made.outcome !== 'made')
    throw new Error(`the reference council has issues: ${JSON.stringify(made, null, 1)}`);
  return made.report;
}
