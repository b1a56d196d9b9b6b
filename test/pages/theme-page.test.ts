import { describe, expect, it } from 'vitest';
import { drawnBy } from '../../src/pages/page.ts';
import type { ThemeView, TopicView } from '../../src/pages/theme-page.ts';
import type { SentenceView } from '../../src/pages/view.ts';
import { reportOf } from '../support/reference-site.ts';

const { pages } = reportOf('site');
const chapters = drawnBy<ThemeView>(pages, 'theme')
  .filter(({ view }) => view.topics.length > 0)
  .map(({ href, view }) => ({ href, view }));
const textOf = ({ runs }: SentenceView) => runs.map(({ text }) => text).join('');

describe.each(chapters)('$href, which gathers groups of pupils,', ({ href, view }) => {
  const those = drawnBy<TopicView>(pages, 'topic').filter(page => page.view.theme.href === href);
  const sectionsOf = ({ measures }: TopicView) => [...measures.leads, ...measures.others];

  it('names the measures that are on their pages', () => {
    expect(view.topics.map(each => [each.href, each.measures.map(({ id }) => id)])).toEqual(
      those.map(page => [page.href, sectionsOf(page.view).map(({ id }) => id)]),
    );
  });

  it('holds nothing else of them, as every page is looked up by all that it holds', () => {
    const held = JSON.stringify(view);
    for (const { id, evidence } of those.flatMap(page => sectionsOf(page.view)))
      expect(held.includes(`"evidence":${JSON.stringify(evidence)}`), id).toBe(false);
  });

  it('says what their pages begin with, unless its key messages say that already', () => {
    const told = view.keyMessages.map(textOf);
    const isTold = (text: string) => told.some(message => message.includes(text));
    const openings = those.map(page => page.view.findings.map(textOf));
    expect(view.topics.map(({ findings }) => findings.map(textOf))).toEqual(
      openings.map(texts => (texts.every(isTold) ? [] : texts)),
    );
    expect(openings.map(texts => texts.every(isTold))).toContain(true);
    expect(openings.map(texts => texts.every(isTold))).toContain(false);
  });
});
