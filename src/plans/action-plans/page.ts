import { someTimeLabel } from '../../model/time.ts';
import { addresses } from '../../pages/addresses.ts';
import {
  type Block,
  type BlockTable,
  listBlock,
  type PlanSection,
  plainRun,
  plainRuns,
} from '../../pages/blocks.ts';
import type { Layout } from '../../pages/material.ts';
import { measureLinks } from '../../pages/measure-links.ts';
import { statusView, statusWords } from '../../pages/status-views.ts';
import type { PlanContents } from '../kit/judged.ts';
import {
  documentBlock,
  figureBlockCell,
  figureRun,
  joinedRuns,
  listFact,
  noteBlock,
  type PlanLayout,
  sentencesBlock,
  wordRuns,
} from '../kit/page.ts';
import type { ActionPlansFindings, PlanRated, PriorityRated } from './findings.ts';
import { type ActionPlans, type Rating, ratingNames, ratings } from './schema.ts';
import type { actionPlansSentences, PlanSaid, PrioritySaid } from './words.ts';

type Given = PlanLayout<ActionPlans, ActionPlansFindings, ReturnType<typeof actionPlansSentences>>;

/** The action plans: how many are rated what, which are rated worst and what comes next, then each plan. */
export function actionPlansPage(given: Given): PlanContents {
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
  const tally: Block = {
    kind: 'tally',
    items: found.counts.map(({ rating, figure }) => ({
      status: statusView(rating),
      runs: [figureRun(layout, figure)],
    })),
  };
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

const worst: readonly Rating[] = ['red', 'amber-red'];

/** The plans that are rated worst, with who answers for them and what they do next. */
function worstSection({ layout, found }: Given): readonly PlanSection[] {
  const plans = worst.flatMap(rating => found.plans.filter(({ plan }) => plan.rating === rating));
  if (plans.length === 0) return [];
  const items = plans.map(({ plan }) => [
    { text: plan.short, figure: null, href: `#${plan.id}` },
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
      ...(priority === null
        ? []
        : [{ kind: 'words', runs: wordRuns(given.layout, priority.words) } as const]),
      sentencesBlock(given.layout, sentences),
      ...plans.map(plan => planEntry(given.layout, plan)),
    ],
  };
}

function planEntry(layout: Layout, { plan, before, move, projections, projected }: PlanSaid): Block {
  const { without } = plan;
  const words = (name: string, text: string | undefined, reason: string | undefined) =>
    text === undefined
      ? { name, runs: plainRuns(`Not stated. ${reason ?? ''}`.trim()) }
      : { name, runs: wordRuns(layout, text) };
  return {
    kind: 'entry',
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
  };
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
  const { setting, found } = layout;
  const promised = found.targets?.plans.flatMap(each => each.targets.map(({ target }) => target)) ?? [];
  const links = [
    ...measureLinks(layout, moves).map(({ text, href }) => ({ text, href })),
    ...targets.flatMap(id => {
      const target = promised.find(each => each.id === id);
      const page = addresses.page(setting.edition.id, 'targets');
      return target === undefined ? [] : [{ text: `Target: ${target.short}`, href: `${page}#${id}` }];
    }),
  ];
  return links.length === 0 ? [] : [{ kind: 'links', items: links }];
}
