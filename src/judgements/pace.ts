import type { Big } from 'big.js';
import { fromRounded, fullDifference, subtract, subtractDifferences } from '../arithmetic.ts';
import type { Published } from '../gate/primary.ts';
import type { Amount, Figure } from '../model/figure.ts';
import type { Period } from '../model/time.ts';
import { absent, known, type Value } from '../model/value.ts';
import { isBeyondNear, type Judged } from './bands.ts';
import { type Change, changeOutcome, changeSince } from './change.ts';
import { differenceText, differenceWorking, figure, levelOf, ofGroupIn, subjectOf } from './figures.ts';
import { type Beside, nationBeside, neighboursBeside, type Setting } from './setting.ts';

/** What became of a comparator over the same years as the council, and who did better. */
export type Pace = {
  readonly beside: Beside;
  /** The comparator's own change; of neighbours, of the average of the same areas in both years. */
  readonly change: Figure;
  readonly outcome: Change['outcome'];
  /** The council's change less the comparator's. */
  readonly figure: Figure;
  /** Whether the council gained ground on the comparator, kept pace with it or lost ground; open where neither way is better or rounding hides it. */
  readonly ground: 'gained' | 'kept' | 'lost' | 'open';
};

/** What the nation and the neighbours did over the years of the council's change, as far as both years are held. */
export function pacesOf(setting: Setting, indicator: Judged, at: Published, change: Change): readonly Pace[] {
  const { earlier } = change;
  if (earlier === null) return [];
  const comparators = [
    indicator.comparators.includes('nation') ? nationBeside(setting) : null,
    indicator.comparators.includes('neighbours') ? neighboursBeside(setting) : null,
  ].filter(beside => beside !== null);
  return comparators.flatMap(beside => paceBeside(setting, indicator, at, earlier, change, beside) ?? []);
}

function paceBeside(
  setting: Setting,
  indicator: Judged,
  at: Published,
  earlier: Published,
  own: Change,
  beside: Beside,
): Pace | null {
  const theirs =
    beside.list === null
      ? areaChange(setting, indicator, at, earlier, beside)
      : averageChange(setting, indicator, at, earlier, beside);
  if (theirs === null || theirs.figure.amount.kind === 'refused' || own.figure.amount.kind === 'refused')
    return null;
  const amount = subtractDifferences(asValue(own.figure, own.full), asValue(theirs.figure, theirs.full));
  if (amount.kind === 'refused') return null;
  const { breakdown, period, status } = at;
  const text = differenceText(amount, indicator.unit);
  const about = { is: 'gained-on', code: beside.code, year: earlier.period } as const;
  const made = figure(subjectOf(at, 'difference', about), amount, {
    text,
    what: ['Change less that of ', { area: beside.code }, ...ofGroupIn(breakdown, earlier.period, period)],
    falseIf: `a figure of either year is revised so that the two changes do not differ by ${text}`,
    status,
    inputs: [own.figure, theirs.figure],
    working: differenceWorking(amount, own.full === null || theirs.full === null),
  });
  return {
    beside,
    change: theirs.figure,
    outcome: changeOutcome(theirs.figure.amount),
    figure: made,
    ground: groundOf(amount, own, indicator),
  };
}

/** Which way a difference between two changes points; open where the council's own is within chance. */
function groundOf(amount: Amount, own: Change, { polarity, bands }: Judged): Pace['ground'] {
  if (amount.kind === 'refused' || polarity === 'neutral' || own.byChance === true) return 'open';
  if (!isBeyondNear(amount, bands)) return 'kept';
  if (amount.sign === null) return 'open';
  return amount.sign > 0 === (polarity === 'high') ? 'gained' : 'lost';
}

type TheirChange = Pick<Change, 'figure' | 'full'>;

function areaChange(
  { known }: Setting,
  indicator: Judged,
  { breakdown, period }: Published,
  { period: year }: Published,
  { code }: Beside,
): TheirChange | null {
  const [then, now] = [year, period].map(when => known.at(indicator.id, code, breakdown, when));
  if (then === undefined || now === undefined) return null;
  return changeSince(then, now, indicator);
}

/** The change in an average, where the same areas make it up in both years. */
function averageChange(
  setting: Setting,
  indicator: Judged,
  at: Published,
  { period: year }: Published,
  beside: Beside,
): TheirChange | null {
  const { breakdown, period, status } = at;
  const then = levelOf(setting, indicator, beside, breakdown, year);
  const now = levelOf(setting, indicator, beside, breakdown, period);
  if (then === null || now === null) return null;
  const areasIn = (when: Period) =>
    (beside.list?.areas ?? [])
      .filter(code => setting.known.at(indicator.id, code, breakdown, when)?.value.kind === 'known')
      .join(' ');
  if (areasIn(year) !== areasIn(period)) return null;
  const amount = subtract(now.value, then.value);
  const text = differenceText(amount, indicator.unit);
  const about = { is: 'change-of', code: beside.code, year } as const;
  const made = figure(subjectOf(at, 'change', about), amount, {
    text,
    what: ['Change of the average of ', { area: beside.code }, ...ofGroupIn(breakdown, year, period)],
    falseIf: `either average is revised so that the change is not ${text}`,
    status,
    inputs: [now.figure, then.figure],
    working: differenceWorking(amount, fromRounded(now.value, then.value)),
  });
  return { figure: made, full: fullDifference(now.value, then.value) };
}

/** A change as a value, so that changes can be compared in turn; one known only as a range is known only roughly. */
function asValue({ amount }: Figure, full: Big | null): Value {
  if (amount.kind === 'refused') return absent('x');
  if (amount.range !== null) return known(amount.number, amount.decimals, 'about');
  return known(full ?? amount.number, amount.decimals, full === null ? 'rounded' : 'exact');
}
