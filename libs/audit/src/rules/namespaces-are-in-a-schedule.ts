import type { Place } from '../input/source-file.ts';
import type { Namespace } from '../installation/installation.ts';
import { platform } from './platform.ts';
import type { AuditRule } from './audit-rule.ts';

export const namespacesAreInASchedule: AuditRule = {
  id: 'audit/namespaces-are-in-a-schedule',
  severity: 'error',
  why: 'What no schedule holds is gone with its namespace.',
  source: 'https://velero.io/docs/v1.18/api-types/schedule/',
  check: ({ installation: { schedules, namespaces: known, server }, namespaces }) =>
    schedules.length === 0
      ? []
      : namespaces
          .filter(
            (one) =>
              one.disasters['volume-corruption'].outcome === 'no copy survives' &&
              one.schedules.length === 0,
          )
          .filter(({ name, volumes }) => volumes.length > 0 || !platform(name, server?.namespace))
          .map(({ name, volumes, workloads }) => ({
            subject: `Namespace/${name}`,
            message: 'is in no schedule',
            expected: 'a schedule that runs and includes it',
            received: `${workloads.length} workloads and ${volumes.length} volumes without a backup`,
            place: placeOf(known, name),
          })),
};

/** Where the namespace, or the first thing in it, is written. */
function placeOf(known: readonly Namespace[], name: string): Place {
  const found = known.find((one) => one.name === name);
  return found?.place ?? { file: '', line: 1 };
}
