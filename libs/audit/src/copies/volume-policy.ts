import { readDocuments } from '../input/documents.ts';
import { isObject, listAt, objectAt, textAt } from '../input/plain.ts';
import type { Installation } from '../installation/installation.ts';
import type { Schedule } from '../installation/schedule.ts';
import type { Volume } from '../installation/volume.ts';

/** What the volume policies of a schedule say of a volume; nothing where none is about it. */
export type Action =
  | { readonly action: 'skip' | 'snapshot' | 'fs-backup' }
  | { readonly unknown: string }
  | undefined;

/**
 * The first policy whose conditions a volume meets decides.
 *
 * @see https://velero.io/docs/v1.18/resource-filtering/#resource-policies
 */
export function policyFor(
  { template }: Schedule,
  volume: Volume,
  { objects }: Installation,
): Action {
  const name = template.resourcePolicy?.name;
  if (name === undefined) return undefined;
  const map = objects.find((one) => one.kind === 'v1/ConfigMap' && one.name === name);
  if (!map) return { unknown: `the volume policies ${name} are not in these files` };
  const [text] = Object.values(objectAt(map.value, 'data'));
  const [document] = readDocuments({
    path: name,
    text: typeof text === 'string' ? text : '',
  }).documents;
  for (const policy of listAt(document?.value, 'volumePolicies')) {
    const met = meets(objectAt(policy, 'conditions'), volume);
    if (met === 'unknown')
      return { unknown: `whether the volume policies ${name} are about it is not in these files` };
    const type = textAt(policy, 'action', 'type');
    if (met && (type === 'skip' || type === 'snapshot' || type === 'fs-backup'))
      return { action: type };
    if (met) return { unknown: `the volume policies ${name} leave it to ${type ?? 'nothing'}` };
  }
  return undefined;
}

type Met = boolean | 'unknown';

function meets(conditions: Readonly<Record<string, unknown>>, volume: Volume): Met {
  const all = new Set(
    Object.entries(conditions).map(([key, wanted]) => meetsOne(key, wanted, volume)),
  );
  if (all.has(false)) return false;
  return all.has('unknown') ? 'unknown' : true;
}

function meetsOne(
  key: string,
  wanted: unknown,
  { storageClass, size, driver, labels }: Volume,
): Met {
  if (key === 'storageClass') {
    if (storageClass === undefined) return 'unknown';
    return listAt(wanted).includes(storageClass);
  }
  if (key === 'capacity') return inRange(textAt(wanted) ?? '', size);
  if (key === 'csi') {
    if (!driver) return 'unknown';
    const name = textAt(wanted, 'driver');
    return driver.kind.csi && (name === undefined || name === driver.name);
  }
  if (key === 'pvcLabels') {
    return (
      isObject(wanted) &&
      Object.entries(wanted).every(([label, value]) => labels[label] === textAt(value))
    );
  }
  if (key === 'nfs') return driver === undefined ? 'unknown' : /nfs/.test(driver.name);
  return 'unknown';
}

function inRange(range: string, size: string | undefined): Met {
  const bytes = bytesOf(size ?? '');
  if (bytes === undefined) return 'unknown';
  const [low = '', high = ''] = range.split(',').map((one) => one.trim());
  return bytes >= (bytesOf(low) ?? 0) && bytes <= (bytesOf(high) ?? Number.POSITIVE_INFINITY);
}

const factors: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** @returns bytes, or undefined for what is no quantity of Kubernetes */
function bytesOf(quantity: string): number | undefined {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)([kMGTP]i?|Ki)?$/.exec(quantity) ?? [];
  return count === undefined ? undefined : Number(count) * (factors[unit] ?? 1);
}
