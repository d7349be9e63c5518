import { z } from 'zod';

import { inVelero } from '../../velero/velero-namespace.ts';
import { differences } from '../differences.ts';
import type { DoctorCheck, Found, KubernetesObject } from '../doctor-check.ts';

const live = z.looseObject({
  metadata: z.object({ name: z.string() }),
});
const list = z.object({ items: z.array(live) });

/** What decides what can be recovered: where to, when, and which volumes how. */
const kinds: Readonly<Record<string, string>> = {
  BackupStorageLocation: 'backupstoragelocations.velero.io',
  Schedule: 'schedules.velero.io',
  Deployment: 'deployments.apps',
  DaemonSet: 'daemonsets.apps',
  ConfigMap: 'configmaps',
};

/** The cluster has what is rendered, as it is rendered; ArgoCD may be paused, or may not be allowed to. */
export const drift: DoctorCheck = {
  group: 'Velero',
  name: 'drift',
  examine: async ({ kubectl, objects }) => {
    const compared = objects.filter(
      ({ kind, namespace }) => kinds[kind] !== undefined && namespace === inVelero[1],
    );
    const found = new Map<string, z.output<typeof live>>();
    for (const [kind, resource] of Object.entries(kinds)) {
      const { items } = list.parse(await kubectl.json(['get', resource, ...inVelero]));
      for (const item of items) found.set(`${kind}/${item.metadata.name}`, item);
    }
    const drifted = compared.flatMap((object) => driftOf(object, found.get(nameOf(object))));
    return drifted.length > 0
      ? drifted
      : [{ subject: 'drift', state: 'ok', found: `none in ${compared.length} objects` }];
  },
};

const nameOf = ({ kind, name }: KubernetesObject): string => `${kind}/${name}`;

function driftOf(object: KubernetesObject, found: z.output<typeof live> | undefined): Found[] {
  const subject = nameOf(object);
  const fix = 'sync its application in ArgoCD: "argocd app list" shows which is OutOfSync';
  if (!found) return [{ subject, state: 'wrong', found: 'is not in the cluster', fix }];
  const places = [...new Set(['spec', 'data'].flatMap((part) => placesIn(object, found, part)))];
  if (places.length === 0) return [];
  const more = places.length > 3 ? ` and ${places.length - 3} more` : '';
  return [
    { subject, state: 'wrong', found: `differs at ${places.slice(0, 3).join(', ')}${more}`, fix },
  ];
}

/** What Velero reads has no defaults of the API server: what is not rendered was written by somebody. */
const withoutDefaults = new Set(['BackupStorageLocation', 'Schedule']);

function placesIn(
  { kind, value }: KubernetesObject,
  found: z.output<typeof live>,
  part: string,
): string[] {
  if (value[part] === undefined) return [];
  return [
    ...differences(value[part], found[part], part),
    ...(withoutDefaults.has(kind) ? differences(found[part], value[part], part) : []),
  ];
}
