import type { Path } from '../../model/place.ts';
import { nearest } from '../../model/spelling.ts';
import { dateLabel, dayOf } from '../../model/time.ts';
import type { PlanCheck } from '../kit/checks.ts';
import { type Action, type Delivery, deliveryForm, type Statement } from './schema.ts';

type Check = PlanCheck<Delivery>;

const lists = [
  'strengths',
  'improve',
  'intended-outcomes',
  'spend',
  'achievements',
  'themes',
  'actions',
  'risks',
  'interdependencies',
] as const;

/** Words that set the council beside others. */
const beside =
  /\b(?:above|below)\b(?! all\b)|\b(?:better|worse|higher|lower|narrower|wider|larger|smaller) than\b|\{[^{}]* (?:of|against) [^{}]*\}/i;

/** "(iv)", "3.", "b)": a number that somebody typed before an item of a list. */
const typedNumber = /^\s*\(?(?:[ivx]{1,5}|\d{1,2}|[a-z])[).]\s/i;

/** Reports what is at odds within a plan of delivery, and what it leaves open. */
export function checkDelivery(check: Check): void {
  const { plan, report } = check;
  const { value } = plan;
  for (const list of lists) {
    const seen = new Map<string, Path>();
    value[list].forEach(({ id }, at) => {
      const path = [list, at, 'id'];
      const first = seen.get(id);
      if (first === undefined) seen.set(id, path);
      // Actions are known to other plans, so the reader of plans has reported them already.
      else if (list !== 'actions') report(plan.place(path), 'duplicate-id', id, plan.place(first));
    });
  }
  (['strengths', 'improve'] as const).forEach(list => {
    value[list].forEach((statement, at) => {
      checkStatement(check, statement, [list, at]);
    });
  });
  checkIntended(check);
  checkNumbers(check);
  value.actions.forEach((action, at) => {
    checkAction(check, action, ['actions', at]);
  });
}

/** What is said of others must be checkable, or say why it is not. */
function checkStatement({ plan, report }: Check, statement: Statement, path: Path): void {
  const { words, unchecked } = statement;
  const found = beside.exec(words);
  if (found !== null && statement['rests-on'].length === 0 && unchecked === undefined)
    report(plan.place([...path, 'words']), 'unchecked-comparison', found[0]);
}

function checkIntended({ plan, report }: Check): void {
  plan.value['intended-outcomes'].forEach(({ id, measures, unmeasured }, at) => {
    const path = ['intended-outcomes', at];
    if (measures.length === 0 && unmeasured === undefined)
      report(plan.place([...path, 'id']), 'outcome-without-measure', id);
    if (measures.length > 0 && unmeasured !== undefined)
      report(plan.place([...path, 'unmeasured']), 'target-keys-at-odds', 'unmeasured', 'measures');
  });
}

/** Lists are numbered by the report (X26). */
function checkNumbers({ plan, report }: Check): void {
  const { value } = plan;
  const items: readonly { readonly words: string; readonly path: Path }[] = [
    ...(['intended-outcomes', 'achievements', 'actions', 'risks'] as const).flatMap(list =>
      value[list].map(({ words }, at) => ({ words, path: [list, at, 'words'] })),
    ),
    ...value.themes.flatMap(({ initiatives }, at) =>
      initiatives.map((words, index) => ({ words, path: ['themes', at, 'initiatives', index] })),
    ),
  ];
  for (const { words, path } of items) {
    const typed = typedNumber.exec(words);
    if (typed !== null) report(plan.place(path), 'numbered-by-hand', typed[0].trim());
  }
}

function checkAction(check: Check, action: Action, path: Path): void {
  const { plan, before, edition, report } = check;
  const { id, theme, owners, status, reason, deadline, outcome } = action;
  const themes = plan.value.themes.map(each => each.id);
  if (theme !== undefined && !themes.includes(theme))
    report(
      plan.place([...path, 'theme']),
      'unknown-entry',
      theme,
      'theme of the plan',
      edition.id,
      nearest(theme, themes),
    );
  if (owners.length === 0 && action['owner-not-stated'] === undefined)
    report(plan.place(path), 'missing-key', 'owners', 'or "owner-not-stated" with the reason');
  if (status === 'not-stated' && reason === undefined)
    report(plan.place(path), 'missing-key', 'reason', 'why no status is stated');
  const day = dayOf(deadline);
  if (status === 'not-stated' && day !== null && day < edition['cut-off'])
    report(
      plan.place([...path, 'deadline']),
      'deadline-passed',
      id,
      dateLabel(day),
      edition['cut-off'],
      deadline.kind === 'from' ? 'to begin' : 'due',
    );
  const promised = deliveryForm.in(before)?.value.actions.map(each => each.id) ?? [];
  if (outcome !== undefined && !promised.includes(id))
    report(plan.place([...path, 'outcome']), 'outcome-without-promise', id, nearest(id, promised));
}
