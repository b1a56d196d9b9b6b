import type { PageCheck } from './check.ts';

/** Checks of the bones of a page: language, headings, landmarks, ways about. */
export const structureChecks: readonly PageCheck[] = [
  {
    name: '2 axe finds nothing, of any impact',
    items: [1, 2, 16, 18, 19, 25, 61, 68, 71],
    states: ['wide', 'narrow'],
    // Of its rules, those that look at the room there is have checks of ours beside them on every narrow page (71, 93).
    sampled: ['narrow'],
    find: async ({ document, withoutRepeats }) => {
      type Result = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
      const { axe } = globalThis as unknown as {
        axe: { run: (options: object) => Promise<{ violations: Result[]; incomplete: Result[] }> };
      };
      const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      // The three slowest rules have a check each, below.
      const slow = ['color-contrast', 'target-size', 'link-in-text-block'];
      // It need not look at a row, an entry or a mark that has the form of one beside it: ids, references, the words of
      // links and headers have checks of every one. The pages of the sample it sees whole.
      const putBack = document.documentElement.clientWidth < 640 ? () => undefined : withoutRepeats();
      const { violations, incomplete } = await axe
        .run({
          runOnly: { type: 'tag', values },
          rules: Object.fromEntries(slow.map(rule => [rule, { enabled: false }])),
          resultTypes: ['violations', 'incomplete'],
          preload: false,
        })
        .finally(putBack);
      const told = ({ id, nodes }: Result, what: string) => `${what} ${id}: ${nodes[0]?.html.slice(0, 160)}`;
      return [
        ...violations.map(each => told(each, 'fails')),
        ...incomplete.map(each => told(each, 'cannot tell')),
      ];
    },
  },
  {
    name: '2 axe finds no target too small, and no link that is lost among words',
    items: [2, 93, 98],
    states: ['wide', 'narrow'],
    // On every page, checks 93 and 98 measure every target and look for the line under every link.
    sampled: ['wide', 'narrow'],
    find: async ({ document, withoutRepeats }) => {
      type Result = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
      const { axe } = globalThis as unknown as {
        axe: { run: (options: object) => Promise<{ violations: Result[]; incomplete: Result[] }> };
      };
      // What tells a link from the words about it is the same at every width, and targets stand closest where it is narrow.
      const isNarrow = document.documentElement.clientWidth < 640;
      const values = [isNarrow ? 'target-size' : 'link-in-text-block'];
      const putBack = isNarrow ? () => undefined : withoutRepeats();
      const { violations, incomplete } = await axe
        .run({
          runOnly: { type: 'rule', values },
          resultTypes: ['violations', 'incomplete'],
          preload: false,
        })
        .finally(putBack);
      return [...violations, ...incomplete].map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    },
  },
  {
    name: '2 axe finds no words too faint',
    items: [1, 2],
    states: ['wide'],
    // Check 95 works out the contrast of every run of words on every page.
    sampled: ['wide'],
    find: async ({ document, all, withoutRepeats }) => {
      type Result = {
        readonly nodes: readonly { readonly html: string; readonly target: readonly unknown[] }[];
      };
      const { axe } = globalThis as unknown as {
        axe: { run: (options: object) => Promise<{ violations: Result[]; incomplete: Result[] }> };
      };
      // A see-through button lies over each word that is explained: contrast is told with the buttons away.
      const openers = all('.term__open');
      for (const opener of openers) opener.style.display = 'none';
      const putBack = withoutRepeats();
      const { violations, incomplete } = await axe
        .run({
          runOnly: { type: 'rule', values: ['color-contrast'] },
          resultTypes: ['violations', 'incomplete'],
          preload: false,
        })
        .finally(putBack);
      for (const opener of openers) opener.style.display = '';
      // Contrast inside drawings is left to check 37, which can tell what a word stands on.
      const isElsewhere = (node: Result['nodes'][number]) =>
        node.html.startsWith('<text') ||
        document.querySelector(String(node.target[0]))?.closest('section.scroller') != null;
      const told = (results: readonly Result[], what: string) =>
        results.flatMap(({ nodes }) => nodes).map(({ html }) => `${what}: ${html.slice(0, 160)}`);
      const undecided = incomplete.map(({ nodes }) => ({ nodes: nodes.filter(node => !isElsewhere(node)) }));
      return [...told(violations, 'too faint'), ...told(undecided, 'cannot tell')];
    },
  },
  {
    name: '16 the language is British English, and any other is named',
    items: [16],
    states: ['wide'],
    find: ({ document, all, named }) => [
      ...(document.documentElement.lang === 'en-GB'
        ? []
        : [`the language is "${document.documentElement.lang}"`]),
      ...all('[lang]')
        .filter(each => !/^[a-z]{2,3}(-[A-Z]{2})?$/.test(each.lang))
        .map(named),
    ],
  },
  {
    name: '18 one main heading, and no level is skipped',
    items: [18],
    states: ['wide'],
    find: ({ all, named, words }) => {
      const headings = all('h1, h2, h3, h4, h5, h6');
      const main = headings.filter(({ localName }) => localName === 'h1');
      const level = (heading: Element | undefined) => Number(heading?.localName.slice(1) ?? 0);
      return [
        ...(main.length === 1 ? [] : [`${main.length} main headings`]),
        ...headings.filter((heading, index) => level(heading) > level(headings[index - 1]) + 1).map(named),
        ...headings.filter(heading => words(heading) === '').map(() => 'an empty heading'),
      ];
    },
  },
  {
    name: '19 one head, main part and foot, and every navigation has a name of its own',
    items: [19],
    states: ['wide'],
    find: ({ document, all, words, named }) => {
      const once = ['body > header', 'body > main', 'body > footer', 'main'];
      const names = all('nav').map(nav => {
        const by = nav.getAttribute('aria-labelledby');
        return nav.getAttribute('aria-label') ?? (by === null ? '' : words(document.getElementById(by)));
      });
      return [
        ...once.filter(selector => all(selector).length !== 1).map(selector => `not one ${selector}`),
        ...all('nav')
          .filter((_, index) => names[index] === '')
          .map(named),
        ...names
          .filter((name, index) => names.indexOf(name) !== index)
          .map(name => `two navigations named ${name}`),
      ];
    },
  },
  {
    name: '20 the first link skips to the main part',
    items: [20],
    states: ['wide'],
    find: ({ document, all }) => {
      const [first] = all('a[href], button, input, [tabindex="0"]');
      const to = first?.getAttribute('href') ?? '';
      const part = /^#./.test(to) ? document.querySelector(to) : null;
      return part?.closest('main') === null || part === null ? [`the first stop leads to "${to}"`] : [];
    },
  },
  {
    name: '21 every page below the front shows the way to it',
    items: [21],
    states: ['wide'],
    find: ({ document, all, words }) => {
      if (
        document.body.classList.contains('front') ||
        words(document.querySelector('h1')) === 'Page not found'
      )
        return [];
      const trails = all('nav[aria-label="Breadcrumb"]');
      const steps = trails.flatMap(trail => all('li', trail));
      const faults = [
        ...(trails.length === 1 ? [] : [`${trails.length} breadcrumbs`]),
        ...steps
          .slice(0, -1)
          .filter(step => step.querySelector('a[href]') === null)
          .map(words),
      ];
      if (steps.length < 2) return [...faults, 'breadcrumbs of fewer than two steps'];
      return steps.at(-1)?.getAttribute('aria-current') === 'page'
        ? faults
        : [...faults, 'the page itself is not marked'];
    },
  },
  {
    name: '21 the list of contents leads to every heading, in order',
    items: [21],
    states: ['wide'],
    find: ({ document, all, words }) => {
      const headings = all('main h2[id]').filter(each => each.closest('nav') === null);
      const lists = all('nav.contents');
      // Sections that are a line each until they are opened are a list themselves.
      const letters = all('nav.letters, nav.jumps, dl.glossary, .main > .folded');
      if (lists.length === 0) {
        const isLong = document.documentElement.scrollHeight > 4000;
        return isLong && headings.length > 8 && letters.length === 0
          ? [`${headings.length} headings and no contents`]
          : [];
      }
      const links = all('a', lists[0]);
      const hrefs = links.map(link => link.getAttribute('href') ?? '');
      const deep = all('main h2[id], main h3[id]').filter(each => each.closest('nav') === null);
      const wanted = all('ol ol', lists[0]).length > 0 ? deep : headings;
      return [
        ...wanted.filter(({ id }) => !hrefs.includes(`#${id}`)).map(each => `not listed: ${words(each)}`),
        ...hrefs
          .filter(href => document.querySelector(`main [id="${href.slice(1)}"]`) === null)
          .map(href => `leads nowhere: ${href}`),
        ...links.filter(link => words(link) === '').map(() => 'an entry without words'),
        ...(wanted.map(({ id }) => `#${id}`).join() === hrefs.join()
          ? []
          : ['in another order than the headings']),
      ];
    },
  },
  {
    name: '23 every link makes sense alone',
    items: [23],
    states: ['wide'],
    find: ({ all, words, named }) => {
      const vague =
        /^(?:click )?(?:here|this|link|download|more|read more|see more|this page|go|details)\.?$|^https?:|^www\./i;
      return all('a[href]')
        .filter(link => {
          const name = link.getAttribute('aria-label') ?? words(link);
          // A figure is read in its sentence or under its headers; the foot of the page says where figures lead.
          const isBare = /^[\d.,]+$/.test(name) && !link.classList.contains('figure');
          return name === '' || vague.test(name) || isBare;
        })
        .map(named);
    },
  },
  {
    name: '30 no heading, caption or link says more than 12 words at once',
    items: [18, 23, 30, 64],
    states: ['wide'],
    find: ({ all, words }) =>
      all('h1, h2, h3, h4, caption, figcaption strong, a[href]')
        // A figure that another rests on has its whole name: measure, group, area and year; so has the publication that one was read from.
        .filter(
          each => each.closest('.evidence :is(td, .evidence__file), .claims__sources, a.source') === null,
        )
        .flatMap(each => {
          const said = each.cloneNode(true) as HTMLElement;
          for (const added of said.querySelectorAll('.expansion, svg')) added.remove();
          // Its number, and the format and size of a file, are read apart; so is what a sign divides. A title is quoted whole.
          const text = words(said)
            .replace(/^(?:Table|List) \d+\. /, '')
            .replace(/ \([A-Z]+, [\d.]+ [KM]B\)/, '')
            .replaceAll(/“[^“”]*”/g, 'title');
          const long = text.split(/(?<=[.?!]) (?=[A-Z])|[;:] /).filter(piece => piece.split(' ').length > 12);
          return long.map(piece => `<${each.localName}> ${piece.split(' ').length} words: ${piece}`);
        }),
  },
  {
    name: '24 no id stands twice',
    items: [24, 54],
    states: ['wide'],
    find: ({ all }) => {
      const ids = all('[id]').map(({ id }) => id);
      return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(id => `twice: ${id}`);
    },
  },
  {
    name: '25 what is seen, read and reached is in one order',
    items: [25],
    states: ['wide', 'narrow'],
    find: ({ all, style, named }) => [
      ...all('[tabindex]')
        .filter(({ tabIndex }) => tabIndex > 0)
        .map(named),
      ...all('main *, header *, footer *')
        .filter(each => {
          const { order, flexDirection } = style(each);
          return order !== '0' || flexDirection.endsWith('reverse');
        })
        .map(named),
    ],
  },
  {
    name: '62 nothing is said only by hovering',
    items: [62],
    states: ['wide'],
    find: ({ all, named }) => all('[title]:not(link), svg title').map(named),
  },
  {
    name: '61 no drawing is a picture file or an object',
    items: [61],
    states: ['wide'],
    find: ({ all, named }) => all('object, embed, iframe, canvas, figure img, main img').map(named),
  },
  {
    name: '100 no script but the site’s own, and no cookie or store',
    items: [59, 60, 100],
    states: ['wide'],
    find: ({ document, all }) => {
      const { pathname } = document.location;
      const isOwn = (address: string | null) =>
        /^(?:(?:\.\.\/)*|\/(?:[\w.-]+\/)*)assets\/[\w.-]+\.js$/.test(address ?? '') ||
        (pathname.endsWith('/explore/index.html') && /^file:.*\/explore\/[\w-]+\.js$/.test(address ?? ''));
      const scripts = all('script').filter(
        script => script.getAttribute('type') !== 'application/ld+json' && !isOwn(script.getAttribute('src')),
      );
      const handlers = all('*').flatMap(each => each.getAttributeNames().filter(name => /^on/.test(name)));
      return [
        ...scripts.map(() => 'a script'),
        ...handlers.map(name => `a handler, ${name}`),
        ...all('a[href^="javascript:"]').map(() => 'a link that is a script'),
        ...(document.cookie === '' ? [] : ['a cookie']),
      ];
    },
  },
];
