import { z } from 'zod';
import type { Tally } from '../model/figure.ts';
import { lower, namesInWords } from '../model/spelling.ts';
import { dateLabel } from '../model/time.ts';
import { type Draft, many, say } from '../narrative/sentence.ts';
import { addresses } from '../pages/addresses.ts';
import {
  type Block,
  entryBlock,
  linkRun,
  linksBlock,
  listBlock,
  type PlanSection,
  paragraph,
} from '../pages/blocks.ts';
import { sentenceView } from '../pages/cells.ts';
import type { Layout, ThemeMaterial } from '../pages/material.ts';
import { statusView } from '../pages/status-views.ts';
import type { SentenceView, TextRun } from '../pages/view.ts';
import { type EditionTargets, type TargetFindings, targetsIn } from '../targets/findings.ts';
import { answeringFor } from '../targets/schema.ts';
import { tallySentence } from '../targets/words.ts';
import { behindColumns, undertakingRows, unsaidNote } from './hub/page.ts';
import { offersIn, undertakingsIn } from './hub/undertakings.ts';
import { planKind } from './kind.ts';
import {
  answerFacts,
  answerStatus,
  answersDraft,
  answerTallies,
  checkDue,
  isOverdue,
  responses,
} from './kit/answers.ts';
import type { PlanCheck } from './kit/checks.ts';
import { day, documentSchema, entryId, key, plain, role, words } from './kit/fields.ts';
import { counterIn, type PlanGiven } from './kit/findings.ts';
import { type PlanBook, planForm } from './kit/form.ts';
import type { PlanContents } from './kit/judged.ts';
import {
  aboutSection,
  factsBlock,
  noteBlock,
  type PlanLayout,
  plainFact,
  seeAlso,
  sentencesBlock,
  sharedBy,
  targetHref,
  wordFact,
  wordsBlock,
} from './kit/page.ts';
import { numberedSentences } from './kit/words.ts';
import { areaName, askedAnchor, type Development, selfAssessmentForm } from './self-assessment.ts';

/** What was recommended, by whom, and what became of it. */
const recommendationSchema = z.strictObject({
  id: entryId('recommendation'),
  label: plain('Its name on pages'),
  words: words('What was recommended'),
  'made-by': plain('Who recommended it: a committee, a role'),
  date: day('The day it was made').optional(),
  status: z.enum(responses).describe('What became of it'),
  response: words('What was answered').optional(),
  reason: plain('Why no answer is stated, in a sentence').optional(),
  owner: role().optional(),
  due: day('The day by which it is to be answered').optional(),
});

/** `data/plans/<edition>/scrutiny.yaml`. */
const scrutinySchema = z.strictObject({
  document: documentSchema.optional(),
  recommendations: z
    .array(recommendationSchema)
    .default([])
    .describe(
      'Besides what the peer review of the self-assessment asks for, which stands in the pack by itself',
    ),
  'recommendations-note': plain('Full sentences for readers').optional(),
  questions: z
    .array(
      z.strictObject({
        id: key('Its id'),
        question: plain('What was asked'),
        by: plain('Who asked: a committee, a role'),
        date: day('The day it was asked').optional(),
        answer: words('What was answered').optional(),
        owner: role('Who answered: a role of data/plans/roles.yaml').optional(),
      }),
    )
    .default([]),
  'questions-not-stated': plain('Why no questions of members are given, in a sentence').optional(),
});

/** What scrutiny members recommended and asked. */
type Scrutiny = z.output<typeof scrutinySchema>;
/** What was recommended. */
type Recommendation = z.output<typeof recommendationSchema>;

/** How what scrutiny asks for is written down. */
const scrutinyForm = planForm({ id: 'scrutiny', name: 'Scrutiny', schema: scrutinySchema });

/** What those who hold the council to account recommended and asked, and what is behind. */
export const scrutiny = planKind({
  form: scrutinyForm,
  check: checkScrutiny,
  find: scrutinyFindings,
  say: scrutinySentences,
  page: scrutinyPage,
  gathers: true,
});

