import type { Check } from './check.ts';
import { unknownService } from './unknown-service.ts';

/** A backup before a change is of what the change can break. */
export const changesAreOfServices: Check = (declaration) =>
  Object.entries(declaration.changes.applications).flatMap(([application, service]) =>
    unknownService(declaration, {
      path: `changes.applications.${application}`,
      code: 'config/changes-are-of-services',
      service,
    }),
  );
