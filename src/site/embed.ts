import { addresses } from '../pages/addresses.ts';
import type { Page } from '../pages/page.ts';
import type { SiteView } from '../pages/site-view.ts';
import type { ThemeView, TopicView } from '../pages/theme-page.ts';
import type { EditionView, SectionView } from '../pages/view.ts';
import { endOf, escapeText, nextTag, unescaped } from './html.ts';

/** What GOV.UK's classes are called in a fragment; those that only its style sheet knows are left out. */
const renamed: Readonly<Record<string, string | null>> = {
  'govuk-table': null,
  'govuk-table__caption': null,
  'govuk-table__header': null,
  'govuk-table__cell': null,
  'govuk-table__header--numeric': 'keystage-number',
  'govuk-table__cell--numeric': 'keystage-number',
  'govuk-visually-hidden': 'keystage-heard',
};

export type Fragment = { readonly path: string; readonly text: string };

/** The sections of a chapter that stand on a page, its own or that of a group of pupils, as fragments; other pages have none. */
export function fragmentsIn(page: Page, html: string, site: SiteView, styles: string): readonly Fragment[] {
  const { href, edition } = page;
  if (page.template !== 'theme' && page.template !== 'topic') return [];
  const view = page.view as ThemeView | TopicView;
  const placed = { href, edition, theme: 'theme' in view ? view.theme : view };
  const { leads = [], others = [] } = view.measures ?? {};
  const views = new Map([...leads, ...others].map(each => [each.id, each]));
  return sectionsOf(html).map(section => {
    const id = /<h[1-6][^>]* id="([^"]*)"/.exec(section)?.[1];
    const view = views.get(id ?? '');
    if (view === undefined) throw new Error(`${href} has a section that is not in its view: ${id}`);
    const path = addresses.fragment(edition.id, placed.theme.id, view.id);
    const whole = view.named === view.heading ? section : named(section, view.heading);
    return { path, text: fragment(whole, view, placed, site, styles) };
  });
}

type Placed = {
  readonly href: string;
  readonly edition: EditionView;
  readonly theme: { readonly id: string; readonly label: string };
};

function named(section: string, heading: string): string {
  return section.replace(
    /(<h[1-6][^>]*>).*?(?=<\/h[1-6]>)/s,
    (_, start: string) => start + escapeText(heading),
  );
}

function sectionsOf(page: string): readonly string[] {
  const starts = [...page.matchAll(/<section class="indicator(?: [^"]*)?">/g)];
  return starts.map(({ 0: tag, index }) => page.slice(index, endOf(page, 'section', index + tag.length)));
}

/** What a section has where it is a row of its page, and where our pages explain words: a fragment has all of it open. */
const onlyInRows = ['term__open', 'drawer__summary', 'indicator__years'];

function fragment(
  section: string,
  view: SectionView,
  placed: Placed,
  site: SiteView,
  styles: string,
): string {
  const { theme, edition, href } = placed;
  const page = site.address === null ? null : new URL(href, site.address);
  const text = moved(section, {
    prefix: `keystage-${edition.id}-${theme.id}-${view.id}-`,
    headingLevel: site.embedding.headingLevel,
    linkTo: to => {
      if (/^[a-z]+:/i.test(to)) return to;
      return page === null ? null : new URL(to, page).href;
    },
    classOf: name => (name in renamed ? (renamed[name] ?? null) : `keystage-${name}`),
    // Words are explained by buttons of ours; without an address the links beneath a section would lead nowhere.
    without: [...onlyInRows, ...(page === null ? ['indicator__links', 'chart-file'] : [])],
    unwrapped: ['term', 'drawer'],
  });
  return [
    comment(view, edition, site),
    '<div class="keystage">',
    `<svg class="keystage-styles" width="0" height="0" aria-hidden="true" focusable="false"><style>${styles}</style></svg>`,
    text.replaceAll(/[ \t]*\n\s*/g, '\n'),
    from(view, placed, site, page),
    '</div>\n',
  ].join('\n');
}

/** Where a fragment comes from, in a line that readers see. */
function from(view: SectionView, { theme, edition }: Placed, site: SiteView, page: URL | null): string {
  const name = `${site.reportTitle} ${edition.year}, ${theme.label}`;
  const link =
    page === null
      ? escapeText(name)
      : `<a href="${escapeText(new URL(`#${view.id}`, page).href)}">${escapeText(name)}</a>`;
  const said = site.demonstration === null ? '' : ` ${escapeText(site.demonstration)}`;
  return `<p class="keystage-from">From the ${link}. ${escapeText(site.council)}.${said}</p>`;
}

/** Source and licence for whoever looks after the page. */
function comment(view: SectionView, edition: EditionView, site: SiteView): string {
  const sources = view.sources.map(({ title, detail }) =>
    [title, detail].filter(text => text !== '').join(', '),
  );
  const lines = [
    `${view.heading}. ${site.reportTitle} ${edition.year}, ${site.council}.`,
    ...sources.map(source => `Source: ${source}`),
    'Public-sector figures are reused under the Open Government Licence v3.0.',
  ];
  return `<!-- ${lines.join('\n     ').replaceAll(/--+|>/g, '-')} -->`;
}

export type Move = {
  /** What every id, and every reference to one, begins with there. */
  readonly prefix: string;
  /** The level of its first heading; those under it follow. */
  readonly headingLevel: number;
  /** Where a link leads there, or null where it leads nowhere and only its words stay. */
  readonly linkTo: (href: string) => string | null;
  /** What a class is called there, or null where it is not wanted. */
  readonly classOf: (name: string) => string | null;
  /** The classes of elements that are left out, with all they hold, and of those whose words alone stay. */
  readonly without: readonly string[];
  readonly unwrapped: readonly string[];
};

