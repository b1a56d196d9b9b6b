import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Every axe violation within a part of a page as it stands, each with its rule and where it is. Pages as they are opened have
 * the checklist: of one on which something was worked, `within` is what has come of it.
 */
export async function axeViolations(page: Page, within = 'html'): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(
    async ({ tags, within }) => {
      type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
      const { axe } = globalThis as unknown as {
        readonly axe: { run(context: string, options: object): Promise<{ violations: Violation[] }> };
      };
      const { violations } = await axe.run(within, { runOnly: tags });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
    },
    { tags, within },
  );
}
