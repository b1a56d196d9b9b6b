import { markOf } from '../../charts/from-findings.ts';
import type { PartFindings } from '../../judgements/target-parts.ts';
import type { BulletChart } from '../../model/chart.ts';
import { capital } from '../../model/spelling.ts';
import { statusNames } from '../../model/target.ts';
import type { RowFindings, ScorecardFindings } from './findings.ts';

/** The fewest rows that make a chart of them. */
const fewest = 2;

/** What a target asks for, in words: "at least 60%". */
export type AimText = (found: PartFindings) => string;

/** The percentages of a scorecard beside the numbers that they were last to reach; null where there are too few. */
export function scorecardChart({ outcomes }: ScorecardFindings, aimText: AimText): BulletChart | null {
  const rows = outcomes.flatMap(each => each.rows).flatMap(row => kpiOf(row, aimText) ?? []);
  if (rows.length < fewest) return null;
  return { kind: 'bullet', scale: { suffix: '%', floor: 0, ceiling: 100 }, rows };
}

function kpiOf({ measure, current }: RowFindings, aimText: AimText): BulletChart['rows'][number] | null {
  const found = current?.found ?? null;
  if (measure?.unit !== 'percent' || found === null || found.measure?.beside !== null) return null;
  const { now, planned, status, isProjected } = found;
  if (now === null || now.amount.kind === 'refused' || planned.aim === null || isProjected) return null;
  return {
    name: measure.short,
    actual: markOf(now),
    target: { ...markOf(planned.aim), text: aimText(found) },
    status: capital(statusNames[status]),
    bands: [],
  };
}
