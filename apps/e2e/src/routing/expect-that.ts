/** @throws with what was found instead */
export function expectThat(holds: boolean, expected: string, found: unknown): void {
  if (holds) return;
  const text = typeof found === 'string' ? found : JSON.stringify(found, undefined, 2);
  throw new Error(`expected ${expected}, found:\n${text}`);
}
