import type { ActionFindings } from './findings.ts';
import { dateLabel } from '../../model/date.ts';
import { deadlineText } from '../../model/deadline.ts';
import type { Action } from './schema.ts';
import { addresses } from '../../pages/addresses.ts';
import {
  type Block,
  type BlockTable,
  cellOf,
  listBlock,
  plainCell,
  plainRun,
  plainRuns,
  statusCell,
} from '../../pages/blocks.ts';
import { statusView } from '../../pages/status-views.ts';
import type { Run } from '../../pages/view.ts';
import { linked, lowered } from './delivery-words.ts';
import { figureRun, type PlanLayout, sentenceViews, wordRuns } from '../kit/plan-layout.ts';
import { linkRun } from '../kit/plan-parts.ts';

type Given = PlanLayout<'delivery'>;

/** What is to be done, by theme, and where it stands. */
export function actionBlocks(given: Given): readonly Block[] {
  const { layout, plan, found, said } = given;
  if (found.actions.length === 0) return [];
  const { themes } = plan.value;
  const ofTheme = (id: string) => found.actions.filter(({ action }) => action.theme === id);
  const tabled = themes.flatMap(({ id }) => (ofTheme(id).length === 0 ? [] : [id]));
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
    ...themes.map(({ id, label, initiatives }): Block => {
      const own = ofTheme(id);
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
            : [actionTable(given, `actions-${id}`, tabled.indexOf(id) + 1, `Actions: ${label}`, own)]),
        ],
      };
    }),
    ...(loose.length === 0 ? [] : [actionTable(given, 'actions-all', tabled.length + 1, 'Actions', loose)]),
    ...found.actions.flatMap(({ action }, at) => actionNote(given, action, at + 1)),
    ...notStated(found.actions).map(text => ({ kind: 'note', runs: plainRuns(text) }) as const),
  ];
}

/** What readers should know of an action, under its number, which leads to its row. */
function actionNote({ layout }: Given, { id, note }: Action, number: number): readonly Block[] {
  if (note === undefined) return [];
  const href = `${addresses.plan(layout.setting.edition.id, 'delivery')}#${id}`;
  return [{ kind: 'note', runs: [linkRun(`Action ${number}`, href), plainRun(`. ${note}`)] }];
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

/** How many of last year's actions are told of, and the page that tells what came of each. */
export function beforeBlocks({ layout, before, said }: Given): readonly Block[] {
  if (before === null) return [];
  const href = `${addresses.page(layout.setting.edition.id, 'plans')}#before`;
  return [
    { kind: 'sentences', sentences: sentenceViews(layout, said, 'before') },
    { kind: 'links', items: [{ text: 'What was said of each, and what happened', href }] },
  ];
}
