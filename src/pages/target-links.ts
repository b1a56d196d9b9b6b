import type { PartFindings } from '../judgements/target-parts.ts';
import { periodLabel } from '../model/period.ts';
import { textOf } from '../narrative/sentence.ts';
import { aimDraft } from '../narrative/target-levels.ts';
import { addresses } from './addresses.ts';
import type { EditionMaterial } from './material.ts';
import type { Part } from './parts.ts';
import { statusView } from './status-views.ts';
import type { TargetLink } from './view.ts';

/** The targets of a section's measure: "Target: at least 70% by 2016/17" and where it stands. */
export function targetLinks({ found, setting }: EditionMaterial, part: Part): readonly TargetLink[] {
  const subject = part.kind === 'profile' ? part.found.profile.id : part.found.indicator.id;
  if (found.targets === null || part.kind === 'gap') return [];
  return found.targets.plans.flatMap(({ targets }) =>
    targets.flatMap(({ target, parts }) =>
      parts
        .filter(({ measure }) => measure?.id === subject)
        .map(each => ({
          text: linkText(each),
          href: `${addresses.page(setting.edition.id, 'targets')}#${target.id}`,
          status: statusView(each.status),
        })),
    ),
  );
}

function linkText(found: PartFindings): string {
  const { part, measure } = found;
  const aim = textOf(aimDraft(found));
  const by = part.aim === undefined ? '' : ` by ${periodLabel(part.aim.period)}`;
  const what = measure?.indicator === null ? `${measure.short.toLowerCase()}, ` : '';
  return `Target: ${what}${aim}${by}`;
}
