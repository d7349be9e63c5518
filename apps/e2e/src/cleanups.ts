/** What has to be undone, the last first, whatever becomes of the rest. */
export class Cleanups {
  readonly #pending: (() => Promise<void> | void)[] = [];
  #running: Promise<void> | undefined;

  defer(undo: () => Promise<void> | void): void {
    this.#pending.push(undo);
  }

  /** Undoes everything that was not undone yet; where that goes on already, it is waited for. */
  run(): Promise<void> {
    this.#running ??= this.#undoAll().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #undoAll(): Promise<void> {
    const problems: unknown[] = [];
    for (let undo = this.#pending.pop(); undo; undo = this.#pending.pop()) {
      await Promise.resolve()
        .then(undo)
        .catch((error: unknown) => problems.push(error));
    }
    if (problems.length > 0) throw new AggregateError(problems, problems.map(String).join('\n'));
  }
}
