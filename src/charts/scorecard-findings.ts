import type { RowFindings, ScorecardFindings } from '../judgements/plans/scorecard.ts';
import type { BulletChart } from '../model/chart.ts';
import { statusNames } from '../model/target.ts';
import { textOf } from '../narrative/sentence.ts';
import { aimDraft } from '../narrative/target-levels.ts';
import { markOf } from './from-findings.ts';

/** The fewest rows that make a chart of them. */
const fewest = 2;

/** The percentages of a scorecard beside the numbers that they were last to reach; null where there are too few. */
export function scorecardChart({ outcomes }: ScorecardFindings): BulletChart | null {
  const rows = outcomes.flatMap(each => each.rows).flatMap(row => kpiOf(row) ?? []);
  if (rows.length < fewest) return null;
  return { kind: 'bullet', scale: { suffix: '%', floor: 0, ceiling: 100 }, rows };
}

function kpiOf({ measure, current }: RowFindings): BulletChart['rows'][number] | null {
  const found = current?.found ?? null;
  if (measure?.unit !== 'percent' || found === null || found.measure?.beside !== null) return null;
  const { now, planned, status, isProjected } = found;
  if (now === null || now.amount.kind === 'refused' || planned.aim === null || isProjected) return null;
  return {
    name: measure.short,
    actual: markOf(now),
    target: { ...markOf(planned.aim), text: textOf(aimDraft(found)) },
    status: capital(statusNames[status]),
    bands: [],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
