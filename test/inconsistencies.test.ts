// Inconsistencies that councils' published reports really held, planted as they were printed: each is an issue at
// its place, or is never said. docs/rules.md explains the codes (X).

import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import { assumesNoChange } from '../src/judgements/gap.ts';
import { makeReport } from '../src/report.ts';
import { type Override, readingWith, withCouncilFolder, withDecimals } from './support/council-folder.ts';
import { plan, planWith, targets } from './support/plans.ts';
import { text } from './support/readable.ts';
import { viewsOf } from './support/views.ts';

const big = (number: number) => new Big(number);

const now = 'data/observations/ks2/201314.csv';
const before = 'data/observations/ks2/201213.csv';
const catalogue = 'data/catalogue/ks2.yaml';
const home = 'content/commentary/2013-14/home.md';

function made(overrides: Readonly<Record<string, Override>>) {
  return withCouncilFolder(overrides, root => makeReport(root));
}

/** "file:line:column rule" of every issue. */
function issues(overrides: Readonly<Record<string, Override>>): readonly string[] {
  const result = made(overrides);
  if (result.outcome === 'unknown') return [result.why];
  return result.issues.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}

function report(overrides: Readonly<Record<string, Override>>) {
  const result = made(overrides);
  if (result.outcome !== 'made') throw new Error(JSON.stringify(result));
  return { ...result.report, ...viewsOf(result.report) };
}

/** What is said of reading, sentence by sentence. */
function sentences(overrides: Readonly<Record<string, Override>>): readonly string[] {
  const groups = report(overrides).themes.flatMap(theme => theme.groups);
  const section = groups.flatMap(group => group.sections).find(({ id }) => id === 'ks2-reading');
  return (section?.paragraphs.flat() ?? []).map(text);
}

/** The rows with other cells of reading, each with the decimals that it was published with. */
const published = (cells: string) => (rows: string) => withDecimals(readingWith(cells)(rows));
const add = (row: string) => (rows: string) => `${rows}${row}\n`;
const breakFrom = (kind: string, note: string) => (entries: string) =>
  entries.replace(
    '    start: 201112\n',
    `    start: 201112\n    breaks:\n      - { from: 201314, kind: ${kind}, note: ${note} }\n`,
  );

/** Movement, in any of the words that sentences have for it. */
const movement = /\b(?:rose|fell|up|down|unchanged|changed)\b/i;

describe('arithmetic', () => {
  it('X01: 87.3% of 149 schools cannot be, for 130 are 87.2% and 131 are 87.9%', () => {
    expect(issues({ [now]: readingWith('87.3,,149') })).toEqual([`${now}:2:36 impossible-percentage`]);
    expect(issues({ [now]: published('87.9,131,149') })).toEqual([]);
  });

  it('X08: 16% is not what 2 of 12 make', () => {
    expect(issues({ [now]: readingWith('16,2,12') })).toEqual([`${now}:2:36 value-not-of-counts`]);
  });

  it('X15: 16.4% cannot be had of 149 schools', () => {
    expect(issues({ [now]: readingWith('16.4,,149') })).toEqual([`${now}:2:36 impossible-percentage`]);
    expect(issues({ [now]: published('21.5,,149') })).toEqual([]);
  });

  it('X20: 84% of ten secondary schools, and 69% of fourteen, cannot be', () => {
    expect(issues({ [now]: readingWith('84,,10') })).toEqual([`${now}:2:36 impossible-percentage`]);
    expect(issues({ [now]: readingWith('69,,14') })).toEqual([`${now}:2:36 impossible-percentage`]);
    expect(issues({ [now]: readingWith('69,9,13') })).toEqual([]);
  });
});

