import type { ImpactFound } from '../../judgements/plans/impact.ts';
import { dateLabel } from '../../model/date.ts';
import { wholeStrategy } from '../../model/plans/rating.ts';
import { addresses } from '../addresses.ts';
import { type Block, listBlock, type PlanSection, plainRuns } from '../blocks.ts';
import {
  figureBlockCell,
  type PlanContents,
  type PlanLayout,
  sentenceViews,
  wordRuns,
} from './plan-layout.ts';

type Given = PlanLayout<'impact'>;

/** The impact analysis: what the year's work brought about, by priority area, and what comes next. */
export function impactPage(given: Given): PlanContents {
  const { layout, found, said, plan } = given;
  const { note } = plan.value;
  const plans = layout.found.plans['action-plans']?.plan.value ?? null;
  const areas = [
    ...(plans?.priorities ?? []).map(({ id, label }) => ({ id, label })),
    { id: wholeStrategy, label: 'The strategy as a whole' },
  ];
  let number = 0;
  const sections = areas.flatMap(({ id, label }): readonly PlanSection[] => {
    const rows = found.rows.filter(({ row }) => row.priority === id);
    if (rows.length === 0) return [];
    const blocks = rows.map(row => {
      number += row.tally === null ? 0 : 1;
      return rowEntry(given, row, number);
    });
    return [{ id: id === wholeStrategy ? 'whole-strategy' : id, heading: label, blocks }];
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
          ...(note === undefined ? [] : [{ kind: 'note', runs: plainRuns(note) } as const]),
        ],
      },
      ...sections,
    ],
  };
}

function rowEntry(given: Given, found: ImpactFound, number: number): Block {
  const { layout, said } = given;
  const { row } = found;
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
      ...tallyBlocks(given, found, number),
      { kind: 'sentences', sentences: sentenceViews(layout, said, row.id) },
      ...(found.tally !== null && row.tally?.differs !== undefined
        ? [{ kind: 'note', runs: plainRuns(row.tally.differs) } as const]
        : []),
      {
        kind: 'words',
        runs: plainRuns(
          row.next.length === 0
            ? `What comes next: not stated. ${row.without.next ?? ''}`
            : 'What comes next:',
        ),
      },
      ...listBlock(row.next.map(each => wordRuns(layout, each))),
      ...planLinks(given, row.plans),
      {
        kind: 'note',
        runs: plainRuns([`As officers saw it on ${dateLabel(row.seen)}.`, row.note ?? ''].join(' ').trim()),
      },
    ],
  };
}

function tallyBlocks({ layout }: Given, { row, tally }: ImpactFound, number: number): readonly Block[] {
  if (tally === null) return [];
  return [
    {
      kind: 'table',
      id: `${row.id}-counts`,
      number,
      caption: `${row.short}: number of ${row.tally?.of ?? ''}`,
      columns: [
        { text: 'Group', numeric: false },
        { text: 'Number', numeric: true },
      ],
      rows: [...tally.parts, { label: 'All', count: tally.all }].map(({ label, count }) => ({
        header: plainRuns(label),
        cells: [figureBlockCell(layout, count)],
      })),
      download: null,
    },
  ];
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
