import { z } from 'zod';
import type { Figure, Tally, TallyOf } from '../model/figure.ts';
import type { Path } from '../model/place.ts';
import { someTime, someTimeLabel } from '../model/time.ts';
import {
  clausesOf,
  countWords,
  type Draft,
  listed,
  mention,
  say,
  type Written,
} from '../narrative/sentence.ts';
import {
  type Block,
  type BlockTable,
  entryBlock,
  linkRun,
  linksBlock,
  listBlock,
  notStated,
  type PlanSection,
  plainRun,
  plainRuns,
} from '../pages/blocks.ts';
import type { Layout } from '../pages/material.ts';
import { measureLinks } from '../pages/measure-links.ts';
import { statusView, statusWords } from '../pages/status-views.ts';
import { targetsIn } from '../targets/findings.ts';
import { governanceForm } from './governance.ts';
import { planKind } from './kind.ts';
import type { PlanCheck } from './kit/checks.ts';
import { documentSchema, entryId, entryRef, plain, ref, role, words } from './kit/fields.ts';
import { counterIn, type PlanGiven, tallies } from './kit/findings.ts';
import { planForm } from './kit/form.ts';
import { checkGradeCounts } from './kit/grade-count-checks.ts';
import type { PlanContents } from './kit/judged.ts';
import type { Undertaking } from './kit/offers.ts';
import {
  documentBlock,
  figureBlockCell,
  joinedRuns,
  listFact,
  noteBlock,
  type PlanLayout,
  sentencesBlock,
  tallyBlock,
  targetHref,
  wordRuns,
  wordsBlock,
} from './kit/page.ts';
import {
  checkProjections,
  type ProjectionFindings,
  projectionSchema,
  projectionSentences,
  projectionsFound,
} from './kit/projections.ts';
import { numberedSentences } from './kit/words.ts';

/** The five states of a rating, best first: each is a word, a shape and a colour, never a colour alone. */
export const ratings = ['green', 'amber-green', 'amber', 'amber-red', 'red'] as const;
/** A rating of an action plan. */
type Rating = (typeof ratings)[number];

/** The ratings in a sentence. */
const ratingNames: Readonly<Record<Rating, string>> = {
  green: 'green',
  'amber-green': 'amber/green',
  amber: 'amber',
  'amber-red': 'amber/red',
  red: 'red',
};

/** How a rating stands to that of the edition before. */
const ratingMoves = ['improved', 'same', 'worse', 'first-rated'] as const;
/** How a rating stands to that of the edition before. */
type RatingMove = (typeof ratingMoves)[number];

/** How a rating stands to that of the edition before, under the same id; there may be none. */
function ratingMove(now: Rating, before: Rating | null): RatingMove {
  if (before === null) return 'first-rated';
  const steps = ratings.indexOf(now) - ratings.indexOf(before);
  return steps === 0 ? 'same' : steps < 0 ? 'improved' : 'worse';
}

/** The action plans of an edition. */
type ActionPlans = z.output<typeof actionPlansSchema>;
/** One plan of action: what it is for, what is done, what it should bring, how it is rated and on what evidence. */
const actionPlanSchema = z.strictObject({
  id: entryId('action plan'),
  short: plain('Its name on pages'),
  priority: entryRef(
    'priority',
    'The priority of governance.yaml that it serves; left out of what the whole strategy needs',
  ).optional(),
  owner: role(),
  need: words('Why it is needed, figures named in braces').optional(),
  interventions: z.array(words('Something that is done')).min(1),
  intended: z.array(words('Something that it should bring')).default([]),
  rating: z.enum(ratings).describe('The officers’ own rating'),
  rated: someTime('When it was rated: a day, or the month where no day is known'),
  progress: z.array(words('Something that has been done or seen')).default([]),
  evidence: words('What the rating rests on').optional(),
  'too-early': plain('Instead of evidence: why there is no effect to measure yet').optional(),
  next: z.array(words('Something for the next year')).default([]),
  without: z
    .strictObject({
      need: plain('Why no need is stated').optional(),
      intended: plain('Why it is not said what it should bring').optional(),
      evidence: plain('Why the rating has no evidence').optional(),
      next: plain('Why nothing is planned for the next year').optional(),
    })
    .default({})
    .describe('What the plan leaves out, each with the reason that readers are given'),
  moves: z.array(ref('measure')).default([]).describe('The measures that it means to move'),
  targets: z.array(ref('target')).default([]).describe('The targets that it serves'),
  projections: z.array(projectionSchema).default([]),
  note: plain('Full sentences for readers: contradictions and how they were settled').optional(),
});

