import { days, hours, mib, minutes, seconds } from '@resilience/config';
import type { Duration } from '@resilience/config/duration';

import type { Answers } from './answers.ts';
import { channelsOf } from './channels-of.ts';
import { sharedTiers } from './shared-tiers.ts';
import { sourceOf } from './source-of.ts';

/** As expected, and at most. */
const upTo = (expected: Duration, atMost: Duration) => ({ expected, atMost });

/** `environments/organisation.ts`: what every environment shares. */
export const organisationSource = (answers: Answers): string =>
  sourceOf({
    imports: ["import type { DeclarationInput } from '@resilience/config/declaration';"],
    body: (print) => `
/** What every environment of the organisation shares. */
export const organisation = {
  organisation: ${print(answers.organisation)},
  gitops: ${print({
    repository: answers.repository,
    revision: answers.revision,
    namespace: answers.argocdNamespace,
  })},
  monitoring: {
    namespace: ${print(answers.monitoringNamespace)},
    /** Prometheus takes only the rules and monitors with these labels. */
    labels: ${print(answers.monitoringLabels)},
    exporters: ${print(exporters)},
    /** How many EBS snapshots the account may have in a region: see Service Quotas. */
    snapshotQuota: 100_000,
  },
  /** Times and rates that the proof assumes until drills have measured them. */
  recovery: ${print(assumptions)},
  /** What the services of a tier share; a service may differ in single objectives. */
  tiers: ${print(sharedTiers)},
  workflows: ${print({
    controller: { namespace: answers.argoNamespace, podLabels: answers.argoLabels },
    tools: 'docker.io/alpine/k8s:1.34.1',
    recoveryBudget: hours(4),
  })},
  notifications: {
    channels: ${print(channelsOf(answers))},
    severities: ${print(severitiesOf(answers))},
    /** Teams, each with the channels for alerts of its own services. */
    owners: ${print(Object.fromEntries(answers.teams.map((team) => [team, 'as-the-platform'])))},
    /** A dead man's switch outside of the cluster, called as long as alerts arrive. */
    heartbeat: ${print({ url: { name: 'heartbeat', key: 'url' }, every: minutes(5) })},
    /** Whom AWS sends mail, also when the cluster is gone. */
    withoutCluster: ${print(answers.withoutCluster)},
  },
} satisfies Partial<DeclarationInput>;
`,
  });

const exporters = {
  kubeStateMetrics: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.15.0',
  cloudwatch: 'quay.io/prometheuscommunity/yet-another-cloudwatch-exporter:v0.62.1',
};

const assumptions = {
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
};

/** What is critical goes to every channel, the rest to the one that disturbs least. */
function severitiesOf(answers: Answers) {
  const channels = Object.keys(channelsOf(answers));
  const quietest = channels.at(-1) ?? '';
  const talk = channels.includes('platform-chat') ? 'platform-chat' : quietest;
  return {
    critical: {
      channels,
      responder: "the platform's on-call engineer",
      respondWithin: minutes(15),
      escalateTo: 'the head of platform',
      updateEvery: minutes(30),
      updatesIn: talk,
    },
    warning: {
      channels: [talk],
      responder: "the platform's engineer of the day",
      respondWithin: hours(8),
      escalateTo: "the platform's on-call engineer",
      updateEvery: days(1),
      updatesIn: talk,
    },
    info: {
      channels: [quietest],
      responder: 'the platform team in its weekly review',
      respondWithin: days(7),
      escalateTo: 'the head of platform',
      updateEvery: days(5),
      updatesIn: talk,
    },
  };
}
