import { edit, type Edited } from '../copy.ts';
import {
  daily,
  replication,
  drill,
  manifest,
  workflow,
  server,
  agent,
  location,
  remove,
  without,
  type Row,
} from './plants.ts';

/** Gives the first service up in the first disaster, which is a pod's failure. */
const giveUp = (labels: object) =>
  manifest('resilience-alerts/prometheusrule-service-orders', ({ spec }) => {
    const first = spec.groups
      .flatMap(({ rules }: Edited) => rules as Edited[])
      .find(({ record }: Edited) => record === 'resilience:service_rto_seconds');
    Object.assign(first, {
      record: 'resilience:service_unprotected',
      labels: { ...first.labels, ...labels },
    });
  });

/** Changes the policies that the schedule daily goes by. */
const policies = (change: (text: string) => string) =>
  manifest('velero-schedules/configmap-daily-volume-policies', ({ data }) => {
    data['policies.yaml'] = change(data['policies.yaml']);
  });

export const recovery: readonly Row[] = [
  [
    'recovery/losses-are-allowed',
    'a critical service is given up',
    giveUp({ scenario: 'region-failure', tier: 'critical' }),
  ],
  [
    'recovery/losses-are-allowed',
    'a service without a tier is given up',
    giveUp({ scenario: 'region-failure' }),
  ],
  ['recovery/one-default-location', 'none', location((s) => (s.default = false))],
  [
    'recovery/locations-are-understood',
    'a misspelt key',
    location((s) => (s.config.kmsKeyID = 'x')),
  ],
  [
    'recovery/locations-are-verified',
    'unverified',
    location((s) => (s.config.insecureSkipTLSVerify = 'true')),
  ],
  [
    'recovery/snapshots-have-a-class',
    'no class',
    remove('velero-locations/volumesnapshotclass-velero-ebs'),
  ],
  [
    'recovery/server-takes-csi-snapshots',
    'no flag',
    server((pod) => (pod.containers[0].args = ['server'])),
  ],
  [
    'recovery/copies-leave-the-region',
    'snapshots alone',
    (files) => {
      for (const [file, content] of files)
        if (content?.kind === 'Schedule')
          edit(file, ({ spec }) => (spec.template.snapshotMoveData = false))(files);
    },
  ],
  [
    'recovery/volume-policies-are-there',
    'no policies',
    remove('velero-schedules/configmap-daily-volume-policies'),
  ],
  [
    'recovery/schedules-name-their-policies',
    'a schedule without policies',
    daily((spec) => delete spec.template.resourcePolicy),
  ],
  [
    'recovery/namespaces-left-out-are-declared',
    'a namespace that nobody declares as left out',
    daily(({ template }) => template.excludedNamespaces.push('media')),
  ],
  [
    'recovery/namespaces-left-out-are-declared',
    'nothing left out',
    daily(({ template }) => delete template.excludedNamespaces),
  ],
  [
    'recovery/namespaces-left-out-are-declared',
    'one namespace of the cluster',
    daily(({ template }) => (template.includedNamespaces = ['media'])),
  ],
  [
    'recovery/namespaces-left-out-are-declared',
    'another namespace than that of the service',
    manifest('velero-schedules/schedule-four-hourly-critical', ({ spec }) => {
      spec.template.includedNamespaces = ['velero'];
    }),
  ],
  [
    'recovery/volumes-left-out-are-declared',
    'a volume that is declared as backed up',
    policies((text) => text.replaceAll('type: fs-backup', 'type: skip')),
  ],
  [
    'recovery/volumes-left-out-are-declared',
    'all large volumes',
    policies(
      (text) => `${text}  - conditions:\n      capacity: "100Gi,"\n    action:\n      type: skip\n`,
    ),
  ],
  [
    'recovery/volumes-left-out-are-declared',
    'a volume that is declared as left out is copied',
    policies((text) => text.replaceAll('type: skip', 'type: snapshot')),
  ],
  ['recovery/volumes-left-out-are-declared', 'no document', policies(() => 'version: v1')],
  [
    'recovery/replication-is-timed',
    'no promise',
    replication((r) => delete r[0].destination.replication_time),
  ],
  [
    'recovery/classes-are-replicated',
    'no replication',
    without('aws_s3_bucket_replication_configuration'),
  ],
  ['recovery/every-node-is-covered', 'no toleration', agent((pod) => (pod.tolerations = []))],
  [
    'recovery/maintenance-has-memory',
    '512Mi',
    manifest(
      'velero-server/configmap-repository-maintenance',
      ({ data }) => (data.global = data.global.replace('4Gi', '512Mi')),
    ),
  ],
  [
    'recovery/work-keeps-its-node',
    'the server may be evicted',
    manifest('velero-server/deployment-velero', ({ spec }) => {
      delete spec.template.metadata.annotations;
    }),
  ],
  [
    'recovery/work-keeps-its-node',
    'Karpenter may disrupt an exporter',
    manifest('resilience-exporters/deployment-resilience-object-state', ({ spec }) => {
      delete spec.template.metadata.annotations['karpenter.sh/do-not-disrupt'];
    }),
  ],
  [
    'recovery/work-keeps-its-node',
    'data movers have no annotations',
    manifest('velero-node-agent/configmap-node-agent', ({ data }) => {
      const { podAnnotations: _, ...rest } = JSON.parse(data['node-agent.json']);
      data['node-agent.json'] = JSON.stringify(rest);
    }),
  ],
  [
    'recovery/work-keeps-its-node',
    'maintenance jobs may be evicted',
    manifest('velero-server/configmap-repository-maintenance', ({ data }) => {
      data.global = data.global.replace('"false"', '"true"');
    }),
  ],
  [
    'recovery/work-keeps-its-node',
    'a runbook',
    workflow('restore-namespace', (spec) => delete spec.podMetadata),
  ],
  [
    'recovery/work-keeps-its-node',
    'a drill',
    drill('validation', (spec) => delete spec.podMetadata),
  ],
  [
    'recovery/work-keeps-its-node',
    'the node-agent keeps every node',
    manifest('velero-node-agent/daemonset-node-agent', ({ spec }) => {
      spec.template.metadata.annotations = { 'karpenter.sh/do-not-disrupt': 'true' };
    }),
  ],
  [
    'recovery/volumes-follow-their-pods',
    'the binding is ignored',
    manifest('velero-node-agent/configmap-node-agent', ({ data }) => {
      const settings = JSON.parse(data['node-agent.json']);
      settings.restorePVC = { ignoreDelayBinding: true };
      data['node-agent.json'] = JSON.stringify(settings);
    }),
  ],
];
