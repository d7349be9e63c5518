import type { Check } from './check.ts';
import { unknownService } from './unknown-service.ts';

export const schedulesCoverKnownServices: Check = (declaration) =>
  Object.entries(declaration.schedules).flatMap(([name, { covers }]) =>
    covers === 'cluster'
      ? []
      : covers.flatMap((service, index) =>
          unknownService(declaration, {
            path: `schedules.${name}.covers[${index}]`,
            code: 'config/schedules-cover-known-services',
            service,
          }),
        ),
  );
