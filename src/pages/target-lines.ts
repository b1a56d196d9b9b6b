import { targetChart } from '../charts/target-chart.ts';
import type { PartFindings } from '../judgements/target-parts.ts';
import { periodLabel } from '../model/time.ts';
import { textOf } from '../narrative/sentence.ts';
import { aimDraft } from '../narrative/target-levels.ts';

/** A part's chart as data: its measure on the way to the aim. */
export function targetLine(found: PartFindings, council: string) {
  const by = found.part.aim === undefined ? '' : ` by ${periodLabel(found.part.aim.period)}`;
  return targetChart(found, council, `Target: ${textOf(aimDraft(found))}${by}`);
}
