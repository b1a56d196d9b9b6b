/** What may have become of a recommendation. */
export const responses = ['done', 'accepted', 'in-part', 'refused', 'not-stated'] as const;
/** What became of a recommendation. */
export type Response = (typeof responses)[number];

/** A recommendation as far as its answer goes. */
export type Answered = {
  readonly status: Response;
  readonly response?: string | undefined;
  readonly reason?: string | undefined;
  readonly due?: string | undefined;
};

/** True of a recommendation that was due an answer before the cut-off, and of which neither one nor a reason is stated. */
export function isOverdue({ status, response, reason, due }: Answered, cutOff: string): boolean {
  const isSilent = status === 'not-stated' && response === undefined && reason === undefined;
  return due !== undefined && due < cutOff && isSilent;
}
