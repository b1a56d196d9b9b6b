// Every figure of the ledgers of the golden councils, and every word of direction in their sentences, worked out again.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { recomputed } from './recomputed.ts';

const golden = fileURLToPath(new URL('../editions', import.meta.url));

it.each(readdirSync(golden))('the ledgers of %s are as worked out again', name => {
  const { wrong, left } = recomputed(join(golden, name));
  expect(wrong).toEqual([]);
  expect([...left]).toEqual([]);
});
