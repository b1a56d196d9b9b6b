// Inconsistencies of a neighbouring council's outcome plan, planted as they were printed: in the invented council each is an
// issue at its place; in the neighbour's own folder (test/editions/cheshire-west) each is held in a way that is true.

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import { type Override, withCouncilFolder } from '../support/council-folder.ts';
import { changed, delivery, oneDelivery, oneRole, oneScorecard, roles, scorecard } from '../support/plans.ts';
import { readablePlan, readableTheme } from '../support/readable.ts';
import { viewsOf } from '../support/views.ts';

const home = 'content/commentary/2013-14/home.md';

/** Every issue of the invented council with some files changed. */
function issues(overrides: Readonly<Record<string, Override>>) {
  const made = withCouncilFolder({ [roles]: oneRole, ...overrides }, root => makeReport(root));
  return made.outcome === 'unknown' ? [] : made.issues;
}

/** "file:line:column rule" of every issue. */
function places(overrides: Readonly<Record<string, Override>>): readonly string[] {
  return issues(overrides).map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);
}

const card = (...changes: readonly (readonly [string, string])[]) => ({
  [scorecard]: changed(oneScorecard, ...changes),
});
const plan = (...changes: readonly (readonly [string, string])[]) => ({
  [delivery]: changed(oneDelivery, ...changes),
});

const neighbour = makeReport(join(import.meta.dirname, '../editions/cheshire-west'));
if (neighbour.outcome !== 'made') throw new Error(JSON.stringify(neighbour));
const { plans } = viewsOf(neighbour.report);
const page = (kind: string) =>
  plans
    .filter(each => each.kind === kind)
    .map(readablePlan)
    .join('\n');
const [standing, doing] = [page('scorecard'), page('delivery')];
const chapters = viewsOf(neighbour.report).themes.map(readableTheme).join('\n');

/** What the scorecard says of a measure, from its heading to the next. */
function measure(heading: string): string {
  const [, after = ''] = standing.split(`### ${heading}`);
  return after.split('### ')[0] ?? '';
}

describe('a scorecard', () => {
  it('is sound as the fixtures have it', () => {
    expect(places({ ...card(), ...plan() })).toEqual([]);
  });

  it('X21: a target of 81.9 after one of 96.4, from 85.5, goes the wrong way', () => {
    const printed = card(
      ['{ missing: The plan leaves it out. }', '{ value: 85.5 }'],
      ['year: 201314, value: 84', 'year: 201314, value: 96.4'],
      ['year: 201415, against: nation', 'year: 201415, value: 81.9'],
    );
    const wrong = issues(printed).filter(({ rule }) => rule === 'target-wrong-way');
    expect(wrong.map(({ line, column }) => `${line}:${column}`)).toEqual(['15:36']);
    expect(wrong[0]?.message).toContain('"81.9" goes back from "96.4", and the target is "increase"');
    const below = card(
      ['{ missing: The plan leaves it out. }', '{ value: 85.5 }'],
      ['year: 201314, value: 84', 'year: 201314, value: 84.9'],
    );
    expect(places(below)).toEqual([`${scorecard}:14:36 target-wrong-way`]);
  });

  it('X21: the neighbour holds no target for that year, and says what was printed', () => {
    const said = measure('Children who attend a good or better secondary school');
    expect(said).toContain('Target for 2018/19: At least ⟨96.4%⟩');
    expect(said).toContain('Target for 2019/20: What the plan prints cannot be a target.');
    expect(said).toContain('prints 81.9, which is lower than its own starting point');
  });

  it('holds a dated starting point to the figure of its year', () => {
    const from = (value: string) =>
      card(['{ missing: The plan leaves it out. }', `{ value: ${value}, period: 201213 }`]);
    expect(places(from('81.0'))).toEqual([]);
    expect(places(from('79'))).toEqual([`${scorecard}:12:28 baseline-not-of-data`]);
  });

  it('X23: a target that was met when it was set is a warning', () => {
    const met = card(['year: 201314, value: 84', 'year: 201314, value: 80.5']);
    expect(issues(met).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['target-met-when-set', 'warning'],
    ]);
    expect(
      neighbour.issues.filter(({ rule }) => rule === 'target-met-when-set').map(({ line }) => line),
    ).toEqual([77, 133, 134, 141, 142]);
  });

  it('X23: what was met is held against the figure released last', () => {
    const revised = (value: string, day: string) => ({
      ...card(['year: 201314, value: 84', 'year: 201314, value: 82']),
      'data/observations/ks2/201213.csv': (text: string) =>
        text.replace(
          /^(ks2-reading,W01,201213,Total,Total,81.*)$/m,
          `ks2-reading,W01,201213,Total,Total,${value},,,revised,${day},invented-results,\n$1`,
        ),
    });
    const rules = (files: Readonly<Record<string, Override>>) => issues(files).map(({ rule }) => rule);
    expect(rules(revised('83', '2014-01-01'))).toEqual(['target-met-when-set']);
  });

  it('X23: its status says so', () => {
    const sen = 'Young people with special educational needs in education, employment or training at 17';
    expect(measure(sen)).toContain(
      '⟨87.7%⟩ in 2017/18: the target of at least ⟨84.9%⟩ by 2018/19 was ⟨already achieved when it was set⟩',
    );
    expect(measure('Young people not in education, employment or training')).toMatch(
      /^: Already achieved when set/,
    );
  });

  it('X24: a hyphen is no number, and nothing goes for missing but the reason', () => {
    const printed = card(['year: 201314, value: 84', "year: 201314, value: '- 20'"]);
    expect(places(printed)).toEqual([`${scorecard}:14:36 wrong-value`]);
    expect(issues(printed)[0]?.message).toContain('a hyphen alone says nothing');
    expect(measure('Gap between disadvantaged pupils and others at key stage 2')).toContain(
      'Starting point: The plan leaves it out.',
    );
    expect(standing).not.toMatch(/\| -{1,2} \||: -\n/);
  });

  it('X24: a gap is to be no larger than the country’s, and NEET no higher; neither at least the same', () => {
    expect(places(card(['wants: increase', 'wants: reduce'], ['value: 84', 'value: 70']))).toEqual([
      `${scorecard}:10:16 target-against-polarity`,
    ]);
    for (const gap of [
      'Gap between disadvantaged pupils and others',
      'Gap in Progress 8 between disadvantaged',
    ])
      expect(measure(gap)).toContain('Target for 2019/20: ⟨No larger than⟩ England’s');
    expect(measure('Gap in Progress 8 between disadvantaged')).toContain('wider than England’s in 2018/19');
    const gaps = standing.split('\n### ').filter(each => each.startsWith('Gap'));
    expect(gaps).toHaveLength(4);
    for (const gap of gaps) expect(gap).not.toMatch(/[Aa]t least ⟨|no lower than/);
  });
});

