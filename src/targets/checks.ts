import { Big } from 'big.js';
import type { z } from 'zod';
import { neededOf } from '../arithmetic.ts';
import type { Report } from '../issues.ts';
import { repeatsIn } from '../model/alike.ts';
import { namesInBraces } from '../model/commentary.ts';
import type { Role } from '../model/council.ts';
import { type Path, type Place, valueAt } from '../model/place.ts';
import { nearest } from '../model/spelling.ts';
import { periodLabel } from '../model/time.ts';
import { decimalsIn } from '../model/value.ts';
import type { Weighting } from '../profiles/schema.ts';
import type { Read } from '../sources/catalogue.ts';
import type { Observation } from '../sources/council-folder.ts';
import { checkNamesIn, checkRepeats, type TextAt, textsAt } from '../sources/name-checks.ts';
import { checkName, entryOf, type Known, type Register } from '../sources/names.ts';
import { checkTextFields, checkTyped, weightOf } from '../sources/wording.ts';
import type { Document } from '../sources/yaml.ts';
import {
  isInForce,
  isUpwards,
  type Plan,
  type PlanTarget,
  type Review,
  type TargetPart,
  type targetsFileSchema,
} from './schema.ts';

export type TargetContext = {
  readonly known: Known;
  readonly observations: readonly Observation[];
  readonly roles: Register<Role>;
};

type TargetsFile = Read<z.output<typeof targetsFileSchema>>;

export function readTargets(file: TargetsFile, held: TargetContext, report: Report): readonly Plan[] {
  const { known, roles } = held;
  const { document, value, fields } = file;
  checkNames(file, known, report);
  checkTextFields(file, known, report);
  for (const { field, text, path } of fields) {
    if (field.kind === 'role') checkName(roles, text, 'unknown-role', () => document.place(path), report);
    // Figures stand in a target's numbers, never in what it promises.
    if (['promise', 'reason'].includes(String(path.at(-1))))
      checkTyped(text, document.inside(path, text), report);
  }
  const plans = (value?.plans ?? []).map((plan, at): Plan => {
    const here = ['plans', at];
    return {
      ...plan,
      targets: plan.targets.map((target, index) => targetAt(document, target, [...here, 'targets', index])),
      reviews: plan.reviews.map((review, index) => reviewAt(document, review, [...here, 'reviews', index])),
    };
  });
  checkTargets(document, plans, held, report);
  return plans;
}

function targetAt(
  document: Document,
  target: Omit<PlanTarget, 'parts'> & {
    readonly parts: readonly Omit<PlanTarget['parts'][number], 'place'>[];
  },
  path: Path,
): PlanTarget {
  return {
    ...target,
    parts: target.parts.map((part, index) => {
      const steps = [...path, 'parts', index, ...(part.aim === undefined ? [] : ['aim'])];
      return { ...part, place: document.place(steps) };
    }),
  };
}

function reviewAt(document: Document, review: Omit<Review, 'names'>, path: Path): Review {
  const { evidence = '' } = review;
  const place = document.inside([...path, 'evidence'], evidence);
  return {
    ...review,
    names: namesInBraces(evidence).map(({ name, index }) => ({ name, place: place(index) })),
  };
}

/** In the file as it was written, faulty or not. */
function checkNames(file: TargetsFile, known: Known, report: Report): void {
  const { document, data } = file;
  checkNamesIn(file, known, report);
  const parts: Path = ['plans', '*', 'targets', '*', 'parts', '*'];
  checkRepeats({ document }, textsAt(data, ['plans', '*', 'id']), report);
  checkRepeats({ document }, textsAt(data, ['plans', '*', 'targets', '*', 'id']), report);
  for (const { path, text } of textsAt(data, [...parts, 'group'])) {
    const topic = String(valueAt(data, [...path.slice(0, -1), 'topic']) ?? '');
    const groups = entryOf(known.topics, topic).groups?.map(each => each.id);
    if (groups !== undefined && !groups.includes(text))
      report(document.place(path), 'unknown-group', text, topic, nearest(text, groups));
  }
  checkProfileNames(document, data, parts, known, report);
  checkReviewed(document, data, report);
}

