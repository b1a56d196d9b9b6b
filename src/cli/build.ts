import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { counted } from '../model/spelling.ts';
import { drawnBy, type ReportView } from '../pages/page.ts';
import type { ChartView } from '../pages/view.ts';
import { isWithin } from '../paths.ts';
import { type Choice, type Made, makeReport } from '../report.ts';
import { reportBeside } from '../site/audit.ts';
import { programHash } from '../site/cache.ts';
import { makeDrawer } from '../site/drawings.ts';
import { cacheFolder } from '../site/installation.ts';
import type { Documents } from '../site/printing.ts';
import { clearAfterEnded, whyNotReplaceable, whyNotWritten } from '../site/swap.ts';
import { disclosedBy, publish } from '../site.ts';
import type { Arguments } from './arguments.ts';
import { exitStatuses, printFault, printIssues, progress } from './output.ts';

/** Builds the site of a council folder into `out`; nothing is published when there are issues. */
export async function build({
  root,
  out,
  edition,
  area,
  documents,
  pagesFirst,
  quiet,
}: Arguments): Promise<number> {
  stopWhenLetGo();
  const say = progress(quiet);
  const unclear = whyNotCleared(out, say);
  if (unclear !== null) return refuse(out, unclear, whatStands(out));
  const unfit = whyUnfit(root, out);
  if (unfit !== null) return refuse(out, unfit, '');
  const began = performance.now();
  const elapsed = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  say(`Reading ${root === process.cwd() ? 'this folder' : shortPath(root)} …`);
  const keeping = { folder: cacheFolder, program: programHash() };
  const { draw, drawAhead } = makeDrawer();
  const { made, stamp } = readWhole(root, { edition, area }, drawAhead, say);
  switch (made.outcome) {
    case 'unknown':
      printFault(`keystage: ${made.why}`);
      return exitStatuses.usage;
    case 'issues':
      printIssues(made.issues);
      say(`Nothing was published. ${whatStands(out)}`);
      return exitStatuses.issues;
    case 'made': {
      printIssues(made.issues);
      say(`Writing ${describe(made.report)} …`);
      const unhear = sayWhenStopped(out);
      try {
        const written = () => {
          say(`Pages built in ${elapsed()}: making the PDFs and cards behind them …`);
          // To the server that started this build, if one did.
          process.send?.('pages');
        };
        const added = await publish(made.report, out, {
          documents,
          hidden: made.hidden,
          draw,
          keeping,
          pagesFirst: pagesFirst ? written : null,
        });
        sayUnprinted(added);
        if (pagesFirst && added.outcome === 'made') say('The PDFs and cards are ready.');
      } catch (error) {
        const disclosed = disclosedBy(error);
        if (disclosed !== null) {
          printIssues(disclosed);
          say(
            `Nothing was published. ${whatStands(out)} Staff find what was told in ${shortPath(reportBeside(out))}.`,
          );
          return exitStatuses.issues;
        }
        const why = whyNotWritten(error);
        if (why !== null) return refuse(out, why, whatStands(out));
        printFault(`keystage: the build failed. ${whatStands(out)}`);
        throw error;
      } finally {
        unhear();
      }
      say(`Built in ${elapsed()}: ${shortPath(out)}/index.html`);
      if (stampOf(root) !== stamp)
        say(
          'Data or content has changed since it was read: the site is of what was read. Build again to publish the change.',
        );
      return exitStatuses.done;
    }
  }
}

/** Takes away what an ended build left beside a site, and says so; why the system would not let it, or null. */
function whyNotCleared(out: string, say: (line: string) => void): string | null {
  try {
    if (clearAfterEnded(out))
      say('An earlier build was ended before it was done: what it had half made was taken away.');
    return null;
  } catch (error) {
    const why = whyNotWritten(error);
    if (why === null) throw error;
    return why;
  }
}

/** How often a folder is read that changes while it is read. */
const READINGS = 3;

/** The report of a folder as it stood at one moment, with the stamp of its files then: read again if they changed meanwhile. */
function readWhole(
  root: string,
  choice: Choice,
  laidOut: (charts: readonly ChartView[]) => void,
  say: (line: string) => void,
): { made: Made; stamp: string } {
  for (let reading = 1; ; reading += 1) {
    const stamp = stampOf(root);
    const made = makeReport(root, choice, laidOut);
    if (stampOf(root) === stamp || reading === READINGS) return { made, stamp };
    say('Data or content changed while it was read: reading it again …');
  }
}

/** What tells whether the files of a council folder have changed: their names, sizes and times. */
function stampOf(root: string): string {
  const files = ['data', 'content'].flatMap(part => {
    const folder = join(root, part);
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name));
  });
  return files
    .sort()
    .map(path => {
      const { size, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 };
      return `${path} ${size} ${mtimeMs}`;
    })
    .join('\n');
}

/** Which site stands in a folder after a build that came to nothing. */
function whatStands(out: string): string {
  return existsSync(join(out, 'index.html'))
    ? `The site that was in ${shortPath(out)} is as it was.`
    : `There is no site in ${shortPath(out)}.`;
}

/** Says which site stands when a build is told to stop, until what it returns is called. */
function sayWhenStopped(out: string): () => void {
  const tell = () => printFault(`keystage: stopped. ${whatStands(out)}`);
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, tell);
  return () => {
    for (const signal of signals) process.off(signal, tell);
  };
}

/** The exit status of what was told to stop, as shells give it. */
const STOPPED = 143;

/** A server that started this build stops it by letting go of it; what it has half made is then taken away. */
function stopWhenLetGo(): void {
  if (process.channel === undefined) return;
  process.once('disconnect', () => process.exit(STOPPED));
  // Heard, it would keep a build that is done from ending.
  process.channel?.unref();
}

/** Says why there are no PDFs, where that was not asked for: the site is whole without them. */
function sayUnprinted(documents: Documents): void {
  switch (documents.outcome) {
    case 'made':
    case 'left-out':
      return;
    case 'no-browser':
      printFault(
        `keystage: no PDFs and no social card were made, for no browser could be started: ${documents.why}`,
      );
  }
}

function whyUnfit(root: string, out: string): string | null {
  const inside = ['data', 'content'].find(part => isWithin(join(root, part), out));
  return inside === undefined ? whyNotReplaceable(out) : `it is inside the council's ${inside}`;
}

function refuse(out: string, why: string, stands: string): number {
  printFault(
    `keystage: the site cannot go into ${shortPath(out)}: ${why}; choose another folder with --out. ${stands}`.trimEnd(),
  );
  return exitStatuses.usage;
}

/** "2 editions, 16 chapters". */
function describe({ site, pages }: ReportView): string {
  const chapters = drawnBy(pages, 'theme').length;
  return `${counted(site.editions.length, 'edition')}, ${chapters} chapters`;
}

function shortPath(path: string): string {
  return isWithin(process.cwd(), path) ? relative(process.cwd(), path) || '.' : path;
}
