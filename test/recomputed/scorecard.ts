// Where the measures of a scorecard stand and which way they go, worked out a second time from its rows and the folder's.
import { differenceOf } from './amounts.ts';
import { changeSince, levelBeside, type Setting } from './figures.ts';
import { type Measure, yearsFrom, yearsOn } from './folder.ts';
import {
  decimal,
  type Fraction,
  fraction,
  less,
  order,
  over,
  plus,
  sizeOf,
  times,
  whole,
} from './fractions.ts';
import { changedTo, earlierOf } from './headlines.ts';
import { type Held, printed } from './known.ts';

type YearAim = Readonly<{ year: number; value?: number; against?: string; outpaces?: string }>;
/** A measure as `scorecard.yaml` has it. */
export type Row = Readonly<{
  wants: 'increase' | 'reduce';
  indicator?: string;
  reports?: string;
  baseline: Readonly<{ value?: number; period?: number }>;
  targets: readonly YearAim[];
}>;

type Status =
  | 'achieved'
  | 'already achieved when set'
  | 'on track'
  | 'slightly behind'
  | 'off track'
  | 'not comparable'
  | 'no figure'
  | 'no measurable target';

function seriesOf({ folder, known }: Setting, id: string): readonly Held[] {
  return known.series(id, 'Total', 'Total', folder.council.code);
}

/** Where a measure stands against the target that was last due, of a scorecard that came out on a day. */
export function statusOf(setting: Setting, row: Row, out: string): Status {
  const measure = setting.folder.measures.get(row.indicator ?? '');
  const yearOf = ({ year }: YearAim) => yearsOn(String(year), row.reports === 'year-before' ? -1 : 0);
  const set = row.targets.filter(({ value, against, outpaces }) => value ?? against ?? outpaces);
  const aim = set.findLast(each => yearOf(each) <= setting.edition.period) ?? set[0];
  if (aim === undefined) return 'no measurable target';
  if (measure === undefined || aim.outpaces !== undefined) return 'no figure';
  const of = yearOf(aim);
  const { value = 0, against } = aim;
  const isMet = (number: Fraction) =>
    order(number, decimal(String(value))) * (row.wants === 'increase' ? 1 : -1) >= 0;
  const now = rowJudged(setting, measure, row, aim, of);
  const number = now === null ? null : numberOf(setting, now, against);
  if (now === null || now.value.kind === 'none') return 'no figure';
  if (number === null) return 'not comparable';
  const before = seriesOf(setting, measure.id)
    .filter(({ period, value: held }) => period < of && held.kind === 'number')
    .findLast(({ released, period }) => (released || `${Number(period.slice(0, 4)) + 1}-08-31`) <= out);
  const isBroken = before !== undefined && measure.breaks.some(from => from > before.period && from <= of);
  const then = before === undefined || isBroken ? null : numberOf(setting, before, against);
  if (then !== null && isMet(then)) return isMet(number) ? 'already achieved when set' : 'off track';
  const { value: start, period: from } = row.baseline;
  if (aim.value === undefined || start === undefined || from === undefined)
    return isMet(number) ? 'achieved' : 'off track';
  const begun = decimal(String(start));
  if (isMet(begun)) return isMet(number) ? 'already achieved when set' : 'off track';
  if (isMet(number)) return 'achieved';
  const rise = less(decimal(String(value)), begun);
  const gone = fraction(BigInt(yearsFrom(String(from), now.period)), BigInt(yearsFrom(String(from), of)));
  const short = less(plus(begun, times(rise, gone)), number);
  if (order(short, whole(0)) * (row.wants === 'increase' ? 1 : -1) <= 0)
    return now.period < of ? 'on track' : 'slightly behind';
  return order(sizeOf(short), over(sizeOf(rise), whole(10))) <= 0 ? 'slightly behind' : 'off track';
}

/** The figure of the target's year, or of the edition's where that is earlier; else the last one later than the baseline. */
function rowJudged(setting: Setting, { id }: Measure, row: Row, aim: YearAim, of: string): Held | null {
  const year = of < setting.edition.period ? of : setting.edition.period;
  const rows = seriesOf(setting, id).filter(({ period }) => period <= year);
  const held = rows.at(-1);
  if (held === undefined || held.period === year) return held ?? null;
  const from = aim.value === undefined ? '' : String(row.baseline.period ?? '');
  return held.period > from ? held : null;
}

function numberOf(setting: Setting, at: Held, against: string | undefined): Fraction | null {
  if (at.value.kind === 'none') return null;
  if (against === undefined) return printed(at.value);
  const { nation, region } = setting.folder.council;
  const whom = { nation, region, neighbours: setting.edition.neighbours ?? '' }[against] ?? '';
  const level = levelBeside(setting, at, whom);
  const amount = level === null ? null : differenceOf(at.value, level);
  return amount?.kind === 'number' ? amount.number : null;
}

/** Which way a measure went since the last year that it can be compared with. */
export function directionOf(
  setting: Setting,
  { indicator = '' }: Row,
): 'better' | 'worse' | 'same' | 'open' | 'none' {
  const measure = setting.folder.measures.get(indicator);
  const latest = seriesOf(setting, indicator).at(-1);
  if (measure === undefined || latest === undefined) return 'none';
  const amount = changeSince(setting, measure, latest, earlierOf(setting, latest)?.period);
  if (amount.kind === 'none') return 'none';
  const isOpen = measure.polarity === 'neutral';
  return (isOpen ? null : changedTo(setting, { measure, at: latest })) ?? 'open';
}