/** `data/plans/<edition>/action-plans.yaml`. */
const actionPlansSchema = z.strictObject({
  document: documentSchema.optional(),
  note: plain('Full sentences for readers on the ratings as a whole').optional(),
  plans: z.array(actionPlanSchema).min(1),
});

/** One plan of action. */
type ActionPlan = z.output<typeof actionPlanSchema>;

/** How action plans are written down. */
export const actionPlansForm = planForm({
  id: 'action-plans',
  name: 'Action plans',
  schema: actionPlansSchema,
});

/** The plans of action of a strategy, each as officers rate it. */
export const actionPlans = planKind({
  form: actionPlansForm,
  check: checkActionPlans,
  find: actionPlansFindings,
  say: actionPlansSentences,
  page: actionPlansPage,
  offers: {
    by: 'rating',
    undertakings: ({ plans }) => plans.map(undertaking),
    now: ({ found, said }) => ({
      counts: said.counts,
      undertakings: found.plans.map(({ plan, before }) => ({
        ...undertaking(plan),
        standing: plan.rating,
        isBehind: behind.includes(plan.rating),
        deadline: null,
        next: plan.next,
        nextNotStated: plan.without.next ?? null,
        outcome: null,
        notStated: null,
        ratedBefore: before,
      })),
    }),
  },
});

/** Reports ratings that rest on nothing, gaps without a reason, and projections that are not whole. */
function checkActionPlans(check: PlanCheck<ActionPlans>): void {
  const { plan } = check;
  checkGradeCounts(check);
  plan.value.plans.forEach((each, at) => {
    const path = ['plans', at];
    checkGaps(check, each, path);
    checkRating(check, each, path);
    checkProjections(check, each.projections, path);
  });
}

/** What a plan leaves out, it says why; what it gives, it does not also leave out. */
function checkGaps({ plan, report }: PlanCheck<ActionPlans>, each: ActionPlan, path: Path): void {
  const given = {
    need: each.need !== undefined,
    intended: each.intended.length > 0,
    evidence: each.evidence !== undefined || each['too-early'] !== undefined,
    next: each.next.length > 0,
  } as const;
  for (const key of Object.keys(given) as (keyof typeof given)[]) {
    const isLeftOut = each.without[key] !== undefined;
    if (given[key] && isLeftOut) report(plan.place([...path, 'without', key]), 'given-and-left-out', key);
    if (given[key] || isLeftOut) continue;
    const place = plan.place([...path, 'id']);
    switch (key) {
      case 'need':
        report(place, 'empty-need');
        break;
      case 'intended':
        report(place, 'empty-intention');
        break;
      case 'next':
        report(place, 'empty-next-steps');
        break;
      case 'evidence':
        report(plan.place([...path, 'rating']), 'rating-without-evidence', each.rating);
        break;
    }
  }
}

/** A plan of which it is too early to tell does not go well (P39), and a rating is known by the cut-off. */
function checkRating({ plan, edition, report }: PlanCheck<ActionPlans>, each: ActionPlan, path: Path): void {
  if (each['too-early'] !== undefined && isGood(each))
    report(plan.place([...path, 'rating']), 'rating-too-early', each.rating);
  // Held to a month, where the rating is.
  if (each.rated > edition['cut-off'].slice(0, each.rated.length))
    report(plan.place([...path, 'rated']), 'rated-after-cut-off', each.rated, edition['cut-off']);
}

/** A plan with last year's rating beside this year's, and what it projected. */
type PlanRated = {
  readonly plan: ActionPlan;
  readonly before: Rating | null;
  readonly move: RatingMove;
  readonly projections: readonly ProjectionFindings[];
};

/** A priority of the strategy. */
type Priority = { readonly id: string; readonly name: string; readonly words: string };

/** The plans of a priority area, or those of the whole strategy (`priority` null). */
type PriorityRated = {
  readonly priority: Priority | null;
  readonly plans: readonly PlanRated[];
  readonly all: Figure;
  readonly counts: readonly TallyOf<Rating>[];
};

/** What may be said of the action plans of an edition. */
export type ActionPlansFindings = {
  readonly plans: readonly PlanRated[];
  readonly all: Figure;
  readonly counts: readonly TallyOf<Rating>[];
  readonly priorities: readonly PriorityRated[];
  /** How the ratings stand to those of the edition before. */
  readonly moves: readonly TallyOf<RatingMove>[];
  /** The plans whose rating rests on no stated evidence, and how many they are. */
  readonly unproved: { readonly plans: readonly PlanRated[]; readonly figure: Figure };
  /** Those of which it is too early to tell. */
  readonly early: Tally;
  /** Those that do not set out the need. */
  readonly needless: Tally;
};

