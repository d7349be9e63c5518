/** `YYYY-MM-DD`, by which waivers are in force or over. */
export const today = (): string => new Date().toISOString().slice(0, 10);
