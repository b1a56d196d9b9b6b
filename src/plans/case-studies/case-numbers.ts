import { Big } from 'big.js';
import { knownAmount } from '../../arithmetic.ts';
import type { Amount } from '../../model/figure.ts';
import { numberText, ordinal, sizeText } from '../../model/format.ts';
import type { FactKind, FactPrecision } from './schema.ts';

/** The number of a fact as an amount; not exact where the account says so. */
export function amountFrom(value: string, precision: FactPrecision): Amount {
  return { ...knownAmount(new Big(value), decimalsOf(value)), about: precision !== 'exact' };
}

/** The decimals that a number is written with. */
export function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

const closeness: Readonly<Record<FactPrecision, string>> = {
  exact: '',
  about: 'about ',
  almost: 'almost ',
  'more-than': 'more than ',
};

/** "about 300", "84%", "£27", "19th". */
export function textOf(kind: FactKind, value: string, precision: FactPrecision): string {
  const number = numberText(new Big(value), decimalsOf(value));
  switch (kind) {
    case 'count':
      return `${closeness[precision]}${number}`;
    case 'percent':
      return `${closeness[precision]}${number}%`;
    case 'points':
      return `${closeness[precision]}${sizeText(knownAmount(new Big(value), decimalsOf(value)), 'percentage-points')}`;
    case 'money':
      return `${closeness[precision]}£${number}`;
    case 'rank':
      return `${closeness[precision]}${ordinal(Number(value))}`;
  }
}
