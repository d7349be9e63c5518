import type { Problem } from '@resilience/config/problem';
import { formatSubjects } from '@resilience/documents/words/format-unprotected';
import type { Proof } from '@resilience/recovery/prove';

/** What one place in the declaration keeps from being restored. */
type Unreached = Proof & { readonly unreachable: NonNullable<Proof['unreachable']> };

/** Whether no backup can be read after the disaster, whatever the schedules of the service are. */
export const isUnreached = (proof: Proof): proof is Unreached =>
  proof.unreachable !== undefined && proof.plan.length === 0;

/**
 * One problem for each place that leaves services without any copy to restore from, however many
 * objectives it breaks.
 *
 * @param proofs that are not held, and whose breach nobody waived
 */
export const unreachedProblems = (environment: string, proofs: readonly Proof[]): Problem[] =>
  [...Map.groupBy(proofs.filter(isUnreached), ({ unreachable }) => unreachable.path)].map(
    ([path, all]) => ({
      file: `environments/${environment}/config.ts`,
      path,
      code: 'recovery/unreachable',
      message: 'leaves no backup to restore from',
      expected: `a copy of ${formatSubjects(all)}`,
      received: all[0]?.unreachable.why ?? '',
      fix: `${fixes[path] ?? replicate}; or accept the loss: write { unprotected: '‹why nobody needs it back›' } as these objectives, as far as unprotected in environments/policy.ts allows it`,
    }),
  );

const replicate =
  "declare aws.drRegion, and storage.replication: { to: 'dr-region', maximumLag: minutes(15), readBy: ['‹environment›'] }";

const fixes: Readonly<Record<string, string>> = {
  'storage.replication.readBy':
    "name the environment that mounts the replica: one with storage: { kind: 'replica', of: '‹this environment›', accessMode: 'ReadOnly' }",
};
