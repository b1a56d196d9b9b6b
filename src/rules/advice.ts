/** What a rule says of a fault, and how grave it is. */
export type Advice = { readonly message: string; readonly hint?: string; readonly severity?: 'warning' };

/** Text as its writer spelled it, in double quotes, on one line, cut when long. */
export function quote(text: string): string {
  return quoteWhole(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

/** Text in double quotes, on one line, however long. */
export function quoteWhole(text: string): string {
  return `"${onOneLine(text)}"`;
}

/** Text with line ends and other marks that do not show, or that command a terminal, spelled out. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, mark =>
    mark === '\n' ? '\\n' : `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** An error, with the name that was most likely meant. */
export function fault(message: string, near: string | null = null): Advice {
  return near === null ? { message } : { message, hint: `Did you mean ${quote(near)}?` };
}

/** A warning, which does not stop a report. */
export function warning(message: string): Advice {
  return { message, severity: 'warning' };
}

/** Names as a list: "a, b and c". */
export function nameList(names: readonly string[], word: 'and' | 'or'): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}
