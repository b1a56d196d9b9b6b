import { z } from 'zod';
import type { Commentary } from '../model/commentary.ts';
import type { Role } from '../model/council.ts';
import type { Tally } from '../model/figure.ts';
import { type Place, placeIn } from '../model/place.ts';
import { lower, namesInWords } from '../model/spelling.ts';
import { dateLabel } from '../model/time.ts';
import {
  clausesOf,
  type Draft,
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
  linksBlock,
  listBlock,
  notStated,
  paragraph,
  plainRun,
  plainRuns,
  type TreeItem,
} from '../pages/blocks.ts';
import type { Layout } from '../pages/material.ts';
import type { TextRun } from '../pages/view.ts';
import { planKind } from './kind.ts';
import type { PlanCheck } from './kit/checks.ts';
import {
  askOfKeys,
  documentSchema,
  entryId,
  entryRef,
  fieldsIn,
  key,
  plain,
  ref,
  role,
  words,
} from './kit/fields.ts';
import { counterIn, type PlanGiven, tallies } from './kit/findings.ts';
import { type PlanFile, planForm } from './kit/form.ts';
import type { PlanContents } from './kit/judged.ts';
import {
  aboutSection,
  type BlockFact,
  factsBlock,
  linksToTargets,
  noteBlock,
  type PlanLayout,
  plainFact,
  section,
  sentencesBlock,
  sharedBy,
  wordFact,
  wordRuns,
  wordsBlock,
} from './kit/page.ts';

/** What a part of the tree is: a board decides, a group works for it, a stream is work that is led together. */
const boardKinds = ['board', 'group', 'stream'] as const;
type BoardKind = (typeof boardKinds)[number];

/** Who named the law behind a duty: the plan itself, or those who made this report. */
const citers = ['document', 'editors'] as const;
const dutySchema = z.strictObject({
  id: key('Its id'),
  duty: plain('What the council must do, as "Coordinate admissions to schools"'),
  law: z
    .strictObject({
      act: plain('The Act or the regulations'),
      section: plain('The section or part'),
      url: z
        .url({ protocol: /^https$/, hostname: /^www\.legislation\.gov\.uk$/ })
        .describe('The section on www.legislation.gov.uk'),
    })
    .optional()
    .describe('Its Act, section and address'),
  'cited-by': z.enum(citers).default('document').describe('Who named the law: the document, or the editors'),
  'law-not-stated': plain('Why no law is given, in a sentence').optional(),
  note: plain('Full sentences for readers').optional(),
});
askOfKeys(dutySchema, { oneOf: ['law', 'law-not-stated'] });

const boardSchema = z.strictObject({
  id: entryId('board or group'),
  name: plain('Its name'),
  kind: z.enum(boardKinds),
  purpose: plain('What it is for, in a sentence without its full stop'),
  chair: role('Who leads it: a role of data/plans/roles.yaml').optional(),
  members: z.array(role('A member, by role')).default([]),
  meets: plain('How often it meets').optional(),
  'reports-to': entryRef('board or group', 'The board or group above it').optional(),
  serves: z.array(entryRef('priority', 'A priority that it works on')).default([]),
  note: plain('Full sentences for readers').optional(),
});

const consultationSchema = z.strictObject({
  id: key('Its id'),
  who: plain('Who was asked'),
  learners: z.boolean().default(false).describe('True where the voice is that of learners'),
  when: plain('When they were asked').optional(),
  how: plain('How they were asked'),
  said: words('What they said').optional(),
  'said-not-stated': plain('Why what they said is not given, in a sentence').optional(),
  changed: words('What changed for it').optional(),
});
askOfKeys(consultationSchema, { oneOf: ['said', 'said-not-stated'] });

const narrativeSchema = z.strictObject({
  id: key('Its id'),
  heading: plain('Its heading'),
  words: words('What is said, in full sentences'),
  'see-targets': z.array(ref('target', 'A target it bears on')).default([]),
  'see-themes': z.array(ref('theme', 'A chapter it bears on')).default([]),
});