/** The findings on the action plans of an edition: how many are rated what, in all and by priority area (G15). */
function actionPlansFindings(given: PlanGiven<ActionPlans>): ActionPlansFindings {
  const plans = given.plan.value.plans.map((each, at) => ratedPlan(given, each, at));
  const count = counterIn(given, ['plans']);
  const countsOf = (some: readonly PlanRated[], name: string) =>
    tallies(
      ratings,
      some.map(({ plan }) => plan.rating),
      (rating, number) => count(`${name}rated ${ratingNames[rating]}`, number),
    );
  const listed = governanceForm.in(given.book)?.value.priorities ?? [];
  const groups = [null, ...listed].map((priority): PriorityRated => {
    const own = plans.filter(each => each.plan.priority === priority?.id);
    const name = `${priority?.name ?? 'The whole strategy'}: `;
    return { priority, plans: own, all: count(`${name}all`, own.length).figure, counts: countsOf(own, name) };
  });
  const priorities = groups.filter(group => group.plans.length > 0);
  const unproved = plans.filter(each => each.plan.without.evidence !== undefined);
  const early = plans.filter(each => each.plan['too-early'] !== undefined);
  const needless = plans.filter(each => each.plan.without.need !== undefined);
  return {
    plans,
    all: count('all', plans.length).figure,
    counts: countsOf(plans, ''),
    priorities,
    moves:
      given.before === null
        ? []
        : tallies(
            ratingMoves,
            plans.map(({ move }) => move),
            (move, number) => count(move.replace('-', ' '), number),
          ),
    unproved: { plans: unproved, figure: count('rated without evidence', unproved.length).figure },
    early: count('too early to tell', early.length),
    needless: count('without a stated need', needless.length),
  };
}

function ratedPlan(given: PlanGiven<ActionPlans>, each: ActionPlan, at: number): PlanRated {
  const earlier = given.before?.value.plans.find(({ id }) => id === each.id)?.rating ?? null;
  return {
    plan: each,
    before: earlier,
    move: ratingMove(each.rating, earlier),
    projections: projectionsFound(given, each.projections, `action plan ${each.id}`, ['plans', at]),
  };
}

/** How many plans are rated what (G15), what their ratings rest on, how they moved, and what each plan projected. */
export function actionPlansSentences(found: ActionPlansFindings) {
  return {
    counts: numberedSentences('action-plans.counts', [
      ratingsSentence(found),
      ...movesSentences(found),
      ...evidenceSentences(found),
    ]),
    priorities: found.priorities.map(
      (each): PrioritySaid => ({
        ...each,
        sentences: numberedSentences(`action-plans.priority-${each.priority?.id ?? 'all'}`, [
          prioritySentence(each),
        ]),
      }),
    ),
    plans: found.plans.map(
      (each): PlanSaid => ({
        ...each,
        projected: numberedSentences(
          `action-plans.${each.plan.id}.projections`,
          each.projections.flatMap(projectionSentences),
        ),
      }),
    ),
  };
}

/** A priority area with how its plans are rated. */
type PrioritySaid = PriorityRated & { readonly sentences: readonly Written[] };

/** A plan with what it projected. */
type PlanSaid = PlanRated & { readonly projected: readonly Written[] };

/** "Of 16 action plans, one is rated green, two amber/green, 10 amber, one amber/red and two red." */
function ratingsSentence({ all, counts }: ActionPlansFindings): Draft {
  return say`Of ${mention(all)} action ${all.text === '1' ? 'plan' : 'plans'}, ${ratingsDraft(counts)}.`;
}

/** "Both are rated amber", "all three are rated red": the one rating of several plans; null where they have more than one. */
function alikeDraft(all: Figure, counts: readonly TallyOf<Rating>[]): Draft | null {
  const [only, second] = counts.filter(({ count }) => count > 0);
  if (only === undefined || second !== undefined || only.count < 2) return null;
  const every = only.count === 2 ? 'Both' : `All ${countWords(only.count)}`;
  return say`${mention(all, every)} of its plans are rated ${mention(only.figure, ratingNames[only.of])}.`;
}

/** "one is rated green, two amber/green and 10 amber". */
function ratingsDraft(counts: readonly TallyOf<Rating>[]): Draft {
  const some = counts.filter(({ count }) => count > 0);
  return listed(
    some.map(({ of, count, figure }, at) => {
      const is = at > 0 ? '' : count === 1 ? 'is rated ' : 'are rated ';
      return say`${mention(figure, countWords(count))} ${is}${ratingNames[of]}`;
    }),
  );
}

