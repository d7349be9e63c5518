import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Problem } from '@resilience/config/problem';
import { afterEach, expect, test } from 'vitest';

import { renderEnvironments } from '../src/render/render-environments.ts';
import { repositoryRoot } from '../src/repository-root.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What a person writes who has read the types alone. */
const firstTry = `import { days, defineEnvironment, gib, hours, mib, minutes, percent, seconds, usd } from '@resilience/config';

const spans = { expected: minutes(1), atMost: minutes(2) };
const disasters = (value) => Object.fromEntries(['pod-failure', 'volume-corruption', 'namespace-deletion', 'cluster-corruption', 'region-failure', 'bucket-loss', 'key-loss', 'malicious-deletion', 'late-discovery'].map((name) => [name, value]));
const objectives = { ...disasters({ rpo: hours(24), rto: hours(8) }), 'pod-failure': { rpo: seconds(0), rto: hours(1) } };
const service = (name) => ({
  namespace: name,
  owner: 'platfrom',
  tier: 'critcal',
  objects: 50,
  workloads: [{ kind: 'Statefulset', name, podLabels: { app: name } }],
  volumes: { data: { size: '20Gi', used: '50%', dailyChange: percent(3), content: 'postgres', claimLabels: { app: name }, backup: { method: 'file-system' } } },
  hooks: [],
  verification: [{ check: 'http', workload: name, port: 8080, path: '/healthz' }],
  objectives,
});
const protocol = { channels: ['chat'], responder: 'on call', respondWithin: '30m', escalateTo: 'the lead', updateEvery: hours(1), updatesIn: 'chat' };

export default defineEnvironment({
  name: 'prod',
  organisation: 'acme',
  aws: { account: 123456789012, partition: 'aws', region: 'eu-centrall-1', drRegion: 'eu-west-1' },
  cluster: { name: 'acme', identity: { kind: 'pod-identity' } },
  velero: { server: 'docker.io/velero/velero:v1.18.3', awsPlugin: 'docker.io/velero/velero-plugin-for-aws:v1.14.3' },
  storage: {
    kind: 'bucket',
    encryption: { keyRotation: days(365), keyDeletionWindow: days(30), newVolumes: { encrypted: 'by-default' } },
    lifecycle: { infrequentAccessAfter: days(30), glacierInstantRetrievalAfter: days(90), expireAfter: days(400), expireNoncurrentAfter: days(30), abortIncompleteUploadsAfter: days(7) },
    objectLock: { mode: 'off', reason: 'We need no lock on our backups.' },
    accessLogs: { retention: days(90) },
    replication: { to: 'dr-region', maximumLag: minutes(15), readBy: [] },
    archive: { to: 'nowhere', reason: 'Nothing has to be kept for years.' },
    breakGlass: { principals: ['arn:aws:iam::123456789012:user/alice'] },
    monthlyBudget: 200,
  },
  evidence: { objectLock: 'governance', retention: days(365) },
  schedules: {
    daily: { cron: '0 0 2 * * *', retetion: days(30), covers: 'cluster', volumes: 'file-level-copies', durationBudget: hours(2) },
  },
  services: { shop: service('shop'), blog: service('blog'), mail: service('mail') },
  changes: { retention: days(14), applications: {} },
  restores: { objects: 'as-they-were' },
  recovery: {
    trustMeasurementsAfter: 5,
    detection: disasters(spans),
    decision: disasters(spans),
    steps: Object.fromEntries(['pre-flight', 'cluster-build', 'replica-mount', 'volume-creation', 'pod-start', 'check', 'traffic-switch'].map((name) => [name, spans])),
    rates: { 'snapshot-initialisation': { expected: mib(200), atLeast: mib(100) }, 'file-level-download': { expected: mib(200), atLeast: mib(100) }, 'object-creation': { expected: 20, atLeast: 5 } },
  },
  workflows: { controller: { namespace: 'argo', podLabels: { app: 'workflow-controller' } }, tools: 'docker.io/alpine/k8s:1.34.1', recoveryBudget: '4h' },
  drills: { weekly: { kind: 'validation', cron: '0 6 * * 1', durationBudget: hours(1), services: ['shp'] } },
  gitops: { repository: 'https://github.com/acme/resilience-layer.git', revision: 'main', namespace: 'argocd' },
  monitoring: {
    namespace: 'monitoring',
    labels: { release: 'kube-prometheus-stack' },
    exporters: { kubeStateMetrics: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.15.0', cloudwatch: 'quay.io/prometheuscommunity/yet-another-cloudwatch-exporter:v0.62.1' },
    snapshotQuota: 100000,
  },
  notifications: {
    channels: { chat: { kind: 'slack', channel: '#alerts', webhook: { name: 'slack', key: 'url' } } },
    severities: { critical: protocol, warning: protocol, info: protocol },
    owners: { platform: 'as-the-platform' },
    heartbeat: { url: { name: 'heartbeat', key: 'url' }, every: minutes(5) },
  },
  waivers: [],
});
`;

