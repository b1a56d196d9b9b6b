import type { TargetStatus } from '../model/target.ts';

/** What decides each status of a target, for the ledger. */
export const workings: Readonly<Record<TargetStatus, string>> = {
  achieved: 'The outcome does what the target asks for',
  'already-achieved': 'The baseline did what the target asks for when it was set, and the outcome still does',
  'on-track': 'The outcome is on the line from the baseline to the aim, or better',
  'slightly-behind': 'The outcome is behind its line by no more than a tenth of the whole way',
  'off-track':
    'The outcome is behind its line by more than a tenth of the whole way, or was met and is no longer',
  projected: 'Only a projection is held: whatever it comes to, no outcome has been reached',
  'not-measurable': 'Nothing can tell',
};
