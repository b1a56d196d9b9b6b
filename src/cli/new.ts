import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { dump } from 'js-yaml';
import { newerNeighbours } from '../model/area.ts';
import { withoutComments } from '../model/commentary.ts';
import { type Edition, editionBefore, isReported } from '../model/edition.ts';
import { type Indicator, isMadeIn } from '../model/indicator.ts';
import { firstRelease, type ReleaseCalendar, type ReleaseDay } from '../model/release.ts';
import { counted } from '../model/spelling.ts';
import {
  dayYearsLater,
  editionId,
  type Period,
  periodLabel,
  timeLabel,
  yearsBetween,
} from '../model/time.ts';
import { addresses } from '../pages/addresses.ts';
import { materialFrom, type PastReading, readCouncil, readUnfinished, reportFrom } from '../report.ts';
import type { Arguments } from './arguments.ts';
import { exitStatuses, printFault, printIssues, progress } from './output.ts';
import { lastHeld } from './work-to-do.ts';

/**
 * Begins the edition of another year from the one before it: its file, the commentary as it was, marked unread, and the
 * plans as they were. Nothing is written where there are issues, or where any other edition would say anything else.
 */
export function newEdition({ root, begun, from, quiet }: Arguments): number {
  const say = progress(quiet);
  const refuse = (why: string, status: number = exitStatuses.issues) => {
    printFault(`keystage: ${why}; nothing was written`);
    return status;
  };
  const read = readCouncil(root);
  if (read.outcome === 'issues') {
    printIssues(read.issues);
    return refuse('these issues come first');
  }
  const { editions } = read.folder;
  const period = begun.replace('-', '');
  const named = editions.map(({ id }) => id).join(', ');
  if (editions.some(({ id }) => id === begun)) return refuse(`there is an edition "${begun}" already`);
  const earlier =
    from === null ? editionBefore(editions, { period }) : editions.find(({ id }) => id === from);
  if (earlier === undefined)
    return refuse(
      from === null
        ? `no edition is earlier than ${begun} (there are ${named}): name one with --from`
        : `there is no edition "${from}" (there are ${named})`,
      exitStatuses.usage,
    );
  const next = nextEdition(read, earlier, period, read.folder.calendar);
  const files = filesOfEdition(root, earlier, next, period);
  say(`Making the ledgers of ${named} before and after …`);
  const before = ledgersOf(read, editions);
  if ([...before.values()].includes(null)) {
    const made = materialFrom(read);
    if (made.outcome === 'issues') printIssues(made.issues);
    return refuse('these issues come first');
  }
  const changed = changedLedgers(before, ledgersWith(root, files, editions));
  if (changed.length > 0) return refuse(changed.join('; '));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    // Whatever is there of an edition that nobody has begun is an issue above: nothing is written over all the same.
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
  if (!quiet) console.log(storyOf(earlier, next, [...files.keys()]).join('\n'));
  return exitStatuses.done;
}

/** What was said of one year, and is not said again of the next: forewords and quotations, and articles. */
const saidOnce: readonly string[] = ['statements.yaml', 'news.yaml'];

/** The files of an edition that is begun: its own, and commentary and plans of the one before as they were. */
function filesOfEdition(
  root: string,
  earlier: Edition,
  next: NextEdition,
  period: string,
): ReadonlyMap<string, string> {
  const unread = `<!-- unread: carried over from ${earlier.id}. Read it, put right what has changed, then take this line out. -->\n`;
  const carried = (folder: string, isCarried: (name: string) => boolean, before: string) => {
    const path = join(root, folder, earlier.id);
    const names = existsSync(path) ? readdirSync(path).filter(isCarried).sort() : [];
    return names.map(name => {
      const text = readFileSync(join(path, name), 'utf8').replace(/^\uFEFF/, '');
      // Prompts that nobody has written below print nothing.
      const isWritten = withoutComments(text).trim() !== '';
      return [`${folder}/${next.id}/${name}`, (isWritten ? before : '') + text] as const;
    });
  };
  const isCommentary = (name: string) => /\.md$/.test(name) && !/^readme\./i.test(name);
  const isPlan = (name: string) => /\.yaml$/.test(name) && !saidOnce.includes(name);
  return new Map([
    [`data/editions/${period}.yaml`, next.text],
    ...carried('content/commentary', isCommentary, unread),
    ...carried('data/plans', isPlan, ''),
  ]);
}

