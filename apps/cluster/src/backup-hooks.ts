import type { Schedule, Service } from '@resilience/config/declaration';
import { goDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import { coveredServices } from '@resilience/config/volumes';
import type { BackupSpec } from '@resilience/velero/kinds/backup';

type ResourceHook = NonNullable<BackupSpec['hooks']>['resources'][number];
type Hook = Service['hooks'][number];

/** The hooks of the services that a schedule covers, each for the pods of one workload. */
export const backupHooks = (environment: Environment, schedule: Schedule): ResourceHook[] =>
  coveredServices(environment, schedule).flatMap(([name, service]) =>
    service.hooks.map((hook) => resourceHook(name, service, hook)),
  );

function resourceHook(name: string, service: Service, hook: Hook): ResourceHook {
  const workload = service.workloads.find((candidate) => candidate.name === hook.workload);
  const exec: NonNullable<ResourceHook['pre']>[number] = {
    exec: {
      container: hook.container,
      command: hook.command,
      onError: hook.onError === 'fail' ? 'Fail' : 'Continue',
      timeout: goDuration(hook.timeout),
    },
  };
  return {
    name: `${name}-${hook.name}`,
    includedNamespaces: [service.namespace],
    includedResources: ['pods'],
    labelSelector: { matchLabels: workload?.podLabels ?? {} },
    ...(hook.when === 'before-backup' ? { pre: [exec] } : { post: [exec] }),
  };
}
