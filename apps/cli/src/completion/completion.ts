import type { Tree } from '../command-line/verb.ts';
import { exitCode } from '../exit-code.ts';
import { refuse } from '../refusal.ts';
import { unknownName } from '../unknown-name.ts';
import type { Verbatim } from '../verbatim.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { lookUp } from './look-up.ts';
import { scriptFor } from './script.ts';
import { type Shell, shells } from './shells.ts';

export interface Completion {
  /** For the shell to read; null where words are completed. */
  readonly script: string | null;
  /** Words that can follow; null where no words are given. */
  readonly candidates: readonly Candidate[] | null;
}

/**
 * Does what `resilience completion` promises.
 *
 * @param words to complete, the last of which may be empty; none for the script
 */
export async function completion(
  tree: Tree,
  name: string,
  words: readonly string[],
): Promise<Verbatim<Completion>> {
  const shell = shells.find((one) => one === name) ?? refuse(unknownName('shell', name, shells));
  const fine = { code: exitCode.fine, verbatim: true };
  if (words.length === 0) {
    const script = scriptFor[shell];
    return { ...fine, result: { script, candidates: null }, text: () => script };
  }
  const candidates = await candidatesFor(tree, words, lookUp);
  return {
    ...fine,
    result: { script: null, candidates },
    text: () => candidates.map((one) => `${lineFor[shell](one)}\n`).join(''),
  };
}

/** As each shell takes a word with what it means. */
const lineFor: Readonly<Record<Shell, (candidate: Candidate) => string>> = {
  bash: ({ word }) => word,
  zsh: ({ word, text }) => (text === '' ? word : `${word}:${text}`),
  fish: ({ word, text }) => (text === '' ? word : `${word}\t${text}`),
};