describe('two figures for one', () => {
  it('X03: two national values for one year are a figure given twice', () => {
    const second = 'ks2-reading,N01,201314,Total,Total,81,,,provisional,,invented-results,';
    expect(issues({ [now]: add(second) })).toEqual([`${now}:9:1 duplicate-observation`]);
  });

  it('X03: a projection is never printed as an outcome, nor can commentary name it', () => {
    const projected = (rows: string) => rows.replace(',84,168,200,provisional', ',97,,,projection');
    const printed = JSON.stringify(report({ [now]: projected }));
    expect(printed).not.toContain('97%');
    expect(sentences({ [now]: projected })[0]).toContain('In 2012/13, the latest year');
    expect(issues({ [now]: projected, [home]: 'It was {ks2-reading}.\n' })).toEqual([
      `${home}:1:8 unknown-figure`,
    ]);
  });

  it('X03: a target typed as an outcome is an issue of its plan, and doubted in a later year’s place', () => {
    const typed = (status: string) => (rows: string) =>
      readingWith('89,178,200')(rows).replace(
        'provisional,,invented-results,"Counted, then checked"',
        `${status},,invented-results,`,
      );
    const elsewhere = planWith(['source: invented-results', 'source: invented-inspections']);
    const planted = { [targets]: plan, [now]: typed('final') };
    expect(issues(planted)).toEqual([`${now}:2:1 target-as-outcome`]);
    expect(issues({ ...planted, [targets]: elsewhere })).toEqual([`${now}:2:1 outcome-as-aimed`]);
    expect(issues({ ...planted, [now]: typed('projection') }).join()).not.toContain('target-as-outcome');
    expect(issues({ ...planted, [now]: rows => readingWith('89,178,200')(rows) })).toEqual([]);
    const milestone = planWith([
      'baseline: { period: 201213, value: 81 }',
      'baseline: { period: 201213, value: 81 }\n            milestones: [{ period: 201314, value: 86 }]',
    ]);
    const met = (rows: string) => typed('final')(rows).replace('89,178,200', '86,172,200');
    expect(issues({ [targets]: milestone, [now]: met })).toEqual([`${now}:2:1 target-as-outcome`]);
    const apart = milestone.replace('source: invented-results', 'source: invented-inspections');
    expect(issues({ [targets]: apart, [now]: met })).toEqual([`${now}:2:1 outcome-as-aimed`]);
    const counted = (rows: string) => met(rows).replace('86,172,200', ',172,200');
    expect(issues({ [targets]: apart, [now]: counted })).toEqual([]);
  });

  it('X10: a comparator’s figure without its source is an issue', () => {
    const without = (rows: string) =>
      rows.replace(
        'N01,201314,Total,Total,83,,,provisional,,invented-results,',
        'N01,201314,Total,Total,83,,,provisional,,,',
      );
    expect(issues({ [now]: without })).toEqual([`${now}:7:54 empty-value`]);
  });
});

describe('a comparator that is another’s', () => {
  const examiners = add(
    '  - { id: examiners, title: All entries, organisation: A council of examiners, url: https://examiners.example/, licence: Theirs }',
  );
  const kingdom = (entries: string) =>
    examiners(entries).replace('Theirs }', 'Theirs, areas: [united-kingdom] }');
  const under = (note: string) => (rows: string) =>
    rows.replace(
      'N01,201314,Total,Total,83,,,provisional,,invented-results,',
      `N01,201314,Total,Total,82,,,provisional,,examiners,${note}`,
    );
  const two = add('ks2-reading,N01,201112,Total,Total,79,,,final,2012-08-30,invented-results,');
  const sources = 'data/sources.yaml';

  it('X18: the United Kingdom’s figure may not stand under the nation', () => {
    expect(issues({ [now]: under('As the examiners printed it.'), [sources]: kingdom })).toEqual([
      `${now}:7:54 area-not-of-source`,
    ]);
  });

  it('X18: a figure of another publisher is warned of, unless its note says why', () => {
    const earlier = 'data/observations/ks2/201112.csv';
    const head =
      'indicator,area,period,topic,group,value,numerator,denominator,status,released,source,note\n';
    const rows = { [sources]: examiners, [earlier]: two(head) };
    const warned = (note: string) => issues({ ...rows, [now]: under(note) });
    expect(warned('')).toEqual([`${now}:7:1 publisher-differs`]);
    expect(warned('The department’s own figure is not out yet.')).toEqual([]);
  });
});

