import { planKinds, planNames } from '../plans/kit/file.ts';
import { addresses } from './addresses.ts';
import type { EditionMaterial } from './material.ts';

/** The evidence of each plan of an edition: the figures it adds to the ledger. */
export function planEvidence({ setting, found }: EditionMaterial) {
  return planKinds.flatMap(kind => {
    const figures = found.plans[kind]?.found.figures ?? [];
    if (figures.length === 0) return [];
    const label = planNames[kind];
    return [
      {
        href: addresses.evidence(setting.edition.id, kind),
        theme: { id: kind, label },
        sections: [{ id: 'figures', heading: label, source: null, figures }],
      },
    ];
  });
}
