import type { StatusView } from '../pages/status-views.ts';
import type { Cell, ChartView, DownloadView, SentenceView, TextRun, UndertakingLink } from '../pages/view.ts';

/** A number of a plan, with the year it is for. */
export type TargetPoint = { readonly runs: readonly TextRun[]; readonly year: string };

/** One part of a target: what it is measured by, where it started, stands and should come to. */
export type TargetPartView = {
  /** Null of a target that is one thing. */
  readonly label: string | null;
  readonly measure: { readonly label: string; readonly href: string | null } | null;
  readonly baseline: TargetPoint | null;
  readonly milestones: readonly TargetPoint[];
  /** Outcomes of the years between the starting point and now. */
  readonly earlier: readonly TargetPoint[];
  readonly now: TargetPoint | null;
  readonly isProjected: boolean;
  readonly aim: TargetPoint | null;
  readonly status: StatusView;
  readonly chart: ChartView | null;
  readonly sentences: readonly SentenceView[];
  /** Measures that bear on it. */
  readonly see: readonly { readonly label: string; readonly href: string }[];
  readonly notes: readonly string[];
  /** Where every ward, or locality, of its measure is listed. */
  readonly localities: { readonly label: string; readonly href: string } | null;
};

/** A promise: who answers for it, where it stands, what officers said. */
export type TargetView = {
  readonly id: string;
  readonly short: string;
  readonly promise: string;
  readonly owner: string;
  readonly status: StatusView;
  readonly parts: readonly TargetPartView[];
  readonly officers: {
    readonly word: string;
    readonly date: string | null;
    readonly reason: string | null;
    readonly evidence: readonly TextRun[];
    /** How that differs from what was worked out; null where it does not. */
    readonly differs: string | null;
  };
  /** What plans say will be done towards it. */
  readonly undertakings: readonly UndertakingLink[];
  readonly evidence: string;
};

/** A row of the table of all targets: a part of one. */
export type TargetRow = {
  readonly header: string;
  readonly href: string;
  readonly aim: readonly TextRun[];
  readonly by: string;
  readonly now: readonly TextRun[];
  readonly status: StatusView;
  readonly officers: string;
};

/** "Targets: what was promised, and where it stands". */
export type TargetsView = {
  readonly counts: readonly SentenceView[];
  readonly tally: readonly { readonly status: StatusView; readonly cell: Cell }[];
  readonly plans: readonly {
    readonly id: string;
    readonly label: string;
    readonly years: string;
    readonly note: string | null;
    readonly source: { readonly title: string; readonly href: string; readonly detail: string } | null;
    readonly tableNumber: number;
    /** Why officers’ judgements are not stated, where several targets have the same reason: it stands here once. */
    readonly reasons: readonly string[];
    readonly rows: readonly TargetRow[];
    readonly measured: readonly TargetView[];
    /** Those that no measure can tell. */
    readonly unmeasured: readonly TargetView[];
  }[];
  readonly download: DownloadView;
  readonly evidence: string;
};
