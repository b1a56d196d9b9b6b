// What was claimed in the news, held a second time against the rows of the council's folder.
import { changeSince, type Entry, lessThan, placeOf, type Setting, wayOf } from './figures.ts';
import type { Measure } from './folder.ts';
import { decimal, order, rounded } from './fractions.ts';
import { changedTo, earlierOf } from './headlines.ts';
import { type Held, printed } from './known.ts';

/** A claim as `news.yaml` has it. */
export type Claim = Readonly<{
  id: string;
  indicator?: string;
  number?: number;
  moved?: string;
  rank?: string;
  place?: number;
  printed?: number;
  every?: readonly string[];
  since?: number;
  year?: number;
}>;

type Standing = 'holds' | 'does not hold' | 'out of date' | 'cannot be checked';

/** What the rows make of a claim. */
export function claimStanding(setting: Setting, claim: Claim, ledger: Iterable<Entry>): Standing {
  const { folder, edition, known } = setting;
  const year = String(claim.year ?? edition.period);
  const rowsOf = (id: string) => known.series(id, 'Total', 'Total', folder.council.code);
  const measureOf = (id: string | undefined) => folder.measures.get(id ?? '');
  const [measure, ranked] = [measureOf(claim.indicator), measureOf(claim.rank)];
  if (measure !== undefined && claim.number !== undefined)
    return numberStanding(rowsOf(measure.id), year, String(claim.number), measure, ledger);
  if (measure !== undefined && claim.moved !== undefined)
    return movedStanding(setting, measure, rowsOf(measure.id).at(-1), year, claim.moved);
  if (ranked !== undefined) {
    const at = rowsOf(ranked.id).find(({ period }) => period === year);
    if (at === undefined) return 'cannot be checked';
    if (claim.printed !== undefined && String(claim.printed) < year) return 'out of date';
    const place = placeOf(setting, ranked, at);
    if (typeof place === 'string') return 'cannot be checked';
    return place.place === claim.place ? 'holds' : 'does not hold';
  }
  if (claim.every === undefined) return 'cannot be checked';
  const ways = waysSince(setting, claim);
  if (ways.some(way => way === 'worse' || way === 'same')) return 'does not hold';
  return ways.every(way => way === 'better') ? 'holds' : 'cannot be checked';
}

/** Of how many measures it cannot be said that they improved in every year since. */
export function openOf(setting: Setting, claim: Claim): number {
  return waysSince(setting, claim).filter(way => way !== 'better').length;
}

function numberStanding(
  rows: readonly Held[],
  year: string,
  number: string,
  { id }: Measure,
  ledger: Iterable<Entry>,
): Standing {
  const places = number.split('.')[1]?.length ?? 0;
  const isIt = ({ value }: Held) =>
    value.kind === 'number' && order(rounded(printed(value), places), decimal(number)) === 0;
  const held = rows.find(({ period, value }) => period === year && value.kind === 'number');
  if (held !== undefined && isIt(held)) return 'holds';
  const aims = [...ledger].filter(
    ({ kind, part, indicator, period }) =>
      kind === 'target' && (part === 'aim' || part === 'milestone') && indicator === id && period === year,
  );
  const isAim = aims.some(
    ({ value }) => order(rounded(decimal(String(value)), places), decimal(number)) === 0,
  );
  if (!isAim && rows.some(row => row.period < year && isIt(row))) return 'out of date';
  return held === undefined ? 'cannot be checked' : 'does not hold';
}

function movedStanding(
  setting: Setting,
  measure: Measure,
  latest: Held | undefined,
  year: string,
  moved: string,
): Standing {
  if (latest?.period !== year || latest.value.kind === 'none') return 'cannot be checked';
  const amount = changeSince(setting, measure, latest, earlierOf(setting, latest)?.period);
  if (amount.kind === 'none') return 'cannot be checked';
  const verdict = changedTo(setting, { measure, at: latest });
  const said: Readonly<Record<string, boolean>> = {
    improved: verdict === 'better',
    worsened: verdict === 'worse',
    rose: wayOf(amount) === 'rose',
    fell: wayOf(amount) === 'fell',
    unchanged: amount.sign === 0,
  };
  return said[moved] === true ? 'holds' : 'does not hold';
}

type Way = 'better' | 'worse' | 'same' | 'open';

/** Which way each measure of a claim went since a year: worse if it did over any years on one footing, open where there are several. */
function waysSince(setting: Setting, { every = [], since }: Claim): readonly Way[] {
  const { folder, edition, known } = setting;
  return every
    .flatMap(id => folder.measures.get(id) ?? [])
    .map(measure => {
      const rows = known
        .series(measure.id, 'Total', 'Total', folder.council.code)
        .filter(({ period, value }) => period >= String(since) && period <= edition.period && isPlain(value));
      if (rows[0]?.period !== String(since)) return 'open';
      const footings = Map.groupBy(
        rows,
        ({ period }) => measure.breaks.filter(from => from > String(since) && from <= period).length,
      );
      const ways = [...footings.values()].map(those => wayOver(measure, those));
      if (ways.includes('worse')) return 'worse';
      return ways.length > 1 ? 'open' : (ways[0] ?? 'open');
    });
}

/** Which way a measure went from the first to the last of some rows, however little. */
function wayOver({ polarity }: Measure, rows: readonly Held[]): Way {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined || first === last || polarity === 'neutral') return 'open';
  const amount = lessThan(last, first.value, first.period);
  if (amount.kind === 'none' || amount.sign === null) return 'open';
  const way = wayOf(amount);
  return way === null ? 'same' : (way === 'rose') === (polarity === 'high') ? 'better' : 'worse';
}

function isPlain(value: Held['value']): boolean {
  return value.kind === 'number' && value.precision !== 'about';
}
