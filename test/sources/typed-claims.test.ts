import { describe, expect, it, test } from 'vitest';
import {
  checkClaims,
  checkFinished,
  checkShares,
  checkTyped,
  checkUniversals,
} from '../../src/sources/wording.ts';
import { reporting } from '../support/reporting.ts';

const place = (index: number) => ({ file: 'home.md', line: 1, column: index + 1 });

/** The rules broken by some words, each with what it quotes. */
function saidOf(check: typeof checkClaims, words: string, facts: readonly string[] = []): readonly string[] {
  const { report, issues } = reporting();
  check(words, place, report, () => facts);
  return issues.map(({ rule, message }) => `${rule} ${/^"([^"]*)"/.exec(message)?.[1]}`);
}

describe('a rank typed by hand', () => {
  test.each([
    ['We are ranked 53rd nationally.', 'ranked 53rd'],
    ['Its results were fifty-third in the country.', 'fifty-third in the country'],
    ['This was the joint 46th of 151 authorities.', 'joint 46th of 151'],
    ['Our rank is now 53.', 'rank is now 53'],
    ['The council is in the top quarter nationally.', 'top quarter nationally'],
    ['It came third best in England.', 'third best in England'],
    ['They are in the top 20% of local authorities.', 'top 20% of local authorities'],
    ['We are in the top third of the country.', 'top third of the country'],
    ['It stands at number 53 in the national tables.', 'number 53 in the national tables'],
    ['We are the third best council in the North West.', 'third best council in the North'],
    ['It was second among its statistical neighbours.', 'second among its statistical neighbours'],
  ])('%s', (words, spelling) => {
    expect(saidOf(checkClaims, words)).toEqual([expect.stringMatching(/^typed-rank /)]);
    expect(saidOf(checkClaims, words)[0]).toBe(`typed-rank ${spelling}`);
  });

  it('is borne out by the fact that gives the same place, in digits or words', () => {
    expect(saidOf(checkClaims, 'We are ranked 53rd.', ['reading ranked 53'])).toEqual([]);
    expect(saidOf(checkClaims, 'We were fifty-third of 151.', ['reading ranked 53'])).toEqual([]);
    expect(saidOf(checkClaims, 'We are ranked 53rd.', ['reading ranked 54', 'reading rose'])).toHaveLength(1);
    expect(saidOf(checkClaims, 'We are ranked 5th.', ['reading ranked 53'])).toHaveLength(1);
    expect(saidOf(checkClaims, 'We are in the top half nationally.', ['reading ranked 5'])).toHaveLength(1);
  });

  it('is not a day, an order, an aim, or what another publication gave', () => {
    for (const words of [
      'The first of the three aims comes second.',
      'On 5th September 2014 pupils came back.',
      'Schools were placed in special measures.',
      'This will be ranked first nationally by 2017.',
      'We want to be in the top quarter nationally.',
      'The plan gives a rank of 53rd as its starting point.',
      'The second in the series of 12 meetings.',
    ])
      expect(saidOf(checkClaims, words), words).toEqual([]);
  });
});

describe('a record typed by hand', () => {
  it('needs the years it is of, however many facts there are', () => {
    const fact = ['reading highest'];
    for (const words of [
      'The share of good schools is the highest it has ever been.',
      'These are our best results ever.',
      'Results reached a record high.',
      'Absence has never been lower.',
      'Attendance is at an all-time high.',
      'Schools have never done better.',
      'This is a record for the borough.',
      'These were the best results in our history.',
    ])
      expect(saidOf(checkClaims, words, fact), words).toEqual([
        expect.stringMatching(/^record-without-years /),
      ]);
  });

  it('needs a fact, of the year that it names', () => {
    const words = 'Reading is the highest since 2009.';
    expect(saidOf(checkClaims, words)).toEqual(['record-without-fact highest since 2009']);
    expect(saidOf(checkClaims, words, ['reading rose'])).toHaveLength(1);
    expect(saidOf(checkClaims, words, ['reading highest'])).toHaveLength(1);
    expect(saidOf(checkClaims, words, ['reading highest since 2009/10'])).toEqual([]);
    expect(saidOf(checkClaims, 'Results are at their best for a decade.')).toEqual([
      'record-without-fact best for a decade',
    ]);
    expect(saidOf(checkClaims, 'It was the lowest in five years.')).toHaveLength(1);
    expect(saidOf(checkClaims, 'It was the lowest in five years.', ['reading lowest'])).toEqual([]);
  });

  it('is not the highest of those that are set beside each other, nor an aim', () => {
    for (const words of [
      'Reading was the highest of the three subjects.',
      'Schools do their best, more than ever before.',
      'We want our best results ever.',
      'Records were kept for the first time.',
    ])
      expect(saidOf(checkClaims, words), words).toEqual([]);
  });
});

