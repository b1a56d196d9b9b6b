import type { PlanPageView } from '../plans/kit/judged.ts';
import type { AccessibilityView } from './accessibility-view.ts';
import type { AuthoritiesView } from './authority-views.ts';
import type { ClaimsView } from './claim-views.ts';
import type { CorrectionsView } from './correction-views.ts';
import type { DatasetView, FeedView } from './dataset-views.ts';
import type { TargetsView } from './target-views.ts';
import type {
  Cell,
  DocumentView,
  DownloadView,
  EditionView,
  GlanceView,
  IndexEntry,
  MovesView,
  Run,
  SectionGroup,
  SentenceView,
  TileView,
} from './view.ts';
import type { WorkbookView } from './workbook-views.ts';

/** The executive summary of an edition. */
export type HomeView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly tiles: readonly TileView[];
  readonly dataset: DatasetView;
  /** "Where we stand": the roll-up against each comparator, exceptions named. */
  readonly standing: readonly SentenceView[];
  /** The same as a table: a row a comparator, with how many headlines were better, close and worse. */
  readonly beside: readonly {
    readonly name: string;
    readonly cells: readonly {
      readonly verdict: 'better' | 'close' | 'worse';
      readonly count: number;
      readonly cell: Cell;
    }[];
  }[];
  readonly rose: readonly SentenceView[];
  readonly fell: readonly SentenceView[];
  readonly exceptions: readonly SentenceView[];
  readonly gaps: readonly SentenceView[];
  /** How many targets stand where, with the page of them; null where no plan is in force. */
  readonly targets: { readonly sentence: SentenceView; readonly href: string } | null;
  readonly moves: MovesView | null;
  /** The officers' words, as HTML; null when there are none. */
  readonly commentary: string | null;
  /** One card a theme: its label, its lead sentence, where it is. */
  readonly themes: readonly {
    readonly label: string;
    readonly href: string;
    /** What a governor would ask that the chapter answers; null where the council has written none. */
    readonly question: string | null;
    readonly lead: SentenceView | null;
  }[];
  /** The groups of pupils that a chapter gathers: the question or the name, where it is answered, the answer. */
  readonly groups: readonly {
    readonly label: string;
    readonly href: string;
    readonly answer: readonly SentenceView[];
  }[];
};

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
  /** Files of the whole chapter; the site adds them, for it is what writes them. */
  readonly files: readonly DownloadView[];
  readonly previous: { readonly label: string; readonly href: string } | null;
  readonly next: { readonly label: string; readonly href: string } | null;
};

/** One line of the evidence: where a number comes from. `anchor` is the figure's ledger id. */
export type EvidenceLine = {
  readonly anchor: string;
  readonly what: string;
  readonly text: string;
  /** "data/observations/ks2/201314.csv, line 12", or the working with its inputs. */
  readonly from: readonly Run[];
  readonly working: string;
  readonly status: string;
};

/** "Where the numbers come from", one page a theme. */
export type EvidenceView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly theme: { readonly label: string; readonly href: string };
  readonly sections: readonly {
    readonly id: string;
    readonly heading: string;
    readonly source: string;
    readonly sourceHref: string;
    readonly lines: readonly EvidenceLine[];
  }[];
};

/** All indicators of an edition, A to Z. */
export type IndexView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly letters: readonly {
    readonly letter: string;
    readonly entries: readonly IndexEntry[];
  }[];
};

/** Every file of an edition. */
export type DownloadsView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly dataset: DatasetView;
  readonly whole: readonly (DownloadView & { readonly about: string })[];
  readonly themes: readonly {
    readonly id: string;
    readonly label: string;
    readonly document: DocumentView;
    readonly files: readonly DownloadView[];
  }[];
};

/** Every section of an edition as a fragment to paste into another site. */
export type EmbeddingView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly themes: readonly { readonly label: string; readonly files: readonly DownloadView[] }[];
};

/** How the figures and sentences are made, with the policy and bands in force. */
export type MethodologyView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly neighbours: {
    readonly label: string;
    readonly note: string | null;
    readonly names: readonly string[];
    readonly source: string;
    readonly sourceHref: string;
  } | null;
  readonly disclosure: readonly string[];
  readonly bands: readonly {
    readonly measure: string;
    readonly similar: string;
    readonly slight: string;
    readonly well: string;
  }[];
  readonly breaks: readonly {
    readonly indicator: string;
    readonly href: string;
    readonly from: string;
    readonly kind: string;
    readonly note: string;
  }[];
  /** Contradictions between sources and how each was settled. */
  readonly notes: readonly {
    readonly indicator: string;
    readonly href: string;
    readonly year: string;
    readonly note: string;
  }[];
  readonly sources: readonly {
    readonly title: string;
    readonly organisation: string;
    readonly released: string;
    readonly href: string;
    readonly licence: string;
    readonly note: string | null;
  }[];
};

/** Terms and acronyms. */
export type GlossaryView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly terms: readonly {
    readonly id: string;
    readonly term: string;
    readonly expansion: string | null;
    readonly meaning: string;
    /** How it is written in running text. */
    readonly forms: readonly string[];
  }[];
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

/** Everything that is published: one global for the templates, and the files beside the pages. */
export type ReportView = {
  readonly site: SiteView;
  readonly homes: readonly HomeView[];
  readonly themes: readonly ThemeView[];
  readonly evidence: readonly EvidenceView[];
  readonly authorities: readonly AuthoritiesView[];
  readonly indexes: readonly IndexView[];
  readonly downloads: readonly DownloadsView[];
  readonly claims: readonly ClaimsView[];
  readonly targets: readonly TargetsView[];
  readonly plans: readonly PlanPageView[];
  readonly embedding: readonly EmbeddingView[];
  readonly methodology: readonly MethodologyView[];
  readonly glossaries: readonly GlossaryView[];
  readonly files: readonly FileView[];
  readonly workbooks: readonly WorkbookView[];
  readonly corrections: CorrectionsView;
  readonly feed: FeedView;
};
