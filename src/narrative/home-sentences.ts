import type { Comparison } from '../judgements/comparison.ts';
import type { Findings } from '../judgements/findings.ts';
import type { Changed, Front, Headline } from '../judgements/front.ts';
import type { VerdictCount } from '../judgements/ground.ts';
import { hasFewChildren, type Setting, withComparator } from '../judgements/setting.ts';
import type { EditionFindings } from '../judgements/theme-findings.ts';
import { editionBefore, promisesOf } from '../model/edition.ts';
import { numberGiven, type Tally } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { capital, lower } from '../model/spelling.ts';
import { type Period, periodLabel, timeLabel } from '../model/time.ts';
import { absences } from '../model/value.ts';
import { dueSentence } from './comparison-phrases.ts';
import { groupPhrase } from './gap-phrases.ts';
import { fewChildrenSentence } from './key-messages.ts';
import { placeWords } from './rank-phrases.ts';
import {
  allWords,
  capitalised,
  type Draft,
  firstOf,
  inYear,
  levelAlone,
  many,
  mention,
  numberedSentences,
  plural,
  say,
  size,
  uncapitalised,
  type Written,
  written,
} from './sentence.ts';
import { movedWords, wayOf } from './trend-phrases.ts';

export type Answer = {
  readonly answer: Written;
  readonly evidence: readonly Written[];
  /** The topic of the group that it names most of all, where it is of groups. */
  readonly of?: string;
};

export type HomeSentences = {
  readonly better: Answer;
  readonly worry: Answer;
  readonly disadvantaged: Answer;
  /** The title of how we compare. */
  readonly compare: Written | null;
  /** Headlines of which no better or worse can be told, each with the reason. */
  readonly open: readonly Written[];
  /** Chapters whose results are promised. */
  readonly due: readonly Written[];
};

/** The front page of an edition: what a governor asks, answered from the headlines and from what weighs most. */
export function homeSentences(found: EditionFindings): HomeSentences {
  const { front, setting } = found;
  const few = hasFewChildren(setting) ? fewChildrenSentence(setting) : null;
  const unlessFew = (id: string, answer: Answer) =>
    few === null ? answer : answered(id, say`We cannot say.`, [few]);
  return {
    better: unlessFew('better', betterAnswer(front)),
    worry: unlessFew('worry', worryAnswer(front, setting.edition.period)),
    disadvantaged: unlessFew('disadvantaged', disadvantagedAnswer(front, setting.edition.period)),
    compare: compareTitle(front),
    open: numberedSentences('home.open', openSentences(found)),
    due: numberedSentences('home.due', chaptersDue(found)),
  };
}

/** Yes: more improved than got worse, and more gained ground on the nation than lost it. Partly: one of the two. No: neither, and at least twice as many got worse as improved; else not overall. */
function betterAnswer({ counts, better: improved, headlines }: Front): Answer {
  const { of, better, worse } = counts.changes;
  if (of.count === 0)
    return answered('better', say`We cannot say yet: no headline can be compared with an earlier year.`, []);
  const { better: gained, worse: lost } = counts.ground;
  const isMore = [better.count > worse.count, gained.count > lost.count].filter(Boolean).length;
  const isNearly = better.count * 2 > worse.count;
  const word = isMore === 2 ? 'Yes' : isMore === 1 ? 'Partly' : isNearly ? 'Not overall' : 'No';
  const [first] = improved;
  const whom = nationIn(headlines);
  const answer = say`${word}: ${many(better)} of ${many(of)} ${headlinesWord(of)} improved, ${many(worse)} got worse.`;
  return answered('better', answer, [
    ...(first === undefined
      ? []
      : [say`Biggest step forward: ${nameOf(first.headline)}, ${stepWords(first)}.`]),
    ...(whom === undefined || gained.count + lost.count === 0
      ? []
      : [
          say`${capitalised(many(gained))}${gained.count === 0 ? '' : ` ${headlinesWord(gained)}`} gained ground on ${whom} and ${many(lost)} lost ground.`,
        ]),
  ]);
}

/** The measure that weighs most for the worse, and the change for the worse that does. */
function worryAnswer({ worry, headlines }: Front, edition: Period): Answer {
  const { standing, change } = worry;
  const nation = standing === null ? undefined : withComparator(standing.comparisons.held, 'nation');
  const evidence = change === null ? [] : [changeWords(change, edition)];
  if (standing === null || nation === undefined) {
    const whom = nationIn(headlines);
    const answer =
      whom === undefined
        ? say`We cannot say yet: nothing can be compared with national figures.`
        : say`No headline is clearly worse than in ${whom}.`;
    return answered('worry', answer, evidence);
  }
  const { indicator, latest, level } = standing;
  const pace = withComparator(standing.paces, 'nation');
  const own = levelAlone(level.figure, indicator);
  const isWorse = standing.change.verdict === 'worse';
  const moved = isWorse ? movedWords(standing.change.outcome, standing.change.figure, indicator) : null;
  return answered('worry', say`${indicator.short}: ${worryWords(standing, nation, pace)}.`, [
    say`It ${moved === null ? 'was' : say`${moved} to`} ${own}${inYear(indicator, latest.period, edition)}${theirFigure(nation, indicator)}.`,
    ...evidence,
  ]);
}

