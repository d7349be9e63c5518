import type { Environment } from '@resilience/config/environment';

import type { Kubectl } from '../kubernetes/kubectl.ts';
import { backupsOf, beganAt } from '../velero/backup.ts';
import { mountedLocation } from '../velero/mounted-location.ts';
import { servables } from '../velero/servable.ts';

/** What a service would be restored from at this moment. */
export interface NewestBackup {
  readonly service: string;
  /** Null where no backup can serve. */
  readonly backup: string | null;
  readonly ageSeconds: number | null;
}

/**
 * The newest backup of each service that can be restored.
 *
 * @throws {Refusal} when the cluster does not answer, or is another environment's
 */
export async function newestBackups(
  kubectl: Kubectl,
  environment: Environment,
): Promise<NewestBackup[]> {
  await mountedLocation(kubectl, environment);
  const [found, services] = await Promise.all([
    backupsOf(kubectl),
    servables(kubectl, environment),
  ]);
  const began = new Map(found.map((backup) => [backup.metadata.name, beganAt(backup)]));
  return services.map(({ service, newest }) => ({
    service,
    backup: newest,
    ageSeconds: newest === null ? null : Math.floor((Date.now() - (began.get(newest) ?? 0)) / 1000),
  }));
}
