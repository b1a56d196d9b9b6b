import { isAscii, isUtf8 } from 'node:buffer';

/** A record of a delimited file, good only until the next one is asked for. */
export type SiftedRecord = {
  /** The line it begins on, counted from 1. */
  line: number;
  width: number;
  /** One field by its number from 0; empty beyond the last. */
  field: (at: number) => string;
  /** Told without taking the field out. */
  is: (at: number, text: string) => boolean;
  /** A field as a whole number, told without taking it out; -1 where it is none, or below nought. */
  whole: (at: number) => number;
  fields: () => string[];
};

/** What stops the reading of a file, with the line it happened on. */
export type SiftFault = {
  readonly line: number;
  readonly rule: 'record-too-long' | 'quote-fault';
  readonly what: string;
};

/** The longest record that is read: beyond it, a quote was opened and not closed. */
export const longestRecord = 64 * 1024;

const [lineFeed, carriageReturn, quoteMark, comma] = [10, 13, 34, 44];

/**
 * Reads the records of a comma-separated file from its bytes as they come, and hands each to `each`, which may stop the
 * reading by answering false. A record ends at a line feed (perhaps after a carriage return) outside quotes; one without
 * quotes is divided at its commas only when it is asked for its fields, so passing over a record costs next to nothing.
 * Text is UTF-8, or Windows-1252 from the first block that is not. Blank lines are passed over.
 */
export async function sift(
  chunks: AsyncIterable<Buffer>,
  each: (record: SiftedRecord) => boolean | undefined,
  fault: (fault: SiftFault) => void,
): Promise<void> {
  // One block for all that comes: what a chunk left unfinished stands at its beginning, the next chunk behind it.
  let block = Buffer.alloc(0);
  let carried = 0;
  let line = 1;
  let first = true;
  let isWindows = false;
  for await (const chunk of chunks) {
    const length = carried + chunk.length;
    if (length > block.length) block = Buffer.concat([block.subarray(0, carried)], length + longestRecord);
    chunk.copy(block, carried);
    carried = length;
    let bytes = block.subarray(0, length);
    if (first) {
      if (length < 3) continue;
      first = false;
      if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    }
    const rest = siftBlock(bytes, false);
    if (rest === null) return;
    carried = bytes.copy(block, 0, rest);
    if (carried > longestRecord) return tooLong();
  }
  if (carried > 0) siftBlock(block.subarray(0, carried), true);

  function tooLong(): void {
    fault({ line, rule: 'record-too-long', what: '' });
  }

  /** Hands out the whole records of a block; answers where the first unfinished one begins, or null to stop. */
  function siftBlock(bytes: Buffer, isLast: boolean): number | null {
    const isPlain = isAscii(bytes);
    if (!isPlain && !isWindows) isWindows = !isUtf8(wholeLines(bytes, isLast));
    const slice = (from: number, to: number): string =>
      isPlain
        ? plainText(bytes, from, to)
        : isWindows
          ? windows1252.decode(bytes.subarray(from, to))
          : bytes.toString('utf8', from, to);
    const commas = new Int32Array(firstCommas);
    let [start, end, count, quotes, inner] = [0, 0, 0, 0, 0];
    let divided: string[] | null = null;
    const record: SiftedRecord = {
      line,
      is: (at, wanted) => {
        if (!isPlain || divided !== null || at >= count || at >= firstCommas)
          return record.field(at) === wanted;
        const from = at === 0 ? start : (commas[at - 1] ?? 0) + 1;
        return (commas[at] ?? 0) - from === wanted.length && stands(wanted, bytes, from);
      },
      width: 0,
      whole: at => {
        if (!isPlain || divided !== null || at > count || at >= firstCommas)
          return wholeNumberOf(record.field(at));
        const to = at === count ? end : (commas[at] ?? 0);
        let number = 0;
        for (let from = at === 0 ? start : (commas[at - 1] ?? 0) + 1; from < to; from++) {
          const digit = (bytes[from] as number) - 48;
          if (digit < 0 || digit > 9) return -1;
          number = number * 10 + digit;
        }
        return number;
      },
      fields: () => divided ?? slice(start, end).split(','),
      field: at => {
        if (divided !== null) return divided[at] ?? '';
        if (at > count) return '';
        if (at >= firstCommas) return record.fields()[at] ?? '';
        const from = at === 0 ? start : (commas[at - 1] ?? 0) + 1;
        return slice(from, at === count ? end : (commas[at] ?? 0));
      },
    };

    /** Hands out the record that ends here; false to stop. */
    const emit = (at: number): boolean => {
      end = at > start && bytes[at - 1] === carriageReturn ? at - 1 : at;
      if (end - start > longestRecord) {
        tooLong();
        return false;
      }
      let goesOn = true;
      if (end > start) {
        record.line = line;
        divided = null;
        record.width = count + 1;
        if (quotes > 0) {
          const read = divideQuoted(slice(start, end));
          if (typeof read === 'string') {
            fault({ line, rule: 'quote-fault', what: read });
            return false;
          }
          divided = read;
          record.width = read.length;
        }
        goesOn = each(record) !== false;
      }
      line += 1 + inner;
      start = at + 1;
      [count, quotes, inner] = [0, 0, 0];
      return goesOn;
    };

    const length = bytes.length;
    for (let at = 0; at < length; at++) {
      const byte = bytes[at] as number;
      if (byte > comma) continue;
      if (byte === comma) {
        if (count < firstCommas) commas[count] = at;
        count += 1;
      } else if (byte === quoteMark) quotes += 1;
      else if (byte === lineFeed) {
        if ((quotes & 1) === 1) inner += 1;
        else if (!emit(at)) return null;
      }
    }
    if (!isLast) return start;
    if ((quotes & 1) === 1) {
      fault({ line, rule: 'quote-fault', what: 'the quote that opens here does not close' });
      return null;
    }
    return start < length && !emit(length) ? null : length;
  }
}

