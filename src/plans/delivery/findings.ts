import { Big } from 'big.js';
import { knownAmount } from '../../arithmetic.ts';
import type { PublicFolder } from '../../gate/public-folder.ts';
import type { Setting } from '../../judgements/setting.ts';
import type { Figure } from '../../model/figure.ts';
import { numberText } from '../../model/format.ts';
import type { Break, Indicator } from '../../model/indicator.ts';
import type { Place } from '../../model/place.ts';
import { dayOf } from '../../model/time.ts';
import { counted, entryFigure, type PlanGiven } from '../kit/findings.ts';
import { type Action, type Delivery, deliveryForm } from './schema.ts';

/** Where an action stands at the edition's cut-off: as the council states it, or as its deadline says. */
const standings = [
  'done',
  'under-way',
  'overdue',
  'passed-not-stated',
  'not-started',
  'was-to-begin',
  'to-come',
  'each-year',
  'going-on',
] as const;
/** Where an action stands. */
export type Standing = (typeof standings)[number];

/** An action in an edition, and what was said of it in the edition before. */
export type ActionFindings = {
  readonly action: Action;
  readonly standing: Standing;
  readonly before: Action | null;
};

/** A break of a measure that the plan is to move: what makes its years hard to compare (F45). */
type BreakFindings = { readonly indicator: Indicator; readonly breaks: readonly Break[] };

/** What is to be done in an edition, where it stands, and every number in it. */
export type DeliveryFindings = {
  readonly delivery: Delivery;
  readonly actions: readonly ActionFindings[];
  /** Actions of the edition before that this one says nothing of. */
  readonly silent: readonly Action[];
  /** How many of the actions of the edition before this one tells of. */
  readonly told: Figure | null;
  readonly promised: Figure | null;
  readonly all: Figure;
  readonly counts: readonly {
    readonly standing: Standing;
    readonly count: number;
    readonly figure: Figure;
  }[];
  readonly spend: ReadonlyMap<string, Figure>;
  readonly breaks: readonly BreakFindings[];
};

/** The findings on a plan of delivery, beside that of the edition before where there is one. */
export function deliveryFindings({ setting, plan, before: earlier }: PlanGiven<Delivery>): DeliveryFindings {
  const delivery = plan.value;
  const before = earlier?.value ?? null;
  const cutOff = setting.edition['cut-off'];
  const actions = delivery.actions.map(
    (action): ActionFindings => ({
      action,
      standing: standingOf(action, cutOff),
      before: before?.actions.find(({ id }) => id === action.id) ?? null,
    }),
  );
  const of = { setting, form: plan.form, where: plan.place(['actions']) };
  const count = (part: string, number: number) =>
    counted(of, part, number, 'Counted from the actions of the plan');
  const all = count('all', actions.length);
  const counts = standings.map(standing => {
    const found = actions.filter(each => each.standing === standing);
    return { standing, count: found.length, figure: count(standing, found.length) };
  });
  const silent = (before?.actions ?? []).filter(({ id }) => !delivery.actions.some(each => each.id === id));
  const promised = before === null ? null : count('of the year before', before.actions.length);
  const told =
    before === null ? null : count('of the year before, told of', before.actions.length - silent.length);
  const spend = new Map(
    delivery.spend.map((each, at) => [each.id, spent(setting, each, plan.place(['spend', at, 'pounds']))]),
  );
  return {
    delivery,
    actions,
    silent,
    promised,
    told,
    all,
    counts,
    spend,
    breaks: breaksOf(delivery, setting.folder, setting),
  };
}

/** Where an action stands: overdue where its day has passed and it is not done (X28). */
export function standingOf({ status, deadline }: Action, cutOff: string): Standing {
  if (status === 'done') return 'done';
  const day = dayOf(deadline);
  const hasPassed = day !== null && day < cutOff;
  if (status === 'not-stated') return unstatedOf(deadline, hasPassed);
  // An action that goes on from a month is not overdue once it has begun.
  if (deadline.kind === 'from' && status === 'under-way') return 'under-way';
  return hasPassed ? 'overdue' : status;
}

/** What the deadline alone says of an action: a month to begin in is none to end by, and what is due each year has one. */
function unstatedOf({ kind }: Action['deadline'], hasPassed: boolean): Standing {
  switch (kind) {
    case 'day':
    case 'month':
    case 'year':
      return hasPassed ? 'passed-not-stated' : 'to-come';
    case 'from':
      return hasPassed ? 'was-to-begin' : 'to-come';
    case 'annual':
      return 'each-year';
    case 'ongoing':
    case 'not-stated':
      return 'going-on';
  }
}

/** An amount of money that the plan gives: "£11,500,000", printed in millions where it is whole tenths of one. */
function spent(setting: Setting, { id, pounds }: Delivery['spend'][number], at: Place): Figure {
  const number = new Big(pounds);
  const millions = number.div(1_000_000);
  const isRound = pounds >= 1_000_000 && pounds % 100_000 === 0;
  const text = isRound
    ? `£${numberText(millions, pounds % 1_000_000 === 0 ? 0 : 1)} million`
    : `£${numberText(number, 0)}`;
  const said = { text, at, working: 'As given in the plan' };
  return entryFigure(setting, deliveryForm, 'money', id, knownAmount(number, 0), said);
}

/** The breaks, up to the edition's year, of the measures that the plan is to move. */
function breaksOf(
  { actions, 'intended-outcomes': intended }: Delivery,
  { indicators }: Pick<PublicFolder, 'indicators'>,
  { edition }: Setting,
): readonly BreakFindings[] {
  const named = new Set([
    ...actions.flatMap(({ moves }) => moves),
    ...intended.flatMap(({ measures }) => measures),
  ]);
  return indicators
    .filter(({ id }) => named.has(id))
    .map(indicator => ({
      indicator,
      breaks: indicator.breaks.filter(({ from }) => from <= edition.period),
    }))
    .filter(({ breaks }) => breaks.length > 0);
}
