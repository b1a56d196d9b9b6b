import { closureOf, type Figure } from '../../src/model/figure.ts';

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
