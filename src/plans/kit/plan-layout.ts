import type { FoundOf } from '../plan-findings.ts';
import type { Figure } from '../../model/figure.ts';
import type { PlanFile, PlanKind } from './file.ts';
import type { Told } from '../plan-sentences.ts';
import type { Draft } from '../../narrative/sentence.ts';
import { type BlockCell, cellOf, type PlanSection } from '../../pages/blocks.ts';
import { sentenceView } from '../../pages/cells.ts';
import type { Layout } from '../../pages/material.ts';
import type { Run, SentenceView } from '../../pages/view.ts';

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
export function wordRuns(layout: Layout, text: string): readonly Run[] {
  return draftRuns(layout, layout.planWords.get(text.trim()) ?? [text.trim().replace(/\s+/g, ' ')]);
}

/** Words and figures as runs, each figure linked to its evidence. */
/** A draft as runs, its figures linked to their evidence. */
export function draftRuns({ evidenceOf }: Layout, draft: Draft): readonly Run[] {
  return draft.map(run =>
    typeof run === 'string'
      ? { text: run, figure: null, href: null }
      : { text: run.text, figure: run.figure.id, href: evidenceOf(run.figure.id) },
  );
}

/** A figure as a run that leads to its evidence. */
export function figureRun({ evidenceOf }: Layout, { id, text }: Figure): Run {
  return { text, figure: id, href: evidenceOf(id) };
}

/** A figure as a cell. */
export function figureBlockCell(layout: Layout, figure: Figure): BlockCell {
  return cellOf([figureRun(layout, figure)]);
}

/** The sentences of a name, for their block. */
export function sentenceViews(layout: Layout, said: Told, name: string): readonly SentenceView[] {
  return (said[name] ?? []).map(sentence => sentenceView(sentence, layout.evidenceOf));
}