function checkProfileNames(
  document: Document,
  data: unknown,
  parts: Path,
  known: Known,
  report: Report,
): void {
  const check = ({ path, text }: TextAt, rule: 'unknown-phase' | 'unknown-part') => {
    const profile = String(valueAt(data, [...path.slice(0, -1), 'profile']) ?? '');
    const { phases, parts } = entryOf(known.profiles, profile);
    const names = rule === 'unknown-phase' ? phases : parts;
    if (names !== undefined && !names.includes(text))
      report(document.place(path), rule, text, profile, nearest(text, names));
  };
  for (const each of textsAt(data, [...parts, 'phase'])) check(each, 'unknown-phase');
  for (const each of textsAt(data, [...parts, 'grade'])) check(each, 'unknown-part');
}

/** A review is of a target of its own plan. */
function checkReviewed(document: Document, data: unknown, report: Report): void {
  for (const { path, text } of textsAt(data, ['plans', '*', 'reviews', '*', 'target'])) {
    const targets = textsAt(valueAt(data, path.slice(0, 2)), ['targets', '*', 'id']).map(each => each.text);
    if (!targets.includes(text)) report(document.place(path), 'unknown-target', text, nearest(text, targets));
  }
}

type Check = {
  readonly target: PlanTarget;
  readonly part: TargetPart;
  /** The publication of its plan. */
  readonly source: string;
  /** The place of something in the part, by the steps to it. */
  readonly at: (...steps: Path) => Place;
  readonly held: TargetContext;
  readonly report: Report;
};

/** Reports what is at odds within a plan's targets, between them, with the figures held, and reviews that are missing. */
function checkTargets(document: Document, plans: readonly Plan[], held: TargetContext, report: Report): void {
  plans.forEach((plan, at) => {
    const path = ['plans', at];
    if (plan.last < plan.first)
      report(document.place([...path, 'last']), 'end-before-start', plan.last, plan.first);
    plan.targets.forEach((target, index) => {
      target.parts.forEach((part, which) => {
        const steps = [...path, 'targets', index, 'parts', which];
        const at = (...more: Path) => document.place([...steps, ...more]);
        const check = { target, part, source: plan.source, at, held, report };
        checkOrder(check);
        checkPolarity(check);
        checkBaseline(check);
        checkOutcomes(check);
        checkEquates(check);
        checkWeighting(check);
      });
    });
    checkReviews(document, plan, path, held.known, report);
    checkEvidence(plan, held.known, report);
  });
  checkRepeatedTargets(plans, report);
}

/** The years of a target go on, and its numbers go the one way that it asks for (X21). */
function checkOrder({ part, at, report }: Check): void {
  const { baseline, milestones, aim, operator } = part;
  if (aim === undefined || operator === undefined) return;
  const points = [
    ...milestones.map((point, index) => ({ ...point, path: ['milestones', index] })),
    { ...aim, path: ['aim'] },
  ];
  points.forEach(({ period, value, path }, index) => {
    const before = points[index - 1] ?? baseline;
    if (before === undefined) return;
    if (period <= before.period) report(at(...path, 'period'), 'target-out-of-order', period, before.period);
    const [from, to] = [new Big(before.value), new Big(value)];
    // A baseline past the aim is a target met when it was set, which is said as such (X23), not a slip.
    const isBack = index > 0 && (isUpwards(operator) ? to.lt(from) : to.gt(from));
    if (isBack) report(at(...path, 'value'), 'target-wrong-way', value, operator, before.value);
  });
}

/** A target asks for the better end of its measure (X24): compared with others, no less than for itself. */
function checkPolarity({ part, at, held, report }: Check): void {
  const { operator, indicator = '' } = part;
  const better = betterOf(held.known, indicator, isUpwards(operator));
  if (operator !== undefined && better !== null)
    report(at('operator'), 'target-against-polarity', operator, indicator, better);
}