describe('words', () => {
  it('X14: what was left in while drafting is found in commentary and in notes', () => {
    const note = 'Have the data don’t understand the sheet!';
    expect(issues({ [home]: `Reading rose.\n\n${note}\n` })).toEqual([`${home}:3:15 drafting-note`]);
    expect(issues({ [home]: 'Schools took part. E.g.?\n' })).toEqual([`${home}:1:20 drafting-note`]);
    expect(issues({ [now]: rows => rows.replace('Counted, then checked', note) })).toEqual([
      `${now}:2:77 drafting-note`,
    ]);
  });

  it('X14: a sign inside one cell and not the next is an issue', () => {
    expect(issues({ [now]: readingWith('13.7%,,') })).toEqual([`${now}:2:36 wrong-type`]);
  });

  it('X01: the highest ever is no claim that figures can bear out, and the highest since a year needs its fact', () => {
    expect(issues({ [home]: 'Reading is the highest it has ever been.\n' })).toEqual([
      `${home}:1:16 record-without-years`,
    ]);
    expect(
      issues({
        [home]: 'Reading is the highest since 2012.\nrests-on: [ks2-reading highest since 2012/13]\n',
      }),
    ).toEqual([`${home}:2:12 fact-not-so`]);
    expect(
      issues({ [now]: rows => rows.replace('Counted, then checked', 'The best results ever.') }),
    ).toEqual([`${now}:2:77 record-without-years`]);
  });

  it('X04: a rank is not typed, in digits or words, in commentary, notes, plans or the catalogue', () => {
    for (const words of ['We are ranked 53rd.', 'It was fifty-third nationally.'])
      expect(issues({ [home]: `${words}\n` }).map(line => line.split(' ')[1])).toEqual(['typed-rank']);
    expect(
      issues({ [now]: rows => rows.replace('Counted, then checked', 'Ranked 53rd nationally.') }),
    ).toEqual([`${now}:2:77 typed-rank`]);
    expect(issues({ [catalogue]: text => text.replace('As published.', 'Ranked 53rd of 151.') })).toEqual([
      `${catalogue}:36:13 typed-rank`,
    ]);
    expect(issues({ [targets]: planWith(['Schools work together.', 'Schools stay ranked 53rd.']) })).toEqual([
      `${targets}:28:31 typed-rank`,
    ]);
  });

  it('X16: a rise between two percentages is not said in per cent, typed or named', () => {
    expect(issues({ [home]: 'Reading has increased by 6% from last year.\n' })).toEqual([
      `${home}:1:26 typed-figure`,
    ]);
    expect(issues({ [home]: 'Reading is up {ks2-reading change} per cent.\n' })).toEqual([
      `${home}:1:36 percent-for-points`,
    ]);
    expect(issues({ [home]: 'Reading is five per cent above Albion.\n' })).toEqual([
      `${home}:1:12 typed-figure`,
    ]);
    expect(issues({ [home]: 'Reading is some per cent above Albion.\n' })).toEqual([
      `${home}:1:17 percent-for-points`,
    ]);
  });

  it('X25: a universal claim stops the build and names the exception, and only that', () => {
    const fell = (rows: string) => rows.replace('Total,Total,1.3', 'Total,Total,-1.0');
    const claim = 'Standards have improved in everything we measure.\nrests-on: [all of ks2 improved]\n';
    expect(issues({ [home]: claim })).toEqual([]);
    const result = made({ [home]: claim, [now]: fell });
    if (result.outcome !== 'issues') throw new Error('the claim was let through');
    expect(result.issues).toMatchObject([{ file: home, line: 2, column: 12, rule: 'fact-not-so' }]);
    expect(result.issues[0]?.message).toContain(
      'Not so of 1 of the 2 measures. Progress: This fell by 0.6 points from −0.4 in 2012/13, a final figure.',
    );
    expect(result.issues[0]?.message).not.toContain('Reading');
  });

  it('X25: a universal claim without a fact beneath it is an issue', () => {
    const claim = 'Over the last five years, education standards have improved at all key stages.\n';
    expect(issues({ [home]: claim })).toEqual([`${home}:1:64 universal-without-fact`]);
    expect(issues({ [home]: `${claim}rests-on: [all headlines improved]\n` })).toEqual([]);
  });

  it('X25: a universal claim is not so where a break or a missing year hides one of its measures', () => {
    const claim = 'Standards have improved in everything we measure.\nrests-on: [all of ks2 improved]\n';
    const broken = breakFrom('definition', 'The profile is a new one.');
    expect(issues({ [home]: claim, [catalogue]: broken })).toEqual([`${home}:2:12 fact-not-so`]);
    const missing = (rows: string) => rows.replace(/ks2-progress.*\n/, '');
    expect(issues({ [home]: claim, [before]: missing })).toEqual([`${home}:2:12 fact-not-so`]);
  });
});

