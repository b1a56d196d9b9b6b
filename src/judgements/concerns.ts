import type { Comparator } from '../model/indicator.ts';
import type { Absent } from '../model/value.ts';
import { isBeyondNear } from './bands.ts';
import { isRecent, pauseIn } from './comparability.ts';
import type { Findings } from './findings.ts';
import type { GapFindings } from './gap.ts';
import type { RankMove } from './rank.ts';
import { type Setting, withComparator } from './setting.ts';
import type { ThemeFindings } from './theme-findings.ts';
import {
  changeWeight,
  gapWeight,
  isOfUncountedFew,
  isSharedStep,
  leastWeight,
  paceWeight,
  standingWeight,
} from './weight.ts';

/** What in the findings a governor or a scrutiny member would want to ask about; those without a weight in this order. */
const concernKinds = [
  'gap-wider-and-widening',
  'worse-and-worsening',
  'gap-wider',
  'gap-widening',
  'worsening',
  'worse',
  'behind-neighbours',
  'falling-behind',
  'slower',
  'small-numbers',
  'missing',
  'unpublished',
] as const;
type ConcernKind = (typeof concernKinds)[number];

export type Concern =
  | { readonly kind: MeasureConcern; readonly findings: Findings }
  | { readonly kind: GapConcern; readonly gap: GapFindings };
export type GapConcern = 'gap-wider-and-widening' | 'gap-wider' | 'gap-widening';
export type MeasureConcern = Exclude<ConcernKind, GapConcern>;

/** Moving down this many places in a year is worth asking about. */
const manyPlaces = 10;

/** Where more than this many share a place, one step of the figure is many places. */
const mostAlike = 3;

type Weighed = { readonly concern: Concern; readonly score: number };

/** The concerns of a theme worth a question, the gravest first by its weight, and those that nothing weighs after them. */
export function concernsOf(found: ThemeFindings, setting: Setting): readonly Concern[] {
  const { period } = setting.edition;
  const everyone = found.indicators.flatMap(({ everyone }) => everyone ?? []);
  // What is less good in a part is no worry where the whole is better than the nation’s.
  const eased = new Set(
    everyone
      .filter(({ comparisons }) => withComparator(comparisons.held, 'nation')?.verdict === 'better')
      .flatMap(({ indicator }) => indicator['sum-of']),
  );
  const weighed: readonly Weighed[] = [
    ...everyone
      .filter(({ indicator }) => !eased.has(indicator.id))
      .flatMap(findings => {
        const concern = concernOf(findings, setting);
        return concern === null ? [] : [{ concern, score: scoreOf(concern.kind, findings, setting) }];
      }),
    ...found.topics.flatMap(({ gaps }) =>
      gaps.flatMap(gap => {
        const concern = gapConcern(gap, period);
        return concern === null ? [] : [{ concern, score: gapWeight(setting, gap).score }];
      }),
    ),
  ];
  const order = ({ kind }: Concern) => concernKinds.indexOf(kind);
  const isOut = everyone.some(({ latest }) => latest.period === period);
  return [
    ...weighed
      .filter(({ concern: { kind }, score }) => score >= leastWeight || unweighed.has(kind))
      .toSorted((a, b) => b.score - a.score || order(a.concern) - order(b.concern))
      .map(({ concern }) => concern),
    ...(isOut ? [] : everyone.filter(each => isUnpublished(each, setting)).map(unpublished)),
  ];
}

/** What is worth a question whatever it weighs. */
const unweighed: ReadonlySet<ConcernKind> = new Set(['falling-behind', 'missing']);

function unpublished(findings: Findings): Concern {
  return { kind: 'unpublished', findings };
}

/** The weight of a concern: the greater of where the measure stands and of how it moved, as far as the concern is of them. */
function scoreOf(kind: MeasureConcern, findings: Findings, setting: Setting): number {
  const standing = (comparator: Comparator) => {
    const comparison = withComparator(findings.comparisons.held, comparator);
    return comparison === undefined ? 0 : standingWeight(setting, findings, comparison).score;
  };
  switch (kind) {
    case 'worse-and-worsening':
      return standing('nation') + changeWeight(setting, findings).score;
    case 'worsening':
      return changeWeight(setting, findings).score;
    case 'worse':
    case 'small-numbers':
      return standing('nation');
    case 'behind-neighbours':
      return standing('neighbours');
    case 'falling-behind':
    case 'slower':
      return paceWeight(setting, findings).score;
    case 'missing':
    case 'unpublished':
      return 0;
  }
}

function concernOf(
  findings: Findings,
  setting: Setting,
): Extract<Concern, { readonly findings: Findings }> | null {
  if (isLate(findings, setting) && !isUnpublished(findings, setting)) return { kind: 'missing', findings };
  const { period } = setting.edition;
  if (findings.latest.period !== period && !isUnpublished(findings, setting)) return null;
  const kind = kindOf(findings, setting);
  return kind === null ? null : { kind, findings };
}

