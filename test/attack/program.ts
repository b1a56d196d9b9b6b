// Whole numbers under linear rules, and the least and greatest that something made of them can be.
import load from 'highs';

// The types are those of its CommonJS form, where the loader stands under another name.
const highs = await (load as unknown as typeof load.default)();

/** So many times each of some unknowns, by their place. */
export type Sum = ReadonlyMap<number, number>;

/** What is only taken to be so: with one rule that follows from it all others go. */
export type Claim = { readonly says: string };

/** A sum of some unknowns that lies between two numbers; that is sure, or follows from a claim. */
type Rule = { readonly sum: Sum; readonly low: number; readonly high: number; readonly claim: Claim | null };

/** More than anything that is taken for so is out by. */
const far = 1_000_000;

/** Unknown whole numbers, none below nothing, and rules that they keep. */
export class Program {
  readonly #tops: number[] = [];
  readonly #rules: Rule[] = [];

  /** A new unknown that is at most so many: its place. */
  unknown(top: number): number {
    return this.#tops.push(top) - 1;
  }

  rule(sum: Sum, low: number, high: number, claim: Claim | null = null): void {
    this.#rules.push({ sum, low, high, claim });
  }

  /**
   * Of each sum the least and the greatest that it can be, or, where they are further apart than `enough`, two values of it
   * that are. What no rule ties together is asked for apart. Where nothing keeps all of the rules, those of claims give
   * as little as they have to: `giveUp` is told how many claims do. Throws where nothing keeps even what is sure.
   */
  ranges(
    sums: readonly Sum[],
    enough: number,
    giveUp: (claims: number) => void = () => {},
  ): readonly (readonly [number, number])[] {
    const partOf = this.#parts();
    const rulesOf = Map.groupBy(this.#rules, ({ sum }) => partOf(sum.keys().next().value ?? 0));
    const asked = sums.flatMap((sum, at) =>
      [...Map.groupBy(sum, ([column]) => partOf(column))].map(([part, those]) => ({ at, part, those })),
    );
    const ranges = sums.map((): readonly [number, number] => [0, 0]);
    for (const [part, those] of Map.groupBy(asked, ({ part }) => part)) {
      const [rules, wanted] = [rulesOf.get(part) ?? [], those.map(each => new Map(each.those))];
      const found =
        rangesIn(this.#tops, rules, wanted, enough) ?? this.#loosely(rules, wanted, enough, giveUp);
      for (const [place, { at }] of those.entries()) {
        const [[low, high], own] = [ranges[at] ?? [0, 0], found[place] ?? [0, 0]];
        ranges[at] = [low + own[0], high + own[1]];
      }
    }
    return ranges;
  }

  #loosely(rules: readonly Rule[], sums: readonly Sum[], enough: number, giveUp: (claims: number) => void) {
    const tops = [...this.#tops];
    const out = new Map<Rule, readonly [more: number, less: number]>();
    const loose = rules.map(rule => {
      if (rule.claim === null) return rule;
      const [more, less] = [tops.push(far) - 1, tops.push(far) - 1];
      out.set(rule, [more, less]);
      return { ...rule, sum: new Map([...rule.sum, [more, 1], [less, -1]]) };
    });
    const all = new Map([...out.values()].flat().map(column => [column, 1]));
    const part = new Part(tops, loose, [all]);
    const found = part.least(all);
    part.dispose();
    const broken = new Set(
      rules.filter(rule => out.get(rule)?.some(column => found?.get(column) !== 0)).map(({ claim }) => claim),
    );
    const kept = rules.filter(({ claim }) => !broken.has(claim));
    giveUp(broken.size);
    const ranges = found === null ? null : rangesIn(this.#tops, kept, sums, enough);
    if (ranges === null) throw new Error('nothing keeps what is sure');
    return ranges;
  }

  /** Finds of an unknown the first of those that rules tie it to. */
  #parts(): (column: number) => number {
    const before = this.#tops.map((_, column) => column);
    const firstOf = (column: number) => {
      let at = column;
      while (before[at] !== at) {
        before[at] = before[before[at] ?? at] ?? at;
        at = before[at] ?? at;
      }
      return at;
    };
    for (const { sum } of this.#rules) {
      const [first = 0, ...others] = [...sum.keys()].map(firstOf);
      for (const other of others) before[firstOf(other)] = firstOf(first);
    }
    return firstOf;
  }
}

/** The ranges of sums of unknowns that rules tie together; null where nothing keeps all of the rules. */
function rangesIn(
  tops: readonly number[],
  rules: readonly Rule[],
  sums: readonly Sum[],
  enough: number,
): readonly (readonly [number, number])[] | null {
  const part = new Part(tops, rules, sums);
  try {
    const seen = sums.map(() => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number]);
    /** Finds the numbers that make a sum least, and notes what they make of all of them; false where there are none. */
    const least = (sum: Sum, isExact: boolean): boolean => {
      const found = part.least(sum, isExact);
      if (found === null) return false;
      for (const [place, other] of sums.entries()) {
        const value = [...other].reduce(
          (total, [column, times]) => total + times * (found.get(column) ?? 0),
          0,
        );
        const each = seen[place] as [number, number];
        each[0] = Math.min(each[0], value);
        each[1] = Math.max(each[1], value);
      }
      return true;
    };
    // All of them at once, each either way and not to the last, leave few that have to be asked for one by one.
    for (let round = 0; round < 6; round++) {
      const together = new Map<number, number>();
      for (const [at, sum] of sums.entries()) {
        const sign = ((at * 2654435761) >>> (round + 3)) % 2 === 0 ? 1 : -1;
        for (const [column, times] of sum) together.set(column, (together.get(column) ?? 0) + sign * times);
      }
      if (!least(together, false)) return null;
    }
    for (const [at, sum] of sums.entries()) {
      for (const sign of [1, -1]) {
        const range = seen[at] as [number, number];
        if (range[1] - range[0] >= enough) break;
        if (!least(new Map([...sum].map(([column, times]) => [column, sign * times])), true)) return null;
      }
    }
    return seen;
  } finally {
    part.dispose();
  }
}

/** Unknowns that rules tie together, and those that are asked for. */
class Part {
  readonly #columns: readonly number[];
  readonly #rules: readonly Rule[];
  readonly #placeOf: ReadonlyMap<number, number>;
  readonly #model: ReturnType<typeof highs.createModel>;