/** Recommendations are answered by the day they were due. */
function checkScrutiny(check: PlanCheck<Scrutiny>): void {
  check.plan.value.recommendations.forEach((each, at) => {
    checkDue(check, each, ['recommendations', at]);
  });
}

/** A recommendation, by whom and when it was made, and whether its answer is late. */
type Recommended = {
  readonly entry: Development | Recommendation;
  /** Names of the councils that sent reviewers, or who made it. */
  readonly madeBy: readonly string[] | string;
  readonly date: string | null;
  readonly isOverdue: boolean;
};

/** The statuses of parts of targets that members are shown, the furthest behind first. */
const behindStatuses = ['off-track', 'slightly-behind'] as const;

/** What scrutiny members need: recommendations and what became of them, and the targets that are behind. */
export type ScrutinyFindings = {
  readonly recommendations: readonly Recommended[];
  readonly all: Tally;
  readonly answers: ReturnType<typeof answerTallies>;
  readonly overdue: Tally;
  readonly behind: readonly TargetFindings[];
  /** How many targets stand where; null where no plan is in force. */
  readonly targets: EditionTargets | null;
};

/** The findings for a scrutiny pack: what reviewers and members recommended, and which targets are behind. */
function scrutinyFindings(given: PlanGiven<Scrutiny>): ScrutinyFindings {
  const { targets } = given;
  const recommendations = recommendedIn(given);
  const count = counterIn(
    given,
    ['recommendations'],
    'Counted from the recommendations here and of the reviewers of the self-assessment',
  );
  const all = count('recommendations', recommendations.length);
  const answers = answerTallies(
    recommendations.map(({ entry }) => entry),
    (response, number) => count(`recommendations, ${response}`, number),
  );
  const overdue = count(
    'recommendations, overdue',
    recommendations.filter(({ isOverdue }) => isOverdue).length,
  );
  const promised = targetsIn(targets);
  return {
    recommendations,
    all,
    answers,
    overdue,
    behind: behindStatuses.flatMap(status => promised.filter(each => furthestBehind(each) === status)),
    targets,
  };
}

/** How far behind the part of a target is that is furthest behind; undefined where none is. */
function furthestBehind({ parts }: TargetFindings): (typeof behindStatuses)[number] | undefined {
  return behindStatuses.find(status => parts.some(part => part.status === status));
}

function recommendedIn({ setting, plan, book }: PlanGiven<Scrutiny>): readonly Recommended[] {
  const review = selfAssessmentForm.in(book)?.value['peer-review'];
  const cutOff = setting.edition['cut-off'];
  return [
    ...(review?.development ?? []).map(entry => ({
      entry,
      madeBy: review?.by ?? [],
      date: review?.date ?? null,
      isOverdue: isOverdue(entry, cutOff),
    })),
    ...plan.value.recommendations.map(entry => ({
      entry,
      madeBy: entry['made-by'],
      date: entry.date ?? null,
      isOverdue: isOverdue(entry, cutOff),
    })),
  ];
}

/** How many targets are behind, and what became of the recommendations. */
export function scrutinySentences(found: ScrutinyFindings) {
  return {
    targets: numberedSentences('scrutiny.targets', targetDrafts(found)),
    recommendations: numberedSentences('scrutiny.recommendations', recommendationDrafts(found)),
  };
}

/** How many targets stand where, those that cannot be told too: a count of some would read as one of all. */
function targetDrafts({ targets }: ScrutinyFindings): readonly Draft[] {
  return targets === null ? [] : [tallySentence(targets)];
}

function recommendationDrafts({ all, answers, overdue }: ScrutinyFindings): readonly Draft[] {
  if (all.count === 0) return [];
  const late = overdue.count === 0 ? [] : [say`For ${many(overdue)} of them, the answer is overdue.`];
  return [answersDraft(all, answers), ...late];
}

type Given = PlanLayout<Scrutiny, ScrutinyFindings, ReturnType<typeof scrutinySentences>>;

/** Of each chapter, the first questions; the rest are in the chapter. */
const mostOfChapter = 3;

