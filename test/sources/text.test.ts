import { expect, test } from 'vitest';
import { decodeText, placesOf } from '../../src/sources/text.ts';
import { reporting } from '../support/reporting.ts';

function decode(bytes: Buffer | string) {
  const { report, said, issues } = reporting();
  const text = decodeText(Buffer.from(bytes as string), 'a.csv', report);
  return { text, said: said(), message: issues[0]?.message };
}

test('UTF-8 is read as it is', () => {
  expect(decode('Café, naïve — £5 😀\n')).toMatchObject({ text: 'Café, naïve — £5 😀\n', said: [] });
});

test('a byte order mark and the line ends of Windows and old Macs are no faults', () => {
  expect(decode('\ufeffa\r\nb\rc\n')).toMatchObject({ text: 'a\nb\nc\n', said: [] });
});

test('Windows-1252 is reported at its first byte, with the word it stands in, and still read', () => {
  const { text, said, message } = decode(Buffer.from('one\ntwo Café\nCafé', 'latin1'));
  expect(text).toBe('one\ntwo Café\nCafé');
  expect(said).toEqual(['2:8 wrong-encoding']);
  expect(message).toContain('in Windows-1252 this is "Café"');
});

test('a replacement mark that is written in the file is no fault, and does not hide one', () => {
  expect(decode('a\ufffdb')).toMatchObject({ said: [] });
  expect(decode(Buffer.concat([Buffer.from('\ufffd\n\ufffd'), Buffer.from([0x92])]))).toMatchObject({
    said: ['2:2 wrong-encoding'],
  });
});

test('UTF-16 and NUL bytes are reported and not read', () => {
  expect(decode(Buffer.from('\ufeffab', 'utf16le'))).toMatchObject({
    text: null,
    said: ['1:1 wrong-encoding'],
  });
  expect(decode('a\nb\0c')).toMatchObject({ text: null, said: ['2:2 nul-byte'] });
});

test('places count lines and columns from one, and the end of the text has one', () => {
  expect(placesOf('ab\ncd', 'f')(0)).toEqual({ file: 'f', line: 1, column: 1 });
  expect(placesOf('ab\ncd', 'f')(4)).toEqual({ file: 'f', line: 2, column: 2 });
  expect(placesOf('ab\n', 'f')(99)).toEqual({ file: 'f', line: 2, column: 1 });
});

test('characters that do not show are one issue each at their first place, and blanks from there on', () => {
  const { report, said } = reporting();
  const text = 'one\u000btwo\n84\u200b, 85\u200b\n\u202ethree\ttabs and jo\u200din\n';
  expect(decodeText(Buffer.from(text), 'a.md', report)).toBe(
    'one two\n84 , 85 \n three\ttabs and jo\u200din\n',
  );
  expect(said()).toEqual([1, 2, 3].map((line, at) => `${line}:${[4, 3, 1][at]} invisible-character`));
});
