import type { Role } from '../../model/council.ts';
import { lower } from '../../model/spelling.ts';
import { dateLabel } from '../../model/time.ts';
import { addresses } from '../../pages/addresses.ts';
import {
  type Block,
  listBlock,
  type PlanSection,
  paragraph,
  plainRun,
  plainRuns,
  type TreeItem,
} from '../../pages/blocks.ts';
import type { Layout } from '../../pages/material.ts';
import type { TextRun } from '../../pages/view.ts';
import type { PlanContents } from '../kit/judged.ts';
import {
  type BlockFact,
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
import { scrutinyForm } from '../scrutiny/schema.ts';
import { selfAssessmentForm } from '../self-assessment/schema.ts';
import type { BoardNode, GovernanceFindings } from './findings.ts';
import type { BoardKind, Consultation, Duty, Governance } from './schema.ts';
import type { governanceSentences } from './words.ts';

type Given = PlanLayout<Governance, GovernanceFindings, ReturnType<typeof governanceSentences>>;

/** Who decides, by which law and principles, what those who were asked said, and who answers for what. */
export function governancePage(given: Given): PlanContents {
  const { layout, plan } = given;
  return {
    title: 'Who decides, and who answers for what',
    lead: 'The aim that all partners share, the duties that the law gives the council, the boards that lead the work, and who was asked.',
    sections: [
      aimSection(given),
      prioritiesSection(given),
      dutiesSection(given),
      boardsSection(given),
      consultationSection(given),
      narrativeSection(given),
      rolesSection(layout),
      {
        id: 'about',
        heading: 'About this page',
        blocks: [
          ...documentBlock(layout, plan.value.document),
          ...seeAlso(layout, [selfAssessmentForm, scrutinyForm, 'targets']),
        ],
      },
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

function aimSection({ layout, plan }: Given): PlanSection {
  const { vision, aim } = plan.value;
  return {
    id: 'aim',
    heading: 'Vision and aim',
    blocks: factsBlock([...wordFact(layout, 'Vision', vision), ...wordFact(layout, 'Aim', aim)]),
  };
}

/** The priorities, then each principle with the priorities that it serves. */
function prioritiesSection({ layout, plan }: Given): PlanSection {
  const { priorities, principles, 'principles-note': note } = plan.value;
  return {
    id: 'priorities',
    heading: 'Priorities and principles',
    blocks: [
      ...listed(
        'Priorities: what is worked on',
        priorities.map(each => ({
          name: each.name,
          runs: wordRuns(layout, each.words),
        })),
      ),
      ...listed(
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
    ],
  };
}

/** Facts under a line that says what they are, or nothing where there are none. */
function listed(words: string, facts: readonly BlockFact[]): readonly Block[] {
  return facts.length === 0 ? [] : [paragraph(words), ...factsBlock(facts)];
}

function dutiesSection({ layout, plan, said }: Given): PlanSection {
  const { duties = [], 'duties-note': note } = plan.value;
  return {
    id: 'duties',
    heading: 'What the law asks of the council',
    blocks:
      duties.length === 0
        ? []
        : [
            sentencesBlock(layout, said.duties),
            ...factsBlock(duties.map(each => ({ name: each.duty, runs: lawRuns(each) }))),
            ...noteBlock(note),
          ],
  };
}

/** The law behind a duty, with a link to it, and whether the plan named it or this report. */
function lawRuns({ law, 'law-not-stated': why = '', 'cited-by': citer, note }: Duty): readonly TextRun[] {
  if (law === undefined) return plainRuns(['No law is given.', why, note ?? ''].join(' ').trimEnd());
  const after = [...(citer === 'editors' ? ['Reference added for this report.'] : []), note ?? ''];
  return [linkRun(`${law.act}, ${law.section}`, law.url), plainRun(`. ${after.join(' ')}`.trimEnd())];
}

function consultationSection({ layout, plan, said }: Given): PlanSection {
  const { consultation } = plan.value;
  return {
    id: 'consultation',
    heading: 'Who was asked, and what changed',
    blocks: [
      ...(consultation.length === 0 ? [] : [sentencesBlock(layout, said.consultation)]),
      ...consultation.map(each => consultationEntry(layout, each)),
    ],
  };
}

function consultationEntry(layout: Layout, each: Consultation): Block {
  const said =
    each.said === undefined
      ? plainFact('What they said', `Not stated. ${each['said-not-stated'] ?? ''}`)
      : wordFact(layout, 'What they said', each.said);
  return {
    kind: 'entry',
    id: `asked-${each.id}`,
    heading: each.learners ? `${each.who}: the learners’ voice` : each.who,
    status: null,
    standing: null,
    blocks: factsBlock([
      ...plainFact('When', each.when ?? 'Not stated'),
      ...plainFact('How', each.how),
      ...said,
      ...(each.changed === undefined
        ? plainFact('What changed', 'Nothing is stated.')
        : wordFact(layout, 'What changed', each.changed)),
    ]),
  };
}

function narrativeSection({ layout, plan }: Given): PlanSection {
  const { found, setting } = layout;
  const targets = (found.targets?.plans ?? []).flatMap(each => each.targets);
  return {
    id: 'why',
    heading: 'Why these matters come first',
    blocks: plan.value.narrative.map(each => {
      const links = [
        ...each['see-targets'].flatMap(id => {
          const held = targets.find(({ target }) => target.id === id);
          const href = `${addresses.page(setting.edition.id, 'targets')}#${id}`;
          return held === undefined ? [] : [{ text: `Target: ${lower(held.target.short)}`, href }];
        }),
        ...each['see-themes'].flatMap(id => {
          const held = found.themes.find(({ theme }) => theme.id === id);
          const href = addresses.theme(setting.edition.id, id);
          return held === undefined ? [] : [{ text: `Chapter: ${lower(held.theme.label)}`, href }];
        }),
      ];
      return {
        kind: 'entry',
        id: `why-${each.id}`,
        heading: each.heading,
        status: null,
        standing: null,
        blocks: [
          { kind: 'words', runs: wordRuns(layout, each.words) },
          ...(links.length === 0 ? [] : [{ kind: 'links', items: links } as const]),
        ],
      };
    }),
  };
}

/** Everyone who answers for something, with the day the entry was last looked at (F42). */
function rolesSection({ setting: { folder } }: Layout): PlanSection {
  const { url } = folder.council.contact;
  const [shared] = folder.roles;
  const areAlike =
    shared !== undefined &&
    shared.url === undefined &&
    sharedBy(folder.roles, role => JSON.stringify([role.url ?? null, role.reviewed])) !== null;
  return {
    id: 'roles',
    heading: 'Who answers for what',
    blocks: [
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
    ],
  };
}

/** How whoever holds a role is reached, and when that was last looked at. */
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

/** The boards and those that report to them as a tree, then who sits on them. */
function boardsSection({ layout, plan, found, said }: Given): PlanSection {
  const blocks: readonly Block[] =
    found.tree.length === 0
      ? []
      : [
          sentencesBlock(layout, said.boards),
          paragraph('What stands beneath a board or a group, joined to it by a line, reports to it.'),
          { kind: 'tree', items: found.tree.map(node => treeItem(plan.value, node)) },
          ...noteBlock(plan.value['boards-note']),
          ...memberEntries(plan.value),
        ];
  return { id: 'boards', heading: 'Boards and groups', blocks };
}

const kindLooks: Readonly<Record<BoardKind, Required<Pick<TreeItem, 'label' | 'look'>>>> = {
  board: { label: 'Board', look: 'strong' },
  group: { label: 'Group', look: 'plain' },
  stream: { label: 'Stream of work', look: 'broken' },
};

/** A board with what it is for, who leads it and how often it meets, all in words. */
function treeItem(governance: Governance, { board, beneath }: BoardNode): TreeItem {
  const { kind, purpose, chair, meets, serves, note } = board;
  const isStream = kind === 'stream';
  const about = [
    `${purpose}.`,
    ...(isStream ? [] : [`Led by: ${chair === undefined ? 'not stated' : lower(chair)}.`]),
    ...(isStream ? [] : [`Meets: ${meets === undefined ? 'not stated' : lower(meets)}.`]),
    ...(serves.length === 0 ? [] : [`Works on: ${namesOf(governance, serves)}.`]),
    ...(note === undefined ? [] : [note]),
  ];
  return {
    ...kindLooks[kind],
    heading: plainRuns(board.name),
    about: plainRuns(about.join(' ')),
    items: beneath.map(node => treeItem(governance, node)),
  };
}

/** Who sits on each board that has its members listed, by role. */
function memberEntries({ boards }: Governance): readonly Block[] {
  return boards
    .filter(({ members }) => members.length > 0)
    .map(({ id, name, members }) => ({
      kind: 'entry',
      id: `members-${id}`,
      heading: `Members of the ${lower(name)}`,
      status: null,
      standing: null,
      blocks: listBlock(members.map(plainRuns)),
    }));
}

/** The names of some priorities within a sentence: "vulnerable groups and school improvement". */
function namesOf({ priorities }: Governance, ids: readonly string[]): string {
  const names = ids.map(id => lower(priorities.find(each => each.id === id)?.name ?? id));
  return new Intl.ListFormat('en-GB').format(names);
}
