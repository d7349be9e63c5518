import { alertsOf } from '../../alerts.ts';
import { rendered, said } from '../../guard.ts';

export const alertsAreThere = rendered({
  id: 'alerting/alerts-are-there',
  absence: 'weakest',
  guards: (files) =>
    alertsOf(files).map(({ file, name }) => ({
      path: file,
      id: name,
      subject: name,
      strength: 1,
      value: 'is there',
    })),
  sentence: (one) =>
    said(one, {
      gone: () => `The alert ${one.names} is no longer there.`,
      come: () => `The alert ${one.names} is there.`,
      changed: () => '',
    }),
});
