/** A `_headers` file as hosts read it: which headers they send with a path, those of every rule that matches it. */
export function headersOf(
  file: string,
): (path: string) => readonly (readonly [name: string, value: string])[] {
  const rules: { readonly matches: RegExp; readonly headers: [string, string][] }[] = [];
  for (const line of file.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value]);
    else rules.push({ matches: patternOf(line), headers: [] });
  }
  return path => rules.filter(({ matches }) => matches.test(path)).flatMap(({ headers }) => headers);
}

/** ":name" stands for one part of a path, "*" at the end for any number of them. */
function patternOf(path: string): RegExp {
  const parts = path.split('/').map(part => (part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.')));
  return new RegExp(`^${parts.join('/').replace(/\*$/, '.*')}$`);
}
