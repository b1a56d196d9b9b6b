import type { Findings } from '../judgements/findings.ts';
import type { GapFindings } from '../judgements/gap.ts';
import type { ProfileFindings } from '../judgements/profile.ts';
import type { Setting } from '../judgements/setting.ts';
import type { IndicatorFindings, TopicFindings } from '../judgements/theme-findings.ts';
import type { Period } from '../model/period.ts';
import { cautionSentences, equivalentSentence, shortfallSentence } from './cohort-phrases.ts';
import { comparisonSentences } from './comparison-phrases.ts';
import { gapElsewhere, gapMovement, gapSentence, gapTitle, groupSentence } from './gap-phrases.ts';
import { changeSentence, findingTitle, levelSentence } from './phrases.ts';
import { phasesSentence, profileElsewhere, profileSentence, profileTitle } from './profile-phrases.ts';
import { rankSentence, rankTitle } from './rank-phrases.ts';
import { type Draft, type Written, written } from './sentence.ts';
import { nationSentence, trendSentences } from './trend-phrases.ts';

/** The sentences of a section, and the finding that titles its chart. */
export type SectionSentences = {
  readonly sentences: readonly Written[];
  readonly title: Written;
  /** The place among all authorities, one of the sentences, and the finding that titles the strip of them. */
  readonly rank: { readonly sentence: Written; readonly title: Written } | null;
};

/** Level, change and comparisons for everyone, then a line for each group. */
export function indicatorSentences(id: string, found: IndicatorFindings, edition: Period): SectionSentences {
  const { everyone, groups, indicator } = found;
  const drafts = [
    ...(everyone === null ? [] : everyoneSentences(everyone, edition)),
    ...groups.flatMap(topic => topic.groups.map(group => groupSentence(group, topic.topic))),
  ];
  const said = finished(id, drafts, everyone === null ? [indicator.short] : findingTitle(everyone));
  return { ...said, rank: everyone === null ? null : rankOf(id, everyone, said.sentences) };
}

/** A line for each group of a topic. */
export function groupsSentences(id: string, { indicator, topic, groups }: TopicFindings): SectionSentences {
  return finished(
    id,
    groups.map(group => groupSentence(group, topic)),
    [indicator.short],
  );
}

/** The gap, how it moved, and the same gap elsewhere. */
export function gapSentences(id: string, found: GapFindings, { edition, nation }: Setting): SectionSentences {
  return finished(
    id,
    [gapSentence(found, edition.period), ...gapMovement(found), gapElsewhere(found, nation)],
    gapTitle(found),
  );
}

/** The subtotal, each phase, and the same elsewhere. */
export function profileSentences(id: string, found: ProfileFindings): SectionSentences {
  return finished(
    id,
    [profileSentence(found), phasesSentence(found), profileElsewhere(found)],
    profileTitle(found),
  );
}

function rankOf(id: string, findings: Findings, sentences: readonly Written[]): SectionSentences['rank'] {
  const { rank, indicator } = findings;
  if (rank?.outcome !== 'ranked') return null;
  const sentence = sentences.find(({ figures }) => figures.includes(rank.figure.id));
  const title = written(`${id}.rank-title`, rankTitle(indicator, rank));
  return sentence === undefined ? null : { sentence, title };
}

function everyoneSentences(findings: Findings, edition: Period): readonly (Draft | null)[] {
  if (findings.level.value.kind === 'absent') return [levelSentence(findings, edition)];
  return [
    levelSentence(findings, edition),
    changeSentence(findings),
    nationSentence(findings),
    equivalentSentence(findings),
    ...cautionSentences(findings),
    ...trendSentences(findings),
    ...comparisonSentences(findings),
    shortfallSentence(findings),
    rankSentence(findings),
  ];
}

function finished(id: string, drafts: readonly (Draft | null)[], title: Draft): SectionSentences {
  const said = drafts.filter(draft => draft !== null);
  return {
    sentences: said.map((draft, index) => written(`${id}.${index + 1}`, draft)),
    title: written(`${id}.title`, title),
    rank: null,
  };
}
