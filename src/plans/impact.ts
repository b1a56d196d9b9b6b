import { z } from 'zod';
import { dateLabel } from '../model/time.ts';
import { many, mention, numberedSentences, plural, say } from '../narrative/sentence.ts';
import { addresses } from '../pages/addresses.ts';
import { type Block, entryBlock, linksBlock, listBlock, paragraph } from '../pages/blocks.ts';
import type { Layout } from '../pages/material.ts';
import { actionPlansForm } from './action-plans.ts';
import { governanceForm } from './governance.ts';
import { planKind } from './kind.ts';
import type { PlanCheck } from './kit/checks.ts';
import { askOfKeys, day, documentSchema, entryId, entryRef, plain, words } from './kit/fields.ts';
import { counterIn, type PlanGiven } from './kit/findings.ts';
import { type PlanBook, planForm } from './kit/form.ts';
import { checkGradeCounts } from './kit/grade-count-checks.ts';
import type { PlanContents } from './kit/judged.ts';
import {
  documentBlock,
  factsBlock,
  listFact,
  mostlyBy,
  noteBlock,
  type PlanLayout,
  section,
  sentencesBlock,
  wordRuns,
} from './kit/page.ts';
import { checkProjections, projectionDrafts, projectionSchema } from './kit/projections.ts';

const impactRowSchema = z.strictObject({
  id: entryId('row of the impact analysis'),
  short: plain('Its name on pages'),
  priority: entryRef(
    'priority',
    'The priority of governance.yaml that it serves; left out of what the whole strategy needs',
  ).optional(),
  plans: z.array(entryRef('action plan')).default([]).describe('The action plans whose effect this is'),
  seen: day('As at which day'),
  impact: z.array(words('Something that was brought about, figures named in braces')).min(1),
  'too-early': plain('Why there is no effect to measure yet').optional(),
  projections: z.array(projectionSchema).default([]),
  next: z.array(words('Something to be done next')).default([]),
  without: z
    .strictObject({ next: plain('Why nothing is planned next').optional() })
    .default({})
    .describe('What the analysis leaves out, with the reason that readers are given'),
  note: plain('Full sentences for readers: contradictions and how they were settled').optional(),
});
askOfKeys(impactRowSchema, { oneOf: ['next', 'without.next'] });

const impactSchema = z.strictObject({
  document: documentSchema.optional(),
  note: plain('Full sentences for readers on the analysis as a whole').optional(),
  rows: z.array(impactRowSchema).min(1),
});

type Impact = z.output<typeof impactSchema>;

/** What the year's work brought about, by priority area, and what comes next. */
export const impact = planKind({
  form: planForm({ id: 'impact', name: 'Impact', schema: impactSchema }),
  check: checkImpact,
  find: impactFindings,
  say: impactSentences,
  page: impactPage,
});

/** Reports counts of grades and projections that are not so. */
function checkImpact(check: PlanCheck<Impact>): void {
  checkGradeCounts(check);
  check.plan.value.rows.forEach((row, at) => {
    checkProjections(check, row.projections, ['rows', at]);
  });
}

type ImpactFindings = ReturnType<typeof impactFindings>;

function impactFindings(given: PlanGiven<Impact>) {
  const { rows } = given.plan.value;
  const count = counterIn(given, ['rows']);
  const early = rows.filter(row => row['too-early'] !== undefined);
  return {
    rows: rows.map((row, at) => ({
      row,
      projected: projectionDrafts(given, row.projections, `impact ${row.id}`, ['rows', at]),
    })),
    all: count('all', rows.length),
    early: count('too early to tell', early.length),
  };
}

function impactSentences({ rows, all, early }: ImpactFindings) {
  const tooEarly = early.count === 0 ? [] : [say`For ${many(early)} of them it was too early to tell.`];
  return {
    counts: numberedSentences('impact.counts', [
      say`Officers reported what had changed in ${mention(all.figure)} ${plural(all, 'area', 'areas')} of work.`,
      ...tooEarly,
    ]),
    rows: rows.map(({ row, projected }) => ({
      row,
      sentences: numberedSentences(`impact.${row.id}`, projected),
    })),
  };
}

type Given = PlanLayout<Impact, ImpactFindings, ReturnType<typeof impactSentences>>;

function impactPage({ layout, book, said, plan }: Given): PlanContents {
  const usualDay = mostlyBy(said.rows, ({ row }) => row.seen);
  const listed = governanceForm.in(book)?.value.priorities ?? [];
  const areas = [...listed, { id: undefined, name: 'The strategy as a whole' }];
  return {
    title: 'Impact: what the year’s work has changed',
    lead: 'What officers say the work has brought about, with the figures that bear on it, and what they will do next. That one thing followed another does not show that it was the cause.',
    sections: [
      section('summary', 'In short', [
        sentencesBlock(layout, said.counts),
        ...(usualDay === null ? [] : [paragraph(seenText(usualDay, ', where no other day is given'))]),
        ...documentBlock(layout, plan.value.document),
        ...noteBlock(plan.value.note),
      ]),
      ...areas.map(({ id, name }) => {
        const rows = said.rows.filter(({ row }) => row.priority === id);
        return section(
          `area-${id ?? 'all'}`,
          name,
          rows.map(each => rowEntry(layout, book, each, usualDay)),
        );
      }),
    ],
  };
}

function rowEntry(
  layout: Layout,
  book: PlanBook,
  { row, sentences }: Given['said']['rows'][number],
  usualDay: string | null,
): Block {
  const early = row['too-early'];
  return entryBlock({
    id: row.id,
    heading: row.short,
    blocks: [
      ...listBlock(row.impact.map(each => wordRuns(layout, each))),
      ...(early === undefined ? [] : [paragraph(`Too early to tell. ${early}`)]),
      sentencesBlock(layout, sentences),
      ...factsBlock(listFact(layout, 'What comes next', row.next, row.without.next)),
      ...planLinks(layout, book, row.plans),
      ...noteBlock(
        [row.seen === usualDay ? '' : seenText(row.seen), row.note ?? ''].join(' ').trim() || undefined,
      ),
    ],
  });
}

function seenText(day: string, unless = ''): string {
  return `As officers saw it on ${dateLabel(day)}${unless}.`;
}

function planLinks({ setting }: Layout, book: PlanBook, ids: readonly string[]): readonly Block[] {
  const plans = actionPlansForm.in(book)?.value.plans ?? [];
  const page = addresses.plan(setting.edition.id, actionPlansForm.id);
  return linksBlock(
    ids.flatMap(id => {
      const plan = plans.find(each => each.id === id);
      return plan === undefined ? [] : [{ text: `Action plan: ${plan.short}`, href: `${page}#${id}` }];
    }),
  );
}
