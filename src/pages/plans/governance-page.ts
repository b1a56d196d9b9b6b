import type { BoardNode } from '../../judgements/plans/governance.ts';
import { dateLabel } from '../../model/date.ts';
import type { BoardKind, Consultation, Duty, Governance } from '../../model/plans/governance.ts';
import type { Role } from '../../model/role.ts';
import { addresses } from '../addresses.ts';
import {
  type Block,
  type BlockCell,
  type BlockTable,
  cellOf,
  type PlanSection,
  paragraph,
  plainCell,
  plainRun,
  plainRuns,
  type TreeItem,
} from '../blocks.ts';
import type { Layout } from '../material.ts';
import type { Run } from '../view.ts';
import { type PlanContents, type PlanLayout, sentenceViews, wordRuns } from './plan-layout.ts';
import { documentBlock, factsBlock, linkRun, noteBlock, plainFact, seeAlso, wordFact } from './plan-parts.ts';

type Given = PlanLayout<'governance'>;

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
          ...seeAlso(layout, ['self-assessment', 'scrutiny', 'targets']),
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
  const named = priorities.map(({ name, words }) => ({ name, runs: wordRuns(layout, words) }));
  const table: BlockTable = {
    kind: 'table',
    id: 'principles-table',
    number: 1,
    caption: 'The principles, and the priorities that each serves',
    columns: ['Principle', 'What it means', 'Priorities'].map(text => ({ text, numeric: false })),
    rows: principles.map(({ name, words, serves }) => ({
      header: plainRuns(name),
      cells: [
        cellOf(wordRuns(layout, words)),
        plainCell(serves.length === 0 ? 'None named' : namesOf(plan.value, serves)),
      ],
    })),
    download: null,
  };
  return {
    id: 'priorities',
    heading: 'Priorities and principles',
    blocks: [...factsBlock(named), ...(principles.length === 0 ? [] : [table]), ...noteBlock(note)],
  };
}

function namesOf({ priorities }: Governance, ids: readonly string[]): string {
  return ids.map(id => priorities.find(each => each.id === id)?.name ?? id).join('; ');
}

function dutiesSection({ layout, plan, said }: Given): PlanSection {
  const { duties, principles, 'duties-note': note } = plan.value;
  const table: BlockTable = {
    kind: 'table',
    id: 'duties-table',
    number: principles.length === 0 ? 1 : 2,
    caption: 'Duties that the law gives the council',
    columns: ['Duty', 'Law', 'Who named the law'].map(text => ({ text, numeric: false })),
    rows: duties.map(each => ({
      header: plainRuns(each.duty),
      cells: [lawCell(each), plainCell(citerOf(each))],
    })),
    download: null,
  };
  return {
    id: 'duties',
    heading: 'What the law asks of the council',
    blocks: [
      { kind: 'sentences', sentences: sentenceViews(layout, said, 'duties') },
      table,
      ...noteBlock(note),
    ],
  };
}

function lawCell({ law, 'law-not-stated': why = '', note }: Duty): BlockCell {
  if (law === undefined) return plainCell(`None given. ${why}`);
  const after = note === undefined ? [] : [plainRun(`. ${note}`)];
  return cellOf([linkRun(`${law.act}, ${law.section}`, law.url), ...after]);
}

function citerOf({ law, 'cited-by': citer }: Duty): string {
  if (law === undefined) return 'Nobody';
  switch (citer) {
    case 'document':
      return 'The plan';
    case 'editors':
      return 'The editors of this report';
  }
}

function boardsSection({ layout, plan, found, said }: Given): PlanSection {
  const blocks: readonly Block[] =
    found.tree.length === 0
      ? []
      : [
          { kind: 'sentences', sentences: sentenceViews(layout, said, 'boards') },
          paragraph('What stands beneath a board or a group, joined to it by a line, reports to it.'),
          { kind: 'tree', items: found.tree.map(node => treeItem(plan.value, node)) },
          ...noteBlock(plan.value['boards-note']),
        ];
  return { id: 'boards', heading: 'Boards and groups', blocks };
}

const kindNames: Readonly<Record<BoardKind, string>> = {
  board: 'Board',
  group: 'Group',
  stream: 'Stream of work',
};

/** A board with what it is for, who leads it and how often it meets, all in words. */
function treeItem(governance: Governance, { board, beneath }: BoardNode): TreeItem {
  const { kind, purpose, chair, members, meets, serves, note } = board;
  const isStream = kind === 'stream';
  const about = [
    `${kindNames[kind]}. ${purpose}.`,
    ...(isStream ? [] : [`Led by: ${chair === undefined ? 'not stated' : lower(chair)}.`]),
    ...(members.length === 0 ? [] : [`Members: ${members.map(lower).join(', ')}.`]),
    ...(isStream ? [] : [`Meets: ${meets === undefined ? 'not stated' : lower(meets)}.`]),
    ...(serves.length === 0 ? [] : [`Works on: ${lower(namesOf(governance, serves))}.`]),
    ...(note === undefined ? [] : [note]),
  ];
  return {
    heading: plainRuns(board.name),
    about: plainRuns(about.join(' ')),
    items: beneath.map(node => treeItem(governance, node)),
  };
}

function consultationSection({ layout, plan, said }: Given): PlanSection {
  const { consultation } = plan.value;
  return {
    id: 'consultation',
    heading: 'Who was asked, and what changed',
    blocks: [
      ...(consultation.length === 0
        ? []
        : [{ kind: 'sentences', sentences: sentenceViews(layout, said, 'consultation') } as const]),
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
function rolesSection({ folder }: Layout): PlanSection {
  const table: BlockTable = {
    kind: 'table',
    id: 'roles-table',
    number: 3,
    caption: 'Who answers for what',
    columns: ['Role', 'Answers for', 'Where', 'Last looked at'].map(text => ({ text, numeric: false })),
    rows: folder.roles.map(each => ({
      header: plainRuns(each.role),
      cells: [
        plainCell(each['answers-for']),
        cellOf(whereRuns(folder.council.contact.url, each)),
        plainCell(each.reviewed === undefined ? 'Not recorded' : dateLabel(each.reviewed)),
      ],
    })),
    download: null,
  };
  return {
    id: 'roles',
    heading: 'Who answers for what',
    blocks: [
      paragraph('Roles, never names: whoever holds one can be reached through the address beside it.'),
      table,
    ],
  };
}

function whereRuns(contact: string, { department, url }: Role): readonly Run[] {
  if (url !== undefined) return [linkRun(department ?? 'Contact page', url)];
  return [
    plainRun(department === undefined ? '' : `${department}, by way of `),
    linkRun('the council', contact),
  ];
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
