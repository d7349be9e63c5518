import { coveredServices } from '@resilience/config/volumes';

import { counted, declared, said } from '../../guard.ts';

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
      gone: () =>
        `No backup of the ${counted('schedule', one.manyCases)} ${one.cases} holds ${one.names} any more.`,
      come: () =>
        `Backups of the ${counted('schedule', one.manyCases)} ${one.cases} hold ${one.names}, too.`,
      changed: () => '',
    }),
});
