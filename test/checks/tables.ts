import type { PageCheck } from './check.ts';

/** Checks of tables, symbols and notes. */
export const tableChecks: readonly PageCheck[] = [
  {
    name: '64 every table has a caption of its own',
    items: [64],
    states: ['wide'],
    find: ({ all, words, named }) => {
      const captions = all('table').map(table => words(table.querySelector('caption')));
      return [
        ...all('table')
          .filter((_, index) => captions[index] === '')
          .map(named),
        ...captions
          .filter((caption, index) => caption !== '' && captions.indexOf(caption) !== index)
          .map(caption => `twice: ${caption}`),
        ...all('table[id^="table-"]')
          .filter(table => !words(table.querySelector('caption')).startsWith(`Table ${table.id.slice(6)}.`))
          .map(named),
      ];
    },
  },
  {
    name: '65 one row of headers, and no merged cell',
    items: [65],
    states: ['wide'],
    find: ({ all, named }) => [
      ...all('[rowspan], [colspan]').map(named),
      ...all('table')
        .filter(table => all('thead tr', table).length !== 1)
        .map(named),
      ...all('table')
        .filter(table => new Set(all('tr', table).map(row => row.children.length)).size > 1)
        .map(named),
    ],
  },
  {
    name: '66 every column and every row has its header',
    items: [66],
    states: ['wide'],
    find: ({ all, named }) => [
      ...all('thead tr > *')
        .filter(cell => cell.localName !== 'th' || cell.getAttribute('scope') !== 'col')
        .map(named),
      ...all('tbody tr')
        .filter(row => row.children[0]?.localName !== 'th' || row.children[0].getAttribute('scope') !== 'row')
        .map(named),
    ],
  },
  {
    name: '67 no cell is empty',
    items: [67, 68],
    states: ['wide'],
    find: ({ all, words }) =>
      all('td, th')
        .filter(cell => words(cell) === '')
        .map(cell => `in ${words(cell.closest('table')?.querySelector('caption'))}`),
  },
  {
    name: '69 figures are set to the right, under their header, in even numerals',
    items: [69],
    states: ['wide'],
    find: ({ all, style, words }) =>
      all('table').flatMap(table => {
        const headers = all('thead th', table);
        const cells = all('tbody td', table).filter(cell => !cell.closest('.evidence'));
        const columnOf = (cell: Element) => [...(cell.parentElement?.children ?? [])].indexOf(cell);
        // A column that says more than figures is read as words.
        const worded = new Set(cells.filter(cell => /^[A-Za-z]/.test(words(cell))).map(columnOf));
        const wrong = cells.filter(cell => {
          const column = columnOf(cell);
          const isFigure = !worded.has(column) && /^[−+]?£?\d[\d,.]*%?(?: \[.*)?$/.test(words(cell));
          const header = headers[column];
          const right = (each: Element) =>
            style(each).textAlign === 'right' || style(each).textAlign === 'end';
          return (
            (isFigure && !right(cell)) ||
            (header !== undefined && right(header) !== right(cell)) ||
            !/tabular/.test(style(cell).fontVariantNumeric)
          );
        });
        return wrong.slice(0, 1).map(cell => `${words(table.querySelector('caption'))}: ${words(cell)}`);
      }),
  },
  {
    name: '70 notes are words in brackets that lead to the note',
    items: [70],
    states: ['wide'],
    find: ({ document, all, words, named }) => [
      ...all('table sup, table sub').map(named),
      ...all('td, table th')
        .filter(cell => /(?<!\bA)[*†‡]/.test(words(cell)))
        .map(named),
      ...all('table').flatMap(table => {
        const used = words(table).match(/\[note \d+\]/g) ?? [];
        const place = table.closest('.table-block') ?? table.parentElement;
        const list = words(place?.querySelector('.table-notes'));
        return used
          .filter(note => !list.includes(note))
          .map(note => `${named(table)}: ${note} is not explained`);
      }),
      ...all('a.note-link')
        .filter(link => document.getElementById((link.getAttribute('href') ?? '#').slice(1)) === null)
        .map(named),
    ],
  },
  {
    name: '71 a wide table scrolls in a box that has a stop of the keyboard in it, or is one and has a name',
    items: [71],
    states: ['narrow', 'zoomed', 'enlarged'],
    find: ({ document, all, style, named, words }) =>
      all('main *')
        .filter(
          each =>
            ['auto', 'scroll'].includes(style(each).overflowX) && each.scrollWidth > each.clientWidth + 1,
        )
        .filter(box => {
          // From a link in it, the arrow keys scroll it.
          if (box.tabIndex !== 0) return all('a[href], button', box).length === 0;
          return words(document.getElementById(box.getAttribute('aria-labelledby') ?? '')) === '';
        })
        .map(named),
  },
  {
    name: '71 no box is a stop of the keyboard that has one in it',
    items: [71, 92],
    states: ['wide'],
    find: ({ all, named }) =>
      all('main [tabindex="0"]')
        .filter(box => all('a[href], button', box).length > 0)
        .map(named),
  },
  {
    name: '72 no table has more than twelve columns',
    items: [72],
    states: ['wide'],
    find: ({ all, named }) =>
      all('table')
        .filter(table => all('thead th', table).length > 12)
        .map(named),
  },
  {
    name: '74 every section with a table has its figures as a file',
    items: [74],
    states: ['wide'],
    find: ({ all, words }) =>
      all('section.indicator')
        .filter(
          section =>
            section.querySelector('table.data:not(.evidence)') !== null &&
            section.querySelector('a[download][href$=".csv"]') === null,
        )
        .map(section => words(section.querySelector('h2, h3'))),
  },
  {
    name: '83 symbols are letters in brackets of their own',
    items: [76, 83],
    states: ['wide'],
    find: ({ all, words }) => {
      const known = /\[(?:c|x|z|low|k|u|e|p|r|b|f|w|note \d+|[a-z]+(?: [a-z]+)+)\]/g;
      return all('td').flatMap(cell => {
        // What is seen, without what is there to be heard.
        const seen = cell.cloneNode(true) as HTMLElement;
        for (const hidden of seen.querySelectorAll('.govuk-visually-hidden')) hidden.remove();
        const text = words(seen);
        const rest = text.replace(known, '');
        return /[[\]]/.test(rest) || /^(?:-|–|—|\.\.?|:|n\/a|NA|NULL|tbc|\*+)$/i.test(text) ? [text] : [];
      });
    },
  },
  {
    name: '84 each table explains the symbols it uses, and no others',
    items: [84],
    states: ['wide'],
    find: ({ all, words }) =>
      all('.table-block').flatMap(block => {
        const used = new Set(
          all('td', block).flatMap(cell => words(cell).match(/\[(?:c|x|z|low|k|u|e|p|r|b)\]/g) ?? []),
        );
        const explained = new Set(all('.table-notes--symbols b', block).map(words));
        const caption = words(block.querySelector('caption'));
        return [
          ...[...used]
            .filter(symbol => !explained.has(symbol))
            .map(symbol => `${caption}: ${symbol} is not explained`),
          ...[...explained]
            .filter(symbol => !used.has(symbol))
            .map(symbol => `${caption}: ${symbol} is not used`),
        ];
      }),
  },
  {
    name: '85 every symbol in a cell is followed by its meaning for those who hear it',
    items: [85],
    states: ['wide'],
    find: ({ all, words, named }) =>
      all('td')
        .filter(cell => {
          const symbols = words(cell).match(/\[(?:c|x|z|low|k|u|e|p|r|b)\]/g) ?? [];
          return (
            symbols.length > all('.govuk-visually-hidden', cell).filter(each => words(each) !== '').length
          );
        })
        .map(named),
  },
  {
    name: '88 words in the headers of columns are whole, on paper those in cells too',
    items: [66, 88],
    states: ['wide', 'narrow', 'zoomed', 'printed'],
    find: ({ document, all, isShown }) =>
      // On paper those in cells are whole too.
      all(globalThis.matchMedia('print').matches ? 'main :is(th, td)' : 'main thead th').flatMap(header => {
        if (!isShown(header)) return [];
        const walker = document.createTreeWalker(header, NodeFilter.SHOW_TEXT);
        const broken: string[] = [];
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{Letter}\p{Number}]+/gu)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
            if (lines.size > 1) broken.push(`"${word}" of ${header.textContent?.trim()}`);
          }
        }
        return broken;
      }),
  },
];
