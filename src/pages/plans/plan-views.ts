import type { PlanKind } from '../../model/plan-files.ts';
import type { PlanSection } from '../blocks.ts';

/** A page of a plan. */
export type PlanPageView = {
  /** Its kind, or `plans` for the page that brings all of them together. */
  readonly kind: PlanKind | 'plans';
  readonly href: string;
  /** What it is called in lists of pages. */
  readonly label: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly PlanSection[];
  /** Where its numbers come from; null for a plan that adds none. */
  readonly evidence: string | null;
};
