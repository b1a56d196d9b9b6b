// Targets through the whole pipeline, on the invented council: what each kind of figure lets be said of each kind of aim.

import { describe, expect, it } from 'vitest';
import { makeReport } from '../../src/report.ts';
import type { TargetsView } from '../../src/targets/page.ts';
import { type Override, readingWith, withCouncilFolder, withDecimals } from '../support/council-folder.ts';
import { plan, planWith, targets } from '../support/plans.ts';
import { text } from '../support/readable.ts';
import { viewsOf } from '../support/views.ts';

const catalogue = 'data/catalogue/ks2.yaml';
const now = 'data/observations/ks2/201314.csv';

function view(
  plan: string,
  others: Readonly<Record<string, Override>> = {},
): TargetsView['plans'][number]['measured'][number] {
  const made = withCouncilFolder({ [targets]: plan, ...others }, root => makeReport(root));
  if (made.outcome !== 'made') throw new Error(JSON.stringify(made, null, 1));
  const [target] = viewsOf(made.report).targets[0]?.plans[0]?.measured ?? [];
  if (target === undefined) throw new Error('the report has no target');
  return target;
}

/** The status and the first sentence of the first part, without the marks of figures. */
function said(plan: string, others: Readonly<Record<string, Override>> = {}): readonly string[] {
  const { parts, status } = view(plan, others);
  const [sentence] = parts[0]?.sentences ?? [];
  return [status.word, sentence === undefined ? '' : text(sentence).replace(/[⟨⟩]/g, '')];
}

const own = 'baseline: { period: 201213, value: 81 }';
const aim = 'aim: { period: 201617, value: 89 }';
const aimOf = (value: number, period = 201617) =>
  planWith([aim, `aim: { period: ${period}, value: ${value} }`]);
const asked = (operator: string, value: number, period = 201617) =>
  planWith(
    ['operator: at-least', `operator: ${operator}`],
    [aim, `aim: { period: ${period}, value: ${value} }`],
  );
const reading = (cells: string) => (rows: string) => {
  const [, value = '', status = ''] = /^(.*),([a-z]+)$/.exec(cells) ?? [];
  return readingWith(value)(rows).replace(`,${value},provisional,`, `,${value},${status},`);
};
const low = (entries: string) => entries.replace('polarity: high', 'polarity: low');

describe('a target upwards', () => {
  it('is on track ahead of its line, and on it', () => {
    expect(said(aimOf(89))).toEqual([
      'On track',
      '84% in 2013/14, 1.0 percentage points ahead of the straight line to at least 89% in 2016/17; 5 percentage points to go, 1.7 a year.',
    ]);
    expect(said(aimOf(93))).toEqual([
      'On track',
      '84% in 2013/14, on the straight line to at least 93% in 2016/17; 9 percentage points to go, 3.0 a year.',
    ]);
  });

  it('is slightly behind within a tenth of the whole way, and off track beyond it', () => {
    expect(said(aimOf(97))[0]).toBe('Slightly behind');
    expect(said(aimOf(97))[1]).toContain('1.0 percentage points behind the straight line');
    expect(said(aimOf(97), { [now]: reading('83,166,200,final') })[0]).toBe('Off track');
  });

  it('is achieved at its aim, or only past it where more than that was asked for', () => {
    expect(said(aimOf(84))).toEqual([
      'Achieved',
      '84% in 2013/14: the target of at least 84% by 2016/17 is achieved.',
    ]);
    expect(said(asked('above', 84))[0]).toBe('On track');
    expect(said(asked('above', 84))[1]).toContain('it has still to be passed');
    expect(said(asked('above', 83))[0]).toBe('Achieved');
  });

  it('is missed when it is due and not met, and never on track', () => {
    expect(said(asked('above', 84, 201314))).toEqual([
      'Slightly behind',
      '84% in 2013/14, when more than 84% was due: the figure came up to the aim, and not past it.',
    ]);
    expect(said(asked('at-least', 90, 201314))).toEqual([
      'Off track',
      '84% in 2013/14, when at least 90% was due: it fell 6 percentage points short.',
    ]);
  });

  it('goes by its milestones where it has any', () => {
    const by = (value: number) =>
      planWith([
        'operator: at-least',
        `milestones: [{ period: 201314, value: ${value} }]\n            operator: at-least`,
      ]);
    expect(said(by(82))[1]).toContain(
      '2.0 percentage points ahead of the line by its milestones to at least 89%',
    );
    expect(said(by(87))[0]).toBe('Off track');
  });

  it('that was met when it was set is said to be so, and to be lost where it is', () => {
    expect(said(aimOf(80))[0]).toBe('Already achieved when set');
    expect(said(aimOf(80), { [now]: reading('79,158,200,final') })).toEqual([
      'Off track',
      '79% in 2013/14: the target of at least 80% by 2016/17 was already achieved when it was set, at 81% in 2012/13, and is no longer.',
    ]);
  });

  it('is judged on the figure before it is rounded: 99.96% is not all of them', () => {
    const nearly = planWith([aim, 'aim: { period: 201617, value: 100 }']);
    const [status, sentence] = said(nearly, {
      [now]: reading(',19992,20000,final'),
      [catalogue]: entries => entries.replace('decimals: 0', 'decimals: 1'),
    });
    expect(status).toBe('On track');
    expect(sentence).toContain('less than 0.1 percentage points to go');
  });

  it('says how many it equates to, of pupils only about', () => {
    const { parts } = view(aimOf(89));
    expect(parts[0]?.sentences.slice(1).map(text)).toEqual([
      'At least ⟨89%⟩ equates to ⟨about 178⟩ of ⟨200⟩ pupils, ⟨about 10⟩ more than now.',
    ]);
  });
});

