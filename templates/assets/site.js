// What a page does besides, where scripts run: numbers say where they come from in place, charts give their values, and
// long tables are set in order and narrowed. Nothing here is needed to read the report. It is no module, since browsers
// refuse those to pages opened from a folder, and data come as scripts for the same reason.
// @ts-check
(() => {
  const own = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  /** The address of a file or page of the site, from its address in the site. @param {string} href */
  const addressOf = href => new URL(`../${href.replace(/\/(?=#|$)/, '/index.html')}`, own).href;

  /**
   * An element with what it holds.
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {Record<string, string>} attributes
   * @param {...(Node | string)} children
   */
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  /** What is read in an element by eye, or with all that is only heard. @param {Element} element @param {boolean} heard */
  const textOf = (element, heard = false) => {
    const copy = /** @type {Element} */ (element.cloneNode(true));
    for (const each of copy.querySelectorAll(heard ? 'svg' : 'svg, .govuk-visually-hidden')) each.remove();
    return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  };

  /** What scripts of data have brought, by their addresses. @type {Map<string, any>} */
  const brought = new Map();
  /** Takes the data of the script that calls it. @param {unknown} data */
  const bring = data => brought.set(/** @type {HTMLScriptElement} */ (document.currentScript).src, data);
  /** What other scripts of the site build on. @type {Record<string, unknown>} */
  const keystage = { bring };
  Object.assign(globalThis, { keystage });

  /** The data of a script, which is loaded once. @param {string} address @returns {Promise<any>} */
  const dataOf = address =>
    new Promise((done, fail) => {
      if (brought.has(address)) return done(brought.get(address));
      const script = make('script', { src: address });
      script.addEventListener('load', () => (brought.has(address) ? done(brought.get(address)) : fail()));
      script.addEventListener('error', fail);
      document.head.append(script);
    });

  /**
   * The figures of an area in the years of a measure, as they are printed; null where none is held. See `explore-page.ts`.
   * @param {any} catalogue @param {any} measure @param {any} data @param {any} group @param {number} area
   */
  const figuresOf = ({ symbols }, { sign }, data, group, area) => {
    const cells = group.areas[area].split(',');
    return data.years.map((/** @type {unknown} */ _, /** @type {number} */ year) => {
      const [said = '', other = group.origins[year]] = (cells[year] ?? '').split('@');
      if (said === '') return null;
      const [source, released, status] = data.origins[Number(other)];
      const plain = said.replace('~', '');
      const origin = { source, released, status };
      if (!/^-?\d/.test(plain))
        return {
          ...origin,
          number: null,
          symbol: plain,
          text: `[${plain.length > 3 ? symbols[plain] : plain}]`,
        };
      const [whole = '', rest] = plain.replace('-', '').split('.');
      const digits = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') + (rest === undefined ? '' : `.${rest}`);
      const signed = `${plain.startsWith('-') ? '−' : ''}${sign === '£' ? '£' : ''}${digits}${sign === '%' ? '%' : ''}`;
      const text = `${said.startsWith('~') ? 'about ' : ''}${signed}`;
      return { ...origin, number: Number(plain), symbol: '', text, plain };
    });
  };

  /** A figure in a cell of a table, with what its symbol and its mark mean for those who hear it. @param {any} catalogue @param {any} figure */
  const cellOf = ({ symbols, marks }, figure) => {
    const { text, symbol, status } = figure ?? { text: '[x]', symbol: 'x' };
    const heard = (/** @type {string} */ words) =>
      make('span', { class: 'govuk-visually-hidden' }, ` ${words}`);
    const mark = marks[status];
    return make(
      'td',
      { class: 'govuk-table__cell govuk-table__cell--numeric' },
      ...[text, ...(symbol === '' || symbol.length > 3 ? [] : [heard(symbols[symbol])])],
      ...(mark === undefined ? [] : [' ', make('span', { class: 'mark' }, mark.symbol), heard(mark.meaning)]),
    );
  };

  // A number opens where it comes from, as the page of evidence has it. The link still leads there.
  const openOrigins = () => {
    const words = make('div', { class: 'origin__words', id: 'origin-words' });
    const page = make('a', {}, 'All about this number');
    const wrong = make('a', {}, 'Tell us if it is wrong');
    const close = make('button', { type: 'button', class: 'meaning__close' }, 'Close');
    const box = make(
      'div',
      { class: 'meaning origin', popover: '', role: 'dialog', 'aria-labelledby': 'origin-what' },
      words,
      make('p', { class: 'meaning__ways' }, page, wrong, close),
    );
    close.addEventListener('click', () => box.hidePopover());
    /** @type {HTMLElement | null} */
    let anchor = null;
    box.addEventListener('toggle', () => {
      if (!box.matches(':popover-open')) anchor?.style.removeProperty('anchor-name');
    });

    /** @param {HTMLAnchorElement} link @param {string} heading @param {any} origin */
    const show = (link, heading, [what, text, from, working, status]) => {
      const rest = from.map((/** @type {any} */ [said, href]) => {
        if (href === null) return said;
        return make('a', { href: addressOf(href), class: 'figure' }, said);
      });
      words.replaceChildren(
        make('p', { class: 'origin__of' }, heading),
        make(
          'p',
          { class: 'origin__what', id: 'origin-what', tabindex: '-1' },
          make('b', {}, what),
          `: ${text}`,
        ),
        ...(rest.length === 0 ? [] : [make('p', {}, ...rest)]),
        ...(working === null ? [] : [make('p', {}, working)]),
        make('p', { class: 'origin__status' }, `Status: ${status}`),
      );
      page.href = link.href;
      // The subject of a mail says which number, after the page.
      const ofPage = /** @type {HTMLAnchorElement} */ (document.querySelector('.colophon__wrong'));
      wrong.href = ofPage.href.replace(/\?subject=[^&]*/, `$&${encodeURIComponent(`: ${what}, ${text}`)}`);
      if (!box.contains(link)) {
        anchor?.style.removeProperty('anchor-name');
        anchor = link;
        link.style.setProperty('anchor-name', '--origin');
        document.body.append(box);
        // What opened it has the focus again once it is closed.
        link.focus();
        box.showPopover();
      }
      document.getElementById('origin-what')?.focus();
    };

    document.addEventListener('click', event => {
      const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event;
      const link = target instanceof Element ? target.closest('a.figure') : null;
      if (!(link instanceof HTMLAnchorElement) || button !== 0) return;
      if (metaKey || ctrlKey || shiftKey || altKey) return;
      const [, folder, id = ''] = /^(.*\/numbers\/.+\/)(?:index\.html)?#(.+)$/.exec(link.href) ?? [];
      if (folder === undefined) return;
      event.preventDefault();
      const follow = () => location.assign(link.href);
      dataOf(`${folder}origins.js`).then(([heading, origins]) => {
        if (id in origins) show(link, heading, origins[id]);
        else follow();
      }, follow);
    });
  };
  if ('popover' in HTMLElement.prototype) openOrigins();

  // The list of pages of evidence has the place of every figure, and leads on to its page.
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const page = place?.closest('.evidence-list li')?.querySelector('a');
  if (page) location.replace(page.href + location.hash);

  // The values of a chart are those of its table, a row at a time: under the pointer, on a tap, or by the arrow keys.
  /** @param {HTMLElement} figure */
  const giveValues = figure => {
    const drawings = [...figure.querySelectorAll('svg[role="img"]')];
    const number = / table (\d+)\.$/.exec(drawings[0]?.getAttribute('aria-label') ?? '')?.[1];
    const table = document.getElementById(`table-${number}`);
    if (!(table instanceof HTMLTableElement)) return;
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    const heads = rows.map(row => textOf(/** @type {Element} */ (row.cells[0])));
    /** The words of a drawing that head a row: which row, and where they stand. @param {Element} drawing */
    const labelsIn = drawing =>
      [...drawing.querySelectorAll('text')].flatMap(label => {
        const row = heads.indexOf((label.textContent ?? '').trim());
        return row === -1 ? [] : [{ row, label }];
      });
    if (new Set(drawings.flatMap(labelsIn).map(({ row }) => row)).size < 2) return;

    const list = make('dl', { class: 'values__list' });
    const head = make('p', { class: 'values__head' });
    const panel = make('div', { class: 'values', 'aria-hidden': 'true', hidden: '' }, head, list);
    const rule = make('div', { class: 'values__rule', hidden: '' });
    const title =
      figure.querySelector('.chart-figure__title')?.textContent ?? figure.getAttribute('aria-label') ?? '';
    const range = make('input', {
      ...{ type: 'range', class: 'values__range', min: '0', max: String(rows.length - 1) },
      'aria-label': `Values of the chart “${title}”`,
    });
    range.value = range.max;
    figure.append(rule, panel, range);

    /** Where each row stands along the drawing, from what its words head; rows without words lie between those with. */
    const places = () => {
      const drawing = drawings.find(each => each.getBoundingClientRect().width > 0);
      if (drawing === undefined) return null;
      const box = drawing.getBoundingClientRect();
      const found = labelsIn(drawing).map(({ row, label }) => {
        const { left, width, top, height } = label.getBoundingClientRect();
        return { row, x: left + width / 2, y: top + height / 2 };
      });
      const [first, last] = [found.at(0), found.at(-1)];
      if (first === undefined || last === undefined || first.row === last.row) return null;
      const across = Math.abs(last.y - first.y) < 4;
      // Years are as far apart as they are in time, whichever of them the table has.
      const order = heads.map((text, row) => (/^\d{4}/.test(text) ? Number(text.slice(0, 4)) : row));
      const at = order.map((place, row) => {
        const words = found.find(each => each.row === row);
        if (words !== undefined) return across ? words.x : words.y;
        const before = found.findLast(each => each.row < row) ?? first;
        const after = found.find(each => each.row > row) ?? last;
        const [from, to] = before === after ? [first, last] : [before, after];
        const [start, end] = [order[from.row] ?? 0, order[to.row] ?? 0];
        const [near, far] = across ? [from.x, to.x] : [from.y, to.y];
        return near + ((place - start) / (end - start || 1)) * (far - near);
      });
      return { box, across, at };
    };

    const hide = () => {
      panel.hidden = true;
      rule.hidden = true;
    };
    /** @param {number} index */
    const show = index => {
      const [row, placed] = [rows[index], places()];
      const names = [...(table.tHead?.rows[0]?.cells ?? [])];
      if (row === undefined || placed === null) return;
      const cells = [...row.cells].slice(1).map((cell, at) => {
        const name = textOf(/** @type {Element} */ (names[at + 1]));
        return { name, text: textOf(cell), heard: `${name} ${textOf(cell, true)}` };
      });
      range.value = String(index);
      range.setAttribute('aria-valuetext', [heads[index], ...cells.map(({ heard }) => heard)].join(', '));
      head.textContent = heads[index] ?? '';
      list.replaceChildren(
        ...cells.map(({ name, text }) => make('div', {}, make('dt', {}, name), make('dd', {}, text))),
      );
      const { left, top } = figure.getBoundingClientRect();
      const { box, across, at } = placed;
      const place = Math.round((at[index] ?? 0) - (across ? left : top));
      Object.assign(rule.style, {
        left: `${across ? place : box.left - left}px`,
        top: `${across ? box.top - top : place}px`,
        width: across ? '0' : `${box.width}px`,
        height: across ? `${box.height}px` : '0',
      });
      Object.assign(panel.style, { top: `${box.bottom - top}px`, width: `${box.width}px` });
      panel.hidden = false;
      rule.hidden = false;
    };
    /** @param {PointerEvent | MouseEvent} event */
    const pointed = event => {
      const placed = places();
      if (placed === null || !(event.target instanceof Element) || event.target.closest('svg') === null)
        return;
      const point = placed.across ? event.clientX : event.clientY;
      const far = placed.at.map(place => Math.abs(place - point));
      show(far.indexOf(Math.min(...far)));
    };
    figure.addEventListener('pointermove', pointed);
    figure.addEventListener('click', pointed);
    figure.addEventListener('pointerleave', event => {
      if (event.pointerType === 'mouse' && document.activeElement !== range) hide();
    });
    document.addEventListener('pointerdown', event => {
      if (event.target instanceof Node && !figure.contains(event.target)) hide();
    });
    range.addEventListener('focus', () => show(Number(range.value)));
    range.addEventListener('input', () => show(Number(range.value)));
    range.addEventListener('blur', hide);
    document.addEventListener('keydown', event => {
      if (event.key === 'Escape') hide();
    });
    range.setAttribute('aria-valuetext', heads[rows.length - 1] ?? '');
  };
  for (const figure of document.querySelectorAll('figure.chart-figure'))
    giveValues(/** @type {HTMLElement} */ (figure));

  /** Saves a file that is made here. @param {string} name @param {BlobPart} data @param {string} type */
  const save = (name, data, type) => {
    const address = URL.createObjectURL(new Blob([data], { type }));
    const link = make('a', { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };

  /** A chart as a picture that stands alone: its wide drawing with its title and note, in plain colours. @param {Element} figure */
  const pictureOf = figure => {
    const drawn = /** @type {Element} */ (figure.querySelector('.chart--wide, svg[role="img"]'));
    const drawing = /** @type {Element} */ (drawn.cloneNode(true));
    const [, , width = 0, height = 0] = (drawing.getAttribute('viewBox') ?? '').split(' ').map(Number);
    const xml = new XMLSerializer();
    const edge = 16;
    let y = edge;
    /** Lines of words, beneath one another. @param {string} words @param {number} size @param {string} weight */
    const lines = (words, size, weight) =>
      (words.match(new RegExp(`.{1,${Math.floor(width / size / 0.56)}}(?:\\s|$)`, 'g')) ?? [])
        .map(line => {
          y += Math.round(size * 1.3);
          const text = xml.serializeToString(new Text(line.trim()));
          return `<text x="${edge}" y="${y - 6}" font-size="${size}" font-weight="${weight}">${text}</text>`;
        })
        .join('');
    /** @param {string} part */
    const saidIn = part => {
      const held = figure.querySelector(part);
      return held === null ? '' : textOf(held);
    };
    const title = saidIn('.chart-figure__title');
    const head = lines(title, 20, 'bold') + lines(saidIn('.chart-figure__subtitle'), 16, 'normal');
    for (const name of ['role', 'class', 'aria-label']) drawing.removeAttribute(name);
    const box = { x: edge, y, width, height };
    for (const [name, value] of Object.entries(box)) drawing.setAttribute(name, String(value));
    y += height + 8;
    const foot = lines(saidIn('.chart-figure__note'), 14, 'normal') + lines(document.title, 14, 'normal');
    const inner = xml.serializeToString(drawing).replaceAll(/var\(--[\w-]+, ([^()]+)\)/g, '$1');
    const size = [width + 2 * edge, y + edge];
    const svg = [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size[0]}" height="${size[1]}" viewBox="0 0 ${size.join(' ')}" role="img"`,
      ` font-family="Arial, Helvetica, sans-serif" fill="#0b0c0c" color="#0b0c0c"><title>${xml.serializeToString(new Text(title))}</title>`,
      `<rect width="100%" height="100%" fill="#fff"/>${head}${inner}${foot}</svg>`,
    ];
    return { svg: svg.join(''), size };
  };

  /** Saves the chart of a figure in one of two forms. @param {Element} figure @param {string} name @param {'svg' | 'png'} form */
  const savePicture = async (figure, name, form) => {
    const { svg, size } = pictureOf(figure);
    if (form === 'svg') return save(`${name}.svg`, svg, 'image/svg+xml');
    const image = make('img', { src: `data:image/svg+xml,${encodeURIComponent(svg)}` });
    await image.decode();
    const [width = 0, height = 0] = size.map(each => each * 2);
    const canvas = Object.assign(make('canvas', {}), { width, height });
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    canvas.toBlob(blob => blob && save(`${name}.png`, blob, 'image/png'));
  };

  // Beside the specification of a chart stand buttons that save it as a picture.
  for (const link of document.querySelectorAll('a[href$=".vl.json"]')) {
    const name = /([^/]+)\.vl\.json$/.exec(link.getAttribute('href') ?? '')?.[1] ?? '';
    const figure = document.getElementById(`${name}-caption`)?.closest('figure');
    if (!figure) continue;
    const title = textOf(/** @type {Element} */ (figure.querySelector('.chart-figure__title')));
    const buttons = /** @type {const} */ (['svg', 'png']).map(form => {
      const words = `Picture (${form.toUpperCase()})`;
      const button = make('button', { type: 'button', 'aria-label': `${words}: ${title}` }, words);
      button.addEventListener('click', () => savePicture(figure, name, form));
      return button;
    });
    link.parentElement?.append(make('span', { class: 'saves', 'data-scripted': '' }, ...buttons));
  }
  Object.assign(keystage, { cellOf, dataOf, figuresOf, giveValues, make, save, savePicture });

  // Tables of many things are set in the order of a column: upwards, downwards, and as they were.
  const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
  const months = 'January February March April May June July August September October November December';
  /** The number that a cell begins with; a day counts as one. @param {string} text @returns {number | null} */
  const numberIn = text => {
    const [, day, month, year] = /^(\d{1,2}) ([A-Z]\w+) (\d{4})$/.exec(text) ?? [];
    if (month !== undefined) return Number(year) * 400 + months.indexOf(month) + Number(day) / 32;
    const [, word = ''] = /^(?:joint )?([a-z]+)/.exec(text) ?? [];
    if (ordinals.includes(word)) return 1 + ordinals.indexOf(word);
    const [, sign, digits] =
      /^(?:about |joint |at (?:least|most) )?([+−]?)£?(\d[\d,]*(?:\.\d+)?)/.exec(text) ?? [];
    return digits === undefined ? null : Number(`${sign === '−' ? '-' : ''}${digits.replaceAll(',', '')}`);
  };

  /** @param {HTMLTableElement} table @param {number} from The first column that it may be set in order by. */
  const giveOrder = (table, from) => {
    const body = table.tBodies[0];
    const asItWas = [...(body?.rows ?? [])];
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    if (body === undefined || asItWas.length < 5) return;
    // Its heads are stops of the keyboard, so its box need not be one.
    table.closest('.scroller')?.removeAttribute('tabindex');
    for (const [at, head] of heads.entries()) {
      if (at < from || head.querySelector('a') !== null) continue;
      const button = make('button', { type: 'button', class: 'sort' }, ...head.childNodes);
      head.append(button);
      head.classList.add('sorts');
      button.addEventListener('click', () => {
        const next = { none: 'ascending', ascending: 'descending', descending: 'none' };
        const order = next[/** @type {keyof typeof next} */ (head.getAttribute('aria-sort') ?? 'none')];
        for (const each of heads) each.removeAttribute('aria-sort');
        if (order !== 'none') head.setAttribute('aria-sort', order);
        const held = asItWas.map(row => {
          const text = row.cells[at] === undefined ? '' : textOf(row.cells[at]);
          return { row, text, number: numberIn(text), isNone: /^(\[[a-z]+\]|not ranked)?$/.test(text) };
        });
        const isNumeric = held.every(({ number, isNone }) => number !== null || isNone);
        const up = order === 'ascending' ? 1 : -1;
        if (order !== 'none')
          held.sort((a, b) => {
            if (a.isNone || b.isNone) return Number(a.isNone) - Number(b.isNone);
            const apart = isNumeric
              ? (a.number ?? 0) - (b.number ?? 0)
              : a.text.localeCompare(b.text, 'en-GB');
            return up * apart;
          });
        body.append(...held.map(({ row }) => row));
      });
    }
  };
  const ordered = '.places, .targets-table, .localities .data, .plan__table';
  for (const table of document.querySelectorAll('table')) {
    // Of every measure in one table only the places can be set in order: the rest has many units.
    if (table.matches('.stage')) giveOrder(table, (table.tHead?.rows[0]?.cells.length ?? 1) - 1);
    else if (table.matches(ordered)) giveOrder(table, 0);
  }

  // Long tables are narrowed: by what their rows are called, or by what a column says.
  /** @param {HTMLElement} tools What stands empty above a table, and names it. */
  const giveFilters = tools => {
    const table = /** @type {HTMLTableElement} */ (document.getElementById(tools.dataset.of ?? ''));
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map(head => textOf(head));
    const said = make('p', { class: 'tools__said', role: 'status' });
    /** @type {(() => (row: HTMLTableRowElement) => boolean)[]} */
    const filters = [];
    const narrow = () => {
      const tests = filters.map(filter => filter());
      for (const row of rows) row.hidden = !tests.every(test => test(row));
      const shown = rows.filter(row => !row.hidden).length;
      said.textContent = shown === rows.length ? '' : `${shown} of ${rows.length} rows`;
    };
    /** @param {string} name @param {HTMLInputElement | HTMLSelectElement} field */
    const label = (name, field) => {
      field.id = `${table.id}-${filters.length}`;
      field.addEventListener('input', narrow);
      tools.append(make('label', { class: 'tools__label', for: field.id }, name), field);
    };
    for (const name of (tools.dataset.by ?? '').split(', ')) {
      const at = heads.indexOf(name);
      /** @param {HTMLTableRowElement} row */
      const cell = row => (row.cells[at] === undefined ? '' : textOf(row.cells[at]));
      if (at > 0) {
        const found = [...new Set(rows.map(cell))].toSorted((a, b) => a.localeCompare(b, 'en-GB'));
        if (found.length < 2) continue;
        const all = make('option', { value: '' }, 'All');
        const field = make('select', {}, all, ...found.map(each => make('option', { value: each }, each)));
        label(name, field);
        filters.push(() => row => field.value === '' || cell(row) === field.value);
      } else if (at === 0) {
        const field = make('input', { type: 'search', autocomplete: 'off' });
        label(`Find ${name.toLowerCase()}`, field);
        filters.push(() => {
          const words = field.value.trim().toLowerCase();
          return row => cell(row).toLowerCase().includes(words);
        });
      }
    }
    if (filters.length > 0) tools.append(said);
  };
  for (const tools of document.querySelectorAll('.tools')) giveFilters(/** @type {HTMLElement} */ (tools));

  // The years of a measure are set beside those of any other authority, from the data of Explore.
  const root = new URL('../', own).href;
  const edition = /^\d{4}-\d{2}(?=\/)/.exec(location.href.slice(root.length))?.[0];
  /** @param {Element} section */
  const giveComparison = section => {
    const id = section.querySelector('[id].indicator__heading')?.id;
    const table = section.querySelector('.table-block table.data');
    const isRanked = section.querySelector(
      `.indicator__links a[href$="/${id}/index.html"], .indicator__links a[href^="${id}/"]`,
    );
    if (isRanked === null || !(table instanceof HTMLTableElement)) return;
    const rows = [...(table.tBodies[0]?.rows ?? [])];
    const folder = `${root}${edition}/explore/`;
    const open = make('button', { type: 'button' }, 'Compare with another authority');
    const box = make('div', { class: 'beside screen-only', 'data-scripted': '' }, open);
    table.closest('.table-block')?.after(box);
    open.addEventListener('click', async () => {
      open.disabled = true;
      const [catalogue, data] = await Promise.all([
        dataOf(`${folder}catalogue.js`),
        dataOf(`${folder}${id}.js`),
      ]);
      const measure = catalogue.measures
        .flatMap((/** @type {any} */ [, held]) => held)
        .find((/** @type {any} */ each) => each.id === id);
      const everyone = data.groups.find((/** @type {any} */ { topic }) => topic === 'Total');
      const areas = catalogue.areas.map(
        (/** @type {any} */ [code, name, kind], /** @type {number} */ index) => ({
          code,
          name,
          kind,
          index,
        }),
      );
      const held = areas.filter(
        (/** @type {any} */ { index, code }) =>
          everyone.areas[index] !== '' && !catalogue.first.includes(code),
      );
      const near = held.filter((/** @type {any} */ { code }) => catalogue.neighbours.includes(code));
      const options = (/** @type {any[]} */ those) =>
        those.map(({ index, name }) => make('option', { value: String(index) }, name));
      const select = make(
        'select',
        { id: `${table.id}-beside` },
        make('optgroup', { label: 'Statistical neighbours' }, ...options(near)),
        make('optgroup', { label: 'All' }, ...options(held)),
      );
      const add = make('button', { type: 'button' }, 'Add');
      const more = make('a', { href: '' }, 'Explore this measure');
      const said = make('span', { role: 'status' });
      /** @type {string[]} */
      const added = [];
      const lead = () => {
        more.href = `${folder}index.html#measure=${id}&areas=${[...catalogue.first, ...added].join(',')}`;
      };
      add.addEventListener('click', () => {
        const area = areas[Number(select.value)];
        if (added.includes(area.code)) return;
        const figures = figuresOf(catalogue, measure, data, everyone, area.index);
        const out = make('button', { type: 'button', class: 'beside__out' }, `Take out ${area.name}`);
        const head = make(
          'th',
          { scope: 'col', class: 'govuk-table__header govuk-table__header--numeric' },
          area.name,
        );
        const cells = rows.map(row => {
          const year = data.years.findIndex(
            (/** @type {string[]} */ [, label]) => label === textOf(/** @type {Element} */ (row.cells[0])),
          );
          const cell = cellOf(catalogue, year === -1 ? null : figures[year]);
          row.append(cell);
          return cell;
        });
        table.tHead?.rows[0]?.append(head);
        added.push(area.code);
        said.textContent = `${area.name} is the last column of the table.`;
        lead();
        more.before(out);
        out.addEventListener('click', () => {
          for (const each of [head, ...cells, out]) each.remove();
          added.splice(added.indexOf(area.code), 1);
          said.textContent = `${area.name} is taken out.`;
          lead();
          select.focus();
        });
      });
      lead();
      box.replaceChildren(make('label', { for: select.id }, 'Compare with'), select, add, more, said);
      select.focus();
    });
  };
  if (edition !== undefined)
    for (const section of document.querySelectorAll('section.indicator')) giveComparison(section);
})();
