import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type MessagePort, Worker } from 'node:worker_threads';
import { gunzipSync, inflateSync } from 'node:zlib';
import { Big } from 'big.js';
import { strFromU8, unzipSync } from 'fflate';
import type { HiddenCell } from '../audit/hidden-cells.ts';
import {
  basesPrinted,
  checks,
  isAsPrinted,
  isKeyOf,
  type Leak,
  type LedgerFigure,
  type LedgerKnown,
  soughtOf,
  toldByLedger,
  toldByLinks,
  toldByMarks,
  toldByNotes,
  toldBySums,
  toldByUnits,
  toldUnrounded,
} from '../audit/told-by-site.ts';
import { type Passage, unitsOfLines, unitsOfPage, unitsOfText, unitsOfWorkbook } from '../audit/units.ts';
import { type Issue, issueOf, sortIssues } from '../issues.ts';
import { lower } from '../model/spelling.ts';
import { filesUnder, hashOfTexts, type Keeping, makeStore } from './cache.ts';
import { SHEETS } from './links.ts';

/** Files that are the same in every site, or are made of words that stand in others. */
const passedOver =
  /^assets\/(?!search\/fragment\/)|\.(?:woff2|png|jpe?g|ico|js|css|pf_index|pf_meta|pagefind)$/;

/** The ledger of one edition as it was published, of the measures that have a hidden cell. */
type Ledger = {
  readonly file: string;
  readonly folder: string;
  readonly known: LedgerKnown;
  readonly hash: string;
  readonly figures: readonly LedgerFigure[];
};

type Reading = {
  /** Reads a file that is as it will be published, once the ledgers of all editions are there. */
  readonly read: (path: string) => void;
  /** Reads every other file of the finished site, and says what tells a hidden cell. */
  readonly rest: () => readonly Leak[];
};

/**
 * Reads a finished site, every file of every edition, and finds what tells a hidden cell: none where the site may be
 * published. Ledgers and tables of figures are held against every cell that is hidden, or whose base is kept back; words,
 * attributes, drawings and the like against those hidden of which the folder holds a number. What names no measure of
 * theirs, nor a hidden figure, is not read further than that.
 */
export function auditSite(folder: string, cells: readonly HiddenCell[]): readonly Leak[] {
  return cells.length === 0 ? [] : readingOf(folder, cells, nothingRead).rest();
}

/** The files that earlier builds read and that told nothing, each by the hash of all that they were read for. */
type ReadBefore = {
  readonly silent: ReadonlySet<string>;
  readonly keep: (silent: readonly string[]) => void;
};

const nothingRead: ReadBefore = { silent: new Set(), keep: () => {} };

/** How many lists of such files are kept: of several reports of a council. */
const MOST_READ = 8;

/** What was read before for the same hidden cells, and by the same code. */
function readBefore({ folder, program }: Keeping, cells: string): ReadBefore {
  const store = makeStore('read', MOST_READ, folder);
  const hash = hashOfTexts([program, cells]);
  const silent = new Set(store.read(hash)?.toString().split('\n'));
  return { silent, keep: silent => store.keep(hash, silent.join('\n')) };
}

/** Begins to read a site of which the ledgers are written. */
function readingOf(folder: string, cells: readonly HiddenCell[], before: ReadBefore): Reading {
  const ledgers = filesOf(folder)
    .filter(path => path.endsWith('/figures.json'))
    .map(path => ledgerAt(folder, path, cells));
  const hidden = cells.filter(
    ({ isHidden, inside, base, value, note }) =>
      isHidden && [inside, base, value, note].some(each => each !== null),
  );
  const all = merged(ledgers);
  const named = hidden.map(cell => ({ cell, names: namesOf(cell) }));
  const allHash = hashOfTexts(ledgers.map(({ hash }) => hash));
  const toldBy = new Map<string, readonly Leak[]>();
  const silent: string[] = [];
  const read = (path: string) => {
    if (passedOver.test(path)) return;
    const own = ledgers.find(ledger => path.startsWith(ledger.folder));
    const { known, hash } = own ?? { known: all, hash: allHash };
    const bytes = readFileSync(join(folder, path));
    const readFor = createHash('sha256').update(`${hash} ${path} `).update(bytes).digest('hex');
    const told = before.silent.has(readFor) ? [] : toldByFile(path, bytes, named, known);
    if (told.length === 0) silent.push(readFor);
    toldBy.set(path, told);
  };
  return {
    read,
    rest: () => {
      const paths = filesOf(folder);
      for (const path of paths) if (!toldBy.has(path)) read(path);
      before.keep(silent);
      const ofLedgers = ledgers.flatMap(ledger => toldByFigures(folder, ledger, cells));
      return [...ofLedgers, ...paths.flatMap(path => toldBy.get(path) ?? [])];
    },
  };
}

