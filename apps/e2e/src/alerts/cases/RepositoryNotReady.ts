import { minutes } from '@resilience/config/duration';

import { activeAt, type AlertCases, firingAt, quietAt } from '../alert-case.ts';
import { steady, switched } from '../series.ts';

const metric = 'resilience_backup_repository_phase';
const notReady = (name: string) => ({
  repository: `${name}-default-kopia-x1`,
  volume_namespace: name,
  phase: 'NotReady',
});
const orders = ['orders-default-kopia-x1', 'orders'];

export const repositoryNotReady: AlertCases = {
  alert: 'RepositoryNotReady',
  by: ['repository', 'volume_namespace'],
  silentWithout: [metric],
  cases: () => [
    {
      kind: 'quiet',
      what: 'every repository is ready, and one is new',
      series: [
        steady(metric, notReady('orders'), 0),
        steady(metric, { ...notReady('orders'), phase: 'Ready' }, 1),
        steady(metric, { ...notReady('media'), phase: 'New' }, 1),
      ],
      expect: quietAt(minutes(0), minutes(60)),
    },
    {
      kind: 'boundary',
      what: 'the location has changed, and Velero has not looked yet',
      series: [switched(metric, notReady('orders'), [0, minutes(10), 1])],
      expect: [
        ...quietAt(minutes(9)),
        { at: minutes(24), alerts: [] },
        firingAt(minutes(25), orders),
      ],
    },
    {
      kind: 'firing',
      what: 'its password is wrong',
      series: [steady(metric, notReady('orders'), 1)],
      expect: [activeAt(minutes(0), orders), firingAt(minutes(15), orders)],
    },
    {
      kind: 'resolving',
      what: 'it has been opened',
      series: [switched(metric, notReady('orders'), [1, minutes(20), 0])],
      expect: [firingAt(minutes(19), orders), ...quietAt(minutes(20))],
    },
  ],
};
