/** The one of some words that has the fewest letters to change, to add or to take away; the first of several. */
export const closest = (word: string, known: readonly string[]): string | undefined =>
  known
    .map((one) => ({ one, changes: changesBetween(word, one) }))
    .toSorted((a, b) => a.changes - b.changes)
    .at(0)?.one;

/** Levenshtein's distance, row by row. */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(from).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(to).entries()) {
      next.push(
        Math.min(
          (row[column] ?? 0) + (letter === other ? 0 : 1),
          (row[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
        ),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
