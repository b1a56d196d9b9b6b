// G01 to G05 and G17: counts and shares, from the grades of schools to the money of a programme.
import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import { percentOf, relativeChange, sharesOf } from '../../src/arithmetic.ts';
import { isAttainable } from '../../src/measures.ts';
import { type GradeFindings, profileFindings } from '../../src/profiles/findings.ts';
import type { Profile } from '../../src/profiles/schema.ts';
import { phasesSentence, profileNotes, profileSentence } from '../../src/profiles/words.ts';
import { readingWith, withCouncilFolder, withDecimals } from '../support/council-folder.ts';
import { council, settingOf } from '../support/findings.ts';
import { said } from '../support/golden.ts';
import { loadFolder } from '../support/load-folder.ts';

const grades = ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'] as const;
const schools: Profile = {
  id: 'school-grades',
  kind: 'phases',
  label: 'Schools by grade',
  short: 'Grades',
  definition: 'Schools by the grade of their latest inspection.',
  unit: 'schools',
  framework: 'The framework of 2012',
  parts: [...grades],
  subtotal: { label: 'Good or outstanding', parts: ['Outstanding', 'Good'] },
  phases: ['Primary', 'Secondary', 'Special', 'All'],
  source: 'a-source',
  method: 'Counted.',
  breaks: [],
  caveats: [],
  theme: 'inspection',
};

/** The findings on the counts of each phase, in the order of the grades. */
function profileOf(phases: Readonly<Record<string, readonly number[]>>): GradeFindings {
  const counts = Object.entries(phases).flatMap(([phase, numbers]) =>
    numbers.map((count, index) => ({
      ...{ profile: schools.id, area: council.code, period: '201314', asAt: '2014-07-31', phase, count },
      ...{ part: grades[index] ?? '', released: null, source: 'a-source', note: null },
      place: { file: 'data/inspections/201314.csv', line: index + 2, column: 1 },
    })),
  );
  const found = profileFindings(settingOf([], []), schools, counts);
  if (found?.kind !== 'phases') throw new Error('the test has no school');
  return found;
}

const primary = [32, 80, 10, 2];
const secondary = [5, 10, 6, 0];
const special = [3, 1, 0, 0];
const shares = ({ all }: GradeFindings) => all.parts.map(({ share }) => share.text);

describe('the Ofsted profile', () => {
  it('G01: primary 32, 80, 10 and 2 are 124 schools, and 112 good or outstanding are 90.3%', () => {
    const found = profileOf({ Primary: primary });
    expect(shares(found)).toEqual(['25.8%', '64.5%', '8.1%', '1.6%']);
    expect(said(profileSentence(found))).toBe(
      'At 31 July 2014, 112 of 124 schools (90.3%) were good or outstanding.',
    );
    expect(profileNotes(found)).toEqual([]);
  });

  it('G02: secondary 5, 10, 6 and 0 are 21 schools, and 15 good or outstanding are 71.4%', () => {
    const found = profileOf({ Secondary: secondary });
    expect(shares(found)).toEqual(['23.8%', '47.6%', '28.6%', '0.0%']);
    expect(said(profileSentence(found))).toBe(
      'At 31 July 2014, 15 of 21 schools (71.4%) were good or outstanding.',
    );
  });

  it('G03: special 3, 1, 0 and 0 are 4 schools, all good or outstanding, and one is 25 points', () => {
    const found = profileOf({ Special: special });
    expect(shares(found)).toEqual(['75.0%', '25.0%', '0.0%', '0.0%']);
    expect(said(profileSentence(found))).toBe(
      'At 31 July 2014, 4 of 4 schools (100.0%) were good or outstanding.',
    );
    expect(profileNotes(found)).toContain('Special: 4 schools, so one is 25 percentage points.');
  });

  it('G04: all phases sum to 149 schools, whose rounded shares add to 99.9', () => {
    const found = profileOf({ Primary: primary, Secondary: secondary, Special: special });
    expect(found.all.parts.map(({ count }) => count.text)).toEqual(['40', '91', '16', '2']);
    expect(shares(found)).toEqual(['26.8%', '61.1%', '10.7%', '1.3%']);
    expect(said(profileSentence(found))).toBe(
      'At 31 July 2014, 131 of 149 schools (87.9%) were good or outstanding.',
    );
    expect(said(phasesSentence(found))).toBe(
      'By phase: 112 of 124 primary schools (90.3%), 15 of 21 secondary schools (71.4%) and 4 of 4 special schools (100.0%).',
    );
    expect(profileNotes(found)).toContain('All phases: the rounded shares add to 99.9%.');
  });

  it('G05: 87.3% of 149 and 71.7% of 21 cannot occur; 87.9% of 149 and 71.4% of 21 can', () => {
    const issues = (value: string, base: number) =>
      withCouncilFolder(
        {
          'data/observations/ks2/201314.csv': text => withDecimals(readingWith(`${value},,${base}`)(text)),
          'content/commentary/2013-14/ks2.md': null,
        },
        folder => loadFolder(folder).issues.map(({ rule, message }) => `${rule}: ${message}`),
      );
    expect(issues('87.3', 149)).toEqual([
      'impossible-percentage: "87.3" cannot be a percentage of 149: correct it (87.2 (130 of 149) and 87.9 (131 of 149) would be possible), say under "decimals" with how many it was published, or leave the denominator out if it was rounded',
    ]);
    expect(issues('71.7', 21)[0]).toMatch(/^impossible-percentage: "71.7" cannot be a percentage of 21:/);
    expect([...issues('87.9', 149), ...issues('71.4', 21)]).toEqual([]);
    expect([isAttainable('87.3', 149), isAttainable('71.7', 21)]).toEqual([false, false]);
  });
});

describe('counts and shares', () => {
  it('G17: 453, 71, 3 and 1 are 528; 197 of 239 is 82.4%; £84 to £27 is 67.9% less', () => {
    const levels = [453, 71, 3, 1].map(count => ({ part: '', count }));
    expect(sharesOf(levels, 1).total).toBe(528);
    expect(percentOf(197, 239, 1).toFixed(1)).toBe('82.4');
    expect(percentOf(31, 47, 1).toFixed(1)).toBe('66.0');
    expect(relativeChange(new Big(84), new Big(27), 1).toFixed(1)).toBe('-67.9');
    expect(relativeChange(new Big('3.25'), new Big('1.25'), 1).toFixed(1)).toBe('-61.5');
  });
});
