// Golden editions: whole council folders in, everything a reader would read out. To accept a change, run
// `npm run unit -- test/editions.test.ts -u` and read the difference.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../src/report.ts';
import { readableHome, readablePlan, readableTargets, readableTheme } from './support/readable.ts';

const editions = fileURLToPath(new URL('editions', import.meta.url));

describe.each(readdirSync(editions))('%s', name => {
  const made = makeReport(join(editions, name));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made, null, 1));
  const { report } = made;

  it.each(report.homes.map(home => [home.href, home] as const))(
    '%s reads as it should',
    async (href, home) => {
      await expect(`${readableHome(home)}\n`).toMatchFileSnapshot(
        join(editions, name, 'expected', href, 'index.txt'),
      );
    },
  );

  it.each(report.themes.map(theme => [theme.href, theme] as const))(
    '%s reads as it should',
    async (href, theme) => {
      await expect(`${readableTheme(theme)}\n`).toMatchFileSnapshot(
        join(editions, name, 'expected', href, 'index.txt'),
      );
    },
  );

  it.each(report.targets.map(targets => [targets.href, targets] as const))(
    '%s reads as it should',
    async (href, targets) => {
      await expect(`${readableTargets(targets)}\n`).toMatchFileSnapshot(
        join(editions, name, 'expected', href, 'index.txt'),
      );
    },
  );

  it.each(report.plans.map(plan => [plan.href, plan] as const))(
    '%s reads as it should',
    async (href, plan) => {
      await expect(`${readablePlan(plan)}\n`).toMatchFileSnapshot(
        join(editions, name, 'expected', href, 'index.txt'),
      );
    },
  );

  it.each(
    report.files.filter(({ path }) => path.endsWith('figures.json')).map(file => [file.path, file] as const),
  )('%s holds every figure', async (path, file) => {
    await expect(file.text).toMatchFileSnapshot(join(editions, name, 'expected', path));
  });
});
