// Writes the results of a complete run where the accessibility statement reads them.
import { readFileSync, writeFileSync } from 'node:fs';
import { checklist } from './checklist.ts';
import { type ItemResult, type Ran, resultsOf, tableOf } from './results.ts';

const repository = new URL('../../', import.meta.url);
const packages = ['axe-core', 'html-validate', 'vnu-jar', 'playwright-core', '@sparticuz/chromium'];
const labels: Readonly<Record<string, string>> = {
  'vnu-jar': 'Nu HTML Checker',
  'playwright-core': 'Playwright',
  '@sparticuz/chromium': 'Chromium',
};

/** The tools of the checks with their versions; one that a run had to skip is left out. */
function toolsOf(ran: readonly Ran[]) {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL('package.json', repository), 'utf8'),
  );
  const versions: Record<string, string> = { ...dependencies, ...devDependencies };
  const hasNu = ran.some(
    ({ fullName, status }) => fullName.includes('Nu HTML Checker') && status === 'passed',
  );
  return packages
    .filter(name => name !== 'vnu-jar' || hasNu)
    .map(name => ({ name: labels[name] ?? name, version: versions[name] ?? '' }));
}

/** Writes the table and the record of a complete run on a day, and gives the items that failed or were not run. */
export function writeRecord(date: string, ran: readonly Ran[]): readonly ItemResult[] {
  const results = resultsOf(checklist, ran);
  const tools = toolsOf(ran);
  const pages = Math.max(...results.map(({ pages }) => pages ?? 0));
  const items = results.map(({ item, title, result }) => ({ item, title, result }));
  const lines = items.map(item => `    ${JSON.stringify(item)}`).join(',\n');
  const json = `{\n  "date": "${date}",\n  "pages": ${pages},\n  "tools": ${JSON.stringify(tools)},\n  "items": [\n${lines}\n  ]\n}\n`;
  writeFileSync(new URL('docs/accessibility-checks.json', repository), json);
  const table = tableOf(
    date,
    tools.map(({ name, version }) => `${name} ${version}`),
    results,
  );
  writeFileSync(new URL('docs/accessibility-checks.md', repository), table);
  return results.filter(({ result }) => result === 'failed' || result === 'not run');
}
