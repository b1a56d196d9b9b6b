import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { type BroughtIn, bringIn } from '../importers/bring-in.ts';
import { reportTo, sortIssues } from '../issues.ts';
import { type Area, isDistant, type NeighbourList } from '../model/area.ts';
import { slug } from '../model/spelling.ts';
import { dateLabel, editionId, periodLabel, schoolYearOf, yearsAfter } from '../model/time.ts';
import { materialFrom, readCouncil } from '../report.ts';
import { filesUnder } from '../site/cache.ts';
import { installedIn, repository } from '../site/installation.ts';
import { findAuthority, nationalNeighbours, readEngland } from '../sources/england.ts';
import type { Arguments } from './arguments.ts';
import {
  type Chosen,
  chosenFrom,
  commentaryPrompts,
  councilFile,
  editionFile,
  usualChoice,
} from './first-draft.ts';
import { exitStatuses, printFault, printIssues, progress } from './output.ts';

const councilPath = 'data/council.yaml';

type Whose = {
  readonly council: Area;
  readonly region: string;
  readonly nation: string;
  readonly neighbours: NeighbourList | null;
};

/**
 * Begins the folder of a council: made whole elsewhere, publishers' files and all, and put in place when nothing is wrong
 * with it. What is in the folder already stays as it is, and a council that is there is left alone.
 */
