import { correctName } from '../teach/nearest.ts';
import type { Check } from './check.ts';

/** A backup before a change is of what the change can break. */
export const changesAreOfServices: Check = ({ changes, services }) =>
  Object.entries(changes.applications)
    .filter(([, service]) => !Object.hasOwn(services, service))
    .map(([application, service]) => ({
      path: `changes.applications.${application}`,
      code: 'config/changes-are-of-services',
      message: 'is not a declared service',
      expected: `one of ${Object.keys(services).join(', ')}`,
      received: `"${service}"`,
      fix: correctName(service, Object.keys(services), 'declare the service'),
    }));
