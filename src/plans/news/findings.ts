import type { Figure } from '../../model/figure.ts';
import { counted, type PlanGiven } from '../kit/findings.ts';
import { type ClaimFound, claimFound } from './claim-findings.ts';
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
