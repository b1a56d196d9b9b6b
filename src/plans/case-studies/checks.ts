import { Big } from 'big.js';
import { isAttainable, nearestAttainable } from '../../measures.ts';
import type { Path } from '../../model/place.ts';
import { nearest } from '../../model/spelling.ts';
import { lastDayOf, yearBefore } from '../../model/time.ts';
import type { PlanCheck } from '../kit/checks.ts';
import type { CaseFact, CaseStudies, CaseStudy, CaseTally } from './schema.ts';

type Check = PlanCheck<CaseStudies>;

/** Sums, shares, changes and tallies of case studies, and whom to ask. */
export function checkCaseStudies(check: Check): void {
  const { plan, report } = check;
  const { themes, studies } = plan.value;
  const names = themes.map(({ id }) => id);
  studies.forEach((study, at) => {
    const path = ['studies', at];
    if (!names.includes(study.theme))
      report(plan.place([...path, 'theme']), 'unknown-case-theme', study.theme, nearest(study.theme, names));
    checkFacts(check, study, path);
    if (study.tally !== undefined) checkTally(check, study.tally, [...path, 'tally']);
    checkContact(check, study, [...path, 'contact', 'reviewed']);
  });
}

function checkFacts(check: Check, { facts }: CaseStudy, path: Path): void {
  facts.forEach((fact, at) => {
    const here = [...path, 'facts', at];
    if (facts.findIndex(({ id }) => id === fact.id) < at)
      check.report(check.plan.place([...here, 'id']), 'repeated-fact', fact.id);
    checkKeys(check, fact, here);
    checkParts(check, fact, here);
    checkShare(check, fact, here);
    checkChange(check, fact, here);
    checkWindow(check, fact, here);
  });
}

/** Keys that say the same thing in two ways, or that mean nothing of such a number. */
function checkKeys({ plan, report }: Check, fact: CaseFact, path: Path): void {
  const odds: readonly (readonly [keyof CaseFact, boolean, string])[] = [
    ['change', fact.from !== undefined, 'from'],
    ['above', fact.beside !== undefined, 'beside'],
    [
      'uninspected',
      fact.kind !== 'percent' || fact.of === undefined,
      fact.of === undefined ? 'no "of"' : fact.kind,
    ],
    ['of', fact.kind === 'money' || fact.kind === 'points', fact.kind],
    ['change', fact.kind !== 'percent' && fact.change?.in === 'points', `${fact.kind} in points`],
  ];
  for (const [key, isOdd, other] of odds) {
    if (fact[key] !== undefined && isOdd) report(plan.place([...path, key]), 'fact-keys-at-odds', key, other);
  }
}

function checkParts({ plan, report }: Check, { label, value, parts }: CaseFact, path: Path): void {
  if (parts === undefined) {
    if (value === undefined) report(plan.place(path), 'fact-without-value', label);
    return;
  }
  const sum = parts.reduce((all, part) => all.plus(part.value), new Big(0));
  if (value !== undefined && !sum.eq(value))
    report(plan.place([...path, 'value']), 'parts-not-sum', label, value, sum.toFixed());
}

/** A count is no more than all; a share is one that some number of them gives, less those not inspected (X20). */
function checkShare({ plan, report }: Check, fact: CaseFact, path: Path): void {
  const { kind, value, of, uninspected = 0, precision } = fact;
  if (value === undefined || of === undefined) return;
  const place = plan.place([...path, 'value']);
  if (kind === 'count' || kind === 'rank') {
    if (new Big(value).gt(of)) report(place, 'more-than-all', value, of);
    return;
  }
  if (kind !== 'percent' || precision !== 'exact') return;
  const bases = Array.from({ length: uninspected + 1 }, (_, out) => of - out).filter(base => base > 0);
  if (bases.some(base => isAttainable(value, base))) return;
  const near = bases.flatMap(base => nearestAttainable(value, base)).join(', ');
  report(place, 'impossible-share', value, bases.join(' or '), near);
}

/** A percentage changes in points; what is called per cent of it is most often that (X16). */
function checkChange({ plan, report }: Check, { kind, value, change }: CaseFact, path: Path): void {
  if (kind !== 'percent' || change?.in !== 'percent' || value === undefined) return;
  const before = new Big(value).minus(change.by).toFixed();
  report(plan.place([...path, 'change', 'in']), 'change-in-percent', change.by, value, before);
}

/** Of nothing that happened, the time watched must be said, and be over (P28). */
function checkWindow({ plan, report }: Check, fact: CaseFact, path: Path): void {
  const { kind, label, value, over } = fact;
  if (kind !== 'count' || value === undefined || !new Big(value).eq(0)) return;
  const at = fact['as-at'] ?? plan.value['as-at'];
  if (over === undefined) report(plan.place([...path, 'value']), 'zero-without-window', label);
  else if (lastDayOf(over.to) > lastDayOf(at))
    report(plan.place([...path, 'over', 'to']), 'window-not-over', over.to, at);
}

/** A tally is complete (P40). */
function checkTally({ plan, report }: Check, { same, up, down, of }: CaseTally, path: Path): void {
  if (down === undefined) report(plan.place(path), 'tally-incomplete', same, up, of);
  else if (same + up + down !== of)
    report(plan.place([...path, 'of']), 'tally-not-sum', same + up + down, of);
}

function checkContact({ plan, edition, report }: Check, { contact }: CaseStudy, path: Path): void {
  const reviewed = contact?.reviewed;
  const cutOff = edition['cut-off'];
  if (reviewed === undefined || reviewed >= yearBefore(cutOff)) return;
  report(plan.place(path), 'contact-not-reviewed', reviewed, cutOff);
}
