import type { Finding } from '../problem.ts';
import type { Declaration } from '../schema/declaration.ts';
import { correctName } from '../teach/nearest.ts';
import type { Check } from './check.ts';

/** A drill restores what is declared; where a replica is mounted, its source declares that. */
export const drillsAreOfServices: Check = (declaration) =>
  declaration.storage.kind === 'bucket' ? undeclaredServices(declaration, declaration) : [];

/** @param source the environment whose backups the drills restore */
export const undeclaredServices = (
  { drills }: Declaration,
  { services }: Pick<Declaration, 'services'>,
): Finding[] =>
  Object.entries(drills).flatMap(([name, drill]) =>
    ('services' in drill ? drill.services : []).flatMap((service, index) =>
      Object.hasOwn(services, service)
        ? []
        : {
            path: `drills.${name}.services[${index}]`,
            code: 'config/drills-are-of-services',
            message: 'is not a declared service',
            expected: `one of ${Object.keys(services).join(', ')}`,
            received: `"${service}"`,
            fix: correctName(service, Object.keys(services), 'declare the service'),
          },
    ),
  );
