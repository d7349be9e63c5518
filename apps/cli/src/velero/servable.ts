import type { Environment } from '@resilience/config/environment';

import type { Kubectl } from '../kubernetes/kubectl.ts';
import { chooseBackup } from './choose-backup.ts';

/** A declared service, and the backups that cannot serve it with the reason. */
export interface Servable {
  readonly service: string;
  /** The backup that a restore would take now; null where none can serve. */
  readonly newest: string | null;
  readonly refused: ReadonlyMap<string, string>;
}

/**
 * What each declared service could be restored from, if nothing was lost before now. Only the newest that can
 * serve, and those that cannot and are newer, are read.
 *
 * @param backup only this one is looked at; empty for all
 */
export async function servables(
  kubectl: Kubectl,
  environment: Environment,
  backup = '',
): Promise<Servable[]> {
  const services = Object.entries(environment.backups.source.services);
  const wanted = {
    services: services.map(([service, { namespace }]) => ({ service, namespace })),
    backup,
    before: '',
    disasterAt: '',
  };
  const choices = new Map(
    (await chooseBackup(kubectl, environment, wanted)).map((choice) => [choice.namespace, choice]),
  );
  return services.map(([service, { namespace }]) => {
    const { chosen = null, refused = [] } = choices.get(namespace) ?? {};
    return {
      service,
      newest: chosen?.name ?? null,
      refused: new Map(refused.map(({ name, refusal }) => [name, refusal])),
    };
  });
}
