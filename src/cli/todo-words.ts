import { dateLabel } from '../model/time.ts';
import type { Waiting, WorkToDo } from './work-to-do.ts';

/** Where an edition stands, in lines. */
export function todoText(work: WorkToDo): readonly string[] {
  const lines = [
    `${work.title} (${work.status}), cut-off ${dateLabel(work.cutOff)}`,
    '',
    ...work.chapters.flatMap(chapter => [
      `${chapter.label}: ${heldWords(chapter)}`,
      ...chapter.waiting.flatMap(each => [`  ${whenWords(each)}`, `    ${each.measures.join('; ')}`]),
      ...chapter.toBeRevised.flatMap(each => [
        `  To be revised: ${whenWords(each)}`,
        `    ${each.measures.join('; ')}`,
      ]),
    ]),
  ];
  const others = otherWork(work).flatMap(({ heading, items }) => [
    '',
    heading,
    ...items.map(item => `  ${item}`),
  ]);
  return [...lines, ...others];
}

/** "this year's figures are in for 2 of 14 measures". */
export function heldWords({ held, measures }: { readonly held: number; readonly measures: number }): string {
  if (measures === 0) return 'no measures of its own';
  return `this year's figures are in for ${held} of ${measures} measure${measures === 1 ? '' : 's'}`;
}

/** When figures come and what brings them: "2025/26, expected about 8 September 2026 (ks2, provisional): import …". */
export function whenWords(waiting: Waiting): string {
  const { year, family, status, day, late, brings } = waiting;
  const release = [family, status].filter(each => each !== null).join(', ');
  const after = late ? ', after the cut-off' : '';
  const how =
    brings.kind === 'import' ? `import the file of “${brings.publication}”` : `enter rows in ${brings.file}`;
  const when = day === null ? 'no calendar says when' : dayWords(waiting, day);
  return `${year}, ${when}${after}${release === '' ? '' : ` (${release})`}: ${how}`;
}

function dayWords({ stated, out }: Waiting, day: string): string {
  const label = dateLabel(day);
  if (out) return stated ? `out since ${label}` : `should be out since about ${label}`;
  return stated ? `due on ${label}` : `expected about ${label}`;
}

const states = {
  missing: 'not begun',
  'to-write': 'still to be written',
  unread: 'carried over and not read yet',
  written: 'written',
} as const;

/** What is to be done beside the figures, under headings; a heading without work is left out. */
export function otherWork(
  work: WorkToDo,
): readonly { readonly heading: string; readonly items: readonly string[] }[] {
  const { edition, home, chapters, headlines, assumed, neighbours, plans, errors, warnings } = work;
  const words = [{ theme: 'home', label: 'Summary', words: home }, ...chapters].filter(
    ({ words }) => words !== 'written',
  );
  const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;
  return [
    { heading: 'Headlines without this year’s figure', items: headlines },
    {
      heading: 'Commentary',
      items: words.map(
        each => `${each.label}: ${states[each.words]} (content/commentary/${edition}/${each.theme}.md)`,
      ),
    },
    { heading: 'Plans and targets', items: plans },
    {
      heading: 'Neighbours',
      items:
        neighbours === null
          ? []
          : [`“${neighbours}” is newer than the edition's list: see “neighbours” in data/editions`],
    },
    {
      heading: 'Days of release that were worked out: look them up with the publisher',
      items: assumed.map(
        each => `${dateLabel(each.day)}: ${each.family}, ${count(each.measures, 'measure')}`,
      ),
    },
    {
      heading: 'Before it can be published',
      items:
        errors + warnings === 0
          ? []
          : [`${count(errors, 'issue')} and ${count(warnings, 'warning')}: npx keystage check lists them`],
    },
  ].filter(({ items }) => items.length > 0);
}