describe('a change that may not be said', () => {
  it('X15: across a threshold that was raised', () => {
    const raised = breakFrom('threshold', 'The threshold was raised.');
    const said = sentences({ [catalogue]: raised });
    expect(said[1]).toBe('⟨No change is given from 2012/13⟩. The threshold was raised.');
    expect(said.join(' ')).not.toMatch(movement);
    const { changes } = report({ [catalogue]: raised }).homes[0] ?? {};
    expect(changes?.groups).toEqual([]);
    expect(changes?.open.map(text)).toEqual([
      'Reading: ⟨84%⟩. ⟨No change is given⟩: new threshold from 2013/14.',
    ]);
  });

  it('X17: from 0% to 40% of a cohort of five, which the gate suppresses with its sentence', () => {
    const overrides = {
      [now]: readingWith('40,2,5'),
      [before]: (rows: string) => rows.replace(',81,,,', ',0,0,5,'),
    };
    const said = sentences(overrides);
    expect(said[0]).toContain('No figure is given');
    expect(said[0]).toContain('suppressed');
    expect(said.join(' ')).not.toMatch(movement);
    const files = report(overrides).files.map(file => file.text);
    expect(files.filter(contents => contents.includes('40%'))).toEqual([]);
  });

  it('X17: nor of a cohort of ten, though 40% of it is four pupils', () => {
    expect(sentences({ [now]: readingWith('40,,10') })[0]).toContain('suppressed');
  });

  it('X17: from 0% to 40% of a group whose size nobody says, as it was printed', () => {
    const group = (value: string, year: string) =>
      add(
        `ks2-reading,W01,${year},Sex,Boys,${value},,,final,${year.slice(0, 2)}${year.slice(4)}-08-29,invented-results,`,
      );
    const bare = (rows: string) =>
      group('40', '201314')(rows.replace(/^ks2-reading,W01,201314,Sex,Boys.*\n/m, ''));
    const small = (entries: string) =>
      entries.replace('phrase: boys\n', 'phrase: boys\n        small: true\n');
    const planted = { [now]: bare, [before]: group('0', '201213') };
    expect(issues(planted)).toEqual([`${before}:5:1 extreme-without-base`]);
    expect(issues({ ...planted, 'data/breakdowns.yaml': small })).toEqual([
      `${before}:5:1 extreme-without-base`,
      `${now}:8:1 change-without-base`,
    ]);
    const earlier = { ...planted, [before]: group('20', '201213'), 'data/breakdowns.yaml': small };
    expect(issues(earlier)).toEqual([`${now}:8:1 change-without-base`]);
    expect(issues({ ...earlier, [catalogue]: breakFrom('definition', 'The profile is a new one.') })).toEqual(
      [],
    );
  });

  it('X19: between 87.9% of 149 schools and 93.6% of the 141 that one framework covers', () => {
    const overrides = {
      [now]: published('93.6,132,141'),
      [before]: (rows: string) => withDecimals(rows.replace(',81,,,', ',87.9,131,149,')),
      [catalogue]: breakFrom('coverage', 'Schools not inspected since 2012 are left out.'),
    };
    expect(issues(overrides)).toEqual([]);
    const said = sentences(overrides);
    expect(said[1]).toContain('No change is given from 2012/13');
    expect(said.join(' ')).not.toMatch(movement);
    expect(issues({ ...overrides, [home]: 'Up.\nrests-on: [ks2-reading rose]\n' })).toEqual([
      `${home}:2:12 fact-not-so`,
    ]);
  });

  it('X30: in a first year, which has no earlier figure and no arrow', () => {
    const first = { [before]: (rows: string) => rows.replace(/ks2-reading,W01.*\n/, '') };
    const said = sentences(first);
    expect(said[1]).toBe('There is ⟨no comparable earlier figure⟩.');
    expect(said.join(' ')).not.toMatch(movement);
    const { answers, changes } = report(first).homes[0] ?? {};
    expect(answers?.map(({ answer }) => text(answer))[0]).toBe(
      'We cannot say yet: no headline can be compared with an earlier year.',
    );
    expect(changes?.groups).toEqual([]);
    expect(changes?.open.map(text)).toEqual(['Reading: ⟨84%⟩, with ⟨no comparable earlier figure⟩.']);
    expect(issues({ ...first, [home]: 'Up by {ks2-reading change}.\n' })).toEqual([
      `${home}:1:7 figure-not-given`,
    ]);
  });
});

