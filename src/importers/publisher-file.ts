import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync, readSync } from 'node:fs';
import { createGunzip, gunzipSync, inflateRawSync } from 'node:zlib';
import type { AsyncFlateStreamHandler } from 'fflate';
import type { Report } from '../issues.ts';
import { start } from '../sources/files.ts';
import { type SiftedRecord, sift, wholeNumberOf } from './sift.ts';

/** Takes each record of a table; false stops the reading. */
type EachRecord = (record: SiftedRecord) => boolean | undefined;

/** A table of a publisher's file: the file itself, or one of its sheets. */
export type PublisherTable = {
  /** The file as issues name it, with the sheet behind it. */
  readonly name: string;
  /** Its first records, each with its line. */
  readonly head: readonly { readonly line: number; readonly fields: readonly string[] }[];
  /** Hands out every record from the first; faults of quotes are reported and end the reading. */
  readonly records: (each: EachRecord) => Promise<void>;
  /** Whether rows may be shorter than the header, as in sheets. */
  readonly isSheet: boolean;
};

/** How much of a table is looked at to tell what it is. */
const headRecords = 400;

/** Opens a publisher's file, whatever its form: CSV in any encoding, perhaps packed, parquet, or each sheet of a workbook. */
export async function openPublisherFile(
  path: string,
  file: string,
  report: Report,
): Promise<readonly PublisherTable[]> {
  const first = firstBytes(path);
  const form = formOf(first);
  switch (form) {
    case 'parquet':
      return [await withHead(await parquetTable(path, file))];
    case 'xlsx':
    case 'ods':
      return workbookTables(path, file, form, report);
    case 'old-workbook':
      report(start(file), 'wrong-file-form', 'an old Excel workbook (.xls)', 'save it as .xlsx');
      return [];
    case 'page':
      report(start(file), 'wrong-file-form', 'a web page or a PDF', 'download the data file itself');
      return [];
    case 'text':
    case 'packed-text': {
      const begins = form === 'text' ? first : gunzippedStart(first);
      const isWhole = isUtf16(begins) || (begins.includes(13) && !begins.includes(10));
      const chunks = isWhole ? () => wholeText(path, form) : () => chunksOf(path, form);
      let isUnread = false;
      const records = async (each: EachRecord) => {
        try {
          await sift(chunks(), each, ({ line, rule, what }) => {
            const place = { file, line, column: 1 };
            if (rule === 'record-too-long') report(place, 'record-too-long');
            else report(place, 'quote-fault', what);
          });
        } catch (error) {
          if (form === 'text') throw error;
          if (!isUnread) reportUnread(error, file, report);
          isUnread = true;
        }
      };
      return [await withHead({ name: file, isSheet: false, records })];
    }
  }
}

export async function fileSum(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: pieces })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

const pieces = 256 * 1024;

function firstBytes(path: string): Buffer {
  const bytes = Buffer.alloc(64 * 1024);
  const handle = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(handle);
  }
}

function formOf(bytes: Buffer) {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'packed-text';
  const begins = bytes.toString('latin1', 0, 200);
  if (begins.startsWith('PAR1')) return 'parquet';
  if (begins.startsWith('PK\x03\x04')) return begins.includes('opendocument.spreadsheet') ? 'ods' : 'xlsx';
  if (begins.startsWith('\xd0\xcf\x11\xe0')) return 'old-workbook';
  return /^(?:\xef\xbb\xbf)?\s*(?:<(?:!doctype|html|\?xml)|%PDF)/i.test(begins) ? 'page' : 'text';
}

