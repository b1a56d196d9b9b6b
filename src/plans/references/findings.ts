import type { Figure } from '../../model/figure.ts';
import type { Reference } from './schema.ts';
import { counted } from '../kit/counted.ts';
import type { PlanGiven } from '../kit/given.ts';

/** How many publications are listed, how many of their addresses were looked at and what was found, how many have a copy. */
export type ReferencesFindings = {
  readonly all: Figure;
  readonly live: Figure;
  readonly gone: Figure;
  readonly unchecked: Figure;
  readonly archived: Figure;
  /** With an address that may lead to a copy: nobody has looked. */
  readonly sought: Figure;
  /** False where no address has been looked at. */
  readonly areChecked: boolean;
  readonly figures: readonly Figure[];
};

/** The findings on the references of an edition. */
export function referencesFindings({ setting, plan }: PlanGiven<'references'>): ReferencesFindings {
  const { references } = plan.value;
  const of = { setting, kind: plan.kind, where: plan.place(['references']) };
  const count = (part: string, has: (each: Reference) => boolean) =>
    counted(of, part, references.filter(has).length);
  const found = {
    all: count('all', () => true),
    live: count('live', ({ status }) => status === 'live'),
    gone: count('gone', ({ status }) => status === 'gone'),
    unchecked: count('not checked', ({ status }) => status === 'not-checked'),
    archived: count(
      'with an archived copy',
      ({ archived, status }) => archived !== undefined && status !== 'not-checked',
    ),
    sought: count(
      'with a search for a copy',
      ({ archived, status }) => archived !== undefined && status === 'not-checked',
    ),
  };
  const areChecked = references.some(({ status }) => status !== 'not-checked');
  return { ...found, areChecked, figures: Object.values(found) };
}
