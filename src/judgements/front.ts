import type { Topic } from '../model/breakdown.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Period } from '../model/time.ts';
import { shown } from '../model/value.ts';
import { quartilesOf } from './authorities.ts';
import { spreadOf } from './bands.ts';
import type { Change } from './change.ts';
import { isRecent } from './comparability.ts';
import { type Comparison, compareWith } from './comparison.ts';
import type { Level } from './figures.ts';
import { type Findings, findingsOn, type Year } from './findings.ts';
import { tally, type VerdictCount, verdictOn } from './ground.ts';
import { type Rank, rankOf } from './rank.ts';
import { nationBeside, neighboursBeside, type Setting, withComparator } from './setting.ts';
import {
  changeWeight,
  isOfUncountedFew,
  isSharedStep,
  isToldBefore,
  leastWeight,
  paceWeight,
  standingWeight,
} from './weight.ts';

/** A headline, of everyone or of disadvantaged pupils, in its latest year that can be set beside the nation. */
export type Headline = {
  readonly findings: Findings;
  /** Null of everyone. */
  readonly topic: Topic | null;
  readonly period: Period;
  readonly level: Level;
  readonly nation: Comparison | null;
  /** The neighbours’ average, where the measure may be set beside it. */
  readonly neighbours: Level | null;
  /** The year before, where the two may be compared. */
  readonly before: Level | null;
  readonly rank: Rank | null;
  /** Where it stands in spreads of authorities from the nation's figure, better to the right; null without a spread. */
  readonly scale: Places | null;
};

/** Places in spreads of authorities from the nation's figure, turned so that more is better. */
export type Places = {
  readonly own: number;
  readonly neighbours: number | null;
  /** The year before, beside the nation's figure and the spread of that year. */
  readonly before: number | null;
  /** The ends of the middle half of authorities; null where they are not of this year and these pupils. */
  readonly middle: readonly [number, number] | null;
};

/** What became of a headline since the year before, or why that cannot be told. */
export type Changed = {
  readonly headline: Headline;
  readonly change: Change;
};

/** What the front page of an edition answers: getting better, what to worry about, and how disadvantaged children do. */
export type Front = {
  /** Every headline with a better direction, the furthest ahead of the nation first; those without a comparison last. */
  readonly headlines: readonly Headline[];
  readonly better: readonly Changed[];
  readonly worse: readonly Changed[];
  readonly same: readonly Changed[];
  /** Headlines of which it cannot be told, those without a better direction among them. */
  readonly open: readonly Changed[];
  /** Headlines of which nothing is newer than in the edition before: they are not counted again. */
  readonly told: readonly Headline[];
  readonly missing: readonly Indicator[];
  /** The measure that weighs most for the worse, how it moved counted in, and the change for the worse of another that does. */
  readonly worry: { readonly standing: Findings | null; readonly change: Findings | null };
  readonly counts: {
    /** Headlines whose change is told: all, better and worse. */
    readonly changes: VerdictCount;
    /** Headlines that gained (better) or lost (worse) ground on the nation. */
    readonly ground: VerdictCount;
    readonly everyone: VerdictCount;
    readonly disadvantaged: VerdictCount;
  };
};

type FoundForFront = {
  readonly setting: Setting;
  readonly themes: readonly { readonly indicators: readonly { readonly everyone: Findings | null }[] }[];
  readonly headlines: readonly Findings[];
  readonly missing: readonly Indicator[];
};

export function frontOf(found: FoundForFront): Front {
  const { setting } = found;
  const everyone = found.headlines.map(findings => headlineOf(setting, findings, null));
  // The catalogue's entry, since a group is judged by the spread of its own figures.
  const entries = setting.edition.headlines.flatMap(
    id => setting.folder.indicators.find(each => each.id === id) ?? [],
  );
  const groups = entries.flatMap(indicator => disadvantagedOf(setting, indicator) ?? []);
  const all = [...everyone, ...groups];
  const isTold = ({ findings, period, level }: Headline) => {
    const row = findings.years.find(year => year.period === period)?.row ?? null;
    return row !== null && level.value.kind === 'known' && isToldBefore(setting, row);
  };
  const told = all.filter(isTold);
  const changed = all.flatMap(headline => (told.includes(headline) ? [] : (changedOf(headline) ?? [])));
  const by = (outcome: Outcome) => changed.filter(each => outcomeOfChange(each) === outcome);
  const weight = ({ headline }: Changed) => changeWeight(setting, headline.findings).score;
  const weightiest = (outcome: Outcome) => by(outcome).toSorted((a, b) => weight(b) - weight(a));
  return {
    headlines: all
      .filter(({ findings }) => findings.indicator.polarity !== 'neutral')
      .toSorted((a, b) => (b.scale?.own ?? -Infinity) - (a.scale?.own ?? -Infinity)),
    better: weightiest('better'),
    worse: weightiest('worse'),
    same: by('same'),
    open: by('open'),
    told,
    missing: found.missing,
    worry: worryOf(setting, found.themes),
    counts: {
      changes: tally(
        setting,
        'headlines-changed',
        'Headlines by their change',
        changed
          .filter(each => outcomeOfChange(each) !== 'open')
          .map(({ change: { verdict, figure } }) => ({ verdict, figure })),
      ),
      ground: tally(
        setting,
        'headlines-ground',
        'Headlines by their change beside that of the nation',
        all.flatMap(({ findings }) => (isToldBefore(setting, findings.latest) ? [] : onGround(findings))),
      ),
      everyone: tally(setting, 'headlines-beside', 'Headlines beside the nation', besideNation(everyone)),
      disadvantaged: tally(
        setting,
        'headlines-disadvantaged',
        'Headlines of disadvantaged pupils beside the nation',
        besideNation(groups),
      ),
    },
  };
}