describe('a target downwards', () => {
  it('is judged downwards', () => {
    const at = (cells: string) => said(asked('below', 61), { [now]: reading(cells), [catalogue]: low });
    expect(at('76,152,200,final')[0]).toBe('On track');
    expect(at('77,154,200,final')[0]).toBe('Slightly behind');
    expect(at('79,158,200,final')[0]).toBe('Off track');
    expect(at('61,122,200,final')[0]).toBe('On track');
    expect(at('60,120,200,final')[0]).toBe('Achieved');
  });
});

describe('what cannot be told', () => {
  it('for want of a figure, of a figure on the same footing, or of one that may be given', () => {
    const none = { [now]: (rows: string) => rows.replace(/ks2-reading,W01,201314,Total.*\n/, '') };
    const silent = planWith(['Reading stood at {ks2-reading}.', 'It stood well.']);
    expect(said(silent, none)).toEqual([
      'No figure',
      'There is no figure of the share of pupils reaching the standard in reading for 2013/14.',
    ]);
    const broken = (entries: string) =>
      entries.replace(
        '    start: 201112\n',
        '    start: 201112\n    breaks:\n      - { from: 201314, kind: method, note: It was measured anew. }\n',
      );
    expect(said(aimOf(89), { [catalogue]: broken })).toEqual([
      'Not comparable',
      '84% in 2013/14, which cannot be compared with the 81% of 2012/13. It was measured anew.',
    ]);
    expect(said(silent, { [now]: reading('40,,10,final') })).toEqual([
      'No figure',
      'No figure is given for 2013/14: it is suppressed to protect confidential information.',
    ]);
    expect(said(aimOf(89), { [now]: reading('~84,,,final') })[1]).toContain('only known roughly');
    const ended = (entries: string) =>
      entries.replace('    start: 201112\n', '    start: 201112\n    end: 201213\n');
    const rows = (text: string) => text.replaceAll(/ks2-reading,.*\n/g, '');
    expect(
      said(aimOf(89), {
        [catalogue]: ended,
        [now]: rows,
        'content/commentary/2013-14/ks2.md': 'Words.',
        [targets]: planWith(['Reading stood at {ks2-reading}.', 'It stood well.']),
      })[1],
    ).toBe(
      'The measure has ended: the last year of the share of pupils reaching the standard in reading is 2012/13.',
    );
  });

  it('because rounding leaves it open', () => {
    const beside = planWith(
      [own, 'against: nation\n            baseline: { period: 201213, value: 1 }'],
      [aim, 'aim: { period: 201617, value: 1.4 }'],
    );
    const finer = {
      [now]: (rows: string) => withDecimals(reading('84.4,,,final')(rows)),
    };
    expect(said(beside, finer)[0]).toBe('Not comparable');
    expect(said(beside, finer)[1]).toContain('were rounded too far');
  });
});

