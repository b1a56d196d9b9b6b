import { describe, expect, it } from 'vitest';
import { total } from '../../src/model/breakdown.ts';
import { valueText } from '../../src/model/format.ts';
import { makeReport, readCouncil } from '../../src/report.ts';
import { publishedFiles, withCouncilFolder } from '../support/council-folder.ts';

const release = (day: string) => `data/published/invented-results/${day}`;

/** What the invented edition knows of reading, with the release changed and files added. */
function reading(
  changes: Readonly<Record<string, (text: string) => string>>,
  area = 'W01',
  added: Readonly<Record<string, string>> = {},
): readonly string[] {
  const changed = Object.entries(publishedFiles).map(([path, text]) => [path, changes[path]?.(text) ?? text]);
  return withCouncilFolder({ ...Object.fromEntries(changed), ...added }, folder => {
    const read = readCouncil(folder);
    if (read.outcome === 'issues') return read.issues.map(({ rule, message }) => `${rule}: ${message}`);
    const series = read.known.get('2013-14')?.figures.series('ks2-reading', area, total) ?? [];
    return series.map(({ period, value, status, place, series }) =>
      [period, valueText(value, 'percent'), status, `${place.file}:${place.line}`, series].join(' '),
    );
  });
}

const own = 'data/observations/ks2/201314.csv';

describe('published figures', () => {
  it('are known from the day each came out, after the officer’s own rows, with the publisher’s name of the series', () => {
    expect(reading({})).toEqual([
      `201213 81% revised ${release('2014-12-01')}/ks2.csv:2 pt_read; 2013 (rev)`,
      `201314 84% revised ${release('2014-12-01')}/ks2.csv:2 pt_read; 2014 (rev)`,
    ]);
  });

  it('are printed to the decimals of their indicator, whatever the publisher’s', () => {
    const text = (decimals: string) => ({
      [`${release('2014-12-01')}/series.csv`]: (all: string) =>
        all.replace('assumed,', `assumed,${decimals}`),
    });
    expect(reading(text('2'))[1]).toContain('84.25%');
  });

  it('keep the reason where there is no number', () => {
    expect(reading({}, 'N01')[0]).toContain('201213 [c] revised');
  });

  it('of a release after the cut-off are not known to the edition', () => {
    const late = {
      [`${release('2014-12-01')}/series.csv`]: (text: string) => text.replaceAll('2014-12-01', '2015-06-01'),
    };
    expect(reading(late)).toEqual([
      '201213 81% final data/observations/ks2/201213.csv:2 ',
      `201314 84% provisional ${own}:2 `,
    ]);
  });

  it('of a later release take the place of the earlier, which keeps what it alone has', () => {
    const second = Object.fromEntries(
      Object.entries(publishedFiles).map(([path, text]) => [
        path.replace('2014-12-01', '2014-12-20'),
        text.replaceAll('2014-12-01', '2014-12-20').replace('W01,80.6,84.25', 'W01,,85'),
      ]),
    );
    expect(reading({}, 'W01', second).map(line => line.slice(0, 10))).toEqual(['201213 81%', '201314 85%']);
  });

  it('give every fault at once: an unknown measure or area, a short row, a cell that is no figure, a year without its release', () => {
    const faults = reading({
      [`${release('2014-12-01')}/ks2.csv`]: (text: string) =>
        `${text}ks2-writing,Total,Total,W01,1,2\nks2-reading,Sex,Girls,W98,1\nks2-progress,Total,Total,W99,1;2,1.5\n`,
    });
    expect(faults.map(fault => fault.split(':')[0])).toEqual([
      'unknown-indicator',
      'short-row',
      'series-not-listed',
      'unknown-area',
      'wrong-type',
    ]);
  });

  it('of a topic or a group that nobody has are told at their column', () => {
    const faults = reading({
      [`${release('2014-12-01')}/ks2.csv`]: (text: string) =>
        `${text}ks2-reading,Sexx,Girls,W01,1,2\nks2-reading,Sex,Gilrs,W01,1,2\nks2-reading,Total,Girls,W01,1,2\n`,
    });
    expect(faults.map(fault => fault.split(':')[0]).filter(rule => rule !== 'series-not-listed')).toEqual([
      'unknown-topic',
      'unknown-group',
      'unknown-group',
    ]);
  });

  it('lead in the ledger to file, line, column and series', () => {
    withCouncilFolder(publishedFiles, folder => {
      const made = makeReport(folder);
      const ledger =
        made.outcome === 'made' ? made.report.files.find(({ path }) => path.endsWith('figures.json')) : null;
      const { schema, figures } = JSON.parse(ledger?.text ?? '{}');
      expect(schema).toBe(2);
      const found = figures.find(
        ({ id }: { id: string }) => id === 'ks2-reading.observation.total.w01.201314',
      );
      expect(found).toMatchObject({
        value: 84,
        source: {
          file: `${release('2014-12-01')}/ks2.csv`,
          line: 2,
          column: '201314',
          series: 'pt_read; 2014 (rev)',
        },
      });
    });
  });
});
