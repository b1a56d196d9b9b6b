import { relativeLink } from './links.ts';
import { changeRunningText } from './running-text.ts';
import { escapeText } from './text.ts';

/** A term of the glossary, and how it is written in running text. */
export type Explained = {
  readonly id: string;
  readonly term: string;
  readonly expansion: string | null;
  readonly meaning: string;
  readonly forms: readonly string[];
};

/**
 * The page at `here` with each term of the glossary explained where it is first used in its running text. The word stays as
 * it was, for those who copy it, print it or read the page stripped of buttons; an empty button lies over it and opens
 * its meaning, which stands at the end of the main part. That takes no script, and Escape closes it.
 */
export function explainTerms(
  html: string,
  here: string,
  glossary: { readonly href: string; readonly terms: readonly Explained[] },
): string {
  const forms = formsOf(glossary.terms);
  const used = new Map<string, Explained>();
  const explained = changeRunningText(html, text => {
    if (used.size === glossary.terms.length) return null;
    return explainIn(text, forms, term => {
      const isFirst = !used.has(term.id);
      used.set(term.id, term);
      return isFirst;
    });
  });
  if (used.size === 0) return html;
  const meanings = [...used.values()].map(term =>
    meaning(term, relativeLink(`${glossary.href}#${term.id}`, here)),
  );
  return explained.replace(
    '</main>',
    () => `<div class="meanings">\n${meanings.join('\n')}\n</div>\n</main>`,
  );
}

type Form = { readonly term: Explained; readonly use: RegExp; readonly length: number };

const kept = new WeakMap<readonly Explained[], ReadonlyMap<string, readonly Form[]>>();

/** Every form of every term by its first word, the longest first; made once for a glossary. */
function formsOf(terms: readonly Explained[]): ReadonlyMap<string, readonly Form[]> {
  const known = kept.get(terms);
  if (known !== undefined) return known;
  const forms = new Map<string, Form[]>();
  for (const term of terms) {
    for (const form of term.forms) {
      const first = wordIn(form);
      const listed = [...(forms.get(first) ?? []), { term, use: useOf(form), length: form.length }];
      forms.set(
        first,
        listed.toSorted((one, other) => other.length - one.length),
      );
    }
  }
  kept.set(terms, forms);
  return forms;
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

/** A text with the terms that `isFirst` of the page explained. */
function explainIn(
  text: string,
  forms: ReadonlyMap<string, readonly Form[]>,
  isFirst: (term: Explained) => boolean,
): string {
  let result = '';
  let from = 0;
  for (const { 0: word, index } of text.matchAll(/(?<![\w&#*-])[\p{Letter}\p{Number}]+/gu)) {
    if (index < from) continue;
    const found = formAt(text, index, word.toLowerCase(), forms);
    if (found === null) continue;
    result += text.slice(from, index) + (isFirst(found.term) ? opener(found.said, found.term) : found.said);
    from = index + found.said.length;
  }
  return withSigns(result + text.slice(from));
}

/** Keeps the signs beside a term on its line, since a browser may end a line on either side of a button. */
function withSigns(text: string): string {
  const beside =
    /([(“‘]?)<span class="term">[^<]*<button[^>]*><\/button><\/span>((?:(?:['’]|&#39;)s)?[),.;:?’”]*)/g;
  return text.replaceAll(beside, (all, before: string, after: string) =>
    before + after === '' ? all : `<span class="kept">${all}</span>`,
  );
}

/** The longest form that stands at a place of a text. */
function formAt(text: string, index: number, word: string, forms: ReadonlyMap<string, readonly Form[]>) {
  for (const first of [word, word.replace(/s$/, '')]) {
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
