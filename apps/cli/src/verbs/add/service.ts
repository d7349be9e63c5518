import { tiers } from '@resilience/config/tiers';

import type { Added, AddFlags } from '../../add/add-flags.ts';
import type { ServiceFlags } from '../../add/service.ts';
import { softwareWords } from '../../add/software-words.ts';
import { environment, oneOf, optional, optionalList } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import { added, addFlags } from './add-flags.ts';

export const service = verb<ServiceFlags & AddFlags, Added>({
  summary: 'add a service to an environment',
  arguments: [{ name: 'name', text: 'the name of the service' }],
  flags: {
    env: environment('the environment'),
    namespace: optional('<name>', "its namespace (default: the service's name)"),
    owner: optional('<team>', 'the team that owns it (default: the first of notifications.owners)'),
    tier: oneOf('<tier>', 'how much it matters (default: important)', tiers),
    software: oneOf('<kind>', 'what holds its data', softwareWords),
    size: optional('<size>', 'the size of its volume (default: 10gib)'),
    workload: optional('<kind/name>', 'what it runs in, such as StatefulSet/orders-db'),
    container: optional('<name>', 'the container that hooks and checks run in'),
    database: optional('<name>', 'the database that is checked'),
    path: optional('<path>', 'where the container mounts the volume'),
    label: optionalList('<labels...>', 'the labels of its pods and claims, as key=value'),
    volume: optionalList(
      '<name:size:content...>',
      'further volumes, such as uploads:50gib:uploads',
    ),
    like: optional('<service>', 'the service whose objectives it gets'),
    ...addFlags,
  },
  asks: ['software', 'size', 'owner', 'tier'],
  examples: [
    'add service loyalty --env production --software postgresql --size 20gib',
    'add service loyalty --env production --software postgresql --dry-run --json',
  ],
  notes:
    'The diff and what the proof says are shown before anything is written. Git undoes the change.',
  result: added,
  run: async (flags, { words: [name = ''] }) => {
    const { addFromFlags } = await import('../../add/add-from-flags.ts');
    const { addService } = await import('../../add/service.ts');
    return addFromFlags((declared) => addService(declared, name, flags), flags);
  },
});
