import { plainRun } from '../../pages/blocks.ts';
import type { Layout } from '../../pages/material.ts';
import { measureLinks } from '../../pages/measure-links.ts';
import type { Run } from '../../pages/view.ts';

/** Links to measures in a line of words, or nothing where none has a section. */
export function linked(
  layout: Layout,
  before: string,
  measures: readonly string[],
  end = '.',
): readonly Run[] {
  const links = measureLinks(layout, measures);
  if (links.length === 0) return [];
  const runs = links.flatMap(({ text, href }, at): readonly Run[] => [
    ...(at === 0 ? [] : [plainRun('; ')]),
    { text, figure: null, href },
  ]);
  return [...(before === '' ? [] : [plainRun(before)]), ...runs, ...(before === '' ? [] : [plainRun(end)])];
}

/** A sentence to follow a colon. */
export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
