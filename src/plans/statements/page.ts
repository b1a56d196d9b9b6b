import { dateLabel } from '../../model/date.ts';
import type { Statement } from './schema.ts';
import type { Block } from '../../pages/blocks.ts';
import { sourceViews } from '../../pages/sections.ts';
import { type PlanContents, type PlanLayout, wordRuns } from '../kit/plan-layout.ts';
import { factsBlock, linkRun, plainFact } from '../kit/plan-parts.ts';

type Given = PlanLayout<'statements'>;

/** What people in their roles say of the year, with permission. */
export function statementsPage(given: Given): PlanContents {
  return {
    title: 'Forewords and statements',
    lead: 'What people in their roles say, in their own words. The rest of the report is written from the figures.',
    sections: given.plan.value.statements.map(each => ({
      id: `statement-${each.id}`,
      heading: each.heading,
      blocks: statementBlocks(given, each),
    })),
  };
}

function statementBlocks({ layout }: Given, each: Statement): readonly Block[] {
  const by = `${each.by}, ${dateLabel(each.date)}`;
  const { permission } = each;
  const [source] =
    permission?.published === undefined ? [] : sourceViews(layout.folder.sources, [permission.published]);
  return [
    { kind: 'quotation', paragraphs: each.paragraphs.map(words => wordRuns(layout, words)), by },
    ...factsBlock([
      ...(source === undefined
        ? plainFact(
            'Printed with the permission of',
            permission?.by === undefined || permission.date === undefined
              ? null
              : `${permission.by}, ${dateLabel(permission.date)}`,
          )
        : [{ name: 'Published in', runs: [linkRun(source.title, source.href)] }]),
    ]),
  ];
}
