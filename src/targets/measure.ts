import {
  type Beside,
  nationBeside,
  neighboursBeside,
  regionBeside,
  type Setting,
} from '../judgements/setting.ts';
import { type Breakdown, groupLabel, total } from '../model/breakdown.ts';
import type { Indicator, Unit } from '../model/indicator.ts';
import { allPhases, type Profile, subtotalOf } from '../profiles/schema.ts';
import type { TargetPart } from './schema.ts';

export type TargetMeasure = {
  /** The indicator's or the profile's id. */
  readonly id: string;
  readonly theme: string;
  readonly label: string;
  readonly short: string;
  readonly unit: Unit;
  readonly breakdown: Breakdown;
  /** Null for the share of a profile. */
  readonly indicator: Indicator | null;
  /** Whom the aim sets it beside; null for a number of its own. */
  readonly beside: Beside | null;
  /** The index that it is to grow at least as fast as, where the aim is that. */
  readonly index: Indicator | null;
  /** What its shares are of: "schools", "children". */
  readonly members: string;
};

/** What a part is measured by, or null when it says that nothing can tell. */
export function measureOf(setting: Setting, part: TargetPart): TargetMeasure | null {
  const { folder } = setting;
  const indicator = folder.indicators.find(({ id }) => id === part.indicator);
  const profile = folder.profiles.find(({ id }) => id === part.profile);
  if (indicator !== undefined) return indicatorMeasure(setting, part, indicator);
  return profile === undefined ? null : profileMeasure(part, profile);
}

function indicatorMeasure(setting: Setting, part: TargetPart, indicator: Indicator): TargetMeasure {
  const breakdown =
    part.topic === undefined || part.group === undefined ? total : { topic: part.topic, group: part.group };
  const group = groupLabel(setting.folder.topics, breakdown);
  const who = group === null ? '' : `, ${group.toLowerCase()}`;
  const index = setting.folder.indicators.find(({ id }) => id === part.outpaces) ?? null;
  return {
    id: indicator.id,
    theme: indicator.theme,
    label: `${indicator.label}${who}`,
    short: `${indicator.short}${who}`,
    unit: index === null ? unitOf(part, indicator) : 'percentage-points',
    breakdown,
    indicator,
    beside:
      index === null
        ? part.against === undefined
          ? null
          : besideBy[part.against](setting)
        : indexBeside(index),
    index,
    members: indicator.members ?? (indicator.counted === 'schools' ? 'schools' : 'pupils'),
  };
}

function profileMeasure(part: TargetPart, profile: Profile): TargetMeasure {
  const phase = part.phase ?? allPhases;
  const share = part.grade ?? subtotalOf(profile).label;
  const which = phase === allPhases ? '' : `, ${phase.toLowerCase()} ${profile.unit}`;
  return {
    id: profile.id,
    theme: profile.theme,
    label: `${profile.label}: ${share.toLowerCase()}${which}`,
    short: `${share}${which}`,
    unit: 'percent',
    breakdown: { topic: 'Phase', group: phase },
    indicator: null,
    beside: null,
    index: null,
    members: profile.unit,
  };
}

function unitOf(part: TargetPart, { unit }: Indicator): Unit {
  if (part.against === undefined) return unit;
  // A difference of percentages is in percentage points.
  return unit === 'percent' ? 'percentage-points' : unit;
}

const besideBy = { nation: nationBeside, region: regionBeside, neighbours: neighboursBeside };

/** The index that a figure is to grow at least as fast as, as something it is set beside: its yearly rate. */
function indexBeside(index: Indicator): Beside {
  return {
    comparator: 'nation',
    code: index.id,
    name: index.label,
    phrase: index.subject,
    list: null,
  };
}
