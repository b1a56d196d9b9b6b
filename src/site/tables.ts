import type { TableView } from '../pages/view.ts';

/** What a phone 320 CSS pixels wide leaves for a table, and what a letter and a cell's padding take of it. */
const PHONE = { room: 280, letter: 9.5, padding: 18 };

const longestWord = (texts: readonly string[]): number =>
  Math.max(...texts.flatMap(text => text.split(/[\s–-]+/)).map(word => word.length));

/**
 * Whether a table may need to scroll sideways on a phone, by the longest word of each column: such a table
 * sits in a region that takes keyboard focus, the others cost no tab stop.
 */
export function scrolls(table: Pick<TableView, 'columns' | 'rows'>): boolean {
  const columns = table.columns.map((column, index) => [
    column.text,
    ...table.rows.map(row => (index === 0 ? row.header : cellText(row.cells[index - 1]))),
  ]);
  const widths = columns.map(texts => longestWord(texts) * PHONE.letter + PHONE.padding);
  return widths.reduce((sum, width) => sum + width, 0) > PHONE.room;
}

/** Figures do not wrap, so the longest "word" of a cell is all of it with its marks. */
const cellText = (cell: TableView['rows'][number]['cells'][number] | undefined): string =>
  cell ? [cell.text, ...cell.marks.map(mark => mark.text)].join('_').replaceAll(' ', '_') : '';

/** Turns "[note 1]" in escaped text into a link to that note beneath the table; a note that is not there stays text. */
export function noteLinks(escaped: { toString(): string }, table: Pick<TableView, 'id' | 'notes'>): string {
  return escaped
    .toString()
    .replaceAll(/\[note (\d+)\]/g, (text, number: string) =>
      table.notes.some(note => note.number === Number(number))
        ? `<a class="note-link" href="#${table.id}-note-${number}">${text}</a>`
        : text,
    );
}
