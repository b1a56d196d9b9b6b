import type { Picture } from '../model/picture.ts';
import { entriesOf, type Folder, kindAt, readBytes, reportUnexpected, start } from './files.ts';

const picturesFolder = 'content/pictures';

export type Pictures = { readonly sound: readonly Picture[]; readonly names: readonly string[] };

/** What a picture may be: in pixels, in bytes on a reader's phone, and in bytes before anything was taken out of it. */
const limits = { least: 240, most: 2000, bytes: 120_000, file: 30e6 } as const;

/** Reads `content/pictures`, a folder that may be missing; what a camera or a program wrote into a picture is left out. */
export function readPictures(folder: Folder): Pictures {
  if (kindAt(folder, picturesFolder) === 'missing') return { sound: [], names: [] };
  const entries = entriesOf(folder, picturesFolder).filter(entry => {
    const isNamedSo = entry.kind === 'file' && /\.(?:jpe?g|png)$/i.test(entry.name);
    if (!isNamedSo) reportUnexpected(folder, entry, 'pictures: files ending ".jpg" or ".png"');
    return isNamedSo;
  });
  const sound = entries.flatMap(({ name, path }) => {
    const bytes = readBytes(folder, path, limits.file);
    if (bytes === null) return [];
    const read = /\.png$/i.test(name) ? readPng(bytes) : readJpeg(bytes);
    const why = read === null ? null : unfit(read);
    if (read === null) folder.report(start(path), 'not-a-picture', name);
    if (why !== null) folder.report(start(path), 'picture-unfit', why);
    return read === null || why !== null ? [] : [{ ...{ name }, ...read }];
  });
  return { sound, names: entries.map(({ name }) => name) };
}

/** What was read of a picture; `turned` where it is stored on its side, with a note that says so. */
type Read = Omit<Picture, 'name'> & { readonly turned: boolean };

/** Why a picture cannot be published as it is, and what to do; null where it can. */
function unfit({ width, height, bytes, turned }: Read): string | null {
  const { least, most } = limits;
  if (turned)
    return 'this picture is stored on its side, with a note for cameras that says so: turn it, and save it again upright';
  if (width < least || height < least)
    return `this picture is ${width} by ${height} pixels, which is too small to be seen well: take one of at least ${least} by ${least}`;
  if (width > most || height > most || bytes.length > limits.bytes)
    return `this picture is ${width} by ${height} pixels and ${Math.ceil(bytes.length / 1000)} kB, which is much for a phone: save it smaller, at most ${most} pixels either way and ${limits.bytes / 1000} kB (about 600 by 750 pixels is plenty)`;
  return null;
}

/** The chunks that a PNG needs to be seen as it is: its header, palette, picture and end, what is clear, and its colours. */
const seenInPng = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|sBIT)$/;

/** A PNG without notes, places and times; null where it is none, or damaged. */
function readPng(bytes: Buffer): Read | null {
  if (bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return null;
  const kept = [bytes.subarray(0, 8)];
  let turned = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || (at === 8 && (type !== 'IHDR' || end < at + 25))) return null;
    if (type === 'eXIf') turned = isTurned(bytes.subarray(at + 8, end - 4));
    if (seenInPng.test(type)) kept.push(bytes.subarray(at, end));
    // What stands after the end is no part of the picture.
    if (type === 'IEND')
      return {
        width: bytes.readUInt32BE(16),
        height: bytes.readUInt32BE(20),
        bytes: Buffer.concat(kept),
        turned,
      };
    at = end;
  }
  return null;
}

/** A JPEG without notes, places, times and small copies of itself; null where it is none, or damaged. */
function readJpeg(bytes: Buffer): Read | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  const kept = [bytes.subarray(0, 2)];
  let size: { readonly width: number; readonly height: number } | null = null;
  let turned = false;
  for (let at = 2; at + 2 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    // What stands after the end is no part of the picture: phones put others there.
    if (marker === 0xd9)
      return size && { ...size, bytes: Buffer.concat([...kept, bytes.subarray(at, at + 2)]), turned };
    if (at + 4 > bytes.length) return null;
    const header = at + 2 + bytes.readUInt16BE(at + 2);
    if (header > bytes.length) return null;
    const body = bytes.subarray(at + 4, header);
    if (marker === 0xe1 && body.toString('latin1', 0, 6) === 'Exif\0\0') turned = isTurned(body.subarray(6));
    // The frame says how many lines there are, and how long they are.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && body.length >= 6)
      size = { height: body.readUInt16BE(1), width: body.readUInt16BE(3) };
    const end = marker === 0xda ? endOfScan(bytes, header) : header;
    if (isSeenInJpeg(marker, body)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

/** Of what programs write into a JPEG only what its colours are read by is kept, and that it is one; all that draws it is. */
function isSeenInJpeg(marker: number, body: Buffer): boolean {
  if (marker < 0xe0) return true;
  const begins = (name: string) => body.toString('latin1', 0, name.length) === name;
  if (marker === 0xe0) return begins('JFIF\0');
  if (marker === 0xe2) return begins('ICC_PROFILE\0');
  return marker === 0xee && begins('Adobe');
}

/** Where the lines of a scan end: at the next marker that is neither a byte of theirs nor a place to begin again. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** The number of the note in which cameras say how a picture is to be turned; 1 is upright. */
const orientation = 0x0112;

/** Whether the notes of a camera (TIFF, after the name "Exif") say that a picture is to be turned to be upright. */
function isTurned(notes: Buffer): boolean {
  if (notes.length < 8) return false;
  const isLittle = notes.toString('latin1', 0, 2) === 'II';
  const two = (at: number) =>
    at + 2 > notes.length ? 0 : notes[isLittle ? 'readUInt16LE' : 'readUInt16BE'](at);
  const first = notes[isLittle ? 'readUInt32LE' : 'readUInt32BE'](4);
  return Array.from({ length: Math.min(two(first), 500) }, (_, at) => first + 2 + at * 12).some(
    at => two(at) === orientation && two(at + 8) > 1,
  );
}
