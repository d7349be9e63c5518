/** What has to be undone, the last first, whatever becomes of the rest. */
export class Cleanups {
  readonly #pending: (() => Promise<void> | void)[] = [];

  defer(undo: () => Promise<void> | void): void {
    this.#pending.push(undo);
  }

  /** Undoes everything that was not undone yet. */
  async run(): Promise<void> {
    const problems: unknown[] = [];
    for (let undo = this.#pending.pop(); undo; undo = this.#pending.pop()) {
      await Promise.resolve()
        .then(undo)
        .catch((error: unknown) => problems.push(error));
    }
    if (problems.length > 0) throw new AggregateError(problems, problems.map(String).join('\n'));
  }
}
