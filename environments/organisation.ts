import { days, hours, mib, minutes, seconds } from '@resilience/config';
import type { DeclarationInput } from '@resilience/config/declaration';
import type { Duration } from '@resilience/config/duration';

/** As expected, and at most. */
const upTo = (expected: Duration, atMost: Duration) => ({ expected, atMost });

/** Losing a day does not ruin these; what is larger or less pressing comes back after what is pressing. */
const dayObjectives = {
  'pod-failure': { rpo: seconds(0), rto: minutes(1) },
  'volume-corruption': { rpo: hours(24), rto: minutes(75) },
  'namespace-deletion': { rpo: hours(24), rto: minutes(75) },
  'cluster-corruption': { rpo: hours(24), rto: hours(3) },
  'region-failure': { rpo: hours(24), rto: hours(3) },
  'bucket-loss': { rpo: hours(24), rto: minutes(90) },
  'key-loss': { rpo: hours(24), rto: minutes(90) },
  'malicious-deletion': { rpo: hours(24), rto: hours(5) },
  'late-discovery': { rpo: hours(24), rto: minutes(90) },
};

/** Orders and the catalogue: half a day is the most that can be typed in again. */
const halfDayObjectives = {
  ...dayObjectives,
  'volume-corruption': { rpo: hours(12), rto: minutes(45) },
  'namespace-deletion': { rpo: hours(12), rto: minutes(45) },
  'cluster-corruption': { rpo: hours(12), rto: minutes(90) },
  'region-failure': { rpo: hours(12), rto: minutes(90) },
  'bucket-loss': { rpo: hours(12), rto: minutes(60) },
  'key-loss': { rpo: hours(12), rto: minutes(60) },
  /** The backups of every four hours are kept for a week: what is found later is half a day older. */
  'malicious-deletion': { rpo: hours(24), rto: hours(4) },
};