describe('a projection', () => {
  const projected = { [now]: reading('97,,,projection'), 'content/commentary/2013-14/ks2.md': 'Words.' };
  const plan = (...more: readonly (readonly [string, string])[]) =>
    planWith(['Reading stood at {ks2-reading}.', 'It stood well.'], ...more);

  it('is never an outcome, though it would meet the aim', () => {
    expect(said(plan(), projected)).toEqual([
      'Projected only',
      'There is no outcome for 2013/14. 97% is projected, 14.0 percentage points ahead of the straight line to at least 89% in 2016/17, which would be past its aim; a projection is not an outcome.',
    ]);
    const { officers, parts } = view(plan(), projected);
    expect(parts[0]).toMatchObject({ isProjected: true, status: { kind: 'projected' } });
    expect(officers.differs).toBe('Officers judged this on track; no figure can bear that out.');
  });

  it('is passed over once an outcome is held', () => {
    const both = {
      [now]: (rows: string) =>
        `${rows}ks2-reading,W01,201314,Total,Total,97,,,projection,2014-05-01,invented-results,\n`,
    };
    expect(said(aimOf(89), both)[1]).toContain('84% in 2013/14');
    expect(JSON.stringify(view(aimOf(89), both))).not.toContain('97%');
  });
});

describe('a target beside others', () => {
  const beside = (operator: string, value: number, base = 1) =>
    planWith(
      [own, `against: nation\n            baseline: { period: 201213, value: ${base} }`],
      ['operator: at-least', `operator: ${operator}`],
      [aim, `aim: { period: 201617, value: ${value} }`],
    );

  it('is said as a place beside them', () => {
    expect(said(beside('above', 0, -1))).toEqual([
      'Achieved',
      '1 percentage point above Albion in 2013/14: the target of above Albion by 2016/17 is achieved.',
    ]);
    expect(said(beside('at-least', 5))[1]).toBe(
      '1 percentage point above Albion in 2013/14, 1.0 percentage points behind the straight line to at least 5 percentage points above Albion in 2016/17; 4 percentage points to go, 1.3 a year.',
    );
  });

  it('waits for their figure', () => {
    const without = { [now]: (rows: string) => rows.replace(/ks2-reading,N01,201314.*\n/, '') };
    expect(said(beside('above', 0), without)).toEqual([
      'Not comparable',
      'There is no figure of Albion for 2013/14, so this cannot be judged.',
    ]);
  });
});

describe('a target of none', () => {
  const schools = (aim: string, value: number) =>
    said(
      planWith([
        'operator: at-least\n            aim: { period: 201617, value: 89 }',
        `operator: at-most\n            aim: { period: ${aim}, value: 0 }`,
      ])
        .replace('{ period: 201213, value: 81 }', '{ period: 201213, value: 3 }')
        .replace('Reading stood at {ks2-reading}.', 'It stood.'),
      {
        [catalogue]: text =>
          text
            .replace(
              'measure: percentage\n    unit: percent',
              'measure: count\n    unit: schools\n    counted: schools',
            )
            .replace('polarity: high', 'polarity: low'),
        'data/observations/ks2/201213.csv': rows =>
          rows.replace(',81,,,', ',3,,,').replace(',80,,,', ',60,,,'),
        [now]: rows => readingWith(`${value},,`)(rows).replace(',~82,', ',30,').replace(',83,', ',70,'),
      },
    )[1];

  it('is said as a number of schools, and nothing twice', () => {
    expect(schools('201617', 3)).toBe(
      '3 schools in 2013/14, more than on a straight line to none in 2016/17.',
    );
    expect(schools('201415', 1)).toBe(
      '1 school in 2013/14, fewer than on a straight line to none in 2014/15.',
    );
    expect(schools('201314', 2)).toBe('2 schools in 2013/14, when there were to be none.');
    expect(schools('201314', 0)).toContain('the target of no schools by 2013/14 is achieved');
  });
});

