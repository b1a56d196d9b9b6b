import type { Change } from '../judgements/change.ts';
import { givesPrinted, type Level } from '../judgements/figures.ts';
import { type Figure, refusals } from '../model/figure.ts';
import { numberText, refusalText, signedText } from '../model/format.ts';
import type { Indicator, Unit } from '../model/indicator.ts';
import { type Status, unsettled, unsettledOf } from '../model/observation.ts';
import { yearLabel } from '../model/time.ts';
import { shown } from '../model/value.ts';
import type { Draft, Written } from '../narrative/sentence.ts';
import { plainRun } from './blocks.ts';
import type { Printer } from './printer.ts';
import type { Cell, SectionView, SentenceView, TableView, TextRun } from './view.ts';

export const nothingHeld: Cell = {
  text: '[x]',
  figure: null,
  href: null,
  expansion: 'not available',
  marks: [],
};

export const notGiven = {
  ...nothingHeld,
  text: '[z]',
  expansion: 'not given: there is no earlier figure, or the two cannot be compared',
};

export function wordsCell(text: string): Cell {
  return { text, figure: null, href: null, expansion: null, marks: [] };
}

/** A figure as its text, with its meaning when it is a symbol, its status mark and its note numbers. */
export function figureCell(figure: Figure, printer: Printer, notes: readonly number[] = []): Cell {
  return linked(figure, figure.text, printer, [
    ...statusMark(figure.kind === 'observation' ? figure.status : null),
    ...noteMarks(notes),
  ]);
}

/** A level that may not be held, with the number of its note among those of the table. */
export function levelCell(level: Level | null, printer: Printer, notes: ReadonlyMap<string, number>): Cell {
  if (level === null) return nothingHeld;
  const number = notes.get(level.note ?? '');
  const cell = figureCell(level.figure, printer, number === undefined ? [] : [number]);
  if (level.interval === null) return cell;
  const { low, high } = level.interval;
  const ends = [low, high].map(end => numberText(shown(end), end.decimals)).join(' to ');
  return { ...cell, marks: [{ text: `(${ends})`, expansion: '95% confidence interval' }, ...cell.marks] };
}

/** A change as a table prints it, with the year it is since where that is not the year before. */
export function changeCell(
  { figure, earlier, lastYear }: Change,
  indicator: Indicator,
  printer: Printer,
  notes: readonly number[] = [],
): Cell {
  const cell = signedCell(figure, indicator.unit, printer, notes);
  if (earlier === null || lastYear || figure.amount.kind === 'refused') return cell;
  const since = { text: `since ${yearLabel(indicator, earlier.period)}`, expansion: '' };
  return { ...cell, marks: [since, ...cell.marks] };
}

/** A change or difference with its sign, or `[z]` and the reason when it is refused. */
export function signedCell(
  figure: Figure,
  unit: Unit,
  printer: Printer,
  notes: readonly number[] = [],
): Cell {
  if (figure.amount.kind === 'known')
    return linked(figure, signedText(figure.amount, unit), printer, noteMarks(notes));
  return linked(figure, refusalText(figure.amount.because), printer, []);
}

/** A gap has a size; its side is in the sentence. A gap the other way keeps its minus sign. */
export function unsigned(cell: Cell): Cell {
  return { ...cell, text: cell.text.replaceAll('+', '') };
}

/** The symbols and marks that cells show, each with its meaning once, in the order met. */
export function symbolsOf(
  cells: readonly Cell[],
): readonly { readonly symbol: string; readonly meaning: string }[] {
  const shown = cells.flatMap(({ text, expansion, marks }) => [
    ...(text.startsWith('[') && expansion !== null
      ? [{ symbol: text, meaning: meaningOf(text, expansion) }]
      : []),
    ...marks
      .filter(mark => mark.text.startsWith('[') && !mark.text.startsWith('[note'))
      .map(mark => ({ symbol: mark.text, meaning: mark.expansion })),
  ]);
  return [...new Map(shown.map(each => [each.symbol, each])).values()];
}

export function sentenceView(computed: Written, printer: Printer): SentenceView {
  const { id, runs } = printer.sentence(computed);
  return { id, runs: draftRuns(runs, printer) };
}

export function draftRuns(draft: Draft, printer: Printer): readonly TextRun[] {
  return draft.map(run =>
    typeof run === 'string'
      ? plainRun(run)
      : { text: run.text, figure: run.figure.id, href: printer.link(run.figure) },
  );
}

function linked(figure: Figure, text: string, printer: Printer, marks: Cell['marks']): Cell {
  const expansion = figure.amount.kind === 'refused' ? refusals[figure.amount.because].toLowerCase() : null;
  return { text, figure: figure.id, href: printer.link(figure), expansion, marks };
}

export function noteMarks(notes: readonly number[]): Cell['marks'] {
  return notes.map(number => ({ text: `[note ${number}]`, expansion: `see note ${number}` }));
}

function statusMark(status: Status | null): Cell['marks'] {
  const held = unsettledOf(status);
  return held === null ? [] : [{ text: unsettled[held].symbol, expansion: unsettled[held].meaning }];
}

/** One meaning a symbol, though each cell says its own reason. */
function meaningOf(symbol: string, expansion: string): string {
  switch (symbol) {
    case '[z]':
      return notGiven.expansion;
    case '[x]':
      return 'not available';
    default:
      return expansion;
  }
}

/** A table before it has its number on the page. */
export type Table = Omit<TableView, 'number' | 'id' | 'symbols'>;

/** What the rows of a table are named by, then its numbers. */
export function columnsWith(first: string, numbers: readonly string[]): Table['columns'] {
  return [{ text: first, numeric: false }, ...numbers.map(text => ({ text, numeric: true }))];
}

export function numbered(table: Table, number: number): TableView {
  const symbols = symbolsOf(table.rows.flatMap(({ cells }) => cells));
  return { ...table, number, id: `table-${number}`, symbols };
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

export function noteList(notes: Notes): Table['notes'] {
  return [...notes].map(([text, number]) => ({ number, text }));
}

/** The note that a difference needs when the printed figures give another, or null. */
export function roundingNote(
  difference: Figure,
  from: Figure | undefined,
  less: Figure | undefined,
): string | null {
  return givesPrinted(difference, from, less) ? null : beforeRounding;
}
