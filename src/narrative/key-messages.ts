import { isRecent } from '../judgements/comparability.ts';
import type { Comparison } from '../judgements/comparison.ts';
import type { Findings } from '../judgements/findings.ts';
import type { GapFindings } from '../judgements/gap.ts';
import { councilBeside, hasFewChildren, type Setting, withComparator } from '../judgements/setting.ts';
import type { IndicatorFindings, ThemeFindings, TopicChapter } from '../judgements/theme-findings.ts';
import {
  changeWeight,
  crossingWeight,
  gapWeight,
  isOfUncountedFew,
  isSharedStep,
  leastWeight,
  recordWeight,
  standingWeight,
} from '../judgements/weight.ts';
import { slug } from '../model/spelling.ts';
import { type Period, timeLabel } from '../model/time.ts';
import { profileMessages } from '../profiles/words.ts';
import { dueSentence, shortComparison } from './comparison-phrases.ts';
import { gapMovement, gapSentence, groupPhrase, groupSentence, nationsGap } from './gap-phrases.ts';
import { changeSentence, moreThanAll, summarySentence } from './phrases.ts';
import { placeWords } from './rank-phrases.ts';
import { rollUpSentences, topicSentences } from './roll-up-phrases.ts';
import {
  capitalised,
  countWords,
  type Draft,
  inYear,
  joined,
  levelAlone,
  listed,
  mention,
  numberedSentences,
  possessive,
  say,
  size,
  statusRemark,
  type Written,
  written,
} from './sentence.ts';
import { crossingWords, movedWords, wayOf } from './trend-phrases.ts';

const fewest = 3;
const most = 6;

/** More exceptions than this are not named in one message: their sections have them. */
const mostNamed = 3;

/** A message that might be given, of which measure where it is of one, and how much it matters. */
type Candidate = { readonly draft: Draft; readonly of: Findings | null; readonly score: number };

/**
 * The key messages of a theme, three to six where there is enough to say, by one rule for every theme. First what must be
 * said: when a chapter still to come is promised; the profile; the first indicator; each headline indicator that moved for
 * the worse or is worse than a comparator; the roll-up against the nation with the gravest exceptions named. Then, while
 * there is room, what weighs most of each measure in its latest year: what came to the other side of the nation; the largest
 * move for the worse and for the better; a record; gaps. Then the roll-up against the neighbours, and further indicators in
 * the catalogue's order, to make up three.
 */
export function keyMessages(setting: Setting, found: ThemeFindings): readonly Written[] {
  const findings = found.indicators.flatMap(({ everyone }) => everyone ?? []);
  const all = currentOf(findings, setting.edition.period);
  // What is not available of this council alone comes last, and before few pupils comes a headline.
  const isHeadline = ({ indicator }: Findings) => setting.edition.headlines.includes(indicator.id);
  const isFirm = (each: Findings) =>
    (each.level.value.kind === 'known' || each.level.value.because !== 'x') &&
    !(isOfUncountedFew(each) && all.some(isHeadline));
  const current = [...all.filter(isFirm), ...all.filter(each => !isFirm(each))];
  const recent = findings.filter(({ latest }) => isRecent(latest.period, setting.edition.period));
  const besides = found.standing.map(rolled =>
    together(rollUpSentences(councilBeside(setting).phrase, rolled, '', mostNamed)),
  );
  const grave = mustBeGiven(setting, current);
  const musts = [...mustBeSaid(setting, found, grave), ...besides.slice(0, 1)];
  const others = hasFewChildren(setting) ? [] : mayBeSaid(setting, found, recent, grave);
  const room = Math.max(0, most - musts.length - besides.slice(1).length);
  const weightiestFirst = others.toSorted((a, b) => b.score - a.score).slice(0, room);
  const moving = weightiestFirst.map(({ draft }) => draft);
  // A first measure of which neither way is better opens no chapter that has more to tell.
  const isTelling = current[0] === undefined || !isNeutral(current[0]);
  const chosen = [...(isTelling ? [] : moving), ...musts, ...(isTelling ? moving : []), ...besides.slice(1)];
  const said = [...grave, ...weightiestFirst.flatMap(({ of }) => of ?? [])];
  const spare = spareMessages(setting, found, current, said);
  const messages = [...chosen, ...spare.slice(0, Math.max(0, fewest - chosen.length))];
  return numberedSentences(`${found.theme.id}.key-messages`, messages);
}

