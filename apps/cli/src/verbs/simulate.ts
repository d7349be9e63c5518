import { environment, format, optional, wholeNumber } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';
import { formats, type SimulateFlags } from '../simulate/simulate-flags.ts';
import type { Simulation } from '../simulate/simulate.ts';

export const simulate = verb<SimulateFlags, Simulation>({
  summary: 'simulate years of backups and disasters; exit with 1 when a proof did not hold',
  flags: {
    env: environment('the environment that is simulated'),
    service: optional('<name>', 'print only this service', 'services'),
    years: wholeNumber('<count>', 'years, each with every disaster once', 10_000, { low: 1 }),
    seed: wholeNumber('<number>', 'the same seed has the same years', 1, { low: 0 }),
    failing: wholeNumber('<percent>', 'so many of a hundred backups fail', 0, {
      low: 0,
      high: 100,
    }),
    outages: wholeNumber('<count>', 'so often a year nothing runs for up to a day', 0, { low: 0 }),
    format: format(formats),
  },
  examples: [
    'simulate --env production',
    'simulate --env production --service orders --failing 5 --json',
    'simulate --env production --format svg > simulation.svg',
  ],
  notes: '--format json is the same as --json.',
  result: {
    environment: 'its name',
    years: 'how many were simulated',
    seed: 'of the random numbers',
    results:
      'for each `service` and `scenario`: the `verdict`, and the `loss` and `time` in seconds (`p50`, `p95`, `p99`, `max`) beside `rpo` and `rto`',
    notSimulated: 'what no time is known of, or no backup is left for or made of',
  },
  run: async (flags) => {
    const { simulate: play } = await import('../simulate/simulate.ts');
    return play(flags);
  },
});
