import type { StatusView } from './status-views.ts';
import type { ChartView, DownloadView, SentenceView, TextRun } from './view.ts';

export type BlockCell = { readonly runs: readonly TextRun[]; readonly status: StatusView | null };

/** A table on a page of plans: row headers first, no merged and no empty cells. */
export type BlockTable = {
  readonly kind: 'table';
  readonly id: string;
  readonly number: number;
  readonly caption: string;
  readonly columns: readonly { readonly text: string; readonly numeric: boolean }[];
  readonly rows: readonly {
    /** An anchor, where other pages lead to the row. */
    readonly id?: string;
    readonly header: readonly TextRun[];
    readonly cells: readonly BlockCell[];
  }[];
  /** The same as CSV; `planPages` adds it. */
  readonly download: DownloadView | null;
};

/** A part of a tree, such as a board and the groups beneath it. */
export type TreeItem = {
  /** What it is, as "Board": its box differs by `look` too, but says nothing that this does not. */
  readonly label?: string;
  readonly look?: 'strong' | 'plain' | 'broken';
  readonly heading: readonly TextRun[];
  readonly about: readonly TextRun[];
  readonly items: readonly TreeItem[];
};

/** Width and height in pixels. */
export type PictureView = {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alternative: string;
};

export type Quotation = {
  readonly kind: 'quotation';
  readonly paragraphs: readonly (readonly TextRun[])[];
  readonly by: string;
  readonly picture: PictureView | null;
};

/** What the pages of plans are made of, drawn by one template: `templates/components/blocks.njk`. */
export type Block =
  | { readonly kind: 'words'; readonly runs: readonly TextRun[] }
  /** Computed sentences that are read together. */
  | { readonly kind: 'sentences'; readonly sentences: readonly SentenceView[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly TextRun[])[] }
  | {
      readonly kind: 'facts';
      readonly items: readonly {
        readonly name: string;
        readonly runs: readonly TextRun[];
        readonly list?: readonly (readonly TextRun[])[];
      }[];
    }
  | BlockTable
  | {
      readonly kind: 'tally';
      readonly items: readonly { readonly status: StatusView; readonly runs: readonly TextRun[] }[];
    }
  | Quotation
  | { readonly kind: 'tree'; readonly items: readonly TreeItem[] }
  | { readonly kind: 'links'; readonly items: readonly { readonly text: string; readonly href: string }[] }
  | { readonly kind: 'chart'; readonly chart: ChartView }
  | { readonly kind: 'note'; readonly runs: readonly TextRun[] }
  /** A heading of its own within a section, perhaps with a status (and that of the year before). */
  | {
      readonly kind: 'entry';
      readonly id: string;
      readonly heading: string;
      readonly status: StatusView | null;
      /** "last year amber", "first rated this year". */
      readonly standing: string | null;
      readonly blocks: readonly Block[];
    };

type Entry = Extract<Block, { kind: 'entry' }>;

/** A part of a page of plans, listed under "On this page" with the entries in it. */
export type PlanSection = {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** True of one that only leads to other pages, and is left out on paper. */
  readonly isForScreens?: true;
};

/** The pictures of blocks, those within entries too. */
export function picturesIn(blocks: readonly Block[]): readonly PictureView[] {
  return blocks.flatMap(block => {
    if (block.kind === 'entry') return picturesIn(block.blocks);
    return block.kind === 'quotation' && block.picture !== null ? [block.picture] : [];
  });
}

export function plainRun(text: string): TextRun {
  return { text, figure: null, href: null };
}

export function linkRun(text: string, href: string): TextRun {
  return { text, figure: null, href };
}

export function plainRuns(text: string): readonly TextRun[] {
  return [plainRun(text)];
}

/** Links within a line of words, with ";" between them. */
export function linkRuns(
  links: readonly { readonly text: string; readonly href: string }[],
): readonly TextRun[] {
  return links.flatMap(({ text, href }, at) => [...(at === 0 ? [] : [plainRun('; ')]), linkRun(text, href)]);
}

export function cellOf(runs: readonly TextRun[]): BlockCell {
  return { runs, status: null };
}

export function plainCell(text: string): BlockCell {
  return cellOf(plainRuns(text));
}

export function statusCell(status: StatusView): BlockCell {
  return { runs: [], status };
}

export function paragraph(text: string): Block {
  return { kind: 'words', runs: plainRuns(text) };
}

/** Nothing where the list is empty. */
export function listBlock(
  items: readonly (readonly TextRun[])[],
  ordered: boolean = false,
): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', ordered, items }];
}

export function linksBlock(items: Extract<Block, { kind: 'links' }>['items']): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'links', items }];
}

export function entryBlock(entry: Partial<Entry> & Pick<Entry, 'id' | 'heading' | 'blocks'>): Block {
  return { kind: 'entry', status: null, standing: null, ...entry };
}

/** "Not stated.", and why, where a reason is given. */
export function notStated(reason: string | null | undefined, what = 'Not stated.'): string {
  return `${what} ${reason ?? ''}`.trim();
}
