import { declared, said } from '../../guard.ts';

export const awsNotifies = declared({
  id: 'alerting/aws-notifies',
  absence: 'weakest',
  guards: ({ notifications: { withoutCluster } }) =>
    withoutCluster.map((address) => ({
      path: 'notifications.withoutCluster',
      id: address,
      subject: address,
      strength: 1,
      value: 'notified',
    })),
  sentence: (one) =>
    said(one, {
      gone: () => `AWS no longer notifies ${one.names} when the cluster is gone.`,
      come: () => `AWS notifies ${one.names}, too, when the cluster is gone.`,
      changed: () => '',
    }),
});