function onGround({ paces }: Findings) {
  const pace = withComparator(paces, 'nation');
  const verdict = pace === undefined ? null : verdictOn(pace);
  return pace === undefined || verdict === null ? [] : [{ verdict, figure: pace.figure }];
}

function besideNation(headlines: readonly Headline[]) {
  return headlines.flatMap(({ nation }) =>
    nation === null || nation.verdict === 'none' ? [] : [{ verdict: nation.verdict, figure: nation.figure }],
  );
}

type Outcome = 'better' | 'worse' | 'same' | 'open';

function outcomeOfChange({ headline, change }: Changed): Outcome {
  if (headline.findings.indicator.polarity === 'neutral') return 'open';
  return change.verdict === 'none' ? 'open' : change.verdict;
}

/** The change of the year that is shown. */
function changedOf(headline: Headline): Changed | null {
  const { findings, period } = headline;
  const year = findings.years.find(year => year.period === period);
  return year === undefined || year.change === null ? null : { headline, change: year.change };
}

/** Disadvantaged pupils in a headline measure: of the first topic about them with a recent figure. */
function disadvantagedOf(setting: Setting, indicator: Indicator): Headline | null {
  if (indicator.polarity === 'neutral') return null;
  for (const topic of setting.folder.topics) {
    const [pair] = topic.gaps;
    if (topic.disadvantage !== true || pair === undefined || !indicator.breakdowns.includes(topic.id))
      continue;
    const found = findingsOn(setting, indicator, { topic: topic.id, group: pair.group });
    if (found === null || !isRecent(found.latest.period, setting.edition.period)) continue;
    if (found.level.value.kind === 'known') return headlineOf(setting, found, topic);
  }
  return null;
}

function headlineOf(setting: Setting, findings: Findings, topic: Topic | null): Headline {
  const { indicator, breakdown, latest, years } = findings;
  const nation = nationBeside(setting);
  const isShown = ({ row, beside, period }: Year) =>
    row?.value.kind === 'known' &&
    beside.get(nation.code)?.value.kind === 'known' &&
    isRecent(period, setting.edition.period);
  const year = years.findLast(isShown);
  const row = year?.row ?? latest;
  const theirs = year?.beside.get(nation.code) ?? null;
  const { period } = row;
  const others = neighboursBeside(setting);
  const average = (others === null ? null : year?.beside.get(others.code)) ?? null;
  const isBeside =
    others !== null && average !== null && compareWith(indicator, row, others, average).degree !== 'refused';
  const change = years.find(each => each.period === period)?.change ?? null;
  const earlier =
    (change?.lastYear === true ? years.find(each => each.period === change.earlier?.period) : null) ?? null;
  const shown = {
    findings,
    topic,
    period,
    level: year?.level ?? findings.level,
    nation: theirs === null ? null : compareWith(indicator, row, nation, theirs),
    neighbours: isBeside ? average : null,
    before: earlier?.level ?? null,
    rank: period === latest.period ? findings.rank : rankOf(setting, indicator, row),
  };
  const then =
    earlier === null ? null : { period: earlier.period, nation: earlier.beside.get(nation.code) ?? null };
  return { ...shown, scale: scaleOf(setting, shown, theirs, then, breakdown) };
}

