import { days, defineEnvironment, hours } from '@resilience/config';

import { organisation } from '../organisation.ts';

/** The cluster that waits in production's DR region; it restores what production replicates to it. */
export default defineEnvironment({
  ...organisation,
  name: 'dr',
  /** Production is in the same account. */
  ci: { ...organisation.ci, identityProvider: 'exists' },
  reviewers: {
    ...organisation.reviewers,
    environment: ['@northwind-shop/platform', '@northwind-shop/sre'],
  },
  aws: {
    account: '111122223333',
    partition: 'aws',
    region: 'us-west-2',
    drRegion: 'us-east-1',
  },
  cluster: {
    name: 'northwind-dr',
    identity: {
      kind: 'irsa',
      oidcIssuer: 'https://oidc.eks.us-west-2.amazonaws.com/id/2E6F1B9C84D34A07B5E8D2C6A1F07935',
    },
  },
  velero: {
    server: 'docker.io/velero/velero:v1.18.3',
    awsPlugin: 'docker.io/velero/velero-plugin-for-aws:v1.14.3',
  },
  storage: { kind: 'replica', of: 'production', accessMode: 'ReadOnly' },
  evidence: { objectLock: 'compliance', retention: days(730) },
  schedules: {},
  services: {},
  changes: { retention: days(14), applications: {} },
  restores: {
    objects: 'changed',
    storageClass: 'gp3',
    ingressClass: 'nginx',
    ingressHosts: [
      { namespace: 'storefront', ingress: 'storefront', host: 'shop.dr.northwind.example' },
    ],
    workloads: 'running',
  },
  drills: {
    validation: {
      kind: 'validation',
      cron: '0 6 * * 1',
      durationBudget: hours(1),
      services: ['orders'],
    },
    'cluster-restore': {
      kind: 'cluster-restore',
      cron: '0 8 2 1,4,7,10 *',
      durationBudget: hours(4),
    },
    'region-failover': {
      kind: 'region-failover',
      cron: '0 8 4 11 *',
      durationBudget: hours(8),
      approval: { by: 'person', within: hours(6) },
    },
  },
  waivers: [],
});