const namedSchema = { name: plain('Its name'), words: words('What it means, in a sentence') };

const governanceSchema = z.strictObject({
  document: documentSchema.optional(),
  vision: words('What everyone works for, in a sentence').optional(),
  aim: words('What the plan is to achieve, and how'),
  priorities: z
    .array(z.strictObject({ id: entryId('priority'), ...namedSchema }))
    .default([])
    .describe('What is worked on: as many as anyone may say there are'),
  principles: z
    .array(
      z.strictObject({
        id: key('Its id'),
        ...namedSchema,
        serves: z.array(entryRef('priority', 'A priority that it serves')).default([]),
      }),
    )
    .default([])
    .describe('How it is worked on: as many as anyone may say there are'),
  'principles-note': plain('Full sentences for readers').optional(),
  duties: z
    .array(dutySchema)
    .min(1)
    .optional()
    .describe('What the law asks of the council; an empty list is a fault, one left out is not shown'),
  'duties-note': plain('Full sentences for readers').optional(),
  boards: z.array(boardSchema).default([]),
  'boards-note': plain('Full sentences for readers').optional(),
  consultation: z.array(consultationSchema).default([]),
  narrative: z.array(narrativeSchema).default([]),
});

type Governance = z.output<typeof governanceSchema>;
export type Board = z.output<typeof boardSchema>;
type Duty = z.output<typeof dutySchema>;
type Consultation = z.output<typeof consultationSchema>;

export const governanceForm = planForm({ id: 'governance', name: 'Governance', schema: governanceSchema });

/** Who decides, by which law and principles, and who was asked. */
export const governance = planKind({
  form: governanceForm,
  check: checkGovernance,
  find: governanceFindings,
  say: governanceSentences,
  page: governancePage,
});

type Check = PlanCheck<Governance>;

/** Lines of reporting come to an end, and words count what is listed. */
function checkGovernance(check: Check): void {
  checkReporting(check);
  checkMiscounted(check);
}

/** Each circle is reported once, at the first of its boards in the file. */
function checkReporting({ plan, report }: Check): void {
  const { boards } = plan.value;
  const above = new Map(boards.map(board => [board.id, board['reports-to']]));
  const order = boards.map(({ id }) => id);
  boards.forEach(({ id }, at) => {
    const circle = circleFrom(id, above);
    if (circle?.every(each => order.indexOf(each) >= at))
      report(plan.place(['boards', at, 'reports-to']), 'reports-in-a-circle', [...circle, id]);
  });
}

/** The boards passed through on the way from one back to itself; null where the way ends elsewhere. */
function circleFrom(id: string, above: ReadonlyMap<string, string | undefined>): readonly string[] | null {
  const passed = [id];
  for (let next = above.get(id); next !== undefined; next = above.get(next)) {
    if (next === id) return passed;
    if (passed.includes(next)) return null;
    passed.push(next);
  }
  return null;
}

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "six core principles", "three key priorities", "3 priority areas"; "two priorities" alone may be of something else. */
const counted = new RegExp(
  String.raw`\b(?<number>${numbers.join('|')}|\d{1,2})\s+(?:(?:(?:core|key|main|guiding|fundamental|strategic|shared)\s+)*(?<principle>principles?)\b|(?:(?:core|key|main|strategic|shared)\s+)+(?<priority>priority(?!\s+(?:schools?|groups?))|priorities)\b|(?<area>priority\s+areas?)\b)`,
  'gi',
);

type Said = { readonly text: string; readonly place: (index: number) => Place };

/** X12: reports words of an edition that give another number of principles or priorities than its governance lists. */
function checkMiscounted({ plan, book, commentary, edition, report }: PlanCheck<Governance>): void {
  const said = [
    ...book.plans.flatMap(saidIn),
    ...commentary.filter(each => each.edition === edition.id).map(saidInCommentary),
  ];
  for (const { text, place } of said) {
    for (const match of text.matchAll(counted)) {
      const { number = '', principle } = match.groups ?? {};
      const what = principle === undefined ? 'priorities' : 'principles';
      const held = plan.value[what].length;
      const at = numbers.indexOf(number.toLowerCase());
      const count = at === -1 ? Number(number) : at + 1;
      if (held > 0 && count !== held)
        report(place(match.index), 'principles-miscounted', match[0], held, what, plan.file);
    }
  }
}

