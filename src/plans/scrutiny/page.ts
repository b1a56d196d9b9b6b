import { lower } from '../../model/spelling.ts';
import { dateLabel } from '../../model/time.ts';
import { addresses } from '../../pages/addresses.ts';
import { type Block, type PlanSection, paragraph } from '../../pages/blocks.ts';
import { sentenceView } from '../../pages/cells.ts';
import type { Layout, ThemeMaterial } from '../../pages/material.ts';
import { statusView } from '../../pages/status-views.ts';
import type { SentenceView, TextRun } from '../../pages/view.ts';
import type { TargetFindings } from '../../targets/findings.ts';
import { answeringFor } from '../../targets/schema.ts';
import { governanceForm } from '../governance/schema.ts';
import { behindColumns, undertakingRows, unsaidNote } from '../hub/behind.ts';
import { offersIn, undertakingsIn } from '../hub/undertakings.ts';
import type { PlanBook } from '../kit/form.ts';
import type { PlanContents } from '../kit/judged.ts';
import {
  answerStatus,
  documentBlock,
  factsBlock,
  linkRun,
  noteBlock,
  type PlanLayout,
  plainFact,
  seeAlso,
  sentencesBlock,
  sharedBy,
  wordFact,
  wordRuns,
} from '../kit/page.ts';
import { answerFacts, areaName, askedAnchor } from '../self-assessment/page.ts';
import { selfAssessmentForm } from '../self-assessment/schema.ts';
import type { Recommended, ScrutinyFindings } from './findings.ts';
import type { Scrutiny } from './schema.ts';
import type { scrutinySentences } from './words.ts';

type Given = PlanLayout<Scrutiny, ScrutinyFindings, ReturnType<typeof scrutinySentences>>;

/** Of each chapter, the first questions; the rest are in the chapter. */
const mostOfChapter = 3;

/** A pack for members: what is off track, what the figures leave to ask, what was recommended and asked before. */
export function scrutinyPage(given: Given): PlanContents {
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
      {
        id: 'about',
        heading: 'About this page',
        blocks: [
          ...documentBlock(layout, plan.value.document),
          ...seeAlso(layout, [selfAssessmentForm, governanceForm, 'targets']),
        ],
      },
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
          { kind: 'links', items: [{ text: 'Every target', href: targetsHref(layout) }] },
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
        ...seeAlso(layout, offered),
      ],
    },
  ];
}

function targetEntry(layout: Layout, { target, status, parts }: TargetFindings): Block {
  const said = targetSentences(layout, target.id);
  return {
    kind: 'entry',
    id: `target-${target.id}`,
    heading: target.short,
    status: statusView(status),
    standing: null,
    blocks: [
      paragraph(target.promise),
      ...factsBlock([
        ...parts.flatMap(({ part }, at) => {
          const runs = said[at]?.runs ?? [];
          return runs.length === 0 ? [] : [{ name: part.label ?? 'Where it stands', runs }];
        }),
        ...plainFact('Who answers for it', answeringFor(target).join('; ')),
      ]),
      {
        kind: 'links',
        items: [
          {
            text: `What was promised, and what officers said: ${lower(target.short)}`,
            href: `${targetsHref(layout)}#${target.id}`,
          },
        ],
      },
    ],
  };
}

/** What the page of targets says first of each part of one. */
function targetSentences(layout: Layout, id: string): readonly (SentenceView | null)[] {
  const targets = (layout.targets?.plans ?? []).flatMap(plan => plan.targets);
  const worded = targets.find(({ found }) => found.target.id === id);
  return (worded?.parts ?? []).map(({ sentences: [first] }) =>
    first === undefined ? null : sentenceView(first, layout.printer),
  );
}

function targetsHref({ setting }: Layout): string {
  return addresses.page(setting.edition.id, 'targets');
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
  return {
    kind: 'entry',
    id: `questions-${found.theme.id}`,
    heading: found.theme.label,
    status: null,
    standing: null,
    blocks: [
      {
        kind: 'list',
        ordered: false,
        items: questions.slice(0, mostOfChapter).map(({ question }) => sentenceView(question, printer).runs),
      },
      {
        kind: 'links',
        items: [
          {
            text: `More in the chapter: ${found.theme.label.toLowerCase()}`,
            href: addresses.theme(setting.edition.id, found.theme.id),
          },
        ],
      },
    ],
  };
}

function membersSection(layout: Layout, { questions, 'questions-not-stated': why }: Scrutiny): PlanSection {
  return {
    id: 'members',
    heading: 'Questions that members put',
    blocks:
      questions.length === 0
        ? [paragraph(`None is recorded. ${why ?? ''}`.trim())]
        : questions.map(each => ({
            kind: 'entry',
            id: `question-${each.id}`,
            heading: each.question,
            status: each.answer === undefined ? statusView('no-answer') : null,
            standing: null,
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
          })),
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
  return {
    kind: 'entry',
    id: `recommendation-${entry.id}`,
    heading: entry.label,
    status: answerStatus(entry, layout.setting.edition['cut-off']),
    standing: null,
    blocks: [
      { kind: 'words', runs: wordRuns(layout, entry.words) },
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
  };
}

function madeByText({ madeBy, date }: Recommended): string {
  const by =
    typeof madeBy === 'string' ? madeBy : `Reviewers from ${new Intl.ListFormat('en-GB').format(madeBy)}`;
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
