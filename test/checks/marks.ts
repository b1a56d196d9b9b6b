import type { PageCheck } from './check.ts';

/** Checks of what is drawn: bars, lines, markers, colours and words, as the browser shows them. */
export const markChecks: readonly PageCheck[] = [
  {
    name: '32 no more than four colours, markers or parts are told apart',
    items: [32, 41],
    states: ['wide'],
    find: ({ drawings, lines, markers, bars, isDrawn, style }) =>
      drawings().flatMap(({ svg, id }) => {
        const isSeries = (mark: Element, of: 'fill' | 'stroke') =>
          /var\(--chart-(?!context|paper)/.test(
            mark.getAttribute(of) ?? mark.parentElement?.getAttribute(of) ?? '',
          );
        const colours = (marks: readonly Element[], of: 'fill' | 'stroke') =>
          new Set(
            marks
              .filter(mark => isSeries(mark, of))
              .map(mark => style(mark)[of])
              .filter(isDrawn),
          ).size;
        const most = Math.max(
          colours(lines(svg), 'stroke'),
          colours(markers(svg), 'fill'),
          colours(
            bars(svg).map(({ mark }) => mark),
            'fill',
          ),
        );
        return most > 4 ? [`${id}: ${most} colours`] : [];
      }),
  },
  {
    name: '34 lines and markers differ without colour',
    items: [34],
    states: ['wide', 'narrow'],
    find: ({ drawings, lines, markers, style }) =>
      drawings().flatMap(({ svg, id }) => {
        const unlike = (pairs: readonly (readonly [string, string])[], what: string) => {
          const looks = new Map<string, Set<string>>();
          for (const [look, colour] of pairs) looks.set(look, (looks.get(look) ?? new Set()).add(colour));
          return [...looks]
            .filter(([, colours]) => colours.size > 1)
            .map(() => `${id}: ${what} differ by colour alone`);
        };
        const drawnLines = lines(svg).filter(line => /L/.test(line.getAttribute('d') ?? ''));
        const picked = markers(svg).filter(mark =>
          /--chart-(?!context|paper|group|part)/.test(mark.getAttribute('fill') ?? ''),
        );
        const shape = (mark: Element) =>
          (mark.getAttribute('d') ?? '')
            .replace(/[-\d.,\s]+/g, ' ')
            .concat(/L/.test(mark.getAttribute('d') ?? '') ? turn(mark) : '');
        // A diamond and triangles are straight lines alike: where they begin tells them apart.
        const turn = (mark: Element) =>
          (mark.getAttribute('d') ?? '')
            .split('L')
            .map(point =>
              point
                .replace(/[^-,\d.]/g, '')
                .split(',')
                .map(number => Math.sign(Number(number)))
                .join(),
            )
            .join(';');
        return [
          ...unlike(
            drawnLines.map(line => [style(line).strokeDasharray, style(line).stroke]),
            'lines',
          ),
          ...unlike(
            picked.map(mark => [shape(mark), style(mark).fill]),
            'markers',
          ),
        ];
      }),
  },
  {
    name: '35 colours are the Analysis Function’s',
    items: [35],
    states: ['wide'],
    find: ({ all }) => {
      // Categorical, in order; the focus and sequential ones; the council's shades of one hue; and the page.
      const palette =
        '#12436D #28A197 #801650 #F46A25 #3D3D3D #A285D1 #2073BC #6BACE6 #8C8C8C #DCE9F5 #0B0C0C #FFFFFF'.split(
          ' ',
        );
      const used = all('svg.chart, svg.chart *').flatMap(each => [
        each.getAttribute('fill') ?? '',
        each.getAttribute('stroke') ?? '',
      ]);
      const strange = used.filter(colour => {
        const [, hex] = /^var\(--chart-[a-z0-9-]+, (#[0-9A-F]{6})\)$/.exec(colour) ?? [];
        return hex === undefined ? !['', 'none', 'currentColor'].includes(colour) : !palette.includes(hex);
      });
      return [...new Set(strange)];
    },
  },
  {
    name: '36 parts that adjoin are kept apart',
    items: [36],
    states: ['wide'],
    find: ({ drawings, bars, contrast, style }) =>
      drawings().flatMap(({ svg, id }) => {
        const all = bars(svg);
        return all.flatMap(bar => {
          const next = all.find(
            other =>
              Math.abs(other.x - bar.x - bar.width) < 1 && Math.abs(other.y - bar.y) < 3 && other !== bar,
          );
          if (next === undefined) return [];
          const [own, its] = [style(bar.mark), style(next.mark)];
          const gap =
            own.stroke !== 'none' &&
            Number.parseFloat(own.strokeWidth) >= 1 &&
            contrast(own.stroke, own.fill) > 1.9;
          return gap || contrast(own.fill, its.fill) >= 3 ? [] : [`${id}: ${own.fill} beside ${its.fill}`];
        });
      }),
  },
  {
    name: '37 words in drawings have a contrast of 4.5 to 1, and marks of 3 to 1',
    items: [37, 38],
    states: ['wide', 'narrow'],
    find: ({ all, drawings, contrast, isDrawn, style }) => {
      const white = 'rgb(255, 255, 255)';
      const faults = drawings().flatMap(({ svg, id }) => {
        const marks = all('path, rect', svg).map(mark => ({
          mark,
          box: mark.getBoundingClientRect(),
          fill: style(mark).fill,
        }));
        const pale = all('text', svg).flatMap(text => {
          const box = text.getBoundingClientRect();
          const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
          const under = marks
            .filter(
              ({ box, fill }) =>
                isDrawn(fill) &&
                box.width > 20 &&
                box.height > 12 &&
                box.left <= x &&
                x <= box.right &&
                box.top <= y &&
                y <= box.bottom,
            )
            .at(-1);
          const found = contrast(style(text).fill, under?.fill ?? white);
          return found < 4.5 ? [`${id}: "${text.textContent}" ${found.toFixed(2)}`] : [];
        });
        const faint = marks.flatMap(({ mark }) => {
          const look = style(mark);
          const strongest = Math.max(
            ...[look.fill, look.stroke].filter(isDrawn).map(colour => contrast(colour, white)),
            0,
          );
          const isQuiet =
            Number(look.opacity) < 1 || Number(look.strokeOpacity) < 1 || strongest === 0 || strongest === 1;
          // Light blue is a part of a whole, whose share is printed on it or over it.
          const isLightBlue = look.fill === 'rgb(107, 172, 230)';
          return isQuiet || isLightBlue || strongest >= 3 ? [] : [`${id}: a mark of ${strongest.toFixed(2)}`];
        });
        return [...pale, ...faint];
      });
      return [...new Set(faults)];
    },
  },
  {
    name: '39 bars start at zero, and an axis that does not is said to',
    items: [39, 40, 114],
    states: ['wide', 'narrow'],
    find: ({ all, drawings, bars, words }) =>
      drawings().flatMap(({ svg, id }) => {
        const kind = (svg.getAttribute('aria-label') ?? '').split(/[.:]/)[0];
        const number = (text: string) => Number(text.replace(/[−]/g, '-').replace(/[£,%]/g, ''));
        const texts = all('text', svg).map(text => ({
          text: words(text),
          x: Number(text.getAttribute('x')),
          y: Number(text.getAttribute('y')),
        }));
        if (kind === 'Bar chart') {
          const rows = bars(svg).flatMap(bar => {
            const label = texts.find(
              ({ text, x, y }) =>
                /^[−£]?\d[\d,.]*%?$/.test(text) && x > bar.x && y > bar.y && y < bar.y + bar.height + 2,
            );
            return label === undefined || number(label.text) <= 0
              ? []
              : [{ label: label.text, length: bar.width, value: number(label.text) }];
          });
          const uprights = all('line[x2="0"]', svg).map(each =>
            Number(/translate\(([-\d.]+)/.exec(each.getAttribute('transform') ?? '')?.[1]),
          );
          const adrift = bars(svg).filter(
            ({ x, width }) =>
              !uprights.some(upright => Math.abs(upright - x) < 1 || Math.abs(upright - x - width) < 1),
          );
          if (adrift.length > 0) return [`${id}: ${adrift.length} bars do not start at the line of zero`];
          const longest = Math.max(0, ...rows.map(({ length }) => length));
          const scale = longest / Math.max(...rows.map(({ value }) => value), 1e-9);
          return rows
            .filter(({ length, value }) => Math.abs(length - value * scale) > 0.6)
            .map(({ label }) => `${id}: the bar of ${label} is not as long as its figure`);
        }
        if (kind !== 'Line chart') return [];
        const axis = texts
          .filter(({ text, x }) => /^[−£]?\d[\d,.]*%?$/.test(text) && !/^(?:19|20)\d\d$/.test(text) && x < 60)
          .sort((a, b) => b.y - a.y);
        const lowest = axis[0]?.text ?? '0';
        const said = words(svg.closest('figure')?.querySelector('.chart-figure__subtitle'));
        return number(lowest) > 0 && !said.includes('axis starts at')
          ? [`${id}: the axis starts at ${lowest}`]
          : [];
      }),
  },
  {
    name: '41 a drawing holds lines, shapes and words alone',
    items: [31, 41],
    states: ['wide'],
    find: ({ all }) =>
      [...new Set(all('svg.chart *').map(({ localName }) => localName))].filter(
        name => !['g', 'path', 'line', 'rect', 'text', 'tspan', 'circle'].includes(name),
      ),
  },
  {
    name: '42 all words in drawings are level',
    items: [42],
    states: ['wide', 'narrow'],
    find: ({ all, drawings, words }) =>
      drawings().flatMap(({ svg, id }) =>
        all('text', svg)
          .filter(
            text =>
              text.closest('[transform*="rotate"], [writing-mode]') !== null ||
              /rotate/.test(text.getAttribute('transform') ?? ''),
          )
          .map(text => `${id}: "${words(text)}"`),
      ),
  },
  {
    name: '43 no words in a drawing meet, or leave it',
    items: [43, 91],
    states: ['wide', 'narrow', 'enlarged', 'spaced', 'zoomed', 'printed'],
    find: ({ document, all, drawings, overlap, words }) =>
      drawings().flatMap(({ svg, id }) => {
        // Letters set apart may run past the drawing, but not past the window.
        const isSpaced =
          document.getElementById('state-of-check')?.textContent?.includes('letter-spacing') === true;
        const own = svg.getBoundingClientRect();
        const frame = isSpaced
          ? {
              left: 0,
              right: document.documentElement.clientWidth,
              top: own.top,
              bottom: own.bottom,
              width: own.width,
            }
          : own;
        const texts = all('text', svg).map(text => ({
          text: words(text),
          box: text.getBoundingClientRect(),
        }));
        const room = 1 + frame.width / 640;
        const out = texts.filter(
          ({ box }) =>
            box.left < frame.left - room ||
            box.right > frame.right + room ||
            box.top < frame.top - room ||
            box.bottom > frame.bottom + room,
        );
        const meeting = texts.flatMap((one, index) =>
          texts
            .slice(index + 1)
            .flatMap(other =>
              overlap(one.box, other.box) > 0.2 ? [`${id}: "${one.text}" meets "${other.text}"`] : [],
            ),
        );
        return [...out.map(({ text }) => `${id}: "${text}" leaves the drawing`), ...meeting];
      }),
  },
  {
    name: '44 the subtitle or the axis gives the unit',
    items: [44],
    states: ['wide'],
    find: ({ all, drawings, words }) =>
      drawings().flatMap(({ svg, id }) => {
        const subtitle = words(svg.closest('figure')?.querySelector('.chart-figure__subtitle'));
        const drawn = all('text', svg).map(words);
        const isShare = /^Per cent\b/.test(subtitle);
        // A title of several lines may end with a number: "Level 3 by", "19".
        const bold = all('text[font-weight="bold"]', svg).map(words);
        const titled = bold.filter((text, at) => /^\d+$/.test(text) && /[a-z]$/.test(bold[at - 1] ?? ''));
        const bare = drawn.filter(
          text => /^[−]?\d[\d,.]*$/.test(text) && !/^(?:19|20)\d\d$/.test(text) && !titled.includes(text),
        );
        const unruled = drawn.filter(text => /(?<!\d)\d{5,}(?!\d)/.test(text));
        return [
          ...(isShare && bare.length > 0 ? [`${id}: ${bare.join(', ')} without %`] : []),
          ...(/^[A-Z£]/.test(subtitle) ? [] : [`${id}: no unit in "${subtitle}"`]),
          ...unruled.map(text => `${id}: ${text} without its comma`),
        ];
      }),
  },
  {
    name: '45 no line is drawn across a break, and a break has a note',
    items: [45, 105],
    states: ['wide', 'narrow'],
    find: ({ all, drawings, lines }) =>
      drawings().flatMap(({ svg, id }) => {
        // The upright rule of a range is what is aimed for: its rows are no years, and have no breaks.
        if (svg.getAttribute('aria-label')?.startsWith('Range chart')) return [];
        const rules = all('line[stroke-dasharray]', svg).filter(
          rule => (rule.getAttribute('x2') ?? '0') === '0' && rule.getAttribute('stroke') !== null,
        );
        const places = rules.flatMap(rule => {
          const [x, y] =
            /translate\(([-\d.]+),([-\d.]+)\)/
              .exec(rule.getAttribute('transform') ?? '')
              ?.slice(1, 3)
              .map(Number) ?? [];
          const length = Number(rule.getAttribute('y2') ?? '0');
          if (x === undefined || y === undefined) return [];
          return [{ x, top: Math.min(y, y + length), bottom: Math.max(y, y + length) }];
        });
        const strides = lines(svg).flatMap(line =>
          (line.getAttribute('d') ?? '').split('M').flatMap(piece => {
            const points = piece
              .replace(/Z/g, '')
              .split('L')
              .filter(point => point !== '')
              .map(point => point.split(',').map(Number));
            return points.slice(1).map((point, index) => [points[index] ?? point, point] as const);
          }),
        );
        // A break of one panel has nothing to do with the lines of another.
        const crossed = places.filter(({ x, top, bottom }) =>
          strides.some(([[fromX = 0, fromY = 0], [toX = 0, toY = 0]]) => {
            const isAcross = Math.min(fromX, toX) < x && x < Math.max(fromX, toX);
            return isAcross && Math.max(fromY, toY) >= top && Math.min(fromY, toY) <= bottom;
          }),
        );
        const note = svg.closest('figure')?.querySelector('.chart-figure__note') ?? null;
        return [
          ...crossed.map(() => `${id}: a line crosses a break`),
          ...(places.length > 0 && note === null ? [`${id}: no note on its break`] : []),
        ];
      }),
  },
  {
    name: '89 words in drawings are 12 pixels or more',
    items: [89],
    states: ['wide', 'narrow', 'zoomed'],
    find: ({ all, drawings, style, words }) =>
      drawings().flatMap(({ svg, id }) =>
        all('text', svg).flatMap(text => {
          const scale = (text as unknown as SVGTextElement).getScreenCTM()?.a ?? 1;
          const size = Number.parseFloat(style(text).fontSize) * scale;
          return size < 12 ? [`${id}: "${words(text)}" is ${size.toFixed(1)} pixels`] : [];
        }),
      ),
  },
  {
    name: '90 one drawing of each chart is shown, the one for the room there is',
    items: [90],
    states: ['wide', 'narrow', 'enlarged', 'zoomed', 'printed'],
    find: ({ all, figures, isShown, words }) =>
      figures().flatMap(figure => {
        const shown = all('svg.chart', figure).filter(isShown);
        return shown.length === 1 ? [] : [`${words(figure).slice(0, 60)}: ${shown.length} drawings`];
      }),
  },
  {
    name: '91 words in drawings grow with the reader’s text',
    items: [91],
    states: ['enlarged'],
    find: ({ all, drawings, style, words }) =>
      drawings().flatMap(({ svg, id }) =>
        all('text', svg)
          .slice(0, 1)
          .flatMap(text => {
            const scale = (text as unknown as SVGTextElement).getScreenCTM()?.a ?? 1;
            const size = Number.parseFloat(style(text).fontSize) * scale;
            return size < 24
              ? [`${id}: "${words(text)}" is ${size.toFixed(1)} pixels beside text of 32 and more`]
              : [];
          }),
      ),
  },
  {
    name: '94 drawings take the reader’s own colours',
    items: [94],
    states: ['forced'],
    find: ({ document, all, drawings, isDrawn, style, systemColours }) => {
      const page = style(document.body).backgroundColor;
      const system = systemColours();
      return drawings().flatMap(({ svg, id }) => {
        const frame = svg.getBoundingClientRect();
        const marks = all('path, rect', svg).map(mark => ({
          mark,
          box: mark.getBoundingClientRect(),
          fill: style(mark).fill,
        }));
        const slabs = marks.filter(
          ({ box, fill }) =>
            fill !== 'none' && box.width > frame.width * 0.99 && box.height > frame.height * 0.5,
        );
        const hidden = all('text', svg).filter(text => {
          const box = text.getBoundingClientRect();
          const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
          const under = marks
            .filter(
              ({ box, fill }) =>
                fill !== 'none' &&
                box.height > 12 &&
                box.left <= x &&
                x <= box.right &&
                box.top <= y &&
                y <= box.bottom,
            )
            .at(-1);
          return style(text).fill === (under?.fill ?? page);
        });
        const own = all('path, rect, line, text', svg).flatMap(mark => {
          const { fill, stroke } = style(mark);
          return [mark.localName === 'line' ? 'none' : fill, stroke].filter(
            colour => isDrawn(colour) && !system.has(colour),
          );
        });
        return [
          ...slabs.map(() => `${id}: a ground of its own`),
          ...(isDrawn(style(svg).backgroundColor) && style(svg).backgroundColor !== page
            ? [`${id}: a ground of its own`]
            : []),
          ...hidden.map(text => `${id}: hidden, ${text.textContent}`),
          ...[...new Set(own)].map(colour => `${id}: ${colour} is not the reader’s`),
        ];
      });
    },
  },
];