describe('words', () => {
  it('X22: grades 9 to 4 are no strong pass, and 9 to 5 no standard one', () => {
    const strong = 'The share with strong GCSE results is now grades 9-4.\n';
    expect(places({ [home]: strong })).toEqual([`${home}:1:16 pass-misnamed`]);
    expect(places({ [home]: 'A standard pass is grade 5 or above.\n' })).toEqual([
      `${home}:1:3 pass-misnamed`,
    ]);
    expect(places({ [home]: 'Grades 9 to 4 are a standard pass, grades 9 to 5 a strong pass.\n' })).toEqual(
      [],
    );
    expect(places(card(['label: Reading', 'label: Strong results at grades 9 to 4']))).toEqual([
      `${scorecard}:9:16 pass-misnamed`,
    ]);
  });

  it('X22: the neighbour’s claim is of the standard pass, beside state-funded schools', () => {
    expect(doing).toContain('⟨65.4%⟩ of pupils had a standard pass in English and maths');
    expect(chapters).toContain('broadly in line with England’s ⟨64.9%⟩');
  });

  it('X26: outcomes are numbered by the report, so that none is typed', () => {
    expect(places(plan(['words: Pupils enjoy', 'words: (iv) Pupils enjoy']))).toEqual([
      `${delivery}:6:12 numbered-by-hand`,
    ]);
    expect(doing).toContain('7. All children and young people have good provision near home.');
  });
});

describe('actions', () => {
  it('X27: three spellings of one role are issues, each with the role that was likely meant', () => {
    const director = 'roles:\n  - { role: Director of Places Strategy, answers-for: Skills }\n';
    const owners = (role: string) => ({
      ...plan(['owners: [Head of education]', `owners: [${role}]`]),
      [roles]: director,
    });
    expect(places(owners('Director of Places Strategy'))).toEqual([]);
    for (const spelling of ['Director for Places Strategy', 'Director of Place Strategy']) {
      const [issue] = issues(owners(spelling));
      expect(issue?.rule).toBe('unknown-role');
      expect(issue?.hint).toContain('Director of Places Strategy');
    }
  });

  it('X28: a deadline before the cut-off without a status is a warning', () => {
    const due = (month: string) => plan(['kind: ongoing', `kind: month, month: ${month}`]);
    expect(places(due('2014-11'))).toEqual([`${delivery}:11:15 deadline-passed`]);
    // The last day of the month is the cut-off itself.
    expect(places(due('2014-12'))).toEqual([]);
    expect(issues(due('2014-11'))[0]?.severity).toBe('warning');
    expect(places(plan(['    status: not-stated\n    reason: The plan does not say.\n', '']))).toEqual([
      `${delivery}:9:5 missing-key`,
    ]);
  });

  it('X28: the neighbour’s overdue actions are said to be past their deadline, in words', () => {
    expect(doing).toContain('⟨13⟩ have passed their deadline with no status stated');
    // Two are to go on from a month, which is none to end by.
    expect(doing).toContain('⟨two⟩ were to begin by now with no status stated');
    expect(doing).toContain('| July 2018 | Director of Places Strategy; Director of Education |');
    expect(doing.match(/\| Deadline passed, status not stated \|/g)).toHaveLength(13);
  });
});

describe('published figures', () => {
  it('G18: pay of £562.20 is £8.90, or 1.6%, below Great Britain’s £571.10', () => {
    expect(chapters).toContain('It was ⟨£8.90⟩, or ⟨1.6%⟩, below Great Britain’s ⟨£571.10⟩.');
    expect(measure('Weekly pay of residents who work full time')).toContain('it fell ⟨about £10.70⟩ short');
  });

  it('G19: NEET fell by 0.3, an improvement, and is 0.4 below (better than) England', () => {
    expect(chapters).toContain(
      'This fell by ⟨0.3 percentage points⟩ from ⟨2.6%⟩ in 2017-18, an improvement.',
    );
    expect(chapters).toContain('below (better than) England’s ⟨2.7%⟩ (by ⟨0.4 percentage points⟩)');
  });
});
