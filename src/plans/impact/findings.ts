import type { Figure } from '../../model/figure.ts';
import type { ImpactRow } from './schema.ts';
import { counted } from '../kit/counted.ts';
import type { PlanGiven } from '../kit/given.ts';
import { type ProjectionFindings, projectionFindings } from '../kit/projection-findings.ts';

/** A row of the impact analysis with what is worked out from it. */
export type ImpactFound = {
  readonly row: ImpactRow;
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
    return { row, projections };
  });
  const of = { setting, kind: plan.kind, where: plan.place(['rows']) };
  const early = rows.filter(({ row }) => row['too-early'] !== undefined);
  const all = counted(of, 'all', rows.length);
  const tooEarly = { count: early.length, figure: counted(of, 'too early to tell', early.length) };
  const figures = rows.flatMap(({ projections }) => projections.flatMap(each => each.figures));
  return { rows, all, early: tooEarly, figures: [all, tooEarly.figure, ...figures] };
}
