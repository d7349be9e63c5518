import { goDuration } from '@resilience/config/duration';
import type { Environment } from '@resilience/config/environment';
import type { RestoreManifest } from '@resilience/velero/kinds/restore';

type RestoreHooks = Pick<RestoreManifest['spec'], 'hooks'>;

/** What services run in their pods once those are restored; Velero waits for each container. */
export function restoreHooks({ backups }: Environment): RestoreHooks {
  const resources = Object.entries(backups.source.services).flatMap(([name, service]) =>
    service.hooks.flatMap((hook) => {
      if (hook.kind !== 'command' || hook.when !== 'after-restore') return [];
      const workload = service.workloads.find((candidate) => candidate.name === hook.workload);
      const exec = {
        container: hook.container,
        command: hook.command,
        onError: hook.onError === 'fail' ? ('Fail' as const) : ('Continue' as const),
        execTimeout: goDuration(hook.timeout),
        waitForReady: true,
      };
      return [
        {
          name: `${name}-${hook.name}`,
          includedResources: ['pods'],
          labelSelector: { matchLabels: workload?.podLabels ?? {} },
          postHooks: [{ exec }],
        },
      ];
    }),
  );
  return resources.length > 0 ? { hooks: { resources } } : {};
}
