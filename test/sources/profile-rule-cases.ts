import type { Override } from '../support/council-folder.ts';
import { planWith, targets } from '../support/plans.ts';

const catalogue = 'data/catalogue/inspection.yaml';
const ks2 = 'data/catalogue/ks2.yaml';
const inspections = 'data/inspections/201314.csv';
const homeWords = 'content/commentary/2013-14/home.md';

const put = (from: string, to: string) => (text: string) => text.replace(from, to);
const add = (line: string) => (text: string) => `${text}${line}\n`;

/** A further profile of the invented council, of another kind. */
const profileOf = (id: string, keys: string) =>
  `  - id: ${id}
    label: Another profile
    short: Another
    definition: Schools by something else.
    unit: schools
    framework: An invented one
    source: invented-inspections
    method: Counted.
${keys}`;

const areas = profileOf(
  'cards',
  `    kind: aspects
    parts: [Strong, Weak]
    subtotal: { label: Strong, parts: [Strong] }
    aspects: [Teaching, Inclusion]`,
);
const levels = profileOf(
  'levels',
  `    kind: levels
    parts: [Intensive, Universal]
    same-schools-as: school-grades`,
);
const programme = profileOf(
  'stepping-up',
  `    kind: programme
    programme:
      members: schools in the programme
      seen: schools seen
      reach: had been seen
      unreached: had not been seen
      headings: { seen: Seen, unseen: Not seen }`,
);

const row = (profile: string, phase: string, part: string, count: number) =>
  `${profile},W01,201314,2014-08-31,${phase},${part},${count},,invented-inspections,`;

/** One fault for every rule on profiles and their counts. */
export const profileCases = {
  'framework-not-in-force': {
    plant: {
      [catalogue]: add("    last: '2014-08-30'"),
      [inspections]: `profile,area,period,as_at,phase,part,count,released,source,note\n${row('school-grades', 'Primary', 'Good', 9)}\n`,
    },
    at: `${inspections}:2:26`,
  },
  'break-outside-framework': {
    plant: {
      [catalogue]: add("    first: '2013-09-01'\n    breaks: [{ from: '2012-01-01', note: It changed. }]"),
    },
    at: `${catalogue}:20:22`,
  },
  'aspects-differ': {
    plant: {
      [catalogue]: add(areas),
      [inspections]: add(
        [
          row('cards', 'Teaching', 'Strong', 6),
          row('cards', 'Teaching', 'Weak', 4),
          row('cards', 'Inclusion', 'Strong', 6),
          row('cards', 'Inclusion', 'Weak', 3),
        ].join('\n'),
      ),
    },
    at: `${inspections}:10:1`,
  },
  'totals-differ': {
    plant: {
      [catalogue]: add(levels),
      [inspections]: add(
        [row('levels', 'All', 'Intensive', 3), row('levels', 'All', 'Universal', 12)].join('\n'),
      ),
    },
    at: `${inspections}:8:1`,
  },
  'programme-not-summing': {
    plant: {
      [catalogue]: add(programme),
      [inspections]: add(
        [
          row('stepping-up', 'All', 'In programme', 22),
          row('stepping-up', 'All', 'Seen', 12),
          row('stepping-up', 'All', 'Not yet seen', 9),
        ].join('\n'),
      ),
    },
    at: `${inspections}:8:1`,
  },
  'part-without-outcomes': {
    plant: {
      [catalogue]: add(programme),
      [inspections]: add(
        [row('stepping-up', 'All', 'In programme', 20), row('stepping-up', 'All', 'Improved', 5)].join('\n'),
      ),
    },
    at: `${inspections}:9:1`,
  },
  'weighting-differs': {
    plant: {
      [targets]: planWith(['promise: Every school is good.', 'promise: Every learner is in a good school.']),
    },
    at: `${targets}:22:22`,
  },
  'weightings-set-beside': {
    plant: {
      [ks2]: put('decimals: 0', 'decimals: 0\n    weighted: pupils'),
      [homeWords]: 'It was {school-grades share All}, and {ks2-reading}.\n',
    },
    at: `${homeWords}:1:39`,
  },
  'count-not-of-profile': {
    plant: {
      [ks2]: put('decimals: 0', 'decimals: 0\n    grades: { profile: school-grades, parts: [Good] }'),
    },
    at: 'data/observations/ks2/201314.csv:2:1',
  },
  'label-not-of-count': {
    plant: {
      [ks2]: put(
        '    decimals: 1',
        '    decimals: 1\n    grades: { profile: school-grades, parts: [Good, Poor] }',
      ),
      [homeWords]: 'There were {ks2-progress} poor schools.\n',
    },
    at: `${homeWords}:1:27`,
  },
} as const satisfies Readonly<
  Record<string, { readonly plant: Readonly<Record<string, Override>>; readonly at: string }>
>;
