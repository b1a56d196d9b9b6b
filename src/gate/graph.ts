import type { MakeUp } from '../model/area.ts';
import { isTotal, type Topic, total } from '../model/breakdown.ts';
import type { DisclosurePolicy } from '../model/council.ts';
import { type Indicator, isShare } from '../model/indicator.ts';
import { statuses } from '../model/observation.ts';
import { absent, shown } from '../model/value.ts';
import type { Observation } from '../sources/council-folder.ts';
import type { Constraint, Sum, Unknown } from './program.ts';

/** What is known of the pupils behind a row: how many, and how many of them are in the figure; null where not held. */
export type Counts = { readonly inside: number | null; readonly all: number | null };

/** A row as primary suppression left it. */
export type JudgedRow = {
  readonly observation: Observation;
  readonly indicator: Indicator;
  /** Hidden by us, or suppressed by its publisher. */
  readonly isHidden: boolean;
  readonly counts: Counts;
  /** True of what is left of a whole: it has no row, and so nothing is printed of it. */
  readonly isUnlisted?: true;
};

/** What everyone can know of rows besides what is printed of them. */
export type Relations = {
  readonly makeUp: readonly MakeUp[];
  readonly topics: readonly Topic[];
  /** The day of each edition's cut-off: a row that is the last of its figure on none of them is never printed. */
  readonly days: readonly string[];
  /** Whether the row is printed already: by a national publisher, or by an earlier edition. */
  readonly isPublic: (row: Observation) => boolean;
};

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
  return new Builder(rows, held, divisions.flat(), between, relations, policy).graph();
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

function placeOf({ observation: { area, breakdown, status } }: JudgedRow): string {
  return JSON.stringify([area, breakdown.topic, breakdown.group, status === 'projection']);
}

function figureOf(row: JudgedRow): string {
  return `${row.observation.indicator}\n${placeOf(row)}`;
}

/** True of so few pupils, and not none, that a number of them is hidden (R13). */
export function isFew(count: number, policy: DisclosurePolicy): boolean {
  return count >= 1 && count < policy['count-below'];
}

/**
 * Whether rounding alone leaves enough open of how far two rows are apart. Sums over groups narrow what it leaves: it has to be
 * several times as much as the policy asks.
 */
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

/** The measures that a measure lies within. */
function outersOf(indicator: Indicator): readonly string[] {
  return [...new Set([...indicator.within, ...indicator['all-of']])];
}

/** Rows that are parts of another: all of it between them, some of it, or groups that pupils may be in several of. */
type Division = {
  readonly whole: JudgedRow | null;
  readonly parts: readonly JudgedRow[];
  readonly are: 'everyone' | 'some' | 'overlapping';
};

/**
 * How rows are divided: a council into areas, everyone into groups, a group into those of a topic that refines it. A part
 * that is declared and has no row follows from the others as one that is hidden would: where it is of a few, it stands among them.
 */
