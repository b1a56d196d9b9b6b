// Golden editions: whole council folders in, everything a reader would read out. To accept a change, run
// `npm run unit -- test/editions.test.ts -u` and read the difference.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../src/report.ts';
import { readableHome, readablePlan, readableTargets, readableTheme } from './support/readable.ts';
import { viewsOf } from './support/views.ts';

type Ledger = {
  readonly figures: readonly {
    readonly id: string;
    readonly value: number | null;
    readonly absent: string | null;
    readonly inputs: readonly string[];
  }[];
};

const editions = fileURLToPath(new URL('editions', import.meta.url));

describe.each(readdirSync(editions))('%s', name => {
  const made = makeReport(join(editions, name));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made, null, 1));
  const { report } = made;

  it.each(viewsOf(report).homes.map(home => [home.href, home] as const))(
    '%s reads as it should',
    async (href, home) => {
      await expect(`${readableHome(home)}\n`).toMatchFileSnapshot(
        join(editions, name, 'expected', href, 'index.txt'),
      );
    },
  );

  it.each(viewsOf(report).themes.map(theme => [theme.href, theme] as const))(
    '%s reads as it should',
    async (href, theme) => {
      await expect(`${readableTheme(theme)}\n`).toMatchFileSnapshot(
        join(editions, name, 'expected', href, 'index.txt'),
      );
    },
  );

  it.each(viewsOf(report).targets.map(targets => [targets.href, targets] as const))(
    '%s reads as it should',
    async (href, targets) => {
      await expect(`${readableTargets(targets)}\n`).toMatchFileSnapshot(
        join(editions, name, 'expected', href, 'index.txt'),
      );
    },
  );

  it.each(viewsOf(report).plans.map(plan => [plan.href, plan] as const))(
    '%s reads as it should',
    async (href, plan) => {
      await expect(`${readablePlan(plan)}\n`).toMatchFileSnapshot(
        join(editions, name, 'expected', href, 'index.txt'),
      );
    },
  );

  it.each(
    report.files.filter(({ path }) => path.endsWith('figures.json')).map(file => [file.path, file] as const),
  )('%s gives every figure once, a value or the reason there is none, and what it rests on', (_, file) => {
    const { figures }: Ledger = JSON.parse(file.text);
    const ids = new Set(figures.map(({ id }) => id));
    expect(figures.length).toBeGreaterThan(0);
    expect(ids.size).toBe(figures.length);
    expect(figures.filter(({ value, absent }) => (value === null) === (absent === null))).toEqual([]);
    expect(figures.flatMap(({ inputs }) => inputs).filter(id => !ids.has(id))).toEqual([]);
  });
});
