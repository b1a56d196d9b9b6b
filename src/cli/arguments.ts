import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isDate, isPeriod } from '../model/time.ts';
import { councilHere, councilHereIs } from '../site/installation.ts';

/** The commands and what each does, as the help prints them. */
export const commands = {
  build: 'build the site: every edition, or one',
  check: 'read everything, print every issue, write nothing',
  serve: 'build, serve, and build again when something changes',
  import: "bring in publishers' files as they are: import FILE…",
  new: 'begin the edition of another year from the one before it: new 2025-26',
  todo: 'say what is in, what is missing and what waits for which release',
  init: 'begin the folder of a council: init --la CODE [FOLDER] [--from FILE…]',
} as const;

export type Command = keyof typeof commands;

/** A command line that has been understood. Folders are absolute. */
export type Arguments = {
  readonly command: Command;
  readonly root: string;
  readonly out: string;
  readonly edition: string | null;
  readonly area: string | null;
  readonly port: number;
  /** Whether PDFs and the social card are made too. */
  readonly documents: boolean;
  /** Whether pages are published before PDFs and cards are made, and again with them. */
  readonly pagesFirst: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  /** The edition that is begun, and the one it is made from; null for the one before it. */
  readonly begun: string;
  readonly from: string | null;
  /** The page for staff that is to be written; null for none. */
  readonly page: string | null;
  /** Whose folder is begun: a name, a three-digit number or a code, as it was written. */
  readonly authority: string | null;
  readonly files: readonly string[];
  /** What kind of file, or which publication, they are said to be. */
  readonly as: string | null;
  /** The day they were taken from their publishers. */
  readonly retrieved: string | null;
  readonly dryRun: boolean;
};

export type Asked =
  | { readonly outcome: 'run'; readonly arguments: Arguments }
  | { readonly outcome: 'help' }
  | { readonly outcome: 'usage'; readonly why: string };

/** Besides `--quiet` and `--help`. */
const taken: Record<Command, readonly string[]> = {
  build: ['root', 'out', 'edition', 'area', 'no-documents', 'pages-first'],
  check: ['root', 'json'],
  serve: ['root', 'out', 'port', 'no-documents'],
  import: ['root', 'as', 'dry-run', 'retrieved', 'json'],
  new: ['root', 'from'],
  todo: ['root', 'out', 'json', 'page'],
  init: ['la', 'from', 'retrieved'],
};

