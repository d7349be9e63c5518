import { workflow, remove, type Row } from './plants.ts';

export const workflows: readonly Row[] = [
  [
    'workflows/failures-are-seen',
    'PartiallyFailed is not seen',
    workflow(
      'restore-namespace',
      (s) => (s.templates[1].resource.failureCondition = 'status.phase == Failed'),
    ),
  ],
  [
    'workflows/runs-are-cleared-away',
    'no TTL',
    workflow('restore-namespace', (s) => delete s.ttlStrategy),
  ],
  [
    'workflows/accounts-exist',
    'nobody',
    workflow('restore-namespace', (s) => (s.serviceAccountName = 'nobody')),
  ],
  [
    'workflows/restores-overwrite-nothing',
    'update',
    workflow(
      'restore-namespace',
      (s) =>
        (s.templates[1].resource.manifest = s.templates[1].resource.manifest.replace(
          '"none"',
          '"update"',
        )),
    ),
  ],
  [
    'workflows/backups-have-a-ttl',
    'no TTL',
    workflow(
      'back-up-on-demand',
      (s) =>
        (s.templates[0].resource.manifest = s.templates[0].resource.manifest.replace(
          '"ttl"',
          '"tll"',
        )),
    ),
  ],
  [
    'workflows/templates-are-there',
    'no template',
    remove('velero-workflows/workflowtemplate-back-up-before-change'),
  ],
];
