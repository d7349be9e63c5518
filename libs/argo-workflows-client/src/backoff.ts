import { setTimeout as sleep } from 'node:timers/promises';

/** How often, and after which pauses, something is tried again. */
export interface RetryPolicy {
  /** How often in a row, before the failure is thrown. */
  readonly retries: number;
  /** The first pause; each is twice as long as the one before. */
  readonly initialDelayMilliseconds: number;
  readonly maximumDelayMilliseconds: number;
}

/** Counts failures in a row, and waits longer after each, at random between half and all of the pause. */
export class Backoff {
  readonly #policy: RetryPolicy;
  #failures = 0;

  constructor(policy: RetryPolicy) {
    this.#policy = policy;
  }

  /** It works again. */
  reset(): void {
    this.#failures = 0;
  }

  /** @throws the failure, when it was one too many; the signal's reason, when it is aborted */
  async wait(failure: unknown, signal?: AbortSignal): Promise<void> {
    const { retries, initialDelayMilliseconds, maximumDelayMilliseconds } = this.#policy;
    if (this.#failures >= retries) throw failure;
    const pause = Math.min(
      initialDelayMilliseconds * 2 ** this.#failures,
      maximumDelayMilliseconds,
    );
    this.#failures += 1;
    try {
      await sleep(pause * (0.5 + Math.random() / 2), undefined, { ...(signal && { signal }) });
    } catch {
      signal?.throwIfAborted();
    }
  }
}