function divisionsOf(
  known: readonly JudgedRow[],
  { makeUp, topics, isPublic }: Omit<Relations, 'days'>,
  policy: DisclosurePolicy,
): readonly Division[] {
  const unlisted = new Map<string, JudgedRow>();
  /** The parts of a whole; `missing` of those that are declared have no row, and would stand at a place by their names. */
  const divided = (
    whole: JudgedRow | null,
    parts: readonly JudgedRow[],
    are: Division['are'],
    missing: readonly string[],
    placeOf: (names: string) => Pick<Observation, 'area' | 'breakdown'>,
  ): readonly Division[] => {
    if (parts.length === 0) return [];
    const isLeft = are === 'some' || (are === 'everyone' && missing.length > 0);
    const own = [...parts, ...(whole === null ? [] : [whole])].find(row => !isPublic(row.observation));
    const rest = { inside: leftOf(whole, parts, 'inside'), all: leftOf(whole, parts, 'all') };
    const counts = Object.values(rest).filter(count => count !== null);
    const isHeld =
      (rest.all ?? rest.inside ?? 0) > 0 &&
      counts.every(count => count >= 0) &&
      (rest.all ?? Infinity) >= (rest.inside ?? 0);
    if (!isLeft || own === undefined || !isHeld) return [{ whole, parts, are }];
    const observation = { ...own.observation, ...placeOf(missing.join('+')), value: absent('c') };
    const isHidden = isOfFew(rest, missing.length, policy);
    const row = { observation, indicator: own.indicator, isHidden, counts: rest, isUnlisted: true } as const;
    const name = JSON.stringify([figureOf(row), rest]);
    const same = unlisted.get(name) ?? row;
    unlisted.set(name, same);
    return [{ whole, parts: [...parts, same], are }];
  };
  const ofAreas = makeUp.flatMap(({ of, areas }) => {
    const within = known.filter(({ observation: { area } }) => area === of || areas.includes(area));
    return [...Map.groupBy(within, figureOfAreas).values()].flatMap(rows => {
      const whole = rows.find(({ observation: { area } }) => area === of) ?? null;
      const parts = rows.filter(row => row !== whole);
      const missing = areas.filter(area => !parts.some(({ observation }) => observation.area === area));
      // Without a figure of the council nothing follows from some of its areas.
      if (whole === null && missing.length > 0) return [];
      const breakdown = rows[0]?.observation.breakdown ?? total;
      return divided(whole, parts, 'everyone', missing, area => ({ area, breakdown }));
    });
  });
  const ofGroups = [...Map.groupBy(known, figureOfGroups).values()].flatMap(figures => {
    const everyone = figures.find(({ observation }) => isTotal(observation.breakdown));
    const byTopic = Map.groupBy(
      figures.filter(row => row !== everyone),
      ({ observation }) => observation.breakdown.topic,
    );
    return [...byTopic].flatMap(([id, rows]) => {
      const topic = topics.find(each => each.id === id);
      const are = topic?.overlap === true ? 'overlapping' : topic?.partial === true ? 'some' : 'everyone';
      const groupOf = (row: JudgedRow) => row.observation.breakdown.group;
      const into = (whole: JudgedRow, groups: readonly string[], parts: readonly JudgedRow[]) => {
        const missing = groups.filter(group => !parts.some(row => groupOf(row) === group));
        return divided(whole, parts, are, missing, names => {
          // One group is the same whatever it is left of.
          const group = missing.length === 1 ? names : `${groupOf(whole)}+${names}`;
          return { area: whole.observation.area, breakdown: { topic: id, group } };
        });
      };
      const isOutcome = everyone?.isHidden === true || everyone?.observation.value.kind === 'known';
      const groups = topic?.groups ?? [];
      return [
        ...(everyone !== undefined && isOutcome
          ? into(
              everyone,
              groups.map(each => each.id),
              rows,
            )
          : []),
        ...(topic?.refines ?? []).flatMap((of, at) =>
          (byTopic.get(of) ?? []).flatMap(whole => {
            const own = groups.filter(each => each.in?.[at] === groupOf(whole)).map(each => each.id);
            return into(
              whole,
              own,
              rows.filter(row => own.includes(groupOf(row))),
            );
          }),
        ),
      ];
    });
  });
  return [...ofAreas, ...ofGroups];
}

/** How many of a whole are in none of some parts of it; null where that is not held. */
function leftOf(whole: JudgedRow | null, parts: readonly JudgedRow[], of: keyof Counts): number | null {
  const counts = [whole, ...parts].map(row => row?.counts[of] ?? null);
  if (whole === null || !counts.every(count => count !== null)) return null;
  return counts.slice(1).reduce((rest, count) => rest - count, counts[0] ?? 0);
}

/** Whether so few are counted, in so many parts, that their figure would be hidden by itself, had they one. */
function isOfFew({ inside, all }: Counts, parts: number, policy: DisclosurePolicy): boolean {
  const isFewest = all !== null && all <= policy['base-at-most'];
  if (inside === null || all === null) return isFewest || (inside !== null && isFew(inside, policy));
  // All or nothing of several is so of each of them, however small.
  const isExtreme = (inside === 0 || inside === all) && (parts > 1 || all < policy['extremes-base-below']);
  return isFewest || isExtreme || isFew(inside, policy) || isFew(all - inside, policy);
}

