import { planKind } from '../kind.ts';
import type { Undertaking } from '../kit/offers.ts';
import { checkDelivery } from './checks.ts';
import { deliveryFindings, type Standing } from './findings.ts';
import { deliveryPage } from './page.ts';
import { type Action, deliveryForm } from './schema.ts';
import { deliverySentences } from './words.ts';

/** What is being done to bring an outcome about, by whom and by when. */
export const delivery = planKind({
  form: deliveryForm,
  check: checkDelivery,
  find: deliveryFindings,
  say: deliverySentences,
  page: deliveryPage,
  offers: {
    by: 'deadline',
    undertakings: ({ actions }) => actions.map(undertaking),
    now: ({ found, said }) => ({
      counts: said.counts,
      undertakings: found.actions.map(({ action, standing }) => ({
        ...undertaking(action),
        standing,
        isBehind: behind.includes(standing),
        deadline: action.deadline,
        next: [],
        nextNotStated: null,
        outcome: action.outcome ?? null,
        notStated: action.reason ?? null,
        ratedBefore: null,
      })),
      untimed: found.counts.find(({ standing }) => standing === 'going-on'),
    }),
  },
});

const behind: readonly Standing[] = ['overdue', 'passed-not-stated'];

function undertaking({ id, words, owners, moves, 'owner-not-stated': why }: Action): Undertaking {
  const what = { kind: deliveryForm.id, what: 'action', id, name: words };
  return { ...what, owners, ownerNotStated: why ?? null, moves, targets: [] };
}
