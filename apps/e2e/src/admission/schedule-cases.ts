import type { Environment } from '@resilience/config/environment';
import { veleroServiceAccount } from '@resilience/config/names';

import type { Manifest } from '../apiserver/client.ts';
import { renderedObjects } from '../apiserver/rendered-objects.ts';
import type { AdmissionCase } from './admission-case.ts';

interface Schedule extends Manifest {
  readonly spec: { readonly template: object };
}

/** Who adds, weakens and removes schedules. */
export function scheduleCases({ name }: Environment): AdmissionCase[] {
  const rendered = renderedObjects(name).find(({ object }) => object.kind === 'Schedule');
  const added: Manifest = {
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: { name: 'by-hand', namespace: veleroServiceAccount.namespace },
    spec: { schedule: '0 2 * * *', template: {} },
  };
  const refused = 'Schedules change in Git';
  return [
    { what: 'add a schedule', asker: 'person', operation: 'create', object: added, refused },
    { what: 'add a schedule', asker: 'argocd', operation: 'create', object: added },
    ...(rendered ? changesOf(rendered.object as Schedule, refused) : []),
  ];
}

function changesOf(schedule: Schedule, refused: string): AdmissionCase[] {
  const { spec, metadata } = schedule;
  const changed = (changes: object): Manifest => ({ ...schedule, spec: { ...spec, ...changes } });
  const shorter = changed({ template: { ...spec.template, ttl: '1h0m0s' } });
  const update = { asker: 'person', operation: 'update', refused } as const;
  return [
    { ...update, what: 'pause a schedule', object: changed({ paused: true }) },
    { ...update, what: 'make its backups expire sooner', object: shorter },
    { ...update, what: 'make it fire once a year', object: changed({ schedule: '0 2 1 1 *' }) },
    {
      ...update,
      what: 'leave namespaces out of it',
      object: changed({ template: { ...spec.template, includedNamespaces: ['default'] } }),
    },
    { what: 'delete a schedule', asker: 'person', operation: 'delete', object: schedule, refused },
    { what: 'delete a schedule', asker: 'argocd', operation: 'delete', object: schedule },
    { what: 'change a schedule', asker: 'argocd', operation: 'update', object: shorter },
    {
      what: 'label a schedule',
      asker: 'person',
      operation: 'update',
      object: {
        ...schedule,
        metadata: { ...metadata, labels: { ...metadata.labels, 'watched-by': 'alice' } },
      },
    },
    {
      what: 'note when a schedule fired',
      asker: 'velero',
      operation: 'update',
      object: { ...schedule, status: { phase: 'Enabled' } },
    },
  ];
}
