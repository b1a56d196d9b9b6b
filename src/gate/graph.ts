import { isTotal } from '../model/breakdown.ts';
import type { DisclosurePolicy } from '../model/council.ts';
import { type Indicator, isShare } from '../model/indicator.ts';
import { statuses } from '../model/observation.ts';
import { shown } from '../model/value.ts';
import { type Division, divisionsOf, leftOf, type Relations } from './divisions.ts';
import { figureOf, isFew, type JudgedRow, placeOf } from './judged-rows.ts';
import type { Constraint, Sum, Unknown } from './program.ts';

/** An unknown that nobody should come near; its two ends are to be so far apart. */
export type Sensitive = {
  readonly unknown: number;
  readonly width: number;
  readonly of: JudgedRow;
  /** Whether it is kept from one who knows the size of every group, hidden ones too. */
  readonly knowsSizes: boolean;
};

/** A row in a graph: the unknown that its pupils are, and what it costs readers to lose it; null where it is never hidden. */
export type Node = { readonly row: JudgedRow; readonly unknown: number; readonly cost: number | null };

/** The rows of a group of pupils in one place: how many they are is known as soon as one of them is printed. */
type Cohort = { readonly unknown: number; readonly all: number; readonly nodes: readonly Node[] };

/**
 * All rows of one period, as how far each could be from the truth: nothing where it is printed. So an attacker is taken to
 * know every printed figure as closely as we do, and the size of every group of which anything is printed; what holds of
 * the truth is nought on both sides of every rule.
 */
export type Graph = {
  readonly unknowns: readonly Unknown[];
  readonly rules: readonly Constraint[];
  readonly nodes: readonly Node[];
  readonly cohorts: readonly Cohort[];
  readonly targets: readonly Sensitive[];
};

/** More than any group of pupils is out by. */
export const far = 100_000;

/** A figure of everyone, of a group, and of a ward or of a group within a group: what each costs readers. */
const costs = { everyone: 8, group: 4, ward: 2, part: 1 } as const;

/** The graph of the rows of a period, by what was known in turn, or null where nothing in it could be worked out that should not be. */
export function graphOf(
  known: readonly (readonly JudgedRow[])[],
  relations: Omit<Relations, 'days'>,
  policy: DisclosurePolicy,
): Graph | null {
  const divisions = known.map(each => divisionsOf(each, relations, policy));
  const held = known.map((each, at) => {
    const parts = (divisions[at] ?? []).flatMap(({ parts }) => parts);
    return [...new Set([...each, ...parts])];
  });
  const rows = [...new Set(held.flat())];
  const mayFall = rows.filter(row => !relations.isPublic(row.observation));
  const between = [...held.flatMap(each => nestedPairs(each, policy)), ...revisedPairs(known, policy)].filter(
    ([one, other]) => !relations.isPublic(one.observation) || !relations.isPublic(other.observation),
  );
  if (between.length === 0 && !mayFall.some(({ isHidden }) => isHidden)) return null;
  return new Builder(rows, relations, policy).graph(held, divisions.flat(), between);
}

/** What was known on each day, in their order, as far as it is not the same as on the day before; on each day of a release without any. */
export function knownInTurn(
  rows: readonly JudgedRow[],
  days: readonly string[],
): readonly (readonly JudgedRow[])[] {
  const all = days.length > 0 ? days : rows.map(({ observation }) => observation.released ?? '');
  const known = [...new Set(all)].toSorted().map(day => knownOn(rows, day));
  return known.filter((now, at) => {
    const before = new Set(known[at - 1]);
    return now.length !== before.size || now.some(row => !before.has(row));
  });
}

/** What was known on a day: of each figure the row released last. A projection is no outcome, and stands apart. */
function knownOn(rows: readonly JudgedRow[], day: string): readonly JudgedRow[] {
  const out = rows.filter(({ observation: { released } }) => (released ?? '') <= day);
  return [...Map.groupBy(out, figureOf).values()].flatMap(held => held.toSorted(bySettled).at(-1) ?? []);
}

function bySettled({ observation: a }: JudgedRow, { observation: b }: JudgedRow): number {
  const released = (a.released ?? '').localeCompare(b.released ?? '');
  return released === 0 ? statuses.indexOf(a.status) - statuses.indexOf(b.status) : released;
}

/** Several times what the policy asks has to be open: sums over groups narrow what rounding leaves. */
function isLeftOpen(slack: number, policy: DisclosurePolicy): boolean {
  return slack >= 3 * (policy['count-below'] - 2);
}

