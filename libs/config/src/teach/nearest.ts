import { distance } from 'fastest-levenshtein';

/** The word that was probably meant: at most a third of its letters differ. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((one) => ({ one, edits: distance(word.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, edits }) => edits <= Math.max(1, Math.floor(one.length / 3)))
    .toSorted((a, b) => a.edits - b.edits);
  return best?.one;
}

/**
 * How to correct a name that is not known.
 *
 * @param otherwise what else can be done, such as `declare the service`
 */
export function correctName(name: string, known: readonly string[], otherwise?: string): string {
  const meant = nearest(name, known);
  const correct = meant === undefined ? 'correct the name' : `write "${meant}", if that is meant`;
  return otherwise === undefined ? correct : `${correct}, or ${otherwise}`;
}
