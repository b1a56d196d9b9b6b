import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The tests that take minutes: a site for each planted fault, every command, many random reports. */
const long = [
  'test/attack/attack.test.ts',
  'test/mutation/look-faults.test.ts',
  'test/mutation/page-faults.test.ts',
  'test/cli/commands.test.ts',
  'test/package.test.ts',
  'test/narrative/properties.test.ts',
  'test/narrative/agreement-of-many.test.ts',
  'test/recomputed/ledgers.test.ts',
];

/** The files that begin first, so that no worker waits for one at the end; the sites are built meanwhile. */
const first = ['test/mutation/page-faults.test.ts', 'test/browser/checks.test.ts', ...long];

/**
 * What a test needs made before it, by what it or its helpers import: a browser, the reference council's site, a
 * folder of a council, or nothing. A new test is in its project without a word.
 */
const needs = [
  { name: 'browser', imports: 'src/site/browser.ts' },
  { name: 'site', imports: 'test/support/site.ts' },
  { name: 'folder', imports: 'src/sources/load.ts' },
  { name: 'folder', imports: 'src/report.ts' },
  { name: 'folder', imports: 'src/site.ts' },
  { name: 'folder', imports: 'test/support/council-folder.ts' },
  { name: 'folder', imports: 'node:child_process' },
] as const;

/** The projects, in the order in which they are run. */
const projects = ['long', 'browser', 'site', 'folder', 'mocked', 'pure'] as const;
type Project = (typeof projects)[number];

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.test.ts'))
  .map(name => join('test', name));

/** What a file of tests imports, and what its helpers do; the code is not followed. */
function importedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()'([^']+)'/g)) {
    const to = path.startsWith('.') ? relative('.', resolve(dirname(file), path)) : path;
    if (seen.has(to)) continue;
    seen.add(to);
    if (to.startsWith('test/')) importedBy(to, seen);
  }
  return seen;
}

function projectOf(file: string): Project {
  if (long.includes(file)) return 'long';
  // Vite has to load the code of which one module is put in the place of another.
  if (readFileSync(file, 'utf8').includes('vi.mock(')) return 'mocked';
  const imported = importedBy(file);
  return needs.find(({ imports }) => imported.has(imports))?.name ?? 'pure';
}

const filesOf = Map.groupBy(files, projectOf);

/** Begins with the longest, and goes on project by project: a fresh clone has no times to go by. */
class LongestFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const at = first.findIndex(file => moduleId.endsWith(file));
      return at === -1 ? first.length + projects.indexOf(project.name as Project) : at;
    };
    return (await super.sort(specifications)).toSorted((one, other) => place(one) - place(other));
  }
}

export default defineConfig({
  test: {
    // One more than the cores of most machines: tests in a browser wait for it much of their time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: projects.map(name => ({
      test: {
        name,
        include: filesOf.get(name) ?? [],
        globalSetup: {
          long: ['test/support/browser.ts'],
          browser: ['test/support/printed-site.ts'],
          site: ['test/support/plain-site.ts'],
          folder: [],
          mocked: ['test/support/browser.ts'],
          pure: [],
        }[name],
        // No test is to fail because the machine is slow, or has much else to do.
        testTimeout: 600_000,
        hookTimeout: 600_000,
        expect: { poll: { timeout: 60_000 } },
        // Random tests ask the same in every run.
        setupFiles: ['test/support/seed.ts'],
        pool: 'threads',
        // The code is loaded by Node, as it is when the tool runs.
        experimental: { viteModuleRunner: name === 'mocked' },
        // No test changes a module: loading all of them afresh for each file took a third of the whole time.
        isolate: false,
      },
    })),
  },
});