function prioritySentence({ all, counts }: PriorityRated): Draft {
  const only = counts.find(({ count }) => count > 0);
  if (all.text === '1' && only !== undefined)
    return say`Its ${mention(all, 'one')} plan is rated ${ratingNames[only.of]}.`;
  return (
    alikeDraft(all, counts) ??
    say`Of its ${mention(all, countWords(Number(all.text)))} plans, ${ratingsDraft(counts)}.`
  );
}

/** "Beside the edition before, two ratings improved and one is worse." */
function movesSentences({ moves, plans }: ActionPlansFindings): readonly Draft[] {
  if (moves.length === 0) return [];
  const some = moves.filter(({ count }) => count > 0);
  const [only] = some;
  if (some.length === 1 && only?.of === 'first-rated' && plans.length > 0)
    return [
      plans.length === 1
        ? say`${mention(only.figure, 'It')} is rated for the first time.`
        : say`${mention(only.figure, 'All')} are rated for the first time.`,
    ];
  return [say`Compared with the ratings in the last edition, ${listed(clausesOf(some, moveWords))}.`];
}

const moveWords: Readonly<Record<RatingMove, readonly [string, string]>> = {
  improved: ['has improved', 'have improved'],
  same: ['is the same', 'are the same'],
  worse: ['is worse', 'are worse'],
  'first-rated': ['is rated for the first time', 'are rated for the first time'],
};

/** What the ratings rest on: officers' own judgement, and for some on no evidence that the plan states. */
function evidenceSentences({ unproved, early, all, needless }: ActionPlansFindings): readonly Draft[] {
  const { plans, figure } = unproved;
  const own = say`The ratings are the officers’ own`;
  const good = listed(
    plans
      .filter(({ plan }) => isGood(plan))
      .map(({ plan }) => say`one rated ${ratingNames[plan.rating]} (“${plan.short}”)`),
  );
  const among = good.length === 0 ? [] : say`, among them ${good}`;
  const tooEarly =
    early.count === 0
      ? []
      : say`; for ${mention(early.figure, countWords(early.count))} it is too early to tell`;
  const evidence =
    plans.length === 0
      ? provedSentence(early, Number(all.text))
      : say`For ${mention(figure, countWords(plans.length))} of the ${mention(all)} the plan states no evidence${among}${tooEarly}.`;
  const need =
    needless.count === 0
      ? []
      : [say`For ${mention(needless.figure, countWords(needless.count))} it does not set out the need.`];
  return [say`${own}.`, evidence, ...need];
}

/** Where no plan is without evidence: each has it, or says why it is too early for any. */
function provedSentence({ count, figure }: ActionPlansFindings['early'], all: number): Draft {
  if (count === 0) return say`Each comes with the evidence that officers gave.`;
  if (count === all) return say`For ${mention(figure, 'each')} it is too early to tell.`;
  const some = say`${mention(figure, countWords(count))} ${count === 1 ? 'does' : 'do'}`;
  return say`Each comes with its evidence, or with why it is too early to tell, as ${some}.`;
}

function isGood({ rating }: ActionPlan): boolean {
  return rating === 'green' || rating === 'amber-green';
}

type Given = PlanLayout<ActionPlans, ActionPlansFindings, ReturnType<typeof actionPlansSentences>>;

/** The action plans: how many are rated what, which are rated worst and what comes next, then each plan. */
function actionPlansPage(given: Given): PlanContents {
  const { said } = given;
  return {
    title: 'Action plans: what is being done, and how it is going',
    lead: 'Each plan with why it is needed, what is done, the officers’ rating and its evidence, and what comes next. A rating is what officers judge; it is not worked out from the figures.',
    sections: [
      { id: 'ratings', heading: 'How they are rated', blocks: ratingBlocks(given) },
      ...worstSection(given),
      ...said.priorities.map(each => prioritySection(given, each)),
    ],
  };
}

function ratingBlocks(given: Given): readonly Block[] {
  const { layout, found, said, plan } = given;
  const tally = tallyBlock(layout, found.counts);
  return [
    sentencesBlock(layout, said.counts),
    tally,
    ...(found.priorities.length > 1 ? [ratingTable(given)] : []),
    ...documentBlock(layout, plan.value.document),
    ...noteBlock(plan.value.note),
  ];
}

