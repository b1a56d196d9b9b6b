import { describe, expect, it } from 'vitest';
import { materialFrom, readCouncil } from '../../src/report.ts';
import { type Override, readingWith, withCouncilFolder } from '../support/council-folder.ts';

const edition = 'data/editions/201314.yaml';
const ks2 = 'data/catalogue/ks2.yaml';
const header = 'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note';
const observations = 'data/observations/ks2/201314.csv';
const without = (start: string) => (text: string) =>
  text
    .split('\n')
    .filter(line => !line.startsWith(start))
    .join('\n');

/** The executive summary of the invented council, as texts. */
function home(overrides: Readonly<Record<string, Override>> = {}) {
  const made = withCouncilFolder(overrides, root => materialFrom(readCouncil(root)));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
  const { exceptions, rose, fell, tiles } = made.material[0]?.home ?? {};
  const texts = (list: readonly { text: string }[] = []) => list.map(({ text }) => text);
  return { exceptions: texts(exceptions), rose: texts(rose), fell: texts(fell), tiles: tiles?.length };
}

describe('the executive summary', () => {
  it('says that a headline has no figure, and of no other measure', () => {
    const nothing = {
      [observations]: without('ks2-progress,'),
      'data/observations/ks2/201213.csv': without('ks2-progress,'),
    };
    expect(home(nothing).exceptions).toEqual([]);
    const headline = (text: string) => text.replace('[ks2-reading]', '[ks2-reading, ks2-progress]');
    expect(home({ ...nothing, [edition]: headline })).toMatchObject({
      exceptions: ['No figure is held for the average progress score.'],
      tiles: 1,
    });
  });

  it('lists what rose and what fell apart, and what fell for the worse as an exception too', () => {
    expect(home().rose).toEqual([
      'Reading: 84% (provisional), up 3 percentage points from 81% in 2012/13, a final figure.',
    ]);
    expect(home().fell).toEqual([]);
    const fall = home({ [observations]: readingWith('79,158,200') });
    expect(fall.rose).toEqual([]);
    expect(fall.fell).toEqual([
      'Reading: 79% (provisional), down 2 percentage points from 81% in 2012/13, a final figure.',
    ]);
    expect(fall.exceptions).toHaveLength(1);
  });

  it('says of a headline of an earlier year which year it is of', () => {
    const { exceptions } = home({ [observations]: without('ks2-reading,W01,201314,Total') });
    expect(exceptions).toEqual([
      'In 2012/13, 81% of pupils reached the standard in reading, 1 percentage point above Albion.',
    ]);
  });

  it('says of a headline across a break what the break was, in the edition’s own year alone', () => {
    const breakFrom = (from: string) => (text: string) =>
      text.replace(
        '    start: 201112\n',
        `    start: 201112\n    breaks:\n      - from: "${from}"\n        kind: method\n        note: It was measured anew.\n`,
      );
    expect(home({ [ks2]: breakFrom('201314') }).exceptions).toEqual([
      'In 2013/14, 84% of pupils reached the standard in reading (provisional), too close to Albion to be told from chance (1 percentage point above). No change is given from 2012/13. It was measured anew.',
    ]);
    const absent = (text: string) => text.replace('84,168,200', 'c,,');
    expect(home({ [ks2]: breakFrom('201314'), [observations]: absent }).exceptions).toEqual([
      'No figure is given for the share of pupils reaching the standard in reading in 2013/14: it is suppressed to protect confidential information.',
    ]);
    const { exceptions } = home({
      [ks2]: breakFrom('201213'),
      [observations]: without('ks2-reading,W01,201314,Total'),
      'data/observations/ks2/201112.csv': `${header}\nks2-reading,W01,201112,Total,Total,70,,,final,,invented-results,\n`,
    });
    expect(exceptions[0]).toMatch(/^In 2012\/13, /);
  });
});
