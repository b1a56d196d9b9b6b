import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Sheet, WorkbookView } from '../pages/workbook-views.ts';
import { automaticStyles, cellStyle, settingsXml, stylesXml, widthStyle } from './ods-styles.ts';

/** The parts of the file in the order they are packed; the kind of file comes first, as it stands. */
const parts = ['mimetype', 'META-INF/manifest.xml', 'content.xml', 'meta.xml', 'styles.xml', 'settings.xml'];

/** The earliest day that a zip file can give its parts: the same for every build, wherever it runs. */
const noDay = new Date(1980, 0, 1);

/**
 * Adds to a written workbook what the Analysis Function's rules need and its writer does not say: tables marked up as
 * such with their header row, widths and wrapped text, headings, language, author, and that it opens on the cover.
 * Throws where the written file is not of the form it mends.
 */
export function mendOds(written: Uint8Array, workbook: WorkbookView): Uint8Array {
  const held = unzipSync(written);
  const text = (name: string) => {
    const bytes = held[name];
    if (bytes === undefined) throw new Error(`invalid workbook: no ${name}`);
    return strFromU8(bytes);
  };
  const mended: Readonly<Record<string, string>> = {
    'content.xml': mendContent(text('content.xml'), workbook.sheets),
    'meta.xml': mendMeta(text('meta.xml'), workbook),
    'styles.xml': stylesXml,
    'settings.xml': settingsXml(workbook.sheets[0]?.name ?? ''),
  };
  const files = parts.map(name => {
    const bytes = strToU8(mended[name] ?? text(name));
    return [name, name === 'mimetype' ? [bytes, { level: 0 }] : bytes] as const;
  });
  return zipSync(Object.fromEntries(files) as Zippable, { level: 9, mtime: noDay });
}

function mendContent(content: string, sheets: readonly Sheet[]): string {
  const widths = [...new Set(sheets.flatMap(widthsOf))];
  const bySheet = new Map(sheets.map(sheet => [sheet.name, sheet]));
  const mended = content.replaceAll(
    /<table:table table:name="([^"]*)">(.*?)<\/table:table>/gs,
    (_, name: string, inside: string) => {
      const sheet = bySheet.get(name);
      if (sheet === undefined) throw new Error(`invalid workbook: no worksheet ${name}`);
      bySheet.delete(name);
      return mendSheet(inside, sheet);
    },
  );
  if (bySheet.size > 0) throw new Error(`invalid workbook: ${[...bySheet.keys()].join(', ')} not written`);
  const styled = once(mended, /<\/office:automatic-styles>|<office:automatic-styles\/>/, end =>
    end.endsWith('/>')
      ? `<office:automatic-styles>${automaticStyles(widths)}</office:automatic-styles>`
      : `${automaticStyles(widths)}${end}`,
  ).replaceAll(
    /(<style:style style:name="ce\d+" style:family="table-cell")/g,
    '$1 style:parent-style-name="Number"',
  );
  return once(styled, /<\/office:spreadsheet>/, end => `${databaseRanges(sheets)}${end}`);
}

/** Every table by name, where it lies, and that its first row is its header: no filter, no sort. */
function databaseRanges(sheets: readonly Sheet[]): string {
  const ranges = sheets.flatMap(({ name, lines, table }) => {
    if (table === null) return [];
    const first = lines.length + 2;
    const last = first + table.rows.length;
    const address = `${name}.A${first}:${name}.${columnName(table.columns.length)}${last}`;
    const named = name === 'Contents' || name === 'Notes' ? `${name}_list` : name;
    return `<table:database-range table:name="${named}" table:target-range-address="${address}" table:contains-header="true" table:display-filter-buttons="false"/>`;
  });
  return ranges.length === 0 ? '' : `<table:database-ranges>${ranges.join('')}</table:database-ranges>`;
}

/** The columns of a worksheet with their widths, its rows with their styles, its header row marked as one. */
function mendSheet(written: string, sheet: Sheet): string {
  const rows = [...written.matchAll(/<table:table-row>(.*?)<\/table:table-row>/gs)].map(
    ([, cells = '']) => cells,
  );
  const header = sheet.table === null ? null : sheet.lines.length + 1;
  if (rows.length !== sheet.lines.length + 1 + (sheet.table === null ? 0 : sheet.table.rows.length + 1))
    throw new Error(`invalid workbook: ${sheet.name} has ${rows.length} rows`);
  const mended = rows.map((cells, y) => {
    const row = `<table:table-row table:style-name="row">${mendRow(cells, y, sheet)}</table:table-row>`;
    return y === header ? `<table:table-header-rows>${row}</table:table-header-rows>` : row;
  });
  const columns = widthsOf(sheet).map(
    width =>
      `<table:table-column table:style-name="${widthStyle(width)}" table:default-cell-style-name="Default"/>`,
  );
  return `<table:table table:name="${sheet.name}" table:style-name="sheet">${columns.join('')}${mended.join('')}</table:table>`;
}

/** Cells of text get a style for where they stand; a number shows what is printed, also to who reads the file itself. */
function mendRow(written: string, y: number, sheet: Sheet): string {
  const at = sheet.lines.length + 1;
  let x = -1;
  return written.replaceAll(
    /<table:table-cell([^>]*)>(.*?)<\/table:table-cell>/gs,
    (_, attributes: string, inside: string) => {
      x += 1;
      const cell = y > at ? sheet.table?.rows[y - at - 1]?.[x] : undefined;
      if (cell?.kind === 'number')
        return `<table:table-cell${attributes}><text:p>${cell.text}</text:p></table:table-cell>`;
      const numeric = y >= at && (sheet.table?.columns[x]?.numeric ?? false);
      const isLink = inside.includes('<text:a ');
      const place = isLink ? 'link' : y === 0 ? 'title' : y === at ? 'header' : 'text';
      const style = cellStyle(place, numeric);
      return `<table:table-cell table:style-name="${style}"${attributes}>${inside}</table:table-cell>`;
    },
  );
}

/** How many characters each column of a worksheet takes; a worksheet of lines alone is one wide column. */
function widthsOf({ table }: Sheet): readonly number[] {
  return table === null ? [100] : table.columns.map(({ width }) => width);
}

function mendMeta(meta: string, { author }: WorkbookView): string {
  const language = '<dc:language>en-GB</dc:language>';
  const creator = `<dc:creator>${escapeXml(author)}</dc:creator>`;
  return once(
    meta,
    /<meta:generator>[^<]*<\/meta:generator>/,
    () => `${creator}${language}<meta:generator>Keystage</meta:generator>`,
  );
}

/** The name of a column from its number: 1 is A, 27 is AA. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? letter : columnName(Math.floor((number - 1) / 26)) + letter;
}

/** Replaces what must be there exactly once. */
function once(text: string, what: RegExp, by: (found: string) => string): string {
  if ([...text.matchAll(new RegExp(what, 'g'))].length !== 1)
    throw new Error(`invalid workbook: ${what} is not there once`);
  return text.replace(what, by);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
