import { movingOn } from '../kit/undertakings.ts';
import type { EditionMaterial } from '../../pages/material.ts';
import type { Part } from '../../pages/parts.ts';
import type { SectionView } from '../../pages/view.ts';
import { undertakingLink, undertakingsIn } from '../kit/undertaking-views.ts';

/** What plans say will be done about the measure of a section; a measure that is only context is not there to be moved. */
export function undertakenIn(
  material: EditionMaterial,
  part: Part,
): Pick<SectionView, 'undertakenHeading' | 'undertakings'> {
  const subject = part.kind === 'profile' ? part.found.profile : part.found.indicator;
  const isContext = 'polarity' in subject && subject.polarity === 'neutral';
  const isOfGroups = part.kind === 'gap' || part.kind === 'groups';
  return {
    undertakenHeading: isContext ? 'What is being done' : 'What is being done to move it',
    undertakings: isOfGroups
      ? []
      : movingOn(undertakingsIn(material), subject.id).map(each => undertakingLink(material, each)),
  };
}
