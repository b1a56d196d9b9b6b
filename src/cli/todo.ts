import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { capital, counted } from '../model/spelling.ts';
import { dateLabel } from '../model/time.ts';
import { isWithin } from '../paths.ts';
import { readUnfinished } from '../report.ts';
import { escapeText } from '../site/html.ts';
import type { Arguments } from './arguments.ts';
import { exitStatuses, printFault, printIssues } from './output.ts';
import { type ChapterWork, type Waiting, type WorkToDo, workOn } from './work-to-do.ts';

/** Says where the latest edition stands, as text or JSON, and as a page for staff where one is asked for. */
export function todo({ root, out, json, page }: Arguments): number {
  const within = [out, join(root, 'data'), join(root, 'content')].find(
    folder => page !== null && isWithin(folder, page),
  );
  if (within !== undefined) {
    printFault(`keystage: the page is for staff alone and may not lie in ${within}: name another place`);
    return exitStatuses.usage;
  }
  const read = readUnfinished(root);
  const work =
    read.outcome === 'issues'
      ? null
      : workOn(read, read.folder.calendar, new Date().toISOString().slice(0, 10));
  if (work === null) {
    printIssues(read.issues);
    printFault('keystage: no edition can be read yet, so nothing can be said of one');
    return exitStatuses.issues;
  }
  if (json) console.log(JSON.stringify(work, null, 2));
  else console.log(todoText(work).join('\n'));
  if (page !== null) {
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, todoPage(work));
  }
  return exitStatuses.done;
}

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
  return `this year's figures are in for ${held} of ${counted(measures, 'measure')}`;
}

/** When figures come and what brings them: "2025/26, expected about 8 September 2026 (ks2, provisional): import …". */
function whenWords(waiting: Waiting): string {
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
        each => `${dateLabel(each.day)}: ${each.family}, ${counted(each.measures, 'measure')}`,
      ),
    },
    {
      heading: 'Before it can be published',
      items:
        errors + warnings === 0
          ? []
          : [
              `${counted(errors, 'issue')} and ${counted(warnings, 'warning')}: npx keystage check lists them`,
            ],
    },
  ].filter(({ items }) => items.length > 0);
}

const style = `body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #111; background: #fff }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; font-weight: bold }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid #767676 }`;

/** Where an edition stands as one page for staff, which needs nothing beside it. */
export function todoPage(work: WorkToDo): string {
  const { title, status, cutOff, chapters } = work;
  const heading = escapeText(`To do: ${title}`);
  const lists = otherWork(work).map(
    ({ heading, items }) => `<h2>${escapeText(heading)}</h2>\n<ul>\n${items.map(listItem).join('\n')}\n</ul>`,
  );
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${heading}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1>${heading}</h1>
<p>For staff, not part of the report. Its status is “${status}” and its cut-off ${dateLabel(cutOff)}.</p>
${[...chapters.map(chapterPart), ...lists].join('\n')}
</main>
</body>
</html>
`;
}

function chapterPart(chapter: ChapterWork): string {
  const { label, waiting, toBeRevised } = chapter;
  const rows = [...waiting, ...toBeRevised].map(
    each =>
      `<tr><td>${escapeText(whenWords(each))}</td><td>${escapeText(each.measures.join('; '))}</td></tr>`,
  );
  const table = `
<table>
<caption>What ${escapeText(label)} waits for</caption>
<thead><tr><th scope="col">When, and what brings it</th><th scope="col">Measures</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
  return `<h2>${escapeText(label)}</h2>\n<p>${capital(escapeText(heldWords(chapter)))}.</p>${rows.length === 0 ? '' : table}`;
}

function listItem(text: string): string {
  return `<li>${escapeText(text)}</li>`;
}
