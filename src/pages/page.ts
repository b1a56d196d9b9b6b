import type { Picture } from '../model/picture.ts';
import type { SiteView } from './site-view.ts';
import type { DownloadView, EditionView } from './view.ts';

/** A page of the report: where it is, what draws it, and all that it says; of figures it has the texts and the ids alone. */
export type Page<View = unknown> = {
  /** Its address, site-relative: "2013-14/ks2/". */
  readonly href: string;
  /** The template that draws it, by its name in `templates/pages`. */
  readonly template: string;
  /** The edition that it is of; the latest for a page of the whole site. */
  readonly edition: EditionView;
  /** Everything that the template shows, already text. */
  readonly view: View;
  /** What a search calls the part it is in, and how much its words count, 1 for most; null where it repeats others. */
  readonly search: { readonly part: string; readonly weight: number } | null;
};

/** The pages that a template draws, whose view is of the kind that it shows. */
export function drawnBy<View>(pages: readonly Page[], template: string): readonly Page<View>[] {
  return pages.filter(page => page.template === template) as readonly Page<View>[];
}

export function pageOf<View>(
  { edition }: { readonly edition: EditionView },
  template: string,
  href: string,
  view: View,
  part: string | null = null,
  weight = 1,
): Page<View> {
  const search = part === null ? null : { part, weight };
  return { href, template, edition, view, search };
}

export type FileView = { readonly path: string; readonly text: string };

export type ReportView = {
  readonly site: SiteView;
  readonly pages: readonly Page[];
  /** Taken out of the list as they are written. */
  readonly files: FileView[];
  readonly workbooks: readonly WorkbookView[];
  readonly pictures: readonly Picture[];
  readonly feed: FeedView;
};

/** The feed of editions and corrections, newest first. */
export type FeedView = {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly updated: string;
  readonly author: string;
  readonly entries: readonly {
    readonly id: string;
    readonly title: string;
    readonly updated: string;
    readonly summary: string;
    readonly href: string;
  }[];
};

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

/** A workbook of tables by the Analysis Function's rules: cover, contents, notes, then a table a worksheet. */
export type WorkbookView = DownloadView & {
  readonly title: string;
  /** Who made it: a role and a council. */
  readonly author: string;
  /** The day of the edition: "2014-07-31". */
  readonly date: string;
  /** Laid out each time they are asked for, so that none is held until it is written. */
  readonly sheets: readonly Sheet[];
};