/** How many numbers of pupils would be printed as the row is, less one: nothing where it is counted. */
function slackOf({ observation: { value }, counts: { inside, all } }: JudgedRow): number {
  if (value.kind === 'absent' || inside === null || all === null) return 0;
  const [number, half] = [Number(shown(value)), 0.5 * 10 ** -value.decimals];
  const [low, high] = [((number - half) * all) / 100, ((number + half) * all) / 100];
  return Math.max(0, Math.floor(high - 1e-9) - Math.ceil(low + 1e-9));
}

type Pair = readonly [one: JudgedRow, other: JudgedRow];

/** Whether the pupils between two rows are few, and what is printed tells how many. */
function tellsBetween([one, other]: Pair, policy: DisclosurePolicy): boolean {
  const [first, second] = [one.counts, other.counts];
  if (first.inside === null || second.inside === null) return false;
  const between = Math.abs(first.inside - second.inside);
  const beyond =
    first.all === null || second.all === null
      ? 0
      : Math.abs(first.all - first.inside - (second.all - second.inside));
  return (
    (isFew(between, policy) || isFew(beyond, policy)) &&
    !isLeftOpen(Math.min(slackOf(one), slackOf(other)), policy)
  );
}

/** Measures of which one lies within the other, and so few are in the one and not the other that it would say who. */
function nestedPairs(known: readonly JudgedRow[], policy: DisclosurePolicy): readonly Pair[] {
  const byFigure = new Map(known.map(row => [figureOf(row), row]));
  return known.flatMap(row => {
    if (!tellsOfFew(row)) return [];
    const beside = (id: string) => byFigure.get(`${id}\n${placeOf(row)}`) ?? [];
    const outers = outersOf(row.indicator).flatMap(beside);
    const parts = row.indicator['sum-of'].flatMap(beside);
    return [...outers.map((outer): Pair => [outer, row]), ...parts.map((part): Pair => [row, part])].filter(
      ([outer, inner]) => {
        const [more, fewer] = [outer.counts.inside, inner.counts.inside];
        const isTelling = more !== null && fewer !== null && isFew(more - fewer, policy);
        return isTelling && !isLeftOpen(slackOf(outer) + slackOf(inner), policy);
      },
    );
  });
}

/** Rows of one figure, of which one edition prints the one and another the other. */
function revisedPairs(known: readonly (readonly JudgedRow[])[], policy: DisclosurePolicy): readonly Pair[] {
  const printed = Map.groupBy(new Set(known.flat()), figureOf);
  return [...printed.values()].flatMap(held => {
    const inTurn = held.toSorted(bySettled);
    return inTurn.slice(1).flatMap((now, at): readonly Pair[] => {
      const pair = [inTurn[at] ?? now, now] as const;
      const isOutcome = now.observation.status !== 'projection';
      return isOutcome && tellsOfFew(now) && tellsBetween(pair, policy) ? [pair] : [];
    });
  });
}

/** Whether a few of what a row counts are a few pupils: entries and sessions are, where few pupils have any. */
function tellsOfFew({ indicator: { counted, pupils } }: JudgedRow): boolean {
  return counted === 'pupils' || pupils === 'few';
}

function outersOf(indicator: Indicator): readonly string[] {
  return [...new Set([...indicator.within, ...indicator['all-of']])];
}

class Builder {
  readonly #unknowns: Unknown[] = [];
  readonly #rules = new Map<string, Constraint>();
  readonly #targets: Sensitive[] = [];
  readonly #nodes: ReadonlyMap<JudgedRow, Node>;
  readonly #cohorts: readonly Cohort[];
  readonly #sizes = new Map<JudgedRow, Cohort>();
  readonly #relations: Omit<Relations, 'days'>;
  readonly #policy: DisclosurePolicy;

