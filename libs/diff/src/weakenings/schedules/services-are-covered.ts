import { coveredServices } from '@resilience/config/volumes';

import { declared, said } from '../../guard.ts';

export const servicesAreCovered = declared({
  id: 'schedules/services-are-covered',
  absence: 'weakest',
  guards: (environment) =>
    Object.entries(environment.schedules).flatMap(([name, schedule]) =>
      coveredServices(environment, schedule).map(([service]) => ({
        path: `schedules.${name}.covers`,
        id: service,
        within: [`services.${service}`],
        subject: service,
        case: name,
        strength: 1,
        value: 'covered',
      })),
    ),
  sentence: (one) =>
    said(one, {
      gone: () => `The schedule ${one.cases} no longer covers ${one.names}.`,
      come: () => `The schedule ${one.cases} covers ${one.names}, too.`,
      changed: () => '',
    }),
});
