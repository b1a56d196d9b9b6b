import type { TrendChart } from '../model/chart.ts';
import { type Axis, block, linesHeight, type Marks, position, rule, type Sheet } from './drawing.ts';
import { linesRoom, wrapText } from './words.ts';

type Note = {
  readonly x: number;
  readonly right: number;
  readonly lines: readonly string[];
  readonly foot: number;
};

/** The notes of breaks: the room they take above the lines, and how to draw them once the foot of the plot is known. */
export type BreakNotes = { readonly height: number; readonly draw: (bottom: number) => Partial<Marks> };

/** A dashed rule where the method changed, its note above the lines to the right of it. */
export function breakNotes(breaks: TrendChart['breaks'], x: Axis, sheet: Sheet): BreakNotes {
  const { small } = sheet;
  const notes: Note[] = [];
  // From the right, so that a note can rise over those to its right while no rule crosses a note.
  for (const { before, note } of [...breaks].sort((a, b) => b.before - a.before)) {
    if (before <= 0) continue;
    const at = position(x, before - 0.5);
    const lines = wrapText(note, Math.min(sheet.width - at - 12, sheet.width / 2.5), small);
    const right = at + 6 + linesRoom(lines, small);
    const above = notes.filter(other => other.x < right + 8);
    const foot = Math.max(0, ...above.map(other => other.foot + linesHeight(other.lines.length, small) + 4));
    notes.push({ x: at, right, lines, foot });
  }
  const height = Math.max(0, ...notes.map(note => note.foot + linesHeight(note.lines.length, small) + 6));
  return {
    height,
    draw: bottom => ({
      rules: notes.map(note => {
        const top = height - note.foot - linesHeight(note.lines.length, small) - 4;
        return rule([note.x, top], [note.x, bottom], { dash: [4, 3], opacity: 0.75 });
      }),
      words: notes.flatMap(note => {
        const middle = height - note.foot - 6 - linesHeight(note.lines.length, small) / 2;
        return block(note.lines, note.x + 6, middle, { size: small });
      }),
    }),
  };
}