describe('what is said of everything', () => {
  it('needs a fact on all of it, or several', () => {
    const words = 'Over the last five years, standards have improved at all key stages.';
    expect(saidOf(checkUniversals, words)).toEqual(['universal-without-fact all key stages']);
    expect(saidOf(checkUniversals, words, ['reading rose'])).toHaveLength(1);
    expect(saidOf(checkUniversals, words, ['all headlines improved'])).toEqual([]);
    expect(saidOf(checkUniversals, words, ['reading rose', 'writing rose'])).toEqual([]);
    for (const other of [
      'Results rose in every subject.',
      'We were above England on every measure.',
      'All measures improved.',
      'Everything has improved.',
      'We do better than England at every key stage.',
    ])
      expect(saidOf(checkUniversals, other), other).toHaveLength(1);
  });

  it('is let be where it is hedged, an aim, or of no figures', () => {
    for (const words of [
      'Results rose on almost every measure.',
      'We will see that results have improved in every subject.',
      'To improve outcomes at all key stages.',
      'Support is given in every phase.',
      'Attendance was looked at together with everything else.',
    ])
      expect(saidOf(checkUniversals, words), words).toEqual([]);
  });
});

test('X16: a percentage is a figure in words too, and so is a share', () => {
  for (const [words, spelling] of [
    ['It rose by six per cent.', 'six per cent'],
    ['It rose by sixty-two percent.', 'sixty-two percent'],
    ['Up by three percentage points.', 'three percentage points'],
    ['It was 6% more.', '6%'],
    ['It is up by six points.', 'six points'],
    ['It moved up 19 places.', '19 places'],
  ] as const)
    expect(saidOf(checkTyped, words)).toEqual([`typed-figure ${spelling}`]);
  for (const [words, spelling] of [
    ['Over four in five pupils attend.', 'four in five'],
    ['Only 4 of the 90 did.', '4 of the 90'],
    ['It was one in every ten.', 'one in every ten'],
    ['Two thirds of pupils did.', 'Two thirds of pupils'],
    ['A quarter of all schools are.', 'A quarter of all schools'],
    ['Half the children did.', 'Half the children'],
    ['Some 27 pupils were excluded.', '27 pupils'],
    ['That is four children.', 'four children'],
  ] as const)
    expect(saidOf(checkShares, words)).toEqual([`typed-figure ${spelling}`]);
  for (const words of [
    'Level 5 in all three subjects.',
    'Two of them in 2014.',
    'Grade 4 of the 9 grades.',
    'In 2012/13 pupils sat new tests.',
    'For every 100 pupils on roll.',
    'Year 6 pupils, and post-16 learners.',
    'One or two children can move it.',
    'Half a term was spent on it.',
  ])
    expect(saidOf(checkShares, words), words).toEqual([]);
});

test('X26: slips of the pen that turn the sense', () => {
  for (const [words, said] of [
    ['Appendix 4: overview, April 201', 'year-cut-short April 201'],
    ['Begun in September 20145.', 'year-cut-short September 20145'],
    ['Most of the ones that have been expected are good.', 'word-mistaken ones that have been expected'],
    ['End of Key Stage 1 Test Results 2014', 'key-stage-one-tests Key Stage 1 Test Results'],
    ['Test results at KS1 rose.', 'key-stage-one-tests Test results at KS1'],
    ['The attached table captures these.', 'nothing-attached attached table'],
    ['See appendix 9.', 'nothing-attached See appendix 9'],
    ['The table attached has more.', 'nothing-attached table attached'],
    ['More is in the appendix.', 'nothing-attached in the appendix'],
  ] as const)
    expect(saidOf(checkFinished, words), words).toEqual([said]);
  for (const words of [
    'Published in April 2014, and on 2 April.',
    'Schools were expected to take part.',
    'Key stage 1 is judged by teachers with tests.',
    'Tests are taken at key stage 2.',
    'It is in appendix 9 of the plan, and in the appendix to it.',
    'Each school has an adviser attached.',
  ])
    expect(saidOf(checkFinished, words), words).toEqual([]);
});
