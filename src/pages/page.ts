import type { Figure } from '../model/figure.ts';
import type { Written } from '../narrative/sentence.ts';
import type { EditionPrinting } from './printer.ts';
import type { EditionView } from './view.ts';

/** A page of the report: where it is, what draws it, and all that it says. */
export type Page<View = unknown> = {
  /** Its address, site-relative: "2013-14/ks2/". */
  readonly href: string;
  /** The template that draws it, by its name in `templates/pages`. */
  readonly template: string;
  /** The edition that it is of; the latest for a page of the whole site. */
  readonly edition: EditionView;
  /** Everything that the template shows, already text. */
  readonly view: View;
  /** The computed sentences that it prints, as they are printed, and the figures in its words and tables. */
  readonly sentences: readonly Written[];
  readonly figures: readonly Figure[];
  /** What a search calls the part it is in, and how much its words count, 1 for most; null where it repeats others. */
  readonly search: { readonly part: string; readonly weight: number } | null;
};

/** The pages that a template draws, whose view is of the kind that it shows. */
export function drawnBy<View>(pages: readonly Page[], template: string): readonly Page<View>[] {
  return pages.filter(page => page.template === template) as readonly Page<View>[];
}

/** A page of an edition that has been laid out, with what was printed on it. */
export function pageOf<View>(
  { printing, edition }: { readonly printing: EditionPrinting; readonly edition: EditionView },
  template: string,
  href: string,
  view: View,
  part: string | null = null,
  weight = 1,
): Page<View> {
  const search = part === null ? null : { part, weight };
  return { href, template, edition, view, ...printing.printedOn(href), search };
}

/** A page of the whole site, which prints no figure. */
export function sitePage<View>(
  template: string,
  href: string,
  edition: EditionView,
  view: View,
  part: string | null = null,
): Page<View> {
  const search = part === null ? null : { part, weight: 1 };
  return { href, template, edition, view, sentences: [], figures: [], search };
}
