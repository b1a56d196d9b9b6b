import { Big } from 'big.js';
import { knownAmount } from '../arithmetic.ts';
import { total } from '../model/breakdown.ts';
import { type Figure, numberGiven, type Tally } from '../model/figure.ts';
import { numberText } from '../model/format.ts';
import { authoritiesOf } from './authorities.ts';
import { type Spread, spreadOf } from './bands.ts';
import type { Verdict } from './change.ts';
import { isRecent } from './comparability.ts';
import { countIn, figure, observed, tallied } from './figures.ts';
import type { Findings } from './findings.ts';
import type { Pace } from './pace.ts';
import { ownRows } from './rank.ts';
import { type Setting, withComparator } from './setting.ts';
import { isOfUncountedFew } from './weight.ts';

export type MeasureOnGround = {
  readonly findings: Findings;
  readonly pace: Pace;
  readonly spread: Figure;
};

const reasons = ['no-direction', 'few', 'no-change', 'rounded', 'no-spread'] as const;
type Reason = (typeof reasons)[number];

/** Where a set of measures gained or lost ground on the nation: the most gained first. */
export type Ground = {
  readonly measures: readonly MeasureOnGround[];
  readonly left: readonly { readonly because: Reason; readonly count: number }[];
  readonly counts: VerdictCount;
};

/** As few measures as are worth setting in order, and as few of them in which ground was gained or lost. */
const [fewest, fewestMoved] = [4, 2];

/** Where measures gained or lost ground on the nation; null where too few can be told, or hardly any moved. */
export function groundIn(setting: Setting, name: string, set: readonly Findings[]): Ground | null {
  const told = set.map(findings => placedOn(setting, findings));
  const measures = told
    .filter(each => typeof each === 'object')
    .toSorted((a, b) => groundGained(b) - groundGained(a));
  const moved = measures.filter(({ pace }) => pace.ground === 'gained' || pace.ground === 'lost');
  if (measures.length < fewest || moved.length < fewestMoved) return null;
  return {
    measures,
    left: reasons
      .map(because => ({ because, count: told.filter(each => each === because).length }))
      .filter(({ count }) => count > 0),
    counts: tally(
      setting,
      name,
      'Measures whose change is set beside the nation’s',
      measures.map(({ pace }) => ({ verdict: verdictOn(pace) ?? 'none', figure: pace.figure })),
    ),
  };
}

/** How much ground a measure gained in spreads of authorities; lost, where that is below nought. */
export function groundGained({ findings: { indicator }, pace, spread }: MeasureOnGround): number {
  const turn = indicator.polarity === 'low' ? -1 : 1;
  return (turn * numberGiven(pace.figure)) / numberGiven(spread);
}

/** Whether ground was gained (better) or lost (worse) on the nation; null where that is open. */
export function verdictOn({ ground }: Pace): 'better' | 'worse' | 'same' | null {
  switch (ground) {
    case 'gained':
      return 'better';
    case 'lost':
      return 'worse';
    case 'kept':
      return 'same';
    case 'open':
      return null;
  }
}

function placedOn(setting: Setting, findings: Findings): MeasureOnGround | Reason {
  const { indicator, latest, paces, change } = findings;
  if (indicator.polarity === 'neutral') return 'no-direction';
  if (isOfUncountedFew(findings)) return 'few';
  const pace = withComparator(paces, 'nation');
  if (pace === undefined || !isRecent(latest.period, setting.edition.period)) return 'no-change';
  if ([change.figure, pace.change].some(({ amount }) => amount.kind === 'known' && amount.range !== null))
    return 'rounded';
  const spread = spreadOf(setting, indicator, total, latest.period);
  if (spread === null || spread.deviation === 0) return 'no-spread';
  return { findings, pace, spread: spreadFigure(setting, findings, spread) };
}

/** The spread of authorities as it is printed: to a place more than their figures. */
function spreadFigure(
  setting: Setting,
  { indicator, latest }: Findings,
  { deviation, areas, period }: Spread,
): Figure {
  const among = authoritiesOf(setting, indicator, total, period);
  const amount = knownAmount(
    new Big(deviation),
    latest.value.kind === 'known' ? latest.value.decimals + 1 : 0,
  );
  const { area } = latest;
  const row = setting.known.at(indicator.id, area, total, period);
  const where =
    row === undefined || row.series === null ? '' : `, in ${row.place.file}, column ${row.column}`;
  const about = { is: 'level' } as const;
  return figure({ kind: 'spread', indicator: indicator.id, area, breakdown: total, period, about }, amount, {
    text: numberText(amount.number, amount.decimals),
    what: ['Spread of authorities, ', { year: period }],
    falseIf: `one of the ${areas} authorities’ figures is revised so that the spread changes`,
    status: row?.status ?? null,
    inputs: ownRows(setting, among).map(each => observed(each, indicator).figure),
    set: 'authorities',
    of: areas,
    working: `Standard deviation of the figures of ${areas} authorities${where}`,
  });
}

export type VerdictCount = { readonly of: Tally; readonly better: Tally; readonly worse: Tally };

/** Counts the measures of a set by their verdicts, under the name that the set has in the ledger. */
export function tally(
  setting: Setting,
  name: string,
  whose: string,
  items: readonly { readonly verdict: Verdict; readonly figure: Figure }[],
): VerdictCount {
  const count = (which: keyof VerdictCount) => {
    const of = which === 'of' ? items : items.filter(({ verdict }) => verdict === which);
    const about = { is: 'measures', code: setting.nation.code, which } as const;
    return tallied(countIn(setting, name, total, about), of.length, {
      what: [`${whose}: ${which === 'of' ? 'all that can be told' : which}`],
      inputs: of.map(each => each.figure),
      working: 'Counted from the figures it rests on',
    });
  };
  return { of: count('of'), better: count('better'), worse: count('worse') };
}
