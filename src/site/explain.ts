import { drawnBy, type ReportView } from '../pages/page.ts';
import { endOf, escapeText, nextTag } from './html.ts';
import { relativeLink } from './links.ts';

type Acronym = { readonly term: string; readonly expansion: string };

type Explained = {
  readonly id: string;
  readonly term: string;
  readonly expansion: string | null;
  readonly meaning: string;
  readonly forms: readonly string[];
};

type Glossary = { readonly href: string; readonly terms: readonly Explained[] };

/** True of a term that is written with two capitals or more, as GCSE or EBacc. */
export function isAcronym(term: string): boolean {
  return /^[A-Z][A-Za-z]*[A-Z][A-Za-z]*$/.test(term);
}

/**
 * A function that explains the words of a finished page of a report, given the page and its address: by the glossary of
 * its edition, or of the latest. On a glossary itself, on paper, and on the accessibility statement, whose words are the
 * law's, acronyms alone are expanded.
 */
export function explainerOf(report: ReportView): (html: string, here: string) => string {
  const { pages, site } = report;
  const glossaries = drawnBy<Pick<Glossary, 'terms'>>(pages, 'glossary').map(({ href, edition, view }) => ({
    href,
    edition,
    ...view,
  }));
  const acronyms = acronymsOf(glossaries);
  const plain = explainer(acronyms, null);
  const byEdition = new Map(
    glossaries.map(glossary => [glossary.edition.id, explainer(acronyms, glossary)] as const),
  );
  const unexplained = new Set(glossaries.map(({ href }) => `/${href}`));
  return (html, here) => {
    if (/^\/(?:sheets|accessibility)\//.test(here) || unexplained.has(here)) return plain(html, here);
    const edition = site.editions.find(({ id }) => here.startsWith(`/${id}/`)) ?? site.latest;
    return (byEdition.get(edition.id) ?? plain)(html, here);
  };
}

function acronymsOf(glossaries: readonly Glossary[]): readonly Acronym[] {
  const found = glossaries.flatMap(({ terms }) =>
    terms.flatMap(({ term, expansion }) =>
      expansion !== null && isAcronym(term) ? [{ term, expansion: escapeText(expansion) }] : [],
    ),
  );
  return [...new Map(found.map(each => [each.term, each])).values()];
}

/**
 * A function that explains the words of a finished page where they are first used in the running text of its main part,
 * given the page and its address. An acronym is expanded, unless the same words give what it stands for. A term of the
 * glossary, where there is one, stays as it was, for those who copy it, print it or read the page stripped of buttons;
 * an empty button lies over it and opens its meaning, which stands at the end of the main part. That takes no script,
 * and Escape closes it.
 */
export function explainer(
  acronyms: readonly Acronym[],
  glossary: Glossary | null,
): (html: string, here: string) => string {
  const forms = formsOf(glossary?.terms ?? []);
  return (html, here) => {
    const waiting = new Map(acronyms.map(each => [each.term, each]));
    const used = new Map<string, Explained>();
    const open = (said: string, term: Explained) => {
      if (used.has(term.id)) return said;
      used.set(term.id, term);
      return opener(said, term);
    };
    return changeMain(
      html,
      (text, before) => {
        const expanded = expandIn(text, before, waiting);
        if (expanded === text) return explainIn(text, forms, open);
        return expanded
          .split(/(<span class="expansion">.*?<\/span>)/)
          .map((part, index) => (index % 2 === 1 ? part : explainIn(part, forms, open)))
          .join('');
      },
      () => (glossary === null || used.size === 0 ? '' : meanings([...used.values()], glossary, here)),
    );
  };
}

/** Readers read on in these; text that stands elsewhere is left as it is. */
const reading = new Set(['p', 'li', 'dd', 'span', 'strong', 'b']);
/** These are passed over whole: what they hold is no running text, or leads somewhere already. */
const passedOver = new Set([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a', 'table', 'svg', 'nav', 'code', 'figcaption'],
  ...['button', 'label', 'select', 'dt', 'summary'],
]);
const blocks = new Set(['p', 'li', 'dd', 'div', 'section', 'ul', 'ol', 'dl', 'main']);
const within = new Set(['a', 'code']);
const alone = new Set(['br', 'img', 'hr', 'input', 'meta', 'link']);

/**
 * The page with the running text of its main part put otherwise, piece by piece, and something added at its end:
 * `change` is given a piece and the text that stands before it in the same paragraph.
 */
function changeMain(
  html: string,
  change: (text: string, before: string) => string,
  atEnd: () => string,
): string {
  const start = html.indexOf('<main');
  if (start === -1) return html;
  const pieces: string[] = [];
  const open: string[] = [];
  let before = '';
  let from = 0;
  let textFrom = start;
  for (let tag = nextTag(html, start); tag !== null; tag = nextTag(html, textFrom)) {
    const { at, end, name, isEnd } = tag;
    const text = html.slice(textFrom, at);
    if (text !== '' && reading.has(open.at(-1) ?? '')) {
      pieces.push(html.slice(from, textFrom), change(text, before));
      from = at;
    }
    if (name === 'main' && isEnd) {
      pieces.push(html.slice(from, at), atEnd());
      from = at;
      break;
    }
    before = blocks.has(name) ? '' : before + text;
    textFrom = end;
    if (isEnd) open.length = Math.max(0, open.lastIndexOf(name));
    else if (passedOver.has(name) || isHeardAlone(html.slice(at, end))) {
      textFrom = endOf(html, name, end);
      if (within.has(name)) before += html.slice(at, textFrom).replaceAll(/<[^>]*>/g, '');
    } else if (!alone.has(name)) open.push(name);
  }
  return pieces.join('') + html.slice(from);
}

/** A button over words that nobody sees would be a stop of the keyboard that nobody sees. */
const isHeardAlone = (tag: string) => tag.includes('class="govuk-visually-hidden"');

/** A text with the acronyms that still wait for their first use expanded: in brackets, or between dashes within some. */
function expandIn(text: string, before: string, waiting: Map<string, Acronym>): string {
  if (!/[A-Z][a-z]*[A-Z]/.test(text)) return text;
  let result = text;
  for (const { term, expansion } of [...waiting.values()]) {
    if (!text.includes(term)) continue;
    const use = new RegExp(`(?<![\\w-])${term}s?(?![\\w-])`);
    if (!use.test(text)) continue;
    waiting.delete(term);
    if (text.toLowerCase().includes(expansion.toLowerCase())) continue;
    result = result.replace(use, (said, at: number, whole: string) => {
      const bracketed = isInBrackets(before + whole.slice(0, at));
      return `${said}${written(expansion, bracketed, whole.slice(at + said.length))}`;
    });
  }
  return result;
}

function isInBrackets(text: string): boolean {
  return text.split('(').length > text.split(')').length;
}

function written(expansion: string, bracketed: boolean, next: string): string {
  if (!bracketed) return ` <span class="expansion">(${expansion})</span>`;
  const closing = /^\s*[),.;:]/.test(next) ? '' : ' –';
  return ` <span class="expansion">– ${expansion}${closing}</span>`;
}

