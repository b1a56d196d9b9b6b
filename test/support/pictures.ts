// Pictures as programs and cameras save them: whole files, of which only the frame is told.

const segment = (marker: number, body: string | Buffer) => {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body;
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};

/** What a camera notes: how the picture is to be turned, and where it was taken. */
const notes = (turn: number, isLittle: boolean) => {
  const two = (value: number) => (isLittle ? [value, 0] : [0, value]);
  const four = (value: number) => (isLittle ? [value, 0, 0, 0] : [0, 0, 0, value]);
  const entry = [...(isLittle ? [0x12, 1] : [1, 0x12]), ...two(3), ...four(1)];
  return Buffer.from([
    ...Buffer.from(isLittle ? 'II' : 'MM'),
    ...[...two(42), ...four(8), ...two(1), ...entry, ...two(turn), 0, 0, ...four(0)],
    ...Buffer.from('GPS 53.16 N 2.21 W'),
  ]);
};

/** A JPEG with all that a phone writes into one: places, comments, a small copy, a second picture after the end. */
export function jpegOf({ width = 600, height = 750, turn = 1, isLittle = true } = {}): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 17, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\0\0'),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), notes(turn, isLittle)])),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<GPS/>'),
    segment(0xe2, 'ICC_PROFILE\0colours'),
    segment(0xe2, 'MPF\0more pictures'),
    segment(0xed, 'Photoshop 3.0\0GPS'),
    segment(0xfe, 'GPS in a comment'),
    segment(0xdb, 'a table of how it is drawn'),
    segment(0xc2, frame),
    segment(0xda, 'a scan'),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd3, 4]),
    segment(0xda, 'another'),
    Buffer.from([5, 6, 0xff, 0xff, 0xd9]),
    Buffer.from('a second picture with GPS of its own'),
  ]);
}

/** A PNG with a note of where it was made. */
export function pngOf({ width = 600, height = 750, turn = 1 } = {}): Buffer {
  const chunk = (type: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, body, Buffer.alloc(4)]);
  };
  const frame = Buffer.alloc(13);
  frame.writeUInt32BE(width, 0);
  frame.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', frame),
    chunk('tEXt', Buffer.from('Comment\0GPS')),
    chunk('eXIf', notes(turn, false)),
    chunk('IDAT', Buffer.from('a picture')),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from('GPS after the end'),
  ]);
}
