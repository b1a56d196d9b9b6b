import { z } from 'zod';
import { lower, namesInWords } from '../model/spelling.ts';
import { dateLabel } from '../model/time.ts';
import { many, numberedSentences, say } from '../narrative/sentence.ts';
import { addresses } from '../pages/addresses.ts';
import { type Block, entryBlock, linkRun, linksBlock, listBlock, paragraph } from '../pages/blocks.ts';
import { sentenceView } from '../pages/cells.ts';
import type { Layout, ThemeMaterial } from '../pages/material.ts';
import { statusView } from '../pages/status-views.ts';
import type { SentenceView, TextRun } from '../pages/view.ts';
import { type TargetFindings, targetsIn } from '../targets/findings.ts';
import { behindStatuses, furthestBehind } from '../targets/progress.ts';
import { answeringFor } from '../targets/schema.ts';
import { tallySentence } from '../targets/words.ts';
import { behindColumns, undertakingRows, unsaidNote } from './hub/page.ts';
import { offersIn, undertakingsIn } from './hub/undertakings.ts';
import { planKind } from './kind.ts';
import {
  answerFacts,
  answerFields,
  answerStatus,
  answersDraft,
  answerTallies,
  checkDue,
  isOverdue,
} from './kit/answers.ts';
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
  section,
  seeAlso,
  sentencesBlock,
  sharedBy,
  tableBlock,
  wordFact,
  wordsBlock,
} from './kit/page.ts';
import { areaName, askedAnchor, type Development, selfAssessmentForm } from './self-assessment.ts';

const recommendationSchema = z.strictObject({
  id: entryId('recommendation'),
  label: plain('Its name on pages'),
  words: words('What was recommended'),
  'made-by': plain('Who recommended it: a committee, a role'),
  date: day('The day it was made').optional(),
  ...answerFields,
});

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

type Scrutiny = z.output<typeof scrutinySchema>;
type Recommendation = z.output<typeof recommendationSchema>;

/** What those who hold the council to account recommended and asked, and what is behind. */
export const scrutiny = planKind({
  form: planForm({ id: 'scrutiny', name: 'Scrutiny', schema: scrutinySchema }),
  check: check => {
    check.plan.value.recommendations.forEach((each, at) => {
      checkDue(check, each, ['recommendations', at]);
    });
  },
  find: scrutinyFindings,
  say: scrutinySentences,
  page: scrutinyPage,
  gathers: true,
});

/** A recommendation, the councils that sent reviewers or who made it, and when. */
type Recommended = {
  readonly entry: Development | Recommendation;
  readonly madeBy: readonly string[] | string;
  readonly date: string | undefined;
};

export type ScrutinyFindings = ReturnType<typeof scrutinyFindings>;

function scrutinyFindings(given: PlanGiven<Scrutiny>) {
  const { targets, setting, plan, book } = given;
  const { by = [], date, development = [] } = selfAssessmentForm.in(book)?.value['peer-review'] ?? {};
  const recommendations: readonly Recommended[] = [
    ...development.map(entry => ({ entry, madeBy: by, date })),
    ...plan.value.recommendations.map(entry => ({ entry, madeBy: entry['made-by'], date: entry.date })),
  ];
  const entries = recommendations.map(({ entry }) => entry);
  const count = counterIn(
    given,
    ['recommendations'],
    'Counted from the recommendations here and of the reviewers of the self-assessment',
  );
  const overdue = entries.filter(entry => isOverdue(entry, setting.edition['cut-off']));
  return {
    recommendations,
    all: count('recommendations', entries.length),
    answers: answerTallies(count, 'recommendations', entries),
    overdue: count('recommendations, overdue', overdue.length),
    // The furthest behind first, each by the part of it that is furthest behind.
    behind: behindStatuses.flatMap(status =>
      targetsIn(targets).filter(({ parts }) => furthestBehind(parts.map(part => part.status)) === status),
    ),
    targets,
  };
}

export function scrutinySentences({ targets, all, answers, overdue }: ScrutinyFindings) {
  return {
    targets: numberedSentences('scrutiny.targets', targets === null ? [] : [tallySentence(targets)]),
    recommendations: numberedSentences(
      'scrutiny.recommendations',
      all.count === 0
        ? []
        : [
            answersDraft(all, answers),
            ...(overdue.count === 0 ? [] : [say`For ${many(overdue)} of them, the answer is overdue.`]),
          ],
    ),
  };
}

type Given = PlanLayout<Scrutiny, ScrutinyFindings, ReturnType<typeof scrutinySentences>>;

/** Of each chapter, the first questions; the rest are in the chapter. */
const mostOfChapter = 3;

