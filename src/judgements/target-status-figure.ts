import { refused } from '../arithmetic.ts';
import type { Figure, Refusal } from '../model/figure.ts';
import { statusNames, type TargetStatus } from '../model/target.ts';
import type { Maker, Planned, Worked } from './target-figures.ts';

/** The status of a part: its words, the distance from the line as its number, and what decided it. */
export function statusFigure(
  make: Maker,
  status: TargetStatus,
  because: Refusal | null,
  worked: Worked | null,
  planned: Planned,
): Figure {
  const inputs = [worked?.now, worked?.ahead, planned.baseline, planned.aim].flatMap(each => each ?? []);
  const text = statusNames[status];
  if (because !== null) {
    const working = 'No status is worked out: the reason is given beside the target';
    return make('status', refused(because), { text, inputs, working });
  }
  return make('status', worked?.ahead?.amount ?? worked?.toGo.amount ?? refused('no-measure'), {
    text,
    inputs,
    working: workings[status],
  });
}

const workings: Readonly<Record<TargetStatus, string>> = {
  achieved: 'The outcome does what the target asks for',
  'already-achieved': 'The baseline did what the target asks for when it was set, and the outcome still does',
  'on-track': 'The outcome is on the line from the baseline to the aim, or better',
  'slightly-behind': 'The outcome is behind its line by no more than a tenth of the whole way',
  'off-track':
    'The outcome is behind its line by more than a tenth of the whole way, or was met and is no longer',
  projected: 'Only a projection is held: whatever it comes to, no outcome has been reached',
  'not-measurable': 'Nothing can tell',
};
