/** A file that a set of data comes in. */
export type DatasetFile = { readonly name: string; readonly href: string };

/** An edition as a set of data, for those who look for data: what it covers, who made it, from what, in which files. */
export type DatasetView = {
  readonly href: string;
  readonly name: string;
  readonly description: string;
  /** The first and the last day that its figures describe, as "2011-09-01". */
  readonly from: string;
  readonly to: string;
  readonly place: { readonly name: string; readonly code: string };
  /** Null for a demonstration, which the council does not publish. */
  readonly publisher: { readonly name: string; readonly department: string; readonly website: string } | null;
  readonly sources: readonly {
    readonly title: string;
    readonly organisation: string;
    readonly url: string;
    readonly licence: string;
  }[];
  readonly version: string;
  readonly modified: string;
  readonly files: readonly DatasetFile[];
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
