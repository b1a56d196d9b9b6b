// Pages that are kept between builds: a site has the same bytes whether any were or not, and nothing that changed is old.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HiddenCell } from '../../src/audit/hidden-cells.ts';
import { makeReport } from '../../src/report.ts';
import { startAudit } from '../../src/site/audit.ts';
import { programHash } from '../../src/site/cache.ts';
import { disclosedBy, publish } from '../../src/site.ts';
import { reportOf } from '../support/reference-site.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

let folder = '';
let council = '';
let keeping = { folder: '', program: '' };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keystage-kept-'));
  council = join(folder, 'council');
  keeping = { folder: join(folder, 'kept'), program: programHash() };
  cpSync(join(repository, 'test/editions/winterfold'), council, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const filesIn = (of: string) =>
  readdirSync(of, { recursive: true, encoding: 'utf8' }).filter(name => statSync(join(of, name)).isFile());

/** Every file of a folder with what is in it. */
const contents = (of: string) =>
  new Map(
    filesIn(of)
      .sort()
      .map(name => [name, readFileSync(join(of, name), 'latin1')]),
  );

const asItWas = (cells: readonly HiddenCell[]) => cells;

/** The council's site, with pages kept or with none: whole or without a page, with other cells hidden than the gate hid. */
async function built(isKept: boolean, asHidden = asItWas, without: string | null = null) {
  const made = makeReport(council);
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const out = join(folder, 'site');
  const hidden = asHidden(made.hidden);
  const pages = made.report.pages.filter(({ href }) => href !== without);
  const wishes = { documents: false, hidden, keeping: isKept ? keeping : null };
  await publish({ ...made.report, pages }, out, wishes);
  return contents(out);
}

function change(file: string, from: string, to: string, root = council): void {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(root, file), text.replace(from, to));
}

/** Writes a word into every page that is kept, so that those can be told that were not made anew. */
function markKept(): void {
  for (const name of readdirSync(join(keeping.folder, 'pages'))) {
    const path = join(keeping.folder, 'pages', name);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replaceAll('Skip to main content', 'Kept is main content'),
    );
  }
}

const isMarked = (text: string | undefined) => text?.includes('Kept is main content');
const marked = (site: ReadonlyMap<string, string>) =>
  [...site].flatMap(([name, text]) => (isMarked(text) ? [name] : []));

const said = [
  'content/commentary/2013-14/ks2.md',
  'against {reading of nation}',
  'and {reading of nation}',
] as const;

describe('a site of pages that were kept', () => {
  it('has the same bytes as one of which nothing was, also after a sentence has changed', async () => {
    const first = await built(false);
    expect(await built(true)).toEqual(first);
    expect(await built(true)).toEqual(first);
    change(...said);
    const changed = await built(true);
    expect(changed).toEqual(await built(false));
    expect(changed).not.toEqual(first);
    const gone = '2013-14/ks2/numbers/';
    expect(await built(true, asItWas, gone)).toEqual(await built(false, asItWas, gone));
  });

  it('has those of which nothing changed as they were kept, and makes anew those that a sentence or a figure is in', async () => {
    const first = await built(true);
    const pages = [...first.keys()].filter(name => /(?<!\/embed\/(?!index)[^/]+)\.html$/.test(name));
    markKept();
    expect(marked(await built(true)).sort()).toEqual(pages);
    change(...said);
    const afterWords = await built(true);
    expect(isMarked(afterWords.get('2013-14/ks2/index.html'))).toBe(false);
    expect(isMarked(afterWords.get('2012-13/ks2/index.html'))).toBe(true);
    expect(isMarked(afterWords.get('2013-14/glossary/index.html'))).toBe(true);
    change('data/council.yaml', 'every figure here', 'all figures here');
    expect(marked(await built(true))).toEqual([]);
  });

  it('is of the code and templates that were there when it was begun, or is made anew', async () => {
    await built(true);
    markKept();
    keeping = { ...keeping, program: 'another' };
    expect(marked(await built(true))).toEqual([]);
    expect(readdirSync(join(keeping.folder, 'pages')).length).toBeGreaterThan(0);
  });

  it('is read for what it must not tell, whatever was read before', async () => {
    await built(true);
    // As if the council's name, which is on every page, were the note of what is hidden.
    const noted = (cells: readonly HiddenCell[]) =>
      cells.map(cell => ({ ...cell, note: cell.isHidden ? 'Winterfold' : null }));
    const fault = await built(true, noted).catch((error: unknown) => error);
    expect(disclosedBy(fault)?.length).toBeGreaterThan(0);
    const again = await built(true, noted).catch((error: unknown) => error);
    expect(disclosedBy(again)).toEqual(disclosedBy(fault));
  });

  it('is read again where its ledger or its words have changed, and all of it tells what it told', async () => {
    const site = join(folder, 'site');
    await built(true);
    const made = makeReport(council);
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    const told = async () => {
      const audit = startAudit(site, made.hidden, keeping);
      try {
        return (await audit.leaks()).map(({ check, file }) => `${check} ${file}`);
      } finally {
        await audit.close();
      }
    };
    expect(await told()).toEqual([]);
    const page = '2013-14/ks2/index.html';
    const ledger = '2013-14/figures.json';
    change(ledger, '"period":"201314","value":84,', '"period":"201314","value":25,', site);
    change(page, '</main>', '<p>Reading, Castle: 25%.</p></main>', site);
    expect(await told()).not.toContain(`page-words ${page}`);
    change(ledger, '"period":"201314","value":25,', '"period":"201314","value":84,', site);
    expect(await told()).toContain(`page-words ${page}`);
    expect(await told()).toContain(`page-words ${page}`);
  });
});

