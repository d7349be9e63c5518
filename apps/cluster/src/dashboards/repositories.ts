import type { Unplaced } from './panels/panel.ts';
import { table } from './panels/table.ts';
import { atLeast } from './panels/thresholds.ts';
import { since } from './queries.ts';

/** The state of each kopia repository. */
export const repositoriesTable = (): Unplaced =>
  table(
    {
      title: 'Repositories of file-level copies',
      description:
        'One for each namespace. Without maintenance a repository only grows, and restores from it get slower.',
      noData: '–',
      width: 16,
    },
    {
      labels: { volume_namespace: 'Namespace', repository: 'Repository' },
      columns: [
        {
          name: 'Ready',
          expr: 'max by (repository, volume_namespace) (resilience_backup_repository_phase{phase="Ready"})',
          unit: 'bool_yes_no',
          thresholds: atLeast(1),
        },
        {
          name: 'Maintained, ago',
          expr: since(
            'max by (repository, volume_namespace) (resilience_backup_repository_last_maintenance_timestamp_seconds)',
          ),
          unit: 's',
        },
      ],
      worstFirst: 'Maintained, ago',
    },
  );
