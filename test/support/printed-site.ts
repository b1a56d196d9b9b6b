import type { TestProject } from 'vitest/node';
import { unpackBrowser } from '../../src/site/browser.ts';
import { provideSites } from './reference-site.ts';

/** Unpacks the browser, and begins to build the reference council's sites with their documents. */
export default async function setUp(project: TestProject): Promise<() => void> {
  await unpackBrowser();
  return provideSites(project, { documents: true });
}
