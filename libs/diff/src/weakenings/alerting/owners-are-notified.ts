import { declared, said } from '../../guard.ts';

export const ownersAreNotified = declared({
  id: 'alerting/owners-are-notified',
  absence: 'weakest',
  guards: ({ notifications: { owners } }) =>
    Object.entries(owners).flatMap(([owner, channels]) =>
      (channels === 'as-the-platform' ? [] : channels).map((channel) => ({
        path: `notifications.owners.${owner}`,
        id: channel,
        subject: owner,
        case: channel,
        strength: 1,
        value: 'sent',
      })),
    ),
  sentence: (one) =>
    said(one, {
      gone: () => `Alerts on services of ${one.names} are no longer sent to ${one.cases}.`,
      come: () => `Alerts on services of ${one.names} are sent to ${one.cases}, too.`,
      changed: () => '',
    }),
});
