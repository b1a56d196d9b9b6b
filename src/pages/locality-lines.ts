import { localityChart } from '../charts/range-chart.ts';
import type { LocalityFindings } from '../judgements/localities.ts';
import type { RangeChart } from '../model/chart.ts';
import { textOf } from '../narrative/sentence.ts';
import { aimDraft } from '../targets/words.ts';
import type { EditionMaterial } from './material.ts';

/** The chart of the localities of a kind as data, with what a target asks of each of them. */
export function rangeOf(
  { found, setting }: Pick<EditionMaterial, 'found' | 'setting'>,
  localities: LocalityFindings,
): RangeChart | null {
  const parts = (found.targets?.plans ?? []).flatMap(plan => plan.targets.flatMap(each => each.parts));
  const asked = parts.find(
    ({ part, measure }) =>
      part.worst === localities.kind &&
      measure?.id === localities.indicator.id &&
      measure.beside === null &&
      measure.breakdown.topic === 'Total',
  );
  const limit =
    asked?.part.aim === undefined
      ? null
      : { number: Number(asked.part.aim.value), text: `Target: ${textOf(aimDraft(asked))}` };
  return localityChart(localities, setting.council.name, limit);
}
