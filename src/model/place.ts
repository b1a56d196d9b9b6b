/** Where something was written: file relative to the council folder, line and column from 1. */
export type Place = { readonly file: string; readonly line: number; readonly column: number };

/** The place of an index into a text that begins at `start`. */
export function placeIn(text: string, start: Place, index: number): Place {
  const lines = text.slice(0, index).split('\n');
  const column = (lines.at(-1)?.length ?? 0) + 1;
  return { file: start.file, line: start.line + lines.length - 1, column };
}

/** Steps from the top of a document to a value: keys and positions in lists. */
export type Path = readonly (string | number)[];

export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((holder, step) => {
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, step)) return undefined;
    return (holder as Readonly<Record<string | number, unknown>>)[step];
  }, data);
}
