import { lines } from './panels/lines.ts';
import type { Unplaced } from './panels/panel.ts';
import { stat } from './panels/stat.ts';
import { atLeast, neutral } from './panels/thresholds.ts';
import { since } from './queries.ts';

/** Which nodes can copy files. */
export const nodeAgents = (): Unplaced =>
  stat(
    {
      title: 'Node agents',
      description:
        'The share of node agents that answer. Volumes of pods on the other nodes are not copied, and data uploads there stop.',
      noData: 'No node agent is scraped',
      width: 4,
    },
    {
      unit: 'percentunit',
      thresholds: atLeast(1),
      queries: [{ expr: 'avg(up{job="node-agent"})', legend: 'answer' }],
    },
  );

/** What is on its way to the bucket. */
export const oldestUpload = (): Unplaced =>
  stat(
    {
      title: 'Oldest upload not done',
      description:
        'How long the oldest data upload has been waiting or running. One of many hours is stuck: its data leaves the region only when it ends.',
      noData: 'Nothing is being uploaded',
      width: 4,
    },
    {
      unit: 's',
      thresholds: neutral,
      queries: [
        {
          expr: since(
            'min(resilience_data_upload_created_timestamp_seconds{phase!~"Completed|Failed|Canceled"})',
          ),
          legend: 'oldest',
        },
      ],
    },
  );

export const uploadsByPhase = (): Unplaced =>
  lines(
    {
      title: 'Copies of volumes by phase',
      description:
        'Data uploads (snapshots that are moved to the bucket) and pod volume backups (files that are copied from pods).',
      noData: 'No copy is known',
      width: 12,
    },
    {
      unit: 'short',
      queries: [
        { expr: 'count by (phase) (resilience_data_upload_info)', legend: 'uploads {{phase}}' },
        {
          expr: 'count by (phase) (resilience_pod_volume_backup_info)',
          legend: 'file copies {{phase}}',
        },
      ],
      draw: 'stacked-areas',
    },
  );
