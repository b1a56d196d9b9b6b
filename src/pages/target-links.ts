import type { TargetMeasure } from '../judgements/target-measure.ts';
import type { PartFindings } from '../judgements/target-parts.ts';
import { type Breakdown, isTotal, type Topic, total } from '../model/breakdown.ts';
import { periodLabel } from '../model/time.ts';
import { textOf } from '../narrative/sentence.ts';
import { aimDraft } from '../narrative/target-levels.ts';
import { addresses } from './addresses.ts';
import type { EditionMaterial } from './material.ts';
import type { Part } from './parts.ts';
import { statusView } from './status-views.ts';
import type { TargetLink } from './view.ts';

/** The targets of what a section is about: "Target: at least 70% by 2016/17" and where it stands. */
export function targetLinks(material: EditionMaterial, part: Part): readonly TargetLink[] {
  const { found, setting } = material;
  if (found.targets === null) return [];
  return found.targets.plans.flatMap(({ targets }) =>
    targets.flatMap(({ target, parts }) =>
      parts
        .filter(({ measure }) => measure !== null && isAbout(part, measure))
        .map(each => ({
          text: linkText(material, each),
          href: `${addresses.page(setting.edition.id, 'targets')}#${target.id}`,
          status: statusView(each.status),
        })),
    ),
  );
}

/** True of a target whose pupils a section is about: everyone's stands in no section of groups, nor a group's in another's. */
function isAbout(part: Part, { id, breakdown }: Pick<TargetMeasure, 'id' | 'breakdown'>): boolean {
  switch (part.kind) {
    case 'profile':
      return part.found.profile.id === id;
    case 'indicator': {
      const { indicator, everyone, groups } = part.found;
      if (indicator.id !== id) return false;
      return isTotal(breakdown)
        ? everyone !== null
        : groups.some(({ topic }) => topic.id === breakdown.topic);
    }
    case 'groups':
      return part.found.indicator.id === id && part.found.topic.id === breakdown.topic;
    case 'gap': {
      const { indicator, topic, pair } = part.found;
      const isOfPair = breakdown.group === pair.group || breakdown.group === pair.against;
      return indicator.id === id && topic.id === breakdown.topic && isOfPair;
    }
  }
}

function linkText({ folder }: EditionMaterial, found: PartFindings): string {
  const { part, measure } = found;
  const aim = textOf(aimDraft(found));
  const by = part.aim === undefined ? '' : ` by ${periodLabel(part.aim.period)}`;
  const what =
    measure?.indicator === null ? measure.short : groupLabel(folder.topics, measure?.breakdown ?? total);
  return `Target: ${what === null ? '' : `${what.toLowerCase()}, `}${aim}${by}`;
}

function groupLabel(topics: readonly Topic[], { topic, group }: Breakdown): string | null {
  const groups = topics.find(({ id }) => id === topic)?.groups ?? [];
  return groups.find(({ id }) => id === group)?.label ?? null;
}