/** What every environment of the organisation shares. */
export const organisation = {
  organisation: 'northwind',
  gitops: {
    repository: 'https://github.com/northwind-shop/resilience-layer.git',
    revision: 'main',
    namespace: 'argocd',
  },
  ci: { kind: 'github', repository: 'northwind-shop/resilience-layer', identityProvider: 'create' },
  reviewers: { everything: ['@northwind-shop/platform'] },
  monitoring: {
    namespace: 'monitoring',
    labels: { release: 'kube-prometheus-stack' },
    exporters: {
      kubeStateMetrics: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.15.0',
      cloudwatch: 'quay.io/prometheuscommunity/yet-another-cloudwatch-exporter:v0.62.1',
    },
    /** The default of each region. */
    snapshotQuota: 100_000,
  },
  /** Assumed until drills have measured it. */
  recovery: {
    trustMeasurementsAfter: 5,
    detection: {
      'pod-failure': upTo(seconds(5), seconds(15)),
      'volume-corruption': upTo(minutes(2), minutes(5)),
      'namespace-deletion': upTo(minutes(2), minutes(5)),
      'cluster-corruption': upTo(minutes(3), minutes(10)),
      'region-failure': upTo(minutes(5), minutes(15)),
      'bucket-loss': upTo(minutes(5), minutes(15)),
      'key-loss': upTo(minutes(5), minutes(15)),
      'malicious-deletion': upTo(days(1), days(10)),
      'late-discovery': upTo(days(2), days(10)),
    },
    decision: {
      'pod-failure': upTo(seconds(0), seconds(0)),
      'volume-corruption': upTo(minutes(2), minutes(5)),
      'namespace-deletion': upTo(minutes(2), minutes(5)),
      'cluster-corruption': upTo(minutes(5), minutes(10)),
      'region-failure': upTo(minutes(10), minutes(20)),
      'bucket-loss': upTo(minutes(5), minutes(10)),
      'key-loss': upTo(minutes(5), minutes(10)),
      'malicious-deletion': upTo(minutes(30), hours(2)),
      'late-discovery': upTo(minutes(10), minutes(30)),
    },
    steps: {
      'pre-flight': upTo(seconds(30), minutes(1)),
      /** EKS's control plane alone takes about ten minutes. */
      'cluster-build': upTo(minutes(15), minutes(25)),
      'replica-mount': upTo(minutes(1), minutes(3)),
      'volume-creation': upTo(seconds(20), minutes(1)),
      'pod-start': upTo(seconds(15), seconds(45)),
      check: upTo(seconds(10), minutes(1)),
      'traffic-switch': upTo(minutes(1), minutes(5)),
    },
    rates: {
      'snapshot-initialisation': { expected: mib(200), atLeast: mib(100) },
      'file-level-download': { expected: mib(200), atLeast: mib(100) },
      'object-creation': { expected: 20, atLeast: 5 },
    },
  },
  /** What the services of a tier share, where an environment says nothing else. */
  tiers: {
    critical: {
      objectives: halfDayObjectives,
      schedules: {
        /** Keeps the services with an objective of half a day inside it, even when one run is missed. */
        'four-hourly-critical': {
          cron: '30 */4 * * *',
          retention: days(7),
          volumes: 'file-level-copies',
          durationBudget: minutes(45),
        },
      },
    },
    important: { objectives: dayObjectives },
    standard: { objectives: dayObjectives },
  },
  workflows: {
    controller: { namespace: 'argo', podLabels: { app: 'workflow-controller' } },
    tools: 'docker.io/alpine/k8s:1.34.1',
    recoveryBudget: hours(4),
  },
  notifications: {
    channels: {
      'on-call': { kind: 'pagerduty', routingKey: { name: 'pagerduty', key: 'routing-key' } },
      'platform-chat': {
        kind: 'slack',
        channel: '#platform-resilience',
        webhook: { name: 'slack-platform', key: 'webhook' },
      },
      'platform-mail': {
        kind: 'email',
        to: 'platform@northwind.example',
        from: 'resilience@northwind.example',
        server: 'smtp.northwind.example:587',
        login: { username: 'resilience', password: { name: 'smtp', key: 'password' } },
      },
      'checkout-chat': {
        kind: 'slack',
        channel: '#team-checkout',
        webhook: { name: 'slack-checkout', key: 'webhook' },
      },
      'merchandising-chat': {
        kind: 'slack',
        channel: '#team-merchandising',
        webhook: { name: 'slack-merchandising', key: 'webhook' },
      },
      'storefront-chat': {
        kind: 'slack',
        channel: '#team-storefront',
        webhook: { name: 'slack-storefront', key: 'webhook' },
      },
    },
    severities: {
      critical: {
        channels: ['on-call', 'platform-chat'],
        responder: "the platform's on-call engineer",
        respondWithin: minutes(15),
        escalateTo: 'the head of platform',
        updateEvery: minutes(30),
        updatesIn: 'platform-chat',
      },
      warning: {
        channels: ['platform-chat'],
        responder: "the platform's engineer of the day",
        respondWithin: hours(8),
        escalateTo: "the platform's on-call engineer",
        updateEvery: days(1),
        updatesIn: 'platform-chat',
      },
      info: {
        channels: ['platform-mail'],
        responder: 'the platform team in its weekly review',
        respondWithin: days(7),
        escalateTo: 'the head of platform',
        updateEvery: days(5),
        updatesIn: 'platform-chat',
      },
    },
    owners: {
      checkout: ['checkout-chat'],
      merchandising: ['merchandising-chat'],
      storefront: ['storefront-chat'],
      platform: 'as-the-platform',
    },
    heartbeat: { url: { name: 'heartbeat', key: 'url' }, every: minutes(5) },
    withoutCluster: ['on-call@northwind.example', 'platform@northwind.example'],
  },
} satisfies Partial<DeclarationInput>;
