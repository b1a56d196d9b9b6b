import { addresses } from './addresses.ts';
import { tablesIn } from './cells.ts';
import type { Sheet, SheetCell, SheetTable, WorkbookView } from './page.ts';
import type { SiteView } from './site-view.ts';
import type { Cell, DownloadView, EditionView, GroundView, SectionView, TableView } from './view.ts';

type Chapter = {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly { readonly sections: readonly SectionView[] }[];
  readonly measures: { readonly ground: GroundView | null } | null;
};

/** The workbooks of an edition: of the whole, then of each chapter, from the tables that its pages print. */
export function editionWorkbooks(
  site: SiteView,
  edition: EditionView,
  themes: readonly Chapter[],
): readonly WorkbookView[] {
  const placed = themes.map((theme, index) => ({ theme, tables: placedTables(theme, index) }));
  const title = `${site.council}: ${edition.title}`;
  const book = (rest: Pick<WorkbookView, 'href' | 'label' | 'title'>, tables: readonly PlacedTable[]) => ({
    ...rest,
    author: `${site.contact.role}, ${site.council}`,
    date: edition.cutOffDate,
    get sheets() {
      return sheetsOf(site, edition, rest.title, tables);
    },
  });
  return [
    book(
      { ...workbookLink(edition.id, null), title: `${title}, all tables` },
      placed.flatMap(({ tables }) => tables),
    ),
    ...placed.map(({ theme, tables }) =>
      book({ ...workbookLink(edition.id, theme), title: `${title}, ${theme.label}` }, tables),
    ),
  ];
}

export function workbookLink(
  edition: string,
  theme: { readonly id: string; readonly label: string } | null,
): DownloadView {
  const label = theme === null ? 'All tables' : `${theme.label}: tables`;
  return { href: addresses.workbook(edition, theme?.id ?? null), label };
}

function placedTables({ id, label, groups, measures }: Chapter, index: number): readonly PlacedTable[] {
  const stem = sheetStem(id, index);
  const placed = (section: PlacedTable['section'], tables: readonly TableView[]) =>
    tables.map(table => ({ sheet: `${stem}_table_${table.number}`, chapter: label, section, table }));
  const ground = measures?.ground ?? null;
  return [
    ...(ground === null ? [] : placed({ ...ground, sources: [], caveats: [] }, [ground.table])),
    ...groups.flatMap(({ sections }) => sections.flatMap(section => placed(section, tablesIn(section)))),
  ];
}

/** A tab holds 31 characters, of which the table's number may take ten: a long name is cut and given its place. */
function sheetStem(theme: string, index: number): string {
  const stem = theme.replaceAll('-', '_');
  return stem.length <= 20 ? stem : `${stem.slice(0, 17)}_${index + 1}`;
}

function sheetsOf(
  site: SiteView,
  edition: EditionView,
  title: string,
  tables: readonly PlacedTable[],
): readonly Sheet[] {
  const texts = [...new Set(tables.flatMap(notesAbout))];
  const numbers: NoteNumbers = new Map(texts.map((text, index) => [text, index + 1]));
  const sheets = tables.map(placed => tableSheet(placed, numbers));
  return [cover(site, edition, title, tables), contents(tables, sheets), notes(tables, numbers), ...sheets];
}

function cover(site: SiteView, edition: EditionView, title: string, tables: readonly PlacedTable[]): Sheet {
  const symbols = new Map(
    tables.flatMap(({ table }) => table.symbols.map(each => [each.symbol, each.meaning])),
  );
  const sources = tables.flatMap(({ section }) => cited(section));
  const lines = [
    ...(site.demonstration === null ? [] : [site.demonstration]),
    `Academic year ${edition.year}. Figures published up to ${edition.cutOff}.`,
    ...(edition.draft ? ['This is a draft: figures may still change.'] : []),
    `This workbook holds ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}, one on each worksheet after the first three. They are the tables that the report prints, to the same precision.`,
    'The Contents worksheet lists every table, with a link to each.',
    'Some tables and figures have notes, marked as [note 1]. The Notes worksheet lists them. A column named Marks and notes says which figures of a row they belong to.',
    'No cell of a table is blank. Where there is no figure, a symbol says why; other symbols say how settled a figure is.',
    ...[...symbols].map(([symbol, meaning]) => `${symbol} means ${meaning}.`),
    'These are not official statistics. Each table names its source. The sources of all tables are:',
    ...new Set(sources),
    `Questions and other formats: ${site.contact.role}, ${site.contact.department}, ${site.council}.`,
  ];
  const contact: SheetCell = { kind: 'link', text: 'Contact form', to: site.contact.href };
  return {
    name: 'Cover',
    title,
    lines: [...lines.map(words), contact],
    table: null,
  };
}