class Builder {
  readonly #unknowns: Unknown[] = [];
  readonly #rules = new Map<string, Constraint>();
  readonly #targets: Sensitive[] = [];
  readonly #nodes: ReadonlyMap<JudgedRow, Node>;
  readonly #cohorts: ReadonlyMap<string, Cohort>;
  readonly #sizes = new Map<JudgedRow, Cohort>();
  readonly #relations: Omit<Relations, 'days'>;
  readonly #policy: DisclosurePolicy;
  readonly #between: readonly Pair[];
  readonly #known: readonly (readonly JudgedRow[])[];
  readonly #divisions: readonly Division[];

  constructor(
    rows: readonly JudgedRow[],
    known: readonly (readonly JudgedRow[])[],
    divisions: readonly Division[],
    between: readonly Pair[],
    relations: Omit<Relations, 'days'>,
    policy: DisclosurePolicy,
  ) {
    [this.#known, this.#divisions, this.#between] = [known, divisions, between];
    [this.#relations, this.#policy] = [relations, policy];
    const largest = Math.max(1, ...rows.map(sizeOf).filter(size => size !== Number.MAX_SAFE_INTEGER));
    this.#nodes = new Map(
      rows.map((row, at) => [row, this.#node(row, largest, at / rows.length / 1e3)] as const),
    );
    const sized = rows.filter(({ counts }) => counts.all !== null);
    this.#cohorts = new Map(
      [...Map.groupBy(sized, cohortOf)].map(([name, those]) => {
        const all = those[0]?.counts.all ?? 0;
        const nodes = those.flatMap(row => this.#nodes.get(row) ?? []);
        return [name, { unknown: this.#unknown(-all, far), all, nodes }] as const;
      }),
    );
    for (const row of sized) {
      const cohort = this.#cohorts.get(cohortOf(row));
      if (cohort !== undefined) this.#sizes.set(row, cohort);
    }
  }

  graph(): Graph {
    for (const node of this.#nodes.values()) this.#bounds(node);
    for (const division of this.#divisions) this.#divide(division);
    for (const known of this.#known) this.#measures(known);
    for (const [one, other] of this.#between) {
      const unknown = this.#unknown(-far, far);
      const sum = this.#sum([
        [one, 1],
        [other, -1],
      ]);
      this.#rule([...sum, [unknown, -1]], 0, 0);
      this.#targets.push({ unknown, width: this.#policy['count-below'] - 2, of: other, knowsSizes: false });
    }
    return {
      unknowns: this.#unknowns,
      rules: [...this.#rules.values()],
      nodes: [...this.#nodes.values()],
      cohorts: [...this.#cohorts.values()],
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

  #rule(sum: Sum, low: number, high: number): void {
    this.#rules.set(JSON.stringify([sum, low, high]), { sum, low, high });
  }

  #sum(parts: readonly (readonly [JudgedRow, number])[]): Sum {
    return parts.flatMap(([row, times]) => {
      const node = this.#nodes.get(row);
      return node === undefined ? [] : [[node.unknown, times] as const];
    });
  }

  /** No more in a share than there are; and a hidden figure is a target, whoever hid it. */
  #bounds({ row, unknown, cost }: Node): void {
    const { inside, all } = row.counts;
    const size = this.#sizes.get(row);
    if (isShare(row.indicator) && inside !== null && all !== null && size !== undefined)
      this.#rule(
        [
          [size.unknown, 1],
          [unknown, -1],
        ],
        Math.min(0, inside - all),
        Number.POSITIVE_INFINITY,
      );
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
    const beyond = this.#sum([
      [whole, 1],
      [part, -1],
    ]);
    this.#rule(beyond, Math.min(0, -inside), Number.POSITIVE_INFINITY);
    const sizes = [whole, part].map(row => this.#sizes.get(row)?.unknown);
    if (all == null || !sizes.every(size => size !== undefined)) return;
    const sizesBeyond = sizes.map((size, at) => [size, at === 0 ? 1 : -1] as const);
    const out = beyond.map(([unknown, times]) => [unknown, -times] as const);
    this.#rule([...sizesBeyond, ...out], Math.min(0, inside - all), Number.POSITIVE_INFINITY);
  }

  /**
   * Parts add up to a whole, with those who are in none of them, where counts leave any. Where it is not known how many
   * those are, nothing follows, unless the parts are everyone.
   */
  #addUp(whole: JudgedRow | null, parts: readonly JudgedRow[], isEveryone: boolean): void {
    const isOpen = ({ observation: { value } }: JudgedRow) =>
      value.kind === 'absent' && value.because !== 'c' && value.because !== 'low';
    if (parts.some(isOpen) || (whole !== null && isOpen(whole))) return;
    const rest = { inside: leftOf(whole, parts, 'inside'), all: leftOf(whole, parts, 'all') };
    const size = rest.all ?? rest.inside;
    if (size === null && !isEveryone) return;
    const sum: [number, number][] = this.#sum(parts.map(row => [row, 1] as const)).map(each => [...each]);
    if (whole !== null) sum.push(...this.#sum([[whole, -1]]).map(each => [...each] as [number, number]));
    // So few in none of them are nobody: with them the parts are everyone, to all who look.
    if (size !== null && size > this.#policy['base-at-most']) {
      const { inside } = rest;
      const isCounted = inside !== null && inside >= 0;
      const high = isCounted && rest.all !== null ? Math.max(0, rest.all - inside) : far;
      sum.push([this.#unknown(isCounted ? -inside : -far, high), 1]);
    }
    this.#rule(sum, 0, 0);
    this.#sizesAddUp(whole, parts);
  }

  #sizesAddUp(whole: JudgedRow | null, parts: readonly JudgedRow[]): void {
    const cohorts = parts.map(row => this.#sizes.get(row));
    if (cohorts.some(each => each === undefined)) return;
    const total = whole === null ? undefined : this.#sizes.get(whole);
    const sum = cohorts.flatMap(each => (each === undefined ? [] : [[each.unknown, 1] as const]));
    this.#rule(total === undefined ? sum : [...sum, [total.unknown, -1]], 0, 0);
  }

  /** Measures that lie within others, that are reached by those who reached all of some, or that count the same pupils. */
  #measures(known: readonly JudgedRow[]): void {
    const byFigure = new Map(known.map(row => [figureOf(row), row]));
    for (const row of known) {
      const inside = row.counts.inside;
      const beside = (id: string | undefined): readonly JudgedRow[] => {
        const other = byFigure.get(`${id}\n${placeOf(row)}`);
        return other === undefined ? [] : [other];
      };
      for (const outer of outersOf(row.indicator).flatMap(beside)) {
        if (inside === null || outer.counts.inside === null) continue;
        const sum = this.#sum([
          [outer, 1],
          [row, -1],
        ]);
        this.#rule(sum, Math.min(0, inside - outer.counts.inside), Number.POSITIVE_INFINITY);
      }
      const all = row.indicator['all-of'].flatMap(beside);
      const size = this.#sizes.get(row);
      if (
        all.length > 1 &&
        all.length === row.indicator['all-of'].length &&
        inside !== null &&
        size !== undefined
      ) {
        const counts = all.map(({ counts }) => counts.inside);
        if (counts.every(count => count !== null)) {
          const least = counts.reduce((sum, count) => sum + count, 0) - (all.length - 1) * size.all;
          const sum = this.#sum([[row, 1], ...all.map(each => [each, -1] as const)]);
          this.#rule(
            [...sum, [size.unknown, all.length - 1]],
            Math.min(0, least - inside),
            Number.POSITIVE_INFINITY,
          );
        }
      }
      const parts = row.indicator['sum-of'].flatMap(beside);
      if (parts.length > 0 && parts.length === row.indicator['sum-of'].length)
        this.#rule(this.#sum([[row, -1], ...parts.map(each => [each, 1] as const)]), 0, 0);
      for (const same of beside(row.indicator.numerator))
        this.#rule(
          this.#sum([
            [row, 1],
            [same, -1],
          ]),
          0,
          0,
        );
      for (const whole of beside(row.indicator['share-of']))
        if (size !== undefined) this.#rule([[size.unknown, -1], ...this.#sum([[whole, 1]])], 0, 0);
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

/** Figures of one indicator, area and period, outcomes apart from projections. */
function figureOfGroups({ observation: { indicator, area, status } }: JudgedRow): string {
  return JSON.stringify([indicator, area, status === 'projection']);
}

/** Rows of areas that add up: one indicator, period and breakdown, outcomes apart from projections. */
function figureOfAreas({ observation: { indicator, breakdown, status } }: JudgedRow): string {
  return JSON.stringify([indicator, breakdown.topic, breakdown.group, status === 'projection']);
}