/** Attributes that name other elements by their ids, one or several. */
const references = new Set([
  ...['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-details', 'aria-owns', 'aria-flowto'],
  ...['aria-activedescendant', 'for', 'form', 'headers', 'list', 'popovertarget', 'commandfor'],
]);

/** What drawings say in attributes that any rule of a host's style sheet would outweigh. */
const presentation = new Set([
  ...['fill', 'fill-opacity', 'font-family', 'font-size', 'font-weight', 'opacity', 'paint-order', 'stroke'],
  ...[
    'stroke-dasharray',
    'stroke-linecap',
    'stroke-linejoin',
    'stroke-opacity',
    'stroke-width',
    'text-anchor',
  ],
]);

const alone = new Set(['br', 'wbr', 'hr', 'img', 'input']);

/**
 * A part of a page of ours as it stands in another document: ids and all references to them prefixed, headings moved to
 * the level wanted, links and classes as asked, drawings safe from other style sheets, and nothing that only our own
 * pages use. Pages of ours close every element and quote every attribute; what is drawn may end in itself.
 */
export function moved(part: string, move: Move): string {
  const ids = new Set([...part.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id));
  const first = Number(/<h([1-6])/.exec(part)?.[1] ?? move.headingLevel);
  // Cells, lines and points are many and their tags few.
  const known = { drawn: new Map<string, Start>(), text: new Map<string, Start>() };
  // What stands for the end of each element that is open.
  const ends: string[] = [];
  const pieces: string[] = [];
  let place: keyof typeof known = 'text';
  let textFrom = 0;
  for (let tag = nextTag(part, 0); tag !== null; tag = nextTag(part, textFrom)) {
    const { at, end, name, nameEnd, isEnd } = tag;
    pieces.push(asWritten(part.slice(textFrom, at)));
    textFrom = end;
    if (name === 'svg') place = isEnd ? 'text' : 'drawn';
    if (isEnd) {
      pieces.push(ends.pop() ?? '');
      continue;
    }
    const whole = part.slice(at, end);
    const start =
      known[place].get(whole) ??
      startOf(name, part.slice(nameEnd, end - 1), place === 'drawn', { ids, first, move });
    known[place].set(whole, start);
    pieces.push(start.tag);
    if (start.kind === 'left-out') textFrom = endOf(part, name, end);
    else if (start.end !== null) ends.push(start.end);
  }
  pieces.push(part.slice(textFrom));
  return pieces.join('');
}

/** What stands in the place of a start tag, and later of its end tag, if it has one. */
type Start =
  | { readonly kind: 'left-out'; readonly tag: '' }
  | { readonly kind: 'kept'; readonly tag: string; readonly end: string | null };

type Moving = { readonly ids: ReadonlySet<string>; readonly first: number; readonly move: Move };

function startOf(name: string, said: string, isDrawn: boolean, { ids, first, move }: Moving): Start {
  let classes: readonly string[] = [];
  let [written, styles] = ['', ''];
  let isLed = false;
  for (const [, key = '', value = ''] of said.matchAll(/\s([^\s=/]+)(?:="([^"]*)")?/g)) {
    if (key === 'class') classes = value.split(' ');
    const moved = movedValue(key, value, ids, move);
    if (moved === null) isLed ||= key === 'href';
    // What a host's rules would outweigh is said in a drawing's own styles.
    else if (isDrawn && presentation.has(key)) styles += `${styles === '' ? '' : ';'}${key}:${moved}`;
    else written += ` ${key}="${moved}"`;
  }
  if (classes.some(each => move.without.includes(each))) return { kind: 'left-out', tag: '' };
  if (isLed || classes.some(each => move.unwrapped.includes(each))) return { kind: 'kept', tag: '', end: '' };
  const level = /^h([1-6])$/.exec(name)?.[1];
  const named = level === undefined ? name : `h${Math.min(6, move.headingLevel + Number(level) - first)}`;
  const tag = `<${named}${written}${styles === '' ? '' : ` style="${styles}"`}>`;
  if (said.endsWith('/')) return { kind: 'kept', tag: `${tag}</${named}>`, end: null };
  return { kind: 'kept', tag, end: alone.has(name) ? null : `</${named}>` };
}

/** What an attribute says there, as HTML writes it; null where it is left out. */
function movedValue(name: string, value: string, ids: ReadonlySet<string>, move: Move): string | null {
  const { prefix, linkTo, classOf } = move;
  const toId = (id: string) => (ids.has(id) ? prefix + id : id);
  if (name.startsWith('data-') || name === 'download') return null;
  if (name === 'id') return prefix + value;
  if (references.has(name)) return value.split(' ').map(toId).join(' ');
  if (name === 'class') {
    const classes = value.split(' ').flatMap(each => classOf(each) ?? []);
    return classes.length === 0 ? null : classes.join(' ');
  }
  if (name === 'href') {
    if (value.startsWith('#') && ids.has(value.slice(1))) return `#${prefix}${value.slice(1)}`;
    const target = linkTo(unescaped(value));
    return target === null ? null : escapeText(target);
  }
  const drawn = value.includes('url(#')
    ? value.replaceAll(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${toId(id)})`)
    : value;
  return asWritten(drawn).replaceAll('"', '&quot;');
}

/** Escaped text with nothing escaped that need not be. */
function asWritten(text: string): string {
  if (!/[&>\u00a0]/.test(text)) return text;
  return text
    .replaceAll(/&(?:quot|#39|#92);/g, unescaped)
    .replaceAll(/(?<!--)>/g, '&gt;')
    .replaceAll('\u00a0', '&nbsp;');
}
