import type { Figure } from './figure.ts';

/** A paragraph of officers' words that rests on facts, each of which the data bears out. */
export type Claim = {
  /** "2013-14.ks2.claim.1". */
  readonly id: string;
  /** The page that prints the paragraph, site-relative. */
  readonly page: string;
  /** The theme's id, or `home`. */
  readonly theme: string;
  /** The paragraph's opening sentence or two, as printed. */
  readonly text: string;
  readonly facts: readonly {
    /** As the officer wrote it: "ks2-rwm-l4 rose". */
    readonly fact: string;
    /** What the data says: "This rose by 3 percentage points from 81% in 2012/13." */
    readonly says: string;
    /** The figures that bear it out. */
    readonly figures: readonly Figure[];
  }[];
};
