import { countAmount } from '../../arithmetic.ts';
import { total } from '../../model/breakdown.ts';
import type { Figure } from '../../model/figure.ts';
import type { Place } from '../../model/place.ts';
import type { PlanKind } from '../../model/plan-files.ts';
import { figure } from '../figures.ts';
import type { Setting } from '../setting.ts';

/** How many entries of a plan are of a kind, as a figure of the ledger; `where` is the place they are listed at. */
export function counted(
  { setting, kind, where }: { readonly setting: Setting; readonly kind: PlanKind; readonly where: Place },
  part: string,
  count: number,
  working = 'Counted from the entries of the file',
): Figure {
  const { council, edition } = setting;
  return figure(
    {
      kind: 'count',
      indicator: kind,
      area: council.code,
      breakdown: total,
      period: edition.period,
      part,
    },
    countAmount(count),
    { text: String(count), source: { file: where.file, line: where.line }, working },
  );
}
