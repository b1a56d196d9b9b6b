import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Sheet, SheetCell, WorkbookView } from '../pages/page.ts';
import { hashOf, hashOfTexts, makeStore } from './cache.ts';
import { escapeXml } from './html.ts';
import { code, installedList } from './installation.ts';
import type { FileOfBytes } from './swap.ts';

/** The earliest day that a zip file can give its parts: the same for every build, wherever it runs. */
const noDay = new Date(1980, 0, 1);

/**
 * A workbook as an OpenDocument spreadsheet, the same bytes each time, by the Analysis Function's rules: tables marked up
 * as such with their header row, widths and wrapped text, headings, language, author, and it opens on its first worksheet.
 */
export function workbookFile(workbook: WorkbookView): Uint8Array {
  const parts: Zippable = {
    // The kind of file comes first, as it stands.
    mimetype: [strToU8(kindOfFile), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifestXml),
    'content.xml': strToU8(contentXml(workbook.sheets)),
    'meta.xml': strToU8(metaXml(workbook)),
    'styles.xml': strToU8(stylesXml),
    'settings.xml': strToU8(settingsXml(workbook.sheets[0]?.name ?? '')),
  };
  return zipSync(parts, { level: 9, mtime: noDay });
}

function cellsOf({ title, lines, table }: Sheet): readonly (readonly SheetCell[])[] {
  const text = (text: string): SheetCell => ({ kind: 'text', text });
  const header = table === null ? [] : [table.columns.map(column => text(column.text))];
  return [[text(title)], ...lines.map(line => [line]), ...header, ...(table?.rows ?? [])];
}

function contentXml(sheets: readonly Sheet[]): string {
  const formats = new Map<string, NumberFormat>();
  const tables = sheets.map(sheet => tableXml(sheet, formats));
  const numbers = [...formats.values()];
  const styles = [
    ...numbers.map(({ xml }) => xml),
    ...numbers.map(
      ({ style, name }) =>
        `<style:style style:name="${style}" style:family="table-cell" style:parent-style-name="Number" style:data-style-name="${name}"/>`,
    ),
    automaticStyles([...new Set(sheets.flatMap(widthsOf))]),
  ];
  return [
    `${alone}<office:document-content${contentNamespaces} office:version="1.2"><office:scripts/><office:font-face-decls/>`,
    `<office:automatic-styles>${styles.join('')}</office:automatic-styles>`,
    `<office:body><office:spreadsheet>${tables.join('')}${databaseRanges(sheets)}</office:spreadsheet></office:body>`,
    '</office:document-content>',
  ].join('');
}

/** The columns of a worksheet with their widths, its rows with their styles, its header row marked as one. */
function tableXml(sheet: Sheet, formats: Map<string, NumberFormat>): string {
  const header = sheet.lines.length + 1;
  const columns = widthsOf(sheet).map(
    width =>
      `<table:table-column table:style-name="${widthStyle(width)}" table:default-cell-style-name="Default"/>`,
  );
  const rows = cellsOf(sheet).map((cells, y) => {
    const place = y === 0 ? 'title' : y === header ? 'header' : 'text';
    const inside = cells.map((cell, x) => {
      const numeric = y >= header && (sheet.table?.columns[x]?.numeric ?? false);
      return cellXml(cell, place, numeric, formats);
    });
    const row = `<table:table-row table:style-name="row">${inside.join('')}</table:table-row>`;
    return y === header ? `<table:table-header-rows>${row}</table:table-header-rows>` : row;
  });
  return `<table:table table:name="${sheet.name}" table:style-name="sheet">${columns.join('')}${rows.join('')}</table:table>`;
}

