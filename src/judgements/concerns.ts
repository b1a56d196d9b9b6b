import type { Absent } from '../model/value.ts';
import { isRecent, pauseIn } from './comparability.ts';
import type { Comparison } from './comparison.ts';
import type { Findings } from './findings.ts';
import type { GapFindings } from './gap.ts';
import type { Setting } from './setting.ts';
import type { ThemeFindings } from './theme-findings.ts';

/** What in the findings a governor or a scrutiny member would want to ask about, in the order it matters. */
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
  'few',
  'break',
  'missing',
  'unpublished',
] as const;
/** A kind of concern. */
type ConcernKind = (typeof concernKinds)[number];

/** A concern with what it is about. */
export type Concern =
  | { readonly kind: Exclude<ConcernKind, GapConcern>; readonly findings: Findings }
  | { readonly kind: GapConcern; readonly gap: GapFindings };
type GapConcern = 'gap-wider-and-widening' | 'gap-wider' | 'gap-widening';

/** Moving down this many places in a year is worth asking about. */
const manyPlaces = 10;

/** The concerns of a theme, the gravest kind first, and in the theme's order within a kind: one for each finding. */
export function concernsOf(found: ThemeFindings, setting: Setting): readonly Concern[] {
  const everyone = found.indicators.flatMap(({ everyone }) => everyone ?? []);
  const concerns = [
    ...everyone.flatMap(findings => concernOf(findings, setting) ?? []),
    ...found.topics.flatMap(({ gaps }) => gaps.flatMap(gap => gapConcern(gap, setting.edition.period) ?? [])),
  ];
  const grave = ({ kind }: Concern) => concernKinds.indexOf(kind);
  return concerns.toSorted((a, b) => grave(a) - grave(b));
}

function concernOf(findings: Findings, { edition, known, nation }: Setting): Concern | null {
  const { latest, indicator, breakdown } = findings;
  const { period } = edition;
  const hasEnded = indicator.end !== undefined && indicator.end < period;
  const isPromised = findings.pending.some(({ area }) => area === undefined);
  if (latest.period === period) {
    const kind = kindOf(findings);
    return kind === null ? null : { kind, findings };
  }
  if (hasEnded || isPromised || pauseIn(indicator, period) !== null) return null;
  // What is published of every authority at once is out for none where the nation has no figure.
  const isOut =
    indicator.release === undefined ||
    known.at(indicator.id, nation.code, breakdown, period)?.value.kind === 'known';
  if (!isRecent(latest.period, period)) return null;
  return { kind: isOut ? 'missing' : 'unpublished', findings };
}

function kindOf(findings: Findings): Exclude<ConcernKind, GapConcern> | null {
  const { level, change, rankMove, cohort } = findings;
  if (level.value.kind === 'absent') return isExpected(level.value) ? 'missing' : null;
  const worse = isWorse(beside(findings, 'nation'));
  if (worse && hasWorsened(findings)) return 'worse-and-worsening';
  if (hasWorsened(findings)) return 'worsening';
  if (worse) return 'worse';
  if (isWorse(beside(findings, 'neighbours'))) return 'behind-neighbours';
  if (rankMove !== null && rankMove.places <= -manyPlaces) return 'falling-behind';
  if (isSlower(findings)) return 'slower';
  if (cohort?.one) return 'few';
  return change.across === null ? null : 'break';
}

/** True of a figure that may yet come: not of one that is held back, that never was, or that cannot be relied on. */
function isExpected({ because }: Absent): boolean {
  return because === 'x' || because === 'not-yet-published';
}

function gapConcern(gap: GapFindings, period: string): Concern | null {
  if (gap.now.period !== period) return null;
  const widening = isWidening(gap);
  const wider = isWiderThanNation(gap);
  if (wider && widening) return { kind: 'gap-wider-and-widening', gap };
  if (wider) return { kind: 'gap-wider', gap };
  return widening ? { kind: 'gap-widening', gap } : null;
}

/** True when a gap widened by more than what counts as the same. */
export function isWidening({ movement, indicator }: GapFindings): boolean {
  if (movement?.outcome !== 'widened' || movement.figure.amount.kind === 'refused') return false;
  return movement.figure.amount.number.gt(indicator.bands.similar);
}

/** True when the same group is behind in both, and the gap is wider than the nation's by more than what counts as the same. */
function isWiderThanNation({ wider, indicator, now, elsewhere }: GapFindings): boolean {
  const amount = wider?.amount;
  const nation = wider?.about.is === 'gap-beside' ? wider.about.code : null;
  const theirs = elsewhere.find(({ area }) => area.code === nation);
  const sides = [now, theirs].map(gap => gap?.figure.amount);
  if (sides.some(side => side?.kind !== 'known' || side.sign !== 1)) return false;
  return amount?.kind === 'known' && amount.sign === 1 && amount.number.gt(indicator.bands.similar);
}

function beside({ comparisons }: Findings, comparator: 'nation' | 'neighbours'): Comparison | null {
  return comparisons.held.find(held => held.beside.comparator === comparator) ?? null;
}

function isWorse(comparison: Comparison | null): boolean {
  return comparison?.verdict === 'worse' && comparison.degree !== 'similar';
}

/** True of a move for the worse by more than what counts as the same. */
function hasWorsened({ change, indicator }: Findings): boolean {
  const { amount } = change.figure;
  return (
    change.verdict === 'worse' && amount.kind === 'known' && amount.number.abs().gt(indicator.bands.similar)
  );
}

/** True when both improved, and the nation by plainly more. */
function isSlower({ change, nationChange, indicator }: Findings): boolean {
  if (change.verdict !== 'better' || nationChange?.verdict !== 'better') return false;
  const [own, theirs] = [change.figure.amount, nationChange.figure.amount];
  if (own.kind === 'refused' || theirs.kind === 'refused') return false;
  return theirs.number.abs().minus(own.number.abs()).gt(indicator.bands.slight);
}
