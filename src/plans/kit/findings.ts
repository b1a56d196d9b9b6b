import { countAmount } from '../../arithmetic.ts';
import { type FigureDetails, figure } from '../../judgements/figures.ts';
import type { Setting } from '../../judgements/setting.ts';
import type { ThemeFindings } from '../../judgements/theme-findings.ts';
import { total } from '../../model/breakdown.ts';
import {
  type Amount,
  type Figure,
  type FigureKind,
  lineOf,
  type Tally,
  type TallyOf,
} from '../../model/figure.ts';
import type { Path, Place } from '../../model/place.ts';
import type { EditionTargets } from '../../targets/findings.ts';
import type { PlanBook, PlanFile, PlanForm } from './form.ts';

/** What is said of a number of a plan besides what it is and what would make it false, and the place it was written at. */
export type EntrySaid = Omit<FigureDetails, 'what' | 'falseIf' | 'source' | 'publication'> & {
  readonly at?: Place;
};

type Form = Pick<PlanForm<unknown>, 'id' | 'name'>;

/** A number of an entry of a plan, under the name it has in the ledger; of another area than the council where one is given. */
export function entryFigure(
  { council, edition }: Setting,
  form: Form,
  kind: FigureKind,
  name: string,
  amount: Amount,
  { at, ...said }: EntrySaid,
  area: string = council.code,
): Figure {
  const about = { is: 'entry', name } as const;
  const { period } = edition;
  return figure({ kind, indicator: form.id, area, breakdown: total, period, about }, amount, {
    ...said,
    what: [`${form.name}, ${name}`],
    falseIf: falseIf(kind, said.text),
    source: at === undefined ? null : lineOf(at),
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

/** For the ledger under a name, and as a number for sentences to choose their words by. */
export function counterIn(
  { setting, plan }: Pick<PlanGiven<unknown>, 'setting' | 'plan'>,
  path: Path,
  working = 'Counted from the entries of the file',
): (name: string, count: number) => Tally {
  return (name, count) => {
    const said = { text: String(count), at: plan.place(path), working };
    return { count, figure: entryFigure(setting, plan.form, 'count', name, countAmount(count), said) };
  };
}

/** In the order of the list of those; each by its name in the ledger. */
export function tallies<Key extends string, What extends string>(
  count: (name: string, count: number) => Tally,
  entries: readonly Readonly<Record<Key, NoInfer<What>>>[],
  key: Key,
  things: readonly What[],
  nameOf: (thing: What) => string = thing => thing,
): readonly TallyOf<What>[] {
  return things.map(of => ({ of, ...count(nameOf(of), entries.filter(each => each[key] === of).length) }));
}

export type PlanGiven<Value> = {
  readonly setting: Setting;
  readonly plan: PlanFile<Value>;
  readonly before: PlanFile<Value> | null;
  readonly book: PlanBook;
  readonly bookBefore: PlanBook | null;
  readonly themes: readonly ThemeFindings[];
  readonly targets: EditionTargets | null;
};
