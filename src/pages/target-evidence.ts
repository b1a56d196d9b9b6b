import { partFigures } from '../judgements/target-parts.ts';
import { addresses } from './addresses.ts';
import type { EvidenceSection } from './evidence-page.ts';
import type { EditionMaterial } from './material.ts';

/** The evidence of an edition's targets, a section a target; null where no plan is in force. */
export function targetEvidence({ setting, found }: EditionMaterial) {
  const { targets } = found;
  if (targets === null) return null;
  const counted: EvidenceSection = {
    id: 'counts',
    heading: 'Targets by status',
    source: null,
    figures: [...targets.counts.map(({ figure }) => figure), targets.all],
  };
  const sections = targets.plans.flatMap(({ source, targets }) =>
    targets.map(({ target, parts, figure }) => ({
      id: target.id,
      heading: target.short,
      source,
      figures: [...parts.flatMap(partFigures), figure],
    })),
  );
  return {
    href: addresses.evidence(setting.edition.id, 'targets'),
    theme: { id: 'targets', label: 'Targets' },
    sections: [...sections, counted],
  };
}
