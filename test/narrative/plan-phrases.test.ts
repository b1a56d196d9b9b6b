// How plans are counted in words: of one, of none, and where figures leave it open. The findings here are invented.
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/narrative/sentence.ts';
import { type ActionPlansFindings, actionPlansSentences } from '../../src/plans/action-plans.ts';
import { type DeliveryFindings, deliverySentences } from '../../src/plans/delivery-plan.ts';
import { type GovernanceFindings, governanceSentences } from '../../src/plans/governance.ts';
import { moreDrafts } from '../../src/plans/kit/projections.ts';
import { type NewsFindings, newsSentences } from '../../src/plans/news.ts';
import { type ScorecardFindings, scorecardSentences } from '../../src/plans/scorecard.ts';
import { type ScrutinyFindings, scrutinySentences } from '../../src/plans/scrutiny.ts';
import type { EditionTargets } from '../../src/targets/findings.ts';
import { countSentences } from '../../src/targets/words.ts';

const number = (count: number) => ({ id: `f${count}`, text: String(count) });
const counted = (count: number, more: object = {}) => ({ count, figure: number(count), ...more });
const texts = (written: readonly { readonly text: string }[] | undefined) =>
  (written ?? []).map(({ text }) => text);

describe('what became of last year’s actions', () => {
  const told = (of: number, told: number) =>
    texts(
      deliverySentences({
        counts: [],
        all: counted(0),
        promised: counted(of),
        told: counted(told),
      } as unknown as DeliveryFindings).before,
    );

  it('is told of none, of some, of the one or of all', () => {
    expect(told(3, 0)).toEqual(['The edition before had 3 actions; this one tells of none.']);
    expect(told(3, 2)).toEqual(['The edition before had 3 actions; this one tells of two.']);
    expect(told(1, 1)).toEqual(['The edition before had 1 action; this one tells of it.']);
    expect(told(3, 3)).toEqual(['The edition before had 3 actions; this one tells of all three.']);
  });

  it('is not told of where there were no actions', () => {
    expect(told(0, 0)).toEqual([]);
  });
});

describe('a scorecard', () => {
  const said = (found: object) =>
    texts(
      scorecardSentences({
        outcomes: [],
        all: counted(4),
        kpis: counted(0),
        statuses: [],
        directions: [],
        ...found,
      } as unknown as ScorecardFindings).counts,
    );
  const ways = (...some: readonly (readonly [string, number])[]) => ({
    directions: some.map(([direction, count]) => counted(count, { of: direction })),
  });
  const rows = (...lastYear: readonly boolean[]) => ({
    outcomes: [
      {
        rows: lastYear.map(each => ({
          row: {},
          years: [],
          direction: 'better',
          change: { lastYear: each },
        })),
      },
    ],
  });

  it('leaves key performance indicators out where there are none', () => {
    expect(said({})).toEqual(['The scorecard has 4 measures.']);
    expect(said({ kpis: counted(1) })).toEqual([
      'The scorecard has 4 measures, of which one is a key performance indicator.',
    ]);
  });

  it('says since when its measures moved, and of which it may not be said', () => {
    const all = ways(['better', 2], ['worse', 1], ['open', 1], ['none', 2]);
    expect(said({ ...all, ...rows(true, true) }).slice(1)).toEqual([
      'Since the year before, two have become better, one has become worse and one cannot be called better or worse.',
      'Two cannot be compared with an earlier year.',
    ]);
    expect(said({ ...all, ...rows(true, false) })[1]).toBe(
      'Since the last year that each can be compared with, two have become better, one has become worse and one cannot be called better or worse.',
    );
    expect(said(ways(['none', 1])).slice(1)).toEqual(['One cannot be compared with an earlier year.']);
    expect(said({ ...ways(['open', 2]), ...rows(true) }).slice(1)).toEqual([
      'Since the year before, two cannot be called better or worse.',
    ]);
  });
});

