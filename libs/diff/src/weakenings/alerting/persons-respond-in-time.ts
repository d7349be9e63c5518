import { formatDuration } from '@resilience/config/duration';
import { severities } from '@resilience/config/notifications';

import { declared } from '../../guard.ts';

export const personsRespondInTime = declared({
  id: 'alerting/persons-respond-in-time',
  absence: 'unsaid',
  guards: ({ notifications }) =>
    severities.map((severity) => {
      const { respondWithin, responder } = notifications.severities[severity];
      return {
        path: `notifications.severities.${severity}.respondWithin`,
        subject: severity,
        strength: -respondWithin.seconds,
        value: `${responder} within ${formatDuration(respondWithin)}`,
      };
    }),
  sentence: ({ names, before, after }) =>
    `Alerts of the severity ${names} are taken on by ${after}, instead of by ${before}.`,
});
