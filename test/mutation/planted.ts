// Plants a fault in a copy of the code, builds the invented council with it, and asks the checks what they find.
import { execFileSync } from 'node:child_process';
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
import { everyDrivenCheck, pageChecks, siteChecks } from '../checks/all.ts';
import { kindOf, openSite, type Site } from '../checks/site.ts';
import { visit } from '../checks/visit.ts';
import type { Fault } from './faults.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const council = 'test/editions/winterfold';
const edition = '2013-14';
/** A month after the invented council reviewed its statement. */
const today = '2014-12-01';

/** A copy of the code and of the invented council, with the packages linked and a cache of its own. */
export function copyOfCode(): string {
  const copy = mkdtempSync(join(tmpdir(), 'keystage-planted-'));
  for (const name of [
    'src',
    'templates',
    'bin',
    'docs',
    council,
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(join(repository, name), join(copy, name), { recursive: true });
  // No fault is planted in the pages of plans, and they are a quarter of the time that a build takes.
  for (const name of readdirSync(join(copy, council, 'data/plans')).filter(name => name !== 'targets.yaml'))
    rmSync(join(copy, council, 'data/plans', name), { recursive: true });
  const packages = join(repository, 'node_modules');
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(packages)) {
    if (name === '.cache')
      cpSync(join(packages, name), join(copy, 'node_modules', name), { recursive: true });
    else symlinkSync(join(packages, name), join(copy, 'node_modules', name));
  }
  return copy;
}

/** Builds the invented council's site with a copy's code. Throws what the build printed where it fails. */
export function buildIn(copy: string): Site {
  const site = join(copy, 'site');
  rmSync(site, { recursive: true, force: true });
  const command = [
    'src/cli/main.ts',
    'build',
    '--quiet',
    '--no-documents',
    '--root',
    council,
    '--edition',
    edition,
    '--out',
    site,
  ];
  execFileSync(process.execPath, command, { cwd: copy, stdio: 'pipe' });
  return openSite(site, today);
}

/** Plants a fault while `use` works. A fault whose text is not there throws: it would test nothing. */
export async function withFault<Result>(
  copy: string,
  fault: Fault,
  use: () => Promise<Result>,
): Promise<Result> {
  const path = join(copy, fault.file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(fault.find)) throw new Error(`${fault.file} no longer has: ${fault.find}`);
  const planted = text.replaceAll(fault.find, () => fault.replace);
  if (planted === text) throw new Error(`nothing is planted: ${fault.name}`);
  writeFileSync(path, planted);
  try {
    return await use();
  } finally {
    writeFileSync(path, text);
  }
}

/** What one check finds on a site, on one page where it looks at pages. */
export async function findingsOf(
  browser: Browser,
  site: Site,
  name: string,
  page = `${edition}/ks2/index.html`,
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
  const opened = await browser.newPage();
  const names = driven.pages(site).filter(each => kindOf(site, each) === 'chapter');
  const found: string[] = [];
  for (const each of names) found.push(...(await driven.drive(opened, each, site)));
  await opened.close();
  return found;
}

/** Everything that every check finds on a site. */
export async function allFindings(browser: Browser, site: Site): Promise<readonly string[]> {
  const { findings } = await visit(browser, site, pageChecks, { scriptless: false });
  const found = [...findings].flatMap(([check, those]) => those.map(what => `${check}: ${what}`));
  for (const { name, find } of siteChecks.filter(({ name }) => !name.includes('Nu HTML')))
    found.push(...(await find(site)).map(what => `${name}: ${what}`));
  return found;
}