  constructor(rows: readonly JudgedRow[], relations: Omit<Relations, 'days'>, policy: DisclosurePolicy) {
    [this.#relations, this.#policy] = [relations, policy];
    const largest = Math.max(1, ...rows.map(sizeOf).filter(size => size !== Number.MAX_SAFE_INTEGER));
    this.#nodes = new Map(rows.map((row, at) => [row, this.#node(row, largest, at / rows.length / 1e3)]));
    const sized = rows.filter(({ counts }) => counts.all !== null);
    this.#cohorts = [...Map.groupBy(sized, cohortOf).values()].map(those => {
      const all = those[0]?.counts.all ?? 0;
      const nodes = those.flatMap(row => this.#nodes.get(row) ?? []);
      const cohort = { unknown: this.#unknown(-all, far), all, nodes };
      for (const row of those) this.#sizes.set(row, cohort);
      return cohort;
    });
  }

  graph(
    known: readonly (readonly JudgedRow[])[],
    divisions: readonly Division[],
    between: readonly Pair[],
  ): Graph {
    for (const node of this.#nodes.values()) this.#bounds(node);
    for (const division of divisions) this.#divide(division);
    for (const rows of known) this.#measures(rows);
    for (const [one, other] of between) {
      const unknown = this.#unknown(-far, far);
      this.#equal([...this.#beyond(one, other), [unknown, -1]]);
      this.#targets.push({ unknown, width: this.#policy['count-below'] - 2, of: other, knowsSizes: false });
    }
    return {
      unknowns: this.#unknowns,
      rules: [...this.#rules.values()],
      nodes: [...this.#nodes.values()],
      cohorts: this.#cohorts,
      targets: this.#targets,
    };
  }

  #unknown(low: number, high: number, isWhole = true): number {
    return this.#unknowns.push({ low, high, isWhole }) - 1;
  }

  #node(row: JudgedRow, largest: number, order: number): Node {
    const { inside, all } = row.counts;
    const isMean = row.indicator.measure === 'mean';
    const low = isMean || inside === null ? -far : -inside;
    const most = isShare(row.indicator) && inside !== null && all !== null ? Math.max(0, all - inside) : 0;
    const unknown = this.#unknown(low, most + far, !isMean);
    const isKept = this.#relations.isPublic(row.observation) || row.observation.value.kind === 'absent';
    const size = Math.min(1, sizeOf(row) / largest);
    return { row, unknown, cost: isKept ? null : costs[this.#rankOf(row)] * (1 + size) + order };
  }

  #rankOf({ observation: { area, breakdown } }: JudgedRow): keyof typeof costs {
    const isWard = this.#relations.makeUp.some(({ areas }) => areas.includes(area));
    if (isTotal(breakdown)) return isWard ? 'ward' : 'everyone';
    const topic = this.#relations.topics.find(({ id }) => id === breakdown.topic);
    return isWard || (topic?.refines ?? []).length > 0 ? 'part' : 'group';
  }

  /** A sum is as it is in truth. */
  #equal(sum: Sum): void {
    this.#rules.set(JSON.stringify(sum), { sum, low: 0, high: 0 });
  }

  /** A sum is no less than nothing, though in truth it is `now`. */
  #notBelow(sum: Sum, now: number): void {
    const low = Math.min(0, -now);
    this.#rules.set(JSON.stringify([sum, low]), { sum, low, high: Number.POSITIVE_INFINITY });
  }

  #sum(rows: readonly JudgedRow[], times = 1): Sum {
    return rows.flatMap(row => {
      const node = this.#nodes.get(row);
      return node === undefined ? [] : [[node.unknown, times] as const];
    });
  }

  #beyond(one: JudgedRow, other: JudgedRow): Sum {
    return [...this.#sum([one]), ...this.#sum([other], -1)];
  }

  /** No more in a share than there are; and a hidden figure is a target, whoever hid it. */
  #bounds({ row, unknown, cost }: Node): void {
    const { inside, all } = row.counts;
    const size = this.#sizes.get(row);
    const sizeBeyond =
      size === undefined
        ? null
        : ([
            [size.unknown, 1],
            [unknown, -1],
          ] as const);
    if (isShare(row.indicator) && inside !== null && all !== null && sizeBeyond !== null)
      this.#notBelow(sizeBeyond, all - inside);
    if (cost === null && !row.isHidden) return;
    if (this.#relations.isPublic(row.observation)) return;
    this.#targets.push({ unknown, width: this.#widthOf(row), of: row, knowsSizes: false });
    // How many live in a ward may be known from elsewhere: even so no number may be the only one.
    if (size !== undefined) this.#targets.push({ unknown, width: 1, of: row, knowsSizes: true });
  }

