export type Advice = { readonly message: string; readonly hint?: string; readonly severity?: 'warning' };

/** Text as its writer spelled it, in double quotes, on one line, cut when long. */
export function quote(text: string): string {
  return quoteWhole(cut(text));
}

/** However long. */
export function quoteWhole(text: string): string {
  return `"${onOneLine(text)}"`;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Text with line ends and other marks that do not show, or that command a terminal, spelled out. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, mark =>
    mark === '\n' ? '\\n' : `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** What a message is written around; what stands between its double quotes is spelled as by `quote`. */
type Held = readonly (string | number)[];

/** An error: a template in the words that are printed. */
export function fault(words: TemplateStringsArray, ...held: Held): Advice {
  return { message: messageOf(words, held) };
}

/** An error, with the name that was most likely meant, if any. */
export function misnamed(near: string | null): typeof fault {
  const hint = near === null ? {} : { hint: `Did you mean ${quote(near)}?` };
  return (...template) => ({ ...fault(...template), ...hint });
}

/** Does not stop a report. */
export function warning(...template: Parameters<typeof fault>): Advice {
  return { ...fault(...template), severity: 'warning' };
}

function messageOf(words: TemplateStringsArray, held: Held): string {
  let isQuoted = false;
  const parts = words.map((part, at) => {
    if (part.split('"').length % 2 === 0) isQuoted = !isQuoted;
    const text = String(held[at] ?? '');
    return `${part}${onOneLine(isQuoted ? cut(text) : text)}`;
  });
  return parts.join('');
}

/** Names as a list: "a, b and c". */
export function nameList(names: readonly string[], word: 'and' | 'or'): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}
