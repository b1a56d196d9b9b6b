/** What a cell of a workbook holds; `text` is how a number is printed, and `to` a worksheet or an address. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

/** The one table of a worksheet: a header row, then a row each, every row as long as the header. */
export type SheetTable = {
  readonly columns: readonly {
    readonly text: string;
    readonly numeric: boolean;
    /** How many characters fit in a line. */
    readonly width: number;
  }[];
  readonly rows: readonly (readonly SheetCell[])[];
};

/** A worksheet: its title in A1, lines of what to know under it, then its table and nothing after. */
export type Sheet = {
  /** The name on the tab, which names the table as well: letters, digits and underscores. */
  readonly name: string;
  readonly title: string;
  readonly lines: readonly SheetCell[];
  readonly table: SheetTable | null;
};

/** Where a workbook stands, and what the link to it says before its format and size. */
export type WorkbookLink = { readonly path: string; readonly label: string };

/** A workbook of tables by the Analysis Function's rules: cover, contents, notes, then a table a worksheet. */
export type WorkbookView = WorkbookLink & {
  readonly title: string;
  /** Who made it: a role and a council. */
  readonly author: string;
  /** The day of the edition: "2014-07-31". */
  readonly date: string;
  readonly sheets: readonly Sheet[];
};