/** How many plans of each priority area are rated what. */
function ratingTable({ layout, found }: Given): BlockTable {
  const row = (name: string, { counts, all }: Pick<PriorityRated, 'counts' | 'all'>) => ({
    header: plainRuns(name),
    cells: [...counts.map(({ figure }) => figureBlockCell(layout, figure)), figureBlockCell(layout, all)],
  });
  return {
    kind: 'table',
    id: 'ratings-by-area',
    number: 1,
    caption: 'Action plans by priority area and rating',
    columns: [
      { text: 'Priority area', numeric: false },
      ...ratings.map(rating => ({ text: statusWords[rating], numeric: true })),
      { text: 'All', numeric: true },
    ],
    rows: [
      ...found.priorities.map(each => row(each.priority?.name ?? 'The whole strategy', each)),
      row('All', found),
    ],
    download: null,
  };
}

/** The plans that are rated worst, with who answers for them and what they do next. */
function worstSection({ layout, found }: Given): readonly PlanSection[] {
  const plans = behind.flatMap(rating => found.plans.filter(({ plan }) => plan.rating === rating));
  if (plans.length === 0) return [];
  const items = plans.map(({ plan }) => [
    linkRun(plan.short, `#${plan.id}`),
    plainRun(`: ${ratingNames[plan.rating]}. ${plan.owner}. What comes next: `),
    ...(plan.next.length === 0
      ? plainRuns(`not stated. ${plan.without.next ?? ''}`.trim())
      : joinedRuns(layout, plan.next)),
  ]);
  return [{ id: 'worst', heading: 'Which are rated worst', blocks: listBlock(items) }];
}

function prioritySection(given: Given, { priority, sentences }: PrioritySaid): PlanSection {
  const plans = given.said.plans.filter(({ plan }) => plan.priority === priority?.id);
  return {
    id: `area-${priority?.id ?? 'all'}`,
    heading: priority?.name ?? 'The strategy as a whole',
    blocks: [
      ...(priority === null ? [] : [wordsBlock(given.layout, priority.words)]),
      sentencesBlock(given.layout, sentences),
      ...plans.map(plan => planEntry(given.layout, plan)),
    ],
  };
}

function planEntry(layout: Layout, { plan, before, move, projections, projected }: PlanSaid): Block {
  const { without } = plan;
  const words = (name: string, text: string | undefined, reason: string | undefined) =>
    text === undefined
      ? { name, runs: plainRuns(notStated(reason)) }
      : { name, runs: wordRuns(layout, text) };
  return entryBlock({
    id: plan.id,
    heading: plan.short,
    status: statusView(plan.rating),
    standing: `${standingOf(before, move)}rated ${plan.rated.length === 10 ? '' : 'in '}${someTimeLabel(plan.rated)}`,
    blocks: [
      {
        kind: 'facts',
        items: [
          { name: 'Who answers for it', runs: plainRuns(plan.owner) },
          words('Why it is needed', plan.need, without.need),
          plan['too-early'] === undefined
            ? words('Evidence for the rating', plan.evidence, without.evidence)
            : { name: 'Evidence for the rating', runs: plainRuns(`Too early to tell. ${plan['too-early']}`) },
          ...listFact(layout, 'What is done', plan.interventions),
          ...listFact(layout, 'What it should bring', plan.intended, without.intended),
          ...listFact(layout, 'How far it has come', plan.progress),
          ...listFact(layout, 'What comes next', plan.next, without.next),
        ],
      },
      ...(projections.length === 0 ? [] : [sentencesBlock(layout, projected)]),
      ...linkBlocks(layout, plan.moves, plan.targets),
      ...noteBlock(plan.note),
    ],
  });
}

/** "improved from amber; " where there was a rating before. */
function standingOf(before: Rating | null, move: PlanRated['move']): string {
  switch (move) {
    case 'first-rated':
      return '';
    case 'same':
      return 'the same as last year; ';
    case 'improved':
      return `improved from ${before === null ? '' : ratingNames[before]} last year; `;
    case 'worse':
      return `worse than last year’s ${before === null ? '' : ratingNames[before]}; `;
  }
}

/** The measures that a plan means to move and the targets that it serves, each with its own page. */
function linkBlocks(layout: Layout, moves: readonly string[], targets: readonly string[]): readonly Block[] {
  const promised = targetsIn(layout.found.targets).map(({ target }) => target);
  return linksBlock([
    ...measureLinks(layout, moves),
    ...targets.flatMap(id => {
      const target = promised.find(each => each.id === id);
      return target === undefined ? [] : [{ text: `Target: ${target.short}`, href: targetHref(layout, id) }];
    }),
  ]);
}

/** The ratings of a plan that is behind, the worst first. */
const behind: readonly Rating[] = ['red', 'amber-red'];

function undertaking({ id, short, owner, moves, targets }: ActionPlan): Undertaking {
  const what = { kind: actionPlansForm.id, what: 'action plan', id, name: short };
  return { ...what, owners: [owner], ownerNotStated: null, moves, targets };
}
