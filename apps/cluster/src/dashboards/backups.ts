import { backupAge, dataAgeShare } from './backup-age.ts';
import type { Dashboard } from './dashboard.ts';
import { nodeAgents, oldestUpload, uploadsByPhase } from './data-movement.ts';
import { hasServices } from './has-services.ts';
import { repositoriesTable } from './repositories.ts';
import { backupsByPhase, backupsPerDay, itemErrors } from './runs.ts';
import { durations, schedulesTable } from './schedules.ts';

/** Are backups made, in time, and whole? */
export const backups: Dashboard = {
  name: 'backups',
  title: 'backups',
  description: 'Whether backups are made when declared, inside their budgets, and without errors.',
  rows: (environment) => {
    const services = hasServices(environment);
    const schedules = Object.keys(environment.schedules).length > 0;
    return [
      {
        title: 'Age',
        height: 9,
        panels: services ? [dataAgeShare(), backupAge(12)] : [backupAge(24)],
      },
      { title: 'Schedules', height: 8, panels: schedules ? [schedulesTable(environment)] : [] },
      {
        title: 'Runs',
        height: 9,
        panels: [
          backupsPerDay(),
          ...(schedules ? [durations(environment), itemErrors()] : []),
          backupsByPhase(),
        ],
      },
      {
        title: 'Copies of volumes',
        height: 9,
        panels: [nodeAgents(), oldestUpload(), repositoriesTable(), uploadsByPhase()],
      },
    ];
  },
};
