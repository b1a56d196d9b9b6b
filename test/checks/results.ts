import type { z } from 'zod';
import type { checksRecordSchema } from '../../src/model/testing.ts';
import type { Item } from './checklist.ts';

/** One test of a run, as the runner reports it. */
export type Ran = {
  readonly fullName: string;
  readonly status: string;
  readonly meta?: { readonly items?: readonly number[]; readonly pages?: number };
};

/** What a run says of one item. */
export type ItemResult = {
  readonly item: number;
  readonly title: string;
  readonly how: readonly string[];
  readonly pages: number | null;
  readonly result: z.infer<typeof checksRecordSchema>['items'][number]['result'];
};

/**
 * The result of every item in a run: one that tools check has passed where some test ran for it and none failed. A test
 * that another wave of work is to bring (its tag, "(item 14)") is not yet, until a test has the tag.
 */
export function resultsOf(checklist: readonly Item[], ran: readonly Ran[]): readonly ItemResult[] {
  return checklist.map(({ item, title, by }) => {
    const bound = ran.filter(test => test.meta?.items?.includes(item) || tagged(test.fullName, item));
    const named =
      by.kind === 'tests'
        ? by.names.flatMap(name => ran.filter(({ fullName }) => fullName.includes(name)))
        : [];
    const tests = [...new Set([...bound, ...named])];
    const how = [...new Set(tests.map(({ fullName }) => shortName(fullName)))];
    const counts = tests.flatMap(({ meta }) => meta?.pages ?? []);
    const pages = counts.length === 0 ? null : Math.max(...counts);
    const about = { item, title, how, pages };
    if (tests.some(({ status }) => status === 'failed')) return { ...about, result: 'failed' };
    if (tests.some(({ status }) => status === 'passed')) return { ...about, result: 'passed' };
    return { ...about, ...unrun(by) };
  });
}

/** What is said of an item for which no test passed or failed. */
function unrun(by: Item['by']): { readonly result: ItemResult['result']; readonly how?: readonly string[] } {
  switch (by.kind) {
    case 'checks':
      return { result: 'not run' };
    case 'tests':
      return { result: by.names.every(name => name.startsWith('(item ')) ? 'not yet' : 'not run' };
    case 'people':
      return { how: ['docs/accessibility-people.yaml'], result: 'for people' };
    case 'later':
      return { how: [by.reason], result: 'not yet' };
    case 'none':
      return { how: [by.reason], result: 'does not apply' };
  }
}

/** True of a test whose name says "(item 14)" or "(items 12, 14)". */
function tagged(name: string, item: number): boolean {
  return [...name.matchAll(/\(items? ([\d, ]+)\)/g)].some(([, numbers = '']) =>
    numbers.split(/,\s*/).some(number => Number(number) === item),
  );
}

/** A check's name without the ways of looking, and without the suite it stands in. */
function shortName(fullName: string): string {
  return fullName
    .replace(
      /^(?:every page|a section of ours in a page of others|the site|worked by keyboard, network and assistive technology) (?=\d)/,
      '',
    )
    .replace(
      /, (?:at \d+ pixels|at 400% zoom|with text .*|in the reader’s own dark colours|where dark pages.*|on paper|with reduced motion|in another page)$/,
      '',
    );
}

/** The table of results for readers of the repository. */
export function tableOf(date: string, tools: readonly string[], results: readonly ItemResult[]): string {
  const count = (result: string) => results.filter(each => each.result === result).length;
  const row = ({ item, title, how, pages, result }: ItemResult) =>
    `| ${item} | ${title} | ${how.join('; ').replaceAll('|', '\\|')} | ${pages ?? ''} | ${result} |`;
  return `# The accessibility checklist and its results

Written by \`npm test\` on ${date}, from a complete run on every page of the reference council. ${count('passed')} items passed,
${count('failed')} failed and ${count('not run')} were not run; ${count('for people')} are for people (\`docs/accessibility-people.yaml\`), ${count('not yet')} are not made yet and
${count('does not apply')} do not apply. What is switched off is in \`docs/accessibility-exceptions.yaml\`. Tools: ${tools.join(', ')}.

| Item | What must be so | How it is checked | Pages | Result |
|---|---|---|---|---|
${results.map(row).join('\n')}
`;
}
