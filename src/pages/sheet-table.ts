import type { Cell, SectionView, TableView } from './view.ts';
import type { Sheet, SheetCell, SheetTable } from './workbook-views.ts';

/** A printed table with what stands round it, and the worksheet it goes to. */
export type Placed = {
  readonly sheet: string;
  readonly chapter: string;
  readonly section: SectionView;
  readonly table: TableView;
};

/** The number that a note has in the workbook, by its words. */
export type NoteNumbers = ReadonlyMap<string, number>;

/** A number as tables print it: "84%", "+1.5", "−3", "1,865", "£8.90". */
const printedNumber = /^(?<sign>[+−]?)£?(?<digits>\d[\d,]*(?:\.\d+)?)%?$/;

/** How many characters a column of row headers takes, so that the lines above the table wrap in it too. */
const firstWidth = 56;

/** Every note that a table needs, those on its cells first, then what to know of its measure. */
export function notesAbout({ table, section }: Placed): readonly string[] {
  return [...table.notes.map(({ text }) => text), ...section.caveats];
}

/** The worksheet of a table. */
export function tableSheet(placed: Placed, numbers: NoteNumbers): Sheet {
  const { sheet, chapter, section, table } = placed;
  const marks = section.caveats.map(text => ` [note ${numbers.get(text)}]`).join('');
  const symbols = table.symbols.map(({ symbol, meaning }) => `${symbol} ${meaning}`);
  const sources = section.sources.map(({ title, detail }) => [title, detail].filter(Boolean).join(', '));
  const lines = [
    'This worksheet contains one table.',
    `What it measures: ${section.definition}`,
    ...(notesAbout(placed).length > 0
      ? ['Notes are marked as [note 1], and listed on the Notes worksheet.']
      : []),
    ...(symbols.length > 0 ? [`Symbols: ${symbols.join('; ')}.`] : []),
    ...sources.map(source => `Source: ${source}`),
  ];
  return {
    name: sheet,
    title: `${chapter}, table ${table.number}. ${table.caption}${marks}`,
    lines: [
      ...lines.map(text => ({ kind: 'text' as const, text })),
      { kind: 'link', text: 'Back to contents', to: 'Contents' },
    ],
    table: sheetTable(table, numbers),
  };
}

/** A table as cells: numbers as numbers, their marks and notes in a column of their own. */
function sheetTable(table: TableView, numbers: NoteNumbers): SheetTable {
  const renumber = (text: string) => renumbered(text, table, numbers);
  const columns = table.columns.map(({ text, numeric }, index) => ({
    text: renumber(text),
    numeric,
    width: index === 0 ? firstWidth : numeric ? 20 : 26,
  }));
  const marked = table.rows.some(({ cells }) => cells.some(({ marks }) => marks.length > 0));
  const rows = table.rows.map(({ header, cells }) => [
    { kind: 'text' as const, text: renumber(header) },
    ...cells.map((cell, index) => sheetCell(cell, table.columns[index + 1]?.numeric ?? false)),
    ...(marked ? [{ kind: 'text' as const, text: renumber(marksOf(table, cells)) }] : []),
  ]);
  const notes = { text: 'Marks and notes', numeric: false, width: 34 };
  return { columns: marked ? [...columns, notes] : columns, rows };
}

/** A cell without its marks: a number where it is printed as one, else its text. */
function sheetCell({ text }: Cell, numeric: boolean): SheetCell {
  const found = numeric ? printedNumber.exec(text)?.groups : undefined;
  if (found === undefined) return { kind: 'text', text };
  const size = Number(found.digits?.replaceAll(',', ''));
  return { kind: 'number', number: found.sign === '−' ? -size : size, text };
}

/** "Cheshire East [p] [note 1]; England [e]": what marks each figure of a row carries, by its column. */
function marksOf({ columns }: TableView, cells: readonly Cell[]): string {
  const said = cells.flatMap(({ marks }, index) =>
    marks.length === 0
      ? []
      : [`${columns[index + 1]?.text ?? ''} ${marks.map(({ text }) => text).join(' ')}`],
  );
  return said.length === 0 ? 'None' : said.join('; ');
}

/** Notes are numbered from 1 in each printed table, and through the workbook here. */
function renumbered(text: string, { notes }: TableView, numbers: NoteNumbers): string {
  return text.replaceAll(/\[note (\d+)\]/g, (whole, number: string) => {
    const note = notes.find(each => each.number === Number(number));
    return note === undefined ? whole : `[note ${numbers.get(note.text)}]`;
  });
}