/** The findings of the edition's year; where a chapter has none yet, those of the latest year that may speak for it. */
function currentOf(findings: readonly Findings[], edition: Period): readonly Findings[] {
  const periods = findings.map(({ latest }) => latest.period).toSorted();
  const latest = periods.includes(edition) ? edition : periods.at(-1);
  return latest === undefined || !isRecent(latest, edition)
    ? []
    : findings.filter(each => each.latest.period === latest);
}

/**
 * What the page of a group of pupils says first: where they stand by all measures of them that can be compared; where none
 * can, the gap that weighs most, how it moved, and the nation's. Before it comes the measure of theirs that is furthest behind.
 */
export function topicMessages(theme: string, chapter: TopicChapter, setting: Setting): readonly Written[] {
  const { topic, gaps, about } = chapter;
  const id = `${theme}.topic-${slug(topic.id)}`;
  const behind = hasFewChildren(setting) ? [] : behindMessages(setting, [chapter]);
  const standing = topicSentences(theme, chapter, setting);
  const plain = gaps.filter(gap => !isMeasured(gap, about));
  const first =
    standing.length > 0
      ? standing
      : gapMessages(setting, plain)
          .slice(0, 1)
          .map(({ draft }) => written(`${id}.gap`, draft));
  return [...behind.map(({ draft }) => written(`${id}.behind`, draft)), ...first];
}

/** The measures that must be given: the first, and each headline that moved for the worse or is worse than a comparator. */
function mustBeGiven({ edition }: Setting, [lead, ...others]: readonly Findings[]): readonly Findings[] {
  if (lead === undefined) return [];
  return [lead, ...others.filter(each => edition.headlines.includes(each.indicator.id) && isBad(each))];
}

function mustBeSaid(
  setting: Setting,
  found: ThemeFindings,
  [lead, ...grave]: readonly Findings[],
): readonly Draft[] {
  const { period } = setting.edition;
  return [
    ...setting.edition.pending
      .filter(({ theme, area }) => theme === found.theme.id && area === undefined)
      .map(each => dueSentence(each, null)),
    ...found.profiles.slice(0, 1).flatMap(profileMessages),
    ...(lead === undefined ? [] : [exceptionSentence(lead, period)]),
    ...(hasFewChildren(setting) ? [fewChildrenSentence(setting)] : []),
    ...grave.map(findings => exceptionSentence(findings, period)),
  ];
}

/** Why nothing is called better or worse of the City of London and of the Isles of Scilly. */
export function fewChildrenSentence(setting: Setting): Draft {
  const { phrase } = councilBeside(setting);
  return say`So few children live in ${phrase} that one or two of them may decide a figure, so nothing is called better or worse.`;
}

function mayBeSaid(
  setting: Setting,
  found: ThemeFindings,
  recent: readonly Findings[],
  given: readonly Findings[],
): readonly Candidate[] {
  const { period } = setting.edition;
  const gaps = found.topics.flatMap(({ gaps, about }) => gaps.filter(gap => !isMeasured(gap, about)));
  const crossed = weightiest(recent.filter(hasCrossed), each => crossingWeight(setting, each).score, 0);
  const moves = largestMoves(setting, recent, given);
  const said = [crossed, ...moves].map(each => each?.indicator.id);
  const record = weightiest(
    recent.filter(({ indicator }) => !said.includes(indicator.id)),
    each => recordWeight(setting, each).score,
  );
  const messageOf = (each: Findings) =>
    each === crossed
      ? together([moveMessage(each, period), say`It is ${crossing(each)}.`])
      : moveMessage(each, period);
  return [
    ...(crossed === null || moves.includes(crossed)
      ? []
      : [
          {
            draft: say`${crossed.indicator.short}${inYear(crossed.indicator, crossed.latest.period, period)}: ${crossing(crossed)}.`,
            of: crossed,
            score: crossingWeight(setting, crossed).score,
          },
        ]),
    ...moves.map(each => ({ draft: messageOf(each), of: each, score: changeWeight(setting, each).score })),
    ...(record === null
      ? []
      : [
          {
            draft: recordMessage(record, period),
            of: null,
            score: isNeutral(record) ? 0 : recordWeight(setting, record).score,
          },
        ]),
    ...gapMessages(setting, gaps),
    ...behindMessages(setting, found.topics),
  ];
}