/** What is better of a measure, where a target asks for the other; null where it asks for no worse end. */
export function betterOf(known: Known, indicator: string, asksForMore: boolean): 'more' | 'less' | null {
  const { polarity = 'neutral' } = entryOf(known.indicators, indicator);
  if (polarity === 'neutral' || asksForMore === (polarity === 'high')) return null;
  return polarity === 'high' ? 'more' : 'less';
}

function checkBaseline({ part, at, held, report }: Check): void {
  const { baseline, indicator, topic, group, against, outpaces } = part;
  if (baseline === undefined || indicator === undefined) return;
  if (against !== undefined || outpaces !== undefined) return;
  const { period, value } = baseline;
  const shown = heldInstead(held, { indicator, period, topic, group }, value);
  if (shown !== null) report(at('baseline', 'value'), 'baseline-not-of-data', value, shown, period);
}

type Measured = { readonly indicator: string } & Partial<Pick<TargetPart, 'topic' | 'group'>>;

/** The council's own rows of a measure, projections too; of everyone where no group is named. */
export function ownRowsOf(
  { known, observations }: Pick<TargetContext, 'known' | 'observations'>,
  { indicator, topic = 'Total', group = 'Total' }: Measured,
): readonly Observation[] {
  return observations.filter(
    row =>
      row.indicator === indicator &&
      row.area === known.council &&
      row.breakdown.topic === topic &&
      row.breakdown.group === group,
  );
}

/** To the decimals that both have; null where one of them is the plan's starting point, or none is held. */
export function heldInstead(
  held: Pick<TargetContext, 'known' | 'observations'>,
  of: Measured & { readonly period: string },
  given: string,
): string | null {
  const values = ownRowsOf(held, of).flatMap(({ period, status, value }) => {
    const isOutcome = period === of.period && status !== 'projection';
    return isOutcome && value.kind === 'known' && value.precision !== 'about' ? [value] : [];
  });
  const isHeld = values.some(({ number, decimals }) => {
    const places = Math.min(decimalsIn(given), decimals);
    return number.round(places, Big.roundHalfUp).eq(new Big(given).round(places, Big.roundHalfUp));
  });
  if (values.length === 0 || isHeld) return null;
  return values.map(({ number, decimals }) => number.toFixed(decimals)).join(' or ');
}

/**
 * Reports an outcome that is what the plan aims for, in that year or a later one: a target may have been typed as if it had
 * come about (X03). It is an issue where the plan itself is given as its source, and doubted elsewhere, but for what was
 * worked out from counts. A row with a note has been looked at, and is let be.
 */
function checkOutcomes({ part, source, held, report }: Check): void {
  const { indicator, topic = 'Total', group = 'Total', baseline, aim, milestones } = part;
  const { against, outpaces, worst } = part;
  if (aim === undefined || [against, outpaces, worst].some(each => each !== undefined)) return;
  for (const row of held.observations) {
    const { value, period, breakdown, note } = row;
    const isMeasured = row.indicator === indicator && breakdown.topic === topic && breakdown.group === group;
    if (
      !isMeasured ||
      period === baseline?.period ||
      value.kind === 'absent' ||
      row.status === 'projection' ||
      note !== null
    )
      continue;
    const isAimed = (point: { readonly value: string }) => value.number.eq(point.value);
    const point = [...milestones, aim].find(each => each.period >= period && isAimed(each));
    if (point === undefined) continue;
    const args = [value.number.toFixed(), periodLabel(point.period), periodLabel(period)] as const;
    if (row.source === source) report(row.place, 'target-as-outcome', ...args);
    else if (value.precision !== 'exact') report(row.place, 'outcome-as-aimed', ...args);
  }
}

