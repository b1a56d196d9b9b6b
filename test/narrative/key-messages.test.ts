import { describe, expect, it } from 'vitest';
import { findingsOn } from '../../src/judgements/findings.ts';
import { gapFindings } from '../../src/judgements/gap.ts';
import { rollUp } from '../../src/judgements/roll-up.ts';
import { nationBeside } from '../../src/judgements/setting.ts';
import type { Area } from '../../src/model/area.ts';
import type { Topic } from '../../src/model/breakdown.ts';
import type { Indicator } from '../../src/model/indicator.ts';
import type { Status } from '../../src/model/observation.ts';
import { keyMessages } from '../../src/narrative/key-messages.ts';
import {
  cell,
  council,
  indicatorOf,
  nation,
  observationOf,
  type Row,
  settingOf,
} from '../support/findings.ts';

const sex: Topic = {
  id: 'Sex',
  label: 'Girls and boys',
  about: 'Pupils by sex.',
  groups: [
    { id: 'Girls', label: 'Girls', phrase: 'girls' },
    { id: 'Boys', label: 'Boys', phrase: 'boys' },
  ],
  gaps: [{ group: 'Boys', against: 'Girls' }],
};

type Measured = {
  /** From `period` backwards. */
  readonly values: readonly string[];
  readonly period?: number;
  readonly status?: Status;
  readonly headline?: boolean;
  readonly said?: Partial<Indicator>;
  readonly england?: string;
  /** England's of the year before. */
  readonly englandBefore?: string;
  /** England's boys and girls this year. */
  readonly pairThere?: readonly [string, string];
  /** Boys and girls, this year and the year before. */
  readonly pairs?: readonly (readonly [string, string])[];
  /** Boys who stand alone, ours and England's. */
  readonly boys?: readonly [string, string];
};

/** The key messages of a theme of some measures, named A, B, C … */
function messages(...measures: readonly Measured[]): readonly string[] {
  return messagesOf(council, ...measures);
}

function messagesOf(area: Area, ...measures: readonly Measured[]): readonly string[] {
  const indicators = measures.map(({ said }, index) => {
    const short = String.fromCharCode(65 + index);
    const names = { short, statement: `${short} was {value}`, subject: `measure ${short}` };
    return indicatorOf({
      id: short.toLowerCase(),
      comparators: ['nation'],
      breakdowns: ['Sex'],
      ...names,
      ...said,
    });
  });
  const rows = measures.flatMap((measured, index) =>
    rowsOf(measured).map(row =>
      observationOf(indicators[index] ?? indicatorOf(), { area: area.code, ...row }),
    ),
  );
  const plain = { ...settingOf(rows, indicators), council: area };
  const headlines = indicators.filter((_, index) => measures[index]?.headline).map(({ id }) => id);
  const setting = { ...plain, edition: { ...plain.edition, headlines } };
  const everyone = indicators.flatMap(indicator => findingsOn(setting, indicator) ?? []);
  const rolled = rollUp(setting, 'ks2', everyone, nationBeside(setting));
  const about = indicators
    .filter(({ topic }) => topic === 'Sex')
    .map(indicator => ({ indicator, everyone: findingsOn(setting, indicator), groups: [], localities: [] }));
  const standing = rollUp(
    setting,
    'topic-sex',
    about.flatMap(({ everyone }) => everyone ?? []),
    nationBeside(setting),
  );
  const found = {
    theme: { id: 'ks2', label: 'Key stage 2', about: 'Tests.', topics: [] },
    indicators: indicators.map(indicator => ({
      indicator,
      everyone: findingsOn(setting, indicator),
      groups: [],
      localities: [],
    })),
    profiles: [],
    topics: [
      {
        topic: sex,
        gaps: indicators.flatMap(indicator => gapFindings(setting, indicator, [sex])),
        alone: indicators.flatMap((indicator, index) => {
          const boys =
            measures[index]?.boys === undefined
              ? null
              : findingsOn(setting, indicator, { topic: 'Sex', group: 'Boys' });
          return boys === null ? [] : [{ indicator, topic: sex, groups: [boys] }];
        }),
        about,
        standing,
      },
    ],
    standing: rolled === null ? [] : [rolled, rolled],
    ground: null,
  };
  const said = keyMessages(setting, found);
  // A claim is looked up by its id, so their order is part of it.
  expect(said.map(({ id }) => id)).toEqual(said.map((_, at) => `ks2.key-messages.${at + 1}`));
  return said.map(({ text }) => text);
}

