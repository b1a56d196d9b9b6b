import { subtract } from '../arithmetic.ts';
import { type Comparison, compare } from '../judgements/comparison.ts';
import { type Findings, findingsOn } from '../judgements/findings.ts';
import type { Gap, GapFindings } from '../judgements/gap.ts';
import type { Beside, Setting } from '../judgements/setting.ts';
import type { Breakdown } from '../model/breakdown.ts';
import { type Figure, refusals } from '../model/figure.ts';
import type { Indicator } from '../model/indicator.ts';
import { periodLabel } from '../model/time.ts';
import type { Value } from '../model/value.ts';
import { comparisonSentences } from './comparison-phrases.ts';
import type { GapSaying, Saying } from './fact-grammar.ts';
import { gapElsewhere, gapMovement, gapSentence } from './gap-phrases.ts';
import { changeSentence, levelSentence } from './phrases.ts';
import { textOf } from './sentence.ts';

/** What the data says of a fact, and the figures that say so. */
export type Held = {
  readonly outcome: 'so' | 'not-so';
  /** The computed sentence, or why nothing may be said. */
  readonly says: string;
  /** The figures it rests on. */
  readonly figures: readonly Figure[];
};

type Way = Extract<Saying, { kind: 'movement' }>['way'];
type Side = Extract<Saying, { kind: 'side' }>['side'];
type GapWay = Extract<GapSaying, { kind: 'movement' }>['way'];
type GapSide = Extract<GapSaying, { kind: 'side' }>['side'];

/** What the data says of a measure's movement, or of its place beside a comparator. */
export function measureHeld(
  setting: Setting,
  indicator: Indicator,
  breakdown: Breakdown,
  saying: Saying<Beside>,
): Held {
  const found = findingsOn(setting, indicator, breakdown);
  const { period } = setting.edition;
  if (found === null || found.latest.period !== period)
    return notSo(`No figure for ${periodLabel(period)} is held.`);
  if (found.level.value.kind === 'absent') return notSo(textOf(levelSentence(found, period)));
  return saying.kind === 'movement'
    ? movementHeld(found, saying.way)
    : sideHeld(setting, found, saying.side, saying.who);
}

/** What the data says of a gap's movement, or of its width beside the same gap elsewhere. */
export function gapHeld(setting: Setting, found: GapFindings, saying: GapSaying<Beside>): Held {
  const { period } = setting.edition;
  if (found.now.period !== period) return notSo(`No gap for ${periodLabel(period)} is held.`);
  return saying.kind === 'movement'
    ? gapMovementHeld(found, saying.way, setting)
    : gapSideHeld(found, saying.side, saying.who, setting);
}

function movementHeld(found: Findings, way: Way): Held {
  const { change, indicator } = found;
  const sentence = textOf(changeSentence(found) ?? ['No change is given.']);
  const judged = way === 'improved' || way === 'worsened';
  const neutral = judged && indicator.polarity === 'neutral';
  return {
    outcome: isMovement(found, way) ? 'so' : 'not-so',
    says: neutral ? `${sentence} Of this measure neither way is called better.` : sentence,
    figures: [change.figure, ...change.rests],
  };
}

function isMovement({ change }: Findings, way: Way): boolean {
  switch (way) {
    case 'rose':
    case 'fell':
    case 'unchanged':
      return change.outcome === way;
    case 'improved':
      return change.verdict === 'better';
    case 'worsened':
      return change.verdict === 'worse';
  }
}

function sideHeld(setting: Setting, found: Findings, side: Side, beside: Beside): Held {
  const { indicator, latest, level } = found;
  const comparisons = compare(setting, indicator, latest, [beside]);
  const [comparison] = comparisons.held;
  const sentence = comparisonSentences({ ...found, comparisons })
    .map(textOf)
    .join(' ');
  if (comparison === undefined) return notSo(sentence);
  const { amount } = comparison.figure;
  if (amount.kind === 'refused')
    return notSo(`No difference from ${beside.phrase} is given: ${refusals[amount.because].toLowerCase()}.`);
  return {
    outcome: isSide(comparison, side) ? 'so' : 'not-so',
    says: sentence,
    figures: [comparison.figure, level.figure, comparison.level.figure],
  };
}

/** Above, better and their like are said only beyond what is broadly in line. */
function isSide({ degree, side, verdict }: Comparison, said: Side): boolean {
  const close = degree === 'same' || degree === 'similar';
  const apart = !close && degree !== 'uncertain';
  switch (said) {
    case 'above':
    case 'below':
      return apart && side === said;
    case 'in line with':
      return close;
    case 'better than':
      return apart && verdict === 'better';
    case 'worse than':
      return apart && verdict === 'worse';
  }
}

function gapMovementHeld(found: GapFindings, way: GapWay, { edition }: Setting): Held {
  const { now, before, movement } = found;
  if (before === null || movement === null) {
    const { amount } = now.figure;
    return notSo(
      amount.kind === 'refused'
        ? textOf(gapSentence(found, edition.period))
        : 'There is no comparable earlier gap.',
    );
  }
  const [sentence] = gapMovement(found);
  return {
    outcome: movement.outcome === way ? 'so' : 'not-so',
    says: sentence === undefined ? 'The two years are too close to say which is wider.' : textOf(sentence),
    figures: [movement.figure, now.figure, before.figure],
  };
}

function gapSideHeld(found: GapFindings, side: GapSide, beside: Beside, { edition }: Setting): Held {
  const there = found.elsewhere.find(({ area }) => area.code === beside.code);
  const here = textOf(gapSentence(found, edition.period));
  if (there === undefined) return notSo(`${here} No figures of both groups are held for ${beside.phrase}.`);
  return {
    outcome: widthBeside(found.now, there) === side ? 'so' : 'not-so',
    says: `${here} ${textOf(gapElsewhere({ ...found, elsewhere: [there] }, there.area))}`,
    figures: [found.now.figure, there.figure],
  };
}

/** Wider or narrower by what is printed; neither when the two are equal, uncertain or the other way round. */
function widthBeside(here: Gap, there: Gap): 'wider than' | 'narrower than' | null {
  if (here.value.kind === 'absent' || there.value.kind === 'absent') return null;
  if (here.value.number.times(there.value.number).lt(0)) return null;
  const amount = subtract(widthOf(here.value), widthOf(there.value));
  if (amount.kind === 'refused' || amount.sign === null || amount.number.eq(0)) return null;
  return amount.sign > 0 ? 'wider than' : 'narrower than';
}

function widthOf(value: Extract<Value, { kind: 'known' }>): Value {
  return { ...value, number: value.number.abs() };
}

/** A fact that may not be said, and why. */
export function notSo(says: string): Held {
  return { outcome: 'not-so', says, figures: [] };
}
