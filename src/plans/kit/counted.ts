import { countAmount } from '../../arithmetic.ts';
import { total } from '../../model/breakdown.ts';
import type { Amount, Figure, FigureKind } from '../../model/figure.ts';
import type { Place } from '../../model/place.ts';
import { type PlanKind, planNames } from './file.ts';
import { figure, type Said } from '../../judgements/figures.ts';
import type { Setting } from '../../judgements/setting.ts';

/** What is said of a number of a plan besides what it is and what would make it false, and the place it was written at. */
export type EntrySaid = Omit<Said, 'what' | 'falseIf' | 'source' | 'publication'> & { readonly at?: Place };

/** A number of an entry of a plan, under the name it has in the ledger; of another area than the council where one is given. */
export function entryFigure(
  { council, edition }: Setting,
  plan: PlanKind,
  kind: FigureKind,
  name: string,
  amount: Amount,
  { at, ...said }: EntrySaid,
  area: string = council.code,
): Figure {
  const about = { is: 'entry', name } as const;
  const { period } = edition;
  return figure({ kind, indicator: plan, area, breakdown: total, period, about }, amount, {
    ...said,
    what: [`${planNames[plan]}, ${name}`],
    falseIf: falseIf(kind, said.text),
    source: at === undefined ? null : { file: at.file, line: at.line },
  });
}

function falseIf(kind: FigureKind, text: string): string {
  switch (kind) {
    case 'count':
      return 'one of those counted changes sides';
    case 'share':
      return `a count is revised so that the share is not ${text}`;
    case 'money':
      return 'the plan gives another amount';
    case 'change':
    case 'difference':
      return `either figure is revised so that the ${kind} is not ${text}`;
    default:
      return 'the account gives another number';
  }
}

/** How many entries of a plan are of a kind, as a figure of the ledger; `where` is the place they are listed at. */
export function counted(
  { setting, kind, where }: { readonly setting: Setting; readonly kind: PlanKind; readonly where: Place },
  name: string,
  count: number,
  working = 'Counted from the entries of the file',
): Figure {
  const said = { text: String(count), at: where, working };
  return entryFigure(setting, kind, 'count', name, countAmount(count), said);
}
