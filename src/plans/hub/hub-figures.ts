import { plainRun } from '../../pages/blocks.ts';
import type { Layout, Said } from '../../pages/material.ts';
import { measureLink } from '../../pages/measure-links.ts';
import type { Run } from '../../pages/view.ts';
import { draftRuns } from '../kit/plan-layout.ts';

/** What the measures that something was meant to move have done: each with the first sentences of its section. */
export function figuresDid(
  layout: Layout,
  measures: readonly string[],
): readonly { readonly name: string; readonly runs: readonly Run[] }[] {
  const told = measures.flatMap((measure, at) => {
    const said = sectionOf(layout, measure);
    const link = measureLink(layout, measure);
    if (said === null || link === null) return [];
    const sentences = said.said.sentences.slice(0, said.said.paragraphs[0] ?? 1);
    return [
      ...(at === 0 ? [] : [plainRun(' ')]),
      { text: link.text, figure: null, href: link.href },
      plainRun(': '),
      ...sentences.flatMap((sentence, index) => [
        ...(index === 0 ? [] : [plainRun(' ')]),
        ...draftRuns(layout, sentence.runs),
      ]),
    ];
  });
  if (told.length === 0) return [];
  return [{ name: 'What the figures did', runs: told }];
}

function sectionOf({ themes }: Layout, measure: string): Said | null {
  const all = themes.flatMap(({ groups }) => groups.flatMap(({ parts }) => parts));
  return (
    all.find(
      ({ part }) => (part.kind === 'profile' ? part.found.profile : part.found.indicator).id === measure,
    ) ?? null
  );
}
