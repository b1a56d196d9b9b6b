import { changeRunningText } from './running-text.ts';

/** An acronym and what it stands for. */
export type Acronym = { readonly term: string; readonly expansion: string };

/** True of a term that is written with two capitals or more, as GCSE or EBacc. */
export function isAcronym(term: string): boolean {
  return /^[A-Z][A-Za-z]*[A-Z][A-Za-z]*$/.test(term);
}

/**
 * The page with each acronym expanded where it is first used in the running text of its main part, unless the same
 * words give what it stands for: in brackets, or between dashes where it stands in brackets already.
 */
export function expandAcronyms(html: string, acronyms: readonly Acronym[]): string {
  const start = html.indexOf('<main');
  const waiting = new Map(
    acronyms.filter(({ term }) => start !== -1 && html.includes(term, start)).map(each => [each.term, each]),
  );
  return changeRunningText(html, (text, before) =>
    waiting.size === 0 ? null : expandIn(text, before, waiting),
  );
}

function expandIn(text: string, before: string, waiting: Map<string, Acronym>): string {
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

/** Whether a bracket that was opened is still open where a text ends. */
function isInBrackets(text: string): boolean {
  return text.split('(').length > text.split(')').length;
}

function written(expansion: string, bracketed: boolean, next: string): string {
  if (!bracketed) return ` <span class="expansion">(${expansion})</span>`;
  const closing = /^\s*[),.;:]/.test(next) ? '' : ' –';
  return ` <span class="expansion">– ${expansion}${closing}</span>`;
}
