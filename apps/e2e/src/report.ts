/** What was checked, what failed, and what could not be checked, as it happens. */
export class Report {
  readonly #gaps = new Map<string, string[]>();
  readonly #gapHeading: string;
  #passed = 0;
  #failed = 0;

  /** @param gapHeading says why something was not checked, before the list of what */
  constructor(gapHeading: string) {
    this.#gapHeading = gapHeading;
  }

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

  /** Notes what could not be checked here. */
  gap(what: string, reason: string): void {
    this.#gaps.set(reason, [...(this.#gaps.get(reason) ?? []), what]);
  }

  /** @returns whether every check passed */
  finish(): boolean {
    if (this.#gaps.size > 0) process.stdout.write(`\n${this.#gapHeading}:\n`);
    for (const [reason, places] of this.#gaps) {
      process.stdout.write(`gap     ${reason}\n`);
      for (const place of new Set(places)) process.stdout.write(`            ${place}\n`);
    }
    process.stdout.write(`\n${this.#passed} checks passed, ${this.#failed} failed\n`);
    return this.#failed === 0;
  }
}
