import type { FoundOf } from '../../judgements/plans/plan-findings.ts';
import type { Figure } from '../../model/figure.ts';
import type { PlanFile, PlanKind } from '../../model/plan-files.ts';
import type { Told } from '../../narrative/plans/plan-sentences.ts';
import { type BlockCell, cellOf, type PlanSection } from '../blocks.ts';
import { draftRuns, sentenceView } from '../cells.ts';
import type { Layout } from '../material.ts';
import type { Run, SentenceView } from '../view.ts';

/** What a page of a plan is laid out from. */
export type PlanLayout<K extends PlanKind> = {
  readonly layout: Layout;
  readonly plan: PlanFile<K>;
  /** The same kind of plan in the edition before. */
  readonly before: PlanFile<K> | null;
  readonly found: FoundOf<K>;
  readonly said: Told;
};

/** A page of a plan as its kind lays it out; the rest is the same for all. */
export type PlanContents = {
  /** The first heading: what a reader will find. */
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly PlanSection[];
};

/** Officers' words with the figures they name in place, each linked to its evidence. */
export function wordRuns({ planWords, officers }: Layout, text: string): readonly Run[] {
  return draftRuns(planWords.get(text.trim()) ?? [text.trim().replace(/\s+/g, ' ')], officers);
}

/** A figure as a run that leads to its evidence. */
export function figureRun({ printer }: Layout, figure: Figure): Run {
  return { text: figure.text, figure: figure.id, href: printer.link(figure) };
}

/** A figure as a cell. */
export function figureBlockCell(layout: Layout, figure: Figure): BlockCell {
  return cellOf([figureRun(layout, figure)]);
}

/** The sentences of a name, for their block. */
export function sentenceViews(layout: Layout, said: Told, name: string): readonly SentenceView[] {
  return (said[name] ?? []).map(sentence => sentenceView(sentence, layout.printer));
}
