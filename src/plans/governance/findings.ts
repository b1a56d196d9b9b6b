import { type PlanGiven, type Tally, tally } from '../kit/findings.ts';
import { type Board, type BoardKind, boardKinds, type Governance } from './schema.ts';

/** A board or a group with those that report to it. */
export type BoardNode = { readonly board: Board; readonly beneath: readonly BoardNode[] };

/** The tree of boards, and how many there are of what governs a council's work. */
export type GovernanceFindings = {
  readonly tree: readonly BoardNode[];
  readonly boards: readonly (Tally & { readonly kind: BoardKind })[];
  readonly priorities: Tally;
  readonly principles: Tally;
  readonly duties: { readonly all: Tally; readonly withLaw: Tally };
  readonly consultation: { readonly all: Tally; readonly told: Tally; readonly changed: Tally };
};

/** The findings on how an edition's plan is governed. */
export function governanceFindings({ setting, plan }: PlanGiven<Governance>): GovernanceFindings {
  const { boards, duties = [], priorities, principles, consultation } = plan.value;
  const count = (list: string, part: string, some: readonly unknown[]) =>
    tally({ setting, form: plan.form, where: plan.place([list]) }, part, some.length);
  const kinds = boardKinds.map(kind => ({
    kind,
    ...count(
      'boards',
      `boards: ${kind}`,
      boards.filter(board => board.kind === kind),
    ),
  }));
  const lawful = duties.filter(({ law }) => law !== undefined);
  const told = consultation.filter(({ said }) => said !== undefined);
  const acted = consultation.filter(({ changed }) => changed !== undefined);
  return {
    tree: treeOf(boards),
    boards: kinds,
    priorities: count('priorities', 'priorities', priorities),
    principles: count('principles', 'principles', principles),
    duties: {
      all: count('duties', 'duties', duties),
      withLaw: count('duties', 'duties with their law', lawful),
    },
    consultation: {
      all: count('consultation', 'consultations', consultation),
      told: count('consultation', 'consultations told of', told),
      changed: count('consultation', 'consultations acted on', acted),
    },
  };
}

/** Boards beneath those they report to, in the order of the file; those that report to none are at the top. */
export function treeOf(boards: readonly Board[], above?: string): readonly BoardNode[] {
  return boards
    .filter(board => board['reports-to'] === above)
    .map(board => ({ board, beneath: treeOf(boards, board.id) }));
}
