import type { Figure } from '../../model/figure.ts';

/** Statements add no figures but those that their words name. */
export type StatementsFindings = { readonly figures: readonly Figure[] };

/** The findings on the statements of an edition: nothing is worked out from what people say. */
export function statementsFindings(): StatementsFindings {
  return { figures: [] };
}
