import type { DisclosurePolicy } from '../model/council.ts';
import type { Observation } from '../sources/council-folder.ts';
import {
  far,
  type Graph,
  graphOf,
  type JudgedRow,
  type Node,
  type Relations,
  type Sensitive,
} from './graph.ts';
import { type Constraint, leastOf, type Sum, type Unknown } from './program.ts';

/**
 * The rows that secondary suppression hides besides (R13). Of each period all rows are one graph, in which parts add up to
 * wholes and measures lie within others (`graph.ts`). Of everything in it that nobody should come near, the least and the
 * greatest that it could be are found; while some are nearer than the policy allows, the rows that cost readers least are
 * hidden too, until none is. In the end each that was hidden so is printed again, if all the others suffice.
 */
export function secondary(
  judged: readonly JudgedRow[],
  relations: Relations,
  policy: DisclosurePolicy,
): ReadonlySet<Observation> {
  const hidden = new Set(judged.filter(({ isHidden }) => isHidden).map(each => each.observation));
  const ofPupils = judged.filter(({ indicator }) => indicator.counted === 'pupils');
  for (const rows of Map.groupBy(ofPupils, ({ observation }) => observation.period).values()) {
    const graph = graphOf(rows, relations, policy);
    if (graph !== null) for (const { row } of new Closing(graph).hidden) hidden.add(row.observation);
  }
  return hidden;
}

/** How far each of some unknowns is from the truth; those that are not there are not. */
type World = ReadonlyMap<number, number>;

/** Two worlds in which all that is printed is the same, and a target as far apart as it should be. */
type Proof = readonly World[];

/** Hides nodes of a graph until no target in it can be come near. */
class Closing {
  readonly hidden: Set<Node>;
  readonly #graph: Graph;
  readonly #rulesOf: ReadonlyMap<number, readonly Constraint[]>;
  readonly #nodeOf: ReadonlyMap<number, Node>;
  readonly #cohortOf: ReadonlyMap<number, Graph['cohorts'][number]>;
  readonly #given: ReadonlySet<Node>;
  readonly #proofs = new Map<Sensitive, Proof[]>();
  /** Those that stay near whatever is hidden: all that bears on them at once is. */
  readonly #hopeless = new Set<Sensitive>();

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#given = new Set(graph.nodes.filter(({ row }) => row.isHidden));
    this.hidden = new Set(this.#given);
    this.#nodeOf = new Map(graph.nodes.map(node => [node.unknown, node]));
    this.#cohortOf = new Map(graph.cohorts.map(each => [each.unknown, each]));
    const uses = graph.rules.flatMap(rule => rule.sum.map(([unknown]) => [unknown, rule] as const));
    this.#rulesOf = new Map(
      [...Map.groupBy(uses, ([unknown]) => unknown)].map(([unknown, all]) => [
        unknown,
        all.map(([, rule]) => rule),
      ]),
    );
    for (let near = this.#near(); near !== undefined; near = this.#near()) this.#hide(near);
    this.#printAgain();
  }