describe('a target of several parts', () => {
  const second = (part: string) =>
    planWith([`            ${aim}\n`, `            ${aim}\n          - label: Second\n${part}`]);
  const worst = second(
    '            indicator: ks2-reading\n            worst: ward\n            operator: at-least\n            aim: { period: 201617, value: 70 }\n',
  );
  const wards = (values: readonly string[]): Readonly<Record<string, Override>> => ({
    'data/areas.yaml': text =>
      text.replace(
        'neighbours:',
        `${values.map((_, at) => `  - code: L0${at}\n    name: Ward ${at}\n    kind: ward\n    parent: W01\n`).join('')}neighbours:`,
      ),
    [now]: rows =>
      rows +
      values
        .map((value, at) => `ks2-reading,L0${at},201314,Total,Total,${value},,,final,,invented-results,\n`)
        .join(''),
  });

  it('is on track only if every part is', () => {
    const behind = second(
      '            indicator: ks2-progress\n            baseline: { period: 201213, value: -0.4 }\n            operator: at-least\n            aim: { period: 201617, value: 19 }\n',
    );
    const { parts, status } = view(behind);
    expect(parts.map(part => part.status.word)).toEqual(['On track', 'Off track']);
    expect(status.word).toBe('Off track');
  });

  const far =
    '            indicator: ks2-progress\n            baseline: { period: 201213, value: -0.4 }\n            operator: at-least\n            aim: { period: 201617, value: 19 }\n';

  it('says which part decides, and how the others stand; and each part may have an owner of its own', () => {
    const { whole, owner, parts } = view(second(`${far}            owner: Head of reading\n`));
    expect(whole && text(whole)).toBe(
      'As a whole it ⟨is off track⟩: what decides is “Second”; “Reading” ⟨is on track⟩.',
    );
    expect(owner).toBe('Head of education');
    expect(parts.map(part => part.owner)).toEqual([null, 'Head of reading']);
    expect(view(second(far.replace('value: 19', 'value: 5'))).whole).toBeNull();
    expect(view(plan).whole).toBeNull();
  });

  it('has nobody answer for the whole where somebody answers for each part', () => {
    const each = second(`${far}            owner: Head of reading\n`).replace(
      '            aim: { period: 201617, value: 89 }\n',
      '            aim: { period: 201617, value: 89 }\n            owner: Head of books\n',
    );
    const { owner, parts } = view(each);
    expect([owner, ...parts.map(part => part.owner)]).toEqual([null, 'Head of books', 'Head of reading']);
  });

  it('is counted as a whole and part by part', () => {
    const made = withCouncilFolder({ [targets]: second(far) }, root => makeReport(root));
    if (made.outcome !== 'made') throw new Error(JSON.stringify(made));
    const { targets: pages, homes } = viewsOf(made.report);
    expect(pages[0]?.counts.map(text)).toEqual([
      'Of ⟨3⟩ targets, ⟨one⟩ is achieved and ⟨one⟩ is off track.',
      '⟨One⟩ has no measurable target.',
      'Of their ⟨four⟩ parts, each by itself, ⟨one⟩ is achieved, ⟨one⟩ is on track, ⟨one⟩ is off track and ⟨one⟩ has no measurable target.',
    ]);
    expect(JSON.stringify(homes[0])).toContain('; of their ');
  });

  it('asks for the role of each owner of a part where there is a register', () => {
    const made = withCouncilFolder(
      {
        [targets]: second(`${far}            owner: Nobody\n`),
        'data/plans/roles.yaml': 'roles:\n  - { role: Head of education, answers-for: Schools }\n',
      },
      root => makeReport(root),
    );
    expect(made.outcome === 'issues' && made.issues.map(({ rule }) => rule)).toEqual(['unknown-role']);
  });

  it('cannot be told while one of them cannot', () => {
    const { parts, status } = view(worst);
    expect(parts.map(part => part.status.word)).toEqual(['On track', 'No figure']);
    expect(parts[1]?.sentences.map(text)).toEqual([
      '⟨There are no figures by ward⟩ for 2013/14, so this cannot be judged.',
    ]);
    expect(status.word).toBe('No figure');
  });

  it('holds the worst of the localities to its aim, and none where one is withheld', () => {
    const at = (values: readonly string[]) => view(worst, wards(values)).parts[1];
    expect(at(['75', '71'])?.status.word).toBe('Achieved');
    expect(at(['75', '69'])?.status.word).toBe('Off track');
    expect(at(['75', '69'])?.sentences.map(text)[0]).toBe(
      '⟨69%⟩ in the worst ward, Ward 1, in 2013/14, where the aim is at least ⟨70%⟩ in every ward by 2016/17.',
    );
    expect(at(['75', 'c'])?.status.word).toBe('No figure');
  });

  it('names the wards that are worst together, and leads to the table of them all', () => {
    const part = view(worst, wards(['69', '75', '69', '80'])).parts[1];
    expect(part?.sentences.map(text)[0]).toContain('⟨69%⟩ in the worst wards, Ward 0 and Ward 2, in 2013/14');
    expect(part?.localities?.href).toBe('2013-14/ks2/#ks2-reading-wards');
  });

  it('is never on track while a ward is suppressed, or has no figure, however well the others do', () => {
    const at = (values: readonly string[]) => view(worst, wards(values));
    const suppressed = at(['90', 'c', '95']);
    expect(suppressed.status.word).toBe('No figure');
    expect(suppressed.parts[1]?.now).toBeNull();
    expect(suppressed.parts[1]?.sentences.map(text)).toEqual([
      'The figure of ⟨one⟩ of the ⟨three⟩ wards for 2013/14 is ⟨suppressed to protect confidential information⟩, and could be the worst, so this cannot be judged.',
    ]);
    expect(at(['60', 'c', '95']).parts[1]?.status.word).toBe('No figure');
    expect(at(['90', 'x', '95']).parts[1]?.sentences.map(text)).toEqual([
      'There are figures for ⟨two⟩ of the ⟨three⟩ wards for 2013/14, so ⟨this cannot be judged⟩ of every ward.',
    ]);
    expect(at(['90', '~80', '95']).parts[1]?.status.word).toBe('No figure');
  });

  it('that may not be above a number is decided by the highest ward', () => {
    const atMost = worst.replace(
      'operator: at-least\n            aim: { period: 201617, value: 70 }',
      'operator: at-most\n            aim: { period: 201617, value: 70 }',
    );
    const neutral = {
      [catalogue]: (entries: string) => entries.replace('polarity: high', 'polarity: neutral'),
    };
    const at = (values: readonly string[]) => view(atMost, { ...wards(values), ...neutral }).parts[1];
    expect(at(['70', '40'])?.status.word).toBe('Achieved');
    expect(at(['71', '40'])?.sentences.map(text)[0]).toContain('⟨71%⟩ in the worst ward, Ward 0');
    expect(at(['c', '40'])?.status.word).toBe('No figure');
  });

  it('takes no locality for a ward', () => {
    const localities = { ...wards(['75', '71']) };
    const areas = localities['data/areas.yaml'];
    const changed = (text: string) =>
      (typeof areas === 'function' ? String(areas(text)) : '').replaceAll('kind: ward', 'kind: locality');
    expect(view(worst, { ...localities, 'data/areas.yaml': changed }).parts[1]?.sentences.map(text)).toEqual([
      '⟨There are no figures by ward⟩ for 2013/14, so this cannot be judged.',
    ]);
  });
});

