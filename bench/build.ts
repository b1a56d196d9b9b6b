// How long building all editions of the reference council takes, and checking it, and how much memory, beside the floor
// of `baseline.ts`: `npm run bench`. Each is a process of its own, in turn, so that drift of the machine falls on both.
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Wanted } from '../src/charts/render.ts';
import { makeReport } from '../src/report.ts';
import { makeDrawer } from '../src/site/drawings.ts';
import { publish } from '../src/site.ts';

const runs = Number(process.argv[2] ?? 5);
const repository = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'keystage-bench-'));
const site = join(folder, 'site');
// A copy, in which words are changed.
const council = join(folder, 'council');
const ours = ['bin/keystage.js', 'build', '--no-documents', '--quiet', '--root', council, '--out', site];
const check = ['bin/keystage.js', 'check', '--quiet', '--root', council];
const floor = ['bench/baseline.ts', folder, join(folder, 'floor')];

type Run = { readonly seconds: number; readonly megabytes: number };

/** Runs a script of the repository; its peak memory is what the system counted for it alone. */
function time(line: readonly string[]): Promise<Run> {
  const report = "process.on('exit',()=>process.stderr.write('\\n'+process.resourceUsage().maxRSS))";
  // As `npm run keystage` has it: by itself Node gives what is short-lived four times the room.
  const flags = [
    '--min-semi-space-size=16',
    '--max-semi-space-size=16',
    '--import',
    `data:text/javascript,${encodeURIComponent(report)}`,
  ];
  const began = performance.now();
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...flags, ...line], {
      cwd: repository,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', text => {
      said += text;
    });
    child.on('close', status => {
      if (status !== 0) fail(new Error(said));
      else
        done({
          seconds: (performance.now() - began) / 1000,
          megabytes: Number(said.trim().split('\n').at(-1)) / 1024,
        });
    });
  });
}

/** Takes away what earlier builds kept, so that the next makes all of it, but for style sheets and documents. */
function forgetKept(): void {
  for (const kind of ['drawings', 'workbooks', 'pages', 'search', 'read'])
    rmSync(join(repository, 'node_modules/.cache/keystage', kind), { recursive: true, force: true });
}

/** Adds a sentence to what officers say of the latest edition, as they do and look again. */
function changeSentence(): void {
  appendFileSync(join(council, 'content/commentary/2024-25/home.md'), '\nThese words are new.\n');
}

/** Builds the site, and writes down its finished pages and what was drawn for them, for the floor. */
async function prepare(): Promise<{ readonly pages: number; readonly drawings: number }> {
  for (const part of ['data', 'content'])
    cpSync(join(repository, part), join(council, part), { recursive: true });
  const made = makeReport(council);
  if (made.outcome !== 'made') throw new Error('the reference council has issues');
  const drawn = new Map<string, Wanted>();
  const { draw } = makeDrawer();
  await publish(made.report, site, {
    documents: false,
    hidden: made.hidden,
    draw: wanted => {
      drawn.set(JSON.stringify(wanted), wanted);
      return draw(wanted);
    },
  });
  const drawings = [...drawn.values()];
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.html'))
    .map(path => ({ path, html: readFileSync(join(site, path), 'utf8') }));
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'prepared.json'), JSON.stringify({ drawings, pages }));
  return { pages: pages.length, drawings: drawings.length };
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

try {
  const { pages, drawings } = await prepare();
  await time(floor);
  const rounds: Record<'cold' | 'warm' | 'changed' | 'check' | 'floor', Run>[] = [];
  for (let run = 0; run < runs; run += 1) {
    forgetKept();
    const cold = await time(ours);
    const warm = await time(ours);
    changeSentence();
    rounds.push({
      cold,
      warm,
      changed: await time(ours),
      check: await time(check),
      floor: await time(floor),
    });
  }
  console.log(`${pages} pages, ${drawings} drawings, ${runs} runs of each in turn; medians`);
  const line = (name: string, of: keyof (typeof rounds)[0], beside: 'floor' | 'warm') => {
    const seconds = median(rounds.map(round => round[of].seconds)).toFixed(2);
    const megabytes = median(rounds.map(round => round[of].megabytes)).toFixed(0);
    const ratio = median(rounds.map(round => round[of].seconds / round[beside].seconds)).toFixed(2);
    console.log(`${name.padEnd(34)} ${seconds} s   peak ${megabytes} MB   ${ratio} times the ${beside}`);
  };
  line('Floor', 'floor', 'floor');
  line('Keystage, nothing kept', 'cold', 'floor');
  line('Keystage, nothing changed (warm)', 'warm', 'floor');
  line('Keystage, one sentence changed', 'changed', 'floor');
  line('Keystage, check', 'check', 'warm');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