/** What the problems of the first round say, typed as they say it. */
const firstFixes: readonly (readonly [string, string])[] = [
  ["name: 'prod'", "name: 'production'"],
  ['123456789012,', "'123456789012',"],
  ["'eu-centrall-1'", "'eu-central-1'"],
  ['monthlyBudget: 200', 'monthlyBudget: usd(200)'],
  ["'0 0 2 * * *'", "'0 2 * * *'"],
  ['retetion', 'retention'],
  ["'platfrom'", "'platform'"],
  ["'critcal'", "'critical'"],
  ["'Statefulset'", "'StatefulSet'"],
  ["'20Gi'", 'gib(20)'],
  ["'50%'", 'percent(50)'],
  ["'30m'", 'minutes(30)'],
  ["'4h'", 'hours(4)'],
  ["'shp'", "'shop'"],
  ['every: minutes(5) },', "every: minutes(5) },\n    withoutCluster: ['on-call@example.com'],"],
];

async function problemsOf(source: string): Promise<readonly Problem[]> {
  const root = mkdtempSync(join(tmpdir(), 'resilience-beginner-'));
  folders.push(root);
  symlinkSync(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'environments/production'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'environments/production/config.ts'), source);
  const environments = ['production'];
  const commandLine = { path: 'command-line.md', content: '' };
  const outcome = await renderEnvironments({ root, environments, mode: 'check', commandLine });
  return outcome.ok ? [] : outcome.problems;
}

const fixed = (source: string, fixes: typeof firstFixes): string =>
  fixes.reduce((text, [from, to]) => text.replaceAll(from, to), source);

/** Nobody reads the replica, which the first round says: it is waived until there is another cluster. */
const waivers = ['shop', 'blog', 'mail']
  .flatMap((service) =>
    ['region-failure', 'bucket-loss', 'key-loss', 'malicious-deletion'].map(
      (scenario) =>
        `{ rule: 'recovery/rpo', subject: '${service}/${scenario}', reason: 'There is one cluster.', owner: 'platform', expires: '2099-01-01' }`,
    ),
  )
  .join(', ');

test('a beginner sees all mistakes in one round, each cause once with all its places', async () => {
  const problems = await problemsOf(firstTry);
  expect(problems.map(({ path, places }) => [path, places?.length ?? 1])).toEqual([
    ['name', 1],
    ['schedules.daily.retetion', 1],
    ['aws.account', 1],
    ['aws.region', 1],
    ['storage.monthlyBudget', 1],
    ['schedules.daily.cron', 1],
    ['services.shop.tier', 3],
    ['services.shop.workloads[0].kind', 3],
    ['services.shop.volumes.data.size', 10],
    ['notifications.withoutCluster', 1],
    ['drills.weekly.services[0]', 1],
    ['services.shop.owner', 3],
    ['storage.replication.readBy', 1],
    ['services.shop.objectives.volume-corruption.rpo', 12],
  ]);
  expect(problems.filter(({ line }) => line === undefined)).toEqual([]);
});

test('what the problems say is enough: the second round finds nothing', async () => {
  const fixes = [
    ...firstFixes,
    ["cron: '0 2 * * *'", "cron: '0 2,14 * * *'"],
    ['waivers: []', `waivers: [${waivers}]`],
  ] as const;
  expect(await problemsOf(fixed(firstTry, fixes))).toEqual([]);
});

test('the problems of a schedule and of a replica say the smallest change', async () => {
  const problems = await problemsOf(fixed(firstTry, firstFixes));
  expect(problems).toMatchObject([
    {
      path: 'storage.replication.readBy',
      received: 'no environment may read its replica',
      fix: expect.stringMatching(
        /^name the environment that mounts the replica: .*; or accept the loss/,
      ),
    },
    {
      message: 'no schedule meets this RPO: the newest backup can be older',
      received: '1 d 2 h by the schedule daily, 2 h too much',
      fix: expect.stringMatching(
        /^write cron: '0 2,14 \* \* \*' at schedules\.daily, declare rpo: hours\(26\), or waive /,
      ),
    },
  ]);
});
