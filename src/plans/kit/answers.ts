import { z } from 'zod';
import type { Tally, TallyOf } from '../../model/figure.ts';
import type { Path } from '../../model/place.ts';
import { clausesOf, type Draft, listed, many, say, someOf } from '../../narrative/sentence.ts';
import { notStated } from '../../pages/blocks.ts';
import type { Layout } from '../../pages/material.ts';
import { type StatusView, statusView } from '../../pages/status-views.ts';
import type { PlanCheck } from './checks.ts';
import { day, plain, role, words } from './fields.ts';
import { type counterIn, tallies } from './findings.ts';
import { type BlockFact, plainFact, wordFact } from './page.ts';

const responses = ['done', 'accepted', 'in-part', 'refused', 'not-stated'] as const;
type Response = (typeof responses)[number];

export const answerFields = {
  status: z.enum(responses).describe('What became of it'),
  response: words('What was answered').optional(),
  reason: plain('Why no answer is stated, in a sentence').optional(),
  owner: role().optional(),
  due: day('The day by which it is to be answered').optional(),
};

type Answered = z.output<z.ZodObject<typeof answerFields>>;

/** True of a recommendation that was due an answer before the cut-off, and of which neither one nor a reason is stated. */
export function isOverdue({ status, response, reason, due }: Answered, cutOff: string): boolean {
  const isSilent = status === 'not-stated' && response === undefined && reason === undefined;
  return due !== undefined && due < cutOff && isSilent;
}

/** A recommendation without an answer by the day it was due is shown as overdue, and warned of. */
export function checkDue(
  { plan, edition, report }: PlanCheck<unknown>,
  each: Answered & { readonly label: string },
  path: Path,
): void {
  const { label, due = '' } = each;
  const cutOff = edition['cut-off'];
  if (isOverdue(each, cutOff)) report(plan.place([...path, 'due']), 'response-overdue', label, due, cutOff);
}

/** How many of some recommendations have each answer, in the order of the list of answers. */
export function answerTallies(count: ReturnType<typeof counterIn>, name: string, some: readonly Answered[]) {
  return tallies(count, some, 'status', responses, response => `${name}, ${response}`);
}

const answerWords: Readonly<Record<Response, readonly [string, string]>> = {
  done: ['is done', 'are done'],
  accepted: ['is accepted', 'are accepted'],
  'in-part': ['is accepted in part', 'are accepted in part'],
  refused: ['is not accepted', 'are not accepted'],
  'not-stated': ['has no stated answer', 'have no stated answer'],
};

/** "Of eight recommendations, two are accepted, one is done and five have no stated answer." */
export function answersDraft(all: Tally, answers: readonly TallyOf<Response>[]): Draft {
  const only = someOf(answers)[0];
  if (all.count === 1 && only !== undefined)
    return say`There is ${many(all)} recommendation; it ${answerWords[only.of][0]}.`;
  return say`Of ${many(all)} recommendations, ${listed(clausesOf(answers, answerWords))}.`;
}

/** What became of a recommendation, as a status: overdue where it should have been answered by the cut-off. */
export function answerStatus(each: Answered, cutOff: string): StatusView {
  const kind = each.status === 'not-stated' ? 'no-answer' : each.status;
  return statusView(isOverdue(each, cutOff) ? 'overdue' : kind);
}

/** What the council answered, or that and why no answer is stated. */
export function answerFacts(layout: Layout, { response, reason }: Answered): readonly BlockFact[] {
  return [
    ...wordFact(layout, 'The council’s answer', response, notStated(reason, 'None is stated.')),
    ...plainFact('Besides', response === undefined ? null : reason),
  ];
}
