import { editionTitle } from '../model/edition.ts';
import { periodLabel } from '../model/time.ts';
import { addresses } from './addresses.ts';
import { figureCell } from './cells.ts';
import type { EditionMaterial } from './material.ts';
import { unlinked } from './printer.ts';
import type { CardView, DocumentView } from './view.ts';

/** How many headline figures there is room for on a card. */
const ON_CARD = 3;

/** The printed form of a whole edition. */
export function editionDocument({ setting: { edition } }: EditionMaterial): DocumentView {
  return {
    href: addresses.document(edition.id, null),
    name: editionTitle(edition),
    date: edition['cut-off'],
  };
}

/** The printed form of a chapter. */
export function themeDocument(
  { setting: { edition } }: EditionMaterial,
  theme: { readonly id: string; readonly label: string },
): DocumentView {
  return {
    href: addresses.document(edition.id, theme.id),
    name: `${theme.label}, ${periodLabel(edition.period)}`,
    date: edition['cut-off'],
  };
}

/** The card of an edition: its first headlines that have a figure. */
export function cardView({ setting, home }: EditionMaterial): CardView {
  const { edition, council } = setting;
  const figures = home.tiles
    .filter(({ findings }) => findings.level.figure.amount.kind === 'known')
    .slice(0, ON_CARD)
    .map(({ findings: { indicator, latest, level } }) => {
      const { text, marks } = figureCell(level.figure, unlinked);
      const unit = indicator.unit === 'percentage-points' ? ' percentage points' : '';
      const when = [periodLabel(latest.period), ...marks.map(({ expansion }) => expansion)].join(', ');
      return { label: indicator.short, value: `${text}${unit}`, when };
    });
  const said = figures.map(({ label, value, when }) => `${label}: ${value} (${when})`);
  return {
    href: addresses.card(edition.id),
    alt: `${[`${council.name}, ${editionTitle(edition)}`, ...said].join('. ')}.`,
    figures,
  };
}
