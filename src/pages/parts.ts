import { isRecent } from '../judgements/comparability.ts';
import type { Level } from '../judgements/figures.ts';
import type { Findings } from '../judgements/findings.ts';
import type { GapFindings } from '../judgements/gap.ts';
import type { Rank } from '../judgements/rank.ts';
import { type Refused, refusalsIn } from '../judgements/refusals.ts';
import type { Setting } from '../judgements/setting.ts';
import type {
  IndicatorFindings,
  ThemeFindings,
  TopicChapter,
  TopicFindings,
} from '../judgements/theme-findings.ts';
import { gapWeight, leastWeight, measureWeight, perYearOf } from '../judgements/weight.ts';
import type { Topic } from '../model/breakdown.ts';
import type { Indicator } from '../model/indicator.ts';
import { slug } from '../model/spelling.ts';
import type { Period } from '../model/time.ts';
import { labelOf } from '../narrative/gap-phrases.ts';
import { fitting, textOf } from '../narrative/sentence.ts';
import type { ProfileFindings } from '../profiles/findings.ts';
import type { Profile } from '../profiles/schema.ts';

/** One section of a theme page, before it is laid out. */
export type Part = { readonly id: string; readonly heading: string } & (
  | { readonly kind: 'indicator'; readonly found: IndicatorFindings }
  | { readonly kind: 'groups'; readonly found: TopicFindings }
  | { readonly kind: 'gap'; readonly found: GapFindings }
  | { readonly kind: 'profile'; readonly found: ProfileFindings }
);

/** The findings that a section is of: of everyone, then of groups; none of a gap or a profile. */
export function findingsIn(part: Part): readonly Findings[] {
  if (part.kind === 'groups') return part.found.groups;
  if (part.kind !== 'indicator') return [];
  const { everyone, groups } = part.found;
  return [...(everyone === null ? [] : [everyone]), ...groups.flatMap(each => each.groups)];
}

export function measureIn(part: Part): Indicator | Profile {
  return part.kind === 'profile' ? part.found.profile : part.found.indicator;
}

export type Ranked = { readonly findings: Findings; readonly rank: Rank };

/** Sections of the pupils of a topic, or the theme's own. */
export type PartGroup = {
  readonly id: string;
  readonly about: string | null;
  /** The topic whose pupils the sections are about; null for the theme's own. */
  readonly chapter: TopicChapter | null;
  readonly parts: readonly Part[];
};

/** The sections of a theme in order: profiles, its own indicators, then each gathered topic. */
export function partsOf(found: ThemeFindings): readonly PartGroup[] {
  const gathered = new Set(found.topics.flatMap(({ about }) => about));
  const own: readonly Part[] = [
    ...found.profiles.map(profile => ({
      kind: 'profile' as const,
      id: profile.profile.id,
      heading: profile.profile.label,
      found: profile,
    })),
    ...found.indicators.filter(indicator => !gathered.has(indicator)).map(indicatorPart),
  ];
  const topics = found.topics.map(chapter => {
    const { topic, about, gaps, alone } = chapter;
    return {
      id: topicId(topic),
      about: topic.about,
      chapter,
      parts: [...about.map(indicatorPart), ...gaps.map(gapPart), ...alone.map(groupsPart)],
    };
  });
  return [...topics, ...(own.length > 0 ? [{ id: 'measures', about: null, chapter: null, parts: own }] : [])];
}

/** As many measures as lead their page: a third of those that it has, no more than three, and two of very many; one at least, and beyond it what weighs enough. */
const [mostLeads, fewLeads, veryMany] = [3, 2, 12];

/** The sections of a page, those that weigh most first: how many these are, then all others in their order. */
export function byWeight(
  setting: Setting,
  parts: readonly Part[],
): { readonly leads: number; readonly parts: readonly Part[] } {
  const weighed = parts.map(part => ({ part, weight: weightOf(setting, part) }));
  const most = parts.length > veryMany ? fewLeads : Math.min(mostLeads, Math.ceil(parts.length / 3));
  const leads = weighed
    .toSorted((a, b) => b.weight - a.weight)
    .filter(({ weight }, place) => place === 0 || (place < most && weight >= leastWeight))
    .map(({ part }) => part);
  return { leads: leads.length, parts: [...leads, ...parts.filter(part => !leads.includes(part))] };
}