/** A cell: text in a style for where it stands; a number shows what is printed, also to who reads the file itself. */
function cellXml(
  cell: SheetCell,
  place: CellPlace,
  numeric: boolean,
  formats: Map<string, NumberFormat>,
): string {
  switch (cell.kind) {
    case 'number':
      return `<table:table-cell table:style-name="${formatOf(cell.text, formats).style}" office:value-type="float" office:value="${cell.number}"><text:p>${cell.text}</text:p></table:table-cell>`;
    case 'link': {
      const target = /^https?:/.test(cell.to) ? cell.to : `#${cell.to}.A1`;
      return textCell(
        cellStyle('link', numeric),
        `<text:a xlink:href="${escapeXml(target)}" xlink:type="simple">${escapeXml(cell.text)}</text:a>`,
      );
    }
    case 'text':
      return textCell(cellStyle(place, numeric), escapeXml(cell.text));
  }
}

function textCell(style: string, inside: string): string {
  const words = inside === '' ? '<text:p/>' : `<text:p>${inside}</text:p>`;
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${words}</table:table-cell>`;
}

/** How numbers are shown: the format's name, the name of the style of cells that use it, and the format itself. */
type NumberFormat = { readonly name: string; readonly style: string; readonly xml: string };

/** The format that shows a number as the pages print it, with its sign, pound, commas, decimals and per cent. */
function formatOf(text: string, formats: Map<string, NumberFormat>): NumberFormat {
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const before = `${text.startsWith('+') ? '+' : ''}${text.includes('£') ? '£' : ''}`;
  const after = text.endsWith('%') ? '%' : '';
  const grouped = text.includes(',');
  const key = `${before}${decimals}${grouped ? ',' : ''}${after}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const name = `N${100 + formats.size}`;
  const number = `<number:number number:decimal-places="${decimals}" number:min-integer-digits="1"${grouped ? ' number:grouping="true"' : ''}/>`;
  const words = (said: string) => (said === '' ? '' : `<number:text>${said}</number:text>`);
  const xml = before.includes('£')
    ? `<number:currency-style style:name="${name}" number:automatic-order="true"><number:currency-symbol>${before}</number:currency-symbol>${number}</number:currency-style>`
    : `<number:number-style style:name="${name}">${words(before)}${number}${words(after)}</number:number-style>`;
  const made = { name, style: `ce${formats.size + 1}`, xml };
  formats.set(key, made);
  return made;
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

/** How many characters each column of a worksheet takes; a worksheet of lines alone is one wide column. */
function widthsOf({ table }: Sheet): readonly number[] {
  return table === null ? [100] : table.columns.map(({ width }) => width);
}

function metaXml({ title, author, date }: WorkbookView): string {
  const day = `${date}T00:00:00Z`;
  return [
    `${alone}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:meta>`,
    `<dc:title>${escapeXml(title)}</dc:title><meta:initial-creator>${escapeXml(author)}</meta:initial-creator>`,
    '<dc:description>Tables of the report, one a worksheet.</dc:description>',
    `<meta:creation-date>${day}</meta:creation-date><dc:date>${day}</dc:date>`,
    `<dc:creator>${escapeXml(author)}</dc:creator><dc:language>en-GB</dc:language><meta:generator>Keystage</meta:generator>`,
    '</office:meta></office:document-meta>',
  ].join('');
}

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return number <= 26 ? letter : columnName(Math.floor((number - 1) / 26)) + letter;
}

const kindOfFile = 'application/vnd.oasis.opendocument.spreadsheet';