describe('officers’ judgement', () => {
  it('stands beside what was worked out, and is flagged where the two differ', () => {
    expect(view(aimOf(89)).officers).toMatchObject({
      word: 'On track',
      date: '1 October 2014',
      differs: null,
    });
    expect(view(aimOf(84)).officers.differs).toBe('Officers judged this on track; the figures say achieved.');
  });

  it('prints its evidence with the figures of the ledger', () => {
    const { officers } = view(aimOf(89));
    expect(officers.evidence.map(run => run.text).join('')).toBe('Reading stood at 84%.');
    expect(officers.evidence[1]?.figure).toBe('ks2-reading.observation.total.w01.201314');
  });
});

describe('an edition', () => {
  it('shows no plan that came out after its cut-off, or before its first year', () => {
    const made = (change: readonly [string, string], file: string) =>
      withCouncilFolder({ [targets]: planWith(), [file]: text => text.replace(...change) }, root =>
        makeReport(root),
      );
    const late = made(['released: 2014-08-28', 'released: 2015-01-01'], 'data/sources.yaml');
    expect(late.outcome === 'made' && viewsOf(late.report).targets).toEqual([]);
    expect(late.outcome === 'made' && viewsOf(late.report).homes[0]?.targets).toBeNull();
    const other = withCouncilFolder({ [targets]: planWith() }, root =>
      makeReport(root, { edition: null, area: 'W02' }),
    );
    expect(other.outcome === 'made' && viewsOf(other.report).targets).toEqual([]);
  });
});
