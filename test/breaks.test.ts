import { describe, expect, it } from 'vitest';
import { breakBetween, pauseIn } from '../src/judgements/comparability.ts';
import { type Indicator, isMadeIn } from '../src/model/indicator.ts';
import { yearsAfter } from '../src/model/time.ts';
import { readNational } from '../src/sources/national.ts';
import { referenceCouncil } from './support/reference-council.ts';

const national = readNational();
const own = referenceCouncil().folder.indicators.filter(
  ({ id }) => !national.indicators.some(each => each.id === id),
);
const all = [...national.indicators, ...own];

/** Those of England's measures that come out with some releases, and some by name. */
function measures(releases: readonly string[], ids: readonly string[] = [], but: readonly string[] = []) {
  const those = all.filter(({ id, release = '' }) => releases.includes(release) || ids.includes(id));
  expect(those.map(({ id }) => id)).toEqual(expect.arrayContaining([...ids, ...but]));
  return those.filter(({ id }) => !but.includes(id));
}

/** Those that were made both before and in a year, or would have been. */
function over(from: string, those: readonly Indicator[]): readonly Indicator[] {
  return those.filter(({ start, end = '999900' }) => start < from && end >= from);
}

const absence = [
  'absence-overall',
  'absence-authorised',
  'absence-unauthorised',
  'absence-persistent',
  'attendance-primary-two-terms',
  'attendance-secondary-two-terms',
];
const careAbsence = [...'cla cin cpp'.split(' ')].flatMap(who => [
  `${who}-absence`,
  `${who}-persistent-absence`,
]);
const exclusions = [
  'exclusions-permanent',
  'exclusions-permanent-count',
  'exclusions-fixed',
  'exclusions-fixed-count',
  'exclusions-one-or-more',
  'cared-for-exclusion',
  'cla-suspended',
  'cin-suspended',
];
const graded = [
  ...['cla-attainment8', 'cla-grade4-em', 'cin-attainment8', 'cin-grade4-em', 'cpp-attainment8'],
  ...['a-level-a-star', 'a-level-a-star-a', 'a-level-a-star-b', 'a-level-a-star-e'],
];
const ofKs4 = (but: readonly string[] = []) =>
  measures(['ks4', 'a-levels'], graded, ['ks4-progress8', 'ks4-ebacc-entry', ...but]);
const inspected = [
  'schools-good-outstanding',
  'schools-outstanding',
  'schools-below-good',
  'schools-in-category',
  'pupils-good-outstanding-primary',
  'pupils-good-outstanding-secondary',
];
const eyfs = ['eyfs-gld', 'eyfs-all-goals', 'eyfs-communication-literacy'];
const wolf = ['ks4-5ac-em', 'ks4-5ac', 'ks4-basics', 'ks4-level1', 'ks4-level1-em', 'ks4-ebacc-entered'];