/** Reads a site while it is written, in a thread of its own. */
type Audit = {
  /** Is told of files that are as they will be published, once the ledgers of all editions are. */
  readonly wrote: (paths: readonly string[]) => void;
  readonly leaks: () => Promise<readonly Leak[]>;
  readonly close: () => Promise<unknown>;
};

/** Begins to read a site as `auditSite` does, beside whatever writes it. */
export function startAudit(folder: string, cells: readonly HiddenCell[], keeping: Keeping | null): Audit {
  if (cells.length === 0) return { wrote: () => {}, leaks: async () => [], close: async () => {} };
  const thread = new Worker(new URL('./audit-thread.js', import.meta.url), {
    workerData: { folder, written: JSON.stringify(cells), keeping },
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const said = new Promise<readonly LeakSent[]>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('the audit of the site ended before it was done')));
  });
  // Whoever asks for the leaks hears of a fault.
  said.catch(() => {});
  return {
    wrote: paths => thread.postMessage(paths),
    leaks: async () => {
      thread.postMessage(null);
      return (await said).flatMap(({ at, ...leak }) => {
        const cell = cells[at];
        return cell === undefined ? [] : [{ ...leak, cell }];
      });
    },
    close: () => thread.terminate(),
  };
}

/** A leak as the thread tells it, with the place of its cell in the list. */
type LeakSent = Omit<Leak, 'cell'> & { readonly at: number };

/** Reads what it is told of at the other end of `startAudit`, and answers when it is told that there is no more. */
export function readInThread(
  port: MessagePort,
  folder: string,
  written: string,
  keeping: Keeping | null,
): void {
  const cells = JSON.parse(written).map((cell: HiddenCell) => ({
    ...cell,
    value: cell.value === null ? null : new Big(cell.value),
  }));
  let reading: Reading | null = null;
  port.on('message', (paths: readonly string[] | null) => {
    reading ??= readingOf(folder, cells, keeping === null ? nothingRead : readBefore(keeping, written));
    for (const path of paths ?? []) reading.read(path);
    if (paths !== null) return;
    const leaks = reading.rest().map(({ cell, ...leak }) => ({ ...leak, at: cells.indexOf(cell) }));
    port.postMessage(leaks satisfies readonly LeakSent[]);
  });
}

function filesOf(folder: string): readonly string[] {
  return filesUnder(folder)
    .map(path => relative(folder, path).replaceAll('\\', '/'))
    .filter(path => !passedOver.test(path));
}

function toldByFigures(
  folder: string,
  { file, figures, known }: Ledger,
  cells: readonly HiddenCell[],
): readonly Leak[] {
  const placeOf = (id: string) => readFileSync(join(folder, file), 'utf8').indexOf(`{"id":"${id}"`);
  return [
    ...toldByLedger(figures, file, known, placeOf),
    ...toldBySums(figures, file, cells, placeOf),
    ...basesPrinted(figures, file, cells, placeOf),
  ];
}

/** A hidden cell, with lists of names: a file that has none of one list tells nothing of it. */
type Named = { readonly cell: HiddenCell; readonly names: readonly (readonly string[])[] };

/**
 * What its group and its area are called, and then its measure, which is named more often; as written and in small letters,
 * without what holds another of its names: where that one is not, it is not either.
 */
function namesOf({ measure, namedBy }: HiddenCell): readonly (readonly string[])[] {
  return [...namedBy, measure].map(names => {
    const all = [...new Set([...names, ...names.map(lower)])];
    return all.filter(name => !all.some(other => other !== name && name.includes(other)));
  });
}

