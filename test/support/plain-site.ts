import type { TestProject } from 'vitest/node';
import { provideSite } from './reference-site.ts';

/** Builds the reference council's site without its documents, or gives the one that was built with them. */
export default function setUp(project: TestProject): Promise<() => void> {
  return provideSite(project, { documents: false });
}
