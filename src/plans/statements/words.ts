/** Nothing is written about what people say. */
export function statementsSentences(): Readonly<Record<string, never>> {
  return {};
}
