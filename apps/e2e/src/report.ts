import { skipped } from './skipped.ts';

/** What was checked, what failed, and what was left out, as it happens. */
export class Report {
  readonly #skipped = new Set<string>();
  #passed = 0;
  #failed = 0;

  /** Runs a check, prints how it went, and goes on. */
  async check(what: string, run: () => Promise<string | void>): Promise<boolean> {
    const started = performance.now();
    try {
      const detail = await run();
      const seconds = Math.round((performance.now() - started) / 1000);
      const time = seconds > 0 ? `  ${seconds} s` : '';
      process.stdout.write(`ok      ${what}${detail ? `: ${detail}` : ''}${time}\n`);
      this.#passed += 1;
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      process.stdout.write(`FAILED  ${what}\n${message.replaceAll(/^/gm, '        ')}\n`);
      this.#failed += 1;
      return false;
    }
  }

  /** Notes what is left out here. */
  skip(name: string, reason: string): void {
    this.#skipped.add(skipped(name, reason));
  }

  /** @returns whether every check passed, and there was something to check or to leave out */
  finish(): boolean {
    const isSomething = this.#passed + this.#failed + this.#skipped.size > 0;
    process.stdout.write(`\n${[...this.#skipped].join('')}`);
    process.stdout.write(
      `${this.#passed} checks passed, ${this.#failed} failed, ${this.#skipped.size} skipped\n`,
    );
    if (!isSomething) process.stdout.write('FAILED  there was nothing to check\n');
    return isSomething && this.#failed === 0;
  }
}
