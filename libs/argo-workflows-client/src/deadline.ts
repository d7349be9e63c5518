/** Ends a request when nothing has come for too long; it can be stopped and started again. */
export class Deadline {
  readonly milliseconds: number;
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  get isOver(): boolean {
    return this.#controller.signal.aborted;
  }

  start(): void {
    this.stop();
    this.#timer = setTimeout(() => this.#controller.abort(), this.milliseconds);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** @returns a signal for whichever comes first */
  or(signal: AbortSignal | undefined): AbortSignal {
    const { signal: over } = this.#controller;
    return signal ? AbortSignal.any([over, signal]) : over;
  }
}