describe('one of a kind', () => {
  it('is a school, a claim, a target', () => {
    const more = {
      more: counted(1),
      made: number(15),
      of: number(16),
      now: number(14),
      share: number(93),
      label: 'Good or outstanding',
      unit: 'schools',
    };
    const projection = { condition: 'if it were inspected' };
    const [first] = moreDrafts(projection, more as unknown as Parameters<typeof moreDrafts>[1]).map(textOf);
    expect(first).toBe(
      'One more school was expected to be good or outstanding if it were inspected, besides the 14 of 16 that were.',
    );
    const news = (all: number, counts: readonly object[]) =>
      texts(newsSentences({ entries: [], all: counted(all), counts } as unknown as NewsFindings).counts);
    expect(news(1, [counted(1, { of: 'holds' }), counted(0, { of: 'does-not-hold' })])).toEqual([
      'Of 1 claim, one is borne out.',
    ]);
    expect(news(0, [counted(0, { of: 'holds' })])).toEqual([]);
    const scrutiny = (status: string) =>
      texts(
        scrutinySentences({
          all: counted(0),
          targets: { all: counted(1), plans: [], parts: null, counts: [counted(1, { of: status })] },
        } as unknown as ScrutinyFindings).targets,
      );
    expect(scrutiny('on-track')).toEqual(['Of 1 target, one is on track.']);
    expect(scrutiny('off-track')).toEqual([
      'Of 1 target, none is on track or achieved and one is off track.',
    ]);
  });

  it('says of targets that cannot be judged why not, each reason by itself', () => {
    const said = (...counts: readonly (readonly [status: string, count: number])[]) =>
      countSentences({
        parts: null,
        counts: counts.map(([of, count]) => counted(count, { of })),
        all: counted(counts.reduce((sum, [, count]) => sum + count, 0)),
        plans: [],
      } as unknown as EditionTargets).map(textOf);
    expect(said(['no-number', 1])).toEqual(['Of 1 target, one has no measurable target.']);
    expect(said(['off-track', 3], ['not-comparable', 2], ['no-figure', 1], ['no-number', 7])).toEqual([
      'Of 13 targets, three are off track; none is on track or achieved.',
      'Two have no figure that can be compared, one has no figure and seven have no measurable target.',
    ]);
  });
});

describe('what is said of a few', () => {
  const rated = (counts: readonly (readonly [rating: string, count: number])[]) => {
    const sum = counts.reduce((all, [, count]) => all + count, 0);
    const priority = {
      priority: null,
      all: counted(sum),
      counts: counts.map(([rating, count]) => counted(count, { of: rating })),
    };
    return actionPlansSentences({
      ...priority,
      moves: [],
      plans: [],
      needless: counted(0),
      unproved: { plans: [], figure: number(0) },
      early: counted(0),
      priorities: [priority],
    } as unknown as ActionPlansFindings).priorities.map(({ sentences }) => texts(sentences).join(' '))[0];
  };

  it('of plans rated alike is that both or all are', () => {
    expect(rated([['amber', 2]])).toBe('Both of its plans are rated amber.');
    expect(rated([['green', 3]])).toBe('All three of its plans are rated green.');
    expect(rated([['green', 1]])).toBe('Its one plan is rated green.');
    expect(
      rated([
        ['green', 1],
        ['red', 1],
      ]),
    ).toBe('Of its two plans, one is rated green and one red.');
  });

  it('of consultations is for how many something is given, and of one whether it is', () => {
    const said = (all: number, told: number, changed: number) =>
      texts(
        governanceSentences({
          boards: [],
          duties: { all: counted(0), withLaw: counted(0) },
          consultation: { all: counted(all), told: counted(told), changed: counted(changed) },
        } as unknown as GovernanceFindings).consultation,
      );
    expect(said(3, 0, 1)).toEqual([
      'The plan lists three consultations. What people said is given for none of them, and what changed for one.',
    ]);
    expect(said(1, 0, 1)).toEqual([
      'The plan lists one consultation. What people said is not given, and what changed is given.',
    ]);
  });
});

describe('the evidence of ratings', () => {
  const said = (found: { plans: number; unproved?: number; early?: number }) =>
    texts(
      actionPlansSentences({
        priorities: [],
        plans: Array.from({ length: found.plans }, () => ({ plan: { id: 'a' }, projected: [] })),
        all: counted(found.plans),
        counts: [],
        moves: [counted(found.plans, { of: 'first-rated' })],
        needless: counted(0),
        unproved: {
          plans: Array.from({ length: found.unproved ?? 0 }, () => ({ plan: { rating: 'red' } })),
          figure: number(found.unproved ?? 0),
        },
        early: counted(found.early ?? 0),
      } as unknown as ActionPlansFindings).counts,
    );

  it('is with each plan, or why it is too early', () => {
    expect(said({ plans: 3, early: 2 }).at(-1)).toBe(
      'Each comes with its evidence, or with why it is too early to tell, as two do.',
    );
    expect(said({ plans: 3, early: 1 }).at(-1)).toBe(
      'Each comes with its evidence, or with why it is too early to tell, as one does.',
    );
    expect(said({ plans: 3 }).at(-1)).toBe('Each comes with the evidence that officers gave.');
    expect(said({ plans: 3, early: 3 }).at(-1)).toBe('For each it is too early to tell.');
  });

  it('of one plan that is new says so of one', () => {
    expect(said({ plans: 1 })).toContain('It is rated for the first time.');
    expect(said({ plans: 2 })).toContain('All are rated for the first time.');
  });
});