function weightOf(setting: Setting, part: Part): number {
  const latest = latestYearOf(part);
  if (latest === null || !isRecent(latest, setting.edition.period)) return 0;
  const weigh = (findings: Findings) => perYearOf(latest, setting) * measureWeight(setting, findings);
  switch (part.kind) {
    case 'indicator':
      return part.found.everyone === null ? 0 : weigh(part.found.everyone);
    case 'gap':
      return gapWeight(setting, part.found).score;
    case 'groups':
      return Math.max(...part.found.groups.map(weigh));
    case 'profile':
      return 0;
  }
}

export function rankedIn(part: Part): readonly Ranked[] {
  if (part.kind !== 'indicator' || part.found.everyone === null) return [];
  const findings = part.found.everyone;
  return findings.rank?.outcome === 'ranked' ? [{ findings, rank: findings.rank }] : [];
}

/** The latest year that a section has a figure of the council for, of everyone where it has one; null of a profile, which has days. */
function latestYearOf(part: Part): Period | null {
  if (part.kind === 'gap') return part.found.now.period;
  const everyone = part.kind === 'indicator' ? part.found.everyone : null;
  const years = (everyone === null ? findingsIn(part) : [everyone]).map(({ latest }) => latest.period);
  return years.toSorted().at(-1) ?? null;
}

export function refusedIn(part: Part): readonly Refused[] {
  const none = { indicators: [], profiles: [], topics: [] };
  switch (part.kind) {
    case 'indicator':
      return refusalsIn({ ...none, indicators: [part.found] });
    case 'groups':
      return refusalsIn({ ...none, topics: [{ alone: [part.found], gaps: [] }] });
    case 'gap':
      return refusalsIn({ ...none, topics: [{ alone: [], gaps: [part.found] }] });
    case 'profile':
      return refusalsIn({ ...none, profiles: [part.found] });
  }
}

/** The levels that a section prints, the council's and those beside it, for their notes. */
export function levelsOf(part: Part): readonly Level[] {
  const of = ({ level, years, comparisons }: Findings) => [
    level,
    ...years.flatMap(year => [year.level, ...year.beside.values()].filter(held => held !== null)),
    ...comparisons.held.map(comparison => comparison.level),
  ];
  if (part.kind === 'gap') {
    const { years, elsewhere } = part.found;
    return [...years.toReversed(), ...elsewhere].flatMap(gap => [gap.group, gap.against]);
  }
  const localities = part.kind === 'indicator' ? part.found.localities : [];
  return [
    ...findingsIn(part).flatMap(of),
    ...localities.flatMap(({ rows }) => rows.flatMap(({ level }) => level ?? [])),
  ];
}

/** The short name of what a section is about; with the group, where a topic has several pairs of groups. */
export function shortOf(part: Part): string {
  switch (part.kind) {
    case 'profile':
      return part.heading;
    case 'indicator':
    case 'groups':
      return part.found.indicator.short;
    case 'gap': {
      const { indicator, topic, pair } = part.found;
      return topic.gaps.length === 1 ? indicator.short : `${indicator.short}: ${labelOf(topic, pair.group)}`;
    }
  }
}

export function topicId(topic: Topic): string {
  return `topic-${slug(topic.id)}`;
}

export function gapPartId({ indicator, topic, pair }: GapFindings): string {
  return `${indicator.id}-${slug(topic.id)}-${slug(pair.group)}`;
}

function indicatorPart(found: IndicatorFindings): Part {
  const { id, label } = found.indicator;
  return { kind: 'indicator', id, heading: label, found };
}

/** A gap under the name of its measure and both groups, or the one alone where that would be long. */
function gapPart(found: GapFindings): Part {
  const { indicator, topic, pair } = found;
  const one = `${indicator.short}: ${labelOf(topic, pair.group)}`;
  const both = `${one} and ${labelOf(topic, pair.against)}`;
  return {
    kind: 'gap',
    id: gapPartId(found),
    heading: textOf(fitting([both], [one])),
    found,
  };
}

function groupsPart(found: TopicFindings): Part {
  return {
    kind: 'groups',
    id: `${found.indicator.id}-${slug(found.topic.id)}`,
    heading: `${found.indicator.label}: ${found.topic.label.toLowerCase()}`,
    found,
  };
}