/** True of a measure that goes on, whose last figure is of the year before. */
function isLate({ latest, indicator, pending }: Findings, { edition: { period } }: Setting): boolean {
  const hasEnded = indicator.end !== undefined && indicator.end < period;
  const isPromised = pending.some(({ area }) => area === undefined);
  if (latest.period === period || hasEnded || isPromised) return false;
  return pauseIn(indicator, period) === null && isRecent(latest.period, period);
}

/** True of a measure whose figure of the year is out for nobody: what is published of all at once, the nation has first. */
function isUnpublished(findings: Findings, setting: Setting): boolean {
  const { indicator, breakdown } = findings;
  const { known, nation, edition } = setting;
  if (indicator.release === undefined || !isLate(findings, setting)) return false;
  return known.at(indicator.id, nation.code, breakdown, edition.period)?.value.kind !== 'known';
}

/** On the worse side for so many years in a row, even a measure of few pupils is so by more than chance. */
const fewestLasting = 3;

function kindOf(findings: Findings, setting: Setting): MeasureConcern | null {
  const { level, rankMove, comparisons } = findings;
  if (level.value.kind === 'absent') return isExpected(level.value) ? 'missing' : null;
  const nation = withComparator(comparisons.held, 'nation');
  const worse = nation?.verdict === 'worse';
  if (isOfUncountedFew(findings)) {
    if (!worse) return null;
    return standingWeight(setting, findings, nation).years < fewestLasting ? 'small-numbers' : 'worse';
  }
  if (worse && hasWorsened(findings)) return 'worse-and-worsening';
  // What the nation lost as well is no question for a council that is not behind.
  if (hasWorsened(findings) && !isSharedStep(findings)) return 'worsening';
  if (worse) return 'worse';
  if (isWorseThan('neighbours', findings)) return 'behind-neighbours';
  if (rankMove !== null && isPlainFall(findings.rank, rankMove)) return 'falling-behind';
  return isSlower(findings) ? 'slower' : null;
}

/** True of a move down by many places, between two that few others share. */
function isPlainFall(rank: Findings['rank'], { places, before }: RankMove): boolean {
  return (places ?? 0) <= -manyPlaces && (rank?.tied ?? 0) <= mostAlike && before.tied <= mostAlike;
}

/** True of a figure that may yet come: not of one that is held back, that never was, or that cannot be relied on. */
function isExpected({ because }: Absent): boolean {
  return because === 'x' || because === 'not-yet-published';
}

function gapConcern(gap: GapFindings, period: string): Concern | null {
  if (!isRecent(gap.now.period, period) || gap.indicator.polarity === 'neutral') return null;
  const widening = isWidening(gap);
  const wider = isWiderThanNation(gap);
  if (wider && widening) return { kind: 'gap-wider-and-widening', gap };
  if (wider) return { kind: 'gap-wider', gap };
  return widening ? { kind: 'gap-widening', gap } : null;
}

/** True when a gap widened by more than what counts as the same, and not within chance where that can be told. */
function isWidening({ movement, indicator }: GapFindings): boolean {
  if (movement?.outcome !== 'widened' || movement.byChance === true || indicator.polarity === 'neutral')
    return false;
  const { amount } = movement.figure;
  return amount.kind === 'known' && isBeyondNear(amount, indicator.bands);
}

/** True when the same group is behind in both, and the gap is wider than the nation's by more than what counts as the same. */
function isWiderThanNation({ wider, widerByChance, indicator, now, elsewhere }: GapFindings): boolean {
  const amount = wider?.amount;
  const nation = wider?.about.is === 'gap-beside' ? wider.about.code : null;
  const theirs = elsewhere.find(({ area }) => area.code === nation);
  const sides = [now, theirs].map(gap => gap?.figure.amount);
  if (sides.some(side => side?.kind !== 'known' || side.sign !== 1)) return false;
  return (
    widerByChance !== true &&
    amount?.kind === 'known' &&
    amount.sign === 1 &&
    isBeyondNear(amount, indicator.bands)
  );
}

/** True when the figure is worse than the comparator's by more than what counts as the same. */
function isWorseThan(comparator: Comparator, { comparisons }: Findings): boolean {
  return withComparator(comparisons.held, comparator)?.verdict === 'worse';
}

/** True of a move for the worse by more than what counts as the same, or than chance makes. */
function hasWorsened({ change }: Findings): boolean {
  return change.verdict === 'worse';
}

/** True when it did not get worse, and the nation still gained on it. */
function isSlower({ paces }: Findings): boolean {
  return withComparator(paces, 'nation')?.ground === 'lost';
}
