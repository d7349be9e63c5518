import type { Scenario } from '@resilience/config/scenario';

import type { Method } from '../copies/copy.ts';
import type { Installation } from '../installation/installation.ts';
import type { Location } from '../installation/location.ts';
import type { DriverKind } from '../installation/driver.ts';

/** A copy of a part of a namespace: its objects, or a volume. */
export interface Held {
  readonly schedule: string;
  readonly method: Method | 'objects';
  /** Undefined where the location is not in the files. */
  readonly location: Location | undefined;
  readonly driver: DriverKind | undefined;
  /** Seconds between two runs; undefined where that is not known. */
  readonly gap: number | undefined;
  readonly whyNoGap: string | undefined;
  /** Seconds. */
  readonly ttl: number;
}

export type Survival =
  | { readonly survives: true }
  | { readonly survives: false; readonly why: string }
  | { readonly survives: 'unknown'; readonly why: string };

const yes: Survival = { survives: true };
const no = (why: string): Survival => ({ survives: false, why });
const unknown = (why: string): Survival => ({ survives: 'unknown', why });

const isSnapshot = ({ method }: Held): boolean =>
  method === 'snapshot' || method === 'csi-snapshot';

interface Asked {
  readonly scenario: Scenario;
  readonly namespace: string;
}

type Judge = (
  held: Held,
  asked: { readonly namespace: string; readonly installation: Installation },
) => Survival;

const after: Readonly<Record<Scenario, Judge>> = {
  'pod-failure': () => yes,
  'volume-corruption': () => yes,
  'late-discovery': () => yes,
  'namespace-deletion': (held, { namespace }) => afterNamespace(held, namespace),
  'cluster-corruption': afterCluster,
  'region-failure': (held, { installation }) => afterRegion(held, installation),
  'bucket-loss': afterBucket,
  'key-loss': afterKey,
  'malicious-deletion': afterIntruder,
};

/** Whether a copy can still be restored after a disaster. */
export const survival = (
  held: Held,
  { scenario, namespace }: Asked,
  installation: Installation,
): Survival => after[scenario](held, { namespace, installation });

const nameOf = ({ location }: Held): string =>
  location?.bucket === undefined ? 'the bucket' : `bucket ${location.bucket}`;

function afterNamespace({ location }: Held, namespace: string): Survival {
  const site = location?.site;
  const isInside = site?.kind === 'cluster' && site.host.split('.')[1] === namespace;
  return isInside ? no(`the bucket is in this namespace (${site.host})`) : yes;
}

function afterCluster(held: Held): Survival {
  const site = held.location?.site;
  if (site?.kind === 'cluster') return no(`${nameOf(held)} is in the cluster (${site.host})`);
  if (isSnapshot(held) && held.driver?.inCluster)
    return no('snapshots are kept by the storage of the cluster itself');
  return yes;
}

function afterRegion(held: Held, { region, snapshotLocations }: Installation): Survival {
  const { location, method } = held;
  const inCluster = afterCluster(held);
  if (inCluster.survives !== true) return inCluster;
  if (isSnapshot(held)) {
    const isGoogle =
      held.driver?.native === 'gcp' ||
      snapshotLocations.some(({ provider }) => provider === 'gcp' && method === 'snapshot');
    return isGoogle
      ? unknown('where Google Cloud keeps the snapshots is not in these files')
      : no('snapshots stay in the region of their volumes');
  }
  if (location === undefined) return unknown('the location of its backups is not in these files');
  const { site } = location;
  if (site.kind === 'own')
    return unknown(
      `whether ${site.host} is at another site than the cluster is not in these files`,
    );
  if (site.kind === 'cluster') return no(`${nameOf(held)} is in the cluster`);
  if (site.region === undefined)
    return unknown(`the region of ${nameOf(held)} is not in these files`);
  if (site.cloud !== 'aws')
    return unknown(
      `${nameOf(held)} is at ${site.cloud} in ${site.region}; whether the cluster is there, too, is not in these files`,
    );
  if (region === undefined)
    return unknown(
      `${nameOf(held)} is in ${site.region}; the region of the cluster is not in these files`,
    );
  return region === site.region
    ? no(
        `${nameOf(held)} is in ${region}, as the cluster is, and no schedule writes to another region`,
      )
    : yes;
}

function afterBucket(held: Held): Survival {
  return no(
    isSnapshot(held)
      ? `Velero finds its snapshots by ${nameOf(held)} alone`
      : `its only copies are in ${nameOf(held)}`,
  );
}

function afterKey(held: Held): Survival {
  const { location } = held;
  if (location?.kmsKeyId !== undefined)
    return no(`${nameOf(held)} is encrypted by the key ${location.kmsKeyId} alone`);
  return unknown(`the key that encrypts ${nameOf(held)} is not in these files`);
}

function afterIntruder(held: Held): Survival {
  const site = held.location?.site;
  if (site?.kind === 'cluster') return no(`${nameOf(held)} is in the cluster (${site.host})`);
  if (isSnapshot(held)) return no("the cluster's rights delete snapshots");
  return unknown(
    `the versioning and object lock of ${nameOf(held)}, which the cluster's rights delete from, are not in these files`,
  );
}
