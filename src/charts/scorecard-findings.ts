import type { RowFindings, ScorecardFindings } from '../judgements/plans/scorecard.ts';
import type { PartFindings } from '../judgements/target-parts.ts';
import type { BulletChart } from '../model/chart.ts';
import { statusNames } from '../model/target.ts';
import { markOf } from './from-findings.ts';

/** The fewest rows that make a chart of them. */
const fewest = 2;

/** The percentages of a scorecard beside what they were last to reach, said by `aimOf`; null where there are too few. */
export function scorecardChart(
  { outcomes }: ScorecardFindings,
  aimOf: (found: PartFindings) => string,
): BulletChart | null {
  const rows = outcomes.flatMap(each => each.rows).flatMap(row => kpiOf(row, aimOf) ?? []);
  if (rows.length < fewest) return null;
  return { kind: 'bullet', scale: { suffix: '%', floor: 0, ceiling: 100 }, rows };
}

function kpiOf(
  { measure, current }: RowFindings,
  aimOf: (found: PartFindings) => string,
): BulletChart['rows'][number] | null {
  const found = current?.found ?? null;
  if (measure?.unit !== 'percent' || found === null || found.measure?.beside !== null) return null;
  const { now, planned, status, isProjected } = found;
  if (now === null || now.amount.kind === 'refused' || planned.aim === null || isProjected) return null;
  return {
    name: measure.short,
    actual: markOf(now),
    target: { ...markOf(planned.aim), text: aimOf(found) },
    status: capital(statusNames[status]),
    bands: [],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
