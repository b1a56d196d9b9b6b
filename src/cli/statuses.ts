/** The exit statuses: done, issues in data or content, wrong usage, a fault of ours. */
export const statuses = { done: 0, issues: 1, usage: 2, fault: 3 } as const;
