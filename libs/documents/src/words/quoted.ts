/** One word of a shell of POSIX. */
export const quoted = (value: string): string => `'${value.replaceAll("'", String.raw`'\''`)}'`;
