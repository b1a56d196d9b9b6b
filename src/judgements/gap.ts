import type { Big } from 'big.js';
import { fromRounded, subtract, subtractDifferences } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import type { Area } from '../model/area.ts';
import type { Breakdown, Topic } from '../model/breakdown.ts';
import type { Amount, Figure, KnownAmount } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { type Period, yearsBetween } from '../model/time.ts';
import { absent, known, type Value } from '../model/value.ts';
import { isNeverGiven, type Series } from '../series.ts';
import { gapJudgedIn, type Judged, judgedIn } from './bands.ts';
import { isChance, isUsualMove, varianceOf } from './chance.ts';
import { type Change, changeOf } from './change.ts';
import { comparability, isOnOneFooting, isPast } from './comparability.ts';
import {
  differenceText,
  differenceWorking,
  figure,
  type Level,
  observed,
  ofGroup,
  ofGroupIn,
  subjectOf,
} from './figures.ts';
import type { Setting } from './setting.ts';

/** The gap between two groups of one area in one period, both levels kept with it (P38). */
export type Gap = {
  readonly area: Area;
  readonly period: Period;
  readonly group: Level;
  readonly against: Level;
  /** Positive when `group` does worse than `against`. */
  readonly figure: Figure;
  readonly value: Value;
};

/** As few years as show where a gap is going. */
export const fewestYears = 3;

type Pair = Topic['gaps'][number];

/** What may be said of a pair of groups: the council's gap, each group's change, the gap before and elsewhere. */
export type GapFindings = {
  /** With what counts as near on the gap. */
  readonly indicator: Judged;
  readonly topic: Topic;
  readonly pair: Pair;
  readonly now: Gap;
  readonly changes: { readonly group: Change; readonly against: Change };
  readonly before: Gap | null;
  /** The council's gap in every year with a row of both groups, oldest first, where there are enough to follow. */
  readonly years: readonly Gap[];
  /** How the gap moved since `before`; null when there is no comparable earlier gap. */
  readonly movement: {
    readonly figure: Figure;
    readonly outcome: 'narrowed' | 'widened' | 'unchanged' | 'about-the-same' | 'turned' | 'uncertain';
    /** Whether so small a movement can occur by chance (R07); null where the sizes of the groups are not held. */
    readonly byChance: boolean | null;
  } | null;
  /** The same gap in the nation and the region, where both groups have a figure. */
  readonly elsewhere: readonly Gap[];
  /** How much wider the council's gap is than the nation's (P11): negative when narrower; null where either is not known. */
  readonly wider: Figure | null;
  readonly widerByChance: boolean | null;
};

export function gapFindings(
  setting: Setting,
  indicator: Indicator,
  topics: readonly Topic[],
): readonly GapFindings[] {
  const relevant = topics.filter(topic => indicator.breakdowns.includes(topic.id));
  return relevant.flatMap(topic =>
    topic.gaps.flatMap(pair => findingsOn({ setting, indicator, topic, pair }) ?? []),
  );
}

/** The level that the other group must have for a group's level and a gap to hold together (G12). */
export function impliedOther(group: Big, gap: Big): Big {
  return group.plus(gap);
}

/** True when a gap and one to come imply the same level of the others: a projection that takes for granted that they stand still. */
export function assumesNoChange(
  now: { readonly group: Big; readonly gap: Big },
  projected: { readonly group: Big; readonly gap: Big },
): boolean {
  return impliedOther(now.group, now.gap).eq(impliedOther(projected.group, projected.gap));
}

type Question = {
  readonly setting: Setting;
  readonly indicator: Indicator;
  readonly topic: Topic;
  readonly pair: Pair;
};

