import type { Figure } from '../model/figure.ts';
import type { Source } from '../model/source.ts';
import type { Written } from '../narrative/sentence.ts';

/** A page that says where the numbers of a measure, or the like, come from. */
export type EvidencePlace = {
  /** The page that lists it with others, site-relative: its own address goes on with its id. */
  readonly href: string;
  readonly id: string;
  readonly heading: string;
  /** Null where the figures are worked out of others. */
  readonly source: Pick<Source, 'title' | 'url'> | null;
  /** Where the figures of groups of pupils are, if not among those of everyone. */
  readonly ofGroups?: EvidencePlace | null;
};

export function evidenceAddress({ href, id }: Pick<EvidencePlace, 'href' | 'id'>): string {
  return `${href}${id}/`;
}

export type Printer = {
  /** The address of a figure's evidence, which is at the place that printed it first. */
  readonly link: (figure: Figure) => string;
  /** A computed sentence, or what officers have put in its place. */
  readonly sentence: (computed: Written) => Written;
};

export type PlacedFigures = { readonly place: EvidencePlace; readonly figures: readonly Figure[] };

/** Prints what leads nowhere: on a picture, or in words about figures that are not this edition's. */
export const unlinked: Printer = { link: () => '', sentence: computed => computed };

/** The printing of an edition: its ledger fills as its pages are laid out. */
export type EditionPrinting = {
  /** The printer of a page; without a place it prints only figures whose evidence is elsewhere. */
  readonly on: (page: string, place?: EvidencePlace) => Printer;
  /** Notes figures whose evidence is an anchor of a page's own: a list of every authority. */
  readonly list: (href: string, figures: readonly Figure[]) => void;
  /** Every figure that was printed at a place, with all it rests on, those whose evidence is elsewhere too. */
  readonly printedAt: (place: EvidencePlace) => readonly Figure[];
  /** The pages of evidence that a page lists, in the order they were printed. */
  readonly evidence: (href: string) => readonly PlacedFigures[];
  /** Every figure that was printed, with all it rests on, what it rests on first. */
  readonly figures: () => readonly Figure[];
  /** True of a computed sentence that was printed, or what officers put in its place. */
  readonly said: (computed: Written) => boolean;
};

/** Begins the printing of an edition; `instead` holds what officers put in the place of computed sentences, by id. */
export function startPrinting(instead: ReadonlyMap<string, Written>): EditionPrinting {
  const hrefs = new Map<string, string>();
  const all = new Map<string, Figure>();
  const places = new Map<string, { place: EvidencePlace; own: Figure[]; printed: Map<string, Figure> }>();

  const said = new Set<string>();
  const heldAt = (place: EvidencePlace) => {
    const key = `${place.href}#${place.id}`;
    const held = places.get(key) ?? { place, own: [], printed: new Map<string, Figure>() };
    places.set(key, held);
    return held;
  };
  const enter = (figure: Figure, place: EvidencePlace) => {
    const { printed } = heldAt(place);
    if (printed.has(figure.id)) return;
    for (const input of figure.inputs) enter(input, place);
    printed.set(figure.id, figure);
    all.set(figure.id, figure);
    if (hrefs.has(figure.id)) return;
    const page = figure.breakdown.topic === 'Total' ? place : (place.ofGroups ?? place);
    hrefs.set(figure.id, `${evidenceAddress(page)}#${figure.id}`);
    heldAt(page).own.push(figure);
  };
  return {
    on: (page, place) => ({
      link: figure => {
        if (place !== undefined) enter(figure, place);
        const href = hrefs.get(figure.id);
        if (href === undefined)
          throw new Error(`invalid figure: ${figure.id} is printed on ${page} but on no evidence page`);
        return href;
      },
      sentence: computed => {
        said.add(computed.id);
        return instead.get(computed.id) ?? computed;
      },
    }),
    list: (href, figures) => {
      for (const figure of figures) {
        all.set(figure.id, figure);
        if (!hrefs.has(figure.id)) hrefs.set(figure.id, `${href}#${figure.id}`);
      }
    },
    printedAt: place => [...heldAt(place).printed.values()],
    evidence: href =>
      [...places.values()]
        .filter(({ place, own }) => place.href === href && own.length > 0)
        .map(({ place, own }) => ({ place, figures: own })),
    figures: () => [...all.values()],
    said: ({ id }) => said.has(id),
  };
}
