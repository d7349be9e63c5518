import { checkInputs } from '@resilience/config/check-inputs';
import type { Declaration } from '@resilience/config/declaration';
import { waveOf } from '@resilience/config/waves';

/** The ConfigMap that holds what runbooks know of the services. */
export const declaredServicesName = 'declared-services';

/** The file in it. */
export const declaredServicesFile = 'services.json';

/** What is restored and looked at, by service. Each check goes to `verify.sh` as it stands here. */
export const declaredServices = (declaration: Pick<Declaration, 'services' | 'gitops'>) =>
  Object.fromEntries(
    Object.entries(declaration.services).map(([name, service]) => [
      name,
      {
        namespace: service.namespace,
        wave: waveOf(declaration, service),
        workloads: service.workloads.map((workload) => ({
          kind: workload.kind,
          name: workload.name,
        })),
        volumes: Object.fromEntries(
          Object.entries(service.volumes).map(([volume, { size, claimLabels, backup }]) => [
            volume,
            { claimLabels, method: backup.method, gibibytes: size.bytes / 1024 ** 3 },
          ]),
        ),
        checks: checkInputs(name, service),
      },
    ]),
  );
