import { planKinds } from '../../src/plans/index.ts';
import { type Loaded, loadFolder as load } from '../../src/sources/load.ts';

/** Loads a council folder with every kind of plan there is. */
export function loadFolder(root: string): Loaded {
  return load(root, planKinds);
}
