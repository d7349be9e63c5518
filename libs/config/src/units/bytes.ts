/** An amount of data. Made by {@link mib}, {@link gib} and {@link tib}. */
export interface Bytes {
  readonly bytes: number;
}

const kibibyte = 1024;

/** @param count mebibytes of 1024² bytes */
export const mib = (count: number): Bytes => ({ bytes: count * kibibyte ** 2 });

/** @param count gibibytes of 1024³ bytes */
export const gib = (count: number): Bytes => ({ bytes: count * kibibyte ** 3 });

/** @param count tebibytes of 1024⁴ bytes */
export const tib = (count: number): Bytes => ({ bytes: count * kibibyte ** 4 });