function scrutinyPage(given: Given): PlanContents {
  const { layout, plan, found } = given;
  return {
    title: 'For scrutiny: what is behind, what to ask, what was answered',
    lead: 'A pack for councillors, made to be printed: targets, action plans and actions that are behind, questions that the figures raise, and what became of recommendations.',
    sections: [
      section('targets', 'Targets that are behind', targetBlocks(given)),
      section('undertakings', 'Action plans and actions that are behind', undertakingBlocks(layout)),
      section('questions', 'Questions that the figures raise', questionBlocks(layout)),
      section(
        'recommendations',
        'Recommendations, and what became of them',
        found.all.count === 0 ? [paragraph('None is recorded.')] : recommendationBlocks(given),
      ),
      section('members', 'Questions that members put', memberBlocks(layout, plan.value)),
      aboutSection(layout, plan.value.document, ['self-assessment', 'governance', 'targets']),
    ],
  };
}

function targetBlocks({ layout, found, said }: Given): readonly Block[] {
  if (found.targets === null) return [paragraph('No plan with targets is in force in this edition.')];
  const href = addresses.page(layout.setting.edition.id, 'targets');
  return [
    sentencesBlock(layout, said.targets),
    ...found.behind.map(each => targetEntry(layout, each)),
    ...linksBlock([{ text: 'Every target', href }]),
  ];
}

/** The plans and actions that are behind, where the edition has plans that could be. */
function undertakingBlocks(layout: Layout): readonly Block[] {
  if (undertakingsIn(layout).length === 0) return [];
  const rows = undertakingRows(layout);
  const offered = offersIn(layout).filter(({ undertakings }) => undertakings !== undefined);
  const said = offered.flatMap(({ counts }) => counts);
  const caption = 'Action plans rated red or amber/red, and actions past their deadline';
  const columns = ['Plan or action', ...behindColumns.slice(1)];
  const ids = offered.map(({ id }) => id);
  return [
    sentencesBlock(layout, said),
    ...(rows.length === 0
      ? [paragraph('None of them is known to be behind.')]
      : [tableBlock('undertakings-behind', caption, columns, rows), ...unsaidNote(layout)]),
    ...seeAlso(layout, ids),
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
          href: addresses.target(layout.setting.edition.id, target.id),
        },
      ]),
    ],
  });
}

function targetSentences(layout: Layout, id: string): readonly (SentenceView | null)[] {
  const targets = (layout.targets?.plans ?? []).flatMap(plan => plan.targets);
  const worded = targets.find(({ found }) => found.target.id === id);
  return (worded?.parts ?? []).map(({ sentences: [first] }) =>
    first === undefined ? null : sentenceView(first, layout.printer),
  );
}

function questionBlocks(layout: Layout): readonly Block[] {
  const asked = layout.themes.filter(({ questions }) => questions.length > 0);
  return [
    paragraph(
      asked.length === 0
        ? 'The figures of this edition raise none.'
        : 'Worked out from the findings, the first few of each chapter, the gravest first. One is put about all measures of a kind, and names those that weigh most. A chapter has the others, with the figures behind them.',
    ),
    ...asked.map(theme => themeEntry(layout, theme)),
  ];
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

function memberBlocks(
  layout: Layout,
  { questions, 'questions-not-stated': why }: Scrutiny,
): readonly Block[] {
  if (questions.length === 0) return [paragraph(`None is recorded. ${why ?? ''}`.trim())];
  return questions.map(({ id, question, by, date, answer, owner }) =>
    entryBlock({
      id: `question-${id}`,
      heading: question,
      status: answer === undefined ? statusView('no-answer') : null,
      blocks: factsBlock([
        ...plainFact('Asked by', dated(by, date)),
        ...wordFact(layout, 'Answer', answer, 'None is stated.'),
        ...plainFact('Who answers for it', owner),
      ]),
    }),
  );
}

/** What was recommended and what became of it: what is the same of all is said once, above them. */
function recommendationBlocks(given: Given): readonly Block[] {
  const { layout, plan, found, said } = given;
  const all = found.recommendations;
  const shared = { by: sharedBy(all, madeByText), due: sharedBy(all, dueText) };
  return [
    sentencesBlock(layout, said.recommendations),
    ...factsBlock([...plainFact('All made by', shared.by), ...plainFact('Answers due', shared.due)]),
    ...noteBlock(plan.value['recommendations-note']),
    ...all.map(each => recommendationEntry(given, each, shared)),
  ];
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
  return dated(typeof madeBy === 'string' ? madeBy : `Reviewers from ${namesInWords(madeBy)}`, date);
}

function dated(who: string, day: string | undefined): string {
  return day === undefined ? who : `${who}, ${dateLabel(day)}`;
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
