// Whole numbers under linear rules, and the least and greatest that something made of them can be.
import load from 'highs';

// The types are those of its CommonJS form, where the loader stands under another name.
const highs = await (load as unknown as typeof load.default)();

/** So many times each of some unknowns, by their place. */
export type Sum = ReadonlyMap<number, number>;

/** A sum of some unknowns that lies between two numbers. */
type Rule = { readonly sum: Sum; readonly low: number; readonly high: number };

/** Unknown whole numbers, none below nothing, and rules that they keep. */
export class Program {
  readonly #tops: number[] = [];
  readonly #rules: Rule[] = [];

  /** A new unknown that is at most so many: its place. */
  unknown(top: number): number {
    return this.#tops.push(top) - 1;
  }

  rule(sum: Sum, low: number, high: number): void {
    this.#rules.push({ sum, low, high });
  }

  /**
   * Of each sum the least and the greatest that it can be, or, where they are further apart than `enough`, two values of it
   * that are. Null where nothing keeps all of the rules.
   */
  ranges(sums: readonly Sum[], enough: number): readonly (readonly [number, number])[] | null {
    const columns = this.#tops.length;
    const model = highs.createModel({
      numCols: columns,
      numRows: this.#rules.length,
      colCost: new Float64Array(columns),
      colLower: new Float64Array(columns),
      colUpper: Float64Array.from(this.#tops),
      rowLower: Float64Array.from(this.#rules, ({ low }) => (Number.isFinite(low) ? low : -highs.infinity)),
      rowUpper: Float64Array.from(this.#rules, ({ high }) => (Number.isFinite(high) ? high : highs.infinity)),
      integrality: new Int32Array(columns).fill(1),
      matrix: this.#matrix(),
    });
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5 });
    const seen = sums.map(() => [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number]);
    /** Finds the numbers that make a sum least, and notes what they make of all of them; false where there are none. */
    const least = (sum: Sum): boolean => {
      for (let column = 0; column < columns; column++) model.changeColCost(column, sum.get(column) ?? 0);
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return false;
      const found = Array.from(model.getSolution().colValue, Math.round);
      for (const [place, other] of sums.entries()) {
        const value = [...other].reduce((total, [column, times]) => total + times * (found[column] ?? 0), 0);
        const each = seen[place] as [number, number];
        each[0] = Math.min(each[0], value);
        each[1] = Math.max(each[1], value);
      }
      return true;
    };
    try {
      // All of them at once, each either way, leave few that have to be asked for one by one.
      for (let round = 0; round < 6; round++) {
        const together = new Map<number, number>();
        for (const [at, sum] of sums.entries()) {
          const sign = ((at * 2654435761) >>> (round + 3)) % 2 === 0 ? 1 : -1;
          for (const [column, times] of sum) together.set(column, (together.get(column) ?? 0) + sign * times);
        }
        if (!least(together)) return null;
      }
      for (const [at, sum] of sums.entries()) {
        for (const sign of [1, -1]) {
          const range = seen[at] as [number, number];
          if (range[1] - range[0] >= enough) break;
          if (!least(new Map([...sum].map(([column, times]) => [column, sign * times])))) return null;
        }
      }
      return seen;
    } finally {
      model.dispose();
    }
  }

  #matrix() {
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { sum } of this.#rules) {
      for (const [column, times] of sum) {
        indices.push(column);
        values.push(times);
      }
      starts.push(indices.length);
    }
    return {
      format: 'csr' as const,
      numRows: this.#rules.length,
      numCols: this.#tops.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    };
  }
}
