import type { Figure } from '../model/figure.ts';
import { dateLabel } from '../model/time.ts';
import {
  columnsWith,
  figureCell,
  noteList,
  noteNumbers,
  notesOf,
  nothingHeld,
  type Table,
} from '../pages/cells.ts';
import type { Printer } from '../pages/printer.ts';
import type { Cell } from '../pages/view.ts';
import type {
  AspectFindings,
  GradeFindings,
  LevelFindings,
  OverTime,
  PhaseFindings,
  ProfileFindings,
} from './findings.ts';
import type { ProgrammeFindings, ProgrammeSnapshot } from './programme.ts';
import { outcomeParts, type Profile, subtotalOf } from './schema.ts';
import { phaseName } from './words.ts';

type Row = { readonly row: PhaseFindings; readonly header: string };

export function profileTables(found: ProfileFindings, printer: Printer): readonly Table[] {
  switch (found.kind) {
    case 'phases':
      return gradeTables(found, printer);
    case 'aspects':
      return aspectTables(found, printer);
    case 'levels':
      return [levelsTable(found, printer)];
    case 'programme':
      return [programmeTable(found, printer)];
  }
}

function gradeTables(found: GradeFindings, printer: Printer): readonly Table[] {
  const { phases, all, elsewhere, time, profile, asAt } = found;
  const rows = [
    ...(phases.length > 1 ? phases : []).map(row => ({ row, header: phaseName(row.phase) })),
    {
      row: all,
      header: phases.length > 1 ? phaseName(all.phase) : (phases[0]?.phase ?? phaseName(all.phase)),
    },
    ...elsewhere.map(row => ({ row, header: `${row.area.name}, all phases` })),
  ];
  return [
    ...countsAndShares(profile, asAt, 'Phase', rows, printer),
    ...daysTables(profile, time, { asAt, wholes: [all] }, printer),
  ];
}

function aspectTables(found: AspectFindings, printer: Printer): readonly Table[] {
  const { aspects, time, profile, asAt } = found;
  const rows = aspects.map(row => ({ row, header: row.phase }));
  return [
    ...countsAndShares(profile, asAt, 'Area judged', rows, printer),
    ...daysTables(profile, time, { asAt, wholes: aspects }, printer),
  ];
}

function countsAndShares(
  profile: Profile,
  asAt: string,
  head: string,
  rows: readonly Row[],
  printer: Printer,
): readonly Table[] {
  const { label } = subtotalOf(profile);
  // A subtotal of one part, called by its name, has that part's column.
  const isApart = !profile.parts?.includes(label);
  const parts = [...(profile.parts ?? []), ...(isApart ? [label] : [])];
  const last = (figure: Figure) => (isApart ? [figure] : []);
  const cells = (figures: readonly Figure[]) => figures.map(each => figureCell(each, printer));
  const tableOf = (
    what: 'number' | 'share',
    totals: readonly string[],
    figuresOf: (row: PhaseFindings) => readonly Figure[],
  ) => ({
    caption: `${profile.label}: ${what} of ${profile.unit}, ${dateLabel(asAt)}`,
    columns: columnsWith(head, [...parts, ...totals]),
    rows: rows.map(({ row, header }) => ({ header, cells: cells(figuresOf(row)) })),
    notes: [],
  });
  return [
    tableOf('number', ['Total'], row => [
      ...row.parts.map(({ count }) => count),
      ...last(row.subtotal.count),
      row.total,
    ]),
    tableOf('share', [], row => [...row.parts.map(({ share }) => share), ...last(row.subtotal.share)]),
  ];
}

/** A row for each day under the same framework, newest first: counts, the subtotal with its share, and the base. */
function daysTables(
  profile: Profile,
  { earlier }: OverTime,
  latest: { readonly asAt: string; readonly wholes: readonly PhaseFindings[] },
  printer: Printer,
): readonly Table[] {
  if (earlier.length === 0) return [];
  const days = [{ ...latest, across: null }, ...earlier];
  const notes = notesOf(days.map(({ across }) => across));
  const isOne = latest.wholes.length === 1;
  const parts = profile.parts ?? [];
  const label = subtotalOf(profile).label;
  const cell = (figure: Figure) => figureCell(figure, printer);
  const rows = days.flatMap(({ asAt, wholes, across }) =>
    wholes.map(row => ({
      header: isOne ? dateLabel(asAt) : `${row.phase}, ${dateLabel(asAt)}`,
      cells: [
        ...row.parts.map(({ count }) => cell(count)),
        cell(row.subtotal.count),
        figureCell(row.subtotal.share, printer, noteNumbers(notes, across)),
        cell(row.total),
      ],
      phase: row.phase,
    })),
  );
  const ordered = isOne
    ? rows
    : latest.wholes.flatMap(({ phase }) => rows.filter(row => row.phase === phase));
  return [
    {
      caption: `${profile.label}: ${profile.unit} by date, under the same framework`,
      columns: columnsWith(isOne ? 'As at' : 'Area judged and date', [
        ...parts,
        label,
        `${label}, share`,
        'Total',
      ]),
      rows: ordered.map(({ header, cells }) => ({ header, cells })),
      notes: noteList(notes),
    },
  ];
}

function levelsTable({ profile, asAt, all }: LevelFindings, printer: Printer): Table {
  const row = (header: string, figure: Figure) => ({ header, cells: [figureCell(figure, printer)] });
  return {
    caption: `${profile.label}: number of ${profile.unit}, ${dateLabel(asAt)}`,
    columns: columnsWith('Level', [`Number of ${profile.unit}`]),
    rows: [...all.parts.map(({ part, count }) => row(part, count)), row('Total', all.total)],
    notes: [],
  };
}

function programmeTable({ profile, now, earlier }: ProgrammeFindings, printer: Printer): Table {
  const days = [now, ...earlier];
  const outcomes = outcomeParts.filter(part =>
    days.some(day => day.outcomes.some(each => each.part === part)),
  );
  const cell = (figure: Figure | null | undefined): Cell =>
    figure === null || figure === undefined ? nothingHeld : figureCell(figure, printer);
  const cells = (day: ProgrammeSnapshot) => [
    cell(day.members),
    cell(day.seen),
    ...outcomes.map(part => cell(day.outcomes.find(each => each.part === part)?.count)),
    cell(day.unseen),
  ];
  const { seen = 'Seen so far', unseen = 'Not yet seen' } = profile.programme?.headings ?? {};
  return {
    caption: `${profile.label}: number of ${profile.unit}, by date`,
    columns: columnsWith('As at', ['In the programme', seen, ...outcomes, unseen]),
    rows: days.map(day => ({ header: dateLabel(day.asAt), cells: cells(day) })),
    notes: [],
  };
}
