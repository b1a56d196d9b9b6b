import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRecord, type SiftFault, sift } from '../../src/importers/sift.ts';

/** The records of a file that comes in pieces of some length, and what stopped the reading. */
async function sifted(bytes: Buffer, piece = bytes.length || 1) {
  const records: { line: number; fields: readonly string[]; one: readonly string[] }[] = [];
  const faults: SiftFault[] = [];
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  await sift(
    chunks(),
    record => {
      const one = Array.from({ length: record.width }, (_, at) => record.field(at));
      records.push({ line: record.line, fields: record.fields(), one });
      return true;
    },
    fault => faults.push(fault),
  );
  return { records, faults };
}

const text = fc.stringMatching(/^[ -+.-~é’🎓-]{0,12}$/u).filter(text => !/["\r\n]/.test(text));
const quoted = fc.stringMatching(/^[ -~é\r\n",]{0,14}$/u).map(text => `"${text.replaceAll('"', '""')}"`);
const row = fc.array(fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: quoted }), {
  minLength: 1,
  maxLength: 6,
});

describe('the sifter', () => {
  it('reads random files as csv-parse does, whatever their line ends, quotes and pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (rows, end, isEnded, hasMark, piece) => {
          const body = rows.map(fields => fields.join(',')).join(end) + (isEnded ? end : '');
          const bytes = Buffer.from(`${hasMark ? '\ufeff' : ''}${body}`);
          const theirs = parse(bytes, {
            bom: true,
            relax_column_count: true,
            skip_empty_lines: true,
            record_delimiter: ['\r\n', '\n'],
          }) as string[][];
          const { records, faults } = await sifted(bytes, piece);
          expect(faults).toEqual([]);
          expect(records.map(({ fields }) => fields)).toEqual(theirs);
          expect(records.map(({ one }) => one)).toEqual(theirs);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('takes each text for itself among thousands of the same length', async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => [`${10_000 + at}`, `a${at % 7}`]);
    const { records } = await sifted(Buffer.from(lines.join('\n')), 4096);
    expect(records.map(({ one }) => one)).toEqual(lines);
  });

  it('counts the lines that a quoted field runs over', async () => {
    const { records } = await sifted(Buffer.from('a,b\r\n"one\r\ntwo",x\r\n\r\nlast,y\r\n'), 3);
    expect(records.map(({ line, fields }) => [line, ...fields])).toEqual([
      [1, 'a', 'b'],
      [2, 'one\r\ntwo', 'x'],
      [5, 'last', 'y'],
    ]);
  });

  it('reads fields beyond those whose commas it remembers', async () => {
    const fields = Array.from({ length: 300 }, (_, at) => `f${at}`);
    const { records } = await sifted(Buffer.from(`${fields.join(',')}\n`));
    expect(records[0]?.one).toEqual(fields);
  });

  it('reads Windows-1252 from where the text is no UTF-8', async () => {
    const { records } = await sifted(Buffer.from('a,b\nSt John\x92s,\xe9\n', 'latin1'));
    expect(records[1]?.fields).toEqual(['St John’s', 'é']);
  });

  it('stops where a quote is opened and not closed, and says on which line', async () => {
    const long = Buffer.from(`a,b\nx,"y\n${'1,2\n'.repeat(longestRecord / 2)}`);
    expect((await sifted(long, 10_000)).faults).toEqual([{ line: 2, rule: 'record-too-long', what: '' }]);
    const short = await sifted(Buffer.from('a,b\nx,"y\n1,2\n'));
    expect(short.faults.map(({ line, rule }) => [line, rule])).toEqual([[2, 'quote-fault']]);
  });

  it('stops at a quote inside a field', async () => {
    const { faults } = await sifted(Buffer.from('a,b\n1,2\n3,4" by 5"\n'));
    expect(faults).toEqual([{ line: 3, rule: 'quote-fault', what: 'a quote stands inside a field' }]);
  });
});