/** "further behind England", of what is better low "further above", or "now behind" where it was not; of what is not behind, "lost ground on England", or "down on 2022/23". */
function worryWords(
  { indicator, change }: Findings,
  nation: Comparison,
  pace: Findings['paces'][number] | undefined,
): Draft {
  const hasLost = pace?.ground === 'lost';
  if (nation.verdict === 'worse') {
    const wasBehind = hasLost && Math.abs(numberGiven(nation.figure)) > Math.abs(numberGiven(pace.figure));
    const how = wasBehind ? 'further ' : hasLost ? 'now ' : '';
    const side = indicator.polarity === 'low' ? 'above' : 'behind';
    return say`${mention(nation.figure, `${how}${side}`)} ${nation.beside.phrase}`;
  }
  if (hasLost) return say`${mention(pace.figure, 'lost ground on')} ${nation.beside.phrase}`;
  const before = change.earlier === null ? 'the year before' : timeLabel(indicator, change.earlier.period);
  return say`${mention(change.figure, wayOf(change.outcome))} on ${before}`;
}

/** " (England 45.4%)". */
function theirFigure({ beside, level }: Comparison, indicator: Indicator): Draft {
  return say` (${beside.phrase} ${levelAlone(level.figure, indicator)})`;
}

/** "Grade 5+ in English and maths fell by 2.3 percentage points to 45.1% (England 45.4%)." */
function changeWords({ indicator, change, comparisons, level, latest }: Findings, edition: Period): Draft {
  const moved = movedWords(change.outcome, change.figure, indicator) ?? [];
  const nation = withComparator(comparisons.held, 'nation');
  const theirs = nation === undefined ? [] : theirFigure(nation, indicator);
  return say`${indicator.short} ${moved} to ${levelAlone(level.figure, indicator)}${inYear(indicator, latest.period, edition)}${theirs}.`;
}

/** How disadvantaged pupils do in the headlines beside the same pupils of the nation, and where most of all. */
function disadvantagedAnswer({ headlines, counts }: Front, edition: Period): Answer {
  const groups = headlines.filter(
    ({ topic, nation }) => topic !== null && nation !== null && nation.verdict !== 'none',
  );
  const { of, better, worse } = counts.disadvantaged;
  const ordered = groups.toSorted((a, b) => (a.scale?.own ?? 0) - (b.scale?.own ?? 0));
  const said = worse.count > 0 || better.count === 0 ? ordered[0] : ordered.at(-1);
  const beside = said?.nation;
  if (said === undefined || beside === null || beside === undefined || said.topic === null)
    return answered(
      'disadvantaged',
      say`We cannot say yet: none of their headlines can be compared with national figures.`,
      [],
    );
  const { indicator, breakdown, latest } = said.findings;
  const whom = beside.beside.phrase;
  const standing = standingWords(counts.disadvantaged, whom);
  const group = groupPhrase(said.topic, breakdown.group);
  const place = said.rank?.outcome === 'ranked' ? say`; ${placeWords(said.rank)}` : [];
  const lead =
    of.count > 1 && worse.count + better.count > 0
      ? say`Most of all: ${indicator.short}.`
      : say`${indicator.short}.`;
  const answer = answered('disadvantaged', say`${standing}.`, [
    lead,
    say`For ${group} it was ${levelAlone(said.level.figure, indicator)}${inYear(indicator, latest.period, edition)}, and in ${whom} ${levelAlone(beside.level.figure, indicator)}${place}.`,
  ]);
  return { ...answer, of: said.topic.id };
}

function standingWords({ of, better, worse }: VerdictCount, whom: string): Draft {
  if (worse.count === of.count) return say`${mention(worse.figure, 'Worse')} than in ${whom}`;
  if (better.count === of.count) return say`${mention(better.figure, 'Better')} than in ${whom}`;
  if (worse.count + better.count === 0) return say`${mention(of.figure, 'No different')} from ${whom}`;
  if (worse.count === 0) return say`As well as in ${whom}, or ${mention(better.figure, 'better')}`;
  return say`Worse than in ${whom} on ${many(worse)} of ${many(of)} ${headlinesWord(of)}`;
}

