import {
  days,
  defineEnvironment,
  gib,
  hours,
  minutes,
  percent,
  seconds,
  usd,
} from '@resilience/config';

import { organisation } from '../organisation.ts';

/** Staging may lose two days: its data is made by tests. */
const objectives = {
  'pod-failure': { rpo: seconds(0), rto: minutes(1) },
  'volume-corruption': { rpo: hours(48), rto: minutes(60) },
  'namespace-deletion': { rpo: hours(48), rto: minutes(30) },
  'cluster-corruption': { rpo: hours(48), rto: hours(4) },
  'region-failure': { rpo: days(14), rto: hours(24) },
  'bucket-loss': { rpo: days(14), rto: hours(24) },
  'key-loss': { rpo: days(14), rto: hours(24) },
  'malicious-deletion': { rpo: days(14), rto: hours(24) },
  'late-discovery': { rpo: days(14), rto: hours(24) },
};

export default defineEnvironment({
  ...organisation,
  name: 'staging',
  tiers: { standard: { objectives } },
  aws: {
    account: '444455556666',
    partition: 'aws',
    region: 'us-east-1',
    drRegion: 'us-west-2',
  },
  cluster: {
    name: 'northwind-staging',
    identity: {
      kind: 'irsa',
      oidcIssuer: 'https://oidc.eks.us-east-1.amazonaws.com/id/91B7E04D5A2C4E8FB36D07C1F2A9E845',
    },
  },
  velero: {
    server: 'docker.io/velero/velero:v1.18.3',
    awsPlugin: 'docker.io/velero/velero-plugin-for-aws:v1.14.3',
  },
  storage: {
    kind: 'bucket',
    encryption: {
      keyRotation: days(365),
      keyDeletionWindow: days(7),
      newVolumes: { encrypted: 'by-default' },
    },
    lifecycle: {
      infrequentAccessAfter: days(30),
      glacierInstantRetrievalAfter: days(90),
      expireAfter: days(180),
      expireNoncurrentAfter: days(7),
      abortIncompleteUploadsAfter: days(7),
    },
    objectLock: { mode: 'off', reason: 'Staging holds test data only.' },
    accessLogs: { retention: days(30) },
    replication: {
      to: 'nowhere',
      reason: 'Staging is built anew from Git when its region is lost.',
    },
    archive: { to: 'nowhere', reason: 'Test data is worth nothing in a year.' },
    breakGlass: { principals: ['arn:aws:iam::444455556666:user/break-glass'] },
    monthlyBudget: usd(50),
  },
  evidence: { objectLock: 'governance', retention: days(365) },
  schedules: {
    /** What the monthly rehearsal of a namespace restore restores. */
    daily: {
      cron: '0 2 * * *',
      retention: days(7),
      covers: 'cluster',
      volumes: 'snapshots',
      durationBudget: minutes(60),
    },
    weekly: {
      cron: '0 3 * * 0',
      retention: days(30),
      covers: 'cluster',
      volumes: 'file-level-copies',
      durationBudget: hours(2),
    },
  },
  services: {
    orders: {
      owner: 'checkout',
      tier: 'standard',
      objects: 120,
      workloads: [
        {
          kind: 'StatefulSet',
          name: 'orders-postgres',
          podLabels: { 'app.kubernetes.io/name': 'orders-postgres' },
        },
      ],
      volumes: {
        'postgres-data': {
          size: gib(10),
          used: percent(40),
          dailyChange: percent(2),
          content: 'postgres',
          claimLabels: { 'app.kubernetes.io/name': 'orders-postgres' },
          backup: { method: 'snapshot' },
        },
      },
      verification: [
        {
          check: 'row-count',
          engine: 'postgres',
          workload: 'orders-postgres',
          container: 'postgres',
          client: ['psql', '--username=postgres'],
          timeout: minutes(2),
          database: 'orders',
          table: 'orders',
          atLeast: 100,
        },
        {
          check: 'integrity',
          engine: 'postgres',
          workload: 'orders-postgres',
          container: 'postgres',
          client: ['psql', '--username=postgres'],
          timeout: minutes(10),
          database: 'orders',
          pageChecksums: 'on',
          indexes: 'amcheck',
        },
      ],
    },
    media: {
      owner: 'storefront',
      tier: 'standard',
      objects: 60,
      workloads: [
        {
          kind: 'Deployment',
          name: 'media-uploads',
          podLabels: { 'app.kubernetes.io/name': 'media-uploads' },
        },
      ],
      volumes: {
        uploads: {
          size: gib(5),
          used: percent(40),
          dailyChange: percent(1),
          content: 'uploads',
          claimLabels: { 'app.kubernetes.io/name': 'media-uploads' },
          backup: { method: 'file-system' },
        },
      },
      verification: [
        {
          check: 'checksums',
          volume: 'uploads',
          workload: 'media-uploads',
          container: 'uploads',
          timeout: minutes(2),
          path: '/var/lib/uploads',
          manifest: '.canary/SHA256SUMS',
          within: minutes(5),
        },
      ],
    },
  },
  changes: { retention: days(7), applications: {} },
  restores: {
    objects: 'changed',
    storageClass: 'gp3',
    ingressClass: 'rehearsal',
    ingressHosts: [],
    workloads: 'stopped',
  },
  drills: {
    validation: {
      kind: 'validation',
      cron: '0 6 * * 1',
      durationBudget: hours(1),
      services: ['orders'],
    },
    'namespace-restore': {
      kind: 'namespace-restore',
      cron: '0 7 1 * *',
      durationBudget: hours(2),
      services: ['orders', 'media'],
    },
  },
  waivers: ['orders', 'media'].flatMap((service) =>
    ['region-failure', 'bucket-loss', 'key-loss', 'malicious-deletion'].map((scenario) => ({
      rule: 'recovery/rpo',
      subject: `${service}/${scenario}`,
      reason: 'Staging is built anew from Git when its copies are lost; its data is made by tests.',
      owner: 'platform',
      expires: '2027-11-30',
    })),
  ),
});
