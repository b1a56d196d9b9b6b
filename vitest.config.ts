import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take minutes. */
const longest = ['test/browser/checks.test.ts', 'test/mutation/', 'test/cli/', 'test/browser/'];

/** Begins with the longest, so that no worker waits for one at the end: a fresh clone has no times to go by. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => longest.findIndex(part => moduleId.includes(part));
    const rank = (file: TestSpecification) => (place(file) === -1 ? longest.length : place(file));
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/set-up.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    pool: 'threads',
    // No test changes a module: loading all of them afresh for each file took a third of the whole time.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
  },
});
