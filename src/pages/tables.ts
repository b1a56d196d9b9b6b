import type { Figure } from '../model/figure.ts';
import { symbolsOf } from './cells.ts';
import type { SectionView, TableView } from './view.ts';

/** A table before it has its number on the page. */
export type Table = Omit<TableView, 'number' | 'id' | 'symbols'>;

/** Numbers the tables of a page from 1 and adds the key to their symbols. */
export function numbered(tables: readonly Table[], first: number): readonly TableView[] {
  return tables.map((table, index) => ({
    ...table,
    number: first + index,
    id: `table-${first + index}`,
    symbols: symbolsOf(table.rows.flatMap(({ cells }) => cells)),
  }));
}

/** Every table of a section, in the order of the page. */
export function tablesIn({ tables, localities }: SectionView): readonly TableView[] {
  return [...tables, ...localities.map(({ table }) => table)];
}

/** The notes of a table, numbered from 1 in the order given; the same words are one note. */
export type Notes = ReadonlyMap<string, number>;

/** Said of a change or difference that the printed figures do not quite give. */
const beforeRounding =
  'Worked out before rounding, so it may differ in the last digit from the figures printed beside it.';

/** Numbers the notes of a table. */
export function notesOf(texts: readonly (string | null | undefined)[]): Notes {
  const said = new Set(texts.filter(text => text !== null && text !== undefined));
  return new Map([...said].map((text, index) => [text, index + 1]));
}

/** The numbers of some notes, in order; those that are not notes of the table are left out. */
export function noteNumbers(
  notes: Notes,
  ...texts: readonly (string | null | undefined)[]
): readonly number[] {
  return texts.flatMap(text => notes.get(text ?? '') ?? []);
}

/** The notes as the table lists them. */
export function noteList(notes: Notes): Table['notes'] {
  return [...notes].map(([text, number]) => ({ number, text }));
}

/** The note that a difference needs when the printed figures give another, or null. */
export function roundingNote(
  difference: Figure,
  from: Figure | undefined,
  less: Figure | undefined,
): string | null {
  const [amount, a, b] = [difference.amount, from?.amount, less?.amount];
  if (amount.kind === 'refused' || amount.range !== null || a?.kind !== 'known' || b?.kind !== 'known')
    return null;
  return amount.number.abs().eq(a.number.minus(b.number).abs()) ? null : beforeRounding;
}
