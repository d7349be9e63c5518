import { copyOf } from '../copies/copy.ts';
import { covers } from '../copies/covers.ts';
import type { Installation, Namespace } from '../installation/installation.ts';
import type { Location } from '../installation/location.ts';
import type { Schedule } from '../installation/schedule.ts';
import type { Volume } from '../installation/volume.ts';
import type { Held } from './survives.ts';

/** What is known of a part of a namespace: its copies, and why schedules hold none. */
export interface Part {
  /** `objects`, or the name of a volume. */
  readonly name: string;
  readonly copies: readonly Held[];
  readonly not: readonly string[];
  readonly unknown: readonly string[];
  /** What its copies take for granted. */
  readonly assumes: readonly string[];
}

/** The parts of a namespace, with the copies that schedules make of them. */
export function partsOf(namespace: Namespace, installation: Installation): Part[] {
  const objects = joined(
    'objects',
    installation.schedules.map((one) => ofObjects(one, namespace, installation)),
  );
  const volumes = namespace.volumes.map((volume) =>
    joined(
      volume.name,
      installation.schedules.map((one) => ofVolume(one, { namespace, volume }, installation)),
    ),
  );
  return [objects, ...volumes];
}

type Found = Omit<Part, 'name'>;

const nothing: Found = { copies: [], not: [], unknown: [], assumes: [] };

const joined = (name: string, found: readonly Found[]): Part => ({
  name,
  copies: found.flatMap(({ copies }) => copies),
  not: [...new Set(found.flatMap(({ not }) => not))],
  unknown: [...new Set(found.flatMap(({ unknown }) => unknown))],
  assumes: [...new Set(found.flatMap(({ assumes }) => assumes))],
});

function ofObjects(schedule: Schedule, namespace: Namespace, installation: Installation): Found {
  const ready = runs(schedule, installation);
  if ('why' in ready) return { ...nothing, not: [ready.why] };
  const covered = covers(schedule, namespace, installation);
  if (covered.holds === false) return { ...nothing, not: [covered.why] };
  if (covered.holds === 'unknown') return { ...nothing, unknown: [covered.why] };
  return { ...nothing, copies: [{ ...ready, method: 'objects', driver: undefined }] };
}

interface Asked {
  readonly namespace: Namespace;
  readonly volume: Volume;
}

function ofVolume(
  schedule: Schedule,
  { namespace, volume }: Asked,
  installation: Installation,
): Found {
  const ready = runs(schedule, installation);
  if ('why' in ready) return { ...nothing, not: [ready.why] };
  const covered = covers(schedule, namespace, installation);
  if (covered.holds === false) return { ...nothing, not: [covered.why] };
  const copy = copyOf(schedule, volume, installation);
  if ('none' in copy) return { ...nothing, not: [copy.none] };
  if ('unknown' in copy) return { ...nothing, unknown: [copy.unknown] };
  if (covered.holds === 'unknown') return { ...nothing, unknown: [covered.why] };
  const held: Held = { ...ready, method: copy.method, driver: volume.driver?.kind };
  return { ...nothing, copies: [held], assumes: copy.assumes === undefined ? [] : [copy.assumes] };
}

type Ready = Omit<Held, 'method' | 'driver'>;

/** What every copy of a schedule has in common, or why it makes none. */
function runs(schedule: Schedule, installation: Installation): Ready | { readonly why: string } {
  const { name, firing, paused, template } = schedule;
  const { server, locations } = installation;
  const why = (text: string) => ({ why: `schedule ${name} ${text}` });
  if (server?.restoreOnly) return why('does not run: the server only restores');
  if (paused) return why('is paused');
  if (firing.gap === undefined && !/fills in/.test(firing.why ?? ''))
    return why(`does not run: ${firing.why}`);
  const location = locationFor(schedule, installation);
  if (location === undefined && (locations.length > 0 || isWhole(installation))) {
    return why(`names no location that is there (${template.storageLocation ?? 'no default'})`);
  }
  if (location?.readOnly) return why(`writes to location ${location.name}, which is read only`);
  const ttl = schedule.ttl ?? server?.defaultTtl ?? 720 * 3600;
  return { schedule: name, location, gap: firing.gap, whyNoGap: firing.why, ttl };
}

/** Locations that are not there are nowhere else: a cluster, and the values of the chart, have all of them. */
const isWhole = ({ isLive, releases }: Installation): boolean =>
  isLive || (releases.length > 0 && !releases.some(({ isPartial }) => isPartial));

/** The location that a schedule writes to: the one that it names, or the default one. */
export const locationFor = (
  { template: { storageLocation } }: Schedule,
  { locations, server }: Installation,
): Location | undefined =>
  storageLocation
    ? locations.find(({ name }) => name === storageLocation)
    : defaultLocation(locations, server?.defaultLocation);

/**
 * The location of a backup that names none. A server that is not said otherwise takes the one named `default`.
 *
 * @see https://velero.io/docs/v1.18/locations/
 */
export const defaultLocation = (
  locations: readonly Location[],
  named: string | undefined,
): Location | undefined =>
  locations.find(({ isDefault }) => isDefault) ??
  locations.find(({ name }) => name === (named ?? 'default'));
