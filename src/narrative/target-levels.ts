import { isCounted } from '../judgements/target-figures.ts';
import type { TargetMeasure } from '../judgements/target-measure.ts';
import type { PartFindings } from '../judgements/target-parts.ts';
import type { Figure } from '../model/figure.ts';
import { levelText, sizeText } from '../model/format.ts';
import type { Operator } from '../model/target.ts';
import { localityWords } from './locality-phrases.ts';
import { type Draft, mention, say } from './sentence.ts';
import { possessive } from './words.ts';

/** What each operator is called before its number. */
export const operatorWords: Readonly<Record<Operator, string>> = {
  'at-least': 'at least',
  above: 'more than',
  'at-most': 'at most',
  below: 'less than',
};

/** What a part aims for: "at least 70%", "above England", "no school". */
export function aimDraft({ part, planned, measure }: PartFindings): Draft {
  const { aim } = planned;
  if (aim === null || part.operator === undefined || measure === null) return [];
  const words = operatorWords[part.operator];
  if (measure.beside !== null && part.as === 'difference') return besideDraft(part.operator, aim, measure);
  const isNone = part.operator === 'at-most' && Number(part.aim?.value) === 0 && isCounted(measure.unit);
  const text = isNone
    ? mention(aim, `no ${measure.unit}`)
    : isAll(part, measure)
      ? mention(aim)
      : say`${words} ${mention(aim)}`;
  const place = part.worst === undefined ? [] : say` in every ${part.worst}`;
  const index = measure.beside === null ? [] : say` for each 100 in ${measure.beside.phrase}`;
  return say`${text}${place}${index}`;
}

/** True of an aim of all there are, than which no more can be had: "100%", not "at least 100%". */
export function isAll({ operator, aim }: PartFindings['part'], { unit, beside }: TargetMeasure): boolean {
  return operator === 'at-least' && Number(aim?.value) === 100 && unit === 'percent' && beside === null;
}

/** A place beside others: "above England", "at least 2 percentage points above England". */
function besideDraft(operator: Operator, aim: Figure, measure: TargetMeasure): Draft {
  const { beside, unit } = measure;
  const who = beside?.phrase ?? '';
  const { amount } = aim;
  if (measure.index !== null) return growthAim(operator, aim, measure);
  if (isGap(measure)) return gapAim(operator, aim, measure);
  if (amount.kind === 'refused' || !amount.number.eq(0)) {
    const way = amount.kind === 'known' && amount.number.lt(0) ? 'below' : 'above';
    return say`${operatorWords[operator]} ${mention(aim, sizeText(amount, unit))} ${way} ${who}`;
  }
  const level: Readonly<Record<Operator, string>> = {
    'at-least': 'no lower than',
    above: 'above',
    'at-most': 'no higher than',
    below: 'below',
  };
  return say`${mention(aim, level[operator])} ${who}`;
}

/** The figure that is held against the aim: "62.0%", "2 percentage points above England", "12% in the worst ward, Elm". */
export function nowDraft({ now, measure, part, places }: PartFindings): Draft {
  if (now === null) return [];
  if (measure === null) return [mention(now)];
  const level = besideLevel(now, measure);
  if (part.worst === undefined || places.length === 0) return level;
  const [one, several] = localityWords[part.worst];
  const names = new Intl.ListFormat('en-GB').format(places.map(({ name }) => name));
  return say`${level} in the worst ${places.length === 1 ? one : several}, ${names}`;
}

/** A level of a part: a plain figure, or one beside others. */
export function besideLevel(figure: Figure, measure: TargetMeasure): Draft {
  const { beside, unit, indicator } = measure;
  const { amount } = figure;
  if (amount.kind === 'refused') return [mention(figure)];
  if (beside === null || figure.kind !== 'target')
    return [
      mention(
        figure,
        `${figure.kind === 'target' && amount.about ? 'about ' : ''}${levelText(amount, unit)}`,
      ),
    ];
  // An index is a level of its own: so many for each 100.
  if (measure.index === null && unit === 'points' && indicator?.unit !== 'points')
    return say`${mention(figure)} for each 100 in ${beside.phrase}`;
  const who = isGap(measure) ? possessive(beside.phrase) : beside.phrase;
  const growth = measure.index === null ? '' : 'growth ';
  if (amount.number.eq(0)) return say`${growth}${mention(figure, 'level with')} ${who}`;
  return say`${growth}${mention(figure, sizeText(amount, unit))} ${away(measure, amount.number.gt(0))} ${who}`;
}

/** True of a measure that is itself a gap between two groups: it is wide or narrow, not high or low (X24). */
function isGap({ indicator }: TargetMeasure): boolean {
  return indicator?.nature === 'gap';
}

/** "No larger than England’s", "at least 2 percentage points narrower than England’s". */
function gapAim(operator: Operator, aim: Figure, { beside, unit }: TargetMeasure): Draft {
  const whose = possessive(beside?.phrase ?? '');
  const { amount } = aim;
  if (amount.kind === 'refused' || !amount.number.eq(0)) {
    const way = amount.kind === 'known' && amount.number.lt(0) ? 'narrower' : 'wider';
    return say`${operatorWords[operator]} ${mention(aim, sizeText(amount, unit))} ${way} than ${whose}`;
  }
  const size: Readonly<Record<Operator, string>> = {
    'at-least': 'no smaller than',
    above: 'larger than',
    'at-most': 'no larger than',
    below: 'smaller than',
  };
  return say`${mention(aim, size[operator])} ${whose}`;
}

/** "Growth no slower than the rate of inflation". */
function growthAim(operator: Operator, aim: Figure, { beside }: TargetMeasure): Draft {
  const speed: Readonly<Record<Operator, string>> = {
    'at-least': 'growth no slower than',
    above: 'growth faster than',
    'at-most': 'growth no faster than',
    below: 'growth slower than',
  };
  return say`${mention(aim, speed[operator])} ${beside?.phrase ?? ''}`;
}

/** Which way a figure lies from what it is beside: above or below, wider or narrower, faster or slower. */
function away(measure: TargetMeasure, isMore: boolean): string {
  if (measure.index !== null) return isMore ? 'faster than' : 'slower than';
  if (isGap(measure)) return isMore ? 'wider than' : 'narrower than';
  return isMore ? 'above' : 'below';
}
