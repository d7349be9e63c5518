/** What a declaration is made of before it is known to be one. */
export type Written = Readonly<Record<string, unknown>>;

export const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing where something else stands: the schema says what is wrong with that. */
export const writtenIn = (value: unknown): Written => (isWritten(value) ? value : {});

export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
