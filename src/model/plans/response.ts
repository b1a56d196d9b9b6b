/** What may have become of a recommendation. */
export const responses = ['done', 'accepted', 'in-part', 'refused', 'not-stated'] as const;
/** What became of a recommendation. */
export type Response = (typeof responses)[number];
