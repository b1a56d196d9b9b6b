import { z } from 'zod';
import type { Tally, TallyOf } from '../model/figure.ts';
import type { Path } from '../model/place.ts';
import { capital, lower } from '../model/spelling.ts';
import { statusName, statusWords } from '../model/status.ts';
import { someTime, someTimeLabel } from '../model/time.ts';
import {
  allWords,
  clausesOf,
  countWords,
  type Draft,
  listed,
  many,
  mention,
  numberedSentences,
  plural,
  say,
  someOf,
} from '../narrative/sentence.ts';
import {
  type Block,
  type BlockTable,
  entryBlock,
  linkRun,
  linksBlock,
  listBlock,
  notStated,
  plainRun,
  plainRuns,
} from '../pages/blocks.ts';
import type { Layout } from '../pages/material.ts';
import { measureLinks } from '../pages/measure-links.ts';
import { statusView } from '../pages/status-views.ts';
import { governanceForm } from './governance.ts';
import { planKind } from './kind.ts';
import type { PlanCheck } from './kit/checks.ts';
import { askOfKeys, documentSchema, entryId, entryRef, plain, ref, role, words } from './kit/fields.ts';
import { counterIn, type PlanGiven, tallies } from './kit/findings.ts';
import { planForm } from './kit/form.ts';
import { checkGradeCounts } from './kit/grade-count-checks.ts';
import type { PlanContents } from './kit/judged.ts';
import type { Undertaking } from './kit/offers.ts';
import {
  documentBlock,
  factsBlock,
  figureBlockCell,
  joinedRuns,
  linksToTargets,
  listFact,
  noteBlock,
  type PlanLayout,
  plainFact,
  section,
  sentencesBlock,
  tableBlock,
  tallyBlock,
  wordFact,
  wordsBlock,
} from './kit/page.ts';
import { checkProjections, projectionDrafts, projectionSchema } from './kit/projections.ts';

/** The five states of a rating, best first: each is a word, a shape and a colour, never a colour alone. */
export const ratings = ['green', 'amber-green', 'amber', 'amber-red', 'red'] as const;
type Rating = (typeof ratings)[number];

const ratingMoves = ['improved', 'same', 'worse', 'first-rated'] as const;
type RatingMove = (typeof ratingMoves)[number];

function ratingMove(now: Rating, before: Rating | undefined): RatingMove {
  if (before === undefined) return 'first-rated';
  const steps = ratings.indexOf(now) - ratings.indexOf(before);
  return steps === 0 ? 'same' : steps < 0 ? 'improved' : 'worse';
}

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
askOfKeys(
  actionPlanSchema,
  { oneOf: ['need', 'without.need'] },
  { oneOf: ['intended', 'without.intended'] },
  { oneOf: ['evidence', 'too-early', 'without.evidence'] },
  { oneOf: ['next', 'without.next'] },
);

const actionPlansSchema = z.strictObject({
  document: documentSchema.optional(),
  note: plain('Full sentences for readers on the ratings as a whole').optional(),
  plans: z.array(actionPlanSchema).min(1),
});

type ActionPlans = z.output<typeof actionPlansSchema>;
type ActionPlan = z.output<typeof actionPlanSchema>;

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
        next: plan.next,
        nextNotStated: plan.without.next,
        ratedBefore: before,
      })),
    }),
  },
});

/** Reports ratings that go with nothing else that is said, and projections that are not so. */
function checkActionPlans(check: PlanCheck<ActionPlans>): void {
  const { plan } = check;
  checkGradeCounts(check);
  plan.value.plans.forEach((each, at) => {
    const path = ['plans', at];
    checkRating(check, each, path);
    checkProjections(check, each.projections, path);
  });
}

/** A plan of which it is too early to tell does not go well (P39), and a rating is known by the cut-off. */
function checkRating({ plan, edition, report }: PlanCheck<ActionPlans>, each: ActionPlan, path: Path): void {
  if (each['too-early'] !== undefined && isGood(each))
    report(plan.place([...path, 'rating']), 'rating-too-early', each.rating);
  // Held to a month, where the rating is.
  if (each.rated > edition['cut-off'].slice(0, each.rated.length))
    report(plan.place([...path, 'rated']), 'rated-after-cut-off', each.rated, edition['cut-off']);
}

export type ActionPlansFindings = ReturnType<typeof actionPlansFindings>;

