// Plants a fault in a copy of the code, builds the invented council with it, and asks the checks what they find.
import { type ChildProcess, fork } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../../src/site/browser.ts';
import { everyDrivenCheck, pageChecks, siteChecks } from '../checks/all.ts';
import { kindOf, openSite, type Site } from '../checks/site.ts';
import { visit } from '../checks/visit.ts';
import type { Order } from './builder.ts';
import type { Fault } from './faults.ts';
import { planted } from './plant.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const council = 'test/editions/winterfold';
const edition = '2013-14';
/** A month after the invented council reviewed its statement. */
const today = '2014-12-01';

/** A copy of the code, in which faults are planted and the invented council's site is built. */
export type Copy = {
  readonly folder: string;
  /** The site of the code as it is. */
  readonly build: () => Promise<Site>;
  /** The site with a fault that is in place by now; of it the one page that is looked at, or null for all. */
  readonly buildWith: (fault: Fault, page: string | null) => Promise<Site>;
  readonly remove: () => void;
};

/** A copy of the code and of the invented council, with the packages linked and a cache of its own. */
export function copyOfCode(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'keystage-planted-'));
  const builders = ['test/mutation/builder.ts', 'test/support/copy-of.ts'];
  for (const name of ['src', ...shared, ...builders, council])
    cpSync(join(repository, name), join(folder, name), { recursive: true });
  // No fault is planted in the pages of plans, and they are a quarter of the time that a build takes.
  for (const name of readdirSync(join(folder, council, 'data/plans')).filter(name => name !== 'targets.yaml'))
    rmSync(join(folder, council, 'data/plans', name), { recursive: true });
  const packages = join(repository, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(packages)) {
    if (name === '.cache')
      cpSync(join(packages, name), join(folder, 'node_modules', name), { recursive: true });
    else symlinkSync(join(packages, name), join(folder, 'node_modules', name));
  }
  const builder = fork('test/mutation/builder.ts', [council, edition], {
    cwd: folder,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let sound: Promise<Site> | null = null;
  const order = async (order: Order) => {
    await builtBy(builder, order);
    return openSite(order.out, today);
  };
  const out = join(folder, 'faulty');
  const whole = { code: folder, make: 'site', charts: null, only: null, out } as const;
  const build = () => {
    sound ??= order({ ...whole, out: join(folder, 'sound') });
    return sound;
  };
  let fresh = 0;
  return {
    folder,
    build,
    buildWith: async ({ file, isInWords }, page) => {
      // The sheet is one for all pages, which are as they were.
      if (file.startsWith('templates/styles/')) {
        const { folder: out } = await build();
        return order({ ...whole, make: 'styles', out });
      }
      const some = { ...whole, only: page?.replace(/index\.html$/, '') ?? null };
      if (file.startsWith('templates/')) return order(some);
      if (!file.startsWith('src/')) return order({ ...some, make: 'report' });
      // Code once loaded stays as it was: a copy of it is loaded from a place of its own.
      fresh += 1;
      if (file.startsWith('src/charts/') && isInWords !== true) {
        const charts = `charts-${fresh}`;
        cpSync(join(folder, 'src/charts'), join(folder, 'src', charts), { recursive: true });
        return order({ ...some, charts });
      }
      const code = join(folder, `code-${fresh}`);
      cpSync(join(folder, 'src'), join(code, 'src'), { recursive: true });
      // No file of data may be a link to one elsewhere.
      cpSync(join(folder, 'data/england'), join(code, 'data/england'), { recursive: true });
      for (const name of ['node_modules', ...shared].filter(name => name !== 'data/england'))
        symlinkSync(join(folder, name), join(code, name));
      return order({ ...some, code, make: 'report' });
    },
    remove: () => {
      builder.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the code reads beside itself. */
const shared = [
  'templates',
  'docs',
  'data/england',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
] as const;

/** Asks a builder for a site. Throws what kept it from being written. */
async function builtBy(builder: ChildProcess, order: Order): Promise<void> {
  const answer = await new Promise(resolve => {
    builder.once('message', resolve);
    builder.once('exit', status => resolve(`the builder ended with ${status}`));
    builder.send(order);
  });
  builder.removeAllListeners();
  if (answer !== 'built') throw new Error(`${answer}`);
}

/** The page that is looked at for a fault. */
function pageOf({ page = `${edition}/ks2/index.html` }: Fault): string {
  return page;
}

/** Plants a fault and asks the check that must find it. A fault whose text is not there throws: it would test nothing. */
export async function foundOf(
  browser: Browser,
  { folder, build, buildWith }: Copy,
  fault: Fault,
): Promise<readonly string[]> {
  // Before anything is planted, so that a style sheet is all that its fault changes.
  await build();
  const path = join(folder, fault.file);
  const text = readFileSync(path, 'utf8');
  const changed = planted(text, fault);
  if (changed === null) throw new Error(`${fault.file} no longer has: ${fault.find}`);
  const { caught } = fault;
  const page = pageOf(fault);
  const looksAtPage = pageChecks.some(({ name }) => name === caught);
  writeFileSync(path, changed);
  try {
    const site = await buildWith(fault, looksAtPage ? page : null);
    return await findingsOf(browser, site, caught, page);
  } finally {
    writeFileSync(path, text);
  }
}

/** What one check finds on a site, on one page where it looks at pages. */
async function findingsOf(
  browser: Browser,
  site: Site,
  name: string,
  page: string,
): Promise<readonly string[]> {
  const ofPage = pageChecks.find(check => check.name === name);
  if (ofPage !== undefined) {
    const { findings } = await visit(browser, site, [ofPage], {
      names: [page],
      atOnce: 1,
      scriptless: false,
    });
    return [...findings.values()].flat();
  }
  const ofSite = siteChecks.find(check => check.name === name);
  if (ofSite !== undefined) return ofSite.find(site);
  const driven = everyDrivenCheck.find(check => check.name === name);
  if (driven === undefined) throw new Error(`no check is called: ${name}`);
  const painting = await startBrowser();
  const opened = await painting.newPage();
  const names = driven.pages(site).filter(each => kindOf(site, each) === 'chapter');
  const found: string[] = [];
  for (const each of names) found.push(...(await driven.drive(opened, each, site)));
  await painting.close();
  return found;
}

/** Everything that every check finds on a site, of its pages on those that have charts or that faults are looked for on. */
export async function allFindings(
  browser: Browser,
  site: Site,
  faults: readonly Fault[],
): Promise<readonly string[]> {
  const charted = [...site.pages].flatMap(([name, html]) => (html.includes('<figure') ? [name] : []));
  const names = [...new Set([...charted, ...faults.map(pageOf)])];
  const { findings } = await visit(browser, site, pageChecks, { names, scriptless: false });
  const found = [...findings].flatMap(([check, those]) => those.map(what => `${check}: ${what}`));
  for (const { name, find } of siteChecks.filter(({ name }) => !name.includes('Nu HTML')))
    found.push(...(await find(site)).map(what => `${name}: ${what}`));
  return found;
}