it('views are plain data, so that what a page is kept by has all of it', () => {
  const odd: string[] = [];
  const look = (value: unknown, at: string): void => {
    if (value === null || ['string', 'boolean', 'undefined'].includes(typeof value)) return;
    if (typeof value === 'number' && Number.isFinite(value)) return;
    if (Array.isArray(value)) for (const each of value) look(each, `${at}.0`);
    else if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
      for (const [name, each] of Object.entries(Object.getOwnPropertyDescriptors(value)))
        if ('value' in each) look(each.value, `${at}.${name}`);
        else odd.push(`${at}.${name}`);
    else odd.push(at);
  };
  for (const name of ['site', 'modern'] as const) {
    const { pages, site } = reportOf(name);
    for (const page of pages) look(page, page.href);
    look(site, 'site');
  }
  expect(odd).toEqual([]);
});

it('a template, a file of code or a drawing that is changed is not shown as it was', () => {
  const clone = join(folder, 'clone');
  for (const name of ['src', 'templates', 'bin', 'data/england', 'docs', 'package.json', 'package-lock.json'])
    cpSync(join(repository, name), join(clone, name), { recursive: true });
  mkdirSync(join(clone, 'node_modules'));
  for (const name of readdirSync(join(repository, 'node_modules')))
    if (name !== '.cache')
      symlinkSync(join(repository, 'node_modules', name), join(clone, 'node_modules', name));
  const build = () => {
    const out = join(folder, 'site');
    const line = [join(clone, 'bin/keystage.js'), 'build', '--no-documents', '--quiet', '--root', council];
    const run = spawnSync(process.execPath, [...line, '--out', out], { encoding: 'utf8' });
    expect(run.status, run.stderr).toBe(0);
    return contents(out);
  };
  const page = '2013-14/ks2/index.html';
  const first = build();
  expect(readdirSync(join(clone, 'node_modules/.cache/keystage/pages')).length).toBeGreaterThan(0);
  change('templates/components/footer.njk', 'Feed of editions', 'Feed of all editions', clone);
  const ofTemplate = build();
  expect(ofTemplate.get(page)).toBe(first.get(page)?.replace('Feed of editions', 'Feed of all editions'));
  change('src/site/explain.ts', ' in the glossary</a>', ' in our glossary</a>', clone);
  expect(build().get(page)).toBe(
    ofTemplate.get(page)?.replaceAll(' in the glossary</a>', ' in our glossary</a>'),
  );
}, 120_000);