describe('promises', () => {
  const rulesOf = (text: string) => issues({ [targets]: text });
  const schools = '            aim: { period: 201617, value: 100 }\n';

  it('X05: 14 of the 20 schools below good are not all of them', () => {
    const equates = (more: number) =>
      planWith([schools, `${schools}            equates: { more: ${more}, now: 129, of: 149 }\n`]);
    expect(rulesOf(equates(14))).toEqual([`${targets}:26:30 equates-not-so`]);
    expect(rulesOf(equates(20))).toEqual([]);
  });

  it('X07: above 90% and 100% of schools, both by 2016/17, are two targets for one measure', () => {
    const second = (year: number) =>
      planWith([
        '          - measure: none\n            reason: Nothing was named that could be counted.\n',
        `          - profile: school-grades\n            baseline: { period: 201213, value: 87 }\n            operator: above\n            aim: { period: ${year}, value: 90 }\n`,
      ]);
    expect(rulesOf(second(201617))).toEqual([`${targets}:34:18 repeated-target`]);
    expect(rulesOf(second(201516))).toEqual([]);
  });

  it('X09: 38 less 28 is not more than 10, and both ends of the range take for granted that others stand still', () => {
    expect(assumesNoChange({ group: big(32), gap: big(38) }, { group: big(45), gap: big(25) })).toBe(true);
    const by = (to: number) => big(38).minus(to);
    expect([25, 28].map(to => by(to).gt(10))).toEqual([true, false]);
  });

  it('X13: a target without a row in the year’s review is an issue, unless it says that there is none', () => {
    const row =
      '      - edition: 2013-14\n        target: good-schools\n        date: 2014-10-01\n        judgement: achieved\n';
    expect(rulesOf(planWith([row, '']))).toEqual([`${targets}:17:13 target-without-review`]);
    const silent = row.replace('achieved\n', 'not-stated\n        reason: The review has no row for it.\n');
    expect(rulesOf(planWith([row, silent]))).toEqual([]);
  });

  it('X21: an aim that goes back from the milestone before it', () => {
    const back = planWith([
      '            operator: at-least\n            aim: { period: 201617, value: 89 }',
      '            milestones: [{ period: 201516, value: 96.4 }]\n            operator: at-least\n            aim: { period: 201617, value: 81.9 }',
    ]);
    expect(rulesOf(back)).toEqual([`${targets}:17:43 target-wrong-way`]);
  });

  it('X23: a target that was met before it was set is no fault, and is said to be so', () => {
    const made = report({ [targets]: planWith(['value: 89', 'value: 80']) });
    const [target] = made.targets[0]?.plans[0]?.measured ?? [];
    expect(target?.status.word).toBe('Already achieved when set');
    expect(target?.officers.differs).toContain('Officers judged this on track');
    expect(target?.parts[0]?.sentences.map(text)).toEqual([
      '⟨84%⟩ in 2013/14: the target of at least ⟨80%⟩ by 2016/17 was ⟨already achieved when it was set⟩, at ⟨81%⟩ in 2012/13, and still is.',
    ]);
  });

  it('X24: to ask of a gap that it be at least as wide is the worse end', () => {
    const low = (entries: string) => entries.replace('polarity: high', 'polarity: low');
    expect(issues({ [targets]: plan, [catalogue]: low })).toEqual([
      `${targets}:15:23 target-against-polarity`,
    ]);
  });
});
