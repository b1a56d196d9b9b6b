import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { type Override, readingWith, withCouncilFolder } from '../support/council-folder.ts';
import { text } from '../support/readable.ts';
import { viewsOf } from '../support/views.ts';

const file = 'data/differences/ks2/201314.csv';
const head = 'indicator,area,period,topic,group,against,value,released,source,note\n';

/** What the invented council's chapter says of reading, with some rows of published differences. */
function reading(rows: string, overrides: Readonly<Record<string, Override>> = {}) {
  const folder = { [file]: head + rows, ...overrides };
  const made = withCouncilFolder(folder, root => makeReport(root));
  if (made.outcome === 'issues') return made.issues.map(({ rule }) => rule as string);
  if (made.outcome !== 'made') throw new Error(made.why);
  const sections = viewsOf(made.report).themes.flatMap(({ groups }) =>
    groups.flatMap(group => group.sections),
  );
  return (
    sections
      .find(({ id }) => id === 'ks2-reading')
      ?.paragraphs.flat()
      .map(text) ?? []
  );
}

describe('a published difference', () => {
  it('wins over the one that the printed figures give, and one of nothing printed is still a rise', () => {
    expect(reading('ks2-reading,W01,201314,Total,Total,201213,3.4,,invented-results,\n')[1]).toBe(
      'This rose by ⟨3.4 percentage points⟩ (before rounding) from ⟨81%⟩ in 2012/13, a final figure.',
    );
    const same = {
      'data/observations/ks2/201314.csv': readingWith('81,162,200'),
    };
    expect(reading('ks2-reading,W01,201314,Total,Total,201213,0.5,,invented-results,\n', same)[1]).toBe(
      'This rose by ⟨0.5 percentage points⟩ (before rounding) from ⟨81%⟩ in 2012/13, a final figure.',
    );
  });

  it('wins beside another area too', () => {
    expect(reading('ks2-reading,W01,201314,Total,Total,N01,1.4,,invented-results,\n').join(' ')).toContain(
      'too close to Albion’s ⟨83%⟩ to rule out chance (⟨1.4 percentage points⟩ above)',
    );
  });

  it('is not known before it was released', () => {
    expect(
      reading('ks2-reading,W01,201314,Total,Total,201213,3.4,2030-01-01,invented-results,\n')[1],
    ).toContain('⟨3 percentage points⟩');
  });

  it('may not be given across a break', () => {
    const broken = {
      'data/catalogue/ks2.yaml': (yaml: string) =>
        yaml.replace(
          '    start: 201112\n',
          '    start: 201112\n    breaks:\n      - from: "201314"\n        kind: method\n        note: It was measured anew.\n',
        ),
    };
    expect(reading('ks2-reading,W01,201314,Total,Total,201213,3.4,,invented-results,\n', broken)[1]).toBe(
      '⟨No change is given from 2012/13⟩. It was measured anew.',
    );
  });

  it('is refused when it cannot be of the two figures, has no number, or is given twice', () => {
    expect(reading('ks2-reading,W01,201314,Total,Total,201213,4.2,,invented-results,\n')).toEqual([
      'difference-not-of-values',
    ]);
    expect(reading('ks2-reading,W01,201314,Total,Total,201213,-3,,invented-results,\n')).toEqual([
      'difference-not-of-values',
    ]);
    expect(reading('ks2-reading,W01,201314,Total,Total,201213,x,,invented-results,\n')).toEqual([
      'wrong-type',
    ]);
    expect(reading('ks2-reading,W01,201314,Total,Total,,3,,invented-results,\n')).toEqual(['empty-value']);
    expect(reading('ks2-reading,W01,201314,Total,Total,Q99,3,,invented-results,\n')).toEqual([
      'unknown-area',
    ]);
    const row = 'ks2-reading,W01,201314,Total,Total,201213,3,,invented-results,\n';
    expect(reading(row + row)).toEqual(['duplicate-observation']);
  });
});
