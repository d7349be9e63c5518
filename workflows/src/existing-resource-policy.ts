/** What every Restore does with what is there already: it is left as it is. */
export const existingResourcePolicy = 'none' as const;