/** The places on the scale; null where the measure, or the nation, has no figure, or its authorities no spread. */
function scaleOf(
  setting: Setting,
  { findings, period, level, neighbours, before }: Omit<Headline, 'scale'>,
  nation: Level | null,
  earlier: { readonly period: Period; readonly nation: Level | null } | null,
  breakdown: Findings['breakdown'],
): Places | null {
  const { indicator } = findings;
  const spread = spreadOf(setting, indicator, breakdown, period);
  const [own, theirs] = [numberOf(level), numberOf(nation)];
  if (spread === null || spread.deviation === 0 || own === null || theirs === null) return null;
  if (indicator.polarity === 'neutral') return null;
  const turn = indicator.polarity === 'low' ? -1 : 1;
  const place = (number: number) => (turn * (number - theirs)) / spread.deviation;
  const [then, theirsThen] = [numberOf(before), numberOf(earlier?.nation ?? null)];
  const spreadThen = earlier === null ? null : spreadOf(setting, indicator, breakdown, earlier.period);
  const others = numberOf(neighbours);
  const isOwn = spread.period === period && spread.breakdown.group === breakdown.group;
  return {
    own: place(own),
    neighbours: others === null ? null : place(others),
    before:
      then === null || theirsThen === null || spreadThen === null || spreadThen.deviation === 0
        ? null
        : (turn * (then - theirsThen)) / spreadThen.deviation,
    middle: isOwn ? middleOf(setting, indicator, breakdown, period, place) : null,
  };
}

/** The ends of the middle half of authorities, the worse first. */
function middleOf(
  setting: Setting,
  indicator: Indicator,
  breakdown: Findings['breakdown'],
  period: Period,
  place: (number: number) => number,
): Places['middle'] {
  const [low, , high] = quartilesOf(setting, indicator, breakdown, period);
  if (low === undefined || high === undefined) return null;
  const ends = [place(Number(low)), place(Number(high))] as const;
  return ends[0] <= ends[1] ? ends : [ends[1], ends[0]];
}

function numberOf(level: Level | null): number | null {
  return level?.value.kind === 'known' ? Number(shown(level.value)) : null;
}

/**
 * What weighs most for the worse: a headline that is worse than the nation, or is no better than it and got worse by a step of
 * its own; where none weighs enough, any measure of everyone. And of other chapters, which step for the worse weighs most.
 */
function worryOf(setting: Setting, themes: FoundForFront['themes']): Front['worry'] {
  // What is measured of disadvantaged pupils is for the answer on them.
  const theirs = setting.folder.topics
    .filter(({ disadvantage }) => disadvantage === true)
    .map(({ id }) => id);
  const all = themes
    .flatMap(({ indicators }) => indicators.flatMap(({ everyone }) => everyone ?? []))
    .filter(
      ({ indicator, latest }) =>
        !theirs.includes(indicator.topic ?? '') && isRecent(latest.period, setting.edition.period),
    )
    // Of few pupils whose number is not held, nobody can say what is more than chance.
    .filter(findings => !isOfUncountedFew(findings));
  const most = (from: readonly Findings[], score: (findings: Findings) => number) => {
    const [first] = from
      .map(findings => ({ findings, score: score(findings) }))
      .toSorted((a, b) => b.score - a.score);
    return first === undefined || first.score <= 0 ? null : first.findings;
  };
  const nationIn = ({ comparisons }: Findings) => withComparator(comparisons.held, 'nation');
  const worsened = (findings: Findings) =>
    findings.change.verdict === 'worse' ? changeWeight(setting, findings).score : 0;
  const score = (findings: Findings) => {
    const nation = nationIn(findings);
    if (nation === undefined) return 0;
    const isBehind = nation.verdict === 'worse';
    const behind = isBehind ? standingWeight(setting, findings, nation).score : 0;
    const moved = isBehind || !isSharedStep(findings) ? worsened(findings) : 0;
    return behind + moved === 0 ? 0 : behind + moved + paceWeight(setting, findings).score;
  };
  const worrying = all.filter(each => nationIn(each)?.verdict !== 'better');
  const headlines = worrying.filter(({ indicator }) => setting.edition.headlines.includes(indicator.id));
  const weighty = headlines.filter(each => score(each) >= leastWeight);
  const standing = most(weighty, score) ?? most(worrying, score);
  // A part is not told of where the whole is, as NEET of NEET or not known.
  const parts = all.flatMap(({ indicator }) => indicator['sum-of']);
  const others = all.filter(
    each =>
      each.indicator.theme !== standing?.indicator.theme &&
      !parts.includes(each.indicator.id) &&
      !isSharedStep(each) &&
      worsened(each) >= leastWeight,
  );
  // A fall of what is still better than the nation is told where nothing else fell.
  const change = most(
    others.filter(each => worrying.includes(each)),
    worsened,
  );
  return { standing, change: change ?? most(others, worsened) };
}
