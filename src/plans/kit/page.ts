import type { Figure, TallyOf } from '../../model/figure.ts';
import { spaced } from '../../model/spelling.ts';
import type { StatusKind } from '../../model/status.ts';
import { dateLabel } from '../../model/time.ts';
import type { Written } from '../../narrative/sentence.ts';
import { addresses } from '../../pages/addresses.ts';
import {
  type Block,
  type BlockCell,
  type BlockTable,
  cellOf,
  linkRun,
  linkRuns,
  linksBlock,
  notStated,
  type PlanSection,
  plainRun,
  plainRuns,
} from '../../pages/blocks.ts';
import { draftRuns, sentenceView } from '../../pages/cells.ts';
import type { Layout } from '../../pages/material.ts';
import { sourceViews } from '../../pages/source-views.ts';
import { statusView } from '../../pages/status-views.ts';
import type { TextRun } from '../../pages/view.ts';
import { targetsIn } from '../../targets/findings.ts';
import type { PlanDocument } from './fields.ts';
import type { PlanBook, PlanFile } from './form.ts';

export type PlanLayout<Value, Found, Said> = {
  readonly layout: Layout;
  readonly book: PlanBook;
  readonly plan: PlanFile<Value>;
  readonly before: PlanFile<Value> | null;
  readonly found: Found;
  readonly said: Said;
};

export function wordsBlock(layout: Layout, text: string): Block {
  return { kind: 'words', runs: wordRuns(layout, text) };
}

/** Officers' words with the figures they name in place, each linked to its evidence. */
export function wordRuns({ planWords, officers }: Layout, text: string): readonly TextRun[] {
  return draftRuns(planWords.get(text.trim()) ?? [spaced(text)], officers);
}

export function figureRun({ printer }: Layout, figure: Figure): TextRun {
  return { text: figure.text, figure: figure.id, href: printer.link(figure) };
}

export function figureBlockCell(layout: Layout, figure: Figure): BlockCell {
  return cellOf([figureRun(layout, figure)]);
}

export function sentencesBlock({ printer }: Layout, sentences: readonly Written[]): Block {
  return { kind: 'sentences', sentences: sentences.map(each => sentenceView(each, printer)) };
}

export function tallyBlock<What extends StatusKind>(layout: Layout, counts: readonly TallyOf<What>[]): Block {
  return {
    kind: 'tally',
    items: counts.map(({ of, figure }) => ({ status: statusView(of), runs: [figureRun(layout, figure)] })),
  };
}

/** A table, numbered among those of its page, whose columns are of words but for those named as numeric; `planPages` adds its file. */
export function tableBlock(
  id: string,
  caption: string,
  columns: readonly string[],
  rows: BlockTable['rows'],
  { number = 1, numeric = [] }: { readonly number?: number; readonly numeric?: readonly string[] } = {},
): BlockTable {
  const made = [
    ...columns.map(text => ({ text, numeric: false })),
    ...numeric.map(text => ({ text, numeric: true })),
  ];
  return { kind: 'table', id, number, caption, columns: made, rows, download: null };
}

/** None where there are no blocks. */
export function section(id: string, heading: string, blocks: readonly Block[]): PlanSection {
  return { id, heading, blocks };
}

/** " It bears on A; B.": links within a line of words, or nothing where there are none. */
export function linksAfter(before: string, links: Parameters<typeof linkRuns>[0]): readonly TextRun[] {
  return links.length === 0 ? [] : [plainRun(before), ...linkRuns(links), plainRun('.')];
}

export type BlockFact = Extract<Block, { kind: 'facts' }>['items'][number];

export function joinedRuns(layout: Layout, sentences: readonly string[]): readonly TextRun[] {
  return sentences.flatMap((each, at) => [...(at === 0 ? [] : [plainRun(' ')]), ...wordRuns(layout, each)]);
}

export function plainFact(name: string, text: string | null | undefined): readonly BlockFact[] {
  return text === null || text === undefined ? [] : [{ name, runs: plainRuns(text) }];
}

