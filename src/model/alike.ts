/** Those that are alike told once: the first of each kind, with all of it. */
export function alikeOnce<Each extends object>(
  all: readonly Each[],
  keyOf: (each: Each) => string,
): readonly (Each & { readonly those: readonly Each[] })[] {
  return [...Map.groupBy(all, keyOf).values()].flatMap(those =>
    those.slice(0, 1).map(first => ({ ...first, those })),
  );
}

/** The second and later of equal things, each with the first. */
export function repeatsIn<Each>(
  all: readonly Each[],
  keyOf: (each: Each) => string,
): readonly (readonly [again: Each, first: Each])[] {
  return [...Map.groupBy(all, keyOf).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : others.map(again => [again, first] as const),
  );
}
