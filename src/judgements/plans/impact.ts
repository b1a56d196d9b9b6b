import type { Figure } from '../../model/figure.ts';
import type { ImpactRow } from '../../model/plans/impact.ts';
import { profileFindings } from '../profile.ts';
import { counted } from './counted.ts';
import type { PlanGiven } from './plan-given.ts';
import { type ProjectionFindings, projectionFindings } from './projections.ts';

/** Groups counted beside one another, with what they come to and what the profile beside them has. */
export type TallyFindings = {
  readonly parts: readonly { readonly label: string; readonly count: Figure }[];
  readonly all: Figure;
  readonly beside: { readonly total: Figure; readonly asAt: string; readonly isSame: boolean } | null;
};

/** A row of the impact analysis with what is worked out from it. */
export type ImpactFound = {
  readonly row: ImpactRow;
  readonly tally: TallyFindings | null;
  readonly projections: readonly ProjectionFindings[];
};

/** What may be said of the impact analysis of an edition. */
export type ImpactFindings = {
  readonly rows: readonly ImpactFound[];
  readonly all: Figure;
  /** How many rows say that it is too early to tell. */
  readonly early: { readonly count: number; readonly figure: Figure };
  readonly figures: readonly Figure[];
};

/** The findings on the impact analysis of an edition. */
export function impactFindings(given: PlanGiven<'impact'>): ImpactFindings {
  const { setting, folder, plan } = given;
  const rows = plan.value.rows.map((row, at): ImpactFound => {
    const projections = row.projections.map((projection, index) =>
      projectionFindings(
        setting,
        folder,
        projection,
        `impact ${row.id} ${index + 1}`,
        plan.place(['rows', at, 'projections', index]),
      ),
    );
    return { row, tally: tallyFindings(given, row, at), projections };
  });
  const of = { setting, kind: plan.kind, where: plan.place(['rows']) };
  const early = rows.filter(({ row }) => row['too-early'] !== undefined);
  const all = counted(of, 'all', rows.length);
  const tooEarly = { count: early.length, figure: counted(of, 'too early to tell', early.length) };
  const figures = rows.flatMap(({ tally, projections }) => [
    ...(tally === null ? [] : [...tally.parts.map(({ count }) => count), tally.all]),
    ...(tally?.beside ? [tally.beside.total] : []),
    ...projections.flatMap(each => each.figures),
  ]);
  return { rows, all, early: tooEarly, figures: [all, tooEarly.figure, ...figures] };
}

function tallyFindings(
  { setting, folder, plan }: PlanGiven<'impact'>,
  { id, tally }: ImpactRow,
  at: number,
): TallyFindings | null {
  if (tally === undefined) return null;
  const parts = tally.parts.map(({ label, count }, index) => {
    const where = plan.place(['rows', at, 'tally', 'parts', index]);
    return { label, count: counted({ setting, kind: plan.kind, where }, `${id}, ${label}`, count) };
  });
  const where = plan.place(['rows', at, 'tally', 'parts']);
  const sum = tally.parts.reduce((so, { count }) => so + count, 0);
  const all = {
    ...counted({ setting, kind: plan.kind, where }, `${id}, all`, sum, 'The groups added'),
    inputs: parts.map(({ count }) => count.id),
  };
  const profile = folder.profiles.find(each => each.id === tally.beside);
  const found = profile === undefined ? null : profileFindings(setting, profile, folder.profileCounts);
  const total = found?.kind === 'phases' ? found.all.total : null;
  const isSame = total?.amount.kind === 'known' && total.amount.number.eq(sum);
  return {
    parts,
    all,
    beside: found === null || total === null ? null : { total, asAt: found.asAt, isSame },
  };
}
