import type { Added, AddFlags } from '../../add/add-flags.ts';
import type { DrillFlags } from '../../add/drill.ts';
import { environment, optional, optionalList, required } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import { added, addFlags } from './add-flags.ts';

export const drill = verb<DrillFlags & AddFlags, Added>({
  summary: 'add a drill to an environment',
  arguments: [{ name: 'name', text: 'the name of the drill' }],
  flags: {
    env: environment('the environment'),
    kind: required('<kind>', 'the kind of the drill', [
      'validation',
      'namespace-restore',
      'cluster-restore',
      'region-failover',
    ]),
    cron: required('<expression>', 'when it begins, in UTC'),
    services: optionalList('<names...>', 'the services that it restores'),
    budget: optional('<time>', 'the longest that it may take (default: 4h)'),
    approvalWithin: optional('<time>', 'how long a failover waits for a person'),
    ...addFlags,
  },
  asks: ['services'],
  examples: [
    "add drill restore --env production --kind namespace-restore --cron '0 7 1 * *' --services loyalty",
  ],
  notes:
    'The diff and what the proof says are shown before anything is written. Git undoes the change.',
  result: added,
  run: async (flags, { words: [name = ''] }) => {
    const { addFromFlags } = await import('../../add/add-from-flags.ts');
    const { addDrill } = await import('../../add/drill.ts');
    return addFromFlags((declared) => addDrill(declared, name, flags), flags);
  },
});
