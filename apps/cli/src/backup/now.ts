import type { Environment } from '@resilience/config/environment';
import { longestRetention } from '@resilience/config/retention';
import type { RunbookName } from '@resilience/workflows/automation';

import type { Answer } from '../answer.ts';
import { argoOf } from '../argo/connect.ts';
import { follow, type FollowedRun } from '../argo/follow.ts';
import type { Limit } from '../argo/limits.ts';
import { inEnvironment } from '../in-environment.ts';
import { refuse } from '../refusal.ts';
import { unknownName } from '../unknown-name.ts';
import { namespace } from '../velero/velero-namespace.ts';

const runbook: RunbookName = 'back-up-on-demand';

export interface NowFlags {
  readonly env: string;
  readonly service?: string;
  readonly namespace?: string;
  readonly argoServer?: string;
}

/** Does what `resilience backup now` promises. */
export const backUpNow = (flags: NowFlags): Promise<Answer<FollowedRun>> =>
  inEnvironment(flags, async (environment) => {
    const { services } = environment.backups.source;
    const problems = [...unscheduled(environment), ...unnamed(services, flags)];
    if (problems.length > 0) refuse(...problems);
    const target = flags.namespace ?? services[flags.service ?? '']?.namespace ?? '';
    const argo = argoOf(flags);
    const source = { kind: 'WorkflowTemplate', name: runbook } as const;
    const { metadata } = await argo.workflows.submit(namespace, source, {
      parameters: { namespace: target },
    });
    const name = metadata.name ?? '';
    const { seconds } = environment.workflows.recoveryBudget;
    const limits: Limit[] = [{ of: '', seconds }];
    const watched = { namespace, name, limits };
    return follow(argo, watched, `argo watch --namespace ${namespace} ${name}`);
  });

/** Without schedules nothing says how long backups are kept, and the runbook is not rendered. */
const unscheduled = (environment: Environment): string[] =>
  longestRetention(environment) === undefined
    ? [`${environment.name} declares no schedules, and has no runbook ${runbook}`]
    : [];

function unnamed(
  services: Environment['services'],
  { service, namespace: named }: NowFlags,
): string[] {
  if ((service === undefined) === (named === undefined)) {
    return ['name what is to be backed up, either by --service or by --namespace'];
  }
  const known = Object.keys(services);
  return service === undefined || known.includes(service)
    ? []
    : [unknownName('service', service, known)];
}