/** The line is without node and the script. */
export function readArguments(line: readonly string[]): Asked {
  const usage = (why: string): Asked => ({ outcome: 'usage', why });
  const parsed = parse(line);
  if ('why' in parsed) return usage(parsed.why);
  const { values, positionals } = parsed;
  if (values.help === true || positionals[0] === 'help') return { outcome: 'help' };
  const [name, ...words] = positionals;
  if (name === undefined) return usage('no command was given');
  if (!isCommand(name)) return usage(`there is no command "${name}"`);
  const { folder, files, extra } = namedBy(name, words, parsed);
  const [begun = ''] = extra;
  const [tooMany] = extra.slice(name === 'new' ? 1 : 0);
  if (name === 'import' && files.length === 0) return usage('no file to import was given');
  if (name === 'new' && begun === '') return usage('no edition to begin was given, as 2025-26');
  if (name === 'new' && !isEditionId(begun)) return usage(`"${begun}" is not an edition such as 2025-26`);
  if (tooMany !== undefined) return usage(`"${tooMany}" is one word too many`);
  if (name === 'init' && values.la === undefined) return usage('no authority was given, as --la 850');
  const stray = Object.keys(values).find(option => option !== 'quiet' && !taken[name].includes(option));
  if (stray !== undefined) return usage(`"${name}" takes no --${stray}`);
  const port = Number(values.port ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    return usage(`--port "${values.port}" is not a port from 0 to 65535`);
  if (values.retrieved !== undefined && !isDate(values.retrieved))
    return usage(`--retrieved "${values.retrieved}" is not a day such as 2026-04-08`);
  return {
    outcome: 'run',
    arguments: {
      command: name,
      root: resolve(folder ?? values.root ?? (name === 'init' ? '.' : councilHere)),
      out: resolve(values.out ?? join(councilHere, '_site')),
      edition: values.edition ?? null,
      area: values.area ?? null,
      port,
      documents: values['no-documents'] !== true,
      pagesFirst: values['pages-first'] === true && values['no-documents'] !== true,
      json: values.json ?? false,
      quiet: values.quiet ?? false,
      begun,
      from: values.from?.[0] ?? null,
      page: values.page === undefined ? null : resolve(values.page),
      authority: values.la ?? null,
      files,
      as: values.as ?? null,
      retrieved: values.retrieved ?? null,
      dryRun: values['dry-run'] ?? false,
    },
  };
}

export function helpText(): string {
  const lines = Object.entries(commands).map(([name, does]) => `  ${name.padEnd(8)} ${does}`);
  return `Usage: keystage COMMAND [options]

${lines.join('\n')}

  --root DIR      the council folder (holds data/ and content/); ${councilHereIs} unless given
  --out DIR       where the site goes (build, serve), and no page for staff (todo); _site in ${councilHereIs} unless given
  --edition ID    one edition, as 2013-14 (build)
  --area CODE     the report of another area in the data (build)
  --port N        the port to serve on (serve); 8080 unless given, 0 for any that is free
  --no-documents  no PDFs and no social card, which need a browser (build, serve)
  --pages-first   the pages at once, and PDFs and cards behind them, as serve does (build)
  --as KIND       what a file is, where it does not say so itself: a kind of file or a publication (import)
  --retrieved DAY the day the files were taken from their publishers; their own day unless given (import, init)
  --dry-run       say what would be written, and write nothing (import)
  --la CODE       the authority by its name, three-digit number or code, as 850 (init)
  --from FILE…    publishers' files to bring in at once; FOLDER stands before it (init)
  --from ID       the edition that another is begun from; the one before it unless given (new)
  --page FILE     a page for staff too, outside the site, as waiting.html (todo)
  --json          issues, or what is to do, as JSON on standard output (check, import, todo)
  --quiet         no progress, only issues and faults

Exit status: 0 done; 1 issues in data or content; 2 wrong usage; 3 a fault of ours.
`;
}

function parse(line: readonly string[]) {
  try {
    return parseArgs({
      args: [...line],
      allowPositionals: true,
      tokens: true,
      options: {
        root: { type: 'string' },
        out: { type: 'string' },
        edition: { type: 'string' },
        area: { type: 'string' },
        port: { type: 'string' },
        'no-documents': { type: 'boolean' },
        'pages-first': { type: 'boolean' },
        json: { type: 'boolean' },
        as: { type: 'string' },
        la: { type: 'string' },
        from: { type: 'string', multiple: true },
        retrieved: { type: 'string' },
        'dry-run': { type: 'boolean' },
        page: { type: 'string' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  }
}

/** True for the years of an edition, as 2025-26. */
function isEditionId(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && isPeriod(text.replace('-', ''));
}

type Parsed = Exclude<ReturnType<typeof parse>, { readonly why: string }>;

/** The folder and the files that the words of a command name; of `init`, what follows `--from` is files. */
function namedBy(
  command: Command,
  words: readonly string[],
  { values: { from = [] }, tokens }: Parsed,
): { readonly folder: string | null; readonly files: readonly string[]; readonly extra: readonly string[] } {
  if (command === 'import') return { folder: null, files: words, extra: [] };
  if (command !== 'init') return { folder: null, files: [], extra: words };
  const isFrom = tokens.map(token => token.kind === 'option' && token.name === 'from');
  const start = isFrom.includes(true) ? isFrom.indexOf(true) : tokens.length;
  const placed = tokens.flatMap((token, at) =>
    token.kind === 'positional' ? [{ at, word: token.value }] : [],
  );
  const [folder, ...extra] = placed.filter(({ at }) => at < start).slice(1);
  const files = placed.filter(({ at }) => at > start).map(({ word }) => word);
  return { folder: folder?.word ?? null, files: [...from, ...files], extra: extra.map(({ word }) => word) };
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(commands, name);
}
