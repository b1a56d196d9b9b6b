import { z } from 'zod';
import { repeatsIn } from '../model/alike.ts';
import type { Path } from '../model/place.ts';
import { capital, lower, namesInWords, nearest } from '../model/spelling.ts';
import { dateLabel } from '../model/time.ts';
import {
  type Draft,
  everyOne,
  listed,
  many,
  mention,
  numberedSentences,
  plural,
  say,
  someOf,
} from '../narrative/sentence.ts';
import { addresses } from '../pages/addresses.ts';
import {
  type Block,
  entryBlock,
  linkRun,
  listBlock,
  notStated,
  type PlanSection,
  paragraph,
  plainRun,
  plainRuns,
} from '../pages/blocks.ts';
import type { Layout } from '../pages/material.ts';
import type { StatusView } from '../pages/status-views.ts';
import { planKind } from './kind.ts';
import {
  answerFacts,
  answerFields,
  answerStatus,
  answersDraft,
  answerTallies,
  checkDue,
} from './kit/answers.ts';
import type { PlanCheck } from './kit/checks.ts';
import {
  address,
  askOfKeys,
  day,
  documentSchema,
  entryId,
  entryRef,
  key,
  plain,
  role,
  words,
} from './kit/fields.ts';
import { counterIn, type PlanGiven } from './kit/findings.ts';
import { type PlanBook, planForm } from './kit/form.ts';
import type { PlanContents } from './kit/judged.ts';
import {
  aboutSection,
  type BlockFact,
  factsBlock,
  figureRun,
  joinedRuns,
  noteBlock,
  type PlanLayout,
  plainFact,
  section,
  sentencesBlock,
  wordRuns,
  wordsBlock,
} from './kit/page.ts';

