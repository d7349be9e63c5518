import { alertsOf } from '../../alerts.ts';
import { be, counted, rendered, said } from '../../guard.ts';

export const alertsAreThere = rendered({
  id: 'alerting/alerts-are-there',
  absence: 'weakest',
  guards: (files) =>
    alertsOf(files).map(({ file, name, service }) => ({
      path: file,
      key: `${name} ${service ?? ''}`,
      within: service === undefined ? [] : [`services.${service}`],
      subject: name,
      strength: 1,
      value: 'is there',
    })),
  sentence: (one) =>
    said(one, {
      gone: () => `The ${counted('alert', one.many)} ${one.names} ${be(one.many)} no longer there.`,
      come: () => `The ${counted('alert', one.many)} ${one.names} ${be(one.many)} added.`,
      changed: () => '',
    }),
});