  /** The ends of a number of pupils are as far apart as the numbers that are few; those of an average by a tenth of it. */
  #widthOf({ isHidden, indicator, observation: { value }, counts: { all } }: JudgedRow): number {
    // So far apart that what would be hidden by itself could also be enough to print.
    const least = this.#policy['count-below'] - (isHidden ? 0 : 2);
    if (indicator.measure !== 'mean' || value.kind === 'absent' || all === null) return least;
    return Math.max(least, (Math.abs(Number(value.number)) * all) / 10);
  }

  #divide({ whole, parts, are }: Division): void {
    if (are !== 'overlapping') this.#addUp(whole, parts, are === 'everyone');
    else if (whole !== null) for (const part of parts) this.#liesIn(part, whole);
  }

  /** No more are in a part than in the whole, and no more are not. */
  #liesIn(part: JudgedRow, whole: JudgedRow): void {
    const [inside, all] = (['inside', 'all'] as const).map(of => leftOf(whole, [part], of));
    if (inside == null) return;
    this.#notBelow(this.#beyond(whole, part), inside);
    const [more, less] = [whole, part].map(row => this.#sizes.get(row)?.unknown);
    if (all == null || more === undefined || less === undefined) return;
    const out = this.#beyond(whole, part).map(([unknown, times]) => [unknown, -times] as const);
    this.#notBelow([[more, 1], [less, -1], ...out], all - inside);
  }

  /** Where it is not known how many are in none of the parts, nothing follows, unless they are everyone. */
  #addUp(whole: JudgedRow | null, parts: readonly JudgedRow[], isEveryone: boolean): void {
    const isOpen = ({ observation: { value } }: JudgedRow) =>
      value.kind === 'absent' && value.because !== 'c' && value.because !== 'low';
    const wholes = whole === null ? [] : [whole];
    if ([...parts, ...wholes].some(isOpen)) return;
    const rest = { inside: leftOf(whole, parts, 'inside'), all: leftOf(whole, parts, 'all') };
    const size = rest.all ?? rest.inside;
    if (size === null && !isEveryone) return;
    const sum = [...this.#sum(parts), ...this.#sum(wholes, -1)];
    // So few in none of them are nobody: with them the parts are everyone, to all who look.
    if (size !== null && size > this.#policy['base-at-most']) {
      const { inside } = rest;
      const isCounted = inside !== null && inside >= 0;
      const high = isCounted && rest.all !== null ? Math.max(0, rest.all - inside) : far;
      sum.push([this.#unknown(isCounted ? -inside : -far, high), 1]);
    }
    this.#equal(sum);
    const sizes = parts.flatMap(row => this.#sizes.get(row)?.unknown ?? []);
    if (sizes.length < parts.length) return;
    const total = wholes.flatMap(row => this.#sizes.get(row)?.unknown ?? []);
    this.#equal([...sizes.map(size => [size, 1] as const), ...total.map(size => [size, -1] as const)]);
  }

  /** Measures that lie within others, that are reached by those who reached all of some, or that count the same pupils. */
  #measures(known: readonly JudgedRow[]): void {
    const byFigure = new Map(known.map(row => [figureOf(row), row]));
    for (const row of known) {
      const { indicator } = row;
      const { inside } = row.counts;
      const beside = (id: string | undefined) => byFigure.get(`${id}\n${placeOf(row)}`) ?? [];
      for (const outer of outersOf(indicator).flatMap(beside))
        if (inside !== null && outer.counts.inside !== null)
          this.#notBelow(this.#beyond(outer, row), outer.counts.inside - inside);
      const all = indicator['all-of'].flatMap(beside);
      const counts = all.flatMap(({ counts }) => counts.inside ?? []);
      const size = this.#sizes.get(row);
      const isWhole = all.length === indicator['all-of'].length && counts.length === all.length;
      if (all.length > 1 && isWhole && inside !== null && size !== undefined) {
        const least = counts.reduce((sum, count) => sum + count, 0) - (all.length - 1) * size.all;
        const sum = [...this.#sum([row]), ...this.#sum(all, -1)];
        this.#notBelow([...sum, [size.unknown, all.length - 1]], inside - least);
      }
      const parts = indicator['sum-of'].flatMap(beside);
      if (parts.length > 0 && parts.length === indicator['sum-of'].length)
        this.#equal([...this.#sum([row], -1), ...this.#sum(parts)]);
      for (const same of [beside(indicator.numerator)].flat()) this.#equal(this.#beyond(row, same));
      for (const whole of [beside(indicator['share-of'])].flat())
        if (size !== undefined) this.#equal([[size.unknown, -1], ...this.#sum([whole])]);
    }
  }
}

/** The smallest has the fewest pupils: of counts the lowest count. Those of no known size come last. */
function sizeOf({ counts: { inside, all } }: JudgedRow): number {
  return all ?? inside ?? Number.MAX_SAFE_INTEGER;
}

/** Rows of as many pupils in one place are of the same pupils, unless their measures say of whom they are. */
function cohortOf(row: JudgedRow): string {
  const { indicator, counts, observation } = row;
  return JSON.stringify([
    placeOf(row),
    indicator.cohort ?? indicator.theme,
    counts.all,
    observation.released,
  ]);
}
