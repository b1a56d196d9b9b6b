import type { Gap, GapFindings } from '../judgements/gap.ts';
import { differenceUnit } from '../model/format.ts';
import { periodLabel } from '../model/time.ts';
import { groupPhrase, labelOf } from '../narrative/gap-phrases.ts';
import { levelCell, signedCell } from './cells.ts';
import type { Printer } from './printer.ts';
import { noteList, noteNumbers, notesOf, roundingNote, type Table } from './tables.ts';
import type { Cell } from './view.ts';

/** Both groups and their gap: the council now and before, and elsewhere. */
export function gapTable(
  { indicator, topic, pair, now, before, elsewhere }: GapFindings,
  printer: Printer,
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
        levelCell(gap.group, printer, notes),
        levelCell(gap.against, printer, notes),
        unsigned(signedCell(gap.figure, indicator.unit, printer, noteNumbers(notes, ...remarks(gap)))),
      ],
    })),
    notes: noteList(notes),
  };
}

/** A gap has a size; its side is in the sentence. A gap the other way keeps its minus sign. */
function unsigned(cell: Cell): Cell {
  return { ...cell, text: cell.text.replaceAll('+', '') };
}
