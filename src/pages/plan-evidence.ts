import { addresses } from './addresses.ts';
import type { EditionMaterial } from './material.ts';

/** The evidence of each plan of an edition: the figures it adds to the ledger. */
export function planEvidence({ setting, plans }: EditionMaterial) {
  return plans.flatMap(({ id, name, figures }) =>
    figures.length === 0
      ? []
      : [
          {
            href: addresses.evidence(setting.edition.id, id),
            theme: { id, label: name },
            sections: [{ id: 'figures', heading: name, source: null, figures }],
          },
        ],
  );
}
