import type { PageCheck } from './check.ts';

/** Checks of how a drawing stands in its page: its name, its caption, its table, its words. */
export const chartChecks: readonly PageCheck[] = [
  {
    name: '50 every drawing is one image with a name',
    items: [50],
    states: ['wide', 'narrow'],
    find: ({ all, isShown, named }) =>
      all('svg')
        .filter(isShown)
        .filter(
          svg =>
            svg.closest('[aria-hidden="true"]') === null &&
            (svg.getAttribute('role') !== 'img' || (svg.getAttribute('aria-label') ?? '') === ''),
        )
        .map(named),
  },
  {
    name: '51 the name of a chart says its kind and where its data are, in at most 120 letters',
    items: [51],
    states: ['wide'],
    find: ({ all, tablesOf }) =>
      all('svg.chart').flatMap(svg => {
        const name = svg.getAttribute('aria-label') ?? '';
        const isWhole =
          /^[A-Z][a-z]+(?: [a-z]+)*(?:: .+)?\. Data in tables? \d[\d, and]*(?:the list below)?\.$/.test(name);
        return [
          ...(isWhole ? [] : [`"${name}"`]),
          ...(name.length > 120 ? [`${name.length} letters: "${name.slice(0, 60)}…"`] : []),
          ...(tablesOf(svg).length > 0 && tablesOf(svg).every(({ localName }) => localName === 'table')
            ? []
            : [`no such table: "${name.slice(-24)}"`]),
        ];
      }),
  },
  {
    name: '52 everything in a drawing is hidden from screen readers',
    items: [52],
    states: ['wide'],
    find: ({ all, named }) => [
      ...all('svg.chart')
        .filter(
          ({ children }) => children.length !== 1 || children[0]?.getAttribute('aria-hidden') !== 'true',
        )
        .map(named),
      ...all(
        'svg.chart [role], svg.chart [aria-label], svg.chart [aria-roledescription], svg.chart title',
      ).map(named),
    ],
  },
  {
    name: '53 a drawing adds no stop for the keyboard',
    items: [53],
    states: ['wide'],
    find: ({ all, named }) => [
      ...all('svg a, svg [tabindex], svg[tabindex]').map(named),
      ...all('svg')
        .filter(svg => svg.getAttribute('focusable') !== 'false')
        .map(named),
    ],
  },
  {
    name: '54 ids in drawings are their figure’s own',
    items: [54],
    states: ['wide'],
    find: ({ all }) =>
      all('figure svg [id]')
        .filter(
          each =>
            !each.id.startsWith(
              (each.closest('figure')?.getAttribute('aria-labelledby') ?? '?').replace(/-caption$/, ''),
            ),
        )
        .map(({ id }) => id),
  },
  {
    name: '55 every chart is a figure named by its caption',
    items: [55],
    states: ['wide'],
    find: ({ document, all, named }) => [
      ...all('svg.chart')
        .filter(svg => svg.closest('figure') === null)
        .map(named),
      ...all('figure')
        .filter(figure => {
          const caption = document.getElementById(figure.getAttribute('aria-labelledby') ?? '');
          return (
            caption?.localName !== 'figcaption' ||
            caption.closest('figure') !== figure ||
            figure.hasAttribute('role')
          );
        })
        .map(named),
    ],
  },
  {
    name: '56 sentences beside each chart say what it shows',
    items: [56],
    states: ['wide'],
    find: ({ all, figures, words }) =>
      figures().flatMap(figure => {
        const place = figure.closest('section') ?? figure.closest('main');
        const said = all('[data-sentence]', place ?? figure)
          .map(words)
          .join(' ');
        return /\d/.test(said) || /no figure|not given|suppressed/i.test(said)
          ? []
          : [`nothing is said beside ${words(figure).slice(0, 60)}`];
      }),
  },
  {
    name: '57 every value in a drawing is in its table',
    items: [49, 57],
    states: ['wide'],
    find: ({ all, drawings, tablesOf, words }) =>
      drawings().flatMap(({ svg, id }) => {
        const tables = tablesOf(svg);
        const held = new Set(
          (
            tables
              .map(words)
              .join(' ')
              .match(/[−-]?[£]?\d[\d,]*(?:\.\d+)?/g) ?? []
          ).map(each => each.replace(/^-/, '−')),
        );
        // Bold words are the council's own, beside its marks: those that are not are axes and comparators.
        const values = all('text[font-weight="bold"]', svg).flatMap(
          text => words(text).match(/[−]?[£]?\d[\d,]*(?:\.\d+)?(?=%?$)/) ?? [],
        );
        const wrong = values.filter(value => !held.has(value.replace(/,$/, '')));
        return wrong.length === 0
          ? []
          : [`${id}: ${wrong.join(', ')} not in ${tables.map(({ id }) => id).join(', ') || 'any table'}`];
      }),
  },
  {
    name: '30 the caption says the finding in at most 12 words, then what is shown, where and when',
    items: [30],
    states: ['wide'],
    find: ({ figures, words }) =>
      figures().flatMap(figure => {
        const title = words(figure.querySelector('.chart-figure__title'));
        const subtitle = words(figure.querySelector('.chart-figure__subtitle'));
        return [
          ...(title === '' || title.endsWith('.') ? [`title "${title}"`] : []),
          ...(title.split(' ').length > 12 ? [`${title.split(' ').length} words: "${title}"`] : []),
          ...(/\b(?:19|20)\d\d(?:\/\d\d)?\b/.test(subtitle) ? [] : [`no year: "${subtitle}"`]),
          ...(/, .*[A-Z]|every authority/.test(subtitle) ? [] : [`no place: "${subtitle}"`]),
        ];
      }),
  },
  {
    name: '31 titles are text of the page, not of the drawing',
    items: [31],
    states: ['wide'],
    find: ({ all, figures, words }) =>
      figures().flatMap(figure => {
        const title = words(figure.querySelector('figcaption strong'));
        const drawn = all('svg text', figure).map(words);
        return title === '' || drawn.includes(title) ? [`"${title}"`] : [];
      }),
  },
  {
    name: '33 no legend: the council is named where it is drawn',
    items: [33],
    states: ['wide', 'narrow'],
    find: ({ all, document, drawings, words }) => {
      const council = words(document.querySelector('.masthead__council'));
      return drawings().flatMap(({ svg, id }) => {
        const name = svg.getAttribute('aria-label') ?? '';
        const drawn = words(svg).replace(/\s/g, '');
        const isOfGroups = !/^(?:Line|Trend|Position)/.test(name);
        const legend = all('[class*="legend"]', svg).length > 0;
        return [
          ...(legend ? [`${id}: a legend`] : []),
          ...(isOfGroups || drawn.includes(council.replace(/\s/g, ''))
            ? []
            : [`${id}: ${council} is not named`]),
        ];
      });
    },
  },
  {
    name: '46 a figure that is not given is printed as its symbol in the drawing',
    items: [46],
    states: ['wide', 'narrow'],
    find: ({ all, drawings, tablesOf, words }) =>
      drawings().flatMap(({ svg, id }) => {
        const [table = null] = tablesOf(svg);
        const kind = (svg.getAttribute('aria-label') ?? '').split(/[.:]/)[0] ?? '';
        const drawn = all('text', svg).map(words).join(' ');
        // Years in which nobody was measured are bracketed, and their reason stands below.
        if (drawn.includes('No figures')) return [];
        if (kind === 'Bar chart') {
          const [, symbol] =
            /^(\[(?:c|x|z|u|low)\])/.exec(words(table?.querySelector('tbody tr:last-child td'))) ?? [];
          return symbol === undefined || drawn.includes(symbol) ? [] : [`${id}: ${symbol}`];
        }
        if (table === null || kind !== 'Line chart') return [];
        const years = (drawn.match(/\b(?:19|20)\d\d\/\d\d\b/g) ?? []).sort();
        const [first = '', last = ''] = [years[0], years.at(-1)];
        const missing = all('tbody tr', table).flatMap(row => {
          const [year, cell] = [words(row.querySelector('th')), words(row.querySelector('td'))];
          const [symbol] = /^\[(?:c|x|z|u|low)\]/.exec(cell) ?? [];
          return symbol !== undefined && year >= first && year <= last && !drawn.includes(symbol)
            ? [`${year} ${symbol}`]
            : [];
        });
        return missing.length === 0 ? [] : [`${id}: ${missing.join(', ')}`];
      }),
  },
  {
    name: '48 each section names and links its source',
    items: [48, 102],
    states: ['wide'],
    find: ({ all, words }) =>
      all('section.indicator')
        .filter(section => section.querySelector('a.source[href]') === null)
        .map(section => words(section.querySelector('h2, h3'))),
  },
  {
    name: '47 what must be read with care is said beside the figures',
    items: [47, 87],
    states: ['wide'],
    find: ({ all, words }) =>
      all('main .mark')
        .filter(mark => /^\[[epr]\]$/.test(words(mark)))
        .filter(mark => mark.nextElementSibling?.classList.contains('govuk-visually-hidden') !== true)
        .map(words),
  },
];
