import type { EditionView, TableView } from './view.ts';

/** What was released on one day in the place of figures that an edition had printed. */
type ReleaseView = {
  /** The place on the page: "2013-14-2015-10-15". */
  readonly id: string;
  /** "15 October 2015", and as data writes it. */
  readonly released: string;
  readonly date: string;
  /** "2 figures revised as planned, 1 corrected". */
  readonly summary: string;
  readonly table: TableView;
};

/** What has become of the figures of one edition since it was made. */
export type EditionCorrections = {
  readonly edition: EditionView;
  /** Newest first. */
  readonly releases: readonly ReleaseView[];
  /** Said where figures were settled with the same value, or where nothing was released again; else null. */
  readonly remark: string | null;
};

/** "Revisions and corrections": every edition, newest first. */
export type CorrectionsView = { readonly href: string; readonly editions: readonly EditionCorrections[] };
