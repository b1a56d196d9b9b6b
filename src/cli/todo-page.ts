import { capital } from '../model/spelling.ts';
import { dateLabel } from '../model/time.ts';
import { escapeText } from '../site/html.ts';
import { heldWords, otherWork, whenWords } from './todo-words.ts';
import type { ChapterWork, WorkToDo } from './work-to-do.ts';

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
