import type { AuditResult } from '@resilience/audit/result';

import { type AuditFlags, formats } from '../audit/audit-flags.ts';
import { format, optional } from '../command-line/flag.ts';
import { verb } from '../command-line/verb.ts';

export const audit = verb<AuditFlags, AuditResult>({
  summary: 'judge an existing Velero without a declaration',
  arguments: [
    {
      name: 'path',
      text: 'a folder or a file: manifests, values, what Flux and ArgoCD apply',
      optional: true,
    },
  ],
  flags: {
    context: optional('<name>', "judge a cluster, by this context of kubectl's"),
    format: format(formats),
  },
  examples: [
    'audit ~/git/home-ops',
    'audit values.yaml --json',
    '$ kubectl kustomize overlays/production >all.yaml && resilience audit all.yaml',
    'audit --context production --format markdown',
  ],
  notes:
    'It only reads, and needs no declaration. Exit codes: 0 no finding, 1 findings or no Velero, 2 nothing could be read.',
  result: {
    found: 'whether Velero, or anything of it, was found',
    installedBy: 'each place that installs Velero',
    namespace: 'the namespace of Velero',
    version: 'the version of its server',
    nodeAgent: 'whether the node-agent runs',
    csi: 'whether snapshots by CSI are switched on',
    region: 'the region of the cluster',
    repositoryPassword: '`kept`, or `default`, which everybody knows',
    locations: 'each BackupStorageLocation: `bucket`, `prefix`, `region`, …',
    schedules: 'each schedule: `cron`, `gap` and `ttl` in seconds, `namespaces`, `methods`, …',
    namespaces:
      'each namespace: its `volumes`, its `schedules`, and what each of `disasters` costs it',
    findings: 'each broken rule with its `file`, `line`, `why` and `source`, the worst first',
    newest: 'of a cluster: the newest backup of each schedule',
    notRead: 'what the judgement does without',
  },
  run: async (flags, { words: [path] }) => {
    const { auditOf } = await import('../audit/audit.ts');
    return auditOf(path, flags);
  },
});
