import type { PageCheck } from './check.ts';

/** Checks of how pages look and answer what readers prefer. */
export const lookChecks: readonly PageCheck[] = [
  {
    name: '88 the page does not scroll sideways',
    items: [88, 91],
    states: ['wide', 'narrow', 'enlarged', 'largest', 'spaced', 'zoomed'],
    find: ({ document, all }) =>
      [
        document.documentElement,
        ...all(
          document.getElementById('state-of-check')?.textContent?.includes('200%')
            ? ':not(*)'
            : '.scroller:has(.evidence)',
        ),
      ].flatMap(({ scrollWidth, clientWidth, className }) =>
        scrollWidth > clientWidth ? [`${className.slice(0, 40)} by ${scrollWidth - clientWidth} pixels`] : [],
      ),
  },
  {
    name: '91 no words on the page meet others',
    items: [43, 91],
    states: ['wide', 'narrow', 'enlarged', 'spaced', 'zoomed'],
    find: ({ runsOfWords, overlap, style }) => {
      const known = new Map<Element, boolean>();
      const isOver = (element: Element): boolean => {
        const held = known.get(element);
        if (held !== undefined) return held;
        const own =
          ['sticky', 'fixed'].includes(style(element).position) &&
          !element.classList.contains('data__caption');
        const found = own || (element.parentElement !== null && isOver(element.parentElement));
        known.set(element, found);
        return found;
      };
      const runs = runsOfWords()
        .filter(({ element }) => element.closest('section.scroller') === null && !isOver(element))
        .sort((a, b) => a.box.top - b.box.top);
      const faults: string[] = [];
      for (const [index, one] of runs.entries()) {
        for (let after = index + 1; after < runs.length; after += 1) {
          const other = runs[after];
          if (other === undefined || other.box.top >= one.box.bottom) break;
          if (one.element !== other.element && overlap(one.box, other.box) > 0.3)
            faults.push(`"${one.text.slice(0, 40)}" meets "${other.text.slice(0, 40)}"`);
        }
      }
      return [...new Set(faults)];
    },
  },
  {
    name: '91 no words are cut off',
    items: [91],
    states: ['narrow', 'enlarged', 'spaced', 'zoomed'],
    find: ({ all, style, named, isShown }) =>
      all('main *, header *, footer *')
        .filter(
          each =>
            ['hidden', 'clip'].includes(style(each).overflowX) ||
            ['hidden', 'clip'].includes(style(each).overflowY),
        )
        .filter(
          each =>
            isShown(each) && each.clientWidth > 1 && !each.closest('.govuk-visually-hidden, svg, thead'),
        )
        .filter(
          ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
            scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
        )
        .map(named),
  },
  {
    name: '93 every target is 24 pixels or more, or stands in a line of words',
    items: [93],
    states: ['narrow'],
    find: ({ all, isShown, named, style }) =>
      all('a[href], button, summary, input, select')
        .filter(each => isShown(each) && !each.closest('.govuk-skip-link'))
        .filter(each => {
          const { width, height } = each.getBoundingClientRect();
          return (width < 23.5 || height < 23.5) && style(each).display !== 'inline';
        })
        .map(named),
  },
  {
    name: '95 where dark pages are preferred, nothing turns half dark',
    items: [95],
    states: ['dark'],
    find: ({ document, contrast, paleWords, style }) => {
      const { backgroundColor } = style(document.body);
      return [
        ...(style(document.documentElement).colorScheme === 'light' &&
        contrast(backgroundColor, 'rgb(255, 255, 255)') < 1.3
          ? []
          : [`the page is ${backgroundColor}`]),
        ...paleWords(),
      ];
    },
  },
  {
    name: '2 words stand out from what is behind them',
    items: [1, 2],
    // On every page they are seen where dark pages are preferred (95), in the same colours and at full width.
    states: ['narrow'],
    sampled: ['narrow'],
    find: ({ paleWords }) => paleWords(),
  },
  {
    name: '94 words and lines of the page take the reader’s own colours',
    items: [94],
    states: ['forced'],
    find: ({ runsOfWords, style, systemColours, ground, contrast }) => {
      const system = systemColours();
      const faults = runsOfWords().flatMap(({ text, element }) => {
        const { color } = style(element);
        if (!system.has(color)) return [`"${text.slice(0, 40)}" is ${color}`];
        return contrast(color, ground(element)) < 3 ? [`"${text.slice(0, 40)}" does not stand out`] : [];
      });
      return [...new Set(faults)].slice(0, 5);
    },
  },
  {
    name: '96 nothing moves for those who want no motion',
    items: [96],
    states: ['still'],
    // What moves is told by the style sheet, which is one for all pages.
    sampled: ['still'],
    find: ({ document, all, style, named }) => [
      ...document.getAnimations().map(() => 'an animation'),
      ...all('body, body *')
        .filter(each => {
          const { animationName, transitionDuration, scrollBehavior } = style(each);
          return animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth';
        })
        .map(named),
    ],
  },
  {
    name: '34 a verdict is a word',
    items: [34],
    states: ['wide'],
    find: ({ all, words }) =>
      all('.status')
        .filter(each => words(each) === '')
        .map(() => 'no word'),
  },
  {
    name: '96 no drawing moves',
    items: [96],
    states: ['wide'],
    find: ({ all, style, named }) =>
      all('svg, svg *')
        .filter(
          each =>
            style(each).animationName !== 'none' ||
            /[1-9]/.test(style(each).transitionDuration) ||
            each.localName.startsWith('animate'),
        )
        .map(named),
  },
  {
    name: '97 everything is printed, and nothing wider than the paper',
    items: [58, 97],
    states: ['printed'],
    find: ({ document, all, isShown, named }) => [
      ...all('main table, main figure, main caption, main h2, main h3, main p, main dl')
        .filter(
          each =>
            !isShown(each) &&
            !each.closest(
              'nav, [hidden], [popover], [data-scripted], .printed, .chapter-files, .screen-only',
            ),
        )
        .map(named),
      ...all('details')
        // What opens a drawer on a screen may be left out on paper, where all of it is printed.
        .filter(details =>
          [...details.children].some(
            child =>
              !child.matches('summary, .indicator__links, .screen-only, [data-scripted]') && !isShown(child),
          ),
        )
        .map(named),
      ...(document.documentElement.scrollWidth > document.documentElement.clientWidth
        ? [`by ${document.documentElement.scrollWidth - document.documentElement.clientWidth} pixels`]
        : []),
      ...all('main figure:not(.explore__figure)')
        .filter(figure => {
          const [drawing, ...others] = all('svg.chart', figure).filter(isShown);
          return drawing?.classList.contains('chart--wide') !== true || others.length > 0;
        })
        .map(figure => `not its wide drawing alone: ${named(figure)}`),
      ...all('.download, nav')
        .filter(isShown)
        .map(each => `for screens: ${named(each)}`),
    ],
  },
  {
    name: '97 rows, charts and headings are not split between pages, and sources say their address',
    items: [97],
    states: ['printed'],
    find: ({ all, style, named }) => [
      ...all('main tr, figure, .answers__item')
        .filter(each => style(each).breakInside !== 'avoid')
        .map(named),
      ...all('main h2, main h3, caption')
        .filter(each => style(each).breakAfter !== 'avoid')
        .map(named),
      ...all('thead')
        .filter(each => style(each).display !== 'table-header-group')
        .map(named),
      ...all('main a.source[href^="http"]')
        .filter(link => !style(link, '::after').content.includes('http'))
        .map(named),
    ],
  },
  {
    name: '98 links in text are underlined',
    items: [98],
    states: ['wide'],
    find: ({ document, all, style, named, isShown, words }) => {
      const isSaid = /figure links to/.test(words(document.querySelector('footer')));
      // A figure of a table is set apart by neither line nor colour, where the page says what its figures are.
      const isQuiet = (link: HTMLElement) =>
        isSaid && link.matches('td .figure') && style(link).color === style(link.parentElement ?? link).color;
      return all('main p a, main li a, main dd a, main td a, main th a, footer a')
        .filter(
          link =>
            isShown(link) &&
            link.closest('nav, .contents') === null &&
            !isQuiet(link) &&
            !style(link).textDecorationLine.includes('underline'),
        )
        .map(named);
    },
  },
  {
    name: '99 text is 16 pixels or more, level on the left, and neither italic nor all capitals',
    items: [99],
    states: ['wide', 'narrow'],
    find: ({ runsOfWords, style, named }) => {
      const faults = runsOfWords().filter(({ element, text }) => {
        const { fontSize, textAlign, textTransform, fontStyle } = style(element);
        return (
          Number.parseFloat(fontSize) < 16 ||
          textAlign === 'justify' ||
          textTransform === 'uppercase' ||
          (fontStyle === 'italic' && text.length > 2)
        );
      });
      return [...new Set(faults.map(({ element }) => named(element)))].slice(0, 5);
    },
  },
  {
    name: '99 no line begins with the sign that ends the word before it',
    items: [99],
    states: ['wide', 'narrow'],
    find: ({ document, isShown, words }) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const faults: string[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const before = node.previousSibling;
        if (!/^[,.;:)?]/.test(node.textContent ?? '') || !(before instanceof Element) || !isShown(before))
          continue;
        const sign = document.createRange();
        sign.setStart(node, 0);
        sign.setEnd(node, 1);
        const word = document.createRange();
        word.selectNodeContents(before);
        const [at] = sign.getClientRects();
        const last = [...word.getClientRects()].at(-1);
        if (at !== undefined && last !== undefined && at.top >= last.bottom - 2)
          faults.push(`${words(before).slice(-40)} and then ${(node.textContent ?? '').slice(0, 20)}`);
      }
      return faults;
    },
  },
  {
    name: '99 lines of running text are not too long to follow',
    items: [99],
    states: ['wide'],
    find: ({ document, all, words, style, named }) =>
      all('main p, main li, main dd')
        .filter(each => words(each).length > 240 && each.querySelector('p, li, table, ul') === null)
        .filter(each => {
          const range = document.createRange();
          range.selectNodeContents(each);
          const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 12)))
            .size;
          const hidden = all('.govuk-visually-hidden', each).map(words).join(' ').length;
          const tall = each.getBoundingClientRect().height / Number.parseFloat(style(each).lineHeight);
          return (words(each).length - hidden) / Math.max(1, Math.min(lines, Math.round(tall))) > 95;
        })
        .map(named),
  },
];
