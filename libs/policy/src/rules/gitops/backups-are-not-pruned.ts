import { kind } from '../../rendered.ts';
import { schedule } from '../../detect/schedules.ts';
import { rule, violation } from '../../rule.ts';

export const backupsAreNotPruned = rule({
  id: 'gitops/backups-are-not-pruned',
  severity: 'error',
  why: "A Backup inherits its Schedule's annotations; ArgoCD then takes it for its own and deletes it.",
  source: 'https://github.com/argoproj/argo-cd/issues/3498',
  declaredAt: 'apps/cluster/src/charts/velero-schedules.ts',
  appliesTo: kind('velero.io/Schedule'),
  shape: schedule,
  check: ({ metadata: { annotations } }) =>
    annotations['argocd.argoproj.io/compare-options'] === 'IgnoreExtraneous' &&
    annotations['argocd.argoproj.io/sync-options'] === 'Prune=false'
      ? []
      : [
          violation('makes backups that ArgoCD prunes', {
            at: ['metadata', 'annotations'],
            expected: 'compare-options IgnoreExtraneous and sync-options Prune=false',
            received: annotations,
          }),
        ],
});
