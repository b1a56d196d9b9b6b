import type { PlanKind } from '../../model/plan-files.ts';
import { allPhases } from '../../model/profile.ts';
import type { PlanCheck } from '../plan-check.ts';
import { entryOf } from '../register.ts';

type Steps = readonly (string | number)[];
type Check = Pick<PlanCheck<PlanKind>, 'plan' | 'edition' | 'known' | 'profileCounts' | 'report'>;

/**
 * Reports counts set beside the name of a grade that the profile does not have of it: "Requires improvement (18)",
 * where 16 do and two more are inadequate (X06).
 */
export function checkGradeCounts(check: Check, value: unknown, path: Steps = []): void {
  const { plan, edition, known, profileCounts, report } = check;
  const rows = profileCounts.filter(
    ({ area, period, profile }) =>
      area === known.council &&
      period === edition.period &&
      entryOf(known.profiles, profile).kind === 'phases',
  );
  for (const part of new Set(rows.map(row => row.part))) {
    const held = countsOf(rows.filter(row => row.part === part));
    const named = new RegExp(
      `\\b${part.replace(/^requires/i, 'requir(?:es?|ing)')}(?: schools)?\\s*\\((\\d+)\\)`,
      'gi',
    );
    for (const { text, steps } of textsIn(value, path)) {
      for (const { 0: spelling, 1: count = '' } of text.matchAll(named)) {
        if (!held.some(each => each.count === Number(count)))
          report(
            plan.place(steps),
            'grade-count-not-so',
            spelling,
            part,
            held.map(each => `${each.phase} ${each.count}`),
          );
      }
    }
  }
}

/** The counts of a grade by profile and phase, and of all phases together. */
function countsOf(rows: PlanCheck<PlanKind>['profileCounts']) {
  const profiles = [...new Set(rows.map(({ profile }) => profile))];
  return profiles.flatMap(profile => {
    const own = rows.filter(row => row.profile === profile);
    const all = own.reduce((sum, { count }) => sum + count, 0);
    return [...own.map(({ phase, count }) => ({ phase, count })), { phase: allPhases, count: all }];
  });
}

function textsIn(value: unknown, steps: Steps): readonly { readonly text: string; readonly steps: Steps }[] {
  if (typeof value === 'string') return [{ text: value, steps }];
  if (Array.isArray(value)) return value.flatMap((item: unknown, at) => textsIn(item, [...steps, at]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...steps, key]));
}
