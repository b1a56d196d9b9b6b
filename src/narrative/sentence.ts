import type { Figure } from '../model/figure.ts';

/** A printed figure inside a sentence, and the text it is printed as. */
export type Mention = { readonly figure: Figure; readonly text: string };

/** A sentence being made: runs of words and figures. Every number enters as a mention, so it is in the ledger. */
export type Draft = readonly (string | Mention)[];

/** A finished sentence: its words and the figures among them, for pages to link each figure to its evidence. */
export type Written = {
  readonly id: string;
  readonly runs: Draft;
  /** As printed: an officer's words where they override the sentence. */
  readonly text: string;
  /** The figures it prints, each once. */
  readonly figures: readonly Figure[];
  /** What was computed, why an officer put it otherwise, and in which role. */
  readonly override?: { readonly computed: string; readonly reason: string; readonly by?: string };
};

/** Writes a sentence, or part of one, from words, mentions and other drafts. */
export function say(words: TemplateStringsArray, ...slots: readonly (string | Mention | Draft)[]): Draft {
  return words.flatMap((text, index) => [text, ...draftOf(slots[index])]).filter(run => run !== '');
}

/** A figure as the ledger prints it. */
export function mention(figure: Figure, text: string = figure.text): Mention {
  return { figure, text };
}

/** The words of a draft. */
export function textOf(draft: Draft): string {
  return draft.map(run => (typeof run === 'string' ? run : run.text)).join('');
}

/** Drafts as a list in a sentence: "a, b and c". */
export function listed(drafts: readonly Draft[]): Draft {
  return drafts.flatMap((draft, index) => {
    if (index === 0) return draft;
    return [index === drafts.length - 1 ? ' and ' : ', ', ...draft];
  });
}

/** Drafts with the same words between each two. */
export function joined(drafts: readonly Draft[], between: string): Draft {
  return drafts.flatMap((draft, index) => (index === 0 ? draft : [between, ...draft]));
}

/** The draft with its first letter a capital. */
export function capitalised(draft: Draft): Draft {
  return withFirst(draft, letter => letter.toUpperCase());
}

/** The draft with its first letter small, to follow a colon. */
export function uncapitalised(draft: Draft): Draft {
  return withFirst(draft, letter => letter.toLowerCase());
}

function withFirst([first = '', ...rest]: Draft, change: (letter: string) => string): Draft {
  const changed = (text: string) => change(text.charAt(0)) + text.slice(1);
  return [typeof first === 'string' ? changed(first) : { ...first, text: changed(first.text) }, ...rest];
}

/** The finished sentence, under its stable id. */
export function written(id: string, draft: Draft): Written {
  const figures = draft.flatMap(run => (typeof run === 'string' ? [] : [run.figure]));
  const each = new Map(figures.map(figure => [figure.id, figure]));
  return { id, text: textOf(draft), figures: [...each.values()], runs: draft };
}

function draftOf(slot: string | Mention | Draft | undefined): Draft {
  if (slot === undefined) return [];
  return typeof slot === 'string' || 'figure' in slot ? [slot] : slot;
}