function findingsOn(question: Question): GapFindings | null {
  const { setting, indicator, topic, pair } = question;
  const { council, nation, region } = setting;
  const seriesOf = (group: string) =>
    setting.known.series(indicator.id, council.code, breakdownOf(topic, group));
  const [series, otherSeries] = [seriesOf(pair.group), seriesOf(pair.against)];
  const latest = series.findLast(({ period }) => otherSeries.some(row => row.period === period));
  const other = otherSeries.find(({ period }) => period === latest?.period);
  const now = latest === undefined ? null : gapIn(question, council, latest.period);
  if (latest === undefined || other === undefined || now === null) return null;
  if (isNeverGiven([...series, ...otherSeries])) return null;
  if (isPast(indicator, latest.period, setting.edition.period)) return null;
  const groups = [breakdownOf(topic, pair.group), breakdownOf(topic, pair.against)] as const;
  const judged = gapJudgedIn(setting, indicator, groups, latest.period);
  const [judgedGroup, judgedOthers] = groups.map(each => judgedIn(setting, indicator, each, latest.period));
  const before = gapBefore(question, series, latest);
  const years = yearsOf(question, series, now, before);
  const elsewhere = [nation, region].flatMap(area => gapIn(question, area, latest.period) ?? []);
  const theirs = elsewhere.find(({ area }) => area.code === nation.code);
  const wider = widerThan(indicator, now, theirs);
  return {
    indicator: judged,
    topic,
    pair,
    now,
    changes: {
      group: changeOf(series, latest, judgedGroup ?? judged),
      against: changeOf(otherSeries, other, judgedOthers ?? judged),
    },
    before,
    years,
    movement: before === null ? null : movementOf(judged, now, before, years),
    elsewhere,
    wider,
    widerByChance:
      wider === null || theirs === undefined
        ? null
        : isChance(wider.amount, [
            ...variancesOf(now, indicator),
            // The nation's groups are so large that their shares are as good as certain, where their size is not held.
            ...variancesOf(theirs, indicator).map(variance => variance ?? 0),
          ]),
  };
}

function gapIn({ setting, indicator, topic, pair }: Question, area: Area, period: Period): Gap | null {
  const rowOf = (group: string) =>
    setting.known.at(indicator.id, area.code, breakdownOf(topic, group), period);
  const [group, against] = [rowOf(pair.group), rowOf(pair.against)];
  if (group === undefined || against === undefined) return null;
  const levels = { group: observed(group, indicator), against: observed(against, indicator) };
  const [ahead, behind] = indicator.polarity === 'low' ? [group, against] : [against, group];
  const amount = subtract(ahead.value, behind.value);
  const text = differenceText(amount, indicator.unit);
  const made = figure(subjectOf(group, 'group-gap', { is: 'gap', than: pair.against }), amount, {
    text,
    what: [
      'Gap between ',
      { group: against.breakdown },
      ' and ',
      { group: group.breakdown },
      ', ',
      { area: area.code },
      ', ',
      { year: period },
    ],
    falseIf: `either group’s figure is revised so that the gap is not ${text}`,
    status: group.status,
    inputs: [levels.group.figure, levels.against.figure],
    working: differenceWorking(amount, fromRounded(ahead.value, behind.value)),
  });
  return { area, period, ...levels, figure: made, value: gapValue(amount, ahead.value, behind.value) };
}

/** A gap as a value, so that gaps can be compared in turn; one known only as a range is known only roughly. */
function gapValue(amount: Amount, ahead: Value, behind: Value): Value {
  if (amount.kind === 'refused') return absent('x');
  if (amount.range !== null || ahead.kind === 'absent' || behind.kind === 'absent') {
    return known(amount.number, amount.decimals, 'about');
  }
  const exact = ahead.precision === 'exact' && behind.precision === 'exact';
  const number = exact ? ahead.number.minus(behind.number) : amount.number;
  return known(number, amount.decimals, exact ? 'exact' : 'rounded');
}

/** The council's gaps up to the latest: the latest two alone where there are too few to be followed. */
function yearsOf(question: Question, series: Series, now: Gap, before: Gap | null): readonly Gap[] {
  const held = series.flatMap(({ period }) => gapIn(question, question.setting.council, period) ?? []);
  return held.length < fewestYears ? [...(before === null ? [] : [before]), now] : held;
}

