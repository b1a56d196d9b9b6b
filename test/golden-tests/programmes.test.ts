// G16, X08, P26 and P40: what became of the members of a programme, with the base in the sentence.
import { describe, expect, it } from 'vitest';
import { profileChanges } from '../../src/profiles/findings.ts';
import { countsOf, figuresIn, found, profileOf, programme, saidOf } from '../support/profiles.ts';

const day = '2014-09-30';
const whole = { 'In programme': 22, Seen: 12, Improved: 9, Same: 1, Declined: 2, 'Not yet seen': 10 };
const at = (asAt: string, counts: Readonly<Record<string, number>>) =>
  countsOf(programme, asAt, 'All', counts);

describe('programmes', () => {
  it('G16: 9, 1 and 2 of the 12 inspected so far, of 22 of which 10 are not yet inspected', () => {
    expect(saidOf(found(programme, at(day, whole)))).toEqual([
      'At 30 September 2014, 9 of the 12 schools inspected so far (75%) had become good, 1 (8%) still required improvement and 2 (17%) had fallen into a category of concern; of the 22 schools in the programme, 10 had not yet been inspected.',
    ]);
  });

  it('G16: under ten inspected, counts only', () => {
    const few = { 'In programme': 9, Seen: 4, Improved: 3, Same: 1, Declined: 0, 'Not yet seen': 5 };
    const findings = found(programme, at(day, few));
    expect(saidOf(findings)[0]).toBe(
      'At 30 September 2014, 3 of the 4 schools inspected so far had become good, 1 still required improvement and none had fallen into a category of concern; of the 9 schools in the programme, 5 had not yet been inspected.',
    );
    expect(figuresIn(findings).filter(({ kind }) => kind === 'share')).toEqual([]);
  });

  it('X08: 5 of 20 and 9 of 12 are on two bases, and no change is given between them', () => {
    const findings = found(programme, [
      ...at(day, whole),
      ...at('2014-06-30', { 'In programme': 20, Improved: 5 }),
    ]);
    expect(saidOf(findings).slice(1)).toEqual([
      'At 30 June 2014, 5 of the 20 schools in the programme had become good; how many had been inspected was not recorded.',
      'The counts of different days are not shares of the same schools, so no change is given between them.',
    ]);
    expect(saidOf(findings).join(' ')).not.toMatch(/25%|more|fewer|rose|up /);
    const changes = profileChanges(findings);
    expect(changes.map(({ amount }) => amount)).toEqual([{ kind: 'refused', because: 'other-base' }]);
  });

  it('counts what has no outcomes, as 14 of 21 reviews', () => {
    const reviews = profileOf({
      ...programme,
      programme: {
        members: 'secondary schools',
        seen: 'schools reviewed',
        reach: 'had had a review',
        unreached: 'had not yet had one',
        headings: { seen: 'Reviewed so far', unseen: 'Not yet reviewed' },
      },
    });
    const counts = at('2014-12-31', { 'In programme': 21, Seen: 14, 'Not yet seen': 7 });
    expect(saidOf(found(reviews, counts))).toEqual([
      'At 31 December 2014, 14 of the 21 secondary schools had had a review; 7 had not yet had one.',
    ]);
  });
});
