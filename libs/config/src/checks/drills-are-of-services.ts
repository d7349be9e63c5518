import type { Finding } from '../problem.ts';
import type { Declaration } from '../schema/declaration.ts';
import type { Check } from './check.ts';
import { unknownService } from './unknown-service.ts';

/** A drill restores what is declared; where a replica is mounted, its source declares that. */
export const drillsAreOfServices: Check = (declaration) =>
  declaration.storage.kind === 'bucket' ? undeclaredServices(declaration, declaration) : [];

/** @param source the environment whose backups the drills restore */
export const undeclaredServices = (
  { drills }: Declaration,
  source: Pick<Declaration, 'services' | 'notBackedUp'>,
): Finding[] =>
  Object.entries(drills).flatMap(([name, drill]) =>
    ('services' in drill ? drill.services : []).flatMap((service, index) =>
      unknownService(source, {
        path: `drills.${name}.services[${index}]`,
        code: 'config/drills-are-of-services',
        service,
      }),
    ),
  );
