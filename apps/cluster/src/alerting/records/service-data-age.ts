import { dataSince } from '../backups-of.ts';
import { provingSchedules } from '../data-age-limits.ts';
import { recordFamily } from '../record.ts';

export const serviceDataAge = recordFamily({
  name: 'service-data-age',
  about: 'How old the newest data is that each service can be restored from.',
  isOfServices: true,
  rules: (environment) =>
    Object.entries(environment.services).flatMap(([service, { owner }]) => {
      const schedules = provingSchedules(environment, service);
      return schedules.length === 0
        ? []
        : [
            {
              record: 'resilience:service_data_age_seconds',
              expr: `time() - (\n${dataSince(schedules)}\n)`,
              labels: { service, owner },
            },
          ];
    }),
});
