import { Big } from 'big.js';
import type { Indicator } from './model/indicator.ts';
import { absent, known, type Value } from './model/value.ts';

/**
 * The figure that counts make, by the indicator's measure: 100 times the share for a percentage or a rate
 * per 100, the quotient for a mean, the numerator for a count. Exact, shown with the indicator's decimals.
 */
export function fromCounts(indicator: Indicator, numerator: number, denominator: number): Value {
  switch (indicator.measure) {
    case 'percentage':
    case 'rate':
      return quotient(new Big(numerator).times(100), denominator, indicator.decimals);
    case 'mean':
      return quotient(new Big(numerator), denominator, indicator.decimals);
    case 'count':
    case 'given':
      return known(numerator, indicator.decimals, 'exact');
  }
}

function quotient(numerator: Big, denominator: number, decimals: number): Value {
  return denominator === 0 ? absent('z') : known(numerator.div(denominator), decimals, 'exact');
}
