// Whether each fault can still be planted, which the tests that plant them take minutes to say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { everyDrivenCheck, pageChecks, siteChecks } from '../checks/all.ts';
import { lookFaults, pageFaults } from './faults.ts';
import { planted } from './plant.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const checks = new Set([...pageChecks, ...siteChecks, ...everyDrivenCheck].map(({ name }) => name));

it.each([...pageFaults, ...lookFaults])(
  '$name: its text is where it is planted, and its check is one of ours',
  fault => {
    expect(planted(readFileSync(join(repository, fault.file), 'utf8'), fault), fault.find).not.toBeNull();
    expect(checks).toContain(fault.caught);
  },
);
