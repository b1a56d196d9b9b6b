import type { Setting } from '../../judgements/setting.ts';
import type { ThemeFindings } from '../../judgements/theme-findings.ts';
import { editionBefore } from '../../model/edition.ts';
import type { PlanSection, Quotation } from '../../pages/blocks.ts';
import type { TextRun } from '../../pages/view.ts';
import type { EditionTargets } from '../../targets/findings.ts';
import type { PlanGiven } from './findings.ts';
import { bookOf, type PlanBook } from './form.ts';
import { byStanding, type Offers, type StandingBy, type Undertaking } from './offers.ts';

export type FrontWords = Pick<Quotation, 'by' | 'picture'> & {
  readonly heading: string;
  readonly opening: readonly TextRun[];
  readonly href: string;
  /** Whether there is more of them than the opening. */
  readonly goesOn: boolean;
};

/** A page of a plan as its kind lays it out; the rest is the same for all. */
export type PlanContents = {
  /** The first heading: what a reader will find. */
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly PlanSection[];
};

/** A page of a plan: its kind, or `plans` for the page that brings all of them together; what it is called in lists of pages. */
export type PlanPageView = PlanContents & {
  readonly kind: string;
  readonly href: string;
  readonly label: string;
  /** Where its numbers come from; null for a plan that adds none. */
  readonly evidence: string | null;
};

/** What its kind found of it stays with the kind; `Layout` is what pages are laid out from. */
export type JudgedPlan<Layout> = {
  /** The id of its kind. */
  readonly id: string;
  readonly name: string;
  /** What is said of it: a plain tree in which each sentence stands beside what it is about. */
  readonly said: unknown;
  readonly offers: Offers | null;
  /** True of one whose page prints what others have the evidence of, and is laid out after them. */
  readonly gathers: boolean;
  readonly page: (layout: Layout) => PlanContents;
  readonly front: (layout: Layout) => FrontWords | null;
};

type PlansGiven = Omit<PlanGiven<unknown>, 'plan' | 'before'>;

/** A kind of plan as far as its plans are judged: null where the edition has none of it. */
export type PlanJudge<Layout> = {
  readonly judge: (given: PlansGiven) => JudgedPlan<Layout> | null;
  /** What the plan of this kind in a book says will be done; and by what it is told whether it was. */
  readonly by: StandingBy | null;
  readonly promised: (book: PlanBook | null) => readonly Undertaking[];
};

/** None for another area than the folder's council; also what those of the year before said would be done. */
export function judgedPlans<Layout>(
  kinds: readonly PlanJudge<Layout>[],
  setting: Setting,
  themes: readonly ThemeFindings[],
  targets: EditionTargets | null,
): { readonly plans: readonly JudgedPlan<Layout>[]; readonly promised: readonly Undertaking[] } {
  const bookBefore = bookOf(
    setting.folder.books,
    editionBefore(setting.folder.editions, setting.edition)?.id,
  );
  const book = bookOf(setting.folder.books, setting.edition.id);
  const isOwn = setting.council.code === setting.folder.council.code;
  const given = book === null || !isOwn ? null : { setting, book, bookBefore, themes, targets };
  return {
    plans: given === null ? [] : kinds.flatMap(kind => kind.judge(given) ?? []),
    promised: byStanding(kinds).flatMap(kind => kind.promised(bookBefore)),
  };
}