function rowsOf({
  values,
  period = 2013,
  status = 'final',
  england,
  englandBefore,
  pairs = [],
  pairThere,
  boys,
}: Measured): readonly Row[] {
  const year = (back: number) => `${period - back}${period - 1999 - back}`;
  const there = (text: string, back: number, group?: string): Row => ({
    value: cell(text),
    area: nation.code,
    period: year(back),
    ...(group === undefined ? {} : { breakdown: { topic: 'Sex', group } }),
  });
  return [
    ...values.map((text, back) => ({ value: cell(text), period: year(back), status })),
    ...(england === undefined ? [] : [there(england, 0)]),
    ...(englandBefore === undefined ? [] : [there(englandBefore, 1)]),
    ...(pairThere === undefined ? [] : [there(pairThere[0], 0, 'Boys'), there(pairThere[1], 0, 'Girls')]),
    ...(boys === undefined
      ? []
      : [
          { value: cell(boys[0]), period: year(0), breakdown: { topic: 'Sex', group: 'Boys' } },
          there(boys[1], 0, 'Boys'),
        ]),
    ...pairs.flatMap(([boys, girls], back) => [
      { value: cell(boys), period: year(back), breakdown: { topic: 'Sex', group: 'Boys' } },
      { value: cell(girls), period: year(back), breakdown: { topic: 'Sex', group: 'Girls' } },
    ]),
  ];
}

describe('the key messages of a theme', () => {
  it('lead with the first measure, then the steps that weigh most, whatever their unit', () => {
    expect(
      messages(
        { values: ['84', '81'] },
        { values: ['57', '60'] },
        { values: ['20', '30'], said: { unit: 'points' } },
        { values: ['66', '64'] },
        { values: ['69', '64'] },
      ),
    ).toEqual([
      'In 2013/14, A was 84%, up 3 percentage points on 2012/13.',
      'Biggest step back: C, down 10 points to 20.',
      'Biggest step forward: E, up 5 percentage points to 69%.',
    ]);
  });

  it('lead with a measure that is held, before one that is not available of this council', () => {
    expect(messages({ values: ['x', '81'] }, { values: ['57', '57'] })[0]).toBe(
      'In 2013/14, B was 57%, unchanged from 2012/13.',
    );
    expect(messages({ values: ['c', '81'] }, { values: ['57', '57'] })[0]).toMatch(/ A .* suppressed/i);
  });

  it('lead with a headline, before a measure of few pupils whose number is not held', () => {
    const few = { values: ['80', '80'], said: { pupils: 'few' } } as const;
    expect(messages(few, { values: ['57', '57'], headline: true })[0]).toMatch(/B was 57%/);
    expect(messages(few, { values: ['57', '57'] })[0]).toMatch(/A was 80%/);
  });

  it('give a gap that is a measure of its own only once', () => {
    const gap = { values: ['17'], said: { topic: 'Sex', unit: 'percentage-points' } } as const;
    const twice = messages({ values: ['84'], pairs: [['60', '77']] }, gap).filter(text => /17/.test(text));
    expect(twice).toEqual(['In 2013/14, B was 17.']);
    const other = messages({ values: ['84'], pairs: [['60', '78']] }, gap).filter(text =>
      /gap of/.test(text),
    );
    expect(other).toHaveLength(1);
  });

  it('give no largest move that is broadly none or the first measure’s own', () => {
    expect(
      messages({ values: ['84', '74'] }, { values: ['69', '64'] }, { values: ['63.0', '63.4'] }).filter(
        text => text.startsWith('Largest'),
      ),
    ).toEqual([]);
  });

  it('say down of an improvement where lower is better, and that a figure is provisional', () => {
    expect(
      messages(
        { values: ['84', '84'] },
        { values: ['4.1', '7.8'], said: { polarity: 'low' }, status: 'provisional' },
      )[1],
    ).toBe('Biggest step forward: B, down 3.7 percentage points to 4.1% (provisional).');
    // What weighs next to nothing is no step.
    expect(messages({ values: ['84', '84'] }, { values: ['4.1', '4.8'] }).join()).not.toContain('Biggest');
  });

  it('are of the edition’s own year before any other, and an older move says of which year it is', () => {
    expect(messages({ values: ['90', '50'], period: 2012 }, { values: ['84', '81'] })).toEqual([
      'In 2013/14, B was 84%, up 3 percentage points on 2012/13.',
      'Biggest step forward: A, up 40 percentage points to 90% in 2012/13.',
    ]);
  });

  it('are made up to three from further measures, none said twice', () => {
    expect(messages({ values: ['84'] }, { values: ['70'] }, { values: ['60'] }, { values: ['50'] })).toEqual([
      'In 2013/14, A was 84%.',
      'In 2013/14, B was 70%.',
      'In 2013/14, C was 60%.',
    ]);
  });

  it('name the two gaps that weigh most this year, by how they grew and then by how wide they are', () => {
    const said = messages(
      { values: [], pairs: [['60', '64']] },
      {
        values: [],
        pairs: [
          ['50', '70'],
          ['50', '72'],
        ],
      },
      { values: [], pairs: [['55', '65']] },
      { values: [], pairs: [['c', '99']] },
      { values: [], pairs: [['10', '90']], period: 2012 },
      {
        values: [],
        pairs: [
          ['60', '63'],
          ['60', '61'],
        ],
      },
    );
    const words = (text: string) =>
      [...text.matchAll(/measure (.)|narrowed|widened/g)].map(([all, name]) => name ?? all);
    expect(said.map(words)).toEqual([
      ['B', 'narrowed'],
      ['F', 'widened'],
    ]);
  });

  it('say nothing of a gap that may not be given', () => {
    expect(messages({ values: [], pairs: [['c', '99']] })).toEqual([]);
  });

  it('leave out no headline that moved for the worse or is worse than the nation, whatever the room', () => {
    const pairs = [
      ['50', '70'],
      ['50', '72'],
    ] as const;
    const bad = { values: ['60', '64'], england: '70', headline: true, pairs };
    const said = messages({ values: ['84', '81'] }, ...Array.from({ length: 7 }, () => bad));
    for (const name of ['B', 'C', 'D', 'E', 'F', 'G', 'H'])
      expect(said).toContain(
        `In 2013/14, ${name} was 60%, down 4 percentage points on 2012/13 and 10 percentage points below England.`,
      );
    expect(said.filter(text => text.startsWith('Largest'))).toEqual([]);
  });

  it('say a headline once, though its move is the largest too', () => {
    const said = messages({ values: ['84', '81'] }, { values: ['50', '60'], headline: true });
    expect(said.filter(text => text.includes('B'))).toEqual([
      'In 2013/14, B was 50%, down 10 percentage points on 2012/13.',
    ]);
  });

  it('are never more than six', () => {
    const pairs = [
      ['50', '70'],
      ['50', '72'],
    ] as const;
    const wide = { values: ['84', '81'], england: '80', pairs };
    expect(messages(wide, { values: ['60', '64'], pairs }, { values: ['64', '60'], pairs })).toHaveLength(6);
  });
});