/** The ledger of each edition, as figures.json has it; null where none can be made. */
type Ledgers = ReadonlyMap<string, string | null>;

function ledgersOf(read: PastReading, editions: readonly Edition[]): Ledgers {
  return new Map(
    editions.map(({ id }) => {
      const made = reportFrom(read, { edition: id, area: null });
      if (made.outcome !== 'made') return [id, null] as const;
      const path = addresses.file(id, 'figures.json');
      return [id, made.report.files.find(file => file.path === path)?.text ?? null] as const;
    }),
  );
}

/** The ledgers of editions, were some files added to the folder: made of a copy, so that nothing is written to the folder itself. */
function ledgersWith(
  root: string,
  files: ReadonlyMap<string, string>,
  editions: readonly Edition[],
): Ledgers {
  const copy = mkdtempSync(join(tmpdir(), 'keystage-new-'));
  // What is true of every council is read from the tool.
  const england = resolve(root, 'data', 'england');
  try {
    for (const folder of ['data', 'content'].filter(each => existsSync(join(root, each))))
      cpSync(join(root, folder), join(copy, folder), {
        recursive: true,
        dereference: true,
        filter: path => resolve(path) !== england,
      });
    for (const [path, text] of files) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text);
    }
    // The edition that is begun has issues until its officers have been through it, which are not of the others.
    const read = readUnfinished(copy);
    return read.outcome === 'issues' ? new Map() : ledgersOf({ ...read, issues: [] }, editions);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Of each edition whose ledger would not be what it was, where it first differs. */
export function changedLedgers(before: Ledgers, after: Ledgers): readonly string[] {
  return [...before].flatMap(([id, ledger]) => {
    const then = after.get(id) ?? null;
    if (ledger === then) return [];
    if (ledger === null || then === null) return [`the ledger of ${id} could not be made`];
    const lines = then.split('\n');
    const at = ledger.split('\n').findIndex((line, at) => line !== lines[at]);
    return [`the ledger of ${id} would change, first in “${cut(ledger.split('\n')[at] ?? '')}”`];
  });
}

