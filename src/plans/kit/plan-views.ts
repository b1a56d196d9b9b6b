import type { PlanKind } from './file.ts';
import type { PlanSection } from '../../pages/blocks.ts';
import type { EditionView } from '../../pages/view.ts';

/** A page of a plan. */
export type PlanPageView = {
  /** Its kind, or `plans` for the page that brings all of them together. */
  readonly kind: PlanKind | 'plans';
  readonly href: string;
  readonly edition: EditionView;
  /** What it is called in lists of pages. */
  readonly label: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly PlanSection[];
  /** Where its numbers come from; null for a plan that adds none. */
  readonly evidence: string | null;
};