function contents(tables: readonly PlacedTable[], sheets: readonly Sheet[]): Sheet {
  const rows = tables.map(({ sheet, chapter, section }, index): readonly SheetCell[] => [
    { kind: 'link', text: sheet, to: sheet },
    words(sheets[index]?.title.replaceAll(/ \[note \d+\]/g, '') ?? ''),
    words(`${chapter}: ${section.heading}`),
  ]);
  const notes: readonly SheetCell[] = [
    { kind: 'link', text: 'Notes', to: 'Notes' },
    words('Notes on tables and figures'),
    words('All'),
  ];
  return {
    name: 'Contents',
    title: 'Contents',
    lines: [words('This worksheet contains one table. It lists every worksheet after this one.')],
    table: table(
      [
        ['Worksheet', 32],
        ['What it holds', 70],
        ['Chapter and section', 60],
      ],
      [notes, ...rows],
    ),
  };
}

function notes(tables: readonly PlacedTable[], numbers: NoteNumbers): Sheet {
  const sheet = { name: 'Notes', title: 'Notes' };
  if (numbers.size === 0)
    return { ...sheet, lines: [words('No table of this workbook needs a note.')], table: null };
  const about = tables.map(placed => ({ sheet: placed.sheet, texts: new Set(notesAbout(placed)) }));
  const rows = [...numbers].map(([text, number]) => {
    const needing = about.filter(({ texts }) => texts.has(text)).map(each => each.sheet);
    return [`[note ${number}]`, text, needing.join(', ')].map(words);
  });
  const lines = ['This worksheet contains one table.', 'Notes are numbered through the workbook.'];
  return {
    ...sheet,
    lines: lines.map(words),
    table: table(
      [
        ['Note', 40],
        ['What it says', 90],
        ['Worksheets it belongs to', 40],
      ],
      rows,
    ),
  };
}

function words(text: string): SheetCell {
  return { kind: 'text', text };
}

function cited({ sources }: Pick<SectionView, 'sources'>): readonly string[] {
  return sources.map(({ title, detail }) => [title, detail].filter(Boolean).join(', '));
}

function table(
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly SheetCell[])[],
): SheetTable {
  return { columns: columns.map(([text, width]) => ({ text, numeric: false, width })), rows };
}

type PlacedTable = {
  readonly sheet: string;
  readonly chapter: string;
  readonly section: Pick<SectionView, 'heading' | 'definition' | 'sources' | 'caveats'>;
  readonly table: TableView;
};

/** By the words of the note. */
type NoteNumbers = ReadonlyMap<string, number>;

/** A number as tables print it: "84%", "+1.5", "−3", "1,865", "£8.90". */
const printedNumber = /^(?<sign>[+−]?)£?(?<digits>\d[\d,]*(?:\.\d+)?)%?$/;

/** How many characters a column of row headers takes, so that the lines above the table wrap in it too. */
const firstWidth = 56;

/** Every note that a table needs, those on its cells first, then what to know of its measure. */
function notesAbout({ table, section }: PlacedTable): readonly string[] {
  return [...table.notes.map(({ text }) => text), ...section.caveats];
}

function tableSheet(placed: PlacedTable, numbers: NoteNumbers): Sheet {
  const { sheet, chapter, section, table } = placed;
  const marks = section.caveats.map(text => ` [note ${numbers.get(text)}]`).join('');
  const symbols = table.symbols.map(({ symbol, meaning }) => `${symbol} ${meaning}`);
  const lines = [
    'This worksheet contains one table.',
    `What it measures: ${section.definition}`,
    ...(notesAbout(placed).length > 0
      ? ['Notes are marked as [note 1], and listed on the Notes worksheet.']
      : []),
    ...(symbols.length > 0 ? [`Symbols: ${symbols.join('; ')}.`] : []),
    ...cited(section).map(source => `Source: ${source}`),
  ];
  return {
    name: sheet,
    title: `${chapter}, table ${table.number}. ${table.caption}${marks}`,
    lines: [...lines.map(words), { kind: 'link', text: 'Back to contents', to: 'Contents' }],
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
    words(renumber(header)),
    ...cells.map((cell, index) => sheetCell(cell, table.columns[index + 1]?.numeric ?? false)),
    ...(marked ? [words(renumber(marksOf(table, cells)))] : []),
  ]);
  const notes = { text: 'Marks and notes', numeric: false, width: 34 };
  return { columns: marked ? [...columns, notes] : columns, rows };
}

/** A cell without its marks: a number where it is printed as one, else its text. */
function sheetCell({ text }: Cell, numeric: boolean): SheetCell {
  const found = numeric ? printedNumber.exec(text)?.groups : undefined;
  if (found === undefined) return words(text);
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