const alone = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const manifestXml = [
  `${alone}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">`,
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${kindOfFile}"/>`,
  ...['content.xml', 'meta.xml', 'styles.xml', 'settings.xml'].map(
    name => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`,
  ),
  '</manifest:manifest>',
].join('');

const contentNamespaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xlink="http://www.w3.org/1999/xlink"',
  'of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
]
  .map(each => ` xmlns:${each}`)
  .join('');

// The styles of a workbook: words that wrap, black on white, one face at a size that can be read.

const namespaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"',
  'ooo="http://openoffice.org/2004/office"',
]
  .map(each => ` xmlns:${each}`)
  .join('');

const start = '<?xml version="1.0" encoding="UTF-8"?>\n';

const wrapped =
  '<style:table-cell-properties fo:wrap-option="wrap" fo:padding="0.1cm" style:vertical-align="top"/>';

const face = 'fo:font-family="Arial" style:font-family-generic="swiss" fo:font-size="12pt"';

const language = 'fo:language="en" fo:country="GB"';

const named = (name: string, shown: string, parent: string, inside: string) =>
  `<style:style style:name="${name}" style:display-name="${shown}" style:family="table-cell"${parent}>${inside}</style:style>`;

const fromDefault = ' style:parent-style-name="Default"';

/** Printed on A4, as wide as the page. */
const stylesXml = [
  `${start}<office:document-styles${namespaces} office:version="1.2"><office:styles>`,
  `<style:default-style style:family="table-cell">${wrapped}<style:text-properties ${face} ${language}/></style:default-style>`,
  named('Default', 'Default', '', `${wrapped}<style:text-properties ${face} ${language}/>`),
  named(
    'Heading_20_1',
    'Heading 1',
    fromDefault,
    `${wrapped}<style:text-properties fo:font-size="16pt" fo:font-weight="bold"/>`,
  ),
  named(
    'Link',
    'Link',
    fromDefault,
    `${wrapped}<style:text-properties fo:color="#1d3f8c" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/>`,
  ),
  named('Number', 'Number', fromDefault, `${wrapped}<style:paragraph-properties fo:text-align="end"/>`),
  '</office:styles><office:automatic-styles>',
  '<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout>',
  '</office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles>',
  '</office:document-styles>',
].join('');

type CellPlace = 'title' | 'link' | 'header' | 'text';

/** The name of the style of a cell of text; in a column of numbers, it stands to the right as they do. */
function cellStyle(place: CellPlace, numeric: boolean): string {
  switch (place) {
    case 'title':
      return 'Heading_20_1';
    case 'link':
      return 'Link';
    case 'header':
      return numeric ? 'header-number' : 'header';
    case 'text':
      return numeric ? 'Number' : 'Default';
  }
}

function widthStyle(width: number): string {
  return `column-${width}`;
}

/** The styles of the worksheets of one workbook: its widths, rows as high as their words, header cells. */
function automaticStyles(widths: readonly number[]): string {
  const bold = '<style:text-properties fo:font-weight="bold"/>';
  const header = (name: string, parent: string) =>
    `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="${parent}">${wrapped}${bold}</style:style>`;
  const columns = widths.map(
    width =>
      `<style:style style:name="${widthStyle(width)}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.22).toFixed(2)}cm"/></style:style>`,
  );
  return [
    ...columns,
    '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>',
    '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>',
    header('header', 'Default'),
    header('header-number', 'Number'),
  ].join('');
}

/** The settings of a workbook: that it opens on its first worksheet, at its first cell. */
function settingsXml(opensOn: string): string {
  const item = (name: string, type: string, value: string) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const cover = `<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${opensOn}">${item('CursorPositionX', 'int', '0')}${item('CursorPositionY', 'int', '0')}</config:config-item-map-entry></config:config-item-map-named>`;
  const view = `<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}${cover}${item('ActiveTable', 'string', opensOn)}</config:config-item-map-entry></config:config-item-map-indexed>`;
  return `${start}<office:document-settings${namespaces} office:version="1.2"><office:settings><config:config-item-set config:name="ooo:view-settings">${view}</config:config-item-set></office:settings></office:document-settings>`;
}

/** How many workbooks are kept between builds: those of several councils' reports. */
const KEPT = 400;

/** Writes a workbook, unless the same was written before: each is kept by what is in it, and by what writes it. */
export function workbookWriter(): (workbook: WorkbookView) => FileOfBytes {
  const store = makeStore('workbooks', KEPT);
  const writer = readdirSync(join(code, 'site')).filter(name => name.startsWith('ods.'));
  const writtenWith = hashOf([installedList, ...writer.map(name => join(code, 'site', name))]);
  return workbook => {
    const hash = hashOfTexts([writtenWith, JSON.stringify(workbook)]);
    const kept = store.read(hash);
    const bytes = kept ?? Buffer.from(workbookFile(workbook));
    if (kept === null) store.keep(hash, bytes);
    return { path: workbook.href, bytes };
  };
}