/** The gap of the year before, where both years are on the same footing. */
function gapBefore(question: Question, series: Series, latest: Published): Gap | null {
  const earlier = series.findLast(({ period, value }) => period < latest.period && value.kind === 'known');
  const pair = earlier === undefined ? null : comparability(question.indicator, earlier, latest);
  if (earlier === undefined || pair?.outcome !== 'comparable' || pair.years !== 1) return null;
  return gapIn(question, question.setting.council, earlier.period);
}

function movementOf(
  indicator: Judged,
  now: Gap,
  before: Gap,
  years: readonly Gap[],
): GapFindings['movement'] {
  const amount = subtractDifferences(sizeOf(now), sizeOf(before));
  if (amount.kind === 'refused') return null;
  const { breakdown } = now.figure;
  const about = { is: 'gap-since', than: now.against.figure.breakdown.group, year: before.period } as const;
  return {
    figure: gapLess(indicator, now, before, amount, 'change', about, [
      'Change in the gap from ',
      { year: before.period },
      ' to ',
      { year: now.period },
      ...ofGroup(breakdown),
    ]),
    outcome: isTurned(now, before) ? 'turned' : movedTo(amount),
    byChance:
      isChance(
        amount,
        [now, before].flatMap(gap => variancesOf(gap, indicator)),
      ) ?? (isUsualMove(amount, movesOf(years, indicator), indicator.bands) ? true : null),
  };
}

/** How a gap moved from year to year, where two of its years may be compared. */
function movesOf(years: readonly Gap[], indicator: Judged): readonly Amount[] {
  return years.flatMap((gap, at) => {
    const last = years[at - 1];
    if (last === undefined || yearsBetween(last.period, gap.period) !== 1) return [];
    return isOnOneFooting(indicator, last.period, gap.period)
      ? [subtractDifferences(sizeOf(gap), sizeOf(last))]
      : [];
  });
}

function variancesOf({ group, against }: Gap, indicator: Indicator): readonly (number | null)[] {
  return [group, against].map(level => varianceOf(level, indicator));
}

/** The council's gap less the nation's; where the figures were rounded, known to a unit either way (G37). */
function widerThan(indicator: Indicator, now: Gap, theirs: Gap | undefined): Figure | null {
  if (theirs === undefined) return null;
  const amount = subtractDifferences(now.value, theirs.value);
  if (amount.kind === 'refused') return null;
  const { code } = theirs.area;
  const about = { is: 'gap-beside', than: now.against.figure.breakdown.group, code } as const;
  return gapLess(indicator, now, theirs, amount, 'difference', about, [
    'How much wider the gap is than in ',
    { area: code },
    ...ofGroupIn(now.figure.breakdown, now.period),
  ]);
}

/** The figure of the council's gap less the one before, or less another area's. */
function gapLess(
  indicator: Indicator,
  now: Gap,
  other: Gap,
  amount: KnownAmount,
  kind: 'change' | 'difference',
  about: Figure['about'],
  what: Figure['what'],
): Figure {
  const text = differenceText(amount, indicator.unit);
  return figure(subjectOf(now.figure, kind, about), amount, {
    text,
    what,
    falseIf: `either figure is revised so that the ${kind} is not ${text}`,
    inputs: [now.figure, other.figure],
    working: differenceWorking(amount, fromRounded(now.value, other.value)),
  });
}

function movedTo({
  sign,
  number,
  about,
}: KnownAmount): 'narrowed' | 'widened' | 'unchanged' | 'about-the-same' | 'uncertain' {
  if (sign === null) return about && number.eq(0) ? 'about-the-same' : 'uncertain';
  if (sign === 0) return 'unchanged';
  return sign > 0 ? 'widened' : 'narrowed';
}

/** A gap without its direction: what narrows and widens. */
function sizeOf({ value }: Gap): Value {
  return value.kind === 'absent' ? value : { ...value, number: value.number.abs() };
}

/** True when one group led before and the other leads now. */
function isTurned(now: Gap, before: Gap): boolean {
  if (now.value.kind === 'absent' || before.value.kind === 'absent') return false;
  return now.value.number.times(before.value.number).lt(0);
}

function breakdownOf(topic: Topic, group: string): Breakdown {
  return { topic: topic.id, group };
}