type Form = { readonly term: Explained; readonly use: RegExp; readonly length: number };
type Forms = ReadonlyMap<string, readonly Form[]>;

/** Every form of every term by its first word, the longest first. */
function formsOf(terms: readonly Explained[]): Forms {
  const forms = terms.flatMap(term =>
    term.forms.map(form => ({ term, use: useOf(form), length: form.length, first: wordIn(form) })),
  );
  return Map.groupBy(
    forms.toSorted((one, other) => other.length - one.length),
    ({ first }) => first,
  );
}

/** The first word of a form, by which it is looked up; a word of the text is that with or without an s. */
const wordIn = (form: string): string => (/^[\p{Letter}\p{Number}]+/u.exec(form)?.[0] ?? form).toLowerCase();

/** A form begins a sentence or does not; acronyms, and a lone letter as in "A level", stand only as they are. */
function useOf(form: string): RegExp {
  const escaped = form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const [first = ''] = form;
  const either = `[${first.toLowerCase()}${first.toUpperCase()}]${escaped.slice(1)}`;
  const written = /^(?:[A-Z][a-z]|[a-z])/.test(form) ? either : escaped;
  return new RegExp(`(?:${written})s?(?![\\w-])`, 'y');
}

/** A text with its terms as `open` gives them back. */
function explainIn(text: string, forms: Forms, open: (said: string, term: Explained) => string): string {
  let result = '';
  let from = 0;
  for (const { 0: word, index } of text.matchAll(/(?<![\w&#*-])[\p{Letter}\p{Number}]+/gu)) {
    if (index < from) continue;
    const found = formAt(text, index, word.toLowerCase(), forms);
    if (found === null) continue;
    result += text.slice(from, index) + open(found.said, found.term);
    from = index + found.said.length;
  }
  return from === 0 ? text : withSigns(result + text.slice(from));
}

/** Keeps the signs beside a term on its line, since a browser may end a line on either side of a button. */
function withSigns(text: string): string {
  const beside =
    /([(“‘]?)<span class="term">[^<]*<button[^>]*><\/button><\/span>((?:(?:['’]|&#39;)s)?[),.;:?’”]*)/g;
  return text.replaceAll(beside, (all, before: string, after: string) =>
    before + after === '' ? all : `<span class="kept">${all}</span>`,
  );
}

function formAt(text: string, index: number, word: string, forms: Forms) {
  for (const first of word.endsWith('s') ? [word, word.slice(0, -1)] : [word]) {
    for (const { term, use } of forms.get(first) ?? []) {
      use.lastIndex = index;
      const said = use.exec(text)?.[0];
      if (said !== undefined) return { said, term };
    }
  }
  return null;
}

/** Terms of more letters than this may have to run over lines: their button lies over their last word alone. */
const SHORT = 20;

function opener(said: string, { id }: Explained): string {
  const button = `<button type="button" class="term__open" popovertarget="meaning-${id}" aria-label="Meaning of ${said}"></button>`;
  const last = said.lastIndexOf(' ') + 1;
  return said.length <= SHORT || last === 0
    ? `<span class="term">${said}${button}</span>`
    : `<span class="term term--long">${said.slice(0, last)}<span class="term__last">${said.slice(last)}${button}</span></span>`;
}

function meanings(terms: readonly Explained[], { href }: Glossary, here: string): string {
  const each = terms.map(term => meaning(term, relativeLink(`${href}#${term.id}`, here)));
  return `<div class="meanings">\n${each.join('\n')}\n</div>\n`;
}

/** What a term means. Opened, its link takes the focus, so that it is read out, and gives it back when it is closed. */
function meaning({ id, term, expansion, meaning: words }: Explained, href: string): string {
  const full = expansion === null ? '' : ` (${escapeText(expansion)})`;
  return [
    `<div class="meaning" id="meaning-${id}" popover role="dialog" aria-labelledby="meaning-${id}-term" aria-describedby="meaning-${id}-words">`,
    `<p id="meaning-${id}-words"><b id="meaning-${id}-term">${escapeText(term)}</b>${full}: ${escapeText(words)}</p>`,
    `<p class="meaning__ways"><a href="${href}" autofocus>${escapeText(term)} in the glossary</a> <button type="button" class="meaning__close" popovertarget="meaning-${id}" popovertargetaction="hide">Close</button></p>`,
    '</div>',
  ].join('\n');
}
