import type { ActionFindings } from '../../judgements/plans/delivery.ts';
import { dateLabel } from '../../model/date.ts';
import { deadlineText } from '../../model/deadline.ts';
import { periodLabel } from '../../model/period.ts';
import type { Action } from '../../model/plans/delivery.ts';
import {
  type Block,
  type BlockTable,
  cellOf,
  listBlock,
  plainCell,
  plainRun,
  plainRuns,
  statusCell,
} from '../blocks.ts';
import { statusView } from '../status-views.ts';
import type { Run } from '../view.ts';
import { linked, lowered } from './delivery-words.ts';
import { figureRun, type PlanLayout, sentenceViews, wordRuns } from './plan-layout.ts';

type Given = PlanLayout<'delivery'>;

/** What is to be done, by theme, and where it stands. */
export function actionBlocks(given: Given): readonly Block[] {
  const { layout, plan, found, said } = given;
  if (found.actions.length === 0) return [];
  const { themes } = plan.value;
  const loose = found.actions.filter(({ action }) => action.theme === undefined);
  const counts = found.counts.filter(({ count }) => count > 0);
  return [
    { kind: 'sentences', sentences: sentenceViews(layout, said, 'counts') },
    {
      kind: 'tally',
      items: counts.map(({ standing, figure }) => ({
        status: statusView(standing),
        runs: [figureRun(layout, figure)],
      })),
    },
    ...themes.map(({ id, label, initiatives }, at): Block => {
      const own = found.actions.filter(({ action }) => action.theme === id);
      return {
        kind: 'entry',
        id: `theme-${id}`,
        heading: label,
        status: null,
        standing: null,
        blocks: [
          ...listBlock(initiatives.map(text => wordRuns(layout, text))),
          ...(own.length === 0
            ? []
            : [actionTable(given, `actions-${id}`, at + 1, `Actions: ${label}`, own)]),
        ],
      };
    }),
    ...(loose.length === 0 ? [] : [actionTable(given, 'actions-all', themes.length + 1, 'Actions', loose)]),
    ...notStated(found.actions).map(text => ({ kind: 'note', runs: plainRuns(text) }) as const),
  ];
}

/** Each reason once why a status is not stated. */
function notStated(actions: readonly ActionFindings[]): readonly string[] {
  return [...new Set(actions.flatMap(({ action }) => action.reason ?? []))];
}

function actionTable(
  { layout, found }: Given,
  id: string,
  number: number,
  caption: string,
  actions: readonly ActionFindings[],
): BlockTable {
  return {
    kind: 'table',
    id,
    number,
    caption,
    columns: ['Action', 'Due', 'Owner', 'Meant to move', 'Status'].map(text => ({ text, numeric: false })),
    rows: actions.map(({ action, standing }) => ({
      id: action.id,
      header: [
        plainRun(`${found.actions.findIndex(each => each.action === action) + 1}. `),
        ...wordRuns(layout, action.words),
      ],
      cells: [
        plainCell(deadlineText(action.deadline, dateLabel)),
        plainCell(ownersOf(action)),
        cellOf(movesOf(layout, action)),
        statusCell(statusView(standing)),
      ],
    })),
    download: null,
  };
}

function ownersOf({ owners, 'owner-not-stated': why }: Action): string {
  return owners.length === 0 ? `Not stated: ${lowered(why ?? 'none is given.')}` : owners.join('; ');
}

function movesOf(layout: Given['layout'], { moves }: Action): readonly Run[] {
  const runs = linked(layout, '', moves);
  return runs.length === 0 ? plainRuns('No measure') : runs;
}

/** Last year's actions beside what came of them. */
export function beforeBlocks({ layout, found, before, said }: Given): readonly Block[] {
  if (before === null) return [];
  const { actions } = before.value;
  const now = new Map(found.actions.map(each => [each.action.id, each]));
  const rows = actions.map(action => {
    const held = now.get(action.id);
    const happened =
      held === undefined
        ? plainRuns('This edition does not say.')
        : held.action.outcome === undefined
          ? plainRuns('Still to be done.')
          : wordRuns(layout, held.action.outcome);
    return {
      header: plainRuns(action.words.trim().replace(/\s+/g, ' ')),
      cells: [
        cellOf(happened),
        held === undefined ? plainCell('Not known') : statusCell(statusView(held.standing)),
      ],
    };
  });
  const year = periodLabel(
    layout.folder.editions.findLast(({ period }) => period < layout.setting.edition.period)?.period ?? '',
  );
  return [
    { kind: 'sentences', sentences: sentenceViews(layout, said, 'before') },
    {
      kind: 'table',
      id: 'actions-before',
      number: found.delivery.themes.length + 2,
      caption: `What was said in ${year}, and what happened`,
      columns: ['What we said', 'What happened', 'Status'].map(text => ({ text, numeric: false })),
      rows,
      download: null,
    },
  ];
}
