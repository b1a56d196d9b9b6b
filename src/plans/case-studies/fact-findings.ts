import { Big } from 'big.js';
import { countAmount, knownAmount, subtract } from '../../arithmetic.ts';
import type { Setting } from '../../judgements/setting.ts';
import type { Amount, Figure, FigureKind } from '../../model/figure.ts';
import { numberText, ordinal, refusalText, sizeText } from '../../model/format.ts';
import type { Place } from '../../model/place.ts';
import { known, type Value } from '../../model/value.ts';
import { entryFigure } from '../kit/findings.ts';
import {
  type CaseFact,
  type CaseStudy,
  type CaseTally,
  caseStudiesForm,
  type FactKind,
  type FactPrecision,
} from './schema.ts';

/** One line of a panel of facts: what was printed, and what is worked out of it. */
export type FactFound = {
  readonly fact: CaseFact;
  readonly value: Figure;
  readonly parts: readonly { readonly label: string; readonly figure: Figure }[];
  /** How many in all, and of a count the share that it is. */
  readonly whole: Figure | null;
  readonly share: Figure | null;
  /** What it was, where that is printed, and how far it has come since. */
  readonly earlier: Figure | null;
  readonly change: Figure | null;
  /** What it is elsewhere, where that is printed, and how far it is above. */
  readonly elsewhere: Figure | null;
  readonly above: Figure | null;
};

/** What became of all that were looked at again. */
export type TallyFound = {
  readonly tally: CaseTally;
  readonly same: Figure;
  readonly up: Figure;
  readonly down: Figure;
  readonly of: Figure;
};

/** Makes the figures of a case study, each with the line of the file it was written in. */
type FactMaker = (
  part: string,
  kind: FigureKind,
  amount: Amount,
  rest: {
    readonly text: string;
    readonly working: string;
    readonly inputs?: readonly Figure[];
    readonly at?: Place;
  },
) => Figure;

/** The maker of one case study's figures, under the council it is about. */
export function factMaker(setting: Setting, study: Pick<CaseStudy, 'id' | 'area'>): FactMaker {
  return (part, kind, amount, said) =>
    entryFigure(setting, caseStudiesForm, kind, `${study.id}: ${part}`, amount, said, study.area);
}

const figureKindOf: Readonly<Record<FactKind, FigureKind>> = {
  count: 'count',
  percent: 'share',
  points: 'change',
  money: 'count',
  rank: 'rank',
};

const asPrinted = 'As the account prints it';

/** The figures of a fact: those printed, and the sum, share, change and difference that follow from them. */
export function factFigures(make: FactMaker, fact: CaseFact, at: Place): FactFound {
  const { id, kind, precision } = fact;
  const printed = (part: string, value: string, working = asPrinted, close: FactPrecision = 'exact') =>
    make(part, figureKindOf[kind], amountFrom(value, close), {
      text: factText(kind, value, close),
      working,
      at,
    });
  const parts = (fact.parts ?? []).map(({ label, value }) => ({
    label,
    figure: printed(`${id}, ${label}`, value),
  }));
  const main =
    fact.value === undefined ? sumOf(make, fact, parts) : printed(id, fact.value, asPrinted, precision);
  const whole =
    fact.of === undefined
      ? null
      : make(`${id}, in all`, 'count', countAmount(fact.of), {
          text: numberText(new Big(fact.of), 0),
          working: asPrinted,
          at,
        });
  return {
    fact,
    value: main,
    parts,
    whole,
    share: whole === null || kind !== 'count' ? null : shareOf(make, fact, main, whole),
    ...changeIn(make, fact, main, printed, at),
    ...differenceIn(make, fact, main, printed, at),
  };
}

/** The figures of a tally. */
export function tallyFigures(make: FactMaker, tally: CaseTally, at: Place): TallyFound {
  const one = (name: 'same' | 'up' | 'down' | 'of', number: number) =>
    make(`tally, ${name}`, 'count', countAmount(number), { text: String(number), working: asPrinted, at });
  const { same, up, down = 0, of } = tally;
  return { tally, same: one('same', same), up: one('up', up), down: one('down', down), of: one('of', of) };
}

/** What the parts of a fact make together. */
function sumOf(make: FactMaker, { id, kind }: CaseFact, parts: FactFound['parts']): Figure {
  const sum = parts.reduce(
    (all, { figure: { amount } }) => (amount.kind === 'known' ? all.plus(amount.number) : all),
    new Big(0),
  );
  const text = factText(kind, sum.toFixed(), 'exact');
  const inputs = parts.map(part => part.figure);
  return make(id, figureKindOf[kind], amountFrom(sum.toFixed(), 'exact'), {
    text,
    inputs,
    working: 'The sum of its parts',
  });
}

