import { targetChart } from '../charts/target-findings.ts';
import type { PlansFindings } from '../judgements/target-findings.ts';
import type { PartFindings } from '../judgements/target-parts.ts';
import type { Chart } from '../model/chart.ts';
import { periodLabel } from '../model/time.ts';
import { textOf } from '../narrative/sentence.ts';
import { aimDraft } from '../narrative/target-levels.ts';

/** The charts of an edition's targets as data, in the order of their page. */
export function targetCharts({ plans }: PlansFindings, council: string): readonly Chart[] {
  const parts = plans.flatMap(({ targets }) => targets.flatMap(each => each.parts));
  return parts.flatMap(part => targetLine(part, council) ?? []);
}

/** A part's chart as data: its measure on the way to the aim. */
export function targetLine(found: PartFindings, council: string) {
  const by = found.part.aim === undefined ? '' : ` by ${periodLabel(found.part.aim.period)}`;
  return targetChart(found, council, `Target: ${textOf(aimDraft(found))}${by}`);
}
