import { matches, namespacesLeftOut } from '../left-out.ts';
import type { Check } from './check.ts';

/** A service would count as backed up, and be in no backup of the cluster. */
export const servicesAreNotLeftOut: Check = (declaration) =>
  namespacesLeftOut(declaration).flatMap(({ namespaces, path, service: left }) =>
    Object.entries(declaration.services)
      .filter(([, { namespace }]) => matches(namespaces, namespace))
      .map(([service, { namespace }]) => ({
        path: left === undefined ? `${path}.namespaces` : `${path}.namespace`,
        code: 'config/services-are-not-left-out',
        message: `leaves the service ${service} out of every backup of the cluster`,
        expected: `namespaces other than ${namespace}, that of services.${service}`,
        received: `"${namespaces}"`,
        fix: `name other namespaces, or declare services.${service} as notBackedUp, with its reason`,
      })),
  );