function ledgerAt(folder: string, path: string, hidden: readonly HiddenCell[]): Ledger {
  const text = readFileSync(join(folder, path), 'utf8');
  const measures = new Set(hidden.map(({ indicator }) => indicator));
  const lines = text.split('\n').flatMap(line => {
    const indicator = /^\{"id":"[^"]*","kind":"[^"]*","indicator":"([^"]*)"/.exec(line)?.[1];
    return indicator === undefined || !measures.has(indicator) ? [] : [line.replace(/,$/, '')];
  });
  const figures = lines.map(line => JSON.parse(line) as LedgerFigure);
  const cellOf = (figure: LedgerFigure) =>
    figure.kind === 'observation'
      ? hidden.find(each => !each.isPrintedOtherwise && isKeyOf(each, figure))
      : undefined;
  const known: LedgerKnown = {
    byId: new Map(figures.map(figure => [figure.id, figure])),
    ofMeasure: Map.groupBy(figures, ({ indicator }) => indicator),
    hidden: new Map(
      figures.flatMap(figure => {
        const cell = cellOf(figure);
        return cell === undefined ? [] : [[figure.id, cell]];
      }),
    ),
  };
  return {
    file: path,
    folder: path.slice(0, -'figures.json'.length),
    known,
    hash: hashOfTexts(lines),
    figures,
  };
}

/** What the ledgers of all editions say, for pages of no edition. */
function merged(ledgers: readonly Ledger[]): LedgerKnown {
  const figures = ledgers.flatMap(each => each.figures);
  return {
    byId: new Map(figures.map(figure => [figure.id, figure])),
    ofMeasure: Map.groupBy(figures, ({ indicator }) => indicator),
    hidden: new Map(ledgers.flatMap(({ known }) => [...known.hidden])),
  };
}

function toldByFile(
  path: string,
  bytes: Buffer,
  hidden: readonly Named[],
  known: LedgerKnown,
): readonly Leak[] {
  const name = path.replace(/[^\p{L}\p{N}]+/gu, ' ');
  const ofName = { channel: 'file-name', text: name, around: name, isData: true, index: 0 } as const;
  const named = toldByUnits([ofName], path, soughtOf(namedIn(name, hidden)), known);
  if (isPacked.test(path) && hidden.length === 0) return named;
  const opened = isPacked.test(path) ? unpacked(path, bytes) : null;
  const cells = namedIn(opened?.text ?? bytes, hidden);
  const noted = hidden.flatMap(({ cell }) =>
    cell.note !== null && (opened?.text ?? bytes).includes(cell.note) ? [cell] : [],
  );
  const isLinked = () => [...known.hidden].some(([id, { isHidden }]) => isHidden && bytes.includes(id));
  if (cells.length + noted.length === 0 && !isLinked()) return named;
  const text = (opened?.text ?? bytes.toString('utf8')).replace(/^\ufeff/, '');
  const wherever = [...named, ...toldUnrounded(text, path, cells), ...toldByNotes(text, path, noted)];
  const sought = soughtOf(cells);
  if (opened !== null) return [...wherever, ...toldByUnits(opened.units(), path, sought, known)];
  if (/\.(?:html|svg|xml)$/.test(path)) {
    const { units, linked } = unitsOfPage(text, figure => isAsPrinted(figure, known));
    const channel = path.startsWith(`${SHEETS}/`) ? 'pdf-text' : path.endsWith('.xml') ? 'feed' : null;
    const placed = channel === null ? units : units.map(unit => ({ ...unit, channel }) as const);
    return [
      ...wherever,
      ...toldByLinks(linked, path, known),
      ...toldByUnits(placed, path, sought, known),
      ...toldByMarks(text, path, cells, known),
    ];
  }
  const isOfFigures = text.startsWith('figure,kind,');
  // The numbers of figures are held against the ledger itself; what else stands on a line is words.
  const units = unitsOfLines(text, 'data-file').filter(
    ({ index }) => !isOfFigures && !/^\{"id":"[^"]*","kind":/.test(text.slice(index, index + 300)),
  );
  const rows = isOfFigures ? rowsTold(text, path, known) : [];
  return [...wherever, ...rows, ...toldByUnits(units, path, sought, known)];
}

const isPacked = /\.(?:ods|pf_fragment|pdf)$/;

/** What stands in a file that is packed: all of its text, and in parts. */
function unpacked(
  path: string,
  bytes: Buffer,
): { readonly text: string; readonly units: () => readonly Passage[] } {
  if (path.endsWith('.ods')) {
    const parts = unzipSync(bytes);
    const [content = '', about = ''] = ['content.xml', 'meta.xml'].map(part =>
      strFromU8(parts[part] ?? new Uint8Array()),
    );
    const metadata = () => unitsOfText(about.replace(/<[^>]*>/g, '\n'), 'workbook-metadata');
    return { text: content + about, units: () => [...unitsOfWorkbook(content), ...metadata()] };
  }
  if (path.endsWith('.pdf')) {
    const text = stringsOfPdf(bytes).join('\n');
    return { text, units: () => unitsOfText(text, 'pdf-metadata') };
  }
  const text = gunzipSync(bytes).toString('utf8');
  return { text, units: () => unitsOfText(text, 'search-index') };
}

