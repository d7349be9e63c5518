import { type Command, InvalidArgumentError, Option } from 'commander';

import type { ExitCode } from '../exit-code.ts';

const formats = ['text', 'json', 'svg'] as const;

export interface SimulateFlags {
  readonly env: string;
  readonly service?: string;
  readonly years: number;
  readonly seed: number;
  readonly failing: number;
  readonly outages: number;
  readonly format: (typeof formats)[number];
}

/** `resilience simulate`: lives through many years of disasters, and compares with the proof. */
export function simulateCommand(program: Command, finish: (code: ExitCode) => void): void {
  program
    .command('simulate')
    .description('simulate years of backups and disasters; exit with 1 when a proof did not hold')
    .requiredOption('--env <name>', 'the environment that is simulated')
    .option('--service <name>', 'print only this service')
    .option('--years <count>', 'years, each with every disaster once', wholeNumber(1), 10_000)
    .option('--seed <number>', 'the same seed has the same years', wholeNumber(0), 1)
    .option('--failing <percent>', 'so many of a hundred backups fail', wholeNumber(0, 100), 0)
    .option('--outages <count>', 'so often a year nothing runs for up to a day', wholeNumber(0), 0)
    .addOption(new Option('--format <name>', 'how to print').choices(formats).default('text'))
    .action(async (flags: SimulateFlags) => {
      const { simulate } = await import('../simulate/simulate.ts');
      finish(await simulate(flags));
    });
}

const wholeNumber =
  (low: number, high = 1_000_000) =>
  (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= low && value <= high) return value;
    throw new InvalidArgumentError(`A whole number from ${low} to ${high} is expected.`);
  };
