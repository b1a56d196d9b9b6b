import { pauseIn } from '../judgements/comparability.ts';
import type { Findings } from '../judgements/findings.ts';
import type { GapFindings } from '../judgements/gap.ts';
import { type Setting, withComparator } from '../judgements/setting.ts';
import type { IndicatorFindings, TopicFindings } from '../judgements/theme-findings.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Period, periodLabel } from '../model/time.ts';
import type { ProfileFindings } from '../profiles/findings.ts';
import { profileParagraphs, profileTitle } from '../profiles/words.ts';
import { comparisonSentences, dueSentence } from './comparison-phrases.ts';
import { gapElsewhere, gapMovement, gapSentence, gapTitle, groupSentence } from './gap-phrases.ts';
import { type LocalitySaid, localitySentences } from './locality-phrases.ts';
import { changeSentence, findingTitle, levelSentence } from './phrases.ts';
import { rankSentence, rankTitle } from './rank-phrases.ts';
import {
  type Draft,
  mention,
  numberedSentences,
  possessive,
  say,
  type Written,
  written,
} from './sentence.ts';
import { paceSentence, trendSentences } from './trend-phrases.ts';

export type SectionSentences = {
  readonly sentences: readonly Written[];
  /** How many of the sentences each paragraph holds, in order. */
  readonly paragraphs: readonly number[];
  readonly title: Written;
  /** The place among all authorities, one of the sentences, and the finding that titles the strip of them. */
  readonly rank: { readonly sentence: Written; readonly title: Written } | null;
  /** On the areas within the council, each kind by itself, in the order of the findings. */
  readonly localities: readonly LocalitySaid[];
};

export function indicatorSentences(
  id: string,
  found: IndicatorFindings,
  edition: Period,
  council = '',
): SectionSentences {
  const { everyone, groups, indicator, localities } = found;
  const paragraphs = [
    ...(everyone === null ? [] : everyoneSentences(everyone, edition)),
    ...groups.flatMap(topic => topic.groups.map(group => [groupSentence(group, topic.topic)])),
  ];
  const said = finished(id, paragraphs, everyone === null ? [indicator.short] : findingTitle(everyone));
  return {
    ...said,
    rank: everyone === null ? null : rankOf(id, everyone, said.sentences),
    localities: localities.map(each => localitySentences(id, each, council)),
  };
}

export function groupsSentences(id: string, { indicator, topic, groups }: TopicFindings): SectionSentences {
  return finished(
    id,
    groups.map(group => [groupSentence(group, topic)]),
    [indicator.short],
  );
}

export function gapSentences(id: string, found: GapFindings, { edition, nation }: Setting): SectionSentences {
  return finished(
    id,
    [[gapSentence(found, edition.period), ...gapMovement(found)], [gapElsewhere(found, nation)]],
    gapTitle(found),
  );
}

export function profileSentences(id: string, found: ProfileFindings): SectionSentences {
  return finished(id, profileParagraphs(found), profileTitle(found));
}

/** What took the place of a measure that has ended, and how the two are related (P32). */
function successorSentence({ end, successor }: Indicator, edition: Period): Draft | null {
  if (end === undefined || end > edition || successor === undefined) return null;
  return say`This measure ended in ${periodLabel(end)}. ${successor.note}`;
}

/** Why the edition's own year has no figure, where the measure was not made in it. */
function pausedSentence({ indicator, latest }: Findings, edition: Period): Draft | null {
  const pause = latest.period === edition ? null : pauseIn(indicator, edition);
  return pause === null ? null : [pause.because];
}

function rankOf(id: string, findings: Findings, sentences: readonly Written[]): SectionSentences['rank'] {
  const { rank, indicator } = findings;
  if (rank?.outcome !== 'ranked') return null;
  const sentence = sentences.find(({ figures }) => figures.includes(rank.figure));
  const title = written(`${id}.rank-title`, rankTitle(indicator, rank));
  return sentence === undefined ? null : { sentence, title };
}

/** A paragraph on the level and its change, one on the years before, and one on how it stands beside others. */
function everyoneSentences(findings: Findings, edition: Period): readonly Paragraph[] {
  const { level, pending, indicator } = findings;
  const promised = pending.filter(({ area }) => area === undefined).map(each => dueSentence(each, null));
  if (level.value.kind === 'absent') return [[levelSentence(findings, edition), ...promised]];
  return [
    [
      levelSentence(findings, edition),
      changeSentence(findings),
      paceSentence(findings),
      equivalentSentence(findings),
      ...cautionSentences(findings),
      pausedSentence(findings, edition),
    ],
    trendSentences(findings),
    [...promised, successorSentence(indicator, edition)],
    [...comparisonSentences(findings), shortfallSentence(findings), rankSentence(findings)],
  ];
}

/** Sentences that are read together; null where one may not be said. */
type Paragraph = readonly (Draft | null)[];

function finished(id: string, paragraphs: readonly Paragraph[], title: Draft): SectionSentences {
  const said = paragraphs.map(drafts => drafts.filter(draft => draft !== null));
  return {
    paragraphs: said.map(({ length }) => length).filter(length => length > 0),
    sentences: numberedSentences(id, said.flat()),
    title: written(`${id}.title`, title),
    rank: null,
    localities: [],
  };
}

/** How much one of a small group is worth (R08), and that a change may be chance (R07). */
export function cautionSentences({ cohort, change, indicator }: Findings): readonly Draft[] {
  if (cohort === null) return [];
  const who = members(indicator);
  const moved = change.outcome === 'rose' || change.outcome === 'fell';
  const group = say`${mention(cohort.base)} ${who}`;
  return [
    ...(cohort.one === null ? [] : [say`There are ${group} in the group, so one is ${mention(cohort.one)}.`]),
    ...(moved && change.byChance === true
      ? [say`A change of this size can occur by chance in a group of ${group}.`]
      : []),
  ];
}

/** About how many pupils a change stands for (P21), where it is more than chance. */
export function equivalentSentence({ cohort, change, indicator }: Findings): Draft | null {
  if (cohort === null || cohort.change === null || change.byChance !== false) return null;
  if (change.outcome !== 'rose' && change.outcome !== 'fell') return null;
  const more = change.outcome === 'rose' ? 'more' : 'fewer';
  const all = say`${mention(cohort.base)} ${members(indicator)}`;
  return say`Of ${all}, that is ${mention(cohort.change)} ${more} than at the earlier rate.`;
}

/** About how many pupils the distance below the nation stands for (P21). */
export function shortfallSentence({ shortfall, comparisons, indicator }: Findings): Draft | null {
  const nation = withComparator(comparisons.held, 'nation');
  if (shortfall === null || nation === undefined || nation.verdict !== 'worse') return null;
  const more = indicator.polarity === 'low' ? 'fewer' : 'more';
  return say`At ${possessive(nation.beside.phrase)} rate there would have been ${mention(shortfall)} ${more} ${members(indicator)}.`;
}

function members({ members, counted }: Indicator): string {
  return members ?? counted;
}
