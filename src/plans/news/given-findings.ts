import { Big } from 'big.js';
import { knownAmount } from '../../arithmetic.ts';
import { isAttainable } from '../../measures.ts';
import type { Figure } from '../../model/figure.ts';
import { levelText, numberText, ordinal } from '../../model/format.ts';
import type { Unit } from '../../model/indicator.ts';
import type { Place } from '../../model/place.ts';
import { type EntrySaid, entryFigure, type PlanGiven } from '../kit/findings.ts';
import { type News, type NewsClaim, newsForm } from './schema.ts';

const asClaimed = 'As claimed, and not a figure of this report';

type From = Pick<PlanGiven<News>, 'setting'>;

/** The number as it was given, with the line of the file it was written in. */
export function claimedFigure({ setting }: From, claim: NewsClaim, at: Place): Figure | null {
  const number = claim.number ?? (claim.place === undefined ? undefined : String(claim.place));
  if (number === undefined) return null;
  const unit =
    setting.folder.indicators.find(({ id }) => id === claim.indicator)?.unit ?? claim.unit ?? 'count';
  const amount = knownAmount(new Big(number), number.split('.')[1]?.length ?? 0);
  const close = claim.precision === 'exact' ? '' : `${claim.precision.replace('-', ' ')} `;
  const text =
    claim.place === undefined
      ? `${close}${numberWith(amount.number, amount.decimals, unit)}`
      : ordinal(claim.place);
  return newsFigure({ setting }, `${claim.id}: claimed`, amount, { text, at, working: asClaimed });
}

function numberWith(number: Big, decimals: number, unit: Unit | 'count'): string {
  return unit === 'percent' || unit === 'percentage-points'
    ? levelText(knownAmount(number, decimals), unit)
    : numberText(number, decimals);
}

/** Of how many the number was given. */
export function wholeFigure(given: From, { id, of }: NewsClaim, at: Place): Figure | null {
  return of === undefined ? null : numberFigure(given, `${id}: of how many`, of, { at, working: asClaimed });
}

/** A whole number that the page of news prints. */
export function numberFigure(
  given: Pick<From, 'setting'>,
  part: string,
  number: number,
  rest: Omit<EntrySaid, 'text'>,
): Figure {
  const amount = knownAmount(new Big(number), 0);
  return newsFigure(given, part, amount, { text: numberText(amount.number, 0), ...rest });
}

/** How many of all give the share that was claimed. */
export function makingFigure(
  given: From,
  { id, number, of }: NewsClaim,
  claimed: Figure | null,
): Figure | null {
  if (number === undefined || of === undefined || claimed === null || !claimed.text.endsWith('%'))
    return null;
  if (!isAttainable(number, of)) return null;
  const count = knownAmount(new Big(number).times(of).div(100), 0);
  return newsFigure(given, `${id}: how many make it`, count, {
    text: numberText(count.number, 0),
    inputs: [claimed],
    working: `The whole number of ${of} that gives the share claimed`,
  });
}

/** A figure of the page of news. */
function newsFigure(
  { setting }: Pick<From, 'setting'>,
  part: string,
  amount: Figure['amount'],
  said: EntrySaid,
): Figure {
  return entryFigure(setting, newsForm, 'count', part, amount, said);
}