/** What is said of each of several alike; null where they differ, or where there is but one. */
export function sharedBy<Each>(all: readonly Each[], textOf: (each: Each) => string): string | null {
  const texts = new Set(all.map(textOf));
  const [text = null] = texts;
  return all.length > 1 && texts.size === 1 ? text : null;
}

/** What is said of most of several, to be said once for them; null where no text is that of more than half. */
export function mostlyBy<Each>(all: readonly Each[], textOf: (each: Each) => string): string | null {
  const texts = all.map(textOf);
  const often = (text: string) => texts.filter(each => each === text).length;
  const most = texts.find(text => often(text) * 2 > texts.length) ?? null;
  return all.length > 1 ? most : null;
}

/** A fact in officers’ words or, in plain ones, that and why there are none; nothing where neither is given. */
export function wordFact(
  layout: Layout,
  name: string,
  text: string | undefined,
  unsaid?: string,
): readonly BlockFact[] {
  return text === undefined ? plainFact(name, unsaid) : [{ name, runs: wordRuns(layout, text) }];
}

/** A fact that is a list of officers’ words, or why none is stated; nothing where neither is given. */
export function listFact(
  layout: Layout,
  name: string,
  items: readonly string[],
  reason?: string,
): readonly BlockFact[] {
  if (items.length > 0) return [{ name, runs: [], list: items.map(each => wordRuns(layout, each)) }];
  return plainFact(name, reason === undefined ? null : notStated(reason));
}

export function factsBlock(items: readonly BlockFact[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'facts', items }];
}

export function noteBlock(text: string | undefined): readonly Block[] {
  return text === undefined ? [] : [{ kind: 'note', runs: plainRuns(text) }];
}

/** From which document a page was written: its title, version and part, and the day it tells of (F46). */
export function documentBlock(
  { setting: { folder } }: Layout,
  document: PlanDocument | undefined,
): readonly Block[] {
  if (document === undefined) return [];
  const [source] = sourceViews(folder.sources, [document.source]);
  if (source === undefined) return [];
  const asAt = document['as-at'] === undefined ? '' : `, as at ${dateLabel(document['as-at'])}`;
  const part = document.part === undefined ? '' : `, ${document.part}`;
  return [
    {
      kind: 'note',
      runs: [
        plainRun('Rewritten from '),
        linkRun(source.title, source.href),
        plainRun(`${part}. Version: ${document.version}${asAt}.`),
      ],
    },
  ];
}

/** From which document a page was written, with links to the other pages of the edition that bear on it. */
export function aboutSection(
  layout: Layout,
  document: PlanDocument | undefined,
  pages: readonly string[],
): PlanSection {
  const blocks = [...documentBlock(layout, document), ...seeAlso(layout, pages)];
  return { id: 'about', heading: 'About this page', blocks };
}

/** Links to pages of plans, by the ids of their kinds, and to that of targets, as far as the edition has them. */
export function seeAlso({ found, plans, setting }: Layout, pages: readonly string[]): readonly Block[] {
  const { id } = setting.edition;
  const named = [
    ...plans.map(plan => ({ ...plan, href: addresses.plan(id, plan.id) })),
    ...(found.targets === null
      ? []
      : [{ id: 'targets', name: 'Targets', href: addresses.page(id, 'targets') }]),
  ];
  return linksBlock(
    pages.flatMap(page =>
      named.filter(each => each.id === page).map(({ name, href }) => ({ text: name, href })),
    ),
  );
}

/** Links to targets by their ids, as far as the edition has them; `named` changes what they are called. */
export function linksToTargets(layout: Layout, ids: readonly string[], named = (short: string) => short) {
  const held = targetsIn(layout.found.targets).map(({ target }) => target);
  return ids.flatMap(id => {
    const target = held.find(each => each.id === id);
    return target === undefined
      ? []
      : [{ text: `Target: ${named(target.short)}`, href: addresses.target(layout.setting.edition.id, id) }];
  });
}