export async function begin({ root, authority, files, retrieved, quiet }: Arguments): Promise<number> {
  const whose = whoIs(authority ?? '');
  if (typeof whose === 'string') return refuse(whose);
  if (existsSync(root) && !statSync(root).isDirectory()) return refuse(`${root} is a file, not a folder`);
  if (existsSync(join(root, councilPath)))
    return refuse(
      `${root} holds a council already (${councilPath}): nothing was changed. To begin again, name an empty folder`,
    );
  const draft = mkdtempSync(join(tmpdir(), 'keystage-init-'));
  try {
    return await beginIn(draft, whose, { root, files, retrieved, quiet });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function beginIn(
  draft: string,
  { council, region, nation, neighbours }: Whose,
  { root, files, retrieved, quiet }: Pick<Arguments, 'root' | 'files' | 'retrieved' | 'quiet'>,
): Promise<number> {
  const say = progress(quiet);
  const today = new Date().toISOString().slice(0, 10);
  for (const held of ['data', 'content'])
    if (existsSync(join(root, held))) cpSync(join(root, held), join(draft, held), { recursive: true });
  const written = new Set<string>();
  const write = (path: string, text: string) => {
    if (existsSync(join(root, path))) return;
    mkdirSync(dirname(join(draft, path)), { recursive: true });
    writeFileSync(join(draft, path), text);
    written.add(path);
  };
  write(councilPath, councilFile(council, region, nation, today));
  const brought = await bringIn(draft, join(repository, 'data'), {
    files: files.map(name => ({ path: resolve(name), name })),
    as: null,
    taken: retrieved,
  });
  const faults = brought.issues.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) {
    printIssues(sortIssues(faults));
    printFault('keystage: nothing was written. Leave the file out, and import it when the folder is there.');
    return exitStatuses.issues;
  }
  const changed = [...brought.written.keys()].find(path => existsSync(join(root, path)));
  if (changed !== undefined)
    return refuse(`${changed} is there already: run init without --from, then import the files`);
  for (const [path, text] of brought.written) write(path, text);
  for (const { name, says } of brought.files) say(`${name}: ${says.join('; ')}`);

  // What the figures allow is seen in an edition that knows them all.
  const last = yearsAfter(schoolYearOf(today), -1);
  const whole = { ...usualChoice(last), period: schoolYearOf(today) };
  const editionPath = ({ period }: Chosen) => `data/editions/${period}.yaml`;
  const list = neighbours?.id ?? null;
  const isBegun = existsSync(join(draft, 'data/editions'));
  if (!isBegun) write(editionPath(whole), editionFile(whole, list, today));
  const read = readCouncil(draft);
  if (read.outcome === 'issues') return faulty(read);
  const { folder, known } = read;
  const figures = known.get(editionId(whole.period))?.figures;
  const chosen = (figures === undefined ? null : chosenFrom(folder, figures)) ?? usualChoice(last);
  if (!isBegun) {
    rmSync(join(draft, editionPath(whole)));
    written.delete(editionPath(whole));
    write(editionPath(chosen), editionFile(chosen, list, today));
  }
  const made = materialFrom(readCouncil(draft));
  if (made.outcome === 'unknown') throw new Error(made.why);
  if (made.outcome === 'issues') return faulty(made);
  const latest = made.material.at(-1);
  if (latest !== undefined) for (const [path, text] of commentaryPrompts(latest)) write(path, text);
  const begun = startingFiles({ council: council.name, keystage: toolAsNamedIn(root) });
  for (const { path, text } of begun) write(path, text);

  // The council's own file comes last: where it is not, the work may be done again.
  for (const path of [...written].toSorted((a, b) => Number(a === councilPath) - Number(b === councilPath)))
    cpSync(join(draft, path), join(root, path), { recursive: true, force: false });
  const kept = begun.map(({ path }) => path).filter(path => !written.has(path));
  if (!quiet) console.log(story(root, council, chosen, neighbours, today, brought, kept).join('\n'));
  return exitStatuses.done;
}

function story(
  root: string,
  council: Area,
  { period, chapters, headlines, leavesOut }: Chosen,
  neighbours: NeighbourList | null,
  today: string,
  { files }: BroughtIn,
  kept: readonly string[],
): readonly string[] {
  const edition = `data/editions/${period}.yaml`;
  const assumed = files.flatMap(({ form }) => form?.assumed ?? []);
  const releases = [...new Set(files.flatMap(({ form }) => (form === null ? [] : [form.folder])))];
  const isFar = neighbours !== null && isDistant(neighbours);
  const named = root === process.cwd() ? '' : ` --root ${/\s/.test(root) ? `"${root}"` : root}`;
  return [
    `${root}: the first draft of the report of ${council.name} (${council.code}) for ${periodLabel(period)}.`,
    ...kept.map(path => `  ${path} was there, and is as it was`),
    '',
    'Review these, which had to be assumed:',
    `  ${councilPath}  the website, who answers for the report and where to write to them; the colours; ${dateLabel(today)} as the day of the accessibility statement`,
    `  ${edition}  the year; the cut-off, ${dateLabel(today)}: what comes out later is not in the report`,
    `  ${edition}  ${
      neighbours === null
        ? 'no statistical neighbours, for no list has any of this council'
        : `${neighbours.label}${isFar ? ', none of which is close: the report gives their average and does not judge by it' : ''}`
    }`,
    `  ${edition}  the chapters: ${chapters.join(', ')}`,
    `  ${edition}  the headlines: ${headlines.join(', ')}`,
    ...(leavesOut.length === 0
      ? []
      : [
          `  ${edition}  measures that it leaves out, which ended or have no recent figure here: ${leavesOut.join(', ')}`,
        ]),
    ...releases.map(path => `  ${path}/release.yaml  the day that the file was taken from its publisher`),
    ...(assumed.length === 0
      ? []
      : [
          `  ${releases.join(', ')}  ${assumed.length} days of release, worked out from the month in which such figures come out: "assumed" in series.csv`,
        ]),
    ...(files.length === 0 ? ['  No figures are in it yet: npx keystage import FILE…'] : []),
    `  content/commentary/${editionId(period)}/  to be written; each file says what about`,
    '',
    `Next: npx keystage check${named}, and npx keystage serve${named} to see it.`,
  ];
}

/** The authority that was meant, with its place in England; or why there is none, and who else might have been. */
function whoIs(written: string): Whose | string {
  const report = reportTo([]);
  const england = readEngland(report);
  const called = ({ name, old, code }: Area) => `${name} (${old ?? code})`;
  const several = (areas: readonly Area[], word: string) =>
    new Intl.ListFormat('en-GB', { type: word === 'or' ? 'disjunction' : 'conjunction' }).format(
      areas.map(called),
    );
  const meant = findAuthority(england, written);
  switch (meant.outcome) {
    case 'unknown':
      return `no authority of England is called "${written}"${
        meant.near.length === 0
          ? ': give its name, its three-digit number or its code'
          : `: is ${several(meant.near, 'or')} meant?`
      }`;
    case 'abolished': {
      const { area, successors } = meant;
      const ended = area.to === undefined ? '' : ` on ${dateLabel(area.to)}`;
      return `${called(area)} ended${ended}; in its place ${successors.length === 1 ? 'is' : 'are'} ${several(successors, 'and')}`;
    }
    case 'found': {
      const { area } = meant;
      const nation = england.areas.find(({ kind }) => kind === 'nation');
      return {
        council: area,
        region: area.region ?? '',
        nation: nation?.code ?? '',
        neighbours: nationalNeighbours(england, area.code, report).at(-1) ?? null,
      };
    }
  }
}

/** A draft that its own checks refuse, because of what was in the folder before. */
function faulty({ issues }: { readonly issues: Parameters<typeof printIssues>[0] }): number {
  printIssues(issues);
  printFault('keystage: nothing was written. Mend what is in the folder, or take another.');
  return exitStatuses.issues;
}

function refuse(why: string): number {
  printFault(`keystage: ${why}`);
  return exitStatuses.usage;
}

/** The name of the council that a new folder is for, and how its `package.json` names the tool. */
export type Told = { readonly council: string; readonly keystage: string };

const folder = join(repository, 'templates/council-folder');

/**
 * The files that a new council folder has beside its data and content: its README, `package.json` with the tool's version,
 * and what publishes it. A path begins with `dot-` where the file's own does with a dot, since packages leave those out.
 */
export function startingFiles({ council, keystage }: Told): readonly {
  readonly path: string;
  readonly text: string;
}[] {
  const told: Readonly<Record<string, string>> = { council, keystage, slug: slug(council) };
  return filesUnder(folder).map(path => ({
    path: withSlashes(relative(folder, path)).replace(/^dot-/, '.'),
    text: readFileSync(path, 'utf8').replaceAll(
      /\{\{(\w+)\}\}/g,
      (_, name: string) => told[name] ?? missing(name),
    ),
  }));
}

/** By the file that it was installed from, as seen from that folder, or by its version. */
export function toolAsNamedIn(councilFolder: string): string {
  const list = join(installedIn, '.package-lock.json');
  const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const resolved: unknown = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8')).packages['node_modules/keystage']?.resolved
    : undefined;
  if (typeof resolved !== 'string' || !resolved.startsWith('file:')) return version;
  const file = resolve(installedIn, '..', resolved.slice('file:'.length));
  return `file:${withSlashes(relative(councilFolder, file))}`;
}

const withSlashes = (path: string): string => path.split(sep).join(posix.sep);

function missing(name: string): never {
  throw new Error(`invalid template: nobody knows its {{${name}}}`);
}
