import type { Gap, GapFindings } from '../judgements/gap.ts';
import type { ProfileFindings } from '../judgements/profile.ts';
import { dateLabel } from '../model/date.ts';
import { differenceUnit } from '../model/format.ts';
import { periodLabel } from '../model/period.ts';
import { groupPhrase, labelOf } from '../narrative/gap-phrases.ts';
import { phaseName } from '../narrative/profile-phrases.ts';
import type { EvidenceOf } from './addresses.ts';
import { figureCell, levelCell, signedCell } from './cells.ts';
import { noteList, noteNumbers, notesOf, roundingNote, type Table } from './tables.ts';
import type { Cell } from './view.ts';

/** Both groups and their gap: the council now and before, and elsewhere. */
export function gapTable(
  { indicator, topic, pair, now, before, elsewhere }: GapFindings,
  evidenceOf: EvidenceOf,
): Table {
  const gaps: readonly Gap[] = [now, ...(before === null ? [] : [before]), ...elsewhere];
  const ahead = `A minus sign means that ${groupPhrase(topic, pair.group)} did better than ${groupPhrase(topic, pair.against)}.`;
  const remarks = ({ figure, group, against }: Gap) => [
    figure.amount.kind === 'known' && figure.amount.number.lt(0) ? ahead : null,
    roundingNote(figure, against.figure, group.figure),
  ];
  const notes = notesOf([
    ...gaps.flatMap(({ group, against }) => [group.note, against.note]),
    ...gaps.flatMap(remarks),
  ]);
  return {
    caption: `${indicator.label}: ${labelOf(topic, pair.group)} and ${labelOf(topic, pair.against)}`,
    columns: [
      { text: 'Area and year', numeric: false },
      { text: labelOf(topic, pair.group), numeric: true },
      { text: labelOf(topic, pair.against), numeric: true },
      { text: `Gap (${differenceUnit(indicator.unit)})`, numeric: true },
    ],
    rows: gaps.map(gap => ({
      header: `${gap.area.name}, ${periodLabel(gap.period)}`,
      cells: [
        levelCell(gap.group, evidenceOf, notes),
        levelCell(gap.against, evidenceOf, notes),
        unsigned(signedCell(gap.figure, indicator.unit, evidenceOf, noteNumbers(notes, ...remarks(gap)))),
      ],
    })),
    notes: noteList(notes),
  };
}

/** The counts of a profile by phase, and the same as shares. */
export function profileTables(found: ProfileFindings, evidenceOf: EvidenceOf): readonly Table[] {
  const { profile, asAt, phases, all, elsewhere } = found;
  const rows = [
    ...(phases.length > 1 ? phases : []).map(row => ({ row, header: phaseName(row.phase) })),
    {
      row: all,
      header: phases.length > 1 ? phaseName(all.phase) : (phases[0]?.phase ?? phaseName(all.phase)),
    },
    ...elsewhere.map(row => ({ row, header: `${row.area.name}, all phases` })),
  ];
  const head = { text: 'Phase', numeric: false };
  const parts = [...profile.parts, profile.subtotal.label].map(text => ({ text, numeric: true }));
  const date = dateLabel(asAt);
  return [
    {
      caption: `${profile.label}: number of ${profile.unit}, ${date}`,
      columns: [head, ...parts, { text: 'Total', numeric: true }],
      rows: rows.map(({ row, header }) => ({
        header,
        cells: [...row.parts.map(part => part.count), row.subtotal.count, row.total].map(each =>
          figureCell(each, evidenceOf),
        ),
      })),
      notes: [],
    },
    {
      caption: `${profile.label}: share of ${profile.unit}, ${date}`,
      columns: [head, ...parts],
      rows: rows.map(({ row, header }) => ({
        header,
        cells: [...row.parts.map(part => part.share), row.subtotal.share].map(each =>
          figureCell(each, evidenceOf),
        ),
      })),
      notes: [],
    },
  ];
}

/** A gap has a size; its side is in the sentence. A gap the other way keeps its minus sign. */
function unsigned(cell: Cell): Cell {
  return { ...cell, text: cell.text.replaceAll('+', '') };
}