  /** The first target that can be come near: of rows that may be printed, only those that are hidden are targets. */
  #near(): Sensitive | undefined {
    return this.#graph.targets.find(target => {
      const node = target.sum.length === 1 ? this.#nodeOf.get(target.sum[0]?.[0] ?? -1) : undefined;
      if (this.#hopeless.has(target) || (node !== undefined && !this.hidden.has(node))) return false;
      return !this.#isApart(target);
    });
  }

  #isApart(target: Sensitive): boolean {
    const proofs = this.#proofs.get(target) ?? [];
    const isStill = (world: World) => world.keys().every(unknown => this.#isFree(unknown));
    if (proofs.some(proof => proof.every(isStill))) return true;
    const found = this.#apart(target);
    if (found === null) return false;
    this.#note(target, found);
    // One world often serves others too.
    for (const world of found) {
      const isOfSizes = world.keys().some(unknown => this.#cohortOf.has(unknown));
      for (const other of this.#graph.targets) {
        if (other === target || (other.knowsSizes && isOfSizes)) continue;
        if (Math.abs(amountIn(other.sum, world)) >= other.width) this.#note(other, [world]);
      }
    }
    return true;
  }

  #note(target: Sensitive, proof: Proof): void {
    this.#proofs.set(target, [...(this.#proofs.get(target) ?? []), proof]);
  }

  #isFree(unknown: number): boolean {
    const node = this.#nodeOf.get(unknown);
    if (node !== undefined) return this.hidden.has(node);
    return (this.#cohortOf.get(unknown)?.nodes ?? []).every(each => this.hidden.has(each));
  }

  /** The unknowns that rules tie to a sum, through those that may move alone and no more than so many rules away. */
  #tied(sum: Sum, mayMove: (unknown: number) => boolean, rules: number) {
    const unknowns = new Set(sum.map(([unknown]) => unknown).filter(mayMove));
    const held = new Set<Constraint>();
    let edge = [...unknowns];
    for (let away = 0; away < rules && edge.length > 0; away++) {
      const next: number[] = [];
      for (const rule of edge.flatMap(unknown => this.#rulesOf.get(unknown) ?? [])) {
        if (held.has(rule)) continue;
        held.add(rule);
        for (const [unknown] of rule.sum) {
          if (unknowns.has(unknown) || !mayMove(unknown)) continue;
          unknowns.add(unknown);
          next.push(unknown);
        }
      }
      edge = next;
    }
    for (const unknown of edge) for (const rule of this.#rulesOf.get(unknown) ?? []) held.add(rule);
    return { unknowns: [...unknowns].toSorted((a, b) => a - b), rules: [...held] };
  }

  /** Worlds in which a target is far enough apart, with as little as can be otherwise than it is; null where there are none. */
  #apart({ sum, width, knowsSizes }: Sensitive): Proof | null {
    const isFree = (unknown: number) => !(knowsSizes && this.#cohortOf.has(unknown)) && this.#isFree(unknown);
    const { unknowns, rules } = this.#tied(sum, isFree, Number.POSITIVE_INFINITY);
    if (unknowns.length === 0) return null;
    const program = new Moved(this.#graph, unknowns, Math.min(far, Math.max(200, 8 * width)));
    const held = rules.map(rule => program.within(rule));
    const asked = program.within({ sum, low: 0, high: 0 }).sum;
    const all = program.all();
    for (const sign of [1, -1]) {
      const enough = { sum: signed(asked, sign), low: width, high: Number.POSITIVE_INFINITY };
      const values = leastOf(program.unknowns, [...held, enough], all);
      if (values !== null) return [program.world(values)];
    }
    const ends = [1, -1].flatMap(sign => {
      const values = leastOf(program.unknowns, held, signed(asked, sign));
      return values === null ? [] : [program.world(values)];
    });
    const [low, high] = ends.map(world => amountIn(sum, world));
    return low !== undefined && high !== undefined && high - low >= width - 1e-6 ? ends : null;
  }

  /** Hides, of the rows that bear on a target, those that cost least and keep it apart: first of those near to it. */
  #hide(target: Sensitive): void {
    const mayMove = (unknown: number): boolean => {
      const node = this.#nodeOf.get(unknown);
      if (node !== undefined) return node.cost !== null || this.hidden.has(node);
      if (target.knowsSizes && this.#cohortOf.has(unknown)) return false;
      return (this.#cohortOf.get(unknown)?.nodes ?? []).every(
        each => each.cost !== null || this.hidden.has(each),
      );
    };
    for (const { away, isWide } of attempts) {
      const { unknowns, rules } = this.#tied(target.sum, mayMove, away);
      const choices = unknowns.flatMap(unknown => {
        const node = this.#nodeOf.get(unknown);
        return node === undefined || this.hidden.has(node) ? [] : [node];
      });
      const ways = isWide ? [0] : [1, -1];
      const [chosen] = ways
        .flatMap(way => {
          const nodes = this.#cheapest(target, unknowns, rules, choices, way);
          return nodes === null ? [] : [nodes];
        })
        .toSorted((a, b) => costOf(a) - costOf(b));
      for (const node of chosen ?? []) this.hidden.add(node);
      if (chosen !== undefined && chosen.length > 0) return;
    }
    this.#hopeless.add(target);
    for (const unknown of this.#tied(target.sum, mayMove, 1).unknowns) {
      const node = this.#nodeOf.get(unknown);
      if (node !== undefined) this.hidden.add(node);
    }
  }

  /**
   * The rows to hide that cost least in all, so that a world in which a target is so much more (1) or less (-1) looks the same as
   * the truth, or (0) two worlds that far apart do; null where none do.
   */
  #cheapest(
    { sum, width }: Sensitive,
    unknowns: readonly number[],
    rules: readonly Constraint[],
    choices: readonly Node[],
    way: number,
  ): readonly Node[] | null {
    const program: Unknown[] = choices.map(() => ({ low: 0, high: 1, isWhole: true }));
    const switchOf = new Map(choices.map((node, at) => [node.unknown, at]));
    const held: Constraint[] = [];
    for (const unknown of unknowns) {
      const printed = this.#cohortOf.get(unknown)?.nodes.filter(node => !this.hidden.has(node)) ?? [];
      if (printed.length === 0) continue;
      const at = program.push({ low: 0, high: 1, isWhole: true }) - 1;
      switchOf.set(unknown, at);
      for (const node of printed) {
        const each = switchOf.get(node.unknown);
        // A row too far away to be hidden keeps the size of its group known.
        if (each === undefined) held.push({ sum: [[at, 1]], low: 0, high: 0 });
        else
          held.push({
            sum: [
              [at, 1],
              [each, -1],
            ],
            low: -1,
            high: 0,
          });
      }
    }
    // Where what one moves by is no more than what is asked, those who search soon see what has to be hidden.
    const reach = Math.min(far, way === 0 ? Math.max(20, 2 * width) : width);
    const worlds = (way === 0 ? [1, -1] : [way]).map((sign): Sum => {
      const first = program.length;
      const place = new Map(unknowns.map((unknown, at) => [unknown, first + at]));
      for (const unknown of unknowns) {
        const { low, high, isWhole } = this.#graph.unknowns[unknown] as Unknown;
        const [least, most] = [Math.max(low, -reach), Math.min(high, reach)];
        const at = program.push({ low: least, high: most, isWhole }) - 1;
        const by = switchOf.get(unknown);
        if (by === undefined) continue;
        held.push({
          sum: [
            [at, 1],
            [by, -most],
          ],
          low: Number.NEGATIVE_INFINITY,
          high: 0,
        });
        held.push({
          sum: [
            [at, 1],
            [by, -least],
          ],
          low: 0,
          high: Number.POSITIVE_INFINITY,
        });
      }
      for (const rule of rules) held.push({ ...rule, sum: within(rule.sum, place) });
      return signed(within(sum, place), sign);
    });
    held.push({ sum: worlds.flat(), low: width, high: Number.POSITIVE_INFINITY });
    const values = leastOf(
      program,
      held,
      choices.map(({ cost }, at) => [at, cost ?? 0]),
    );
    return values === null ? null : choices.filter((_, at) => (values[at] ?? 0) > 0.5);
  }

  /** Prints again what others keep safe without it, the dearest first. */
  #printAgain(): void {
    const added = [...this.hidden].filter(node => !this.#given.has(node));
    for (const node of added.toSorted((a, b) => (b.cost ?? 0) - (a.cost ?? 0))) {
      this.hidden.delete(node);
      if (this.#near() !== undefined) this.hidden.add(node);
    }
  }
}

/** How far from a target those are looked for that are hidden for it: near ones first, so that a search is short. */
const attempts = [
  { away: 2, isWide: false },
  { away: 4, isWide: false },
  { away: Number.POSITIVE_INFINITY, isWide: true },
] as const;

function costOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
}

