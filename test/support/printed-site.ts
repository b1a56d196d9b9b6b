import type { TestProject } from 'vitest/node';
import { unpackBrowser } from '../../src/site/browser.ts';
import { provideSite } from './reference-site.ts';

/** Unpacks the browser, and builds the reference council's site with its documents. */
export default async function setUp(project: TestProject): Promise<() => void> {
  await unpackBrowser();
  return provideSite(project, { documents: true });
}
