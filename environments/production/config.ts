import { days, defineEnvironment, gib, hours, minutes, percent, usd } from '@resilience/config';

import { organisation } from '../organisation.ts';

/** The password stays in the container, and is in nobody's list of processes. */
const mysqlAsRoot: [string, ...string[]] = [
  'sh',
  '-c',
  'MYSQL_PWD="$MYSQL_ROOT_PASSWORD" exec mysql --user=root "$@"',
  'mysql',
];

export default defineEnvironment({
  ...organisation,
  name: 'production',
  reviewers: {
    ...organisation.reviewers,
    environment: ['@northwind-shop/platform', '@northwind-shop/sre'],
  },
  aws: {
    account: '111122223333',
    partition: 'aws',
    region: 'us-east-1',
    drRegion: 'us-west-2',
  },
  cluster: {
    name: 'northwind-production',
    identity: {
      kind: 'irsa',
      oidcIssuer: 'https://oidc.eks.us-east-1.amazonaws.com/id/5C1D8A90E3B74F62A1D0C9B8E7F60A13',
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
      keyDeletionWindow: days(30),
      newVolumes: { encrypted: 'by-default' },
    },
    lifecycle: {
      infrequentAccessAfter: days(30),
      glacierInstantRetrievalAfter: days(90),
      expireAfter: days(400),
      expireNoncurrentAfter: days(30),
      abortIncompleteUploadsAfter: days(7),
    },
    objectLock: {
      mode: 'off',
      reason: 'Versioning and the separate replica protect the copies until legal asks for WORM.',
    },
    accessLogs: { retention: days(365) },
    replication: { to: 'dr-region', maximumLag: minutes(15), readBy: ['dr'] },
    /** Seven years, as the books have to be kept. */
    archive: { to: 'deep-archive', expireAfter: days(2557) },
    breakGlass: {
      principals: [
        'arn:aws:iam::111122223333:user/break-glass-1',
        'arn:aws:iam::111122223333:user/break-glass-2',
      ],
    },
    monthlyBudget: usd(400),
  },
  evidence: { objectLock: 'compliance', retention: days(730) },
  schedules: {
    daily: {
      cron: '0 2 * * *',
      retention: days(30),
      covers: 'cluster',
      volumes: 'snapshots',
      durationBudget: minutes(60),
    },
    weekly: {
      cron: '0 3 * * 0',
      retention: days(90),
      covers: 'cluster',
      volumes: 'file-level-copies',
      durationBudget: hours(4),
    },
    monthly: {
      cron: '0 4 1 * *',
      retention: days(365),
      covers: 'cluster',
      volumes: 'file-level-copies',
      durationBudget: hours(4),
    },
    /** A daily backup is more than 24 hours old just before the next, and snapshots stay in their region. */
    'half-daily-offsite': {
      cron: '0 8,20 * * *',
      retention: days(14),
      covers: 'cluster',
      volumes: 'file-level-copies',
      durationBudget: hours(2),
    },
  },
  services: {
    orders: {
      owner: 'checkout',
      tier: 'critical',
      objects: 200,
      workloads: [
        {
          kind: 'StatefulSet',
          name: 'orders-postgres',
          podLabels: { 'app.kubernetes.io/name': 'orders-postgres' },
        },
        {
          kind: 'Deployment',
          name: 'orders-api',
          podLabels: { 'app.kubernetes.io/name': 'orders-api' },
        },
      ],
      volumes: {
        'postgres-data': {
          size: gib(100),
          used: percent(60),
          dailyChange: percent(3),
          content: 'postgres',
          claimLabels: { 'app.kubernetes.io/name': 'orders-postgres' },
          backup: { method: 'snapshot' },
        },
      },
      hooks: [
        {
          kind: 'command',
          name: 'checkpoint',
          workload: 'orders-postgres',
          container: 'postgres',
          when: 'before-backup',
          command: ['psql', '--username=postgres', '--command=CHECKPOINT'],
          timeout: minutes(2),
          onError: 'continue',
        },
      ],
      verification: [
        {
          check: 'row-count',
          engine: 'postgres',
          workload: 'orders-postgres',
          container: 'postgres',
          client: ['psql', '--username=postgres'],
          timeout: minutes(10),
          database: 'orders',
          table: 'orders',
          atLeast: 1_000_000,
        },
        {
          check: 'newest-row',
          engine: 'postgres',
          workload: 'orders-postgres',
          container: 'postgres',
          client: ['psql', '--username=postgres'],
          timeout: minutes(2),
          database: 'orders',
          table: 'orders',
          column: 'created_at',
          within: minutes(15),
        },
        {
          check: 'integrity',
          engine: 'postgres',
          workload: 'orders-postgres',
          container: 'postgres',
          client: ['psql', '--username=postgres'],
          timeout: minutes(30),
          database: 'orders',
          pageChecksums: 'on',
          indexes: 'amcheck',
        },
        { check: 'http', workload: 'orders-api', port: 8080, path: '/healthz' },
      ],
    },
    catalog: {
      owner: 'merchandising',
      tier: 'critical',
      objects: 150,
      workloads: [
        {
          kind: 'StatefulSet',
          name: 'catalog-mysql',
          podLabels: { 'app.kubernetes.io/name': 'catalog-mysql' },
        },
        {
          kind: 'Deployment',
          name: 'catalog-api',
          podLabels: { 'app.kubernetes.io/name': 'catalog-api' },
        },
      ],
      volumes: {
        'mysql-data': {
          size: gib(60),
          used: percent(50),
          dailyChange: percent(2),
          content: 'mysql',
          claimLabels: { 'app.kubernetes.io/name': 'catalog-mysql' },
          backup: { method: 'snapshot' },
        },
      },
      hooks: [
        {
          kind: 'mysql-read-lock',
          name: 'read-lock',
          workload: 'catalog-mysql',
          container: 'mysql',
          client: mysqlAsRoot,
          holdAtMost: minutes(10),
          timeout: minutes(2),
          onError: 'fail',
        },
      ],
      verification: [
        {
          check: 'row-count',
          engine: 'mysql',
          workload: 'catalog-mysql',
          container: 'mysql',
          client: mysqlAsRoot,
          timeout: minutes(2),
          database: 'catalog',
          table: 'products',
          atLeast: 50_000,
        },
        {
          check: 'integrity',
          engine: 'mysql',
          workload: 'catalog-mysql',
          container: 'mysql',
          client: mysqlAsRoot,
          timeout: minutes(20),
          database: 'catalog',
        },
        { check: 'http', workload: 'catalog-api', port: 8080, path: '/healthz' },
      ],
    },
    media: {
      owner: 'storefront',
      tier: 'important',
      objects: 80,
      workloads: [
        {
          kind: 'Deployment',
          name: 'media-uploads',
          podLabels: { 'app.kubernetes.io/name': 'media-uploads' },
        },
      ],
      volumes: {
        uploads: {
          size: gib(250),
          used: percent(70),
          dailyChange: percent(1),
          content: 'uploads',
          claimLabels: { 'app.kubernetes.io/name': 'media-uploads' },
          backup: { method: 'file-system' },
        },
        thumbnails: {
          size: gib(40),
          used: percent(60),
          dailyChange: percent(5),
          content: 'cache',
          claimLabels: {
            'app.kubernetes.io/name': 'media-uploads',
            'app.kubernetes.io/component': 'thumbnails',
          },
          backup: {
            method: 'skip',
            reason: 'Thumbnails are made again from the uploads on demand.',
          },
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
        { check: 'http', workload: 'media-uploads', port: 8080, path: '/healthz' },
      ],
    },
    storefront: {
      owner: 'storefront',
      tier: 'important',
      objects: 60,
      workloads: [
        {
          kind: 'Deployment',
          name: 'storefront',
          podLabels: { 'app.kubernetes.io/name': 'storefront' },
        },
      ],
      volumes: {
        'access-logs': {
          size: gib(20),
          used: percent(50),
          dailyChange: percent(20),
          content: 'logs',
          claimLabels: { 'app.kubernetes.io/name': 'storefront-logs' },
          backup: { method: 'skip', reason: 'Logs are shipped to the log store within a minute.' },
        },
      },
      verification: [{ check: 'http', workload: 'storefront', port: 3000, path: '/healthz' }],
    },
    monitoring: {
      owner: 'platform',
      tier: 'standard',
      objects: 300,
      workloads: [
        {
          kind: 'StatefulSet',
          name: 'prometheus-kube-prometheus-stack-prometheus',
          podLabels: { 'app.kubernetes.io/name': 'prometheus' },
        },
        {
          kind: 'Deployment',
          name: 'kube-prometheus-stack-grafana',
          podLabels: { 'app.kubernetes.io/name': 'grafana' },
        },
      ],
      volumes: {
        prometheus: {
          size: gib(80),
          used: percent(70),
          dailyChange: percent(10),
          content: 'prometheus',
          claimLabels: { 'app.kubernetes.io/name': 'prometheus' },
          backup: { method: 'snapshot' },
        },
        grafana: {
          size: gib(10),
          used: percent(20),
          dailyChange: percent(1),
          content: 'grafana',
          claimLabels: { 'app.kubernetes.io/name': 'grafana' },
          backup: { method: 'snapshot' },
        },
      },
      verification: [
        {
          check: 'http',
          workload: 'kube-prometheus-stack-grafana',
          port: 3000,
          path: '/api/health',
        },
      ],
    },
    argocd: {
      owner: 'platform',
      tier: 'important',
      objects: 400,
      workloads: [
        {
          kind: 'StatefulSet',
          name: 'argocd-application-controller',
          podLabels: { 'app.kubernetes.io/name': 'argocd-application-controller' },
        },
      ],
      verification: [{ check: 'objects', resource: 'applications.argoproj.io', atLeast: 10 }],
    },
    certificates: {
      namespace: 'cert-manager',
      owner: 'platform',
      tier: 'important',
      objects: 120,
      workloads: [
        {
          kind: 'Deployment',
          name: 'cert-manager',
          podLabels: { 'app.kubernetes.io/name': 'cert-manager' },
        },
      ],
      verification: [{ check: 'objects', resource: 'certificates.cert-manager.io', atLeast: 1 }],
    },
  },
  changes: {
    retention: days(14),
    applications: { orders: 'orders', catalog: 'catalog', media: 'media' },
  },
  restores: { objects: 'as-they-were' },
  drills: {
    validation: {
      kind: 'validation',
      cron: '0 6 * * 1',
      durationBudget: hours(1),
      services: ['orders', 'catalog'],
    },
  },
  waivers: [],
});
