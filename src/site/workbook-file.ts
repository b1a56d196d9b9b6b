import type { Cell as HucreCell } from 'hucre';
import { writeOds } from 'hucre/ods';
import type { Sheet, SheetCell, WorkbookView } from '../pages/workbook-views.ts';
import { mendOds } from './ods-mend.ts';

/**
 * A workbook as an OpenDocument spreadsheet, the same bytes each time. hucre writes the cells; what it cannot say
 * (marked-up tables, widths, wrapping, language, where to open) is mended in the file it wrote.
 */
export async function workbookFile(workbook: WorkbookView): Promise<Uint8Array> {
  const day = new Date(`${workbook.date}T00:00:00Z`);
  const written = await writeOds({
    sheets: workbook.sheets.map(sheet => {
      const cells = cellsOf(sheet);
      return {
        name: sheet.name,
        rows: cells.map(row => row.map(heldIn)),
        cells: new Map(cells.flatMap((row, y) => row.flatMap((cell, x) => overrideOf(cell, `${y},${x}`)))),
      };
    }),
    properties: {
      title: workbook.title,
      creator: workbook.author,
      description: 'Tables of the report, one a worksheet.',
      created: day,
      modified: day,
    },
  });
  return mendOds(written, workbook);
}

/** Every row of a worksheet: its title, its lines, its header row and the rows under that. */
function cellsOf({ title, lines, table }: Sheet): readonly (readonly SheetCell[])[] {
  const text = (text: string): SheetCell => ({ kind: 'text', text });
  const header = table === null ? [] : [table.columns.map(column => text(column.text))];
  return [[text(title)], ...lines.map(line => [line]), ...header, ...(table?.rows ?? [])];
}

function heldIn(cell: SheetCell): string | number {
  return cell.kind === 'number' ? cell.number : cell.text;
}

/** The number format or the link of a cell; plain text has neither. */
function overrideOf(cell: SheetCell, place: string): readonly (readonly [string, Partial<HucreCell>])[] {
  switch (cell.kind) {
    case 'text':
      return [];
    case 'number':
      return [[place, { style: { numFmt: formatOf(cell.text) } }]];
    case 'link': {
      const target = /^https?:/.test(cell.to) ? cell.to : `#${cell.to}.A1`;
      return [[place, { hyperlink: { target } }]];
    }
  }
}

/** The number format that prints a number as the pages do: "+1.5" is `"+"0.0`, "84%" is `0"%"`. */
function formatOf(text: string): string {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const digits = `${text.includes(',') ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
  const before = `${text.startsWith('+') ? '+' : ''}${text.includes('£') ? '£' : ''}`;
  return `${before === '' ? '' : `"${before}"`}${digits}${text.endsWith('%') ? '"%"' : ''}`;
}