/** The cells of which a text has every kind of name. */
function namedIn(text: Buffer | string, hidden: readonly Named[]): readonly HiddenCell[] {
  const found = new Map<string, boolean>();
  // Most cells share names, and each is looked for in all of a text.
  const has = (name: string) => {
    const isThere = found.get(name) ?? text.includes(name);
    found.set(name, isThere);
    return isThere;
  };
  return hidden.flatMap(({ cell, names }) => (names.every(list => list.some(has)) ? [cell] : []));
}

/** Rows of a table of figures that give a number for a hidden one. */
function rowsTold(text: string, file: string, { hidden }: LedgerKnown): readonly Leak[] {
  const head = text.slice(0, text.indexOf('\n')).split(',');
  const [value, shown] = [head.indexOf('value'), head.indexOf('text')];
  let index = 0;
  return text.split('\n').flatMap((line): readonly Leak[] => {
    const at = index;
    index += line.length + 1;
    const fields = line.split(',');
    const cell = hidden.get(fields[0] ?? '');
    const isTold = /\d/.test(`${fields[value] ?? ''}${fields[shown] ?? ''}`);
    return cell?.isHidden && isTold
      ? [{ check: 'hidden-figure', cell, file, index: at, spelling: line }]
      : [];
  });
}

/**
 * What a PDF says of itself, of its headings and of its pictures: its strings, in either of the two ways in which they are written,
 * where they stand plainly and where objects are packed together; and its metadata in XML.
 */
function stringsOfPdf(bytes: Buffer): readonly string[] {
  const plainly = bytes.toString('latin1');
  const packed = [...plainly.matchAll(/<<[^<>]*\/Type\s*\/ObjStm\b[^<>]*>>\s*stream\r?\n/g)].map(
    ({ index, 0: { length } }) => inflateSync(bytes.subarray(index + length)).toString('latin1'),
  );
  const said = [plainly, ...packed].flatMap(all => [
    ...all.matchAll(
      /\/(?:Title|Author|Subject|Keywords|Alt|ActualText|E|Contents)\s*(?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]+)>)/g,
    ),
  ]);
  const metadata = [...plainly.matchAll(/<x:xmpmeta[\s\S]*?<\/x:xmpmeta>/g)].flatMap(([xml]) =>
    Buffer.from(xml, 'latin1')
      .toString('utf8')
      .split(/<[^>]*>\s*/),
  );
  return [
    ...said.map(([, plain = '', hex]) =>
      decoded(hex === undefined ? Buffer.from(plain, 'latin1') : Buffer.from(hex, 'hex')),
    ),
    ...metadata,
  ];
}

function decoded(bytes: Buffer): string {
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1');
}

/** What is found, as issues at the rows of the hidden cells. */
export function issuesOf(leaks: readonly Leak[]): readonly Issue[] {
  return sortIssues(
    leaks.map(({ cell, check, file, spelling }) =>
      issueOf(cell.place, 'site-tells-hidden', cell.name, check, checks[check], file, spelling),
    ),
  );
}

/** Where staff find what was told: beside the site, and never in it. */
export function reportBeside(out: string): string {
  return `${out.replace(/[\\/]+$/, '')}.disclosure.txt`;
}

/** Writes the report for staff where anything is told, and takes an earlier one away where nothing is. */
export function writeReport(out: string, folder: string, leaks: readonly Leak[]): void {
  const file = reportBeside(out);
  if (leaks.length === 0) {
    rmSync(file, { force: true });
    return;
  }
  const lines = [...Map.groupBy(leaks, ({ cell }) => cell.name)].map(([name, those]) => {
    const each = those.map(
      ({ check, file: path, index, spelling }) =>
        `  ${path}:${lineOf(join(folder, path), index)}  ${check}, ${checks[check]}: ${spelling}`,
    );
    const { file: source, line } = those[0]?.cell.place ?? { file: '', line: 0 };
    return `${name} (${source}:${line})\n${[...new Set(each)].join('\n')}\n`;
  });
  writeFileSync(
    file,
    `For staff only: what the site would have told of hidden figures. It was not published; the site that was there stands. Take each out where it comes from, an officer's words or a note, and build again.\n\n${lines.join('\n')}`,
  );
}

function lineOf(path: string, index: number): number {
  try {
    return readFileSync(path, 'utf8').slice(0, Math.max(0, index)).split('\n').length;
  } catch {
    return 1;
  }
}
