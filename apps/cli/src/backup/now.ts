import type { Declaration } from '@resilience/config/declaration';
import type { Environment } from '@resilience/config/environment';
import { longestRetention } from '@resilience/config/retention';
import type { RunbookName } from '@resilience/workflows/automation';

import type { Answer } from '../answer.ts';
import { argoOf } from '../argo/connect.ts';
import { follow, type FollowedRun } from '../argo/follow.ts';
import type { Limit } from '../argo/limits.ts';
import { inEnvironment } from '../in-environment.ts';
import { notBackedUpOrUnknown } from '../not-backed-up.ts';
import { refuse } from '../refusal.ts';
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
    const { source: declared } = environment.backups;
    const problems = [...unscheduled(environment), ...unnamed(declared, flags)];
    if (problems.length > 0) refuse(...problems);
    const target = flags.namespace ?? declared.services[flags.service ?? '']?.namespace ?? '';
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

function unnamed(declared: Declaration, { service, namespace: named }: NowFlags): string[] {
  if ((service === undefined) === (named === undefined)) {
    return ['name what is to be backed up, either by --service or by --namespace'];
  }
  if (service === undefined || Object.hasOwn(declared.services, service)) return [];
  const left = declared.notBackedUp[service];
  const once = left ? `; --namespace ${left.namespace} backs it up once` : '';
  return [`${notBackedUpOrUnknown(declared, service)}${once}`];
}
