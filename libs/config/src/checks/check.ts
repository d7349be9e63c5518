import type { Finding } from '../problem.ts';
import type { Declaration } from '../schema/declaration.ts';

/** Judges what a schema alone cannot: how the parts of one valid declaration fit together. */
export type Check = (declaration: Declaration) => Finding[];
