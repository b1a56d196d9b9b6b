import { countsByDay, gradePattern } from '../../profiles/checks.ts';
import { allPhases, type ProfileCount } from '../../profiles/schema.ts';
import type { PlanCheck } from './checks.ts';
import { fieldsIn } from './fields.ts';

type Check = Pick<PlanCheck<unknown>, 'plan' | 'edition' | 'known' | 'profileCounts' | 'report'>;

/** Reports "Requires improvement (18)", where 16 do and two more are inadequate (X06). */
export function checkGradeCounts(check: Check): void {
  const { plan, report } = check;
  const days = daysOf(check);
  for (const part of new Set(days.flat().map(row => row.part))) {
    const held = days.flatMap(rows => countsOf(rows.filter(row => row.part === part)));
    const named = new RegExp(String.raw`${gradePattern(part)}(?: schools)?\s*\((\d+)\)`, 'gi');
    for (const { text, path } of fieldsIn(plan.form.schema, plan.value)) {
      for (const { 0: spelling, 1: count = '' } of text.matchAll(named)) {
        if (!held.some(each => each.count === Number(count)))
          report(
            plan.place(path),
            'grade-count-not-so',
            spelling,
            part,
            held.map(each => `${each.phase} ${each.count}`),
          );
      }
    }
  }
}

/** The council's counts of the edition's year by grade and phase, day by day, as they were known at its cut-off. */
function daysOf({ edition, known, profileCounts }: Check): readonly (readonly ProfileCount[])[] {
  const rows = profileCounts.filter(
    ({ area, period, released }) =>
      area === known.council &&
      period === edition.period &&
      (released === null || released <= edition['cut-off']),
  );
  return countsByDay(rows, known)
    .filter(({ profile }) => profile.kind === 'phases')
    .map(({ counts }) => counts);
}

/** The counts of a grade on a day by phase, and of all phases together. */
function countsOf(rows: readonly ProfileCount[]) {
  if (rows.length === 0) return [];
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  return [...rows.map(({ phase, count }) => ({ phase, count })), { phase: allPhases, count: all }];
}