/** "14 of the 20" is what the aim takes, no more and no fewer (X05). */
function checkEquates({ part, at, report }: Check): void {
  const { equates, operator, aim } = part;
  if (equates === undefined || aim === undefined) return;
  const { more, now, of } = equates;
  const claim = `${more} more than ${now} of ${of}`;
  const asked = `${operator?.replace('-', ' ')} ${aim.value}%`;
  const say = (says: string) => report(at('equates', 'more'), 'equates-not-so', claim, asked, says);
  if (!isUpwards(operator)) {
    say('only a target upwards needs more');
    return;
  }
  const needed = neededOf({ operator, percent: new Big(aim.value) }, of, now);
  const reached = new Big(now + more).times(100).div(of).toFixed(1);
  const makes = `${now + more} of ${of} make ${reached}%`;
  if (needed === null) say(`${makes}, and not even all of them would do`);
  else if (needed.more !== more)
    say(`${makes}, and ${needed.more} more would make ${needed.percent.toFixed(1)}%`);
}

/** One measure has one aim for a year (X07): two would make the same figure both met and missed. */
function checkRepeatedTargets(plans: readonly Plan[], report: Report): void {
  const first = new Map<string, Place>();
  for (const part of plans.flatMap(plan => plan.targets.flatMap(({ parts }) => parts))) {
    const { indicator, profile, aim, place } = part;
    const measure = indicator ?? profile;
    if (measure === undefined || aim === undefined) continue;
    const { topic, group, phase, grade, against, outpaces, worst } = part;
    const key = JSON.stringify([measure, topic, group, phase, grade, against, outpaces, worst, aim.period]);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, place);
    else report(place, 'repeated-target', measure, periodLabel(aim.period), earlier);
  }
}

/** Every target has a review in every edition that shows its plan (X13), and one only. */
function checkReviews(document: Document, plan: Plan, path: Path, known: Known, report: Report): void {
  const { released } = entryOf(known.sources, plan.source);
  const reviews = plan.reviews.map((review, index) => ({
    ...review,
    place: document.place([...path, 'reviews', index, 'target']),
  }));
  for (const [{ target, place }, first] of repeatsIn(reviews, each => `${each.edition} ${each.target}`))
    report(place, 'repeated-review', target, first.place);
  const shown = [...known.editions.entries.values()].filter(
    ({ whole }) => whole !== null && isInForce(plan, released, whole),
  );
  for (const { name } of shown) {
    plan.targets.forEach(({ id }, index) => {
      if (!plan.reviews.some(({ edition, target }) => edition === name && target === id))
        report(document.place([...path, 'targets', index, 'id']), 'target-without-review', id, name);
    });
  }
}

/** Words that promise something to those who learn. */
const pupils = /\b(?:learners?|pupils?|children|child|young people)\b/i;

/** Reports a promise of one thing that is measured by a share of another (X02). */
function checkWeighting({ target, part, at, held, report }: Check): void {
  const measure = part.indicator ?? part.profile ?? '';
  const [measured, promised] = [weightOf(measure, held.known), promisedBy(target, part)];
  if (part.note !== undefined || measured === undefined || promised === undefined || measured === promised)
    return;
  const key = part.indicator === undefined ? 'profile' : 'indicator';
  report(at(key), 'weighting-differs', measure, measured, promised);
}

/** Reports a promise of one thing that is answered in a review by a share of another (X02). */
function checkEvidence(plan: Plan, known: Known, report: Report): void {
  for (const { target: id, names } of plan.reviews) {
    const target = plan.targets.find(each => each.id === id);
    const of = target === undefined ? undefined : promisedBy(target, target.parts[0]);
    if (target === undefined || of === undefined || target.parts.some(({ note }) => note !== undefined))
      continue;
    for (const { name, place } of names) {
      const measured = weightOf(name.split(' ')[0] ?? '', known);
      if (measured !== undefined && measured !== of) report(place, 'weighting-differs', name, measured, of);
    }
  }
}

/** What a promise counts: what its part says, or pupils where it speaks of them. */
function promisedBy({ promise }: PlanTarget, part: TargetPart | undefined): Weighting | undefined {
  return part?.of ?? (pupils.test(promise) ? 'pupils' : undefined);
}