/** The one that weighs most, the first of those alike; null where none weighs enough to be news, or anything. */
function weightiest(
  items: readonly Findings[],
  weight: (findings: Findings) => number,
  least = leastWeight,
): Findings | null {
  const [first] = items.toSorted((a, b) => weight(b) - weight(a));
  return first === undefined || weight(first) === 0 || weight(first) < least ? null : first;
}

function isNeutral({ indicator }: Findings): boolean {
  return indicator.polarity === 'neutral';
}

/** Whether a gap is also a measure of its own, which is given before it. */
function isMeasured({ now }: GapFindings, about: readonly IndicatorFindings[]): boolean {
  const { amount } = now.figure;
  return about.some(({ everyone }) => {
    const measured = everyone?.latest.period === now.period ? everyone.level.figure.amount : null;
    return measured?.kind === 'known' && amount.kind === 'known' && measured.number.eq(amount.number);
  });
}

/** Moved for the worse, or worse than a comparator. */
function isBad({ change, comparisons }: Findings): boolean {
  return change.verdict === 'worse' || isBehind(comparisons);
}

function hasCrossed(findings: Findings): boolean {
  return findings.crossing.outcome === 'found' && !isNeutral(findings);
}

/** What came to the other side of the nation this year (P34). */
function crossing({ crossing, indicator }: Findings): Draft {
  return crossing.outcome === 'found' ? crossingWords(crossing, indicator) : [];
}

/** The best or worst of the comparable years (P14). */
function recordMessage(findings: Findings, edition: Period): Draft {
  const { indicator, level, latest } = findings;
  const { record } = findings.trend;
  if (record.outcome !== 'found') return [];
  const span = `the ${countWords(record.years)} years that can be compared, from ${timeLabel(indicator, record.from)}`;
  const which = capitalised([mention(record.figure, record.which)]);
  return say`${which} of ${span}: ${indicator.short}, at ${levelAlone(level.figure, indicator)}${inYear(indicator, latest.period, edition)}.`;
}

/** What may be added when the rule leaves too few: further indicators that are not given yet, groups, and earlier years. */
function spareMessages(
  setting: Setting,
  found: ThemeFindings,
  current: readonly Findings[],
  said: readonly Findings[],
): readonly Draft[] {
  const findings = found.indicators
    .flatMap(({ everyone }) => everyone ?? [])
    .filter(each => !said.includes(each));
  const summary = (each: Findings) => summarySentence(each, setting.edition.period);
  const groups = found.indicators.flatMap(({ groups }) =>
    groups.flatMap(({ topic, groups }) => groups.map(each => groupSentence(each, topic))),
  );
  const now = findings.filter(each => current.includes(each)).map(summary);
  const earlier = findings.filter(each => !current.includes(each)).map(summary);
  if (hasFewChildren(setting)) return [...now, ...earlier];
  // A chapter whose figures all come out a year late begins with everyone's, not with a group's.
  return current.length === 0 ? [...earlier, ...groups] : [...now, ...groups, ...earlier];
}

/** None of few pupils whose number is not held, and none that is given already. */
function largestMoves(
  setting: Setting,
  recent: readonly Findings[],
  given: readonly Findings[],
): readonly Findings[] {
  return (['worse', 'better'] as const).flatMap(verdict => {
    const largest = weightiest(
      recent
        .filter(({ change }) => change.lastYear && change.verdict === verdict)
        .filter(each => !isOfUncountedFew(each)),
      each => changeWeight(setting, each).score,
    );
    return largest === null || given.includes(largest) || isSharedStep(largest) ? [] : [largest];
  });
}

