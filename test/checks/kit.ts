// What checks may use inside a page. The function is sent there as text: it may use nothing from outside itself.

/** A box on the page, in pixels. */
export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Makes the tools of checks, in the page. */
export function makeKit() {
  const { document } = globalThis;
  const all = (selector: string, within: ParentNode = document): HTMLElement[] => [
    ...within.querySelectorAll<HTMLElement>(selector),
  ];
  const style = (element: Element, pseudo?: string) => globalThis.getComputedStyle(element, pseudo);
  const isShown = (element: Element) =>
    element.getClientRects().length > 0 &&
    style(element).visibility !== 'hidden' &&
    element.checkVisibility();
  const words = (element: Element | null | undefined) =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  /** An element, so that a reader of the finding can find it. */
  const named = (element: Element) =>
    `<${element.localName}${element.id === '' ? '' : ` id=${element.id}`}> ${words(element).slice(0, 60)}`;

  // Mixed colours are given as color(srgb 0.9 0.9 0.9).
  const numbers = (colour: string) =>
    (colour.match(/[\d.]+/g) ?? [])
      .map(Number)
      .map((part, index) => (colour.startsWith('color(srgb') && index < 3 ? part * 255 : part));
  const isDrawn = (colour: string) => colour !== 'none' && numbers(colour)[3] !== 0;
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = numbers(colour).map(part => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** The contrast of two colours by the formula of WCAG, from 1 to 21. */
  const contrast = (a: string, b: string) => {
    const [light = 1, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05);
  };
  const grounds = new Map<Element, string>();
  /** The colour behind an element. */
  const ground = (element: Element): string => {
    const held = grounds.get(element);
    if (held !== undefined) return held;
    const { backgroundColor } = style(element);
    const behind = element.parentElement === null ? 'rgb(255, 255, 255)' : ground(element.parentElement);
    const found = isDrawn(backgroundColor) ? backgroundColor : behind;
    grounds.set(element, found);
    return found;
  };

  const area = ({ left, right, top, bottom }: Box) => Math.max(0, right - left) * Math.max(0, bottom - top);
  /** How much of the smaller of two boxes the other covers, from 0 to 1. */
  const overlap = (one: Box, other: Box) => {
    const shared = area({
      left: Math.max(one.left, other.left),
      right: Math.min(one.right, other.right),
      top: Math.max(one.top, other.top),
      bottom: Math.min(one.bottom, other.bottom),
    });
    return shared / Math.max(1, Math.min(area(one), area(other)));
  };

  const figures = () => all('figure.chart-figure');
  /** The drawings that are shown, each with its figure. */
  const drawings = () =>
    all('svg.chart')
      .filter(isShown)
      .map(svg => ({ svg, id: svg.closest('figure')?.id || words(svg.closest('figure')).slice(0, 50) }));
  /** The tables that a drawing's name says hold its data. */
  const tablesOf = (svg: Element): Element[] => {
    const [, numbers = ''] =
      /Data in tables? ([\d, and]+)(?:the list below)?\.$/.exec(svg.getAttribute('aria-label') ?? '') ?? [];
    return (numbers.match(/\d+/g) ?? []).flatMap(number => document.getElementById(`table-${number}`) ?? []);
  };
  /** The bars of a drawing: rectangles drawn as paths, with their colours. */
  const bars = (svg: Element) =>
    all('path', svg).flatMap(mark => {
      const [, x, y, width, height] =
        /^M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)h[-\d.]+Z$/.exec(mark.getAttribute('d') ?? '') ?? [];
      if (x === undefined || mark.getAttribute('transform') !== null) return [];
      return [{ mark, x: Number(x), y: Number(y), width: Number(width), height: Number(height) }];
    });
  /** The lines of series: paths that are not filled. */
  const lines = (svg: Element) => all('path', svg).filter(mark => style(mark).fill === 'none');
  /** The markers of a drawing: filled shapes moved to their place. */
  const markers = (svg: Element) => all('path[transform]', svg).filter(mark => style(mark).fill !== 'none');
  /** The system colours that forced colours are made of. */
  const systemColours = () => {
    const probe = document.createElement('p');
    document.body.append(probe);
    const names = [
      'Canvas',
      'CanvasText',
      'LinkText',
      'VisitedText',
      'GrayText',
      'Highlight',
      'HighlightText',
    ];
    const found = names.map(name => {
      probe.style.color = name;
      return style(probe).color;
    });
    probe.remove();
    return new Set(found);
  };
  type Run = { readonly text: string; readonly box: Box; readonly element: Element };
  let runs: readonly Run[] | null = null;
  /** The runs of words on the page and their boxes, drawings and hidden words left out. */
  const runsOfWords = (): readonly Run[] => {
    runs ??= findRuns();
    return runs;
  };
  const findRuns = (): readonly Run[] => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: Run[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = (node.textContent ?? '').trim();
      if (element === null || text === '' || element.closest('svg, script, style, .govuk-visually-hidden'))
        continue;
      if (element.closest('.govuk-skip-link') || !isShown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 1 && box.height > 1) found.push({ text, box, element });
      }
    }
    return found;
  };

  /** The words that stand out too little from what is behind them. */
  const paleWords = (): readonly string[] => {
    const pale = runsOfWords().filter(({ element }) => contrast(style(element).color, ground(element)) < 4.5);
    return [...new Set(pale.map(({ text }) => `"${text.slice(0, 40)}"`))];
  };

  /** Takes out of the page all but the first of what is alike in form under one parent; gives what puts it back. */
  const withoutRepeats = (): (() => void) => {
    const referring = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers', 'list'];
    const referredTo = new Set(
      referring.flatMap(name =>
        all(`[${name}]`).flatMap(each => (each.getAttribute(name) ?? '').split(/\s+/)),
      ),
    );
    // Values that say which it is, and not what it is; and words, of which none is unlike some.
    const formOf = ({ outerHTML }: Element) =>
      outerHTML
        .replaceAll(
          / (id|href|d|x|y|x1|x2|y1|y2|transform|width|height|aria-[a-z]+by|data-[a-z-]+)="[^"]+"/g,
          ' $1',
        )
        .replaceAll(/>\s+</g, '><')
        .replaceAll(/>[^<>]+</g, '>words<');
    const seen = new Map<Element | null, Set<string>>();
    const taken: { readonly each: Element; readonly stand: Comment }[] = [];
    for (const each of all('tbody tr, li, dl > div, svg.chart :is(path, line, rect, text)')) {
      const place = each.closest('svg') ?? each.parentElement;
      const forms = seen.get(place) ?? new Set();
      seen.set(place, forms);
      const form = formOf(each);
      const isNamed = [each, ...all('[id]', each)].some(({ id }) => referredTo.has(id));
      if (forms.has(form) && !isNamed) taken.push({ each, stand: document.createComment('') });
      forms.add(form);
    }
    for (const { each, stand } of taken) each.replaceWith(stand);
    return () => {
      for (const { each, stand } of taken.reverse()) stand.replaceWith(each);
    };
  };

  return {
    document,
    all,
    style,
    isShown,
    words,
    named,
    isDrawn,
    contrast,
    ground,
    overlap,
    figures,
    drawings,
    tablesOf,
    bars,
    lines,
    markers,
    systemColours,
    runsOfWords,
    paleWords,
    withoutRepeats,
  };
}

/** The tools of checks in a page. */
export type Kit = ReturnType<typeof makeKit>;
