import type { Chart, Spark } from '../model/chart.ts';
import type { StatusView } from './status-views.ts';

// The parts of pages. What templates show is all text already, but for what is drawn; links are site-relative, as "2013-14/ks2/".

/** A run of text, or a printed figure with its ledger id and the address of its evidence. */
export type TextRun = { readonly text: string; readonly figure: string | null; readonly href: string | null };

export type SentenceView = { readonly id: string; readonly runs: readonly TextRun[] };

/** A cell of a table. `symbol` cells carry their meaning for screen readers. */
export type Cell = {
  readonly text: string;
  readonly figure: string | null;
  readonly href: string | null;
  /** "suppressed to protect confidential information", for "[c]". */
  readonly expansion: string | null;
  /** "[p]" provisional, "[r]" revised, "[e]" early. Empty when settled. */
  readonly marks: readonly { readonly text: string; readonly expansion: string }[];
};

/** A data table: one header row, row headers first, no merged and no empty cells. */
export type TableView = {
  readonly id: string;
  readonly number: number;
  readonly caption: string;
  readonly columns: readonly { readonly text: string; readonly numeric: boolean }[];
  readonly rows: readonly { readonly header: string; readonly cells: readonly Cell[] }[];
  readonly notes: readonly { readonly number: number; readonly text: string }[];
  readonly symbols: readonly { readonly symbol: string; readonly meaning: string }[];
};

/** A chart: the finding as title, what it shows as subtitle, what is drawn, the table beside it. */
export type ChartView = {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** Accessible name: "Line chart: Reading rose to 74%. Data in table 4."; without the title where that is long. */
  readonly name: string;
  readonly chart: Chart;
  readonly note: string | null;
};

type SparkView = { readonly id: string; readonly line: Spark };

/** Every measure of a page in one table: a row each, its name leading to its section, its line of years, and its figures. */
export type StageTable = Omit<TableView, 'number' | 'rows'> & {
  readonly rows: readonly {
    readonly header: string;
    readonly href: string;
    /** The year of its figures, where that is not the edition's. */
    readonly year: string | null;
    readonly spark: SparkView | null;
    readonly cells: readonly Cell[];
  }[];
};

/** A link to a file: what it says before the file's format and size, which stand in it once the file is written. */
export type DownloadView = { readonly href: string; readonly label: string };

/** A target from the section of its measure: "Target: at least 70% by 2016/17", and its status. */
export type TargetLink = { readonly text: string; readonly href: string; readonly status: StatusView };

export type UndertakingLink = {
  readonly text: string;
  readonly href: string;
  /** "action plan; pupil premium lead; rated amber the year before". */
  readonly detail: string;
  readonly status: StatusView;
};

/** Its size is known only once it is printed. */
type DocumentView = {
  readonly href: string;
  /** "Summary of the report". */
  readonly name: string;
  readonly about: string;
};

/** The documents of an edition: a summary to send out, the report, and the annex of all its tables. */
export type DocumentsView = {
  readonly summary: DocumentView;
  readonly report: DocumentView;
  readonly tables: DocumentView;
};

/** The picture shown where others link to the report, and the same in words. */
export type CardView = {
  readonly href: string;
  readonly alt: string;
  readonly figures: readonly { readonly label: string; readonly value: string; readonly when: string }[];
};

export type LocalityView = {
  readonly id: string;
  readonly heading: string;
  readonly sentences: readonly SentenceView[];
  /** Null where no highest and lowest can be named. */
  readonly chart: ChartView | null;
  readonly table: TableView;
};

export type SectionView = {
  readonly id: string;
  readonly heading: string;
  /** Its heading on its own page, which says already which pupils a gap is between. */
  readonly named: string;
  /** What the contents list calls it, under the heading of its group. */
  readonly short: string;
  /** Of the latest figure, and what it means for that; null when it is settled. */
  readonly status: (StatusView & { readonly note: string }) | null;
  /** What it found, in a line under its heading: "45.1%, down 2.3 percentage points". */
  readonly finding: string;
  /** "by ethnic group": the groups that its tables have too. */
  readonly by: string | null;
  readonly spark: SparkView | null;
  /** Its sentences, those that are read together in one paragraph. */
  readonly paragraphs: readonly (readonly SentenceView[])[];
  readonly chart: ChartView | null;
  readonly tables: readonly TableView[];
  /** Each kind of area within the council that has figures, after the tables. */
  readonly localities: readonly LocalityView[];
  readonly definition: string;
  readonly method: string;
  readonly sources: readonly { readonly title: string; readonly href: string; readonly detail: string }[];
  readonly caveats: readonly string[];
  readonly targets: readonly TargetLink[];
  /** "What is being done to move it", or "What is being done" where neither way is the better. */
  readonly undertakenHeading: string;
  readonly undertakings: readonly UndertakingLink[];
  readonly download: DownloadView | null;
  /** The page of every authority on this measure; null for one that is not ranked. */
  readonly authorities: string | null;
  /** The page that says where each number comes from, at this section. */
  readonly evidence: string;
};

/** Where the measures of a chapter gained or lost ground on the nation: their chart and its table. */
export type GroundView = {
  readonly heading: string;
  /** What it measures, for the workbook. */
  readonly definition: string;
  readonly sentences: readonly SentenceView[];
  readonly chart: ChartView;
  readonly table: TableView;
};

export type EditionView = {
  /** "2013-14", also the first part of the address. */
  readonly id: string;
  /** "2013/14". */
  readonly year: string;
  readonly title: string;
  /** True for the edition at the root of the site. */
  readonly latest: boolean;
  /** "31 July 2015". */
  readonly cutOff: string;
  /** The same day, "2015-07-31". */
  readonly cutOffDate: string;
  readonly draft: boolean;
  readonly documents: DocumentsView;
  readonly card: CardView;
  /** The chapters, in order: for navigation and previous/next. */
  readonly themes: readonly { readonly id: string; readonly label: string; readonly href: string }[];
  /** Null where no plan is in force. */
  readonly targets: string | null;
  /** The page that brings targets and plans together; null where there are none. */
  readonly hub: string | null;
  /** The name of that page, which is its heading too: "What we said, and what happened". */
  readonly hubName: string;
  readonly plans: readonly { readonly label: string; readonly href: string }[];
};