/** A move with what became of the nation over the same time, for a change is not judged against oneself alone. */
function moveMessage(findings: Findings, edition: Period): Draft {
  const { indicator, change, comparisons, level, latest, paces } = findings;
  const start = change.verdict === 'worse' ? 'Biggest step back:' : 'Biggest step forward:';
  const status = statusRemark(latest.status);
  const nation = withComparator(paces, 'nation');
  const theirs = nation === undefined ? null : movedWords(nation.outcome, nation.change, indicator);
  const now = withComparator(comparisons.held, 'nation')?.level;
  const hasMoved = now !== undefined && nation?.outcome !== 'unchanged';
  const to = hasMoved ? say` to ${levelAlone(now.figure, indicator)}` : [];
  const beside =
    nation === undefined || theirs === null
      ? []
      : say`, while ${possessive(nation.beside.phrase)} ${theirs}${to}`;
  return say`${start} ${indicator.short}, ${wayOf(change.outcome)} ${size(change.figure, indicator.unit)} to ${levelAlone(level.figure, indicator)}${moreThanAll(level.figure, indicator)}${inYear(indicator, latest.period, edition)}${status}${beside}.`;
}

/** The two gaps that weigh most, by how much wider they are than the nation's or have grown. */
function gapMessages(setting: Setting, gaps: readonly GapFindings[]): readonly Candidate[] {
  const { period } = setting.edition;
  const known = gaps.filter(({ now }) => isRecent(now.period, period) && now.figure.amount.kind === 'known');
  const weight = (gap: GapFindings) => gapWeight(setting, gap).score;
  return known
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, 2)
    .map(each => {
      const sentences = [
        gapSentence(each, period),
        ...(each.movement?.outcome === 'uncertain' || each.movement?.byChance === true
          ? []
          : gapMovement(each).slice(0, 1)),
        ...nationsGap(each, setting.nation),
      ];
      return { draft: together(sentences), of: null, score: weight(each) };
    });
}

/** Of groups that stand without a gap, the measure that is furthest behind the nation's of the same group, where one is. */
function behindMessages(setting: Setting, chapters: readonly TopicChapter[]): readonly Candidate[] {
  const { period } = setting.edition;
  const [worst] = chapters
    .flatMap(({ alone }) => alone.flatMap(({ topic, groups }) => groups.map(found => ({ topic, found }))))
    .filter(({ found }) => isRecent(found.latest.period, period) && !isOfUncountedFew(found))
    .flatMap(({ topic, found }) => {
      const nation = withComparator(found.comparisons.held, 'nation');
      return nation?.verdict === 'worse'
        ? [{ topic, found, nation, score: standingWeight(setting, found, nation).score }]
        : [];
    })
    .toSorted((a, b) => b.score - a.score);
  if (worst === undefined || worst.score === 0) return [];
  const { topic, found, nation, score } = worst;
  const { indicator, level, rank, breakdown } = found;
  const place = rank?.outcome === 'ranked' ? say`; ${placeWords(rank)}` : [];
  const draft = say`${indicator.short}${inYear(indicator, found.latest.period, period)}: for ${groupPhrase(topic, breakdown.group)} it was ${levelAlone(level.figure, indicator)}, and in ${nation.beside.phrase} ${levelAlone(nation.level.figure, indicator)}${place}.`;
  return [{ draft, of: null, score }];
}

function together(sentences: readonly Draft[]): Draft {
  return joined(sentences, ' ');
}

/** True when the figure is worse than any comparator by more than what counts as the same. */
export function isBehind({ held }: Findings['comparisons']): boolean {
  return held.some(isWorseThan);
}

function isWorseThan({ beside, verdict }: Pick<Comparison, 'beside' | 'verdict'>): boolean {
  return beside.former !== true && verdict === 'worse';
}

/** A measure in short, and with it the break that stops a comparison and whom it is behind, where there is one. */
export function exceptionSentence(findings: Findings, period: string): Draft {
  const { change, comparisons, indicator, level, latest } = findings;
  const summary = summarySentence(findings, period);
  if (level.value.kind === 'absent') return summary;
  const broken = latest.period === period && change.across !== null ? changeSentence(findings) : null;
  const behind = comparisons.held.filter(
    comparison => comparison.beside.comparator !== 'nation' && isWorseThan(comparison),
  );
  const whom = listed(behind.map(comparison => shortComparison(comparison, indicator)));
  const sentences = [summary, behind.length === 0 ? null : say`It was ${whom}.`, broken];
  return joined(
    sentences.filter(sentence => sentence !== null),
    ' ',
  );
}