function cut(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

function storyOf(
  earlier: Edition,
  { id, cutOff, told }: NextEdition,
  paths: readonly string[],
): readonly string[] {
  const folders = Map.groupBy(paths, dirname);
  const written = [...folders].map(
    ([folder, those]) => `  ${folder}: ${those.map(path => basename(path)).join(', ')}`,
  );
  const has = (start: string) => paths.some(path => path.startsWith(start));
  return [
    `The edition ${id} is begun from ${earlier.id}. Written:`,
    ...written,
    ...(told.length === 0 ? [] : ['To know:', ...told.map(line => `  ${line}`)]),
    'To do next:',
    `  read data/editions: the cut-off is ${cutOff}, the status “draft”`,
    ...(has('content/commentary/')
      ? [`  read each file of content/commentary/${id}, put it right, and take its first line out`]
      : []),
    ...(has('data/plans/') ? [`  bring each file of data/plans/${id} up to date`] : []),
    `  reviews of targets (data/plans/targets.yaml) and overrides (content/overrides) were left as they are: write those of ${id}`,
    '  import the files as they come out; npx keystage todo says what waits for which release',
  ];
}

type NextEdition = {
  readonly id: string;
  readonly cutOff: string;
  readonly text: string;
  readonly told: readonly string[];
};

/** A measure whose first figures of the year come after the cut-off, within a year: others always are that late. */
type Late = { readonly indicator: Indicator; readonly day: ReleaseDay };

/** The edition of a year, made from another: its chapters and headlines, its cut-off as many years on, the neighbours of the day. */
function nextEdition(
  read: PastReading,
  from: Edition,
  period: Period,
  calendar: ReleaseCalendar,
): NextEdition {
  const id = editionId(period);
  const cutOff = dayYearsLater(from['cut-off'], yearsBetween(from.period, period));
  const { headlines, told } = headlinesIn(read, from, period);
  const newer = newerNeighbours(read.folder.neighbours, from.neighbours, cutOff);
  const late = lateMeasures(read, from, period, calendar).filter(
    ({ day: { released } }) => released > cutOff && released <= dayYearsLater(cutOff, 1),
  );
  const stated = late.filter(({ day }) => day.stated);
  const assumed = late.filter(({ day }) => !day.stated);
  const neighbours = from.neighbours === undefined ? {} : { neighbours: from.neighbours };
  const text = yaml({
    id,
    period,
    title: from.title.replaceAll(from.id, id).replaceAll(periodLabel(from.period), periodLabel(period)),
    status: 'draft',
    'cut-off': cutOff,
    ...(newer === null ? neighbours : { neighbours: newer.id, 'neighbours-before': from.neighbours }),
    ...(stated.length === 0 ? {} : { pending: stated.map(each => promise(each, period)) }),
    themes: from.themes,
    ...(from['leaves-out'].length === 0 ? {} : { 'leaves-out': from['leaves-out'] }),
    headlines,
  });
  return {
    id,
    cutOff,
    text: `${text}${assumed.length === 0 ? '' : whatIsAssumed(assumed, period)}`,
    told: [
      ...told,
      ...(newer === null
        ? []
        : [`neighbours are now those of “${newer.label}”; the list before stands beside it in this edition`]),
      ...(late.length === 0
        ? []
        : [
            `${counted(late.length, 'measure')} will come after the cut-off: see “pending” in the edition's file`,
          ]),
    ],
  };
}

/** The headlines that are still made in a year; all of them where none is. */
function headlinesIn({ folder }: PastReading, { headlines }: Edition, period: Period) {
  const gone = headlines.flatMap(id => {
    const indicator = folder.indicators.find(each => each.id === id);
    return indicator === undefined || isMadeIn(indicator, period) ? [] : [indicator];
  });
  const kept = headlines.filter(id => gone.every(each => each.id !== id));
  if (kept.length === 0) return { headlines, told: [] };
  const told = gone.map(({ id, successor }) => {
    const next = successor === undefined ? '' : ` (“${successor.indicator}” took its place)`;
    return `“${id}” is no headline any more: it is not made in ${periodLabel(period)}${next}`;
  });
  return { headlines: kept, told };
}

/** The measures that the edition before had a figure of lately, with the day on which this year's are first to come. */
function lateMeasures(
  read: PastReading,
  from: Edition,
  period: Period,
  calendar: ReleaseCalendar,
): readonly Late[] {
  return read.folder.indicators.flatMap(indicator => {
    const isTold = isReported(from, indicator) && isMadeIn(indicator, period);
    if (!isTold || lastHeld(read, from, indicator) === null) return [];
    const day = firstRelease(calendar, indicator.release, period);
    return day === null ? [] : [{ indicator, day }];
  });
}

function promise({ indicator, day }: Late, period: Period): Edition['pending'][number] {
  return { indicator: indicator.id, what: `figures for ${timeLabel(indicator, period)}`, due: day.released };
}

/** What readers may not be promised yet: the day was worked out from other years. */
function whatIsAssumed(late: readonly Late[], period: Period): string {
  const lines = yaml({ pending: late.map(each => promise(each, period)) })
    .trimEnd()
    .split('\n');
  return `
# These come after the cut-off by the days of other years. Once the publisher has stated the day, write it here and take
# the marks # away: readers are then told when each is due.
${lines.map(line => `# ${line}`).join('\n')}
`;
}

function yaml(value: object): string {
  return dump(value, { lineWidth: -1 });
}