  constructor(tops: readonly number[], rules: readonly Rule[], sums: readonly Sum[]) {
    const all = [...rules.map(({ sum }) => sum), ...sums];
    this.#columns = [...new Set(all.flatMap(sum => [...sum.keys()]))];
    this.#placeOf = new Map(this.#columns.map((column, place) => [column, place]));
    this.#rules = rules;
    const columns = this.#columns.length;
    this.#model = highs.createModel({
      numCols: columns,
      numRows: rules.length,
      colCost: new Float64Array(columns),
      colLower: new Float64Array(columns),
      colUpper: Float64Array.from(this.#columns, column => tops[column] ?? 0),
      rowLower: Float64Array.from(rules, ({ low }) => (Number.isFinite(low) ? low : -highs.infinity)),
      rowUpper: Float64Array.from(rules, ({ high }) => (Number.isFinite(high) ? high : highs.infinity)),
      integrality: new Int32Array(columns).fill(1),
      matrix: this.#matrix(),
    });
    this.#model.options.set({ output_flag: false });
  }

  /** The numbers that make a sum least, or without `isExact` little enough; null where nothing keeps all rules. */
  least(sum: Sum, isExact = true): ReadonlyMap<number, number> | null {
    this.#model.options.set(
      isExact ? { mip_rel_gap: 0, mip_abs_gap: 0.5 } : { mip_rel_gap: 0.5, mip_abs_gap: 0.5 },
    );
    for (const [place, column] of this.#columns.entries())
      this.#model.changeColCost(place, sum.get(column) ?? 0);
    this.#model.run();
    if (this.#model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    const found = Array.from(this.#model.getSolution().colValue, Math.round);
    return new Map(this.#columns.map((column, place) => [column, found[place] ?? 0]));
  }

  dispose(): void {
    this.#model.dispose();
  }

  #matrix() {
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { sum } of this.#rules) {
      for (const [column, times] of sum) {
        indices.push(this.#placeOf.get(column) ?? 0);
        values.push(times);
      }
      starts.push(indices.length);
    }
    return {
      format: 'csr' as const,
      numRows: this.#rules.length,
      numCols: this.#columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    };
  }
}
