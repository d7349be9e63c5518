import { environment, optional } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';
import type { Diagnosis } from '../doctor/diagnosis.ts';
import type { DoctorFlags } from '../doctor/doctor.ts';

export const doctor = verb<DoctorFlags, Diagnosis>({
  summary: 'look at this machine, at AWS, the cluster and its Velero; exit with 1 on what is wrong',
  flags: {
    env: environment('the environment to look at'),
    context: optional('<name>', "the context of kubectl (default: kubectl's own)"),
  },
  examples: ['doctor --env production', 'doctor --env production --context production --json'],
  notes:
    'It only reads; whether the user of kubectl may do what backups and restores need, the API server answers, and keeps nothing of. ARGO_SERVER and ARGO_TOKEN are tried where they are set. What cannot be looked at, such as a cluster that does not answer, is unknown, never ok, and exits with 1, too.',
  result: {
    environment: 'its name',
    groups:
      'each `group`: its `checks`, with `subject`, `state` (`ok`, `warning`, `wrong`, `unknown`), `found`, `fix`, and `closes` where the others of the group were not made for it; and the names of those that were `notMade`',
  },
  run: async (flags) => {
    const { doctor: examine } = await import('../doctor/doctor.ts');
    return examine(flags);
  },
});