/** By what a council is judged: any framework, with its areas and the judgements that it allows. */
const frameworkSchema = z.strictObject({
  name: plain('The framework, as a sentence would have it'),
  judges: plain('What it judges, in a sentence'),
  from: plain('Since when it was in force, as "June 2013"'),
  withdrawn: plain('That it is no longer in force, and since when').optional(),
  url: address('Where it can be read').optional(),
  note: plain('Full sentences for readers').optional(),
  judgements: z
    .array(
      z.strictObject({
        id: key('The judgement, as areas name it'),
        label: plain('As pages print it'),
        good: z.boolean().describe('Whether it is one to be glad of'),
      }),
    )
    .min(2),
  groups: z
    .array(
      z.strictObject({
        id: key('Its id'),
        label: plain('The heading of these areas'),
        areas: z
          .array(
            z.strictObject({
              id: entryId('area of the self-assessment'),
              label: plain('What is judged, in few words'),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

const areaSchema = z.strictObject({
  area: entryRef('area of the self-assessment', 'An area of the framework above'),
  judgement: z.string().describe('One of the judgements of the framework'),
  evidence: z.array(words('A sentence or more')).min(1).describe('What the judgement rests on'),
  'next-steps': z.array(words('What comes next, a sentence')).default([]),
  'next-steps-not-stated': plain('Why there is no next step, in a sentence').optional(),
  note: plain('Full sentences for readers').optional(),
});
askOfKeys(areaSchema, { oneOf: ['next-steps', 'next-steps-not-stated'] });

const developmentSchema = z.strictObject({
  id: entryId('recommendation'),
  label: plain('Its name on pages'),
  words: words('What the reviewers said, in words of our own'),
  'bears-on': entryRef(
    'area of the self-assessment',
    'The area of the self-assessment that it bears on',
  ).optional(),
  ...answerFields,
});

const selfAssessmentSchema = z.strictObject({
  document: documentSchema.optional(),
  framework: frameworkSchema,
  overall: z.strictObject({
    judgement: z.string().describe('One of the judgements of the framework'),
    owner: role().optional(),
    note: words('Full sentences for readers').optional(),
  }),
  areas: z.array(areaSchema).min(1),
  lessons: z
    .strictObject({
      about: plain('Where the lessons come from, in full sentences'),
      entries: z
        .array(
          z.strictObject({
            id: key('Its id'),
            words: plain('The weakness that was found elsewhere, in a sentence'),
            'bears-on': entryRef('area of the self-assessment', 'The area of the framework that it bears on'),
            answer: words('What the council says to it').optional(),
          }),
        )
        .min(1),
    })
    .optional(),
  'peer-review': z
    .strictObject({
      by: z.array(plain('A council that sent reviewers')).min(1),
      who: plain('Who the reviewers were: roles'),
      date: day('The day of the review'),
      how: plain('How they went about it, in a sentence'),
      questions: z.array(plain('A question they were asked to look into')).min(1),
      strengths: z.array(words('What they saw go well')).min(1),
      development: z.array(developmentSchema).min(1),
    })
    .optional(),
});

type SelfAssessment = z.output<typeof selfAssessmentSchema>;
export type Development = z.output<typeof developmentSchema>;

export const selfAssessmentForm = planForm({
  id: 'self-assessment',
  name: 'Self-assessment',
  schema: selfAssessmentSchema,
});

/** How the council judges its own work, with what peers saw beside it. */
export const selfAssessment = planKind({
  form: selfAssessmentForm,
  check: checkSelfAssessment,
  find: selfAssessmentFindings,
  say: selfAssessmentSentences,
  page: selfAssessmentPage,
});

type Check = PlanCheck<SelfAssessment>;

/** Every area of the framework is judged once, on evidence and with next steps; what reviewers asked for is answered. */
function checkSelfAssessment(check: Check): void {
  const { plan, report } = check;
  const { framework, overall, areas } = plan.value;
  framework.groups.forEach((group, at) => {
    group.areas.forEach((area, index) => {
      if (areas.every(each => each.area !== area.id))
        report(
          plan.place(['framework', 'groups', at, 'areas', index, 'id']),
          'area-not-assessed',
          area.label,
        );
    });
  });
  checkJudgement(check, overall.judgement, ['overall', 'judgement']);
  const judged = areas.map(({ area }, at) => ({ area, place: plan.place(['areas', at, 'area']) }));
  for (const [{ area, place }, first] of repeatsIn(judged, each => each.area))
    report(place, 'duplicate-id', area, first.place);
  areas.forEach(({ judgement }, at) => {
    checkJudgement(check, judgement, ['areas', at, 'judgement']);
  });
  plan.value['peer-review']?.development.forEach((each, at) => {
    checkDevelopment(check, each, at);
  });
}

function checkJudgement({ plan, report }: Check, judgement: string, path: Path): void {
  const allowed = plan.value.framework.judgements.map(({ id }) => id);
  if (!allowed.includes(judgement))
    report(plan.place(path), 'unknown-judgement', judgement, allowed, nearest(judgement, allowed));
}

/** X29: a council may not judge itself well and leave what its peers said beside it unanswered. */
function checkDevelopment(check: Check, development: Development, at: number): void {
  const { plan, report } = check;
  const here = ['peer-review', 'development', at];
  const area = development['bears-on'];
  const isAnswered = development.response !== undefined || development.reason !== undefined;
  if (area === undefined) report(plan.place(here), 'peer-review-unanswered', development.label, null);
  else if (!isAnswered && isJudgedGood(check, area))
    report(plan.place(here), 'peer-review-unanswered', development.label, areaLabelIn(check.book, area));
  checkDue(check, development, here);
}

function isJudgedGood({ plan }: Check, id: string): boolean {
  const { framework, areas } = plan.value;
  const judgement = areas.find(({ area }) => area === id)?.judgement;
  return framework.judgements.find(({ id }) => id === judgement)?.good ?? false;
}

type SelfAssessmentFindings = ReturnType<typeof selfAssessmentFindings>;
type AreaFound = SelfAssessmentFindings['groups'][number]['areas'][number];
type Judgement = AreaFound['judgement'];

function selfAssessmentFindings(given: PlanGiven<SelfAssessment>) {
  const { framework, overall, areas: assessments, 'peer-review': review, lessons } = given.plan.value;
  const judgementOf = (id: string) => soundIn(framework.judgements, each => each.id === id);
  const groups = framework.groups.map(group => ({
    ...group,
    areas: group.areas.map(({ id, label }) => {
      const assessed = soundIn(assessments, ({ area }) => area === id);
      const asked = (review?.development ?? []).filter(each => each['bears-on'] === id);
      return { id, label, assessed, judgement: judgementOf(assessed.judgement), asked };
    }),
  }));
  const areas = groups.flatMap(group => group.areas);
  const count = counterIn(given, ['areas']);
  return {
    overall: judgementOf(overall.judgement),
    groups,
    all: count('areas', areas.length),
    judged: framework.judgements.map(judgement => {
      const alike = areas.filter(area => area.judgement === judgement);
      return { judgement, ...count(`areas judged ${judgement.label}`, alike.length) };
    }),
    review: review === undefined ? null : reviewFound(given, review, areas),
    lessons: lessons === undefined ? null : lessonsFound(given, lessons),
  };
}

/** What the checks have found to be there. */
function soundIn<Each>(all: readonly Each[], is: (each: Each) => boolean): Each {
  const held = all.find(is);
  if (held === undefined) throw new Error('invalid self-assessment: an area or a judgement is missing');
  return held;
}

function reviewFound(
  given: PlanGiven<SelfAssessment>,
  { strengths, development }: NonNullable<SelfAssessment['peer-review']>,
  areas: readonly { readonly judgement: { readonly good: boolean }; readonly asked: readonly unknown[] }[],
) {
  const count = counterIn(given, ['peer-review', 'development']);
  const contested = areas.filter(({ judgement, asked }) => judgement.good && asked.length > 0).length;
  const named = counterIn(given, ['peer-review', 'strengths']);
  return {
    contested: count('areas judged well in which reviewers asked for more', contested),
    strengths: named('strengths that reviewers named', strengths.length),
    asked: count('recommendations of reviewers', development.length),
    answers: answerTallies(count, 'recommendations of reviewers', development),
  };
}

function lessonsFound(given: PlanGiven<SelfAssessment>, { entries }: NonNullable<SelfAssessment['lessons']>) {
  const count = counterIn(given, ['lessons', 'entries']);
  const answered = entries.filter(({ answer }) => answer !== undefined).length;
  return {
    all: count('lessons from elsewhere', entries.length),
    answered: count('lessons from elsewhere with an answer', answered),
  };
}

function selfAssessmentSentences(found: SelfAssessmentFindings) {
  const { review, lessons } = found;
  const said = (name: string, drafts: readonly Draft[]) =>
    numberedSentences(`self-assessment.${name}`, drafts);
  const contested =
    review === null || review.contested.count === 0
      ? []
      : [
          say`In ${many(review.contested)} of the areas that it judges well, reviewers from other councils asked for more.`,
        ];
  return {
    overall: said('overall', [judgedDraft(found), ...contested]),
    review: said(
      'review',
      review === null
        ? []
        : [
            say`The reviewers named ${many(review.strengths)} ${plural(review.strengths, 'strength', 'strengths')}.`,
            answersDraft(review.asked, review.answers),
          ],
    ),
    lessons: said(
      'lessons',
      lessons === null
        ? []
        : [
            say`Weaknesses listed: ${mention(lessons.all.figure)}. Those for which an answer is given: ${mention(lessons.answered.figure)}.`,
          ],
    ),
  };
}

/** "The council judges its work effective overall, and in all nine areas of the framework." */
function judgedDraft({ overall, judged, all }: SelfAssessmentFindings): Draft {
  const given = someOf(judged);
  const [only] = given;
  if (given.length === 1 && only?.judgement.id === overall.id)
    return say`The council judges its work ${overall.label} overall, and in ${everyOne(all, 'area', 'areas')} of the framework.`;
  const parts = given.map(each => say`${each.judgement.label} in ${many(each)}`);
  return say`The council judges its work ${overall.label} overall. Of the ${many(all)} areas of the framework, it judges its work ${listed(parts)}.`;
}

type Given = PlanLayout<SelfAssessment, SelfAssessmentFindings, ReturnType<typeof selfAssessmentSentences>>;

function selfAssessmentPage(given: Given): PlanContents {
  const { layout, plan, found, said } = given;
  const { 'peer-review': review, lessons } = plan.value;
  return {
    title: 'How the council judges its own work',
    lead: 'What the council says of its work with schools, on what evidence and what comes next; beside it, what reviewers from other councils saw.',
    sections: [
      section('overall', 'The judgement as a whole', overallBlocks(given)),
      ...found.groups.map(({ id, label, areas }) =>
        section(
          `group-${id}`,
          label,
          areas.map(area => areaEntry(layout, area)),
        ),
      ),
      ...(review === undefined ? [] : reviewSections(given, review)),
      section(
        'lessons',
        'Lessons from inspections of other councils',
        lessons === undefined
          ? []
          : [
              paragraph(lessons.about),
              sentencesBlock(layout, said.lessons),
              ...factsBlock(lessons.entries.map(each => lessonFact(given, each))),
            ],
      ),
      aboutSection(layout, plan.value.document, ['scrutiny', 'governance', 'targets']),
    ],
  };
}

function overallBlocks({ layout, plan, found, said }: Given): readonly Block[] {
  const { framework, overall } = plan.value;
  const given = someOf(found.judged);
  const name =
    framework.url === undefined ? plainRun(framework.name) : linkRun(framework.name, framework.url);
  return [
    sentencesBlock(layout, said.overall),
    ...(given.length < 2
      ? []
      : [
          {
            kind: 'tally',
            items: given.map(({ judgement, figure }) => ({
              status: judged(judgement),
              runs: [figureRun(layout, figure)],
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
    ...(overall.note === undefined ? [] : [{ kind: 'note', runs: wordRuns(layout, overall.note) } as const]),
    ...noteBlock(framework.note),
  ];
}

function judged({ label, good }: Judgement): StatusView {
  return { kind: good ? 'judged-well' : 'judged-badly', word: capital(label) };
}

function areaEntry(layout: Layout, { id, label, assessed, judgement, asked }: AreaFound): Block {
  const { evidence, 'next-steps': next, 'next-steps-not-stated': why, note } = assessed;
  return entryBlock({
    id: `area-${id}`,
    heading: label,
    status: judged(judgement),
    standing: asked.length === 0 ? null : 'reviewers asked for more',
    blocks: [
      ...factsBlock([
        { name: 'Evidence', runs: joinedRuns(layout, evidence) },
        {
          name: 'Next steps',
          runs: next.length === 0 ? plainRuns(notStated(why, 'None is stated.')) : joinedRuns(layout, next),
        },
        ...asked.flatMap(each => peerFacts(layout, each)),
      ]),
      ...noteBlock(note),
    ],
  });
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

function reviewSections(
  { layout, book, said }: Given,
  review: NonNullable<SelfAssessment['peer-review']>,
): readonly PlanSection[] {
  return [
    section('peer-review', 'What reviewers from other councils saw', [
      sentencesBlock(layout, said.review),
      ...factsBlock([
        ...plainFact('Reviewers', `${review.who}, from ${namesInWords(review.by)}`),
        ...plainFact('Date', dateLabel(review.date)),
        ...plainFact('How', review.how),
      ]),
      paragraph('The council asked them to look into:'),
      ...listBlock(review.questions.map(plainRuns), true),
    ]),
    section(
      'strengths',
      'Strengths that they named',
      listBlock(review.strengths.map(each => wordRuns(layout, each))),
    ),
    section(
      'development',
      'What they asked for',
      review.development.map(each => developmentEntry(layout, book, each)),
    ),
  ];
}

function developmentEntry(layout: Layout, book: PlanBook, each: Development): Block {
  const area = each['bears-on'] ?? '';
  return entryBlock({
    id: askedAnchor(each.id),
    heading: each.label,
    status: answerStatus(each, layout.setting.edition['cut-off']),
    blocks: [
      wordsBlock(layout, each.words),
      ...factsBlock([
        { name: 'Bears on', runs: [linkRun(areaLabelIn(book, area), hereAt(layout, `area-${area}`))] },
        ...answerFacts(layout, each),
        ...plainFact('Who answers for it', each.owner),
        ...plainFact('Due', each.due === undefined ? null : dateLabel(each.due)),
      ]),
    ],
  });
}

type Lesson = NonNullable<SelfAssessment['lessons']>['entries'][number];

function lessonFact({ layout, book }: Given, { words, answer, 'bears-on': area }: Lesson): BlockFact {
  return {
    name: words,
    runs: [
      ...(answer === undefined ? plainRuns('No answer is stated.') : wordRuns(layout, answer)),
      plainRun(' Area: '),
      linkRun(areaName(book, area), hereAt(layout, `area-${area}`)),
      plainRun('.'),
    ],
  };
}

function hereAt({ setting }: Layout, id: string): string {
  return `${addresses.plan(setting.edition.id, selfAssessmentForm.id)}#${id}`;
}

function areaLabelIn(book: PlanBook, id: string): string {
  const groups = selfAssessmentForm.in(book)?.value.framework.groups ?? [];
  return groups.flatMap(({ areas }) => areas).find(area => area.id === id)?.label ?? id;
}

/** With a small letter, as within a sentence. */
export function areaName(book: PlanBook, id: string): string {
  return lower(areaLabelIn(book, id));
}

export function askedAnchor(id: string): string {
  return `asked-${id}`;
}
