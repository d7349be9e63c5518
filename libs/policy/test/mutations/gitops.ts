import { manifest, daily, server, application, add, type Row } from './plants.ts';

export const gitops: readonly Row[] = [
  [
    'gitops/only-rendered-files-are-applied',
    'a file of the operator',
    (files) => files.set('terraform/bootstrap/backend_override.tf.json', undefined),
  ],
  [
    'gitops/backups-are-not-pruned',
    'no annotations',
    daily((_, metadata) => delete metadata.annotations['argocd.argoproj.io/sync-options']),
  ],
  [
    'gitops/backups-outlive-schedules',
    'owned',
    daily((s) => (s.useOwnerReferencesInBackup = true)),
  ],
  ['gitops/no-runs-in-git', 'a Restore', add('Restore')],
  [
    'gitops/projects-leave-runs-alone',
    'all of Velero',
    manifest('argocd/appproject-resilience', ({ spec }) =>
      spec.namespaceResourceWhitelist.push({ group: 'velero.io', kind: '*' }),
    ),
  ],
  [
    'gitops/definitions-are-complete',
    'one folder',
    application('velero-crds', (s) => s.sources.pop()),
  ],
  [
    'gitops/definitions-are-complete',
    'another version',
    application('velero-crds', (s) => (s.sources[0].targetRevision = 'v1.17.0')),
  ],
  [
    'gitops/definitions-are-complete',
    'pruned',
    application('velero-crds', (s) => (s.syncPolicy.automated.prune = true)),
  ],
  [
    'gitops/large-objects-apply',
    'client-side',
    application('velero-server', (s) => s.syncPolicy.syncOptions.shift()),
  ],
  [
    'gitops/drift-is-mended',
    'no self-heal',
    application('velero-server', (s) => (s.syncPolicy.automated.selfHeal = false)),
  ],
  [
    'gitops/applications-have-content',
    'a folder that is not there',
    application('velero-server', (s) => (s.sources[0].path += '-2')),
  ],
  [
    'gitops/images-are-pinned',
    'latest',
    server((pod) => (pod.containers[0].image = 'docker.io/velero/velero:latest')),
  ],
  [
    'gitops/plugin-pairs-with-server',
    'an older plugin',
    server(
      (pod) => (pod.initContainers[0].image = 'docker.io/velero/velero-plugin-for-aws:v1.13.0'),
    ),
  ],
];
