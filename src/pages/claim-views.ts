import type { EditionView, SentenceView } from './view.ts';

/** What a claim rests on: how settled, by when it was all out, and its sources by their number on the page. */
type RestsOnView = {
  readonly status: string | null;
  readonly asAt: string | null;
  readonly sources: readonly number[];
  /** "Counted from the plan", where no published figure stands behind it; else null. */
  readonly basis: string | null;
};

/** A computed sentence as a claim. */
export type ClaimView = RestsOnView & {
  /** The measure it is about; null of a sentence on several. */
  readonly about: string | null;
  readonly sentence: SentenceView;
  /** Clauses to follow "False if". */
  readonly falseIf: readonly string[];
  /** Why it no longer holds: a newer release is in the data. */
  readonly expired: string | null;
  readonly override: {
    readonly computed: string;
    readonly reason: string;
    readonly by?: string;
  } | null;
};

/** Every claim of an edition, and what it does not say. */
export type ClaimsView = {
  readonly href: string;
  readonly edition: EditionView;
  readonly officers: readonly {
    readonly id: string;
    readonly text: string;
    readonly href: string;
    readonly facts: readonly (RestsOnView & { readonly fact: string; readonly says: string })[];
  }[];
  readonly groups: readonly {
    readonly id: string;
    readonly heading: string;
    readonly href: string;
    readonly claims: readonly ClaimView[];
  }[];
  readonly expired: number;
  readonly sources: readonly { readonly number: number; readonly title: string; readonly href: string }[];
  readonly unsaid: readonly { readonly reason: string; readonly items: readonly string[] }[];
};
