import { capital, lower } from '../../model/spelling.ts';
import { statusName } from '../../model/status.ts';
import { type Deadline, deadlineText, periodLabel } from '../../model/time.ts';
import { many, say, someOf } from '../../narrative/sentence.ts';
import { addresses } from '../../pages/addresses.ts';
import {
  type Block,
  type BlockCell,
  cellOf,
  entryBlock,
  linkRun,
  notStated,
  paragraph,
  plainCell,
  plainRun,
  plainRuns,
  statusCell,
} from '../../pages/blocks.ts';
import { draftRuns, sentenceView } from '../../pages/cells.ts';
import type { Layout } from '../../pages/material.ts';
import { measureLink } from '../../pages/measure-links.ts';
import { measureIn } from '../../pages/parts.ts';
import { statusView } from '../../pages/status-views.ts';
import type { TextRun } from '../../pages/view.ts';
import { type PartFindings, type TargetFindings, targetsIn } from '../../targets/findings.ts';
import { behindStatuses } from '../../targets/progress.ts';
import { isUntold, ownerOf } from '../../targets/schema.ts';
import { aimDraft, nowDraft } from '../../targets/words.ts';
import type { PlanContents } from '../kit/judged.ts';
import { type MeasureBehind, servingOf, type Undertaken } from '../kit/offers.ts';
import {
  type BlockFact,
  factsBlock,
  joinedRuns,
  noteBlock,
  plainFact,
  section,
  seeAlso,
  sentencesBlock,
  sharedBy,
  tableBlock,
  wordRuns,
} from '../kit/page.ts';
import {
  hasBefore,
  hubName,
  lastYear,
  offersIn,
  ownersText,
  type SaidBefore,
  undertakingHref,
  undertakingRun,
  undertakingsIn,
  wordsOfBefore,
} from './undertakings.ts';

/**
 * Promises and plans in one place: what is behind, who answers for it and what they are doing; then what the edition
 * before said would be done, and what happened. Null where an edition has neither targets nor plans.
 */
export function hubPage(layout: Layout): PlanContents | null {
  if (layout.found.targets === null && layout.plans.length === 0) return null;
  return {
    title: hubName(layout),
    lead: `Which promises are behind, who answers for them and what they are doing about it${
      hasBefore(layout)
        ? '; and what became of what the report before this one said would be done.'
        : '. There are no plans of an earlier year, so nothing is said yet of what became of any.'
    }`,
    sections: [
      section('behind', 'What is behind, and who answers for it', behindBlocks(layout)),
      section('before', 'What we said last year, and what happened', beforeBlocks(layout)),
      {
        ...section(
          'pages',
          'Every promise and plan',
          seeAlso(layout, ['targets', ...layout.plans.map(({ id }) => id)]),
        ),
        isForScreens: true,
      },
    ],
  };
}

function behindBlocks(layout: Layout): readonly Block[] {
  const undertakings = undertakingsIn(layout);
  const rows = [
    ...partsBehind(layout).map(each => targetRow(layout, each, undertakings)),
    ...offersIn(layout).flatMap(({ id, behind = [] }) => behind.map(each => measureRow(layout, id, each))),
    ...undertakingRows(layout),
  ];
  const caption = 'Promises that are behind: targets, measures, action plans and actions';
  const table = tableBlock('promises-behind', caption, behindColumns, rows);
  return [
    sentencesBlock(layout, [
      ...(layout.targets?.counts ?? []),
      ...offersIn(layout).flatMap(({ counts }) => counts),
    ]),
    ...(rows.length === 0 ? [noneBehind(layout)] : [table, ...unsaidNote(layout)]),
  ];
}

/** That none is behind, as far as that is known: of some there is nothing to tell it by. */
function noneBehind(layout: Layout): Block {
  const untimed = offersIn(layout).find(each => each.untimed !== undefined)?.untimed;
  const isSomeUntold = someOf(layout.found.targets?.counts ?? []).some(({ of }) => isUntold(of));
  if (untimed === undefined || untimed.count === 0)
    return paragraph(isSomeUntold ? 'None is known to be behind.' : 'None of them is behind.');
  const said = say`None is known to be behind. For ${many(untimed)} there is neither a deadline nor a status.`;
  return { kind: 'words', runs: draftRuns(said, layout.printer) };
}

type PartOfTarget = { readonly found: TargetFindings; readonly part: PartFindings };

/** The parts of targets that are behind, whatever the others of their targets do; the furthest behind first. */
function partsBehind({ found }: Layout): readonly PartOfTarget[] {
  const all = targetsIn(found.targets).flatMap(target => target.parts.map(part => ({ found: target, part })));
  return behindStatuses.flatMap(status => all.filter(({ part }) => part.status === status));
}

