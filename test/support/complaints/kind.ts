// An invented kind of plan, in one folder, as a council might add it: what people complained of.
import { z } from 'zod';
import { mention, numberedSentences, say } from '../../../src/narrative/sentence.ts';
import { cellOf, plainRuns } from '../../../src/pages/blocks.ts';
import { planKind } from '../../../src/plans/kind.ts';
import { entryId, entryRef, plain, ref, role, words } from '../../../src/plans/kit/fields.ts';
import { counterIn } from '../../../src/plans/kit/findings.ts';
import { planForm } from '../../../src/plans/kit/form.ts';
import { sentencesBlock, tableBlock, wordRuns } from '../../../src/plans/kit/page.ts';

const complaintSchema = z.strictObject({
  id: entryId('complaint'),
  title: plain('What it is about'),
  words: words('What was complained of'),
  owner: role(),
  follows: entryRef('complaint', 'The complaint that it follows').optional(),
  read: z.array(entryRef('reference')).default([]),
  moves: z.array(ref('measure')).default([]),
  answer: words('What was answered').optional(),
});
const complaintsSchema = z.strictObject({ complaints: z.array(complaintSchema).min(1) });

type Complaint = z.output<typeof complaintSchema>;

const form = planForm({ id: 'complaints', name: 'Complaints', schema: complaintsSchema });

const undertaking = ({ id, title, owner, moves }: Complaint) => ({
  ...{ kind: form.id, what: 'complaint', id, name: title },
  ...{ owners: [owner], moves, targets: [] },
});

/** What people complained of, and what was answered. */
export const complaints = planKind({
  form,
  check: ({ plan, report }) => {
    plan.value.complaints.forEach(({ id, follows }, at) => {
      if (follows === id)
        report(plan.place(['complaints', at, 'follows']), 'wrong-value', id, 'follows itself');
    });
  },
  find: given => {
    const all = given.plan.value.complaints;
    const count = counterIn(given, ['complaints']);
    const open = all.filter(({ answer }) => answer === undefined);
    return { all: count('all', all.length), open: count('unanswered', open.length) };
  },
  say: ({ all, open }) => ({
    counts: numberedSentences('complaints.counts', [
      say`Of ${mention(all.figure)} complaints, ${mention(open.figure)} had no answer.`,
    ]),
  }),
  page: ({ layout, plan, said }) => ({
    title: 'What people complained of',
    lead: 'Each complaint, and what was answered.',
    sections: [
      { id: 'counts', heading: 'In short', blocks: [sentencesBlock(layout, said.counts)] },
      {
        id: 'all',
        heading: 'Every complaint',
        blocks: [
          tableBlock(
            'complaints',
            'Complaints and their answers',
            ['Complaint', 'What was said', 'Answer'],
            plan.value.complaints.map(each => ({
              id: each.id,
              header: plainRuns(each.title),
              cells: [each.words, each.answer ?? 'None is stated.'].map(text =>
                cellOf(wordRuns(layout, text)),
              ),
            })),
          ),
        ],
      },
    ],
  }),
  offers: {
    by: 'deadline',
    undertakings: value => value.complaints.map(undertaking),
    now: ({ plan, said }) => ({
      counts: said.counts,
      undertakings: plan.value.complaints.map(each => ({
        ...undertaking(each),
        ...{ standing: each.answer === undefined ? 'overdue' : 'done', isBehind: each.answer === undefined },
      })),
    }),
  },
});
