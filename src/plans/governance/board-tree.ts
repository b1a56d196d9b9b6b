import type { BoardNode } from './findings.ts';
import type { BoardKind, Governance } from './schema.ts';
import { type Block, listBlock, type PlanSection, paragraph, plainRuns, type TreeItem } from '../../pages/blocks.ts';
import { type PlanLayout, sentenceViews } from '../kit/plan-layout.ts';
import { noteBlock } from '../kit/plan-parts.ts';

type Given = PlanLayout<'governance'>;

/** The boards and those that report to them as a tree, then who sits on them. */
export function boardsSection({ layout, plan, found, said }: Given): PlanSection {
  const blocks: readonly Block[] =
    found.tree.length === 0
      ? []
      : [
          { kind: 'sentences', sentences: sentenceViews(layout, said, 'boards') },
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
export function namesOf({ priorities }: Governance, ids: readonly string[]): string {
  const names = ids.map(id => lower(priorities.find(each => each.id === id)?.name ?? id));
  return new Intl.ListFormat('en-GB').format(names);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
