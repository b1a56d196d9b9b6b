import type { Published } from '../gate/primary.ts';
import type { LocalityFindings, LocalityRow } from '../judgements/localities.ts';
import { total } from '../model/breakdown.ts';
import { differenceUnit } from '../model/format.ts';
import type { Indicator } from '../model/indicator.ts';
import { capital } from '../model/spelling.ts';
import { periodLabel } from '../model/time.ts';
import { type LocalitySaid, localityWords } from '../narrative/locality-phrases.ts';
import { figureCell, levelCell, nothingHeld, sentenceView, signedCell } from './cells.ts';
import { drawn, measureText } from './chart-views.ts';
import { rangeOf } from './locality-lines.ts';
import { localitiesId } from './locality-links.ts';
import type { Layout } from './material.ts';
import type { Printer } from './printer.ts';
import { noteList, noteNumbers, notesOf, numbered, roundingNote, type Table } from './tables.ts';
import type { Cell, LocalityView } from './view.ts';

/** The wards, or the localities, of a section: what is said of them, from lowest to highest, and each in a table. */
export function localityView(
  layout: Layout,
  section: string,
  { found, sentences, title }: LocalitySaid,
  tableNumber: number,
): LocalityView {
  const { printer, setting } = layout;
  const council = setting.council.name;
  const [one, several] = localityWords[found.kind];
  const id = localitiesId(section, found.kind);
  const chart = rangeOf(layout, found);
  const told = sentences.map(each => printer.sentence(each).text).join(' ');
  const subtitle = `${measureText(found.indicator)}, ${several} from the lowest to the highest, and ${council}, ${periodLabel(found.period)}`;
  const [table] = numbered([localityTable(found, council, printer)], tableNumber);
  if (table === undefined) throw new Error(`invalid section: ${section} has no table of its ${several}`);
  return {
    id,
    heading: `${found.indicator.short} by ${one}`,
    sentences: sentences.map(sentence => sentenceView(sentence, printer)),
    chart:
      chart === null || title === null
        ? null
        : {
            ...drawn(id, `table ${tableNumber}`, chart, subtitle, told),
            title: printer.sentence(title).text,
          },
    table,
  };
}

/** The rows of the areas within the council, whose sources a section cites as well. */
export function localityRows(
  { setting }: Layout,
  localities: readonly LocalityFindings[],
): readonly Published[] {
  return localities.flatMap(({ rows, indicator, period }) =>
    rows.flatMap(({ area }) => setting.known.at(indicator.id, area.code, total, period) ?? []),
  );
}

function localityTable(
  { indicator, kind, rows, own, period }: LocalityFindings,
  council: string,
  printer: Printer,
): Table {
  const [one] = localityWords[kind];
  const remark = ({ comparison, level }: LocalityRow) =>
    comparison === null ? null : roundingNote(comparison.figure, level?.figure, own?.figure);
  const notes = notesOf([...rows.map(({ level }) => level?.note), ...rows.map(remark)]);
  const unit = differenceUnit(indicator.unit);
  return {
    caption: `${indicator.label}, by ${one}, ${periodLabel(period)}`,
    columns: [
      { text: capital(one), numeric: false },
      { text: measureText(indicator), numeric: true },
      ...(own === null
        ? []
        : [{ text: `Difference from ${council}, ${own.figure.text} (${unit})`, numeric: true }]),
    ],
    rows: rows.map(row => ({
      header: row.area.name,
      cells: [
        levelCell(row.level, printer, notes),
        ...(own === null ? [] : [differenceCell(row, indicator, printer, noteNumbers(notes, remark(row)))]),
      ],
    })),
    notes: noteList(notes),
  };
}

/** The difference from the council; where there is no figure, the reason for that again. */
function differenceCell(
  { level, comparison }: LocalityRow,
  { unit }: Indicator,
  printer: Printer,
  notes: readonly number[],
): Cell {
  if (level === null || comparison === null) return nothingHeld;
  return level.value.kind === 'absent'
    ? figureCell(level.figure, printer)
    : signedCell(comparison.figure, unit, printer, notes);
}
