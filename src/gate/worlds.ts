import type { Graph } from './graph.ts';
import { type Constraint, leastOf, Program, type Sum, type Unknown } from './program.ts';

/** How far each of some unknowns is from the truth; those that are not there are as they are. */
export type World = ReadonlyMap<number, number>;

/** How far from the truth an unknown can be, one way, and a world in which it is; whether all in it is whole that should be. */
type Furthest = { readonly by: number; readonly world: World; readonly isWhole: boolean };

/** More than all else that is moved costs: the unknown that is asked for goes as far as it can, and the others as little. */
const asked = -1e5;
/** Some unknowns that rules tie together, and worlds in which what is printed of them is the same. */
export class Tied {
  readonly #moved: Moved;
  readonly #program: Program;

  /** Only those unknowns may move that are given, none by more than `reach`. */
  constructor(graph: Graph, those: readonly number[], rules: readonly Constraint[], reach: number) {
    const moving = new Set(those);
    const ends = new Map(those.map(unknown => [unknown, graph.unknowns[unknown] as Unknown]));
    const held = rules.filter(({ sum, low, high }) => {
      const [only, second] = sum.filter(([unknown]) => moving.has(unknown));
      if (only === undefined) return false;
      if (second !== undefined) return true;
      const [unknown, times] = only;
      const own = ends.get(unknown) as Unknown;
      const [least = 0, most = 0] = [low / times, high / times].toSorted((a, b) => a - b);
      ends.set(unknown, { ...own, low: Math.max(own.low, least), high: Math.min(own.high, most) });
      return false;
    });
    this.#moved = new Moved(ends, reach);
    this.#program = new Program(
      this.#moved.unknowns,
      held.map(rule => this.#moved.within(rule)),
      false,
    );
  }

  /** Says what it costs to move one of each unknown; null where it may not. */
  price(costOf: (unknown: number) => number | null): void {
    for (const unknown of this.#moved.those()) {
      const cost = costOf(unknown);
      for (const place of this.#moved.places(unknown)) {
        this.#program.bound(place, 0, cost === null ? 0 : (this.#moved.unknowns[place]?.high ?? 0));
        if (cost !== null) this.#program.cost(place, cost);
      }
    }
  }

  /** How far from the truth an unknown can be, up to a width: more than it is (1), or less (-1). */
  furthest(unknown: number, width: number, sign: 1 | -1): Furthest {
    const [more, less] = this.#moved.places(unknown);
    const [to, from] = sign === 1 ? [more, less] : [less, more];
    const most = (place: number) => this.#moved.unknowns[place]?.high ?? 0;
    this.#program.bound(to, 0, Math.min(width, most(to)));
    this.#program.bound(from, 0, 0);
    const before = this.#program.cost(to, asked);
    const values = this.#program.least();
    this.#program.cost(to, before);
    this.#program.bound(to, 0, most(to));
    this.#program.bound(from, 0, most(from));
    if (values === null) return { by: 0, world: new Map(), isWhole: true };
    return { by: values[to] ?? 0, ...this.#moved.world(values) };
  }

  dispose(): void {
    this.#program.dispose();
  }
}

/** Worlds in whole numbers in which a sum of unknowns is a width apart, with as little as can be otherwise; null without any. */
export function wholeWorlds(
  { unknowns }: Graph,
  those: readonly number[],
  rules: readonly Constraint[],
  { unknown, width }: { readonly unknown: number; readonly width: number },
  reach: number,
): readonly World[] | null {
  const moved = new Moved(new Map(those.map(each => [each, unknowns[each] as Unknown])), reach);
  const held = rules.map(rule => moved.within(rule));
  const target = moved.within({ sum: [[unknown, 1]], low: 0, high: 0 }).sum;
  const signed = (sign: number): Sum => target.map(([place, times]) => [place, times * sign]);
  const worldOf = (values: readonly number[] | null) => (values === null ? null : moved.world(values).world);
  for (const sign of [1, -1]) {
    const enough = { sum: signed(sign), low: width, high: Number.POSITIVE_INFINITY };
    const world = worldOf(leastOf(moved.unknowns, [...held, enough], moved.all()));
    if (world !== null) return [world];
  }
  const [low, high] = [1, -1].map(sign => worldOf(leastOf(moved.unknowns, held, signed(sign))));
  if (low == null || high == null) return null;
  return (high.get(unknown) ?? 0) - (low.get(unknown) ?? 0) >= width - 1e-6 ? [low, high] : null;
}

/** Unknowns of a graph as what each is more and what each is less than the truth, so that both can be kept small. */
class Moved {
  readonly unknowns: readonly Unknown[];
  readonly #places: ReadonlyMap<number, readonly [more: number, less: number]>;

  constructor(ends: ReadonlyMap<number, Unknown>, reach: number) {
    this.#places = new Map([...ends.keys()].map((unknown, at) => [unknown, [2 * at, 2 * at + 1]] as const));
    this.unknowns = [...ends.values()].flatMap(({ low, high, isWhole }) =>
      [high, -low].map(most => ({ low: 0, high: Math.min(most, reach), isWhole })),
    );
  }

  those(): Iterable<number> {
    return this.#places.keys();
  }

  places(unknown: number): readonly [more: number, less: number] {
    return this.#places.get(unknown) ?? [-1, -1];
  }

  /** A rule of the graph; what is not moved stays as it is. */
  within({ sum, low, high }: Constraint): Constraint {
    const moved = sum.flatMap(([unknown, times]) => {
      const place = this.#places.get(unknown);
      return place === undefined ? [] : [[place[0], times] as const, [place[1], -times] as const];
    });
    return { sum: moved, low, high };
  }

  all(): Sum {
    return this.unknowns.map((_, at) => [at, 1]);
  }

  world(values: ArrayLike<number>): { readonly world: World; readonly isWhole: boolean } {
    const world = new Map<number, number>();
    let areWhole = true;
    for (const [unknown, [more, less]] of this.#places) {
      const by = (values[more] ?? 0) - (values[less] ?? 0);
      const whole = Math.round(by);
      const isWhole = this.unknowns[more]?.isWhole ?? false;
      const isNear = Math.abs(by - whole) <= 1e-6;
      if (isWhole && !isNear) areWhole = false;
      if (Math.abs(by) > 1e-6) world.set(unknown, isNear ? whole : by);
    }
    return { world, isWhole: areWhole };
  }
}