type Printed = (part: string, value: string) => Figure;

/** Of "about 300" the share is about so much too; of "more than" and "almost" none is worked out. */
function shareOf(make: FactMaker, { id, precision }: CaseFact, value: Figure, whole: Figure): Figure | null {
  if (value.amount.kind === 'refused' || whole.amount.kind === 'refused') return null;
  if (precision === 'almost' || precision === 'more-than') return null;
  const about = precision === 'about';
  const decimals = about ? 0 : 1;
  const share = value.amount.number.times(100).div(whole.amount.number);
  const amount = { ...knownAmount(share, decimals), about };
  return make(`${id}, share`, 'share', amount, {
    text: factText('percent', amount.number.toFixed(decimals), precision),
    inputs: [value, whole],
    working: `Worked out from the two numbers, then rounded to ${about ? 'a whole number' : '1 decimal place'}`,
  });
}

/** Percentages change by points; counts and money by per cent of what they were (R01). */
function changeIn(make: FactMaker, fact: CaseFact, value: Figure, printed: Printed, at: Place) {
  const { id, kind, from, change } = fact;
  if (change !== undefined) {
    const amount = knownAmount(new Big(change.by), decimalsOf(change.by));
    const unit = change.in === 'points' ? 'percentage-points' : 'percent';
    const text =
      unit === 'percent' ? `${numberText(amount.number, amount.decimals)}%` : sizeText(amount, unit);
    return {
      earlier: null,
      change: make(`${id}, change`, 'change', amount, { text, working: asPrinted, at }),
    };
  }
  if (from === undefined) return { earlier: null, change: null };
  const earlier = printed(`${id}, before`, from.value);
  const inputs = [value, earlier];
  if (kind === 'percent' || kind === 'points' || kind === 'rank') {
    const amount = subtract(heldValue(value), heldValue(earlier));
    const text = kind === 'rank' ? placesText(amount) : sizeText(amount, 'percentage-points');
    return {
      earlier,
      change: make(`${id}, change`, 'change', amount, {
        text,
        inputs,
        working: 'Difference of the printed figures',
      }),
    };
  }
  const amount = relative(value, earlier);
  const text = amount.kind === 'refused' ? '[z]' : `${numberText(amount.number.abs(), 1)}%`;
  const working = 'The difference as a share of the earlier number, rounded to 1 decimal place';
  return { earlier, change: make(`${id}, change`, 'change', amount, { text, inputs, working }) };
}

function differenceIn(make: FactMaker, fact: CaseFact, value: Figure, printed: Printed, at: Place) {
  const { id, kind, beside, above } = fact;
  if (above !== undefined) {
    const amount = knownAmount(new Big(above.by), decimalsOf(above.by));
    const text = sizeText(amount, 'percentage-points');
    return {
      elsewhere: null,
      above: make(`${id}, above ${above.who}`, 'difference', amount, { text, working: asPrinted, at }),
    };
  }
  if (beside === undefined) return { elsewhere: null, above: null };
  const elsewhere = printed(`${id}, ${beside.who}`, beside.value);
  // What is counted in other things than points is only set beside it.
  if (kind !== 'percent' && kind !== 'points') return { elsewhere, above: null };
  const amount = subtract(heldValue(value), heldValue(elsewhere));
  const text = sizeText(amount, 'percentage-points');
  const inputs = [value, elsewhere];
  const working = 'Difference of the printed figures';
  return {
    elsewhere,
    above: make(`${id}, above ${beside.who}`, 'difference', amount, { text, inputs, working }),
  };
}

function relative(now: Figure, before: Figure): Amount {
  const [a, b] = [now.amount, before.amount];
  if (a.kind === 'refused') return a;
  if (b.kind === 'refused') return b;
  if (a.about || b.about) return { kind: 'refused', because: 'approximate' };
  if (b.number.eq(0)) return { kind: 'refused', because: 'no-earlier-figure' };
  return knownAmount(a.number.minus(b.number).times(100).div(b.number), 1);
}

/** "11 places", "1 place". */
function placesText(amount: Amount): string {
  if (amount.kind === 'refused') return refusalText(amount.because);
  const places = amount.number.abs();
  return `${numberText(places, 0)} ${places.eq(1) ? 'place' : 'places'}`;
}

function heldValue({ amount }: Figure): Value {
  if (amount.kind === 'refused') return { kind: 'absent', because: 'x' };
  return known(amount.number, amount.decimals, amount.about ? 'about' : 'rounded');
}

/** The number of a fact as an amount; not exact where the account says so. */
function amountFrom(value: string, precision: FactPrecision): Amount {
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
function factText(kind: FactKind, value: string, precision: FactPrecision): string {
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
