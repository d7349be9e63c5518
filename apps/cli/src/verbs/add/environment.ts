import type { Added, AddFlags } from '../../add/add-flags.ts';
import type { EnvironmentFlags } from '../../add/environment.ts';
import { optional, optionalList, required } from '../../command-line/flag.ts';
import { verb } from '../../command-line/verb.ts';
import { added, addFlags } from './add-flags.ts';

export const environment = verb<EnvironmentFlags & AddFlags, Added>({
  summary: 'add an environment for another cluster',
  arguments: [{ name: 'name', text: 'the name of the environment' }],
  flags: {
    cluster: required('<name>', 'the name of the EKS cluster'),
    identity: required('<issuer>', "the cluster's OIDC issuer, or pod-identity"),
    standbyOf: optional('<environment>', 'mount the replica of this environment'),
    region: optional('<region>', 'the region of the cluster'),
    drRegion: optional('<region>', 'the region of its copies, or none'),
    account: optional('<id>', 'the AWS account'),
    breakGlass: optionalList('<arns...>', 'IAM users or roles that may restore by hand'),
    monthlyBudget: optional('<dollars>', 'what its backups may cost in a month'),
    ...addFlags,
  },
  asks: ['standbyOf'],
  examples: [
    'add environment dr --standby-of production --cluster acme-dr --identity pod-identity',
  ],
  notes:
    'The diff and what the proof says are shown before anything is written. Git undoes the change.',
  result: added,
  run: async (flags, { words: [name = ''] }) => {
    const { addFromFlags } = await import('../../add/add-from-flags.ts');
    const { addEnvironment } = await import('../../add/environment.ts');
    return addFromFlags((declared) => addEnvironment(declared, name, flags), flags);
  },
});