function saidIn({ form, value, place }: PlanFile<unknown>): readonly Said[] {
  return fieldsIn(form.schema, value).flatMap(({ field, text, path }) =>
    field.kind === 'words' || field.kind === 'plain' ? [{ text, place: () => place(path) }] : [],
  );
}

function saidInCommentary({ markdown, place }: Commentary): Said {
  return { text: markdown, place: index => placeIn(markdown, place, index) };
}

type BoardNode = { readonly board: Board; readonly beneath: readonly BoardNode[] };

export type GovernanceFindings = ReturnType<typeof governanceFindings>;

function governanceFindings(given: PlanGiven<Governance>) {
  const { boards, duties = [], priorities, principles, consultation } = given.plan.value;
  const count = (list: string, part: string, some: readonly unknown[]) =>
    counterIn(given, [list])(part, some.length);
  const told = consultation.filter(({ said }) => said !== undefined);
  const acted = consultation.filter(({ changed }) => changed !== undefined);
  return {
    tree: treeOf(boards),
    boards: tallies(counterIn(given, ['boards']), boards, 'kind', boardKinds, kind => `boards: ${kind}`),
    priorities: count('priorities', 'priorities', priorities),
    principles: count('principles', 'principles', principles),
    duties: {
      all: count('duties', 'duties', duties),
      withLaw: count(
        'duties',
        'duties with their law',
        duties.filter(({ law }) => law !== undefined),
      ),
    },
    consultation: {
      all: count('consultation', 'consultations', consultation),
      told: count('consultation', 'consultations told of', told),
      changed: count('consultation', 'consultations acted on', acted),
    },
  };
}

/** Boards beneath those they report to, in the order of the file; those that report to none are at the top. */
export function treeOf(boards: readonly Board[], above?: string): readonly BoardNode[] {
  return boards
    .filter(board => board['reports-to'] === above)
    .map(board => ({ board, beneath: treeOf(boards, board.id) }));
}

export function governanceSentences({ boards, duties, consultation }: GovernanceFindings) {
  return {
    boards: numberedSentences('governance.boards', boardDrafts(boards)),
    duties: numberedSentences('governance.duties', dutyDrafts(duties)),
    consultation: numberedSentences('governance.consultation', consultationDrafts(consultation)),
  };
}

/** "There are two boards, five groups and three streams of work." */
function boardDrafts(boards: GovernanceFindings['boards']): readonly Draft[] {
  const first = someOf(boards)[0];
  if (first === undefined) return [];
  return [say`There ${plural(first, 'is', 'are')} ${listed(clausesOf(boards, kindWords))}.`];
}

const kindWords: Readonly<Record<BoardKind, readonly [string, string]>> = {
  board: ['board', 'boards'],
  group: ['group', 'groups'],
  stream: ['stream of work', 'streams of work'],
};

function dutyDrafts({ all, withLaw }: GovernanceFindings['duties']): readonly Draft[] {
  if (all.count === 0) return [];
  const listed = say`The plan names ${many(all)} ${plural(all, 'duty', 'duties')}`;
  if (withLaw.count === all.count) return [say`${listed}, each with its law.`];
  return [say`${listed}; the law is given here for ${many(withLaw)} of them.`];
}

function consultationDrafts({ all, told, changed }: GovernanceFindings['consultation']): readonly Draft[] {
  if (all.count === 0) return [];
  if (all.count === 1) {
    const given = ({ figure, count }: Tally) => mention(figure, count === 1 ? 'given' : 'not given');
    return [
      say`The plan lists ${many(all)} consultation. What people said is ${given(told)}, and what changed is ${given(changed)}.`,
    ];
  }
  return [
    say`The plan lists ${many(all)} consultations. What people said is given for ${many(told)} of them, and what changed for ${many(changed)}.`,
  ];
}

