import { countAmount, refused } from '../arithmetic.ts';
import type { PublicFolder } from '../gate/public-folder.ts';
import { total } from '../model/breakdown.ts';
import type { Figure, Publication } from '../model/figure.ts';
import type { Source } from '../model/source.ts';
import {
  isInForce,
  type Plan,
  type PlanTarget,
  type Review,
  statusNames,
  type TargetStatus,
  targetStatuses,
} from '../model/target.ts';
import { figure } from './figures.ts';
import type { Setting } from './setting.ts';
import { makerOf, type TargetName } from './target-figures.ts';
import { type PartFindings, partFindings } from './target-parts.ts';
import { isGood, together } from './target-status.ts';

/** How what officers said stands to what was worked out. */
type Agreement = 'agrees' | 'differs' | 'not-stated' | 'cannot-be-checked';

/** A promise and where it stands: on track only if every part of it is. */
export type TargetFindings = {
  readonly target: PlanTarget;
  readonly parts: readonly PartFindings[];
  readonly status: TargetStatus;
  readonly figure: Figure;
  readonly review: Review | null;
  readonly agreement: Agreement;
};

/** The targets of the plans in force in an edition, and how many stand where. */
export type PlansFindings = {
  readonly plans: readonly {
    readonly plan: Plan;
    readonly source: Source | null;
    readonly targets: readonly TargetFindings[];
  }[];
  readonly all: Figure;
  readonly counts: readonly {
    readonly status: TargetStatus;
    readonly count: number;
    readonly figure: Figure;
  }[];
};

/** The findings on every target of the plans that were out by the edition's cut-off; null when there are none. */
export function plansFindings(setting: Setting, folder: PublicFolder): PlansFindings | null {
  if (folder.plans.length === 0 || setting.council.code !== folder.council.code) return null;
  const plans = folder.plans.flatMap(plan => {
    const source = folder.sources.find(({ id }) => id === plan.source) ?? null;
    if (!isInForce(plan, source?.released, setting.edition)) return [];
    const publication = { source: plan.source, released: source?.released ?? null };
    const targets = plan.targets.map(target => targetFindings(setting, folder, plan, target, publication));
    return [{ plan, source, targets }];
  });
  const targets = plans.flatMap(each => each.targets);
  if (targets.length === 0) return null;
  const count = (which: string, found: readonly TargetFindings[]) =>
    figure(
      {
        kind: 'count',
        indicator: 'targets',
        area: setting.council.code,
        breakdown: total,
        period: setting.edition.period,
        about: { is: 'targets', which },
      },
      countAmount(found.length),
      {
        text: String(found.length),
        what: [`Targets, ${which}`],
        falseIf: 'one of those counted changes sides',
        inputs: found.map(each => each.figure),
        working: 'Counted from the statuses of the targets',
      },
    );
  return {
    plans,
    all: count('all', targets),
    counts: targetStatuses.map(status => {
      const found = targets.filter(each => each.status === status);
      return { status, count: found.length, figure: count(statusNames[status], found) };
    }),
  };
}

function targetFindings(
  setting: Setting,
  folder: PublicFolder,
  plan: Plan,
  target: PlanTarget,
  publication: Publication,
): TargetFindings {
  const called = `“${target.short}”`;
  const parts = target.parts.map((part, index) => {
    const isOnly = target.parts.length === 1;
    const label = isOnly || part.label === undefined ? '' : ` (${part.label.toLowerCase()})`;
    const ledger = isOnly ? target.id : `${target.id} ${index + 1}`;
    return partFindings(setting, folder, part, { ledger, said: `${called}${label}`, publication });
  });
  const status = together(parts.map(part => part.status));
  const review =
    plan.reviews.find(each => each.target === target.id && each.edition === setting.edition.id) ?? null;
  const [only] = parts;
  return {
    target,
    parts,
    status,
    figure:
      parts.length === 1 && only !== undefined
        ? only.figure
        : wholeFigure(setting, { ledger: target.id, said: called, publication }, parts, status),
    review,
    agreement: agreementOf(review, status),
  };
}

function wholeFigure(
  setting: Setting,
  name: TargetName,
  parts: readonly PartFindings[],
  status: TargetStatus,
): Figure {
  const make = makerOf(setting, name, null);
  const good = parts.filter(part => isGood(part.status)).length;
  const inputs = parts.map(part => part.figure);
  const text = statusNames[status];
  const because =
    status === 'not-measurable' ? (parts.find(part => part.because !== null)?.because ?? null) : null;
  if (because !== null)
    return make('status', refused(because), { text, inputs, working: 'One of its parts cannot be told' });
  const working = `A target of several parts is no better than the worst of them: ${good} of ${parts.length} are on track or achieved`;
  return make('status', countAmount(good), { text, inputs, working });
}

function agreementOf(review: Review | null, status: TargetStatus): Agreement {
  if (review === null || review.judgement === 'not-stated') return 'not-stated';
  if (status === 'not-measurable' || status === 'projected') return 'cannot-be-checked';
  const computed = status === 'already-achieved' ? 'achieved' : status;
  return review.judgement === computed ? 'agrees' : 'differs';
}
