// What a newcomer sees: pages at once, PDFs and cards behind them, and what is changed meanwhile.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { writeCouncilFolder } from '../support/council-folder.ts';

const main = fileURLToPath(new URL('../../bin/keystage.js', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'keystage-serve-'));
const root = join(scratch, 'council');
const out = join(scratch, 'site');
/** Once it is there, PDFs are written: see `held-documents.ts`. */
const goOn = join(root, 'go-on');
let server: ChildProcess | null = null;
afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(scratch, { recursive: true, force: true });
});

/** Starts the server; `said` is all that it has said, and `saying` waits until it has said something. */
function serve() {
  const holding = ['--import', new URL('held-documents.ts', import.meta.url).href];
  const line = [...holding, main, 'serve', '--port', '0', '--root', root, '--out', out];
  const child = spawn(process.execPath, line, { env: { ...process.env, NO_COLOR: '1', PDFS_AFTER: goOn } });
  server = child;
  let said = '';
  const hear = (text: Buffer) => {
    said += text;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const saying = (words: RegExp) =>
    expect.poll(() => said, { timeout: 300_000, interval: 50 }).toMatch(words);
  return { child, saying, said: () => said };
}

it('shows pages before their documents are made, and new pages in place of documents that are out of date', async () => {
  // A council of another name, whose documents no earlier build has kept.
  const name = `Winterfold ${Date.now()}`;
  const renamed = { 'data/areas.yaml': (text: string) => text.replace('name: Winterfold', `name: ${name}`) };
  writeCouncilFolder(root, renamed);
  const { child, saying, said } = serve();
  await saying(/The pages are ready at http:\/\/localhost:\d+\//);
  const [address = ''] = /http:\/\/localhost:\d+\//.exec(said()) ?? [];
  const page = () => fetch(address).then(answer => answer.text());
  const first = await page();
  expect(first).toContain(name);
  expect(first).not.toContain('.pdf"');
  expect(said()).toContain('making the PDFs and cards behind them');
  expect(said()).not.toContain('The PDFs and cards are ready.');

  writeCouncilFolder(root, {
    ...renamed,
    'content/commentary/2013-14/home.md': 'Snow fell in Winterfold.\n',
  });
  await expect.poll(page, { timeout: 300_000 }).toContain('Snow fell in Winterfold.');
  writeFileSync(goOn, '');
  await saying(/The PDFs and cards are ready\./);
  const last = await page();
  expect(last).toContain('Snow fell in Winterfold.');
  expect(last).toContain('.pdf"');
  // Those of the pages before the change were never finished.
  expect(said().match(/The PDFs and cards are ready\./g)).toHaveLength(1);

  const ended = new Promise(done => child.on('close', done));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(readdirSync(scratch).sort()).toEqual(['council', 'site']);
});

it('leaves nothing half made behind when it is stopped over its documents', async () => {
  writeCouncilFolder(root, {
    'data/areas.yaml': text => text.replace('name: Winterfold', `name: Winterfold ${Date.now()}`),
  });
  for (const each of [goOn, out]) rmSync(each, { recursive: true, force: true });
  const { child, saying } = serve();
  await saying(/The pages are ready/);
  const ended = new Promise(done => child.on('close', done));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  expect(readdirSync(scratch).sort()).toEqual(['council', 'site']);
  expect(readdirSync(out, { recursive: true }).filter(name => /sheets|\.pdf$/.test(String(name)))).toEqual(
    [],
  );
});
