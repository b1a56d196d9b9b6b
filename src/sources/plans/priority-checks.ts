import type { Report } from '../../issues.ts';
import type { Place } from '../../model/place.ts';
import type { PlanKind } from '../../model/plan-files.ts';
import { type Priority, wholeStrategy } from '../../model/plans/rating.ts';
import { allPhases } from '../../model/profile.ts';
import { nearest } from '../near.ts';
import type { PlanCheck } from '../plan-check.ts';

type Steps = readonly (string | number)[];

/** Reports a priority area that is not in the list (X12). */
export function checkPriority(
  name: string,
  priorities: readonly Priority[],
  place: Place,
  report: Report,
): void {
  const known = priorities.map(({ id }) => id);
  if (name !== wholeStrategy && !known.includes(name))
    report(place, 'unknown-priority', name, known, nearest(name, [...known, wholeStrategy]));
}

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const miscount =
  /\b(\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:(?:key|core|main|strategic)\s+)*(?:priorit(?:y|ies)(?: areas)?|principles)\b/gi;

/** Reports words that count the priority areas otherwise than their list (X12). */
export function checkPriorityCount(
  value: unknown,
  count: number,
  path: Steps,
  plan: PlanCheck<PlanKind>['plan'],
  report: Report,
): void {
  for (const { text, steps } of textsIn(value, path)) {
    for (const { 0: spelling, 1: number = '' } of text.matchAll(miscount)) {
      const said = /\d/.test(number) ? Number(number) : numbers.indexOf(number.toLowerCase()) + 1;
      if (said !== count) report(plan.place(steps), 'miscounted-priorities', spelling, count);
    }
  }
}

/**
 * Reports counts set beside the name of a grade that the profile does not have of it: "Requires improvement (18)",
 * where 16 do and two more are inadequate (X06).
 */
export function checkGradeCounts(check: PlanCheck<PlanKind>, value: unknown, path: Steps): void {
  const { plan, edition, known, profileCounts, report } = check;
  const rows = profileCounts.filter(
    ({ area, period }) => area === known.council && period === edition.period,
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
            'grade-miscounted',
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