/** -1 where it is none; nought of an empty text. */
export function wholeNumberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : text === '' ? 0 : -1;
}

/** How many commas of a record are remembered; fields beyond are found by dividing the whole. */
const firstCommas = 64;

const windows1252 = new TextDecoder('windows-1252');

/** Texts that were taken out before, each at the number that its bytes make: most fields say what another said. */
const before = new Array<string>(1 << 14).fill('');

/** A text of ASCII alone; a short one is made once, and held once however often it stands in a file. */
function plainText(bytes: Buffer, from: number, to: number): string {
  if (to - from > 20) return bytes.toString('latin1', from, to);
  let number = to - from;
  for (let at = from; at < to; at++) number = (number * 31 + (bytes[at] as number)) | 0;
  const place = number & (before.length - 1);
  const text = before[place] as string;
  if (text.length === to - from && stands(text, bytes, from)) return text;
  const made = bytes.toString('latin1', from, to);
  before[place] = made;
  return made;
}

function stands(text: string, bytes: Buffer, from: number): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[from + at]) return false;
  return true;
}

/** A block up to its last line feed, where no character can be cut in two. */
function wholeLines(bytes: Buffer, isLast: boolean): Buffer {
  return isLast ? bytes : bytes.subarray(0, bytes.lastIndexOf(lineFeed) + 1);
}

/** The fields of a record that holds quotes, or in words what is wrong with it. */
function divideQuoted(text: string): string[] | string {
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] !== '"') {
      const next = text.indexOf(',', at);
      const field = next === -1 ? text.slice(at) : text.slice(at, next);
      if (field.includes('"')) return 'a quote stands inside a field';
      fields.push(field);
      if (next === -1) return fields;
      at = next + 1;
      continue;
    }
    let close = text.indexOf('"', at + 1);
    let isDoubled = false;
    while (close !== -1 && text[close + 1] === '"') {
      isDoubled = true;
      close = text.indexOf('"', close + 2);
    }
    if (close === -1) return 'the quote that opens here does not close';
    const field = text.slice(at + 1, close);
    fields.push(isDoubled ? field.replaceAll('""', '"') : field);
    if (close + 1 === text.length) return fields;
    if (text[close + 1] !== ',') return 'text follows the closing quote of a field';
    at = close + 2;
  }
}
