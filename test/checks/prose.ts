import type { PageCheck } from './check.ts';

/** Checks of words. */
export const proseChecks: readonly PageCheck[] = [
  {
    name: '26 no sentence is longer than 35 words, a list’s items counted each by itself',
    items: [26],
    states: ['wide'],
    find: ({ all, words }) => {
      const texts = all('main p, main li, main dd').filter(
        each =>
          each.closest('.claims, .claims__unsaid, nav, .chart-figure') === null &&
          each.querySelector('p, ul, table') === null,
      );
      return texts.flatMap(each => {
        const said = each.cloneNode(true) as HTMLElement;
        // What an acronym means stands in brackets beside it.
        for (const meaning of said.querySelectorAll('.expansion')) meaning.remove();
        return (
          words(said)
            .split(/(?<=[.?!])\s+(?=[A-Z0-9£“])/)
            // The items of a list, after a colon and between semicolons, are read one at a time.
            .flatMap(sentence => sentence.split(/[;:]/))
            .filter(piece => piece.trim().split(' ').length > 35)
            .map(piece => `${piece.trim().split(' ').length} words: ${piece.trim().slice(0, 90)}`)
        );
      });
    },
  },
  {
    name: '27 at most six key messages, a sentence each',
    items: [27],
    states: ['wide'],
    find: ({ all, words }) => {
      const messages = all('.messages__list > li, .opening__list > li').map(words);
      return [
        ...(messages.length > 6 ? [`${messages.length} messages`] : []),
        ...messages
          .filter(message => !/[.]$/.test(message))
          .map(message => `no full stop: ${message.slice(0, 60)}`),
      ];
    },
  },
  {
    name: '28 years are written one way',
    items: [28],
    states: ['wide'],
    find: ({ document, all, words }) => {
      const titles = all('.masthead, .colophon, title, .govuk-breadcrumbs, .front__title, .notice, .editions')
        .map(words)
        .join(' ');
      const [, own = '?'] = /(\d{4}-\d\d)/.exec(titles) ?? [];
      const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
      for (const each of main.querySelectorAll(
        'code, .evidence, a.source, a[href^="http"], .places__row, .download, svg, .govuk-breadcrumbs, .claims__sources, .editions, .front__title, .table-notes',
      ))
        each.remove();
      // Financial years are written with a hyphen, on pages that say so.
      if (/financial year/i.test(words(main))) return [];
      const found = words(main).match(/\b20\d\d[-–]\d\d\b(?!-)/g) ?? [];
      return [...new Set(found.filter(year => year !== own))];
    },
  },
  {
    name: '29 numbers are written one way',
    items: [29],
    states: ['wide'],
    find: ({ document, words }) => {
      const main = document.querySelector('main')?.cloneNode(true) as HTMLElement;
      for (const each of main.querySelectorAll(
        'code, .evidence, a.source, svg, .places__row, .claims__sources, .source, [data-figure=""]',
      ))
        each.remove();
      const text = words(main);
      return [
        ...(text.match(/(?<![\w−.,/-])-\d/g) ?? []).map(each => `a hyphen for minus: ${each}`),
        ...(text.match(/(?<![\w.,/#-])\d{5,}(?![\w-])/g) ?? []).map(each => `no comma: ${each}`),
        ...(
          text.match(/\d(?:\.\d+)?(?:%| per cent) (?:higher|lower|more|fewer|above|below|better|worse)\b/g) ??
          []
        ).map(each => `not in percentage points: ${each}`),
      ];
    },
  },
  {
    name: '103 every page says that the report is not official statistics',
    items: [103],
    states: ['wide'],
    find: ({ document, words }) => {
      const text = words(document.body);
      return [
        ...(/not official statistics/i.test(words(document.querySelector('footer'))) ? [] : ['not said']),
        ...(/accredited official statistics|national statistics badge/i.test(text) ? ['a badge'] : []),
      ];
    },
  },
];
