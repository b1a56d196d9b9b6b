import { countAmount } from '../../arithmetic.ts';
import { type FigureDetails, figure } from '../../judgements/figures.ts';
import type { Setting } from '../../judgements/setting.ts';
import type { ThemeFindings } from '../../judgements/theme-findings.ts';
import { total } from '../../model/breakdown.ts';
import type { Amount, Figure, FigureKind } from '../../model/figure.ts';
import type { Place } from '../../model/place.ts';
import type { EditionTargets } from '../../targets/findings.ts';
import { type Response, responses } from './answer-schema.ts';
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
    source: at === undefined ? null : { file: at.file, line: at.line, column: null, series: null },
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
  { setting, form, where }: { readonly setting: Setting; readonly form: Form; readonly where: Place },
  name: string,
  count: number,
  working = 'Counted from the entries of the file',
): Figure {
  const said = { text: String(count), at: where, working };
  return entryFigure(setting, form, 'count', name, countAmount(count), said);
}

/** A number of entries, and the figure that the ledger has of it. */
export type Tally = { readonly count: number; readonly figure: Figure };

/** How many recommendations have an answer of a kind. */
export type AnswerTally = Tally & { readonly response: Response };

/** Counts entries of a plan for the ledger, and keeps the number for sentences to choose their words by. */
export function tally(
  of: Parameters<typeof counted>[0],
  part: string,
  count: number,
  working?: string,
): Tally {
  return { count, figure: counted(of, part, count, working) };
}

/** How many of some recommendations have each answer, in the order of the list of answers. */
export function answerTallies(
  some: readonly { readonly status: Response }[],
  make: (part: Response, count: number) => Tally,
): readonly AnswerTally[] {
  return responses.map(response => ({
    response,
    ...make(response, some.filter(({ status }) => status === response).length),
  }));
}

/** What the findings on a plan are made of: the plan, the same of the edition before, what stands beside it, the figures. */
export type PlanGiven<Value> = {
  readonly setting: Setting;
  readonly plan: PlanFile<Value>;
  readonly before: PlanFile<Value> | null;
  readonly book: PlanBook;
  readonly bookBefore: PlanBook | null;
  readonly themes: readonly ThemeFindings[];
  readonly targets: EditionTargets | null;
};