/** "Better than England on eight of 10 headlines; worse on all three for disadvantaged pupils". */
function compareTitle({ counts, headlines }: Front): Written | null {
  const { everyone, disadvantaged } = counts;
  const whom = nationIn(headlines);
  const { of, better, worse } = everyone;
  if (whom === undefined || of.count === 0) return null;
  const lead = worse.count > better.count ? 'worse' : better.count > 0 ? 'better' : 'close';
  const start =
    lead === 'close'
      ? say`Neither better nor worse than ${whom} on ${ofAll(of, of, 'the one')} ${headlinesWord(of)}`
      : say`${capital(lead)} than ${whom} on ${ofAll(everyone[lead], of, 'the one')} ${headlinesWord(of)}`;
  const { of: groups, worse: theirs } = disadvantaged;
  if (groups.count === 0) return written('home.compare.title', start);
  const rest =
    theirs.count === 0
      ? mention(theirs.figure, 'worse on none')
      : say`worse on ${ofAll(theirs, groups, 'one')}`;
  return written('home.compare.title', say`${start}; ${rest} for disadvantaged pupils`);
}

function openSentences({ front, setting }: EditionFindings): readonly Draft[] {
  return [
    ...front.open.map(changed => openSentence(setting, changed)),
    ...toldSentence(setting, front.told),
    ...front.missing.map(indicator => {
      const due = promisesOf(setting.edition, indicator).find(({ area }) => area === undefined);
      return say`${indicator.short}: no figure is available.${due === undefined ? [] : say` ${dueSentence(due, null)}`}`;
    }),
  ];
}

/** As many are named of what was told before. */
const mostTold = 3;

/** "No newer figure than in the report of 2023/24: Level 3 by 19, 62.7% in 2023/24." */
function toldSentence(setting: Setting, told: readonly Headline[]): readonly Draft[] {
  const before = editionBefore(setting.folder.editions, setting.edition);
  if (told.length === 0 || before === undefined) return [];
  const each = told.map(headline => {
    const { indicator } = headline.findings;
    const year = inYear(indicator, headline.period, setting.edition.period);
    return say`${nameOf(headline)}, ${levelAlone(headline.level.figure, indicator)}${year}`;
  });
  return [
    say`No newer figure than in the report of ${periodLabel(before.period)}: ${firstOf(each, mostTold)}.`,
  ];
}

function openSentence(
  setting: Setting,
  { headline, change: { figure, across, outcome, earlier } }: Changed,
): Draft {
  const { level, period } = headline;
  const { indicator } = headline.findings;
  const name = nameOf(headline);
  if (level.value.kind === 'absent')
    return say`${name}: ${mention(level.figure, absences[level.value.because])}.`;
  const value = say`${levelAlone(level.figure, indicator)}${inYear(indicator, period, setting.edition.period)}`;
  if (across !== null)
    return say`${name}: ${value}. ${mention(figure, 'No change is given')}: new ${across.kind} from ${timeLabel(indicator, across.from)}.`;
  const moved = movedWords(outcome, figure, indicator);
  if (moved === null)
    return say`${name}: ${value}, with ${mention(figure, outcome === 'uncertain' ? 'too little between the years to say' : 'no comparable earlier figure')}.`;
  const since = earlier === null ? '' : ` from ${timeLabel(indicator, earlier.period)}`;
  const isOpen = hasFewChildren(setting) ? '' : '; neither better nor worse in itself';
  return say`${name}: ${value}. It ${moved}${since}${isOpen}.`;
}

/** "down 2.11 percentage points to 14.76%". */
function stepWords({ headline, change }: Changed): Draft {
  const { indicator } = headline.findings;
  return say`${wayOf(change.outcome)} ${size(change.figure, indicator.unit)} to ${levelAlone(headline.level.figure, indicator)}`;
}

/** The name of a headline: of a group with its topic, which is shorter than who they are. */
export function nameOf({ findings: { indicator }, topic }: Headline): Draft {
  return topic === null ? [indicator.short] : [`${indicator.short}: ${lower(topic.label)}`];
}

/** "Key stage 4: provisional results are due on 23 October 2014." */
function chaptersDue({ setting, themes }: EditionFindings): readonly Draft[] {
  return setting.edition.pending.flatMap(each => {
    const found = themes.find(({ theme }) => theme.id === each.theme);
    return found === undefined ? [] : [say`${found.theme.label}: ${uncapitalised(dueSentence(each, null))}`];
  });
}

function answered(id: string, answer: Draft, evidence: readonly Draft[]): Answer {
  return {
    answer: written(`home.${id}`, answer),
    evidence: numberedSentences(`home.${id}.evidence`, evidence),
  };
}

function nationIn(headlines: readonly Headline[]): string | undefined {
  return headlines.flatMap(({ nation }) => nation ?? [])[0]?.beside.phrase;
}

function headlinesWord(tally: Tally): string {
  return plural(tally, 'headline', 'headlines');
}

/** "nine of 10"; "all 10" or "both" where it is all of them, and in words of the caller's where that is one. */
function ofAll(some: Tally, whole: Tally, theOne: string): Draft {
  if (some.count < whole.count) return say`${many(some)} of ${many(whole)}`;
  return [mention(some.figure, whole.count === 1 ? theOne : allWords(whole))];
}
