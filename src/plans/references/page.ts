import type { Reference } from './schema.ts';
import { type Block, plainRun } from '../../pages/blocks.ts';
import type { Layout } from '../../pages/material.ts';
import { measureLinks } from '../../pages/measure-links.ts';
import { sourceViews } from '../../pages/sections.ts';
import type { Run } from '../../pages/view.ts';
import { type PlanContents, type PlanLayout, sentenceViews, wordRuns } from '../kit/plan-layout.ts';
import { linkRuns } from '../kit/reference-runs.ts';
import { referenceUses, sourceUses, type Use } from './reference-uses.ts';

/** The publications that the report and its plans lean on, those its figures come from, and where each is used (F44). */
export function referencesPage({ layout, plan, said, found }: PlanLayout<'references'>): PlanContents {
  const uses = referenceUses(layout);
  const list: Block = {
    kind: 'list',
    ordered: true,
    items: plan.value.references.map(each =>
      referenceRuns(layout, each, uses.get(each.id) ?? [], !found.areChecked),
    ),
  };
  const sources = sourceItems(layout);
  return {
    title: 'References',
    lead: found.areChecked
      ? 'The publications that this report and its plans lean on, and whether they can still be found.'
      : 'The publications that this report and its plans lean on, and where each is used.',
    sections: [
      {
        id: 'publications',
        heading: 'Publications',
        blocks: [{ kind: 'sentences', sentences: sentenceViews(layout, said, 'counts') }, list],
      },
      ...(sources.length === 0
        ? []
        : [
            {
              id: 'sources',
              heading: 'Where our figures come from',
              blocks: [{ kind: 'list', ordered: true, items: sources } as const],
            },
          ]),
    ],
  };
}

function referenceRuns(
  layout: Layout,
  each: Reference,
  uses: readonly Use[],
  isUnchecked: boolean,
): readonly Run[] {
  const { indicators, note } = each;
  return [
    ...linkRuns(each, isUnchecked),
    ...listedLinks(' It bears on ', measureLinks(layout, indicators)),
    ...(note === undefined ? [] : [plainRun(' '), ...wordRuns(layout, note)]),
    ...listedLinks(' Used in ', uses),
  ];
}

/** The sources of the council's figures, in the order of the chapters that use them. */
function sourceItems(layout: Layout): readonly (readonly Run[])[] {
  return [...sourceUses(layout)].flatMap(([id, uses]) =>
    sourceViews(layout.folder.sources, [id]).map(({ title, href, detail }) => [
      { text: title, figure: null, href },
      plainRun(`. ${detail}`),
      ...listedLinks(' Used in ', uses),
    ]),
  );
}

/** " It bears on A; B.": links within a line of words, or nothing. */
function listedLinks(before: string, links: readonly Use[]): readonly Run[] {
  if (links.length === 0) return [];
  const runs = links.flatMap(({ text, href }, at) => [
    ...(at === 0 ? [] : [plainRun('; ')]),
    { text, figure: null, href },
  ]);
  return [plainRun(before), ...runs, plainRun('.')];
}
