import { editionTitle } from '../model/edition.ts';
import { dateLabel, periodLabel } from '../model/time.ts';
import { hubName } from '../plans/hub/undertakings.ts';
import { addresses } from './addresses.ts';
import { cardView, editionDocument } from './documents.ts';
import type { EditionMaterial } from './material.ts';
import type { EditionView } from './view.ts';

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
