import { join, relative } from 'node:path';
import { drawnBy, type ReportView } from '../pages/page.ts';
import { isWithin } from '../paths.ts';
import { makeReport } from '../report.ts';
import type { Documents } from '../site/printing.ts';
import { whyNotReplaceable, whyNotWritten } from '../site/swap.ts';
import { publish } from '../site.ts';
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
  const unfit = whyUnfit(root, out);
  if (unfit !== null) return refuse(out, unfit);
  const began = performance.now();
  const elapsed = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  say(`Reading ${shortPath(root)} …`);
  const made = makeReport(root, { edition, area });
  switch (made.outcome) {
    case 'unknown':
      printFault(`keystage: ${made.why}`);
      return exitStatuses.usage;
    case 'issues':
      printIssues(made.issues);
      say('Nothing was published.');
      return exitStatuses.issues;
    case 'made': {
      printIssues(made.issues);
      say(`Writing ${describe(made.report)} …`);
      try {
        const written = () => {
          say(`Pages built in ${elapsed()}: making the PDFs and cards behind them …`);
          // To the server that started this build, if one did.
          process.send?.('pages');
        };
        const added = await publish(made.report, out, { documents, pagesFirst: pagesFirst ? written : null });
        sayUnprinted(added);
        if (pagesFirst && added.outcome === 'made') say('The PDFs and cards are ready.');
      } catch (error) {
        const why = whyNotWritten(error);
        if (why === null) throw error;
        return refuse(out, why);
      }
      say(`Built in ${elapsed()}: ${shortPath(out)}/index.html`);
      return exitStatuses.done;
    }
  }
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

/** Why a site may not go into a folder, or null. */
function whyUnfit(root: string, out: string): string | null {
  const inside = ['data', 'content'].find(part => isWithin(join(root, part), out));
  return inside === undefined ? whyNotReplaceable(out) : `it is inside the council's ${inside}`;
}

function refuse(out: string, why: string): number {
  printFault(`keystage: the site cannot go into ${shortPath(out)}: ${why}; choose another folder with --out`);
  return exitStatuses.usage;
}

/** "2 editions, 16 chapters". */
function describe({ site, pages }: ReportView): string {
  const chapters = drawnBy(pages, 'theme').length;
  const editions = site.editions.length;
  return `${editions} edition${editions === 1 ? '' : 's'}, ${chapters} chapters`;
}

/** A path as the reader of a terminal would type it. */
function shortPath(path: string): string {
  return isWithin(process.cwd(), path) ? relative(process.cwd(), path) || '.' : path;
}
