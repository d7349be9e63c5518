import { environment, optional, toggle } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';
import type { ExplainedService, ExplainFlags } from '../explain/explain.ts';

export const explain = verb<ExplainFlags, ExplainedService>({
  summary: "show how a service's worst case comes about, schedule by schedule",
  arguments: [{ name: 'service', text: 'a declared service', names: 'services' }],
  flags: {
    env: environment('the environment that declares it'),
    source: toggle('show where each value of the service comes from, in the place of its proofs'),
    scenario: optional('<name>', 'only this disaster, such as region-failure', 'scenarios'),
  },
  examples: [
    'explain orders --env production',
    'explain orders --env production --scenario region-failure --json',
    'explain orders --env production --source',
  ],
  notes: 'Exit with 1 when an objective is not held.',
  result: {
    environment: 'its name',
    service: 'its name',
    notBackedUp:
      'of a service that no backup holds: the `namespace`, the `reason`, and the `file`, `line`, `column` and `path` that declare it',
    values:
      'with --source: for each `path` its `value`, where it comes `from` (with a `note`), and the `file`, `line` and place (`at`) where it is written',
    proofs:
      'without --source: for each `scenario`: the `verdict`; unless no backup holds the service, `rpo` and `rto` (`declared`, `worst`, `expected`), the backups that can serve it, what its times are computed from (`inputs`), and the cheapest change (`mend`) where it is breached',
  },
  run: async (flags, { words: [service = ''] }) => {
    const { explain: show } = await import('../explain/explain.ts');
    return show(service, flags);
  },
});