/** Unknowns of a graph as what each is more and what each is less than the truth, so that both can be kept small. */
class Moved {
  readonly unknowns: Unknown[] = [];
  readonly #places = new Map<number, readonly [more: number, less: number]>();

  constructor({ unknowns }: Graph, those: readonly number[], reach: number) {
    for (const unknown of those) {
      const { low, high, isWhole } = unknowns[unknown] as Unknown;
      const more = this.unknowns.push({ low: 0, high: Math.min(high, reach), isWhole }) - 1;
      const less = this.unknowns.push({ low: 0, high: Math.min(-low, reach), isWhole }) - 1;
      this.#places.set(unknown, [more, less]);
    }
  }

  /** A rule of the graph; what is not moved stays as it is. */
  within({ sum, low, high }: Constraint): Constraint {
    const moved = sum.flatMap(([unknown, times]) => {
      const place = this.#places.get(unknown);
      return place === undefined ? [] : [[place[0], times] as const, [place[1], -times] as const];
    });
    return { sum: moved, low, high };
  }

  /** How much is moved in all. */
  all(): Sum {
    return this.unknowns.map((_, at) => [at, 1]);
  }

  world(values: readonly number[]): World {
    const moved = [...this.#places].map(
      ([unknown, [more, less]]) => [unknown, (values[more] ?? 0) - (values[less] ?? 0)] as const,
    );
    return new Map(moved.filter(([, by]) => by !== 0));
  }
}

function amountIn(sum: Sum, world: World): number {
  return sum.reduce((total, [unknown, times]) => total + times * (world.get(unknown) ?? 0), 0);
}

function signed(sum: Sum, sign: number): Sum {
  return sum.map(([unknown, times]) => [unknown, times * sign]);
}

/** A sum of those unknowns that have a place in a program. */
function within(sum: Sum, place: ReadonlyMap<number, number>): Sum {
  return sum.flatMap(([unknown, times]) => {
    const at = place.get(unknown);
    return at === undefined ? [] : [[at, times] as const];
  });
}
