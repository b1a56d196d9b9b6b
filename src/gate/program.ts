import load from 'highs';

// The types are those of its CommonJS form, where the loader stands under another name.
const highs = await (load as unknown as typeof load.default)();

/** So much of each of some unknowns, by their place in the program. */
export type Sum = readonly (readonly [unknown: number, times: number])[];

export type Unknown = { readonly low: number; readonly high: number; readonly isWhole: boolean };

export type Constraint = { readonly sum: Sum; readonly low: number; readonly high: number };

const { optimal, solutionLimit } = highs.constants.modelStatus;

function end(value: number): number {
  return Number.isFinite(value) ? value : Math.sign(value) * highs.infinity;
}

/**
 * Unknowns under rules, asked for one thing after another. What was found is where the next search begins, so that a question
 * much like the last is answered at once. Without `areWhole`, numbers need not be whole.
 */
export class Program {
  readonly #model: ReturnType<typeof highs.createModel>;
  readonly #costs: Float64Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;

  constructor(unknowns: readonly Unknown[], rules: readonly Constraint[], areWhole: boolean) {
    const flat = rules.flatMap(rule => rule.sum);
    const starts = [0];
    for (const rule of rules) starts.push((starts.at(-1) ?? 0) + rule.sum.length);
    this.#costs = new Float64Array(unknowns.length);
    this.#low = Float64Array.from(unknowns, ({ low }) => end(low));
    this.#high = Float64Array.from(unknowns, ({ high }) => end(high));
    this.#model = highs.createModel({
      numCols: unknowns.length,
      numRows: rules.length,
      colCost: this.#costs,
      colLower: this.#low,
      colUpper: this.#high,
      rowLower: Float64Array.from(rules, ({ low }) => end(low)),
      rowUpper: Float64Array.from(rules, ({ high }) => end(high)),
      integrality: Int32Array.from(unknowns, ({ isWhole }) => (isWhole && areWhole ? 1 : 0)),
      matrix: {
        format: 'csr',
        numRows: rules.length,
        numCols: unknowns.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(flat, ([unknown]) => unknown),
        values: Float64Array.from(flat, ([, times]) => times),
      },
    });
    // Nodes, and never time, end a search: what is hidden must not depend on how busy a machine is.
    this.#model.options.set({ output_flag: false, mip_rel_gap: 0.01, mip_max_nodes: 2000 });
    // What would be taken out beforehand could not be the start of the next search.
    if (!areWhole) this.#model.options.set({ presolve: 'off' });
  }

  bound(unknown: number, low: number, high: number): void {
    if (this.#low[unknown] === end(low) && this.#high[unknown] === end(high)) return;
    [this.#low[unknown], this.#high[unknown]] = [end(low), end(high)];
    this.#model.changeColBounds(unknown, end(low), end(high));
  }

  /** Sets what one of an unknown costs from now on, and answers what it did before. */
  cost(unknown: number, cost: number): number {
    const before = this.#costs[unknown] ?? 0;
    if (before === cost) return before;
    this.#costs[unknown] = cost;
    this.#model.changeColCost(unknown, cost);
    return before;
  }

  least(): Float64Array | null {
    this.#model.run();
    const status = this.#model.getModelStatus();
    return status === optimal || status === solutionLimit ? this.#model.getSolution().colValue : null;
  }

  dispose(): void {
    this.#model.dispose();
  }
}

/** The values with which a sum is least and all rules are kept; null where none are found. */
export function leastOf(
  unknowns: readonly Unknown[],
  rules: readonly Constraint[],
  sum: Sum,
): readonly number[] | null {
  const program = new Program(unknowns, rules, true);
  try {
    for (const [unknown, times] of sum) program.cost(unknown, times);
    const found = program.least();
    if (found === null) return null;
    const values = unknowns.map(({ isWhole }, at) =>
      isWhole ? Math.round(found[at] ?? 0) : (found[at] ?? 0),
    );
    return rules.every(rule => isKept(rule, values)) ? values : null;
  } finally {
    program.dispose();
  }
}

/** Whether values keep a rule, once whole numbers are whole: a search that was ended early may have none that do. */
function isKept({ sum, low, high }: Constraint, values: readonly number[]): boolean {
  const amount = sum.reduce((total, [unknown, times]) => total + times * (values[unknown] ?? 0), 0);
  const slip = 1e-5 * Math.max(1, Math.abs(amount));
  return amount >= low - slip && amount <= high + slip;
}
