import type { AccessibilityView } from './accessibility-view.ts';
import type { AuthoritiesView } from './authority-views.ts';
import type { ClaimsView } from './claim-views.ts';
import type { DownloadView, EditionView, Run, SectionGroup, SentenceView, TileView } from './view.ts';

/** The executive summary of an edition. */
export type HomeView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly tiles: readonly TileView[];
  /** "Where we stand": the roll-up against each comparator, exceptions named. */
  readonly standing: readonly SentenceView[];
  readonly rose: readonly SentenceView[];
  readonly fell: readonly SentenceView[];
  readonly exceptions: readonly SentenceView[];
  readonly gaps: readonly SentenceView[];
  /** The officers' words, as HTML; null when there are none. */
  readonly commentary: string | null;
  /** One card a theme: its label, its lead sentence, where it is. */
  readonly themes: readonly {
    readonly label: string;
    readonly href: string;
    readonly lead: SentenceView | null;
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
  readonly commentary: string | null;
  readonly groups: readonly SectionGroup[];
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
    readonly entries: readonly { readonly label: string; readonly theme: string; readonly href: string }[];
  }[];
};

/** Every file of an edition. */
export type DownloadsView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly whole: readonly (DownloadView & { readonly about: string })[];
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
  readonly fontStack: string;
  readonly contact: {
    readonly role: string;
    readonly department: string;
    readonly href: string;
    readonly reviewed: string;
  };
  readonly accessibility: AccessibilityView;
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
  readonly methodology: readonly MethodologyView[];
  readonly glossaries: readonly GlossaryView[];
  readonly files: readonly FileView[];
};