/** How many are rated what, in all and by priority area (G15). */
function actionPlansFindings(given: PlanGiven<ActionPlans>) {
  const count = counterIn(given, ['plans']);
  const plans = given.plan.value.plans.map((plan, at) => {
    const before = given.before?.value.plans.find(({ id }) => id === plan.id)?.rating;
    const projected = projectionDrafts(given, plan.projections, `action plan ${plan.id}`, ['plans', at]);
    return { plan, before, move: ratingMove(plan.rating, before), projected };
  });
  const rated = (some: typeof plans, name: string) => ({
    plans: some,
    all: count(`${name}all`, some.length),
    counts: tallies(
      count,
      some.map(({ plan }) => plan),
      'rating',
      ratings,
      rating => `${name}rated ${statusName(rating)}`,
    ),
  });
  const those = (name: string, has: (plan: ActionPlan) => boolean) => {
    const some = plans.filter(({ plan }) => has(plan));
    return { plans: some, ...count(name, some.length) };
  };
  // What serves no priority is of the whole strategy.
  const priorities = [null, ...(governanceForm.in(given.book)?.value.priorities ?? [])];
  return {
    ...rated(plans, ''),
    priorities: priorities
      .map(priority => {
        const own = plans.filter(each => each.plan.priority === priority?.id);
        return { priority, ...rated(own, `${priority?.name ?? 'The whole strategy'}: `) };
      })
      .filter(each => each.plans.length > 0),
    moves:
      given.before === null ? [] : tallies(count, plans, 'move', ratingMoves, move => move.replace('-', ' ')),
    unproved: those('rated without evidence', ({ without }) => without.evidence !== undefined),
    early: those('too early to tell', plan => plan['too-early'] !== undefined),
    needless: those('without a stated need', ({ without }) => without.need !== undefined),
  };
}

export function actionPlansSentences(found: ActionPlansFindings) {
  return {
    counts: numberedSentences('action-plans.counts', [
      ratingsSentence(found),
      ...movesSentences(found),
      ...evidenceSentences(found),
    ]),
    priorities: found.priorities.map(each => ({
      ...each,
      sentences: numberedSentences(`action-plans.priority-${each.priority?.id ?? 'all'}`, [
        prioritySentence(each),
      ]),
    })),
    plans: found.plans.map(each => ({
      ...each,
      projected: numberedSentences(`action-plans.${each.plan.id}.projections`, each.projected),
    })),
  };
}

/** "Of 16 action plans, one is rated green, two amber/green, 10 amber, one amber/red and two red." */
function ratingsSentence({ all, counts }: ActionPlansFindings): Draft {
  return say`Of ${mention(all.figure)} action ${plural(all, 'plan', 'plans')}, ${ratingsDraft(counts)}.`;
}

/** "one is rated green, two amber/green and 10 amber". */
function ratingsDraft(counts: readonly TallyOf<Rating>[]): Draft {
  const some = someOf(counts);
  return listed(
    some.map(({ of, count, figure }, at) => {
      const is = at > 0 ? '' : count === 1 ? 'is rated ' : 'are rated ';
      return say`${mention(figure, countWords(count))} ${is}${statusName(of)}`;
    }),
  );
}

/** "Both of its plans are rated amber.", "Of its two plans, one is rated green and one red.". */
function prioritySentence({ all, counts }: Pick<ActionPlansFindings, 'all' | 'counts'>): Draft {
  const [only, second] = someOf(counts);
  if (only === undefined || second !== undefined)
    return say`Of its ${many(all)} plans, ${ratingsDraft(counts)}.`;
  if (only.count === 1) return say`Its ${many(all)} plan is rated ${statusName(only.of)}.`;
  return say`${mention(all.figure, capital(allWords(all)))} of its plans are rated ${mention(only.figure, statusName(only.of))}.`;
}

/** "Beside the edition before, two ratings improved and one is worse." */
function movesSentences({ moves, plans }: ActionPlansFindings): readonly Draft[] {
  const some = someOf(moves);
  const [only, second] = some;
  if (only === undefined) return [];
  if (only.of !== 'first-rated' || second !== undefined)
    return [say`Compared with the ratings in the last edition, ${listed(clausesOf(some, moveWords))}.`];
  return [
    plans.length === 1
      ? say`${mention(only.figure, 'It')} is rated for the first time.`
      : say`${mention(only.figure, 'All')} are rated for the first time.`,
  ];
}

const moveWords: Readonly<Record<RatingMove, readonly [string, string]>> = {
  improved: ['has improved', 'have improved'],
  same: ['is the same', 'are the same'],
  worse: ['is worse', 'are worse'],
  'first-rated': ['is rated for the first time', 'are rated for the first time'],
};

function evidenceSentences({ unproved, early, all, needless }: ActionPlansFindings): readonly Draft[] {
  const good = unproved.plans
    .filter(({ plan }) => isGood(plan))
    .map(({ plan }) => say`one rated ${statusName(plan.rating)} (“${plan.short}”)`);
  const among = good.length === 0 ? [] : say`, among them ${listed(good)}`;
  const tooEarly = early.count === 0 ? [] : say`; for ${many(early)} it is too early to tell`;
  return [
    say`The ratings are the officers’ own.`,
    unproved.plans.length === 0
      ? provedSentence(early, all)
      : say`For ${many(unproved)} of the ${mention(all.figure)} the plan states no evidence${among}${tooEarly}.`,
    ...(needless.count === 0 ? [] : [say`For ${many(needless)} it does not set out the need.`]),
  ];
}

