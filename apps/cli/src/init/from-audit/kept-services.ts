import type { Answers } from '../answers.ts';
import type { Audited, FoundNamespace, FoundVolume } from './audited.ts';
import { asFound } from './kept.ts';
import { keptHooks } from './kept-hooks.ts';
import { keptVolume, notesOfVolume } from './kept-volume.ts';
import type { Running } from './kept-schedules.ts';
import { keptSoftware } from './software/kept-software.ts';
import { volumeNames } from './volume-names.ts';

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
  const backedUp = declared
    .filter(({ name }) => held.has(name))
    .map((one) => ({
      ...one,
      service: serviceOf(one, {
        owner: teams[0],
        schedules: running.filter(({ namespaces: all }) => all.includes(one.name)),
      }),
    }));
  const kept = new Map(backedUp.map(({ name, service }) => [name, service.declared]));
  return {
    services: Object.fromEntries(
      declared.map(({ name }) => [name, kept.get(name) ?? { notBackedUp: noSchedule }]),
    ),
    backedUp: new Map(backedUp.map(({ name }) => [name, name])),
    notes: backedUp.flatMap(({ name, volumes, service }) => [
      ...volumes.flatMap((volume) => [
        ...notesOfVolume({ namespace: name, volume }),
        ...notCopiedBy(volume, {
          namespace: name,
          schedules: running.filter((one) => one.namespaces.includes(name)),
        }),
      ]),
      ...service.notes,
    ]),
  };
}

const noSchedule = asFound('no schedule holds this namespace');

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

interface KeptService {
  readonly declared: object;
  readonly notes: readonly string[];
}

interface Around {
  readonly owner: string | undefined;
  /** The schedules that hold the namespace. */
  readonly schedules: readonly Running[];
}

function serviceOf(namespace: FoundNamespace, { owner, schedules }: Around): KeptService {
  const names = volumeNames(namespace.volumes);
  const { software, workloads, volumes: taken, notes } = keptSoftware(namespace, names);
  const volumes = namespace.volumes
    .filter((one) => !taken.has(one))
    .map((volume) => [names.get(volume), keptVolume({ namespace: namespace.name, volume })]);
  const own = workloadsOf(namespace).filter(({ kind, name }) => !workloads.has(`${kind}/${name}`));
  const all = new Set([...workloads, ...own.map(({ kind, name }) => `${kind}/${name}`)]);
  const hooks = keptHooks(namespace, { schedules, workloads: all });
  const declared = {
    owner,
    tier: 'standard',
    ...(software.length > 0 && { software }),
    workloads: own,
    ...(volumes.length > 0 && { volumes: Object.fromEntries(volumes) }),
    ...(hooks.hooks.length > 0 && { hooks: hooks.hooks }),
    verification: [{ check: 'objects', resource: 'pods', atLeast: 1 }],
  };
  return { declared, notes: [...notes, ...hooks.notes] };
}

interface KeptWorkload {
  readonly kind: string;
  readonly name: string;
  readonly podLabels: Readonly<Record<string, string>>;
}

const lasting = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

const workloadsOf = ({ podLabels }: FoundNamespace): KeptWorkload[] =>
  Object.entries(podLabels).flatMap(([workload, labels]) => {
    const [kind = '', name = ''] = workload.split('/');
    const isLasting = lasting.has(kind) && Object.keys(labels).length > 0;
    return isLasting ? [{ kind, name, podLabels: labels }] : [];
  });
