import { capital, lower } from '../../model/spelling.ts';
import { dateLabel } from '../../model/time.ts';
import { addresses } from '../../pages/addresses.ts';
import {
  type Block,
  listBlock,
  type PlanSection,
  paragraph,
  plainRun,
  plainRuns,
} from '../../pages/blocks.ts';
import type { Layout } from '../../pages/material.ts';
import type { StatusView } from '../../pages/status-views.ts';
import { governanceForm } from '../governance/schema.ts';
import type { PlanBook } from '../kit/form.ts';
import type { PlanContents } from '../kit/judged.ts';
import {
  answerStatus,
  type BlockFact,
  documentBlock,
  factsBlock,
  figureRun,
  joinedRuns,
  linkRun,
  noteBlock,
  type PlanLayout,
  plainFact,
  seeAlso,
  sentencesBlock,
  wordFact,
  wordRuns,
} from '../kit/page.ts';
import { scrutinyForm } from '../scrutiny/schema.ts';
import type { AreaFound, Judgement, SelfAssessmentFindings } from './findings.ts';
import { type Development, type SelfAssessment, selfAssessmentForm } from './schema.ts';
import type { selfAssessmentSentences } from './words.ts';

type Given = PlanLayout<SelfAssessment, SelfAssessmentFindings, ReturnType<typeof selfAssessmentSentences>>;

/** How the council judges its work, area by area, with what peers said beside each judgement. */
export function selfAssessmentPage(given: Given): PlanContents {
  const { layout, plan, found } = given;
  return {
    title: 'How the council judges its own work',
    lead: 'What the council says of its work with schools, on what evidence and what comes next; beside it, what reviewers from other councils saw.',
    sections: [
      overallSection(given),
      ...found.groups.map(group => ({
        id: `group-${group.id}`,
        heading: group.label,
        blocks: group.areas.map(area => areaEntry(given, area)),
      })),
      ...reviewSections(given),
      ...lessonsSection(given),
      {
        id: 'about',
        heading: 'About this page',
        blocks: [
          ...documentBlock(layout, plan.value.document),
          ...seeAlso(layout, [scrutinyForm, governanceForm, 'targets']),
        ],
      },
    ],
  };
}

function overallSection({ layout, plan, found, said }: Given): PlanSection {
  const { framework, overall } = plan.value;
  const given = found.judged.filter(({ count }) => count > 0);
  const name =
    framework.url === undefined ? plainRun(framework.name) : linkRun(framework.name, framework.url);
  return {
    id: 'overall',
    heading: 'The judgement as a whole',
    blocks: [
      sentencesBlock(layout, said.overall),
      ...(given.length < 2
        ? []
        : [
            {
              kind: 'tally',
              items: given.map(each => ({
                status: judged(each.judgement),
                runs: [figureRun(layout, each.figure)],
              })),
            } as const,
          ]),
      ...factsBlock([
        { name: 'Framework', runs: [name] },
        ...plainFact('What it judges', framework.judges),
        ...plainFact('In force from', framework.from),
        ...plainFact('Withdrawn', framework.withdrawn),
        ...plainFact('Who answers for it', overall.owner),
      ]),
      ...(overall.note === undefined
        ? []
        : [{ kind: 'note', runs: wordRuns(layout, overall.note) } as const]),
      ...noteBlock(framework.note),
    ],
  };
}

/** A judgement in the framework's own word. */
function judged({ label, good }: Judgement): StatusView {
  const word = capital(label);
  return { kind: good ? 'judged-well' : 'judged-badly', word };
}

function areaEntry({ layout }: Given, { id, label, assessed, judgement, asked }: AreaFound): Block {
  const next = assessed['next-steps'];
  return {
    kind: 'entry',
    id: `area-${id}`,
    heading: label,
    status: judged(judgement),
    standing: asked.length === 0 ? null : 'reviewers asked for more',
    blocks: [
      ...factsBlock([
        { name: 'Evidence', runs: joinedRuns(layout, assessed.evidence) },
        next.length === 0
          ? {
              name: 'Next steps',
              runs: plainRuns(`None is stated. ${assessed['next-steps-not-stated'] ?? ''}`.trim()),
            }
          : { name: 'Next steps', runs: joinedRuns(layout, next) },
        ...asked.flatMap(each => peerFacts(layout, each)),
      ]),
      ...noteBlock(assessed.note),
    ],
  };
}

