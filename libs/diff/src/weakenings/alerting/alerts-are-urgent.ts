import { severities } from '@resilience/config/notifications';

import { alertsOf } from '../../alerts.ts';
import { rendered } from '../../guard.ts';

export const alertsAreUrgent = rendered({
  id: 'alerting/alerts-are-urgent',
  absence: 'unsaid',
  guards: (files) =>
    alertsOf(files).map(({ file, name, key, severity }) => ({
      path: file,
      key,
      subject: name,
      strength: -severities.findIndex((one) => one === severity),
      value: severity,
    })),
  sentence: ({ names, before, after }) =>
    `The alert ${names} has the severity ${after} instead of ${before}.`,
});
