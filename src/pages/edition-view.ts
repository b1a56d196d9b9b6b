import { editionTitle } from '../model/edition.ts';
import { unitAfter } from '../model/format.ts';
import { dateLabel, periodLabel } from '../model/time.ts';
import { hubName } from '../plans/hub/undertakings.ts';
import { addresses } from './addresses.ts';
import { figureCell } from './cells.ts';
import type { EditionMaterial } from './material.ts';
import { unlinked } from './printer.ts';
import type { CardView, DocumentView, EditionView } from './view.ts';

/** What every page of an edition shares; `latest` is the id of the edition at the root of the site. */
export function editionView(material: EditionMaterial, latest: string): EditionView {
  const { setting, found, plans } = material;
  const { edition } = setting;
  return {
    id: edition.id,
    year: periodLabel(edition.period),
    title: editionTitle(edition),
    latest: edition.id === latest,
    cutOff: dateLabel(edition['cut-off']),
    cutOffDate: edition['cut-off'],
    draft: edition.status === 'draft',
    document: editionDocument(material),
    card: cardView(material),
    themes: found.themes.map(({ theme }) => ({
      id: theme.id,
      label: theme.label,
      href: addresses.theme(edition.id, theme.id),
    })),
    targets: found.targets === null ? null : addresses.page(edition.id, 'targets'),
    hub: found.targets === null && plans.length === 0 ? null : addresses.page(edition.id, 'plans'),
    hubName: hubName(material),
    plans: plans.map(plan => ({ label: plan.name, href: addresses.plan(edition.id, plan.id) })),
  };
}

/** How many headline figures there is room for on a card. */
const ON_CARD = 3;

/** The printed form of a whole edition. */
function editionDocument({ setting: { edition } }: EditionMaterial): DocumentView {
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
function cardView({ setting, found }: EditionMaterial): CardView {
  const { edition, council } = setting;
  const figures = found.headlines
    .filter(({ level }) => level.figure.amount.kind === 'known')
    .slice(0, ON_CARD)
    .map(({ indicator, latest, level }) => {
      const { text, marks } = figureCell(level.figure, unlinked);
      const unit = unitAfter(indicator);
      const when = [periodLabel(latest.period), ...marks.map(({ expansion }) => expansion)].join(', ');
      return { label: indicator.short, value: unit === null ? text : `${text} ${unit}`, when };
    });
  const said = figures.map(({ label, value, when }) => `${label}: ${value} (${when})`);
  return {
    href: addresses.card(edition.id),
    alt: `${[`${council.name}, ${editionTitle(edition)}`, ...said].join('. ')}.`,
    figures,
  };
}
