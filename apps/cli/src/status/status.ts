import type { Answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import { openEnvironments } from '../in-environment.ts';
import { kubectlOf } from '../kubernetes/kubectl.ts';
import { loadPolicy } from '../load-policy.ts';
import { today } from '../today.ts';
import { type EnvironmentStatus, statusOf } from './environment-status.ts';
import { formatStatus } from './format-status.ts';
import { isKept } from './recoveries.ts';

export interface StatusFlags {
  readonly env?: readonly string[];
  readonly context?: string;
}

export interface Status {
  readonly environments: readonly EnvironmentStatus[];
}

/** Does what `resilience status` promises. */
export async function status({ env, context }: StatusFlags): Promise<Answer<Status>> {
  const opened = await openEnvironments(env);
  const terms = { policy: await loadPolicy(), today: today() };
  const kubectl = kubectlOf(context);
  const environments = await Promise.all(opened.map((one) => statusOf(one, kubectl, terms)));
  return {
    code: environments.every(isFine) ? exitCode.fine : exitCode.findings,
    result: { environments },
    text: () => formatStatus(environments, new Date()),
  };
}

/** A cluster or a bucket that cannot be reached from here is no finding. */
const isFine = ({ recoveries, evidence, backups, findings }: EnvironmentStatus): boolean =>
  recoveries.every(isKept) &&
  evidence.recovered.every(({ rto, rpo }) =>
    [rto, rpo].every((one) => one?.over !== 'the objective'),
  ) &&
  ('unknown' in backups || backups.value.every(({ backup }) => backup !== null)) &&
  'value' in findings &&
  findings.value.stop === 0;