describe.each([
  ['the new profile of 2013', '201213', measures([], ['eyfs-gld']), 1],
  ['the new early learning goals of 2022', '202122', measures(['eyfsp'], eyfs), 12],
  ['the new curriculum of 2016', '201516', measures(['ks1', 'ks2']), 0],
  [
    'the frameworks for writing of 2018',
    '201718',
    measures(
      [],
      [
        'ks1-writing-expected',
        'ks1-writing-depth',
        'ks2-writing-expected',
        'ks2-rwm-expected',
        'ks2-rwm-higher',
        'cla-ks2-rwm',
        'cin-ks2-rwm',
      ],
    ),
    7,
  ],
  [
    'the other frameworks of 2019',
    '201819',
    measures(['ks1'], ['ks2-science-expected'], ['ks1-writing-expected', 'ks1-writing-depth']),
    6,
  ],
  [
    'what counted beside GCSEs from 2014',
    '201314',
    measures(
      ['ks4'],
      [
        ...wolf,
        'ks4-ebacc-achieved',
        'ks4-progress-english',
        'ks4-progress-maths',
        'ks4-disadvantage-gap',
        'cared-for-5ac-em',
      ],
      ['ks4-ebacc-entry'],
    ),
    14,
  ],
  [
    'who counted as disadvantaged from 2015',
    '201415',
    measures([], ['ks4-disadvantage-gap', 'ks2-disadvantage-gap']),
    2,
  ],
  [
    'grades 9 to 1 in entry to the EBacc, 2017',
    '201617',
    measures([], ['ks4-ebacc-entry', 'ks4-ebacc-entered']),
    2,
  ],
  ['the scale of Attainment 8 of 2017', '201617', measures([], ['ks4-attainment8']), 1],
  [
    'the scale of Attainment 8 of 2018',
    '201718',
    measures([], ['ks4-attainment8', 'cla-attainment8', 'cin-attainment8']),
    3,
  ],
  [
    'the limit to scores of Progress 8 of 2018',
    '201718',
    measures([], ['ks4-progress8', 'cla-progress8', 'cin-progress8']),
    3,
  ],
  ['A levels of two years, 2017', '201617', measures(['a-levels'], graded.slice(5)), 9],
  ['grades given by schools, 2020', '201920', ofKs4(), 22],
  ['grades given by teachers, 2021', '202021', ofKs4(), 22],
  ['exams again, 2022', '202122', ofKs4(), 22],
  ['grades as in 2019 again, 2023', '202223', ofKs4(), 22],
  ['level 2 and 3 by 19 from 2023', '202223', measures(['by-19'], ['level2-by-19', 'level3-by-19']), 6],
  ['who counted as NEET from 2016', '201516', measures([], ['neet-16-18']), 1],
  ['all six half terms from 2013', '201213', measures(['absence-full-year'], absence.slice(0, 4)), 8],
  [
    'absence in 2020/21',
    '202021',
    measures(['absence-full-year'], [...absence, ...careAbsence, 'cared-for-absence']),
    19,
  ],
  [
    'absence in 2021/22',
    '202122',
    measures(['absence-full-year'], [...absence, ...careAbsence, 'cared-for-absence']),
    19,
  ],
  [
    'the codes for attendance of 2024',
    '202425',
    measures(
      [],
      ['authorised-absence', 'unauthorised-absence', 'absence-authorised', 'absence-unauthorised'],
    ),
    4,
  ],
  ['exclusions in 2019/20 and 2020/21', '201920', measures(['exclusions'], exclusions), 11],
  ['exclusions in 2021/22', '202122', measures(['exclusions'], exclusions), 11],
  ['the framework of 2012', '201213', measures([], inspected.slice(0, 2)), 2],
  ['the framework of 2015', '201516', measures([], inspected), 6],
  ['how schools were counted from 2018', '201718', measures([], inspected), 6],
  ['the framework of 2019', '201920', measures([], inspected), 6],
  ['records of each EHC plan, 2022', '202122', measures(['ehc-plans']), 6],
  ['records of each EHC plan, January 2023', '202223', measures(['ehc-plans-january']), 1],
])('%s', (_, from, those, count) => {
  it(`parts ${from} from the year before in each of ${count} measures`, () => {
    const touched = over(from, those);
    expect(touched).toHaveLength(count);
    const without = touched.filter(
      indicator => breakBetween(indicator, yearsAfter(from, -1), from)?.from !== from,
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

describe.each([
  [
    'no assessments in 2019/20 and 2020/21',
    ['201920', '202021'],
    measures(['eyfsp', 'ks1', 'ks2', 'phonics'], [...eyfs, 'cla-ks2-rwm', 'cin-ks2-rwm', 'cpp-ks2-rwm']),
    40,
  ],
  [
    'no Progress 8 in 2019/20 and 2020/21, nor without results at eleven',
    ['201920', '202021', '202425', '202526'],
    measures([], ['ks4-progress8', 'cla-progress8', 'cin-progress8']),
    3,
  ],
  [
    'no progress at key stage 2 without results at seven',
    ['202324', '202425'],
    measures([], ['ks2-reading-progress', 'ks2-writing-progress', 'ks2-maths-progress']),
    3,
  ],
  [
    'no absence of the whole of 2019/20',
    ['201920'],
    measures(
      ['absence-full-year'],
      [...absence, ...careAbsence, 'cared-for-absence', 'attendance-schools-of-concern'],
    ),
    20,
  ],
  ['no routine inspections in 2020/21', ['202021'], measures([], inspected), 6],
] as const)('%s', (_, periods, those, count) => {
  it(`is a pause of each of ${count} measures, and has a reason`, () => {
    for (const period of periods) {
      const touched = over(period, those);
      expect(touched).toHaveLength(count);
      expect(touched.filter(each => isMadeIn(each, period)).map(({ id }) => id)).toEqual([]);
      for (const each of touched) expect(pauseIn(each, period)?.because).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('breaks and pauses', () => {
  it('end measures of Ofsted’s grades where schools no longer get one (2024, 2025)', () => {
    expect(measures([], inspected).map(({ end = '' }) => end)).toEqual(inspected.map(() => '202324'));
    expect(breaksNamed('ofsted-2024', 'ofsted-2025').map(({ from }) => from)).toEqual(['202425', '202526']);
  });

  it('warn of the codes of 2024 where all absence is counted, which they hardly move', () => {
    const counted = [
      'overall-absence',
      'persistent-absence',
      'severe-absence',
      'absence-age-4',
      ...careAbsence,
    ];
    const warned = measures([], counted).filter(({ caveats }) =>
      caveats.some(each => JSON.stringify(each).includes('attendance codes')),
    );
    expect(warned.map(({ id }) => id).toSorted()).toEqual(counted.toSorted());
  });

  it('are told once: the reference council has none of its own that England’s list has', () => {
    const notes = own.flatMap(({ id, breaks }) => breaks.map(({ note }) => ({ id, note })));
    const named = new Set(national.breaks.breaks.map(({ note }) => note));
    expect(notes.filter(({ note }) => !named.has(note)).map(({ id }) => id)).toEqual([
      'attendance-schools-of-concern',
      // Their counts of 2008/09 are of 53 schools.
      'exclusions-permanent-count',
      'exclusions-fixed-count',
    ]);
  });

  it('that no measure here meets are those a council’s own measures may', () => {
    const used = (list: 'breaks' | 'pauses') =>
      new Set(
        all.flatMap(each =>
          [...each[list]].map(({ from, ...rest }) =>
            JSON.stringify([from, 'note' in rest ? rest.note : rest.because]),
          ),
        ),
      );
    const unused = [
      ...national.breaks.breaks.filter(({ from, note }) => !used('breaks').has(JSON.stringify([from, note]))),
      ...national.breaks.pauses.filter(
        ({ from, because }) => !used('pauses').has(JSON.stringify([from, because])),
      ),
    ];
    expect(unused.map(({ id }) => id)).toEqual([
      ...[
        'ks1-ks2-2016',
        'phonics-year2-2024',
        'attainment8-2016',
        'gcse-grades-2017',
        'a-level-points-2016',
      ],
      ...['persistent-absence-2011', 'persistent-absence-2016', 'sen-2015', 'ofsted-2024', 'ofsted-2025'],
      ...['value-added-16-18-pandemic', 'value-added-16-18-2023'],
    ]);
  });

  it('are known to an edition from their year on', () => {
    const breaksOf = (edition: string, id: string) =>
      referenceCouncil()
        .known.get(edition)
        ?.folder.indicators.find(each => each.id === id)
        ?.breaks.map(({ from }) => from);
    expect(breaksOf('2013-14', 'eyfs-gld')).toEqual(['201213']);
    expect(breaksOf('2024-25', 'eyfs-gld')).toEqual(['201213', '202122']);
    expect(breaksOf('2013-14', 'schools-good-outstanding')).toEqual(['201213']);
  });
});

function breaksNamed(...ids: readonly string[]) {
  return national.breaks.breaks.filter(({ id }) => ids.includes(id));
}
