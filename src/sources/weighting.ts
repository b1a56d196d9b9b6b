import type { Report } from '../issues.ts';
import type { Path } from '../model/place.ts';
import type { Weighting } from '../model/profile.ts';
import type { Plan, PlanTarget, TargetPart } from '../model/target.ts';
import type { Known } from './names.ts';
import { entryOf } from './register.ts';
import type { Document } from './yaml.ts';

/** Words that promise something to those who learn. */
const pupils = /\b(?:learners?|pupils?|children|child|young people)\b/i;

/** What counts once in a measure: an indicator that says so, or the grades of a profile. */
function weightOf(id: string, known: Known): Weighting | undefined {
  const { kind, unit } = entryOf(known.profiles, id);
  const isShare = kind === 'phases' || kind === 'aspects';
  return entryOf(known.indicators, id).weighted ?? (isShare ? unit : undefined);
}

/** Reports promises of one thing that are measured, or answered in a review, by a share of another (X02). */
export function checkPromises(
  document: Document,
  plans: readonly Plan[],
  known: Known,
  report: Report,
): void {
  plans.forEach((plan, at) => {
    plan.targets.forEach((target, index) => {
      target.parts.forEach((part, which) => {
        checkMeasure(target, part, ['plans', at, 'targets', index, 'parts', which]);
      });
    });
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
  });

  function checkMeasure(target: PlanTarget, part: TargetPart, path: Path): void {
    const measure = part.indicator ?? part.profile ?? '';
    const [measured, promised] = [weightOf(measure, known), promisedBy(target, part)];
    if (part.note !== undefined || measured === undefined || promised === undefined || measured === promised)
      return;
    const key = part.indicator === undefined ? 'profile' : 'indicator';
    report(document.place([...path, key]), 'weighting-differs', measure, measured, promised);
  }
}

/** What a promise counts: what its part says, or pupils where it speaks of them. */
function promisedBy({ promise }: PlanTarget, part: TargetPart | undefined): Weighting | undefined {
  return part?.of ?? (pupils.test(promise) ? 'pupils' : undefined);
}

/** Reports two figures in one sentence of which one counts schools, say, and the other pupils (X02). */
export function checkSideBySide(
  words: string,
  names: readonly { readonly name: string; readonly index: number }[],
  known: Known,
  say: (index: number, ...args: [name: string, its: string, other: string, others: string]) => void,
): void {
  const weighted = names.flatMap(({ name, index }) => {
    const weight = weightOf(name.trim().split(' ')[0] ?? '', known);
    return weight === undefined ? [] : [{ name, index, weight }];
  });
  for (const [at, { name, index, weight }] of weighted.entries()) {
    const other = weighted
      .slice(0, at)
      .findLast(each => each.weight !== weight && !/[.!?]\s|\n\s*\n/.test(words.slice(each.index, index)));
    if (other !== undefined) say(index, name, weight, other.name, other.weight);
  }
}
