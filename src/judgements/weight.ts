import { subtract } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import { total } from '../model/breakdown.ts';
import { editionBefore } from '../model/edition.ts';
import type { Amount } from '../model/figure.ts';
import type { PupilsBehind } from '../model/indicator.ts';
import type { Period } from '../model/time.ts';
import { type Bands, isBeyondNear } from './bands.ts';
import { type Comparison, isClose } from './comparison.ts';
import type { Findings } from './findings.ts';
import type { GapFindings } from './gap.ts';
import { type Setting, withComparator } from './setting.ts';
import { isMove, smallCohort } from './trend.ts';

/** How much a judgement matters, and what of: nothing within chance or near nothing. */
export type Weighing = {
  /** How many spreads of authorities the difference comes to. */
  readonly spreads: number;
  /** How many years in a row it has been on this side, this one included. */
  readonly years: number;
  readonly isHeadline: boolean;
  readonly pupils: PupilsBehind;
  /** All of these in one number: more is graver, or more to be glad of. */
  readonly score: number;
};

/** What a spread of a measure counts for, by how many pupils are behind it. */
const perPupils: Readonly<Record<PupilsBehind, number>> = { all: 1, many: 0.75, few: 0.4 };

const perHeadline = 1.5;

/** What each further year on the same side adds, and for how many years. */
const [perYear, mostYears] = [0.125, 4];

/** What weighs less than this, nobody needs to be asked about or shown first: about a third of a spread of authorities, of all pupils. */
export const leastWeight = 0.3;

/** A group of at least so many is not small, and still not a whole year group. */
const largeGroup = 1000;

export function standingWeight(setting: Setting, findings: Findings, comparison: Comparison): Weighing {
  const spreads = isClose(comparison) ? 0 : spreadsIn(comparison.figure.amount, findings.indicator.bands);
  return weigh(setting, findings, spreads, yearsOnSide(findings, comparison));
}

export function changeWeight(setting: Setting, findings: Findings): Weighing {
  const { change, indicator, trend, latest } = findings;
  const isNews = !isToldBefore(setting, latest);
  const spreads =
    isNews && isMove(change, indicator.bands) ? spreadsIn(change.figure.amount, indicator.bands) : 0;
  return weigh(setting, findings, spreads, trend.streak.outcome === 'found' ? trend.streak.years : 1);
}

/** True of a step that the nation took too, or a longer one: no step of one's own. */
export function isSharedStep({ change, paces }: Findings): boolean {
  const ground = withComparator(paces, 'nation')?.ground;
  return ground === 'kept' || ground === (change.verdict === 'better' ? 'lost' : 'gained');
}

export function paceWeight(setting: Setting, findings: Findings): Weighing {
  const { paces, indicator, latest } = findings;
  const pace = withComparator(paces, 'nation');
  const isNews = !isToldBefore(setting, latest);
  const spreads = isNews && pace?.ground === 'lost' ? spreadsIn(pace.figure.amount, indicator.bands) : 0;
  return weigh(setting, findings, spreads, 1);
}

/** Nothing where it was as good as level. */
export function crossingWeight(setting: Setting, findings: Findings): Weighing {
  const { crossing, comparisons, indicator } = findings;
  const now = withComparator(comparisons.held, 'nation');
  const isNews = !isToldBefore(setting, findings.latest);
  const isFar = isNews && crossing.outcome === 'found' && !isClose(crossing.before) && now !== undefined;
  const spreads = isFar && !isClose(now) ? spreadsIn(now.figure.amount, indicator.bands) : 0;
  return weigh(setting, findings, isOfFew(findings) ? 0 : spreads, 1);
}

/** How much it matters that a measure is the best or worst of its years, by how far it is from the nearest of them. */
export function recordWeight(setting: Setting, findings: Findings): Weighing {
  const { trend, latest, years, indicator, change } = findings;
  const { record } = trend;
  const isOpen = change.byChance === true || isOfFew(findings) || isToldBefore(setting, latest);
  if (record.outcome !== 'found' || isOpen) return weigh(setting, findings, 0, 1);
  const amounts = years.flatMap(({ row, period }) => {
    if (row === null || period < record.from || period >= latest.period) return [];
    const amount = subtract(latest.value, row.value);
    return amount.kind === 'known' ? [amount] : [];
  });
  const [nearest] = amounts.toSorted((a, b) => a.number.abs().cmp(b.number.abs()));
  const spreads = nearest === undefined ? 0 : plainSpreadsIn(nearest, indicator.bands);
  return weigh(setting, findings, spreads, 1);
}