/** A pack for members: what is off track, what the figures leave to ask, what was recommended and asked before. */
function scrutinyPage(given: Given): PlanContents {
  const { layout, plan } = given;
  return {
    title: 'For scrutiny: what is behind, what to ask, what was answered',
    lead: 'A pack for councillors, made to be printed: targets, action plans and actions that are behind, questions that the figures raise, and what became of recommendations.',
    sections: [
      targetsSection(given),
      ...undertakingsSection(layout),
      questionsSection(layout),
      recommendationsSection(given),
      membersSection(layout, plan.value),
      aboutSection(layout, plan.value.document, ['self-assessment', 'governance', 'targets']),
    ],
  };
}

function targetsSection({ layout, found, said }: Given): PlanSection {
  const blocks: readonly Block[] =
    found.targets === null
      ? [paragraph('No plan with targets is in force in this edition.')]
      : [
          sentencesBlock(layout, said.targets),
          ...found.behind.map(each => targetEntry(layout, each)),
          ...linksBlock([
            { text: 'Every target', href: addresses.page(layout.setting.edition.id, 'targets') },
          ]),
        ];
  return { id: 'targets', heading: 'Targets that are behind', blocks };
}

/** The plans and actions that are behind, where the edition has plans that could be. */
function undertakingsSection(layout: Layout): readonly PlanSection[] {
  if (undertakingsIn(layout).length === 0) return [];
  const rows = undertakingRows(layout);
  const offered = offersIn(layout).filter(({ undertakings }) => undertakings !== undefined);
  const said = offered.flatMap(({ counts }) => counts);
  const table: Block = {
    kind: 'table',
    id: 'undertakings-behind',
    number: 1,
    caption: 'Action plans rated red or amber/red, and actions past their deadline',
    columns: [{ text: 'Plan or action', numeric: false }, ...behindColumns.slice(1)],
    rows,
    download: null,
  };
  return [
    {
      id: 'undertakings',
      heading: 'Action plans and actions that are behind',
      blocks: [
        sentencesBlock(layout, said),
        ...(rows.length === 0
          ? [paragraph('None of them is known to be behind.')]
          : [table, ...unsaidNote(layout)]),
        ...seeAlso(
          layout,
          offered.map(({ id }) => id),
        ),
      ],
    },
  ];
}

function targetEntry(layout: Layout, { target, status, parts }: TargetFindings): Block {
  const said = targetSentences(layout, target.id);
  return entryBlock({
    id: `target-${target.id}`,
    heading: target.short,
    status: statusView(status),
    blocks: [
      paragraph(target.promise),
      ...factsBlock([
        ...parts.flatMap(({ part }, at) => {
          const runs = said[at]?.runs ?? [];
          return runs.length === 0 ? [] : [{ name: part.label ?? 'Where it stands', runs }];
        }),
        ...plainFact('Who answers for it', answeringFor(target).join('; ')),
      ]),
      ...linksBlock([
        {
          text: `What was promised, and what officers said: ${lower(target.short)}`,
          href: targetHref(layout, target.id),
        },
      ]),
    ],
  });
}

/** What the page of targets says first of each part of one. */
function targetSentences(layout: Layout, id: string): readonly (SentenceView | null)[] {
  const targets = (layout.targets?.plans ?? []).flatMap(plan => plan.targets);
  const worded = targets.find(({ found }) => found.target.id === id);
  return (worded?.parts ?? []).map(({ sentences: [first] }) =>
    first === undefined ? null : sentenceView(first, layout.printer),
  );
}

/** The questions that the figures raise, the first of each chapter. */
function questionsSection(layout: Layout): PlanSection {
  const asked = layout.themes.filter(({ questions }) => questions.length > 0);
  return {
    id: 'questions',
    heading: 'Questions that the figures raise',
    blocks: [
      paragraph(
        asked.length === 0
          ? 'The figures of this edition raise none.'
          : 'Worked out from the findings, the first few of each chapter, the gravest first. One is put about all measures of a kind, and names those that weigh most. A chapter has the others, with the figures behind them.',
      ),
      ...asked.map(theme => themeEntry(layout, theme)),
    ],
  };
}

