// Explore: any measure, areas and years of an edition, as a chart made here and now and as a table. What is shown stands in
// the address. Figures come as scripts, a file a measure, so that the page works from a folder too. Vega compiles nothing to
// code: its interpreter reads expressions, as the policy of the site asks.
(() => {
  const { cellOf, dataOf, figuresOf, giveValues, make, save, savePicture } = globalThis.keystage;
  const { vega, vegaLite } = globalThis;
  const at = id => document.getElementById(`explore-${id}`);
  const panel = at('ask');
  let catalogue;
  let measures;
  let areas;
  /** What was asked last, so that what comes late is not shown in its place. */
  let asked = 0;

  // As in the charts of the report; a seventh area and those after it take the colours again, with other dashes and shapes.
  const colours = ['#12436D', '#F46A25', '#28A197', '#801650', '#3D3D3D', '#A285D1'];
  const dashes = [
    [1, 0],
    [8, 3],
    [2, 3],
    [10, 3, 2, 3],
    [5, 5],
    [6, 2, 2, 2, 2, 2],
  ];
  const shapes = ['circle', 'square', 'diamond', 'triangle-up', 'triangle-down', 'cross'];
  const MOST = 12;

  const option = (value, text) => make('option', { value }, text);

  /** What the address asks for, as far as this edition has it. */
  const wanted = () => {
    const asks = new URLSearchParams(location.hash.slice(1));
    const measure = measures.get(asks.get('measure') ?? '') ?? measures.values().next().value;
    const [topic, group] =
      measure.groups.find(([topic, group]) => topic === asks.get('topic') && group === asks.get('group')) ??
      measure.groups[0];
    const codes = (asks.get('areas') ?? catalogue.first.join(',')).split(',').filter(code => areas.has(code));
    return { measure, topic, group, codes: codes.slice(0, MOST), from: asks.get('from'), to: asks.get('to') };
  };

  const ask = change => {
    const { measure, topic, group, codes, from, to } = wanted();
    const state = {
      measure: measure.id,
      topic,
      group,
      areas: codes.join(','),
      from: from ?? '',
      to: to ?? '',
      ...change,
    };
    const asks = new URLSearchParams(Object.entries(state).filter(([, value]) => value !== ''));
    // In the place of the address before, so that one step back leaves the page.
    location.replace(`#${asks}`);
  };

  /** Everything that is to be shown, worked out of what was asked and what was loaded. */
  const shownOf = (data, { measure, topic, group, codes, from, to } = wanted()) => {
    const held = data.groups.find(each => each.topic === topic && each.group === group);
    const rows = codes.map(code => {
      const area = areas.get(code);
      return { ...area, cells: figuresOf(catalogue, measure, data, held, area.index) };
    });
    const all = data.years.map(([period, label], index) => ({ period, label, index }));
    // Years in which this group has a figure of any area.
    const some = all.filter(({ index }) => held.areas.some(text => (text.split(',')[index] ?? '') !== ''));
    const years = some.filter(
      ({ period }) => (from === null || period >= from) && (to === null || period <= to),
    );
    return { measure, group: held, rows, some, years: years.length === 0 ? some : years };
  };

  /** The specification of the chart, whole: it opens in the Vega editor as the same picture. @param {number} width */
  const specification = ({ measure, rows, years, title, subtitle }, width) => {
    /** How many breaks lie before a year: a line stops at each. */
    const run = period => measure.breaks.filter(([from]) => (from ?? '') <= period).length;
    const values = rows.flatMap(({ name, cells }) =>
      years.map(({ period, label, index }) => ({
        area: name,
        year: label,
        value: cells[index]?.number ?? null,
        text: cells[index]?.text ?? '',
        run: run(period),
      })),
    );
    const names = rows.map(({ name }) => name);
    const looks = all => names.map((_, place) => all[place % all.length]);
    // From the seventh on, colours come again with the next dash and shape.
    const turned = all => names.map((_, place) => all[(place + Math.floor(place / all.length)) % all.length]);
    const legend = {
      title: null,
      orient: 'bottom',
      columns: width < 500 ? 1 : 3,
      symbolSize: 90,
      symbolStrokeWidth: 2,
      labelLimit: 0,
    };
    const of = range => ({
      field: 'area',
      type: 'nominal',
      scale: { domain: names, range },
      legend,
    });
    const common = {
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      description: `${title}. ${subtitle}`,
      background: '#ffffff',
      padding: 5,
      title: {
        text: title.match(/.{1,48}(?:\s|$)/g) ?? title,
        subtitle: subtitle.match(/.{1,56}(?:\s|$)/g) ?? subtitle,
        anchor: 'start',
        frame: 'group',
      },
      data: { values },
      width,
      config: {
        aria: false,
        font: 'Arial, Helvetica, sans-serif',
        title: { fontSize: 17, subtitleFontSize: 14, subtitleColor: '#454c52', offset: 14 },
        axis: {
          labelFontSize: 14,
          titleFontSize: 14,
          titleFontWeight: 'normal',
          gridColor: '#d6d9dc',
          domain: false,
          ticks: false,
          labelPadding: 6,
        },
        legend: { labelFontSize: 14 },
        view: { stroke: null },
      },
    };
    if (years.length === 1)
      return {
        ...common,
        height: { step: 34 },
        encoding: {
          y: {
            field: 'area',
            type: 'nominal',
            sort: null,
            axis: { title: null, labelLimit: width < 500 ? 110 : 0 },
            scale: { paddingInner: 0.3 },
          },
          x: { field: 'value', type: 'quantitative', axis: { title: measure.unit, tickCount: 5 } },
        },
        layer: [
          { mark: { type: 'bar', color: colours[0] } },
          {
            mark: { type: 'text', align: 'left', dx: 4, fontSize: 14 },
            encoding: { text: { field: 'text' } },
          },
        ],
      };
    return {
      ...common,
      height: width < 500 ? 280 : 380,
      encoding: {
        x: {
          field: 'year',
          type: 'ordinal',
          sort: null,
          axis: { title: null, labelAngle: 0, labelOverlap: true, grid: false },
          scale: { padding: 0.5 },
        },
        y: {
          field: 'value',
          type: 'quantitative',
          scale: { zero: false, nice: true },
          axis: { title: measure.unit, tickCount: 6 },
        },
        color: of(looks(colours)),
      },
      layer: [
        {
          mark: { type: 'line', strokeWidth: 2.5, invalid: 'break-paths-show-domains' },
          encoding: { strokeDash: of(turned(dashes)), detail: { field: 'run' } },
        },
        {
          mark: { type: 'point', filled: true, opacity: 1, size: 70, invalid: 'filter' },
          encoding: { shape: of(turned(shapes)) },
        },
      ],
    };
  };

  /** The chart, drawn as wide as there is room for, and its specification, which has its title in it. */
  const draw = async shown => {
    const room = at('chart').clientWidth;
    const spec = specification(shown, Math.max(180, room - (room < 500 ? 70 : 90)));
    const { title: _, ...untitled } = spec;
    const { spec: compiled } = vegaLite.compile(untitled);
    const runtime = vega.parse(compiled, null, { ast: true });
    const view = new vega.View(runtime, { expr: vega.expressionInterpreter, renderer: 'none' });
    await view.runAsync();
    return { spec, svg: await view.toSVG() };
  };

  const tableOf = ({ measure, rows, years, title, subtitle }) => {
    const head = (text, numeric) =>
      make(
        'th',
        { scope: 'col', class: `govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}` },
        text,
      );
    return make(
      'table',
      { class: 'govuk-table data', id: 'table-1' },
      make(
        'caption',
        { class: 'govuk-table__caption', id: 'table-1-caption' },
        make(
          'span',
          { class: 'data__caption' },
          make('span', { class: 'data__number' }, 'Table 1.'),
          ` ${title}, ${subtitle}`,
        ),
      ),
      make(
        'thead',
        {},
        make('tr', {}, head(measure.heading, false), ...rows.map(({ name }) => head(name, true))),
      ),
      make(
        'tbody',
        {},
        ...years.map(({ label, index }) =>
          make(
            'tr',
            {},
            make('th', { scope: 'row', class: 'govuk-table__header' }, label),
            ...rows.map(({ cells }) => cellOf(catalogue, cells[index])),
          ),
        ),
      ),
    );
  };

  /** What has to be known of the figures that are shown. */
  const notesOf = ({ measure, rows, years }) => {
    const cells = rows.flatMap(row => years.map(({ index }) => row.cells[index] ?? null));
    const [first, last] = [years[0].period, years.at(-1).period];
    const symbols = new Map();
    for (const cell of cells) {
      if (cell === null) symbols.set('[x]', catalogue.symbols.x);
      else if (cell.symbol !== '' && cell.symbol.length < 4)
        symbols.set(`[${cell.symbol}]`, catalogue.symbols[cell.symbol]);
      const { symbol, meaning } = catalogue.marks[cell?.status] ?? {};
      if (symbol !== undefined) symbols.set(symbol, meaning);
    }
    const origins = new Map();
    for (const cell of cells) {
      if (cell === null) continue;
      const days = origins.get(cell.source) ?? new Set();
      origins.set(cell.source, days.add(cell.released));
    }
    const sources = [...origins].map(([id, days]) => {
      const [, title, url] = catalogue.sources.find(([source]) => source === id) ?? [id, id, ''];
      const last = [...days].filter(day => day !== null);
      const dates =
        last.length === 0
          ? ''
          : last.length === 1
            ? `, ${last[0]}`
            : `, ${last.length} releases, the first and last of them ${last[0]} and ${last.at(-1)}`;
      return make(
        'li',
        {},
        'Source: ',
        url === '' ? title : make('a', { class: 'source', href: url }, title),
        dates,
      );
    });
    const breaks = measure.breaks.filter(([from]) => first < from && from <= last);
    const pauses = measure.pauses.filter(([from, to]) => from <= last && to >= first);
    return [
      make('li', {}, measure.definition),
      ...(breaks.length === 0
        ? []
        : [make('li', {}, 'Lines stop where the figures on either side may not be compared.')]),
      ...breaks.map(([, note]) => make('li', {}, note)),
      ...pauses.map(([, , because]) => make('li', {}, because)),
      ...[...symbols].map(([symbol, meaning]) => make('li', {}, make('b', {}, symbol), ` ${meaning}`)),
      ...sources,
    ];
  };

  const csvOf = ({ measure, group, rows, years }) => {
    const field = value =>
      /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value ?? '');
    const names = [
      'indicator',
      'measure',
      'unit',
      'area',
      'area_name',
      'topic',
      'group',
      'period',
      'year',
      'value',
      'value_status',
      'text',
      'status',
      'source',
      'released',
    ];
    const lines = rows.flatMap(({ code, name, cells }) =>
      years.map(({ period, label, index }) => {
        const {
          plain = '',
          symbol = 'x',
          text = '[x]',
          status = '',
          source = '',
          released = '',
        } = cells[index] ?? {};
        return [
          measure.id,
          measure.label,
          measure.unit,
          code,
          name,
          group.topic,
          group.group,
          period,
          label,
          plain,
          symbol,
          text,
          status,
          source,
          released,
        ];
      }),
    );
    return [names, ...lines].map(line => `${line.map(field).join(',')}\r\n`).join('');
  };

  /** Sets the fields to what is asked. @param {any} asks */
  const setFields = ({ measure, group, rows, some, years }, asks) => {
    at('measure').value = measure.id;
    const topics = Map.groupBy(measure.groups, ([, , label]) => label);
    at('group').replaceChildren(
      ...[...topics].flatMap(([label, groups]) => {
        const options = groups.map(([topic, id, , name]) => option(`${topic}\n${id}`, name));
        return label === '' ? options : [make('optgroup', { label }, ...options)];
      }),
    );
    at('group').value = `${asks.topic}\n${asks.group}`;
    for (const [name, year] of [
      ['from', years[0]],
      ['to', years.at(-1)],
    ]) {
      at(name).replaceChildren(...some.map(({ period, label }) => option(period, label)));
      at(name).value = year.period;
    }
    const has = code => (group.areas[areas.get(code).index] ?? '') !== '';
    const choices = [
      ['Statistical neighbours', catalogue.neighbours],
      [
        'England and regions',
        [...areas.values()].filter(({ kind }) => /nation|region|kingdom/.test(kind)).map(({ code }) => code),
      ],
      ['Authorities', [...areas.values()].filter(({ kind }) => kind === 'authority').map(({ code }) => code)],
      [
        'Others',
        [...areas.values()]
          .filter(({ kind }) => !/nation|region|kingdom|authority/.test(kind))
          .map(({ code }) => code),
      ],
    ].map(([label, codes]) => {
      const free = codes.filter(code => areas.has(code) && has(code) && !asks.codes.includes(code));
      return free.length === 0
        ? null
        : make('optgroup', { label }, ...free.map(code => option(code, areas.get(code).name)));
    });
    at('area').replaceChildren(...choices.filter(each => each !== null));
    at('add').disabled = asks.codes.length >= MOST;
    at('areas').replaceChildren(
      ...rows.map(({ code, name }) => {
        const button = make(
          'button',
          { type: 'button' },
          make('span', { 'aria-hidden': 'true' }, '×'),
          make('span', { class: 'govuk-visually-hidden' }, `Take out ${name}`),
        );
        button.addEventListener('click', () => {
          ask({ areas: asks.codes.filter(each => each !== code).join(',') });
          at('area').focus();
        });
        return make('li', {}, name, ' ', ...(rows.length === 1 ? [] : [button]));
      }),
    );
  };

  const show = async () => {
    const turn = ++asked;
    const asks = wanted();
    const data = await dataOf(new URL(`${asks.measure.id}.js`, panel.dataset.catalogue).href);
    if (turn !== asked) return;
    const found = shownOf(data, asks);
    const { measure, years, rows } = found;
    const [, , topic, group] = measure.groups.find(each => each[0] === asks.topic && each[1] === asks.group);
    const whose = topic === '' ? '' : `${topic}: ${group}, `;
    const span = years.length === 1 ? years[0].label : `${years[0].label} to ${years.at(-1).label}`;
    const shown = { ...found, title: measure.label, subtitle: `${whose}${measure.unit}, ${span}` };
    setFields(shown, asks);
    const table = tableOf(shown);
    at('table').replaceChildren(table);
    at('notes').replaceChildren(...notesOf(shown));
    const { spec, svg } = await draw(shown);
    if (turn !== asked) return;
    const names = rows.map(({ name }) => name);
    const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    picture.setAttribute('role', 'img');
    const listed = names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
    picture.setAttribute(
      'aria-label',
      `${years.length === 1 ? 'Bar' : 'Line'} chart: ${shown.title}. Data in table 1.`,
    );
    picture.setAttribute('focusable', 'false');
    picture.removeAttribute('class');
    for (const part of picture.children) part.setAttribute('aria-hidden', 'true');
    const figure = make(
      'figure',
      { class: 'explore__figure', 'aria-labelledby': 'explore-caption' },
      make(
        'figcaption',
        { id: 'explore-caption' },
        make('strong', { class: 'chart-figure__title' }, shown.title),
        ' ',
        make('span', { class: 'chart-figure__subtitle' }, shown.subtitle),
      ),
      picture,
    );
    at('chart').replaceChildren(figure);
    giveValues(figure);
    at('said').textContent = `${shown.title}, ${shown.subtitle}: ${listed}.`;
    const name = `${measure.id}-${years[0].period}-${years.at(-1).period}`;
    at('csv').onclick = () => save(`${name}.csv`, `\uFEFF${csvOf(shown)}`, 'text/csv;charset=utf-8');
    for (const form of ['svg', 'png']) at(form).onclick = () => savePicture(figure, name, form);
    at('spec').onclick = () =>
      save(`${name}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`, 'application/json');
  };
  const fail = () => {
    at('said').textContent = 'The figures could not be loaded.';
    at('said').className = '';
  };

  const begin = async () => {
    catalogue = await dataOf(panel.dataset.catalogue);
    const all = catalogue.measures.flatMap(([, held]) => held);
    measures = new Map(all.map(each => [each.id, each]));
    areas = new Map(catalogue.areas.map(([code, name, kind], index) => [code, { code, name, kind, index }]));
    at('measure').append(
      ...catalogue.measures.map(([label, held]) =>
        make('optgroup', { label }, ...held.map(({ id, label }) => option(id, label))),
      ),
    );
    at('measure').addEventListener('change', () =>
      ask({ measure: at('measure').value, topic: '', group: '', from: '', to: '' }),
    );
    at('group').addEventListener('change', () => {
      const [topic = '', group = ''] = at('group').value.split('\n');
      ask({ topic, group, from: '', to: '' });
    });
    for (const name of ['from', 'to'])
      at(name).addEventListener('change', () => {
        const [from, to] = [at('from').value, at('to').value];
        // Whichever was set last stands.
        ask(from <= to ? { from, to } : { from: at(name).value, to: at(name).value });
      });
    at('add').addEventListener('click', () => {
      if (at('area').value !== '') ask({ areas: [...wanted().codes, at('area').value].join(',') });
    });
    panel.hidden = false;
    at('shown').hidden = false;
    globalThis.addEventListener('hashchange', () => show().catch(fail));
    await show();
  };
  panel.dataset.catalogue = new URL(panel.dataset.catalogue, document.baseURI).href;
  begin().catch(fail);
})();
