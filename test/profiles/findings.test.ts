import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/narrative/sentence.ts';
import { type GradeFindings, profileFindings } from '../../src/profiles/findings.ts';
import type { Profile, ProfileCount } from '../../src/profiles/schema.ts';
import { phasesSentence, profileElsewhere, profileNotes, profileSentence } from '../../src/profiles/words.ts';
import { council, nation, region, settingOf } from '../support/findings.ts';

const profile: Profile = {
  id: 'grades',
  kind: 'phases',
  theme: 'inspection',
  label: 'Schools by grade',
  short: 'Grades',
  definition: 'Schools by grade.',
  unit: 'schools',
  framework: 'Invented framework of 2012',
  parts: ['Good', 'Poor'],
  subtotal: { label: 'Good', parts: ['Good'] },
  phases: ['Primary', 'Secondary', 'All'],
  source: 'a-source',
  method: 'Counted.',
  breaks: [],
  caveats: [],
};

/** The findings as those of a profile of phases. */
function gradesOf(findings: ReturnType<typeof profileFindings>): GradeFindings | null {
  return findings?.kind === 'phases' ? findings : null;
}

type Counted = Partial<ProfileCount> & Pick<ProfileCount, 'part' | 'count'>;

/** What the 2013-14 edition, cut off at the end of July 2015, finds in some counts of primary schools. */
function found(...counts: readonly Counted[]): GradeFindings | null {
  const plain = {
    profile: 'grades',
    area: council.code,
    period: '201314',
    asAt: '2014-08-31',
    phase: 'Primary',
    released: null,
    source: 'a-source',
    note: null,
    place: { file: 'data/inspections/201314.csv', line: 2, column: 1 },
  };
  return gradesOf(
    profileFindings(
      settingOf([], []),
      profile,
      counts.map(row => ({ ...plain, ...row })),
    ),
  );
}

const sentence = (...counts: readonly Counted[]) => {
  const findings = found(...counts);
  return findings === null ? null : textOf(profileSentence(findings));
};

describe('a profile', () => {
  it('is of the latest date alone', () => {
    expect(
      sentence(
        { part: 'Good', count: 9, asAt: '2014-08-31' },
        { part: 'Poor', count: 5, asAt: '2014-03-31' },
        { part: 'Poor', count: 1, asAt: '2014-08-31' },
      ),
    ).toBe('At 31 August 2014, 9 of 10 schools (90.0%) were good.');
  });

  it('knows nothing that was released after the cut-off, and what was released on it', () => {
    const released = (date: string) => sentence({ part: 'Good', count: 9, released: date });
    expect(released('2015-07-31')).toBe('At 31 August 2014, 9 of 9 schools (100.0%) were good.');
    expect(released('2015-08-01')).toBeNull();
  });

  it('may be of an earlier year, never of a later one', () => {
    const dated = { part: 'Good', count: 9 };
    expect(sentence({ ...dated, period: '201213', asAt: '2013-08-31' })).toContain(
      'At 31 August 2013, 9 of 9',
    );
    expect(sentence({ ...dated, period: '201415', asAt: '2015-03-31' })).toBeNull();
  });

  it('is dated by the council’s own counts, not by those of others', () => {
    const findings = found(
      { part: 'Good', count: 9, asAt: '2014-03-31' },
      { part: 'Good', count: 900, asAt: '2014-08-31', area: nation.code },
    );
    expect(findings).toMatchObject({ asAt: '2014-03-31', elsewhere: [] });
    expect(found({ part: 'Good', count: 900, area: nation.code })).toBeNull();
  });

  it('keeps two profiles apart', () => {
    expect(
      sentence({ part: 'Good', count: 9 }, { part: 'Poor', count: 5, profile: 'inspections' }),
    ).toContain('9 of 9 schools');
  });

  it('adds the phases up and keeps each to itself', () => {
    const findings = found(
      { part: 'Good', count: 9 },
      { part: 'Poor', count: 2 },
      { part: 'Good', count: 1, phase: 'Secondary' },
    );
    const counts = [...(findings?.phases ?? []), findings?.all].map(row => [
      row?.phase,
      row?.subtotal.count.text,
      row?.total.text,
      row?.subtotal.share.text,
    ]);
    expect(counts).toEqual([
      ['Primary', '9', '11', '81.8%'],
      ['Secondary', '1', '1', '100.0%'],
      ['All', '10', '12', '83.3%'],
    ]);
  });

  it('is given for the nation and the region with their own wholes', () => {
    const findings = found(
      { part: 'Good', count: 9 },
      { part: 'Good', count: 60, area: region.code },
      { part: 'Poor', count: 40, area: region.code },
      { part: 'Good', count: 1500, area: nation.code },
      { part: 'Poor', count: 500, area: nation.code },
    );
    expect(findings === null ? '' : textOf(profileElsewhere(findings) ?? [])).toBe(
      'The same share of schools was 75.0% of 2,000 in England and 60.0% of 100 in the North West.',
    );
    const inspected = findings && { ...findings, profile: { ...profile, unit: 'inspections' as const } };
    expect(inspected === null ? '' : textOf(profileElsewhere(inspected) ?? [])).toBe(
      'In England 75.0% of 2,000 inspections did so, and in the North West 60.0% of 100.',
    );
  });

  it('of inspections is of the year to its date, and of one phase says it once', () => {
    const findings = found({ part: 'Good', count: 9 });
    const inspections =
      findings === null ? null : { ...findings, profile: { ...profile, unit: 'inspections' as const } };
    expect(inspections === null ? '' : textOf(profileSentence(inspections))).toBe(
      'In the year to 31 August 2014, 9 of 9 inspections (100.0%) found the school good.',
    );
    expect(findings === null ? [] : phasesSentence(findings)).toBeNull();
  });

  it('notes shares that do not add to 100 and wholes under ten', () => {
    const three = { ...profile, parts: ['Good', 'Fair', 'Poor'] };
    const rows = three.parts.map(part => ({
      profile: 'grades',
      area: council.code,
      period: '201314',
      asAt: '2014-08-31',
      phase: 'Primary',
      part,
      count: 4,
      released: null,
      source: 'a-source',
      note: null,
      place: { file: 'data/inspections/201314.csv', line: 2, column: 1 },
    }));
    const twelve = gradesOf(profileFindings(settingOf([], []), three, rows));
    expect(twelve === null ? [] : profileNotes(twelve)).toEqual([
      'Primary: the rounded shares add to 99.9%.',
      'All phases: the rounded shares add to 99.9%.',
    ]);
    const notes = (count: number) => {
      const findings = found({ part: 'Good', count });
      return findings === null ? [] : profileNotes(findings);
    };
    expect(notes(9)[0]).toBe('Primary: 9 schools, so one is 11 percentage points.');
    expect(notes(10)).toEqual([]);
  });

  it('has the row of a single count for its source, and the rows of a sum for its working', () => {
    const findings = found(
      { part: 'Good', count: 9 },
      {
        part: 'Good',
        count: 1,
        phase: 'Secondary',
        place: { file: 'data/inspections/201314.csv', line: 3, column: 1 },
      },
    );
    expect(findings?.phases[0]?.subtotal.count.source).toMatchObject({
      file: 'data/inspections/201314.csv',
      line: 2,
    });
    expect(findings?.all.subtotal.count.source).toBeNull();
    expect(findings?.all.subtotal.count.working).toBe('Sum of data/inspections/201314.csv, lines 2, 3');
  });
});
