import type { Figure } from '../model/figure.ts';
import { statusName } from '../model/status.ts';
import { addresses } from '../pages/addresses.ts';
import { type Column, column, csvText } from '../pages/data-files.ts';
import type { EditionMaterial } from '../pages/material.ts';
import type { FileView } from '../pages/page.ts';
import type { PartFindings, TargetFindings } from './findings.ts';
import { ownerOf } from './schema.ts';
import { officerWord } from './words.ts';

type Row = { readonly found: TargetFindings; readonly part: PartFindings; readonly at: number };

function decimal(name: string, about: string, of: (row: Row) => Figure | null | undefined): Column<Row> {
  const numberOf = (figure: Figure | null | undefined) =>
    figure?.amount.kind === 'known' ? Number(figure.amount.number) : null;
  return column(name, about, row => numberOf(of(row)), 'decimal');
}

export const targetColumns: readonly Column<Row>[] = [
  column(
    'row',
    'Name of the target, and the number of its part',
    ({ found, at }) => `${found.target.id}.${at + 1}`,
  ),
  column('target', 'Name of the target', ({ found }) => found.target.id),
  column('part', 'Which part of it, where it has several', ({ part }) => part.part.label),
  column('promise', 'What was promised', ({ found }) => found.target.promise),
  column('owner', 'The role that answers for it', ({ found, part }) => ownerOf(found.target, part.part)),
  column('measure', 'Id of the measure; empty where none can tell', ({ part }) => part.measure?.id),
  column('topic', 'What pupils or schools are grouped by', ({ part }) => part.measure?.breakdown.topic),
  column('group', 'The group', ({ part }) => part.measure?.breakdown.group),
  column(
    'against',
    'Whom the aim sets the figure beside; empty for a number of its own',
    ({ part }) => part.measure?.beside?.code,
  ),
  column(
    'operator',
    'What the aim asks for: at-least, above, at-most or below',
    ({ part }) => part.part.operator,
  ),
  column('baseline_period', 'Academic year of the starting point', ({ part }) => part.part.baseline?.period),
  decimal('baseline', 'The starting point', ({ part }) => part.planned.baseline),
  column(
    'aim_period',
    'Academic year by which the aim is to be reached',
    ({ part }) => part.part.aim?.period,
  ),
  decimal('aim', 'The number aimed for: not an outcome', ({ part }) => part.planned.aim),
  decimal('outcome', 'The figure of the year of this edition; empty where there is none', ({ part }) =>
    part.isProjected ? null : part.now,
  ),
  decimal(
    'projection',
    'What was projected for that year, where there is no outcome: not an outcome',
    ({ part }) => (part.isProjected ? part.now : null),
  ),
  decimal(
    'ahead',
    'How far ahead of the line from the starting point to the aim; below zero where behind',
    ({ part }) => (part.part.baseline === undefined ? null : part.worked?.ahead),
  ),
  decimal('to_go', 'How far still to go to the aim', ({ part }) => part.worked?.toGo),
  column('status', 'Status of this part, as computed', ({ part }) => statusName(part.status)),
  column('target_status', 'Status of the whole target: on track only if every part is', ({ found }) =>
    statusName(found.status),
  ),
  column('officers_judgement', 'What officers said of the target for this edition', ({ found }) =>
    officerWord(found.review?.judgement).toLowerCase(),
  ),
  column('why_not', 'Why no status is worked out', ({ part }) => part.because),
];

/** A row for each part of a target; null where no plan is in force. */
export function targetsFile({ found, setting }: EditionMaterial): FileView | null {
  if (found.targets === null) return null;
  const rows = found.targets.plans.flatMap(({ targets }) =>
    targets.flatMap(each => each.parts.map((part, at) => ({ found: each, part, at }))),
  );
  return {
    path: addresses.file(setting.edition.id, 'targets.csv'),
    text: csvText(targetColumns, rows),
  };
}
