import type { ImpactFound } from './findings.ts';
import { dateLabel } from '../../model/date.ts';
import { addresses } from '../../pages/addresses.ts';
import { type Block, listBlock, type PlanSection, paragraph, plainRuns } from '../../pages/blocks.ts';
import { type PlanContents, type PlanLayout, sentenceViews, wordRuns } from '../kit/plan-layout.ts';
import { documentBlock, factsBlock, listFact, mostlyBy, noteBlock } from '../kit/plan-parts.ts';

type Given = PlanLayout<'impact'>;

/** The impact analysis: what the year's work brought about, by priority area, and what comes next. */
export function impactPage(given: Given): PlanContents {
  const { layout, found, said, plan } = given;
  const usualDay = mostlyBy(found.rows, ({ row }) => row.seen);
  const listed = layout.found.plans.governance?.plan.value.priorities ?? [];
  const areas = [...listed, { id: undefined, name: 'The strategy as a whole' }];
  const sections = areas.flatMap(({ id, name }): readonly PlanSection[] => {
    const rows = found.rows.filter(({ row }) => row.priority === id);
    if (rows.length === 0) return [];
    return [
      { id: `area-${id ?? 'all'}`, heading: name, blocks: rows.map(row => rowEntry(given, row, usualDay)) },
    ];
  });
  return {
    title: 'Impact: what the year’s work has changed',
    lead: 'What officers say the work has brought about, with the figures that bear on it, and what they will do next. That one thing followed another does not show that it was the cause.',
    sections: [
      {
        id: 'summary',
        heading: 'In short',
        blocks: [
          { kind: 'sentences', sentences: sentenceViews(layout, said, 'counts') },
          ...(usualDay === null ? [] : [paragraph(seenText(usualDay, ', where no other day is given'))]),
          ...documentBlock(layout, plan.value.document),
          ...noteBlock(plan.value.note),
        ],
      },
      ...sections,
    ],
  };
}

function rowEntry(given: Given, { row }: ImpactFound, usualDay: string | null): Block {
  const { layout, said } = given;
  const early = row['too-early'];
  return {
    kind: 'entry',
    id: row.id,
    heading: row.short,
    status: null,
    standing: null,
    blocks: [
      ...listBlock(row.impact.map(each => wordRuns(layout, each))),
      ...(early === undefined
        ? []
        : [{ kind: 'words', runs: plainRuns(`Too early to tell. ${early}`) } as const]),
      { kind: 'sentences', sentences: sentenceViews(layout, said, row.id) },
      ...factsBlock(listFact(layout, 'What comes next', row.next, row.without.next ?? '')),
      ...planLinks(given, row.plans),
      ...noteBlock(
        [row.seen === usualDay ? '' : seenText(row.seen), row.note ?? ''].join(' ').trim() || undefined,
      ),
    ],
  };
}

function seenText(day: string, unless = ''): string {
  return `As officers saw it on ${dateLabel(day)}${unless}.`;
}

/** The action plans whose effect a row tells of. */
function planLinks({ layout }: Given, ids: readonly string[]): readonly Block[] {
  const plans = layout.found.plans['action-plans']?.plan.value.plans ?? [];
  const page = addresses.plan(layout.setting.edition.id, 'action-plans');
  const items = ids.flatMap(id => {
    const plan = plans.find(each => each.id === id);
    return plan === undefined ? [] : [{ text: `Action plan: ${plan.short}`, href: `${page}#${id}` }];
  });
  return items.length === 0 ? [] : [{ kind: 'links', items }];
}