/** Where no plan is without evidence: each has it, or says why it is too early for any. */
function provedSentence(early: Tally, all: Tally): Draft {
  if (early.count === 0) return say`Each comes with the evidence that officers gave.`;
  if (early.count === all.count) return say`For ${mention(early.figure, 'each')} it is too early to tell.`;
  const some = say`${many(early)} ${plural(early, 'does', 'do')}`;
  return say`Each comes with its evidence, or with why it is too early to tell, as ${some}.`;
}

function isGood({ rating }: ActionPlan): boolean {
  return rating === 'green' || rating === 'amber-green';
}

type Given = PlanLayout<ActionPlans, ActionPlansFindings, ReturnType<typeof actionPlansSentences>>;

function actionPlansPage(given: Given): PlanContents {
  const { layout, found, said, plan } = given;
  return {
    title: 'Action plans: what is being done, and how it is going',
    lead: 'Each plan with why it is needed, what is done, the officers’ rating and its evidence, and what comes next. A rating is what officers judge; it is not worked out from the figures.',
    sections: [
      section('ratings', 'How they are rated', [
        sentencesBlock(layout, said.counts),
        tallyBlock(layout, found.counts),
        ...(found.priorities.length > 1 ? [ratingTable(given)] : []),
        ...documentBlock(layout, plan.value.document),
        ...noteBlock(plan.value.note),
      ]),
      section('worst', 'Which are rated worst', worstBlocks(given)),
      ...said.priorities.map(({ priority, sentences }) =>
        section(`area-${priority?.id ?? 'all'}`, priority?.name ?? 'The strategy as a whole', [
          ...(priority === null ? [] : [wordsBlock(layout, priority.words)]),
          sentencesBlock(layout, sentences),
          ...said.plans
            .filter(({ plan }) => plan.priority === priority?.id)
            .map(each => planEntry(layout, each)),
        ]),
      ),
    ],
  };
}

/** How many plans of each priority area are rated what. */
function ratingTable({ layout, found }: Given): BlockTable {
  const row = (name: string, { counts, all }: Pick<ActionPlansFindings, 'counts' | 'all'>) => ({
    header: plainRuns(name),
    cells: [
      ...counts.map(({ figure }) => figureBlockCell(layout, figure)),
      figureBlockCell(layout, all.figure),
    ],
  });
  const rows = [
    ...found.priorities.map(each => row(each.priority?.name ?? 'The whole strategy', each)),
    row('All', found),
  ];
  const numeric = [...ratings.map(rating => statusWords[rating]), 'All'];
  const caption = 'Action plans by priority area and rating';
  return tableBlock('ratings-by-area', caption, ['Priority area'], rows, { numeric });
}

function worstBlocks({ layout, found }: Given): readonly Block[] {
  const plans = behind.flatMap(rating => found.plans.filter(({ plan }) => plan.rating === rating));
  return listBlock(
    plans.map(({ plan }) => [
      linkRun(plan.short, `#${plan.id}`),
      plainRun(`: ${statusName(plan.rating)}. ${plan.owner}. What comes next: `),
      ...(plan.next.length === 0
        ? plainRuns(lower(notStated(plan.without.next)))
        : joinedRuns(layout, plan.next)),
    ]),
  );
}

function planEntry(layout: Layout, { plan, before, projected }: Given['said']['plans'][number]): Block {
  const { without } = plan;
  const { 'too-early': early, evidence, need } = plan;
  const unproved = early === undefined ? notStated(without.evidence) : `Too early to tell. ${early}`;
  return entryBlock({
    id: plan.id,
    heading: plan.short,
    status: statusView(plan.rating),
    standing: `${standingOf(plan.rating, before)}rated ${plan.rated.length === 10 ? '' : 'in '}${someTimeLabel(plan.rated)}`,
    blocks: [
      ...factsBlock([
        ...plainFact('Who answers for it', plan.owner),
        ...wordFact(layout, 'Why it is needed', need, notStated(without.need)),
        ...wordFact(layout, 'Evidence for the rating', evidence, unproved),
        ...listFact(layout, 'What is done', plan.interventions),
        ...listFact(layout, 'What it should bring', plan.intended, without.intended),
        ...listFact(layout, 'How far it has come', plan.progress),
        ...listFact(layout, 'What comes next', plan.next, without.next),
      ]),
      ...(projected.length === 0 ? [] : [sentencesBlock(layout, projected)]),
      ...linksBlock([...measureLinks(layout, plan.moves), ...linksToTargets(layout, plan.targets)]),
      ...noteBlock(plan.note),
    ],
  });
}

/** "improved from amber last year; " where there was a rating before. */
function standingOf(now: Rating, before: Rating | undefined): string {
  switch (ratingMove(now, before)) {
    case 'same':
      return 'the same as last year; ';
    case 'improved':
      return `improved from ${statusName(before ?? now)} last year; `;
    case 'worse':
      return `worse than last year’s ${statusName(before ?? now)}; `;
    case 'first-rated':
      return '';
  }
}

/** The worst first. */
const behind: readonly Rating[] = ['red', 'amber-red'];

function undertaking({ id, short, owner, moves, targets }: ActionPlan): Undertaking {
  return { kind: actionPlansForm.id, what: 'action plan', id, name: short, owners: [owner], moves, targets };
}
