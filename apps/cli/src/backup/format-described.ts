import { formatTable } from '../format-table.ts';
import type { Backup } from '../velero/backup.ts';
import type { Described } from './described.ts';

/** A backup for people: its state, whom it serves, and what became of each volume. */
export const formatDescribed = (described: Described): string =>
  [
    ...formatBackup(described.backup),
    ...formatServices(described),
    ...formatVolumes(described),
    ...formatMovements(described),
  ].join('\n');

function formatBackup({ metadata, spec, status = {} }: Backup): string[] {
  const { errors = 0, warnings = 0, progress, failureReason, validationErrors = [] } = status;
  const by = metadata.labels?.['velero.io/schedule-name'];
  return [
    `${metadata.name} ${status.phase ?? 'New'}${by === undefined ? '' : `, of the schedule ${by}`}`,
    `  began ${status.startTimestamp ?? 'not yet'}, over ${status.completionTimestamp ?? 'not yet'}, expires ${status.expiration ?? 'never'}`,
    `  ${progress?.itemsBackedUp ?? 0} of ${progress?.totalItems ?? 0} objects, ${errors} errors, ${warnings} warnings`,
    `  of ${(spec.includedNamespaces ?? ['*']).join(', ')} in the location ${spec.storageLocation}`,
    ...[failureReason ?? [], validationErrors].flat().map((why) => `  ✗ ${why}`),
  ];
}

const formatServices = ({ services }: Described): string[] =>
  services.map(({ service, refusal }) =>
    refusal === null ? `✓ can serve ${service}` : `✗ cannot serve ${service}: it ${refusal}`,
  );

function formatVolumes({ volumes }: Described): string[] {
  if (!volumes.known) return [`what became of its volumes cannot be told: ${volumes.why}`];
  if (volumes.volumes.length === 0) return ['it has no volumes'];
  return [
    'volumes',
    ...formatTable(
      volumes.volumes.map(({ volume, how, result, bytes }) => [
        `  ${volume}`,
        how,
        result,
        bytes === null ? '' : formatBytes(bytes),
      ]),
    ).map((line) => line.trimEnd()),
  ];
}

const formatMovements = ({ movements }: Described): string[] =>
  movements.length === 0
    ? []
    : [
        'copies into the bucket',
        ...formatTable(
          movements.map(({ kind, volume, phase, bytesDone, totalBytes, message }) => [
            `  ${kind}`,
            volume,
            phase,
            `${formatBytes(bytesDone)} of ${formatBytes(totalBytes)}`,
            message,
          ]),
        ).map((line) => line.trimEnd()),
      ];

const formatBytes = (bytes: number): string =>
  bytes < 1024 ** 3
    ? `${Math.ceil(bytes / 1024 ** 2)} MiB`
    : `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
