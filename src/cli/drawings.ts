import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { drawingsUsed, recallDrawings } from '../charts/render.ts';
import { hashOf, keep, readKept, repository } from '../site/cache.ts';

/**
 * Makes a report with the drawings of earlier ones at hand, and keeps those it used for the next. They are kept by
 * all that went into them: the chart itself, and the code and packages that draw.
 */
export async function withDrawingsKept<Result>(make: () => Result | Promise<Result>): Promise<Result> {
  const kept = { kind: 'drawings', hash: hashOf(whatDraws()) };
  const text = readKept(kept);
  if (text !== null) recallDrawings(text);
  const result = await make();
  const used = drawingsUsed();
  if (used !== text) keep(kept, used);
  return result;
}

/** A drawing follows from the code that lays it out, draws it and prints its numbers, and from the packages. */
function whatDraws(): readonly string[] {
  const code = ['src/charts', 'src/model'].flatMap(folder =>
    readdirSync(join(repository, folder), { withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(repository, folder, entry.name))
      .sort(),
  );
  return [join(repository, 'package-lock.json'), ...code];
}
