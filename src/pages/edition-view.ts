import { editionTitle } from '../model/edition.ts';
import { unitAfter } from '../model/format.ts';
import { dateLabel, periodLabel } from '../model/time.ts';
import { hubName } from '../plans/hub/undertakings.ts';
import { addresses } from './addresses.ts';
import { figureCell } from './cells.ts';
import type { EditionMaterial } from './material.ts';
import { unlinked } from './printer.ts';
import type { CardView, DocumentsView, EditionView } from './view.ts';

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
    documents: documentsOf(edition.id),
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

const HEADLINES_ON_CARD = 3;

function documentsOf(edition: string): DocumentsView {
  return {
    summary: {
      href: addresses.document(edition, 'summary'),
      name: 'Summary to send out',
      about: 'Four pages: the answers, how we compare, what changed and each chapter in a line.',
    },
    report: {
      href: addresses.document(edition, null),
      name: 'The report to print',
      about:
        'Every chapter on a few pages: what was found, all measures in a table, and the charts that matter most.',
    },
    tables: {
      href: addresses.document(edition, 'tables'),
      name: 'Annex of all tables',
      about: 'Every table of every chapter, to look things up on paper.',
    },
  };
}

/** The card of an edition: its first headlines that have a figure. */
function cardView({ setting, found }: EditionMaterial): CardView {
  const { edition, council } = setting;
  const figures = found.headlines
    .filter(({ level }) => level.figure.amount.kind === 'known')
    .slice(0, HEADLINES_ON_CARD)
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