function targetRow(
  layout: Layout,
  { found: { target }, part: found }: PartOfTarget,
  undertakings: readonly Undertaken[],
): BehindRow {
  const { part, status } = found;
  const measures = [part.indicator ?? part.profile ?? []].flat();
  const due = periodLabel(part.aim?.period ?? layout.setting.edition.period);
  const name = part.label === undefined ? target.short : `${target.short}: ${lower(part.label)}`;
  const stands = say`${nowDraft(found)}, where the aim is ${aimDraft(found)} by ${due}`;
  return {
    header: [plainRun('Target: '), linkRun(name, addresses.target(layout.setting.edition.id, target.id))],
    cells: [
      statusCell(statusView(status)),
      cellOf(draftRuns(stands, layout.printer)),
      plainCell(ownerOf(target, part)),
      doingCell(layout, servingOf(undertakings, target.id, measures)),
    ],
  };
}

function doingCell(layout: Layout, doing: readonly Undertaken[]): BlockCell {
  if (doing.length === 0) return plainCell('No action plan covers this');
  return cellOf(
    doing.flatMap((each, at) => [
      ...(at === 0 ? [] : [plainRun('; ')]),
      undertakingRun(layout, each),
      plainRun(` (${statusName(each.standing)})`),
    ]),
  );
}

function measureRow(layout: Layout, kind: string, each: MeasureBehind): BehindRow {
  const doing = undertakingsIn(layout).filter(({ moves }) => moves.some(id => each.measures.includes(id)));
  return {
    header: [plainRun('Measure: '), linkRun(each.name, undertakingHref(layout, { kind, id: each.id }))],
    cells: [
      statusCell(statusView(each.status)),
      cellOf(draftRuns(each.stands, layout.printer)),
      plainCell(each.owner),
      doingCell(layout, doing),
    ],
  };
}

function beforeBlocks(layout: Layout): readonly Block[] {
  const { earlier, said } = lastYear(layout);
  if (earlier === undefined || said.length === 0) return [];
  return [
    paragraph(
      `What the plans of ${periodLabel(earlier.period)} said would be done, with what officers say came of it, and what the figures that it was meant to move have done since. The one is not shown to have caused the other.`,
    ),
    ...said.map(each => saidEntry(layout, each)),
  ];
}

function saidEntry(layout: Layout, { said, now }: SaidBefore): Block {
  const outcome =
    now === null
      ? [plainRun('This report says nothing of it.')]
      : now.outcome === undefined
        ? plainRuns(notStated(now.notStated))
        : wordRuns(layout, now.outcome);
  return entryBlock({
    id: `before-${said.kind}-${said.id}`,
    heading: wordsOfBefore(said.name).replace(/\.$/, ''),
    status: statusView(now === null ? 'no-status' : now.standing),
    blocks: factsBlock([
      ...plainFact('Who answered for it', ownersText(said)),
      { name: 'What happened, officers say', runs: outcome },
      ...figuresDid(layout, said.moves),
      ...(now === null
        ? []
        : [{ name: 'This year', runs: [linkRun('Where it stands now', undertakingHref(layout, now))] }]),
    ]),
  });
}

/** What the measures that something was meant to move have done: each with the first sentences of its section. */
function figuresDid(layout: Layout, measures: readonly string[]): readonly BlockFact[] {
  const told = measures.flatMap((measure, at) => {
    const held = layout.sections.find(({ part }) => measureIn(part).id === measure);
    const link = measureLink(layout, measure);
    if (held === undefined || link === null) return [];
    const { sentences, paragraphs } = held.said;
    return [
      ...(at === 0 ? [] : [plainRun(' ')]),
      linkRun(link.text, link.href),
      plainRun(':'),
      ...sentences
        .slice(0, paragraphs[0] ?? 1)
        .flatMap(sentence => [plainRun(' '), ...sentenceView(sentence, layout.printer).runs]),
    ];
  });
  return told.length === 0 ? [] : [{ name: 'What the figures did', runs: told }];
}

type BehindRow = { readonly header: readonly TextRun[]; readonly cells: readonly BlockCell[] };

export const behindColumns = [
  'Promise',
  'Status',
  'Where it stands',
  'Who answers for it',
  'What is being done',
] as const;

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
        : cellOf(joinedRuns(layout, each.next ?? [])),
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

function isUnsaid({ next = [] }: Undertaken): boolean {
  return next.length === 0;
}

/** "Rated red by officers", "Was due in September 2013". */
function standsText({ deadline, standing, moves }: Undertaken): string {
  if (deadline !== undefined) return wasDue(deadline);
  const rated = `Rated ${statusView(standing).word.toLowerCase()} by officers`;
  return moves.length > 0 ? rated : `${rated}; no measure is named for it`;
}

function wasDue(deadline: Deadline): string {
  const text = deadlineText(deadline);
  if (deadline.kind === 'day') return `Was due on ${text}`;
  if (deadline.kind === 'month') return `Was due in ${text}`;
  return deadline.kind === 'from'
    ? `Was due to begin in ${text.replace('From ', '')}`
    : `Was due: ${lower(text)}`;
}

function reasonOf({ nextNotStated, notStated }: Undertaken): string {
  return nextNotStated ?? notStated ?? '';
}