/** What peers said of an area, with what was answered: never one without the other. */
function peerFacts(layout: Layout, each: Development): readonly BlockFact[] {
  return [
    {
      name: 'What reviewers said',
      runs: [
        ...wordRuns(layout, each.words),
        plainRun(' ('),
        linkRun(lower(each.label), hereAt(layout, askedAnchor(each.id))),
        plainRun(')'),
      ],
    },
    ...answerFacts(layout, each),
  ];
}

/** What the council answered, or that and why no answer is stated. */
export function answerFacts(
  layout: Layout,
  { response, reason }: { readonly response?: string | undefined; readonly reason?: string | undefined },
): readonly BlockFact[] {
  const name = 'The council’s answer';
  if (response !== undefined) return [...wordFact(layout, name, response), ...plainFact('Besides', reason)];
  return [{ name, runs: plainRuns(reason === undefined ? 'None is stated.' : `None is stated. ${reason}`) }];
}

function reviewSections({ layout, plan, said, found }: Given): readonly PlanSection[] {
  const review = plan.value['peer-review'];
  if (review === undefined) return [];
  const areas = new Map(found.groups.flatMap(group => group.areas).map(({ id, label }) => [id, label]));
  return [
    {
      id: 'peer-review',
      heading: 'What reviewers from other councils saw',
      blocks: [
        sentencesBlock(layout, said.review),
        ...factsBlock([
          {
            name: 'Reviewers',
            runs: plainRuns(`${review.who}, from ${new Intl.ListFormat('en-GB').format(review.by)}`),
          },
          { name: 'Date', runs: plainRuns(dateLabel(review.date)) },
          { name: 'How', runs: plainRuns(review.how) },
        ]),
        paragraph('The council asked them to look into:'),
        ...listBlock(review.questions.map(plainRuns), true),
      ],
    },
    {
      id: 'strengths',
      heading: 'Strengths that they named',
      blocks: listBlock(review.strengths.map(each => wordRuns(layout, each))),
    },
    {
      id: 'development',
      heading: 'What they asked for',
      blocks: review.development.map(each => developmentEntry(layout, each, areas)),
    },
  ];
}

function developmentEntry(layout: Layout, each: Development, areas: ReadonlyMap<string, string>): Block {
  const area = each['bears-on'] ?? '';
  return {
    kind: 'entry',
    id: askedAnchor(each.id),
    heading: each.label,
    status: answerStatus(each, layout.setting.edition['cut-off']),
    standing: null,
    blocks: [
      { kind: 'words', runs: wordRuns(layout, each.words) },
      ...factsBlock([
        { name: 'Bears on', runs: [linkRun(areas.get(area) ?? area, hereAt(layout, `area-${area}`))] },
        ...answerFacts(layout, each),
        ...plainFact('Who answers for it', each.owner),
        ...plainFact('Due', each.due === undefined ? null : dateLabel(each.due)),
      ]),
    ],
  };
}

function lessonsSection({ layout, plan, said, found }: Given): readonly PlanSection[] {
  const { lessons } = plan.value;
  if (lessons === undefined) return [];
  const areas = new Map(found.groups.flatMap(group => group.areas).map(({ id, label }) => [id, label]));
  const facts = lessons.entries.map(each => {
    const area = each['bears-on'];
    return {
      name: each.words,
      runs: [
        ...(each.answer === undefined ? plainRuns('No answer is stated.') : wordRuns(layout, each.answer)),
        plainRun(' Area: '),
        linkRun(lower(areas.get(area) ?? area), hereAt(layout, `area-${area}`)),
        plainRun('.'),
      ],
    };
  });
  return [
    {
      id: 'lessons',
      heading: 'Lessons from inspections of other councils',
      blocks: [paragraph(lessons.about), sentencesBlock(layout, said.lessons), ...factsBlock(facts)],
    },
  ];
}

function hereAt({ setting }: Layout, id: string): string {
  return `${addresses.plan(setting.edition.id, selfAssessmentForm.id)}#${id}`;
}

/** What an area of the framework is called, with a small letter. */
export function areaName(book: PlanBook, id: string): string {
  const groups = selfAssessmentForm.in(book)?.value.framework.groups ?? [];
  return lower(groups.flatMap(({ areas }) => areas).find(area => area.id === id)?.label ?? id);
}

/** Where on the page something that reviewers asked for stands. */
export function askedAnchor(id: string): string {
  return `asked-${id}`;
}
