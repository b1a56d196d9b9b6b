import type { Rank } from '../../judgements/rank.ts';
import type { Figure } from '../../model/figure.ts';
import { counted, type PlanGiven } from '../kit/findings.ts';
import { type Because, type ClaimFound, claimFound, type Dated } from './claim-findings.ts';
import { everyFigures } from './every-findings.ts';
import { type ClaimStanding, claimStandings, type News, type NewsEntry } from './schema.ts';

/** Something written elsewhere, with each of its claims held against the figures. */
export type EntryFound = { readonly entry: NewsEntry; readonly claims: readonly ClaimFound[] };

/** What was written of the council's schools, and how many claims stand where. */
export type NewsFindings = {
  readonly entries: readonly EntryFound[];
  readonly all: Figure;
  readonly counts: readonly {
    readonly standing: ClaimStanding;
    readonly count: number;
    readonly figure: Figure;
  }[];
};

/** The findings on the news of an edition. */
export function newsFindings(given: PlanGiven<News>): NewsFindings {
  const { setting, plan } = given;
  const entries = plan.value.entries.map(
    (entry, at): EntryFound => ({
      entry,
      claims: entry.claims.map((claim, index) =>
        claimFound(given, claim, plan.place(['entries', at, 'claims', index])),
      ),
    }),
  );
  const claims = entries.flatMap(each => each.claims);
  const of = { setting, form: plan.form, where: plan.place(['entries']) };
  const all = counted(of, 'claims', claims.length, 'Counted from the claims of the file');
  const counts = claimStandings.map(standing => {
    const count = claims.filter(each => each.standing === standing).length;
    const working = 'Counted from the claims, each held against the figures';
    return { standing, count, figure: counted(of, standing.replaceAll('-', ' '), count, working) };
  });
  return { entries, all, counts };
}

/** The figures that the news adds to the ledger. */
export function newsFigures({ entries, all, counts }: NewsFindings): readonly Figure[] {
  const claims = entries.flatMap(each => each.claims);
  return [
    all,
    ...counts.map(({ figure }) => figure),
    ...claims.flatMap(({ claimed, whole, makes, because }) => [
      ...[claimed, whole, makes].flatMap(each => each ?? []),
      ...figuresOf(because),
    ]),
  ];
}

/** The figures a reason rests on; those of other chapters are in the ledger already, and are the same. */
function figuresOf(because: Because): readonly Figure[] {
  const dated = (...some: readonly (Dated | null)[]) => some.flatMap(each => each?.figure ?? []);
  switch (because.kind) {
    case 'same':
    case 'other':
      return dated(because.held);
    case 'rank-expired':
      return [...dated(because.held), ...rankFigures(because.rank)];
    case 'aim':
      return [...dated(because.held), because.aim];
    case 'earlier':
      return dated(because.held, because.earlier);
    case 'none':
      return dated(because.last);
    case 'every':
      return [because.all, because.open, ...because.measures.flatMap(everyFigures)];
    case 'rank':
      return rankFigures(because.rank);
    case 'moved':
      return [...because.found.change.rests, because.found.change.figure];
    case 'target':
      return [because.found.figure];
    case 'no-rank':
    case 'untested':
      return [];
  }
}

function rankFigures(rank: Rank | null): readonly Figure[] {
  return rank === null ? [] : [rank.figure, ...rank.placings.map(({ figure }) => figure)];
}
