import { dateLabel } from '../../model/date.ts';
import type { Reference } from '../../model/plans/references.ts';
import { type Block, plainRun } from '../blocks.ts';
import type { Layout } from '../material.ts';
import { type MeasureLink, measureLinks } from '../measure-links.ts';
import type { Run } from '../view.ts';
import { type PlanContents, type PlanLayout, sentenceViews, wordRuns } from './plan-layout.ts';

/** The publications that the report and its plans lean on. */
export function referencesPage({ layout, plan, said }: PlanLayout<'references'>): PlanContents {
  const list: Block = {
    kind: 'list',
    ordered: true,
    items: plan.value.references.map(each => referenceRuns(layout, each)),
  };
  return {
    title: 'References',
    lead: 'The publications that this report and its plans lean on, and whether they can still be found.',
    sections: [
      {
        id: 'publications',
        heading: 'Publications',
        blocks: [{ kind: 'sentences', sentences: sentenceViews(layout, said, 'counts') }, list],
      },
    ],
  };
}

function referenceRuns(layout: Layout, each: Reference): readonly Run[] {
  const { title, publisher, year, url, archived, status, checked, indicators, note } = each;
  const link = (text: string, href: string): Run => ({ text, figure: null, href });
  const when = checked === undefined ? '' : ` on ${dateLabel(checked)}`;
  return [
    status === 'gone' ? plainRun(title) : link(title, url),
    plainRun(`, ${publisher}, ${year}.`),
    ...(status === 'gone' ? [plainRun(` No longer at its own address${when}.`)] : []),
    ...(archived === undefined
      ? []
      : [plainRun(' '), link(`Archived copy of “${title}”`, archived), plainRun('.')]),
    ...listedLinks(' It bears on ', measureLinks(layout, indicators)),
    ...(note === undefined ? [] : [plainRun(' '), ...wordRuns(layout, note)]),
  ];
}

/** " It bears on A; B.": links within a line of words, or nothing. */
function listedLinks(before: string, links: readonly MeasureLink[]): readonly Run[] {
  if (links.length === 0) return [];
  const runs = links.flatMap(({ text, href }, at) => [
    ...(at === 0 ? [] : [plainRun('; ')]),
    { text, figure: null, href },
  ]);
  return [plainRun(before), ...runs, plainRun('.')];
}
