/** Classes of data, the one that matters most first. */
export const tiers = ['critical', 'important', 'standard'] as const;