/** True of a figure that the edition before could print already: what became of it is no news in this one. */
export function isToldBefore(
  { edition, folder }: Setting,
  { period, released }: Pick<Published, 'period' | 'released'>,
): boolean {
  const before = editionBefore(folder.editions, edition);
  return before !== undefined && period <= before.period && (released ?? '') <= before['cut-off'];
}

/** What a figure of an earlier year than the edition's counts for beside one of it. */
export function perYearOf(period: Period, { edition }: Setting): number {
  return period === edition.period ? 1 : 0.5;
}

/** How much it matters that a gap is wider than the nation's, or has widened: the greater of the two. */
export function gapWeight(setting: Setting, gap: GapFindings): Weighing {
  const { indicator, wider, widerByChance, movement, now } = gap;
  const sizes = [
    widerByChance === true || wider === null ? 0 : plainSpreadsIn(wider.amount, indicator.bands),
    movement === null || movement.byChance === true
      ? 0
      : plainSpreadsIn(movement.figure.amount, indicator.bands),
  ];
  const base = now.group.base;
  const spreads = Math.max(...sizes);
  const pupils = base === null ? (indicator.pupils === 'few' ? 'few' : 'many') : pupilsOf(base);
  const isHeadline = setting.edition.headlines.includes(indicator.id);
  return {
    spreads,
    years: 1,
    isHeadline,
    pupils,
    score: spreads * perPupils[pupils] * (isHeadline ? perHeadline : 1) * perYearOf(now.period, setting),
  };
}

/** How much a measure matters in its chapter, none of few pupils whose number is not held: where it stands beside the nation if either side is better, how it changed, and what it lost on the nation. */
export function measureWeight(setting: Setting, findings: Findings): number {
  if (isOfUncountedFew(findings)) return 0;
  const nation = withComparator(findings.comparisons.held, 'nation');
  const isBetterOrWorse = nation !== undefined && nation.verdict !== 'none';
  const standing = isBetterOrWorse ? standingWeight(setting, findings, nation).score : 0;
  return standing + changeWeight(setting, findings).score + paceWeight(setting, findings).score;
}

export function isOfFew(findings: Findings): boolean {
  return pupilsBehind(findings) === 'few';
}

/** True of a measure of few pupils whose number is not held, so that nobody can say what is more than chance. */
export function isOfUncountedFew(findings: Findings): boolean {
  const { base, interval } = findings.latest;
  return base === null && interval === null && isOfFew(findings);
}

function weigh(setting: Setting, findings: Findings, spreads: number, years: number): Weighing {
  const { indicator, breakdown } = findings;
  const isHeadline = breakdown.topic === total.topic && setting.edition.headlines.includes(indicator.id);
  const pupils = pupilsBehind(findings);
  const lasting = 1 + perYear * Math.min(years - 1, mostYears);
  return {
    spreads,
    years,
    isHeadline,
    pupils,
    score: spreads * perPupils[pupils] * lasting * (isHeadline ? perHeadline : 1),
  };
}

/** How many pupils are behind a figure: by its base, else as the catalogue has it, a group being never a whole year group. */
function pupilsBehind({ latest, indicator, breakdown }: Findings): PupilsBehind {
  if (indicator.counted === 'pupils' && latest.base !== null) return pupilsOf(latest.base);
  return breakdown.topic === total.topic || indicator.pupils !== 'all' ? indicator.pupils : 'many';
}

function pupilsOf(base: number): PupilsBehind {
  if (base < smallCohort) return 'few';
  return base < largeGroup ? 'many' : 'all';
}

/** None of an amount that is near nothing, or whose way cannot be told. */
function plainSpreadsIn(amount: Amount, bands: Bands): number {
  const isPlain = amount.kind === 'known' && amount.sign !== null && isBeyondNear(amount, bands);
  return isPlain ? spreadsIn(amount, bands) : 0;
}

/** An amount in spreads of authorities; where the catalogue sets bands, in what it calls well above or below. */
function spreadsIn(amount: Amount, { spread, well }: Bands): number {
  const scale = spread?.deviation ?? well;
  if (amount.kind === 'refused' || scale === 0) return 0;
  return Number(amount.number.abs()) / scale;
}

/** The years in a row, up to the latest, in which the figure was on the same side of the comparator. */
function yearsOnSide({ years }: Findings, { beside, side }: Comparison): number {
  const sides = years.map(({ level, beside: levels }) => {
    const theirs = levels.get(beside.code)?.value;
    if (level?.value.kind !== 'known' || theirs?.kind !== 'known') return null;
    const order = level.value.number.cmp(theirs.number);
    return order === 0 ? 'level' : order > 0 ? 'above' : 'below';
  });
  const other = sides.findLastIndex(each => each !== side);
  return Math.max(1, sides.length - 1 - other);
}
