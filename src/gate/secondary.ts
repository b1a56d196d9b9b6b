import type { DisclosurePolicy } from '../model/council.ts';
import type { Observation } from '../sources/council-folder.ts';
import type { Relations } from './divisions.ts';
import { far, type Graph, graphOf, knownInTurn, type Node, type Sensitive } from './graph.ts';
import type { JudgedRow } from './judged-rows.ts';
import type { Constraint } from './program.ts';
import { Tied, type World, wholeWorlds } from './worlds.ts';

/**
 * The rows that secondary suppression hides besides (R13). Of each period all rows are one graph, in which parts add up to
 * wholes and measures lie within others (`graph.ts`). Of everything in it that nobody should come near, the least and the
 * greatest that it could be are found; while some are nearer than the policy allows, the rows that cost readers least are
 * hidden too, until none is. In the end each that was hidden so is printed again, if all the others suffice. Editions are
 * gone through in turn, for what one has printed is known ever after. Of a row that is given away by others which are printed
 * already, and so never hidden, `tell` is told.
 */
export function secondary(
  judged: readonly JudgedRow[],
  relations: Relations,
  policy: DisclosurePolicy,
  tell: (exposed: Observation) => void,
): ReadonlySet<Observation> {
  const hidden = new Set(judged.filter(({ isHidden }) => isHidden).map(each => each.observation));
  const ofPupils = judged.filter(({ indicator }) => indicator.counted !== 'schools');
  for (const rows of Map.groupBy(ofPupils, ({ observation }) => observation.period).values()) {
    const known = knownInTurn(rows, relations.days);
    const [printed, inVain] = [new Set<Observation>(), new Set<Observation>()];
    const isPublic = (row: Observation) => relations.isPublic(row) || printed.has(row);
    for (const [at, now] of known.entries()) {
      const graph = graphOf(known.slice(0, at + 1), { ...relations, isPublic }, policy);
      if (graph !== null) {
        const closing = new Closing(graph, hidden);
        for (const { row } of closing.hidden) hidden.add(row.observation);
        // Of a row whose pupils are not held nobody can say how near it is.
        for (const { of } of closing.hopeless) if (of.counts.inside !== null) inVain.add(of.observation);
      }
      for (const { observation } of now) if (!hidden.has(observation)) printed.add(observation);
    }
    for (const row of inVain) tell(row);
  }
  return hidden;
}

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
  readonly #targetsOf: ReadonlyMap<number, readonly Sensitive[]>;
  readonly #proofs = new Map<Sensitive, Proof[]>();
  /** By each unknown in them, without the sizes of groups and with them. */
  readonly #programs = [new Map<number, Tied>(), new Map<number, Tied>()] as const;
  /** Those that stay near whatever is hidden: all that bears on them at once is. */
  readonly hopeless = new Set<Sensitive>();

  /** Those rows stay hidden that an earlier edition hid. */
  constructor(graph: Graph, before: ReadonlySet<Observation>) {
    this.#graph = graph;
    const isOpen = ({ isHidden, isUnlisted, observation }: JudgedRow) =>
      isHidden || isUnlisted === true || before.has(observation);
    this.#given = new Set(graph.nodes.filter(({ row }) => isOpen(row)));
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
    this.#targetsOf = Map.groupBy(graph.targets, ({ unknown }) => unknown);
    for (let near = this.#near(); near !== undefined; near = this.#near()) this.#hide(near);
    this.#printAgain();
    for (const programs of this.#programs) for (const tied of new Set(programs.values())) tied.dispose();
  }

  /** The first target that can be come near: of rows that may be printed, only those that are hidden are targets. */
  #near(): Sensitive | undefined {
    return this.#graph.targets.find(target => {
      const node = this.#nodeOf.get(target.unknown);
      if (this.hopeless.has(target) || (node !== undefined && !this.hidden.has(node))) return false;
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
      for (const [unknown, by] of world)
        for (const other of this.#targetsOf.get(unknown) ?? [])
          if (other !== target && Math.abs(by) >= other.width && !(other.knowsSizes && isOfSizes))
            this.#note(other, [world]);
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

  /** The unknowns that rules tie to one, through those that may move alone and no more than so many rules away. */
  #tied(from: number, mayMove: (unknown: number) => boolean, rules: number) {
    const unknowns = new Set([from].filter(mayMove));
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

  /** Worlds in which a target is far enough apart; null where there are none. */
  #apart(target: Sensitive): Proof | null {
    const isFree = (unknown: number) =>
      !(target.knowsSizes && this.#cohortOf.has(unknown)) && this.#isFree(unknown);
    const { unknown, width } = target;
    let isSettled = true;
    // With groups of the size they are first: what is found so serves those who know it too.
    for (const withSizes of target.knowsSizes ? [false] : [false, true]) {
      const tied = this.#programOf(unknown, withSizes);
      tied.price(each => (isFree(each) ? (this.#cohortOf.has(each) ? ofSize : 1) : null));
      const ends: World[] = [];
      let apart = 0;
      for (const sign of [1, -1] as const) {
        const { by, world, isWhole } = tied.furthest(unknown, width, sign);
        if (isWhole && by >= width - 1e-6) return [world];
        if (isWhole) ends.push(world);
        apart += Math.floor(by + 1e-6);
      }
      if (apart >= width && ends.length === 2) return ends;
      isSettled = apart < width;
    }
    if (isSettled) return null;
    const { unknowns, rules } = this.#tied(unknown, isFree, Number.POSITIVE_INFINITY);
    return wholeWorlds(this.#graph, unknowns, rules, target, reachOf(width));
  }

  /** The program of all that may ever be hidden and is tied to an unknown. */
  #programOf(unknown: number, withSizes: boolean): Tied {
    const programs = this.#programs[withSizes ? 1 : 0];
    const held = programs.get(unknown);
    if (held !== undefined) return held;
    const mayMove = (each: number) => (withSizes || !this.#cohortOf.has(each)) && this.#mayMove(each);
    const { unknowns, rules } = this.#tied(unknown, mayMove, Number.POSITIVE_INFINITY);
    const widest = Math.max(
      ...unknowns.flatMap(each => this.#targetsOf.get(each) ?? []).map(each => each.width),
    );
    const tied = new Tied(this.#graph, unknowns, rules, reachOf(widest));
    for (const each of unknowns) programs.set(each, tied);
    return tied;
  }

  #mayMove(unknown: number): boolean {
    const mayFall = (node: Node) => node.cost !== null || this.hidden.has(node);
    const node = this.#nodeOf.get(unknown);
    if (node !== undefined) return mayFall(node);
    return (this.#cohortOf.get(unknown)?.nodes ?? []).every(mayFall);
  }

  /** Hides, of the rows that bear on a target, some that keep it apart and cost little. */
  #hide(target: Sensitive): void {
    const mayMove = (unknown: number) =>
      !(target.knowsSizes && this.#cohortOf.has(unknown)) && this.#mayMove(unknown);
    const quick = this.#quickly(target, mayMove);
    for (const node of quick) this.hidden.add(node);
    if (quick.size > 0) return;
    // What no search keeps apart is given all that bears on it at once, the cheapest first.
    const beside = this.#tied(target.unknown, mayMove, 1).unknowns.flatMap(each => this.#printedWith(each));
    const [cheapest] = beside.toSorted((a, b) => (a.cost ?? 0) - (b.cost ?? 0));
    if (cheapest === undefined) this.hopeless.add(target);
    else this.hidden.add(cheapest);
  }

  /** Rows to hide that keep a target apart and cost little: where to move one costs by what it costs to hide its row. */
  #quickly(
    { unknown, width, knowsSizes }: Sensitive,
    mayMove: (unknown: number) => boolean,
  ): ReadonlySet<Node> {
    const tied = this.#programOf(unknown, !knowsSizes);
    const moved = new Map<number, number>();
    let best = new Set<Node>();
    // What moved little was dearer for each that it moved than it seemed: the next search knows.
    for (let round = 0; round < 2; round++) {
      tied.price(each => {
        if (!mayMove(each)) return null;
        return 1e-3 + costOf(this.#printedWith(each)) / (moved.get(each) ?? width);
      });
      for (const sign of [1, -1] as const) {
        const { by, world } = tied.furthest(unknown, width, sign);
        for (const [each, amount] of world) moved.set(each, Math.max(1, Math.abs(amount)));
        const worlds = [world];
        if (by < width - 1e-6) {
          const other = tied.furthest(unknown, width - by, sign === 1 ? -1 : 1);
          if (by + other.by < width - 1e-6) continue;
          worlds.push(other.world);
        }
        const found = new Set(
          worlds.flatMap(one => [...one.keys()].flatMap(each => this.#printedWith(each))),
        );
        if (best.size === 0 || costOf([...found]) < costOf([...best])) best = found;
      }
    }
    return best;
  }

  /** The rows that are printed and would have to be hidden for an unknown to be another. */
  #printedWith(unknown: number): readonly Node[] {
    const node = this.#nodeOf.get(unknown);
    const nodes = node === undefined ? (this.#cohortOf.get(unknown)?.nodes ?? []) : [node];
    return nodes.filter(each => !this.hidden.has(each));
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

/** What one of the size of a group costs that is moved: a world in which sizes are as they are serves more. */
const ofSize = 10;

/** The most that anything is moved by, to move something by a width. */
function reachOf(width: number): number {
  return Math.min(far, Math.max(200, 8 * width));
}

function costOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
}