function themeEntry(layout: Layout, { found, questions }: ThemeMaterial): Block {
  const { setting, printer } = layout;
  const asked = questions.slice(0, mostOfChapter).map(({ question }) => sentenceView(question, printer).runs);
  const more = {
    text: `More in the chapter: ${found.theme.label.toLowerCase()}`,
    href: addresses.theme(setting.edition.id, found.theme.id),
  };
  return entryBlock({
    id: `questions-${found.theme.id}`,
    heading: found.theme.label,
    blocks: [...listBlock(asked), ...linksBlock([more])],
  });
}

function membersSection(layout: Layout, { questions, 'questions-not-stated': why }: Scrutiny): PlanSection {
  return {
    id: 'members',
    heading: 'Questions that members put',
    blocks:
      questions.length === 0
        ? [paragraph(`None is recorded. ${why ?? ''}`.trim())]
        : questions.map(each =>
            entryBlock({
              id: `question-${each.id}`,
              heading: each.question,
              status: each.answer === undefined ? statusView('no-answer') : null,
              blocks: factsBlock([
                ...plainFact(
                  'Asked by',
                  each.date === undefined ? each.by : `${each.by}, ${dateLabel(each.date)}`,
                ),
                ...(each.answer === undefined
                  ? plainFact('Answer', 'None is stated.')
                  : wordFact(layout, 'Answer', each.answer)),
                ...plainFact('Who answers for it', each.owner),
              ]),
            }),
          ),
  };
}

/** What was recommended and what became of it: what is the same of all is said once, above them. */
function recommendationsSection(given: Given): PlanSection {
  const { layout, plan, found, said } = given;
  const all = found.recommendations;
  const shared = {
    by: sharedBy(all, madeByText),
    due: sharedBy(all, dueText),
  };
  const blocks: readonly Block[] =
    all.length === 0
      ? [paragraph('None is recorded.')]
      : [
          sentencesBlock(layout, said.recommendations),
          ...factsBlock([...plainFact('All made by', shared.by), ...plainFact('Answers due', shared.due)]),
          ...noteBlock(plan.value['recommendations-note']),
          ...all.map(each => recommendationEntry(given, each, shared)),
        ];
  return { id: 'recommendations', heading: 'Recommendations, and what became of them', blocks };
}

type Shared = { readonly by: string | null; readonly due: string | null };

function recommendationEntry({ layout, book }: Given, each: Recommended, shared: Shared): Block {
  const { entry, madeBy } = each;
  return entryBlock({
    id: `recommendation-${entry.id}`,
    heading: entry.label,
    status: answerStatus(entry, layout.setting.edition['cut-off']),
    blocks: [
      wordsBlock(layout, entry.words),
      ...factsBlock([
        ...plainFact('Made by', shared.by === null ? madeByText(each) : null),
        ...answerFacts(layout, entry),
        ...plainFact('Who answers for it', entry.owner ?? 'Not stated'),
        ...plainFact('Answer due', shared.due === null ? dueText(each) : null),
        ...(typeof madeBy === 'string'
          ? []
          : [{ name: 'Compared with the council’s judgement', runs: [areaLink(layout, book, entry)] }]),
      ]),
    ],
  });
}

function madeByText({ madeBy, date }: Recommended): string {
  const by = typeof madeBy === 'string' ? madeBy : `Reviewers from ${namesInWords(madeBy)}`;
  return date === null ? by : `${by}, ${dateLabel(date)}`;
}

function dueText({ entry }: Recommended): string {
  return entry.due === undefined ? 'No day was set' : dateLabel(entry.due);
}

/** "Self-assessment: clear policy", at what the reviewers asked for. */
function areaLink(layout: Layout, book: PlanBook, entry: Recommended['entry']): TextRun {
  const page = addresses.plan(layout.setting.edition.id, selfAssessmentForm.id);
  const area = 'bears-on' in entry ? entry['bears-on'] : undefined;
  const name = area === undefined ? 'what reviewers asked for' : areaName(book, area);
  return linkRun(`Self-assessment: ${name}`, `${page}#${askedAnchor(entry.id)}`);
}
