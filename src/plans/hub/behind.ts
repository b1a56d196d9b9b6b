import { capital, lower } from '../../model/spelling.ts';
import { type Deadline, deadlineText } from '../../model/time.ts';
import {
  type Block,
  type BlockCell,
  cellOf,
  notStated,
  plainCell,
  plainRun,
  statusCell,
} from '../../pages/blocks.ts';
import type { Layout } from '../../pages/material.ts';
import { statusView } from '../../pages/status-views.ts';
import type { TextRun } from '../../pages/view.ts';
import type { Undertaken } from '../kit/offers.ts';
import { joinedRuns, noteBlock, sharedBy } from '../kit/page.ts';
import { ownersText, undertakingRun, undertakingsIn } from './undertakings.ts';

/** A row of a table of what is behind. */
export type BehindRow = { readonly header: readonly TextRun[]; readonly cells: readonly BlockCell[] };

/** The columns of a table of what is behind. */
export const behindColumns = [
  'Promise',
  'Status',
  'Where it stands',
  'Who answers for it',
  'What is being done',
].map(text => ({ text, numeric: false }));

/** The plans rated red or amber/red and the actions past their deadline, each with who answers for it and what comes next. */
export function undertakingRows(layout: Layout): readonly BehindRow[] {
  const all = behindIn(layout);
  const shared = sharedBy(all.filter(isUnsaid), reasonOf);
  return all.map(each => ({
    header: [plainRun(`${capital(each.what)}: `), undertakingRun(layout, each)],
    cells: [
      statusCell(statusView(each.standing)),
      plainCell(standsText(each)),
      plainCell(ownersText(each)),
      isUnsaid(each)
        ? plainCell(notStated(shared === null ? reasonOf(each) : null))
        : cellOf(joinedRuns(layout, each.next)),
    ],
  }));
}

/** Why no next step is stated, said once where the reason is the same of all that state none. */
export function unsaidNote(layout: Layout): readonly Block[] {
  const shared = sharedBy(behindIn(layout).filter(isUnsaid), reasonOf);
  return shared === null || shared === ''
    ? []
    : noteBlock(`Where what is being done is not stated: ${shared}`);
}

function behindIn(layout: Layout): readonly Undertaken[] {
  return undertakingsIn(layout).filter(({ isBehind }) => isBehind);
}

function isUnsaid({ next }: Undertaken): boolean {
  return next.length === 0;
}

/** "Rated red by officers", "Was due in September 2013". */
function standsText({ deadline, standing, moves }: Undertaken): string {
  if (deadline !== null) return wasDue(deadline);
  const rated = `Rated ${statusView(standing).word.toLowerCase()} by officers`;
  return moves.length > 0 ? rated : `${rated}; no measure is named for it`;
}

/** When an action that is behind was due, in words. */
function wasDue(deadline: Deadline): string {
  const text = deadlineText(deadline);
  switch (deadline.kind) {
    case 'day':
      return `Was due on ${text}`;
    case 'month':
      return `Was due in ${text}`;
    case 'from':
      return `Was due to begin in ${text.replace('From ', '')}`;
    case 'year':
    case 'annual':
    case 'ongoing':
    case 'not-stated':
      return `Was due: ${lower(text)}`;
  }
}

function reasonOf({ nextNotStated, notStated }: Undertaken): string {
  return nextNotStated ?? notStated ?? '';
}
