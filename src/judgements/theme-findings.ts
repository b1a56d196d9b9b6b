import type { Topic } from '../model/breakdown.ts';
import type { Indicator } from '../model/indicator.ts';
import { slug } from '../model/spelling.ts';
import type { Theme } from '../model/theme.ts';
import { type ProfileFindings, profileFindings } from '../profiles/findings.ts';
import { type EditionTargets, editionTargets } from '../targets/findings.ts';
import { type Findings, findingsOn } from './findings.ts';
import { type Front, frontOf } from './front.ts';
import { type GapFindings, gapFindings } from './gap.ts';
import { type Ground, groundIn } from './ground.ts';
import { type LocalityFindings, localitiesOf } from './localities.ts';
import { type RollUp, rollUp } from './roll-up.ts';
import { nationBeside, neighboursBeside, type Setting } from './setting.ts';

/** The findings on one indicator: for everyone, and for the groups of topics that have no chapter of their own. */
export type IndicatorFindings = {
  readonly indicator: Indicator;
  /** For everyone, or null when only groups have figures. */
  readonly everyone: Findings | null;
  readonly groups: readonly TopicFindings[];
  readonly localities: readonly LocalityFindings[];
};

export type TopicFindings = {
  readonly indicator: Indicator;
  readonly topic: Topic;
  readonly groups: readonly Findings[];
};

/** A topic gathered from all indicators: those about its pupils, the pairs with a gap, and groups that stand alone. */
export type TopicChapter = {
  readonly topic: Topic;
  readonly about: readonly IndicatorFindings[];
  /** The measures about its pupils beside the nation, each in its latest year that can be compared; null where none can. */
  readonly standing: RollUp | null;
  readonly gaps: readonly GapFindings[];
  readonly alone: readonly TopicFindings[];
};

export type ThemeFindings = {
  readonly theme: Theme;
  readonly indicators: readonly IndicatorFindings[];
  readonly profiles: readonly ProfileFindings[];
  readonly topics: readonly TopicChapter[];
  /** The measures beside the nation and beside the neighbours, each in its latest year that can be compared, where two or more can be. */
  readonly standing: readonly RollUp[];
  /** Where the measures that are of no topic of the chapter gained or lost ground on the nation; null where too little can be told. */
  readonly ground: Ground | null;
};

export function themeFindings(setting: Setting): readonly ThemeFindings[] {
  const themes = setting.edition.themes.flatMap(
    id => setting.folder.themes.find(theme => theme.id === id) ?? [],
  );
  const gathered = new Set(themes.flatMap(theme => theme.topics));
  return themes.map(theme => {
    const indicators = setting.folder.indicators
      .filter(({ id, theme: of }) => of === theme.id && !setting.edition['leaves-out'].includes(id))
      .map(indicator =>
        indicatorFindings(setting, indicator, ungathered(setting.folder.topics, indicator, gathered)),
      )
      .filter(
        ({ everyone, groups, localities }) => everyone !== null || groups.length + localities.length > 0,
      );
    const own = indicators.filter(({ indicator }) => !theme.topics.some(topic => topic === indicator.topic));
    return {
      theme,
      indicators,
      ...othersOf(setting, theme, indicators),
      standing: standingOf(setting, theme, indicators),
      ground: groundIn(
        setting,
        `${theme.id}-ground`,
        own.flatMap(({ everyone }) => everyone ?? []),
      ),
    };
  });
}

function othersOf(
  setting: Setting,
  theme: Theme,
  indicators: readonly IndicatorFindings[],
): Pick<ThemeFindings, 'profiles' | 'topics'> {
  return {
    profiles: setting.folder.profiles
      .filter(profile => profile.theme === theme.id)
      .flatMap(
        profile =>
          profileFindings(setting, profile, setting.folder.profileCounts, setting.folder.profiles) ?? [],
      ),
    topics: theme.topics
      .flatMap(id => setting.folder.topics.find(topic => topic.id === id) ?? [])
      .map(topic => topicChapter(setting, topic, setting.folder.indicators, indicators))
      .filter(({ about, gaps, alone }) => about.length + gaps.length + alone.length > 0),
  };
}