describe('what may be said while there is room', () => {
  const lead = { values: ['84', '84'] };
  const of = (start: RegExp, ...measures: readonly Measured[]) =>
    messages(lead, ...measures).filter(text => start.test(text));

  it('sets a move beside what became of the nation', () => {
    const risen = { values: ['69', '64'], england: '60', englandBefore: '59' };
    expect(of(/^Biggest/, risen)).toEqual([
      'Biggest step forward: B, up 5 percentage points to 69%, while England’s rose by 1 percentage point to 60%.',
    ]);
    // Where rounding leaves open which way the nation went, nothing is said of it.
    expect(of(/^Biggest/, { ...risen, englandBefore: '59.8' })).toEqual([
      'Biggest step forward: B, up 5 percentage points to 69%.',
    ]);
  });

  it('says why more than all took part, where a step leads there', () => {
    expect(of(/^Biggest/, { values: ['102', '97'] })).toEqual([
      'Biggest step forward: B, up 5 percentage points to 102% (more than all of them, as their number is an estimate).',
    ]);
  });

  it('takes no rise that lost ground on the nation for a step forward', () => {
    const slower = { values: ['69', '64'], england: '66', englandBefore: '58' };
    expect(of(/^Biggest/, slower)).toEqual([]);
  });

  it('takes no move of few pupils whose number is not held for a step', () => {
    const few = { values: ['40', '80'], said: { pupils: 'few' } } as const;
    expect(of(/^Biggest/, few, { values: ['60', '62'] })).toEqual([
      'Biggest step back: C, down 2 percentage points to 60%.',
    ]);
    expect(of(/^Biggest/, few)).toEqual([]);
  });

  it('names of groups that stand alone the one furthest behind the nation’s, of a recent year and not of a few', () => {
    const behind = (...measures: readonly Measured[]) => of(/: for boys it was/, ...measures);
    const near = { values: ['60'], boys: ['50', '55'] } as const;
    const far = { values: ['60'], boys: ['40', '55'] } as const;
    const said = (of: string, own: string) => `${of}: for boys it was ${own}%, and in England 55%.`;
    expect(behind(near)).toEqual([said('B', '50')]);
    expect(behind(near, far)).toEqual([said('C', '40')]);
    expect(behind(near, { ...far, said: { pupils: 'few' } })).toEqual([said('B', '50')]);
    expect(behind(near, { ...far, period: 2010 })).toEqual([said('B', '50')]);
    expect(behind({ values: ['60'], boys: ['56', '55'] })).toEqual([]);
  });

  it('names the record that is furthest from every other year, and none that is next to nothing or of few pupils', () => {
    const first = { values: ['70.0', '69.9', '60.0', '61.0'] };
    expect(of(/^Highest/, first)).toEqual([]);
    expect(of(/^Highest/, { ...first, values: ['75', '70', '60', '61'], said: { pupils: 'few' } })).toEqual(
      [],
    );
    // The rises to these two are the steps forward of neither: one is the largest, the other a headline.
    const second = { values: ['72.0', '70.0', '60.0', '61.0'], said: { polarity: 'neutral' } } as const;
    const third = { values: ['75.0', '70.0', '60.0', '61.0'], said: { polarity: 'neutral' } } as const;
    expect(of(/^Highest/, first, second, third)).toEqual([
      'Highest of the four years that can be compared, from 2010/11: D, at 75.0%.',
    ]);
  });

  it('names no measure that came to the other side from as good as level, and one that did so plainly with its move', () => {
    const near = { values: ['66.0', '64.4'], england: '63.0', englandBefore: '64.5' };
    expect(of(/now above/, near)).toEqual([]);
    const plain = { values: ['66', '60'], england: '63', englandBefore: '64' };
    expect(of(/now above/, plain)).toEqual([
      'Biggest step forward: B, up 6 percentage points to 66%, while England’s fell by 1 percentage point to 63%. It is now above England; the year before it was 4 percentage points below.',
    ]);
  });

  it('names the three gravest of the measures that are worse, and says how many others there are', () => {
    const worse = (value: string) => ({ values: [value], england: '70' });
    const all = ['60', '61', '62', '63', '64', '65', '50'].map(worse);
    expect(messages(...all)[1]).toMatch(
      /Worse than England: G \(by 20 percentage points\); A \(by 10.*; B \(by 9 percentage points\); and four more\.$/,
    );
    expect(messages(...all.slice(0, 3))[1]).toMatch(/; C \(by 8 percentage points\)\.$/);
  });

  it('puts what weighs most first', () => {
    const back = { values: ['60', '62'] };
    const forward = { values: ['69', '60'] };
    expect(of(/^Biggest/, back, forward).map(text => text.slice(8, 17))).toEqual(['step forw', 'step back']);
  });

  it('says the nation’s gap with the council’s, and nothing of a move that rounding leaves open', () => {
    const gap: Measured = {
      values: [],
      pairs: [
        ['50', '70'],
        ['51', '70'],
      ],
      pairThere: ['60', '70'],
    };
    expect(of(/gap/, gap)).toEqual([
      'In 2013/14, measure B was 50% for boys and 70% for girls, a gap of 20 percentage points. England’s was 10 percentage points.',
    ]);
  });
});

describe('of a council with a handful of children', () => {
  const city: Area = {
    code: 'E09000001',
    name: 'City of London',
    phrase: 'the City of London',
    kind: 'authority',
  };
  const fallen: Measured = {
    values: ['78', '84', '70', '71'],
    england: '68',
    headline: true,
    pairs: [
      ['100', '75'],
      ['100', '64'],
    ],
    pairThere: ['50', '70'],
  };

  it('figures are given, and nothing is called better or worse, large, or a record', () => {
    expect(messagesOf(city, fallen, fallen)).toEqual([
      'In 2013/14, A was 78%, down 6 percentage points on 2012/13 and 10 percentage points above England.',
      'So few children live in the City of London that one or two of them may decide a figure, so nothing is called better or worse.',
      'In 2013/14, B was 78%, down 6 percentage points on 2012/13 and 10 percentage points above England.',
    ]);
    expect(messages(fallen, fallen).join(' ')).toMatch(/better on both.*a gap of/);
  });
});