function gunzippedStart(bytes: Buffer): Buffer {
  // What is packed is longer than its beginning, which `finishFlush` says is no fault.
  return gunzipSync(bytes, { finishFlush: 2 });
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function chunksOf(path: string, form: 'text' | 'packed-text'): AsyncIterable<Buffer> {
  const stream = createReadStream(path, { highWaterMark: pieces });
  if (form === 'text') return stream;
  const unpacked = createGunzip({ chunkSize: pieces });
  stream.on('error', error => unpacked.destroy(error));
  return stream.pipe(unpacked);
}

/** A text in UTF-16, or one whose lines end in carriage returns alone, as UTF-8 with line feeds. */
async function* wholeText(path: string, form: 'text' | 'packed-text'): AsyncIterable<Buffer> {
  const raw = readFileSync(path);
  const bytes = form === 'text' ? raw : gunzipSync(raw, { maxOutputLength: mostUnpacked });
  if (!isUtf16(bytes)) {
    yield Buffer.from(bytes.map(byte => (byte === 13 ? 10 : byte)));
    return;
  }
  const text = new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  yield Buffer.from(text.includes('\n') ? text : text.replaceAll('\r', '\n'));
}

async function withHead(table: Omit<PublisherTable, 'head'>): Promise<PublisherTable> {
  const head: { line: number; fields: readonly string[] }[] = [];
  await table.records(record => {
    head.push({ line: record.line, fields: record.fields() });
    return head.length < headRecords;
  });
  return { ...table, head };
}

function tableOf(name: string, rows: () => Iterable<readonly unknown[]>): Omit<PublisherTable, 'head'> {
  return {
    name,
    isSheet: true,
    records: async each => {
      let fields: string[] = [];
      const record: SiftedRecord = {
        line: 0,
        width: 0,
        is: (at, text) => fields[at] === text,
        whole: at => wholeNumberOf(fields[at] ?? ''),
        field: at => fields[at] ?? '',
        fields: () => fields,
      };
      let line = 0;
      for (const row of rows()) {
        line += 1;
        fields = row.map(textOf);
        if (fields.every(field => field === '')) continue;
        record.line = line;
        record.width = fields.length;
        if (each(record) === false) return;
      }
    },
  };
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell : String(cell);
}

/** The most bytes that a packed file may come to: several times those of any that a publisher has put out. */
const mostUnpacked = 300 * 2 ** 20;

/** Unpacks a part of a workbook by Node's own means, which are several times as fast, and no more of it than may be. */
class Unpacked {
  static readonly compression = 8;
  ondata: AsyncFlateStreamHandler = () => {};
  readonly #packed: Uint8Array[] = [];

  push(piece: Uint8Array, isLast: boolean): void {
    this.#packed.push(piece);
    if (isLast)
      this.ondata(null, inflateRawSync(Buffer.concat(this.#packed), { maxOutputLength: mostUnpacked }), true);
  }
}

/** Whether the parts of a workbook come to no more than may be: by what they say, and by what they are. */
async function unpacksWithin(bytes: Buffer): Promise<boolean> {
  const { Unzip, UnzipPassThrough, unzipSync } = await import('fflate');
  let [declared, listed, found, size] = [0, 0, 0, 0];
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      declared += originalSize;
      listed += 1;
      return false;
    },
  });
  if (declared > mostUnpacked) return false;
  const unzip = new Unzip(part => {
    found += 1;
    part.ondata = (error, chunk) => {
      if (error !== null) throw error;
      size += chunk.length;
    };
    part.start();
  });
  unzip.register(UnzipPassThrough);
  unzip.register(Unpacked);
  for (let at = 0; at < bytes.length && size <= mostUnpacked; at += pieces)
    unzip.push(bytes.subarray(at, at + pieces), at + pieces >= bytes.length);
  // Parts that are listed more often than they stand there would be unpacked over and over.
  return size <= mostUnpacked && listed <= found;
}

async function workbookTables(
  path: string,
  file: string,
  form: 'xlsx' | 'ods',
  report: Report,
): Promise<readonly PublisherTable[]> {
  try {
    const bytes = readFileSync(path);
    if (!(await unpacksWithin(bytes)))
      throw new RangeError('parts are listed more often than they are there');
    const { sheets } =
      form === 'xlsx'
        ? await (await import('hucre/xlsx')).readXlsx(bytes)
        : await (await import('hucre/ods')).readOds(bytes);
    return Promise.all(
      sheets.map(({ name, rows }) =>
        withHead(tableOf(sheets.length === 1 ? file : `${file}[${name}]`, () => rows)),
      ),
    );
  } catch (error) {
    reportUnread(error, file, report);
    return [];
  }
}

/** Reports a file that could not be unpacked: too much comes out of it, or it is broken. */
function reportUnread(error: unknown, file: string, report: Report): void {
  if (error instanceof RangeError) report(start(file), 'unpacks-too-far', mostUnpacked / 2 ** 20);
  else report(start(file), 'unreadable', error instanceof Error ? error.message : String(error));
}

/** A parquet file, read by groups of rows, so that no more than one of them is in memory. */
async function parquetTable(path: string, file: string): Promise<Omit<PublisherTable, 'head'>> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetRead, parquetSchema } = await import('hyparquet');
  const buffer = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(buffer);
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  return {
    name: file,
    isSheet: true,
    records: async each => {
      let goesOn = true;
      const take = (rows: readonly (readonly unknown[])[], line: number) =>
        tableOf(file, () => rows).records(record => {
          record.line += line;
          goesOn = each(record) !== false;
          return goesOn;
        });
      await take([columns], 0);
      let from = 0;
      for (const group of metadata.row_groups) {
        if (!goesOn) return;
        const rowStart = from;
        from += Number(group.num_rows);
        let rows: readonly unknown[][] = [];
        await parquetRead({
          file: buffer,
          metadata,
          columns,
          rowStart,
          rowEnd: from,
          onComplete: read => {
            rows = read;
          },
        });
        await take(rows, rowStart + 1);
      }
    },
  };
}
