import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What to write in place of a file: other contents, a change to its text, or null to leave it out. */
export type Override = string | Uint8Array | null | ((text: string) => string | Uint8Array);

/**
 * A council folder as files. The council of Winterfold, its areas and every figure in it are invented, to be
 * small and to be read easily: no real place or pupil is meant.
 */
export const inventedFolder: Readonly<Record<string, string>> = {
  'data/council.yaml': `# Winterfold is invented.
code: W01
name: Winterfold
region: R01
nation: N01
website: https://winterfold.example/
demonstration: Winterfold and every figure here are invented.
colours:
  brand: '#12436D'
  brand-text: '#FFFFFF'
contact:
  role: Head of education
  department: Children's services
  url: https://winterfold.example/contact
  reviewed: 2014-11-01
accessibility:
  prepared: 2014-11-01
  reviewed: 2014-11-01
disclosure: {}
`,
  'data/areas.yaml': `areas:
  - code: W01
    name: Winterfold
    kind: authority
  - code: W02
    name: Summerdale
    kind: authority
  - code: R01
    name: Far North
    phrase: the Far North
    kind: region
  - code: N01
    name: Albion
    kind: nation
neighbours:
  - id: statistical-neighbours-2014
    label: Councils most like Winterfold
    source: invented-results
    areas: [W02]
`,
  'data/sources.yaml': `sources:
  - id: invented-results
    title: Invented results
    organisation: Department for Invention
    released: 2014-08-28
    url: https://results.example/
    licence: Open Government Licence v3.0
  - id: invented-inspections
    title: Invented inspections
    organisation: Inspectorate of Invention
    url: https://inspections.example/
    licence: Open Government Licence v3.0
`,
  'data/breakdowns.yaml': `topics:
  - id: Sex
    label: Girls and boys
    about: Pupils by sex.
    groups:
      - id: Girls
        label: Girls
        phrase: girls
      - id: Boys
        label: Boys
        phrase: boys
    gaps:
      - group: Boys
        against: Girls
`,
  'data/glossary.yaml': `terms:
  - term: KS2
    expansion: Key stage 2
    meaning: The four years of school that end when most children are eleven.
`,
  'data/catalogue/ks2.yaml': `theme:
  id: ks2
  label: Key stage 2
  about: Pupils take tests when most are eleven.
  topics: [Sex]
indicators:
  - id: ks2-reading
    label: Reading at key stage 2
    short: Reading
    definition: Pupils who reached the standard in reading, as a share of all pupils.
    statement: '{value} of pupils reached the standard in reading'
    subject: the share of pupils reaching the standard in reading
    measure: percentage
    unit: percent
    decimals: 0
    polarity: high
    comparators: [nation, region, neighbours]
    bands: { similar: 0.5, slight: 1, well: 5 }
    breakdowns: [Sex]
    source: invented-results
    method: Worked out from counts.
    start: 201112
  - id: ks2-progress
    label: Progress in reading
    short: Progress
    definition: How far pupils came since they were seven.
    statement: 'the average progress score was {value}'
    subject: the average progress score
    measure: given
    unit: points
    decimals: 1
    polarity: high
    comparators: [nation]
    bands: { similar: 0.5, slight: 1, well: 5 }
    source: invented-results
    method: As published.
    start: 201213
    end: 201314
`,
  'data/catalogue/inspection.yaml': `theme:
  id: inspection
  label: Inspection of schools
  about: Inspectors grade schools.
profiles:
  - id: school-grades
    label: Schools by grade
    short: Grades
    definition: Schools by the grade of their latest inspection.
    unit: schools
    framework: Invented framework of 2012
    parts: [Outstanding, Good, Poor]
    subtotal:
      label: Good or outstanding
      parts: [Outstanding, Good]
    phases: [Primary, Secondary, All]
    source: invented-inspections
    method: Counted at the date.
`,
  'data/editions/201314.yaml': `id: 2013-14
period: 201314
title: Annual education report 2013-14
status: published
cut-off: 2014-12-31
neighbours: statistical-neighbours-2014
themes: [ks2, inspection]
headlines: [ks2-reading]
`,
  'data/observations/ks2/201213.csv': `indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note
ks2-reading,W01,201213,Total,Total,81,,,final,2013-08-29,invented-results,
ks2-reading,N01,201213,Total,Total,80,,,final,2013-08-29,invented-results,
ks2-progress,W01,201213,Total,Total,-0.4,,,final,2013-08-29,invented-results,
`,
  'data/observations/ks2/201314.csv': `indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note
ks2-reading,W01,201314,Total,Total,84,168,200,provisional,,invented-results,"Counted, then checked"
ks2-reading,W01,201314,Sex,Girls,,90,100,provisional,,invented-results,
ks2-reading,W01,201314,Sex,Boys,,78,100,provisional,,invented-results,
ks2-reading,W02,201314,Total,Total,c,,,provisional,,invented-results,
ks2-reading,R01,201314,Total,Total,~82,,,provisional,,invented-results,
ks2-reading,N01,201314,Total,Total,83,,,provisional,,invented-results,
ks2-progress,W01,201314,Total,Total,1.3,,,provisional,,invented-results,
`,
  'data/inspections/201314.csv': `profile,area,period,as_at,phase,part,count,released,source,note
school-grades,W01,201314,2014-08-31,Primary,Outstanding,3,2014-11-01,invented-inspections,
school-grades,W01,201314,2014-08-31,Primary,Good,9,2014-11-01,invented-inspections,
school-grades,W01,201314,2014-08-31,Primary,Poor,0,2014-11-01,invented-inspections,
school-grades,W01,201314,2014-08-31,Secondary,Outstanding,0,2014-11-01,invented-inspections,
school-grades,W01,201314,2014-08-31,Secondary,Good,2,2014-11-01,invented-inspections,
school-grades,W01,201314,2014-08-31,Secondary,Poor,0,2014-11-01,invented-inspections,
`,
  'content/commentary/2013-14/ks2.md': 'Reading rose in most schools.\n',
  'content/commentary/2013-14/home.md': 'A good year.\n',
};