type Given = PlanLayout<Governance, GovernanceFindings, ReturnType<typeof governanceSentences>>;

function governancePage(given: Given): PlanContents {
  const { layout, plan, found, said } = given;
  const { vision, aim, consultation } = plan.value;
  return {
    title: 'Who decides, and who answers for what',
    lead: 'The aim that all partners share, the duties that the law gives the council, the boards that lead the work, and who was asked.',
    sections: [
      section(
        'aim',
        'Vision and aim',
        factsBlock([...wordFact(layout, 'Vision', vision), ...wordFact(layout, 'Aim', aim)]),
      ),
      section('priorities', 'Priorities and principles', priorityBlocks(given)),
      section('duties', 'What the law asks of the council', dutyBlocks(given)),
      section('boards', 'Boards and groups', found.tree.length === 0 ? [] : boardBlocks(given)),
      section('consultation', 'Who was asked, and what changed', [
        ...(consultation.length === 0 ? [] : [sentencesBlock(layout, said.consultation)]),
        ...consultation.map(each => consultationEntry(layout, each)),
      ]),
      section('why', 'Why these matters come first', narrativeBlocks(given)),
      section('roles', 'Who answers for what', roleBlocks(layout)),
      aboutSection(layout, plan.value.document, ['self-assessment', 'scrutiny', 'targets']),
    ],
  };
}

function priorityBlocks({ layout, plan }: Given): readonly Block[] {
  const { priorities, principles, 'principles-note': note } = plan.value;
  return [
    ...factsUnder(
      'Priorities: what is worked on',
      priorities.flatMap(({ name, words }) => wordFact(layout, name, words)),
    ),
    ...factsUnder(
      'Principles: how it is worked on',
      principles.map(({ name, words, serves }) => ({
        name,
        runs: [
          ...wordRuns(layout, words),
          ...(serves.length === 0 ? [] : [plainRun(` Serves: ${namesOf(plan.value, serves)}.`)]),
        ],
      })),
    ),
    ...noteBlock(note),
  ];
}

/** None where there are no facts. */
function factsUnder(words: string, facts: readonly BlockFact[]): readonly Block[] {
  return facts.length === 0 ? [] : [paragraph(words), ...factsBlock(facts)];
}

function dutyBlocks({ layout, plan, said }: Given): readonly Block[] {
  const { duties = [], 'duties-note': note } = plan.value;
  if (duties.length === 0) return [];
  return [
    sentencesBlock(layout, said.duties),
    ...factsBlock(duties.map(each => ({ name: each.duty, runs: lawRuns(each) }))),
    ...noteBlock(note),
  ];
}

function lawRuns({ law, 'law-not-stated': why, 'cited-by': citer, note = '' }: Duty): readonly TextRun[] {
  if (law === undefined) return plainRuns(`${notStated(why, 'No law is given.')} ${note}`.trimEnd());
  const after = [...(citer === 'editors' ? ['Reference added for this report.'] : []), note];
  return [linkRun(`${law.act}, ${law.section}`, law.url), plainRun(`. ${after.join(' ')}`.trimEnd())];
}

function consultationEntry(layout: Layout, each: Consultation): Block {
  const { id, who, learners, when = 'Not stated', how, said, 'said-not-stated': why, changed } = each;
  return entryBlock({
    id: `asked-${id}`,
    heading: learners ? `${who}: the learners’ voice` : who,
    blocks: factsBlock([
      ...plainFact('When', when),
      ...plainFact('How', how),
      ...wordFact(layout, 'What they said', said, notStated(why)),
      ...wordFact(layout, 'What changed', changed, 'Nothing is stated.'),
    ]),
  });
}

