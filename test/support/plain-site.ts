import type { TestProject } from 'vitest/node';
import { provideSites } from './reference-site.ts';

/** Begins to build the reference council's sites without their documents, or gives those that are built with them. */
export default function setUp(project: TestProject): () => void {
  return provideSites(project, { documents: false });
}
