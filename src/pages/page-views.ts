import type { AccessibilityView } from './accessibility-view.ts';
import type { FeedView } from './dataset-views.ts';
import type { Page } from './page.ts';
import type { DocumentView, EditionView, GlanceView, SectionGroup, SentenceView } from './view.ts';
import type { WorkbookLink, WorkbookView } from './workbook-views.ts';

/** A chapter. */
export type ThemeView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly keyMessages: readonly SentenceView[];
  /** Questions to ask, each with the sections it comes from. */
  readonly questions: readonly {
    readonly sentence: SentenceView;
    readonly sections: readonly { readonly id: string; readonly label: string }[];
  }[];
  readonly glance: GlanceView | null;
  readonly commentary: string | null;
  readonly groups: readonly SectionGroup[];
  /** The chapter on paper. */
  readonly document: DocumentView;
  /** The workbook of the chapter's tables. */
  readonly workbook: WorkbookLink;
  readonly previous: { readonly label: string; readonly href: string } | null;
  readonly next: { readonly label: string; readonly href: string } | null;
};

/** What the whole site shares. */
export type SiteView = {
  readonly council: string;
  readonly website: string;
  /** Where the site will be published, "https://…/"; null where the council does not say. */
  readonly address: string | null;
  readonly demonstration: string | null;
  readonly reportTitle: string;
  readonly colours: { readonly brand: string; readonly brandText: string };
  /** The council's own typefaces; null for those that come with the report. */
  readonly fontStack: string | null;
  readonly contact: {
    readonly role: string;
    readonly department: string;
    readonly href: string;
    readonly reviewed: string;
  };
  readonly accessibility: AccessibilityView;
  /** The level of a fragment's first heading. */
  readonly embedding: { readonly headingLevel: number };
  readonly latest: EditionView;
  readonly editions: readonly EditionView[];
};

/** A file that is written as it stands: CSV and JSON. */
export type FileView = { readonly path: string; readonly text: string };

/** The whole site: what its pages share, each of them, and the files beside them. */
export type ReportView = {
  readonly site: SiteView;
  readonly pages: readonly Page[];
  readonly files: readonly FileView[];
  readonly workbooks: readonly WorkbookView[];
  readonly feed: FeedView;
};
