import load from 'highs';

// The types are those of its CommonJS form, where the loader stands under another name.
const highs = await (load as unknown as typeof load.default)();

/** So much of each of some unknowns, by their place in the program. */
export type Sum = readonly (readonly [unknown: number, times: number])[];

/** An unknown: between what ends it lies, and whether it is a whole number. */
export type Unknown = { readonly low: number; readonly high: number; readonly isWhole: boolean };

/** A sum that lies between two ends. */
export type Constraint = { readonly sum: Sum; readonly low: number; readonly high: number };

/** What a sum comes to. */
function amountOf(sum: Sum, values: readonly number[]): number {
  return sum.reduce((total, [unknown, times]) => total + times * (values[unknown] ?? 0), 0);
}

/** The values with which a sum is least and all rules are kept; null where none are found. */
export function leastOf(
  unknowns: readonly Unknown[],
  rules: readonly Constraint[],
  sum: Sum,
): readonly number[] | null {
  const flat = rules.flatMap(rule => rule.sum);
  const starts = [0];
  for (const rule of rules) starts.push((starts.at(-1) ?? 0) + rule.sum.length);
  const cost = new Float64Array(unknowns.length);
  for (const [unknown, times] of sum) cost[unknown] = (cost[unknown] ?? 0) + times;
  const end = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * highs.infinity);
  const model = highs.createModel({
    numCols: unknowns.length,
    numRows: rules.length,
    colCost: cost,
    colLower: Float64Array.from(unknowns, ({ low }) => end(low)),
    colUpper: Float64Array.from(unknowns, ({ high }) => end(high)),
    rowLower: Float64Array.from(rules, ({ low }) => end(low)),
    rowUpper: Float64Array.from(rules, ({ high }) => end(high)),
    integrality: Int32Array.from(unknowns, ({ isWhole }) => (isWhole ? 1 : 0)),
    matrix: {
      format: 'csr',
      numRows: rules.length,
      numCols: unknowns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(flat, ([unknown]) => unknown),
      values: Float64Array.from(flat, ([, times]) => times),
    },
  });
  try {
    // Nodes, and never time, end a search: what is hidden must not depend on how busy a machine is.
    model.options.set({ output_flag: false, mip_rel_gap: 0.01, mip_max_nodes: 2000 });
    model.run();
    const status = model.getModelStatus();
    const { optimal, solutionLimit } = highs.constants.modelStatus;
    if (status !== optimal && status !== solutionLimit) return null;
    const { colValue } = model.getSolution();
    const values = unknowns.map(({ isWhole }, at) =>
      isWhole ? Math.round(colValue[at] ?? 0) : (colValue[at] ?? 0),
    );
    return rules.every(rule => isKept(rule, values)) ? values : null;
  } finally {
    model.dispose();
  }
}

/** Whether values keep a rule, once whole numbers are whole: a search that was ended early may have none that do. */
function isKept({ sum, low, high }: Constraint, values: readonly number[]): boolean {
  const amount = amountOf(sum, values);
  const slip = 1e-5 * Math.max(1, Math.abs(amount));
  return amount >= low - slip && amount <= high + slip;
}
