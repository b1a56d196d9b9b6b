import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawnBoth } from '../charts/drawn.ts';
import { specimens } from '../charts/specimens.ts';
import { styleSheetOf } from './style-sheet.ts';

/** Writes a page of every specimen in the styles of a built site, and returns its address. */
export function writeSpecimenPage(site: string, folder: string): string {
  const styles = styleSheetOf(site);
  const figures = Object.entries(specimens).map(([id, chart]) => {
    const { wide, narrow } = drawnBoth(chart, `${id}. Data in table 1.`);
    return `<figure class="chart-figure" id="${id}" aria-label="${id}">${wide}${narrow}</figure>`;
  });
  const page = join(folder, 'specimens.html');
  writeFileSync(
    page,
    `<!DOCTYPE html><html lang="en-GB" class="govuk-template"><head><meta charset="utf-8"><title>Specimens</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${styles}</style></head>
<body class="govuk-template__body"><main class="govuk-width-container main"><h1>Specimens</h1>${figures.join('\n')}</main></body></html>`,
  );
  return pathToFileURL(page).href;
}
