import { severities } from '@resilience/config/notifications';

import { declared, said } from '../../guard.ts';

export const alertsAreSent = declared({
  id: 'alerting/alerts-are-sent',
  absence: 'weakest',
  guards: ({ notifications }) =>
    severities.flatMap((severity) =>
      notifications.severities[severity].channels.map((channel) => ({
        path: `notifications.severities.${severity}.channels`,
        id: channel,
        subject: severity,
        case: channel,
        strength: 1,
        value: 'sent',
      })),
    ),
  sentence: (one) =>
    said(one, {
      gone: () => `Alerts of the severity ${one.names} are no longer sent to ${one.cases}.`,
      come: () => `Alerts of the severity ${one.names} are sent to ${one.cases}, too.`,
      changed: () => '',
    }),
});