function standingOf(
  setting: Setting,
  theme: Theme,
  indicators: readonly IndicatorFindings[],
): readonly RollUp[] {
  const findings = indicators.flatMap(({ everyone }) => everyone ?? []);
  const besides = [nationBeside(setting), neighboursBeside(setting)].filter(beside => beside !== null);
  return besides
    .flatMap(beside => rollUp(setting, theme.id, findings, beside) ?? [])
    .filter(({ better, close, worse }) => better.length + close.length + worse.length > 1);
}

function ungathered(
  topics: readonly Topic[],
  indicator: Indicator,
  gathered: ReadonlySet<string>,
): readonly Topic[] {
  return topics.filter(topic => indicator.breakdowns.includes(topic.id) && !gathered.has(topic.id));
}

function indicatorFindings(
  setting: Setting,
  indicator: Indicator,
  topics: readonly Topic[],
): IndicatorFindings {
  return {
    indicator,
    everyone: findingsOn(setting, indicator),
    groups: topics.flatMap(topic => groupFindings(setting, indicator, topic) ?? []),
    localities: localitiesOf(setting, indicator),
  };
}

function topicChapter(
  setting: Setting,
  topic: Topic,
  indicators: readonly Indicator[],
  ofTheme: readonly IndicatorFindings[],
): TopicChapter {
  const about = ofTheme.filter(({ indicator }) => indicator.topic === topic.id);
  const relevant = indicators.filter(indicator => indicator.breakdowns.includes(topic.id));
  const found = relevant.map(indicator => ({ indicator, gaps: gapFindings(setting, indicator, [topic]) }));
  return {
    topic,
    about,
    standing: topicStanding(setting, topic, about),
    gaps: found.flatMap(({ gaps }) => gaps),
    alone: found.flatMap(({ indicator, gaps }) => outsideGaps(setting, indicator, topic, gaps)),
  };
}

function topicStanding(setting: Setting, topic: Topic, about: readonly IndicatorFindings[]): RollUp | null {
  const findings = about.flatMap(({ everyone }) => everyone ?? []);
  return rollUp(setting, `topic-${slug(topic.id)}`, findings, nationBeside(setting));
}

/** The groups whose latest figure is in no gap: those of no pair, and those whose pair has no figure for the year. */
function outsideGaps(
  setting: Setting,
  indicator: Indicator,
  topic: Topic,
  gaps: readonly GapFindings[],
): readonly TopicFindings[] {
  const isIn = (group: string) => {
    const series = setting.known.series(indicator.id, setting.council.code, { topic: topic.id, group });
    const latest = series.at(-1)?.period;
    return gaps.some(({ pair, now }) => [pair.group, pair.against].includes(group) && now.period === latest);
  };
  // All that is to be said of a group is much: those in a gap are left out before it is worked out.
  const others = { ...topic, groups: topic.groups.filter(({ id }) => !isIn(id)) };
  const found = groupFindings(setting, indicator, others);
  return found === null ? [] : [{ ...found, topic }];
}

function groupFindings(setting: Setting, indicator: Indicator, topic: Topic): TopicFindings | null {
  const groups = topic.groups.flatMap(
    group => findingsOn(setting, indicator, { topic: topic.id, group: group.id }) ?? [],
  );
  return groups.length === 0 ? null : { indicator, topic, groups };
}

export type EditionFindings = {
  readonly setting: Setting;
  readonly themes: readonly ThemeFindings[];
  /** The headline indicators with a figure, in the edition's order. */
  readonly headlines: readonly Findings[];
  readonly missing: readonly Indicator[];
  readonly front: Front;
  /** Null when no plan is in force. */
  readonly targets: EditionTargets | null;
};

export function editionFindings(setting: Setting): EditionFindings {
  const themes = themeFindings(setting);
  const everyone = themes.flatMap(({ indicators }) => indicators.flatMap(found => found.everyone ?? []));
  const headlines = setting.edition.headlines.flatMap(
    id => everyone.find(({ indicator }) => indicator.id === id) ?? [],
  );
  const targets = editionTargets(setting);
  const found = {
    setting,
    themes,
    headlines,
    missing: setting.folder.indicators.filter(
      ({ id }) =>
        setting.edition.headlines.includes(id) && !headlines.some(({ indicator }) => indicator.id === id),
    ),
    targets,
  };
  return { ...found, front: frontOf(found) };
}
