import type { Unplaced } from './panels/panel.ts';
import { stat } from './panels/stat.ts';
import { atLeast, risingTo } from './panels/thresholds.ts';
import { since } from './queries.ts';

/** Velero looks at a location every minute. */
const lateValidation = { warning: 300, critical: 900 };

/** Whether Velero can use the bucket. */
export const storageReachable = (): Unplaced =>
  stat(
    {
      title: 'Backup storage',
      description:
        'Whether Velero reaches the bucket of its storage location. Unavailable: no backup is written and none restored.',
      noData: 'State unknown',
      width: 4,
    },
    {
      unit: 'short',
      thresholds: atLeast(1),
      words: { '0': 'Unavailable', '1': 'Available' },
      queries: [
        {
          expr: 'min by (storage_location) (resilience_backup_storage_location_phase{phase="Available"})',
          legend: '{{storage_location}}',
        },
      ],
    },
  );

/** When Velero last looked. */
export const storageValidated = (): Unplaced =>
  stat(
    {
      title: 'Storage validated, ago',
      description:
        'How long ago Velero looked whether it reaches the bucket. If it grows, the state beside it is old.',
      noData: 'Never validated',
      width: 4,
    },
    {
      unit: 's',
      thresholds: risingTo(lateValidation.warning, lateValidation.critical),
      queries: [
        {
          expr: since(
            'max by (storage_location) (resilience_backup_storage_location_last_validation_timestamp_seconds)',
          ),
          legend: '{{storage_location}}',
        },
      ],
    },
  );
