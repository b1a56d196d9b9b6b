import type { ChartView, DownloadView, EditionView, SentenceView } from './view.ts';

/** A figure of one authority in one year: its place, what is printed, and the line of the data it was read from. */
type PlacedFigure = {
  readonly place: string;
  readonly anchor: string;
  readonly text: string;
  readonly row: string;
};

/** An authority in the order of all of them; `own` is the council's. */
export type PlacingView = {
  readonly name: string;
  readonly own: boolean;
  readonly now: PlacedFigure;
  readonly before: PlacedFigure | null;
};

/** Every authority on one measure: the strip, and all of them in order. */
export type AuthoritiesView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly theme: { readonly label: string; readonly href: string };
  readonly section: { readonly label: string; readonly href: string };
  readonly heading: string;
  readonly definition: string;
  readonly sentence: SentenceView | null;
  readonly chart: ChartView;
  readonly caption: string;
  /** "2013/14", and the year before where it was ranked too. */
  readonly now: string;
  readonly before: string | null;
  /** The files the figures were read from. */
  readonly files: readonly string[];
  readonly rows: readonly PlacingView[];
  readonly download: DownloadView | null;
};
