import type { Installation, Namespace } from './installation/installation.ts';
import { hooksOf } from './hooks/hooks-of.ts';
import { type Part, partsOf } from './loss/held.ts';
import { lossesOf } from './loss/losses.ts';
import { databaseIn } from './installation/database.ts';
import { claimLabels } from './installation/volume.ts';
import type { AuditedNamespace, AuditedVolume } from './result.ts';
import { platform } from './rules/platform.ts';

/** Each namespace with its volumes, their copies, and what disasters cost it. */
export const auditedNamespaces = (installation: Installation): AuditedNamespace[] =>
  installation.namespaces
    .filter((one) => isJudged(one, installation))
    .map((namespace) => {
      const [objects, ...volumes] = partsOf(namespace, installation);
      return {
        name: namespace.name,
        workloads: namespace.workloads,
        podLabels: namespace.podLabels,
        volumes: namespace.volumes.map((volume, index) => volumeOf(volume, volumes[index])),
        ...hooksOf(namespace.name, installation),
        charts: namespace.charts,
        schedules: [...new Set(objects?.copies.map(({ schedule }) => schedule))],
        disasters: lossesOf(namespace, installation),
      };
    });

/** Velero need not back up itself, nor what the cluster makes anew, as long as neither claims a volume. */
const isJudged = (
  { name, volumes, onlyNamed }: Namespace,
  { server, isLive }: Installation,
): boolean => volumes.length > 0 || onlyNamed || isLive || !platform(name, server?.namespace);

function volumeOf(volume: Namespace['volumes'][number], part: Part | undefined): AuditedVolume {
  const { copies = [], not = [], unknown = [], assumes = [] } = part ?? {};
  return {
    name: volume.name,
    storageClass: volume.storageClass,
    driver: volume.driver?.name,
    size: volume.size,
    workloads: [...new Set(volume.users.map(({ workload }) => workload))],
    labels: claimLabels(volume),
    database: databaseIn(volume),
    containers: volume.users.flatMap(({ workload, containers }) =>
      containers.map((one) => ({ workload, ...one })),
    ),
    copies: copies.flatMap(({ schedule, method }) =>
      method === 'objects' ? [] : [{ schedule, method }],
    ),
    notCopied: copies.length === 0 ? (unknown.length > 0 ? [] : reasons(not)) : [],
    assumes,
    place: volume.found.placeAt(volume.at),
  };
}

/** Schedules that are about other namespaces are no reason. */
function reasons(not: readonly string[]): string[] {
  const own = not.filter((one) => !/does not include it|excludes it/.test(one));
  return own.length > 0 ? own : [...not];
}