/** A release of invented figures, to add to the invented folder: the council's and the nation's reading in two years. */
export const publishedFiles: Readonly<Record<string, string>> = {
  'data/published/invented-results/2014-12-01/release.yaml': `publication: invented-results
title: Invented results, revised
address: https://results.example/revised
retrieved: 2014-12-02
file: results.csv
sha256: ${'0'.repeat(64)}
licence: Open Government Licence v3.0
rows: 4
kept: 3
`,
  'data/published/invented-results/2014-12-01/series.csv': `indicator,topic,group,period,key,filters,label,status,released,stated,decimals
ks2-reading,Total,Total,201213,pt_read,,2013 (rev),revised,2014-12-01,stated,
ks2-reading,Total,Total,201314,pt_read,,2014 (rev),revised,2014-12-01,assumed,
`,
  'data/published/invented-results/2014-12-01/ks2.csv': `indicator,topic,group,area,201213,201314
ks2-reading,Total,Total,W01,80.6,84.25
ks2-reading,Total,Total,N01,c,83
`,
};
/** Rows of the invented council's reading in 2013/14 with other cells from the value to the base on, and no groups, which they would not be made of. */
export function readingWith(cells: string): (rows: string) => string {
  return rows => {
    if (!rows.includes(',84,168,200,')) throw new Error('the row of reading is not there');
    return rows.replace(/^ks2-reading,W01,201314,Sex,.*\n/gm, '').replace(',84,168,200,', `,${cells},`);
  };
}

/** Rows of observations each of which says that it was published with the decimals that it is written with. */
export function withDecimals(rows: string): string {
  return rows.replace(/^((?:[^,\n]*,){5})([^,\n]*)/gm, (_, before, value) => {
    const places = /^-?\d+(?:\.(\d{1,4}))?$/.exec(value);
    const decimals = value === 'value' ? 'decimals' : places === null ? '' : (places[1] ?? '').length;
    return `${before}${value},${decimals}`;
  });
}

/** A file of overrides with one, of the sentence that says how reading changed; `said` in place of its values. */
export function overrideOf(
  said: Partial<Record<'sentence' | 'computed' | 'instead' | 'reason' | 'by', string>> = {},
): string {
  const override = {
    sentence: 'ks2.ks2-reading.2',
    computed: 'This rose by 3 percentage points from 81% in 2012/13, a final figure.',
    instead: 'Recovering to {ks2-reading}, it made good the fall of the year before.',
    reason: 'The fall of 2012/13 followed a change of test.',
    ...said,
  };
  const lines = Object.entries(override).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `overrides:\n  - ${lines.join('\n    ')}\n`;
}

/** Writes the invented council folder into a folder, with some files changed, added or left out. */
export function writeCouncilFolder(folder: string, overrides: Readonly<Record<string, Override>> = {}): void {
  for (const path of new Set([...Object.keys(inventedFolder), ...Object.keys(overrides)])) {
    const original = inventedFolder[path] ?? '';
    const override = overrides[path];
    const contents =
      typeof override === 'function' ? override(original) : override === undefined ? original : override;
    if (contents === null) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
}

/** Runs something on a fresh copy of the invented council folder, and takes the copy away. */
export function withCouncilFolder<T>(
  overrides: Readonly<Record<string, Override>>,
  run: (folder: string) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'keystage-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    writeCouncilFolder(folder, overrides);
    const result = run(folder);
    if (result instanceof Promise) return result.finally(remove) as T;
    remove();
    return result;
  } catch (error) {
    remove();
    throw error;
  }
}
