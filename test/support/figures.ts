import type { Figure } from '../../src/model/figure.ts';

/** Every figure in a tree of findings or sentences, and all that they rest on, by id. */
export function figuresIn(tree: unknown): ReadonlyMap<string, Figure> {
  const found: Figure[] = [];
  const seen = new Set<object>();
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if ('falseIf' in value) found.push(value as Figure);
    else for (const each of Object.values(value)) walk(each);
  };
  walk(tree);
  return closureOf(found);
}

/** Every figure given and all that they rest on, each once, what it rests on first. */
function closureOf(figures: Iterable<Figure>): ReadonlyMap<string, Figure> {
  const all = new Map<string, Figure>();
  const add = (figure: Figure) => {
    if (all.has(figure.id)) return;
    for (const input of figure.inputs) add(input);
    all.set(figure.id, figure);
  };
  for (const figure of figures) add(figure);
  return all;
}
