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

/** The named styles of every workbook: text, heading, numbers; printed on A4, as wide as the page. */
export const stylesXml = [
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

/** Where a cell of text stands. */
export type CellPlace = 'title' | 'link' | 'header' | 'text';

/** The name of the style of a cell of text; in a column of numbers, it stands to the right as they do. */
export function cellStyle(place: CellPlace, numeric: boolean): string {
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

/** The name of the style of a column so many characters wide. */
export function widthStyle(width: number): string {
  return `column-${width}`;
}

/** The styles of the worksheets of one workbook: its widths, rows as high as their words, header cells. */
export function automaticStyles(widths: readonly number[]): string {
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
export function settingsXml(opensOn: string): string {
  const item = (name: string, type: string, value: string) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const cover = `<config:config-item-map-named config:name="Tables"><config:config-item-map-entry config:name="${opensOn}">${item('CursorPositionX', 'int', '0')}${item('CursorPositionY', 'int', '0')}</config:config-item-map-entry></config:config-item-map-named>`;
  const view = `<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}${cover}${item('ActiveTable', 'string', opensOn)}</config:config-item-map-entry></config:config-item-map-indexed>`;
  return `${start}<office:document-settings${namespaces} office:version="1.2"><office:settings><config:config-item-set config:name="ooo:view-settings">${view}</config:config-item-set></office:settings></office:document-settings>`;
}
