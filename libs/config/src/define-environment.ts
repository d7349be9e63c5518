import type { DeclarationInput } from './schema/declaration.ts';

/** Gives the editor the types of a declaration; it is checked when it is rendered. */
export const defineEnvironment = (declaration: DeclarationInput): DeclarationInput => declaration;