function narrativeBlocks({ layout, plan }: Given): readonly Block[] {
  const { found, setting } = layout;
  return plan.value.narrative.map(each => {
    const links = [
      ...linksToTargets(layout, each['see-targets'], lower),
      ...each['see-themes'].flatMap(id =>
        found.themes
          .filter(({ theme }) => theme.id === id)
          .map(({ theme }) => ({
            text: `Chapter: ${lower(theme.label)}`,
            href: addresses.theme(setting.edition.id, id),
          })),
      ),
    ];
    const blocks = [wordsBlock(layout, each.words), ...linksBlock(links)];
    return entryBlock({ id: `why-${each.id}`, heading: each.heading, blocks });
  });
}

/** Everyone who answers for something, with the day the entry was last looked at (F42). */
function roleBlocks({ setting: { folder } }: Layout): readonly Block[] {
  const { url } = folder.council.contact;
  const [shared] = folder.roles;
  const areAlike =
    shared !== undefined &&
    shared.url === undefined &&
    sharedBy(folder.roles, role => JSON.stringify([role.url ?? null, role.reviewed])) !== null;
  return [
    paragraph(
      `Roles, never names: whoever holds one can be reached through ${areAlike ? 'the council' : 'the address beside it'}.`,
    ),
    ...(areAlike
      ? [{ kind: 'words', runs: reachRuns({ ...shared, department: undefined }, url) } as const]
      : []),
    ...factsBlock(
      folder.roles.map(each => ({
        name: each.role,
        runs: areAlike
          ? plainRuns([each['answers-for'], each.department ?? []].flat().join('. ').concat('.'))
          : [plainRun(`${each['answers-for']}. `), ...reachRuns(each, url)],
      })),
    ),
  ];
}

function reachRuns(
  { department, url, reviewed }: Pick<Role, 'department' | 'url' | 'reviewed'>,
  contact: string,
): readonly TextRun[] {
  const where =
    url === undefined
      ? [
          plainRun(department === undefined ? 'By way of ' : `${department}, by way of `),
          linkRun('the council', contact),
        ]
      : [linkRun(department ?? 'Contact page', url)];
  const when = reviewed === undefined ? '' : ` Last checked on ${dateLabel(reviewed)}.`;
  return [...where, plainRun(`.${when}`)];
}

function boardBlocks({ layout, plan, found, said }: Given): readonly Block[] {
  return [
    sentencesBlock(layout, said.boards),
    paragraph('What stands beneath a board or a group, joined to it by a line, reports to it.'),
    { kind: 'tree', items: found.tree.map(node => treeItem(plan.value, node)) },
    ...noteBlock(plan.value['boards-note']),
    ...memberEntries(plan.value),
  ];
}

const kindLooks: Readonly<Record<BoardKind, Required<Pick<TreeItem, 'label' | 'look'>>>> = {
  board: { label: 'Board', look: 'strong' },
  group: { label: 'Group', look: 'plain' },
  stream: { label: 'Stream of work', look: 'broken' },
};

function treeItem(governance: Governance, { board, beneath }: BoardNode): TreeItem {
  const { kind, purpose, chair, meets, serves, note } = board;
  const about = [
    `${purpose}.`,
    ...(kind === 'stream'
      ? []
      : [`Led by: ${lower(chair ?? 'not stated')}.`, `Meets: ${lower(meets ?? 'not stated')}.`]),
    ...(serves.length === 0 ? [] : [`Works on: ${namesOf(governance, serves)}.`]),
    note ?? [],
  ].flat();
  return {
    ...kindLooks[kind],
    heading: plainRuns(board.name),
    about: plainRuns(about.join(' ')),
    items: beneath.map(node => treeItem(governance, node)),
  };
}

function memberEntries({ boards }: Governance): readonly Block[] {
  return boards
    .filter(({ members }) => members.length > 0)
    .map(({ id, name, members }) =>
      entryBlock({
        id: `members-${id}`,
        heading: `Members of the ${lower(name)}`,
        blocks: listBlock(members.map(plainRuns)),
      }),
    );
}

/** The names of some priorities within a sentence: "vulnerable groups and school improvement". */
function namesOf({ priorities }: Governance, ids: readonly string[]): string {
  const names = ids.map(id => lower(priorities.find(each => each.id === id)?.name ?? id));
  return namesInWords(names);
}
