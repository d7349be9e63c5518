import type { Answers } from '../answers.ts';
import type { Audited, FoundNamespace, FoundVolume } from './audited.ts';
import { asFound } from './kept.ts';
import { keptVolume, notesOfVolume, volumeName } from './kept-volume.ts';
import type { Running } from './kept-schedules.ts';

export interface KeptServices {
  readonly services: Readonly<Record<string, object>>;
  /** The services that are backed up, by their namespaces. */
  readonly backedUp: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

/** Each namespace as a service: one that no schedule holds is declared as such. */
export function keptServices(
  { namespaces, namespace: own = 'velero' }: Audited,
  running: readonly Running[],
  { teams }: Answers,
): KeptServices {
  const declared = namespaces.filter((one) => one.name !== own && isDeclared(one));
  const held = new Set(running.flatMap((one) => one.namespaces));
  const backedUp = declared.filter(({ name }) => held.has(name));
  return {
    services: Object.fromEntries(
      declared.map((one) => [
        one.name,
        held.has(one.name)
          ? serviceOf(one, teams[0])
          : { notBackedUp: asFound('no schedule holds this namespace') },
      ]),
    ),
    backedUp: new Map(backedUp.map(({ name }) => [name, name])),
    notes: backedUp.flatMap(({ name, volumes }) =>
      volumes.flatMap((volume) => [
        ...notesOfVolume({ namespace: name, volume }),
        ...notCopiedBy(volume, {
          namespace: name,
          schedules: running.filter((one) => one.namespaces.includes(name)),
        }),
      ]),
    ),
  };
}

interface Holding {
  readonly namespace: string;
  readonly schedules: readonly Running[];
}

/** A declared schedule copies every volume of what it holds. */
const notCopiedBy = ({ name, copies }: FoundVolume, { namespace, schedules }: Holding): string[] =>
  copies.length === 0
    ? []
    : schedules
        .filter((one) => !copies.some(({ schedule }) => schedule === one.name))
        .map((one) => `Schedule ${one.name} copies ${namespace}/${name} from now on, too.`);

/** The cluster makes its own namespaces anew, as long as nobody keeps data in them. */
const isDeclared = ({ name, volumes }: FoundNamespace): boolean =>
  volumes.length > 0 || !name.startsWith('kube-');

const serviceOf = (namespace: FoundNamespace, owner: string | undefined): object => {
  const { volumes } = namespace;
  return {
    owner,
    tier: 'standard',
    workloads: workloadsOf(namespace),
    ...(volumes.length > 0 && {
      volumes: Object.fromEntries(
        volumes.map((volume) => [
          volumeName(volume),
          keptVolume({ namespace: namespace.name, volume }),
        ]),
      ),
    }),
    verification: [{ check: 'objects', resource: 'pods', atLeast: 1 }],
  };
};

const lasting = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

const workloadsOf = ({ podLabels }: FoundNamespace): object[] =>
  Object.entries(podLabels).flatMap(([workload, labels]) => {
    const [kind = '', name = ''] = workload.split('/');
    const isLasting = lasting.has(kind) && Object.keys(labels).length > 0;
    return isLasting ? [{ kind, name, podLabels: labels }] : [];
  });
