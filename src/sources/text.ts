import { isUtf8 } from 'node:buffer';
import type { Report } from '../issues.ts';
import type { Place } from '../model/place.ts';
import { quote } from '../rules/advice.ts';

/**
 * The text of a file: UTF-8, with a byte order mark dropped and CRLF and CR made LF, so that neither is a
 * fault. Other encodings are reported at the first wrong byte, and read as Windows-1252 (the usual cause) so
 * that the rest can still be checked; null when it is no text at all.
 */
export function decodeText(bytes: Buffer, file: string, report: Report): string | null {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    report({ file, line: 1, column: 1 }, 'wrong-encoding', 'the text is in UTF-16');
    return null;
  }
  if (isWorkbook(bytes)) {
    report({ file, line: 1, column: 1 }, 'workbook');
    return null;
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    report(placesOf(tidy(bytes.toString('utf8', 0, nul)), file)(Infinity), 'nul-byte');
    return null;
  }
  if (isUtf8(bytes)) return withoutInvisible(tidy(bytes.toString('utf8')), file, report);
  const wrong = firstWrongByte(bytes);
  const before = tidy(bytes.toString('utf8', 0, wrong));
  const text = tidy(new TextDecoder('windows-1252').decode(bytes));
  const after = tidy(new TextDecoder('windows-1252').decode(bytes.subarray(wrong, wrong + 40)));
  const word = `${/[\p{L}\p{N}]*$/u.exec(before)?.[0] ?? ''}${/^.[\p{L}\p{N}]*/u.exec(after)?.[0] ?? ''}`;
  report(
    placesOf(before, file)(Infinity),
    'wrong-encoding',
    `the text is not UTF-8: in Windows-1252 this is ${quote(word)}`,
  );
  return text;
}

/**
 * Characters that do not show, or not alike for everyone: controls, marks of direction and width, line ends of other kinds,
 * fillers, halves of characters, and those that mean nothing or only to their maker; but for tabs, and joiners of letters.
 */
const invisible =
  /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** The characters of a text that do not show, the first of each, as "U+000B", with its index. */
export function invisibleIn(text: string): readonly { readonly name: string; readonly index: number }[] {
  const found = [...text.matchAll(invisible)].map(({ 0: mark, index }) => ({
    name: `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    index,
  }));
  return found.filter(({ name }, at) => found.findIndex(each => each.name === name) === at);
}

/** A text with blanks in place of characters that do not show, the first of each reported. */
function withoutInvisible(text: string, file: string, report: Report): string {
  const found = invisibleIn(text);
  if (found.length === 0) return text;
  const place = placesOf(text, file);
  for (const { name, index } of found) report(place(index), 'invisible-character', name);
  return text.replace(invisible, mark => ' '.repeat(mark.length));
}

/** True of the first bytes of .xlsx and .ods, which are zip files, and of .xls. */
function isWorkbook(bytes: Buffer): boolean {
  return ['504b0304', 'd0cf11e0'].includes(bytes.toString('hex', 0, 4));
}

/** The place of an offset in a text whose lines end in LF, or of its end; columns count UTF-16 units, as editors do. */
export function placesOf(text: string, file: string): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return offset => {
    const at = Math.min(Math.max(0, offset), text.length);
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return { file, line: high, column: at - (starts[low] ?? 0) + 1 };
  };
}

function tidy(text: string): string {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
}

/** Where UTF-8 decoding first has to give up: a replacement mark that is not itself written in the bytes. */
function firstWrongByte(bytes: Buffer): number {
  const decoded = bytes.toString('utf8');
  let offset = 0;
  let from = 0;
  for (let at = decoded.indexOf('\ufffd'); at !== -1; at = decoded.indexOf('\ufffd', at + 1)) {
    offset += Buffer.byteLength(decoded.slice(from, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset;
    offset += 3;
    from = at + 1;
  }
  return offset;
}

/** Where a value's words stand, when they stand in the file as they are; otherwise where the value begins. */
export function placesIn(text: string, value: string, begins: Place): (index: number) => Place {
  return index => {
    const lines = text.split('\n').slice(0, begins.line - 1);
    const offset = lines.reduce((sum, line) => sum + line.length + 1, 0) + begins.column - 1;
    const at = [offset, offset + 1].find(at => value !== '' && text.startsWith(value, at));
    return at === undefined ? begins : placesOf(text, begins.file)(at + index);
  };
}
